"""The ledger's content: one row a statement, and totals; the same bytes each time.

Whoever prepares pages may count what else matters, such as numbers typed by hand: a
page's metadata then holds, under COUNTED, names with whole numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from ..bundle import Kind, MeasurementAccount, ProofAccount, Verdict
from . import typed, wording
from .audits import AuditRow
from .domain import ProofreadDomain
from .noted import Shown
from .prose import Place
from .second_counted import proved_again, second_proofs

STANDING = (
    wording.FOR_EVERY_SIZE,
    *(verdict for verdict in Verdict if verdict is not Verdict.REFUTED),
)
CHECKED = (Kind.CLAIM, Kind.DERIVATION, Kind.DEFINITION)
COUNTED = "counted"


def row(domain: ProofreadDomain, shown: Shown) -> dict[str, Any]:
    """A statement with everything that was found out about it."""
    bundle = shown.bundle
    return {
        "key": bundle.key,
        "chapter": shown.page,
        "equation": domain.equation_number(shown) or None,
        "numbered": bundle.numbered,
        "kind": bundle.kind,
        "title": bundle.title,
        "topic": bundle.topic,
        "verdict": bundle.verdict,
        "for_every_size": wording.steps(bundle) > 0,
        "steps": wording.steps(bundle) or None,
        **checked(bundle.proof, bundle.measurement),
        **proved_again(bundle, domain.second_proofs.of(bundle)),
        "weakened": bundle.weakened,
        "lines": len(bundle.lines),
        "not_read_back": domain.readings.unread(bundle) or None,
        **audited(domain.audit_row(bundle)),
    }


def checked(
    proof: ProofAccount | None, measurement: MeasurementAccount | None
) -> dict[str, Any]:
    """How a statement was proved and measured."""
    return {
        "sizes": {
            "proved": proof.sizes if proof else {},
            "measured": measurement.sizes if measurement else [],
        },
        "proof_method": (proof and proof.method) or None,
        "missing": (proof and wording.missing_text(proof)) or None,
        "measurement_method": measurement and measurement.method,
        "residual": measurement and measurement.residual,
        "tolerance": measurement and measurement.tolerance,
        "points": measurement and measurement.points,
        "reach": measurement and measurement.reach,
        "attack": measurement and measurement.attack and asdict(measurement.attack),
    }


def audited(found: AuditRow | None) -> dict[str, Any]:
    """How many mutants each reader caught; nothing where there was no audit."""
    audit: Mapping[str, Any] = found or {}
    return {
        "mutants": audit.get("mutants"),
        "caught": {"symbolic": audit.get("symbolic"), "numeric": audit.get("numeric")},
        "without_value": audit.get("without_value"),
        "survivors": audit.get("survivors"),
    }


def totals(domain: ProofreadDomain) -> dict[str, Any]:
    """How many statements of each verdict, and how much is typed by hand."""
    bundles = [shown.bundle for shown in domain.statements()]
    checked = [bundle for bundle in bundles if bundle.kind is not Kind.REFUTATION]
    by_verdict = Counter(map(wording.standing, checked))
    return {
        "claims": len(checked) - by_verdict[Verdict.DEFINITION],
        "numbered": sum(bundle.numbered for bundle in checked),
        "verdicts": {standing: by_verdict[standing] for standing in STANDING},
        "read_back": sum(not domain.readings.unread(bundle) for bundle in checked),
        "refutations": len(bundles) - len(checked),
        "derivations": sum(bundle.kind is Kind.DERIVATION for bundle in checked),
        "derivation_lines": sum(len(bundle.lines) for bundle in checked),
        "audited": sum(domain.audit_row(bundle) is not None for bundle in checked),
        "second_proofs": second_proofs(domain),
        "hand_typed": hand_typed(domain),
        COUNTED: counted(domain, *domain.reading_order()),
        "versions": {package: version(package) for package in ("sympy", "numpy")},
    }


def hand_typed(domain: ProofreadDomain) -> dict[str, int]:
    """How many displays are typed by hand, and where."""
    return {
        "proofs": count_displays(domain, "proof"),
        "theorems": count_displays(domain, "theorem"),
        "exercises": count_displays(domain, "exercise"),
        "text_without_relation": count_displays(domain, "text"),
        "relations_within_lines": sum(map(typed.left, domain.typed.values())),
    }


def count_displays(domain: ProofreadDomain, place: Place, *pages: str) -> int:
    """The displays typed by hand in some kind of prose, on some pages or on all."""
    chosen = pages or domain.reading_order()
    found = (display for page in chosen for display in domain.displays.get(page, ()))
    return sum(display.place == place for display in found)


def counted(domain: ProofreadDomain, *pages: str) -> dict[str, int]:
    """What else was counted on some pages, by name, in all of them together."""
    found: Counter[str] = Counter()
    for page in pages:
        found.update(domain.env.metadata.get(page, {}).get(COUNTED, {}))
    return {name: found[name] for name in sorted(found)}


def is_accounted(domain: ProofreadDomain, page: str) -> bool:
    """Whether the ledger has anything to tell of a page."""
    found = counted(domain, page).values()
    told = (domain.shown, domain.displays, domain.typed)
    return any(found) or any(each.get(page) for each in told)


def chapter_row(domain: ProofreadDomain, page: str) -> dict[str, Any]:
    """What is told of a page as a whole."""
    return {
        "chapter": page,
        "statements": len(domain.shown.get(page, ())),
        "hand_typed_in_proofs": count_displays(domain, "proof", page),
        "hand_typed_in_theorems": count_displays(domain, "theorem", page),
        "hand_typed_in_exercises": count_displays(domain, "exercise", page),
        "hand_typed_without_relation": count_displays(domain, "text", page),
        "relations_within_lines": typed.left(domain.typed.get(page, [])),
        COUNTED: counted(domain, page),
    }


def ledger(domain: ProofreadDomain) -> dict[str, Any]:
    """The whole ledger; what is false on purpose stands apart."""
    false = domain.statements(Kind.REFUTATION)
    return {
        "claims": [row(domain, shown) for shown in domain.statements(*CHECKED)],
        "refutations": [row(domain, shown) for shown in false],
        "chapters": [
            chapter_row(domain, page)
            for page in domain.reading_order()
            if is_accounted(domain, page)
        ],
        "totals": totals(domain),
    }


def audit_told(found: dict[str, Any]) -> str:
    """A quiet word where what is shown was not audited, or not all of it."""
    count, of = found["audited"], found["claims"] + found["verdicts"]["definition"]
    if count >= of:
        return ""
    return f"; {count} of {of} audited" if count else "; not audited"


def summary(domain: ProofreadDomain) -> str:
    """The build's last line: how many equations, and how they fared."""
    found = totals(domain)
    fared = ", ".join(f"{found['verdicts'][name]} {name}" for name in STANDING[:-1])
    return (
        f"Equations: {found['numbered']} numbered; {found['claims']} claims ({fared}),"
        f" {found['verdicts'][Verdict.DEFINITION]} definitions,"
        f" {found['refutations']} refuted on purpose{audit_told(found)}."
    )
