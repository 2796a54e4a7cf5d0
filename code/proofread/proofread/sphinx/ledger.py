"""The ledger's content: one row a statement, and totals; the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from importlib.metadata import version
from typing import Any

from . import wording
from .domain import ProofreadDomain, Shown, is_numbered

VERDICTS = ("proved", "proved at sizes", "measured only", "definition")
COLUMNS: tuple[str, ...] = (
    "key", "chapter", "equation", "kind", "numbered", "title", "topic", "verdict",
    "sizes_proved", "sizes_measured", "proof_method", "measurement_method",
    "residual", "tolerance", "points", "lines",
    "mutants", "caught_symbolic", "caught_numeric", "survivors",
)  # fmt: skip


def row(domain: ProofreadDomain, shown: Shown) -> dict[str, Any]:
    """A statement with everything that was found out about it."""
    bundle = shown["bundle"]
    proof, measurement = wording.proof_of(bundle), bundle["measurement"] or {}
    audit = domain.audit_row(bundle) or {}
    return {
        "key": bundle["key"],
        "chapter": shown["page"],
        "equation": domain.equation_number(shown) or None,
        "numbered": is_numbered(bundle),
        **{name: bundle[name] for name in ("kind", "title", "topic", "verdict")},
        "sizes": {
            "proved": proof.get("sizes") or {},
            "measured": measurement.get("sizes") or {},
        },
        "proof_method": proof.get("method"),
        "measurement_method": measurement.get("method"),
        **{name: measurement.get(name) for name in ("residual", "tolerance", "points")},
        "lines": len(bundle["lines"]),
        "mutants": audit.get("mutants"),
        "caught": {"symbolic": audit.get("symbolic"), "numeric": audit.get("numeric")},
        "survivors": audit.get("survivors"),
    }


def totals(domain: ProofreadDomain) -> dict[str, Any]:
    """How many statements of each verdict, and how much is typed by hand."""
    bundles = [shown["bundle"] for shown in domain.statements()]
    checked = [bundle for bundle in bundles if bundle["kind"] != "refutation"]
    by_verdict = Counter(bundle["verdict"] for bundle in checked)
    return {
        "claims": len(checked) - by_verdict["definition"],
        "numbered": sum(is_numbered(bundle) for bundle in checked),
        "verdicts": {verdict: by_verdict[verdict] for verdict in VERDICTS},
        "refutations": len(bundles) - len(checked),
        "derivations": sum(bundle["kind"] == "derivation" for bundle in checked),
        "derivation_lines": sum(len(bundle["lines"]) for bundle in checked),
        "audited": sum(domain.audit_row(bundle) is not None for bundle in checked),
        "hand_typed": {
            "proofs": count_displays(domain, "proof"),
            "exercises": count_displays(domain, "exercise"),
            "text_without_relation": count_displays(domain, "text"),
        },
        "versions": {package: version(package) for package in ("sympy", "numpy")},
    }


def count_displays(domain: ProofreadDomain, place: str, *pages: str) -> int:
    """The displays typed by hand in some kind of prose, on some pages or on all."""
    chosen = pages or domain.reading_order()
    return sum(d["place"] == place for page in chosen for d in domain.displays(page))


def ledger(domain: ProofreadDomain) -> dict[str, Any]:
    """The whole ledger; what is false on purpose stands apart."""
    kinds = ("claim", "derivation", "definition")
    return {
        "claims": [row(domain, shown) for shown in domain.statements(*kinds)],
        "refutations": [
            row(domain, shown) for shown in domain.statements("refutation")
        ],
        "chapters": [
            {
                "chapter": page,
                "statements": len(domain.data["shown"].get(page, [])),
                "hand_typed_in_proofs": count_displays(domain, "proof", page),
                "hand_typed_in_exercises": count_displays(domain, "exercise", page),
                "hand_typed_without_relation": count_displays(domain, "text", page),
            }
            for page in domain.reading_order()
            if domain.data["shown"].get(page) or domain.displays(page)
        ],
        "totals": totals(domain),
    }


def as_json(domain: ProofreadDomain) -> str:
    """The ledger as JSON."""
    return json.dumps(ledger(domain), indent=1, ensure_ascii=False) + "\n"


def as_csv(domain: ProofreadDomain) -> str:
    """The ledger as a table, refutations last."""
    content, text = ledger(domain), io.StringIO()
    writer = csv.DictWriter(
        text, list(COLUMNS), lineterminator="\n", extrasaction="ignore"
    )
    writer.writeheader()
    for entry in [*content["claims"], *content["refutations"]]:
        flat = {
            "sizes_proved": wording.sizes_text(entry["sizes"]["proved"]),
            "sizes_measured": wording.sizes_text(entry["sizes"]["measured"]),
            "caught_symbolic": entry["caught"]["symbolic"],
            "caught_numeric": entry["caught"]["numeric"],
            "survivors": None
            if entry["survivors"] is None
            else len(entry["survivors"]),
        }
        writer.writerow({**entry, **flat})
    return text.getvalue()


def summary(domain: ProofreadDomain) -> str:
    """The build's last line: how many equations, and how they fared."""
    found = totals(domain)
    fared = ", ".join(f"{found['verdicts'][name]} {name}" for name in VERDICTS[:-1])
    return (
        f"Equations: {found['numbered']} numbered; {found['claims']} claims ({fared}),"
        f" {found['verdicts']['definition']} definitions,"
        f" {found['refutations']} refuted on purpose."
    )
