"""Proofs for every size have a page a chapter, and print and chapters go without."""

import json

from press.source.project import Project

PROOFS = "reference/proofs/"


def test_every_chapter_with_proofs_for_every_size_has_their_page_and_no_other(
    root, site
):
    rows = json.loads((site / "ledger.json").read_text("utf-8"))["claims"]
    proved = {f"{PROOFS}{row['chapter']}" for row in rows if row["for_every_size"]}
    project = Project(root)
    listed = {project.name(chapter) for chapter in project.chapters()}
    assert {name for name in listed if name.startswith(PROOFS)} == proved


def test_every_proof_for_every_size_stands_on_the_page_that_its_badge_leads_to(
    site, pages
):
    rows = json.loads((site / "ledger.json").read_text("utf-8"))["claims"]
    for row in rows:
        if row["for_every_size"]:
            page, place = f"{PROOFS}{row['chapter']}.html", f"proof-{row['key']}"
            assert place in pages[page].ids
            links = pages[f"{row['chapter']}.html"].links
            assert any(link.endswith(f"{page}#{place}") for link in links), row["key"]


def test_no_chapter_holds_the_steps_of_a_proof(site):
    for page in site.rglob("*.html"):
        if not page.relative_to(site).as_posix().startswith(PROOFS):
            assert "proofread-step" not in page.read_text("utf-8"), page
