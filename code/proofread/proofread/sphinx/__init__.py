"""Sphinx extension: numbered statements, their ledger and identities, and the gate.

Add `proofread.sphinx` to the extensions. MyST-NB finds the renderer by its entry point,
`proofread = "proofread.sphinx:ClaimRenderer"` in the group `myst_nb.mime_renderers`.
"""

# Sphinx does not say what its callbacks return.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from . import gate, ledger, ledger_files, read_back, second_told
from .audits import read_audits
from .domain import ProofreadDomain, domain_of
from .forward import Forward
from .identities_page import IdentitiesPage
from .inline import ClaimRole, Quotations
from .kernel_page import KernelPage
from .layout import Layout
from .ledger_page import LedgerPage
from .marked import Marks
from .pages import PlaceDirective
from .proofs_page import ProofsDirective, ProofsPage
from .refresh import stale_pages
from .render import ClaimRenderer
from .results import Repeated, ResultsDirective
from .second_proofs import SecondProofs
from .seen import Seen
from .writers import LATEX_PREAMBLE, add_nodes

__all__ = ["LATEX_PREAMBLE", "ClaimRenderer", "setup"]

logger = logging.getLogger(__name__)
STATIC = Path(__file__).parent / "static"
FIRST, LAST = 100, 950
ONCE_NUMBERED = 900  # later than Sphinx gives out the numbers in the same event


def add_preamble(app: Sphinx, config: Config) -> None:
    """Define the badge for LaTeX."""
    elements = config.latex_elements
    elements["preamble"] = elements.get("preamble", "") + LATEX_PREAMBLE


def show_failures(app: Sphinx, config: Config) -> None:
    """Tell a false claim on the console, where MyST-NB names a log file alone."""
    if "nb_execution_show_tb" in config:
        config.nb_execution_show_tb = True


def add_style(app: Sphinx) -> None:
    """Give every theme the style sheet of statements."""
    app.config.html_static_path = [*app.config.html_static_path, str(STATIC)]


def read_audit(app: Sphinx) -> None:
    """Take the figures of the last audit, if there was one."""
    path = Path(app.confdir, app.config.proofread_audit)
    domain_of(app.env).audited = read_audits(path)


def read_second_proofs(app: Sphinx) -> None:
    """Take the theorems of the book, and what Coq said of them."""
    folder = Path(app.confdir, app.config.proofread_kernel)
    result = Path(app.confdir, app.config.proofread_kernel_result)
    domain_of(app.env).second_proofs = SecondProofs(folder, result)


def check_and_refresh(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Stop at the gate and at misprints; else name the pages that others change."""
    domain = domain_of(env)
    gate.check(domain)
    read_back.check_book(domain)
    return stale_pages(domain)


def finish(app: Sphinx, error: Exception | None) -> None:
    """Write the ledger at the root of the site, and say what the book holds."""
    domain = domain_of(app.env)
    domain.readings.keep()
    if error:
        return
    if app.builder.format == "html":
        for name, written in ledger_files.FILES.items():
            Path(app.outdir, name).write_text(written(domain), encoding="utf-8")
        second_told.publish(domain, Path(app.outdir))
    logger.info(ledger.summary(domain))


def add_settings(app: Sphinx) -> None:
    """What a book may set."""
    app.add_config_value("proofread_audit", "_build/audit.json", "", types=(str,))
    app.add_config_value("proofread_kernel", "kernel", "", types=(str,))
    proved = "_build/kernel.json"
    app.add_config_value("proofread_kernel_result", proved, "", types=(str,))
    readings = "_build/read-back.json"
    app.add_config_value("proofread_read_back", readings, "", types=(str,))
    app.add_config_value("proofread_unread", {}, "env", types=(dict,))
    app.add_config_value("proofread_typed", {}, "", types=(dict,))


def add_directives(app: Sphinx) -> None:
    """The places that a page may mark."""
    app.add_directive("ledger", PlaceDirective)
    app.add_directive("identities", PlaceDirective)
    app.add_directive("proofs", ProofsDirective)
    app.add_directive("kernel", PlaceDirective)
    app.add_directive("results", ResultsDirective)


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect everything to Sphinx."""
    add_settings(app)
    app.add_domain(ProofreadDomain)
    add_nodes(app)
    add_directives(app)
    app.add_role("claim", ClaimRole())
    app.add_post_transform(Quotations)
    app.add_post_transform(Repeated)
    app.add_post_transform(Forward)
    app.add_post_transform(Layout)
    app.add_post_transform(Marks)
    app.add_post_transform(LedgerPage)
    app.add_post_transform(IdentitiesPage)
    app.add_post_transform(ProofsPage)
    app.add_post_transform(KernelPage)
    connect(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def connect(app: Sphinx) -> None:
    """Every step, in its order."""
    app.connect("config-inited", add_preamble)
    app.connect("config-inited", show_failures)
    app.connect("builder-inited", add_style)
    app.add_css_file("proofread.css")
    app.connect("builder-inited", read_audit)
    app.connect("builder-inited", read_second_proofs)
    app.connect("builder-inited", read_back.begin)
    app.connect("env-get-updated", check_and_refresh, priority=ONCE_NUMBERED)
    app.connect("html-page-context", read_back.check_page, priority=LAST)
    seen = Seen()
    app.connect("html-page-context", seen.check_page, priority=LAST)
    app.connect("build-finished", read_back.check_print, priority=FIRST)
    app.connect("build-finished", seen.refuse, priority=FIRST)
    app.connect("build-finished", finish)
