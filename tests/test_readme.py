"""The commands the README gives are those that exist, and those the workflow runs."""

import re

import yaml

from press.source.project import Project
from press.tools.exhaustive import parts
from press.tools.system import OPTIONAL


def test_every_command_of_the_readme_is_a_target_of_the_makefile(root):
    named = set(
        re.findall(r"make ([a-z-]+)`?", (root / "README.md").read_text("utf-8"))
    )
    makefile = (root / "Makefile").read_text("utf-8")
    assert {"book", "test"} <= named
    assert named <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_the_workflow_runs_the_readmes_test_command(root):
    assert (root / ".ci/run").read_text("utf-8").splitlines()[-1] == "make test"
    assert ".ci/run" in (root / ".github/workflows/book.yml").read_text("utf-8")


def test_every_action_of_the_workflow_is_pinned_by_commit(root):
    for workflow in (root / ".github/workflows").iterdir():
        used = re.findall(r"uses: ([^.]\S+)", workflow.read_text("utf-8"))
        assert used
        assert all(re.search(r"@[0-9a-f]{40}$", action) for action in used)


def test_the_workflow_checks_every_part_there_is(root):
    path = root / ".github/workflows/everything.yml"
    job = yaml.safe_load(path.read_text("utf-8"))["jobs"]["part"]
    named = job["strategy"]["matrix"]["part"]
    assert named == [part.name for part in parts(Project(root))]


def test_what_the_readme_says_to_install_is_what_the_workflow_installs(root):
    installed = (root / ".ci/packages").read_text("utf-8").split()
    for _, packages in OPTIONAL.values():
        assert set(packages.split()) <= {word.strip('"') for word in installed}


def test_links_of_the_readme_lead_somewhere(root):
    for page in ("README.md", "CONTRIBUTING.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", (root / page).read_text("utf-8")):
            assert (root / target).exists(), target
