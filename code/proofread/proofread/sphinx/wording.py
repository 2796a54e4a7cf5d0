"""A verdict in words: what was proved, what was measured, and how far to trust it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from ..bundle import AttackAccount, Bundle, MeasurementAccount, ProofAccount, Verdict
from .audits import AuditRow

SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
FOR_EVERY_SIZE = "proved for every size"
LONGEST = 120  # letters of what a proof for every size lacks
NOT_AUDITED = "not audited in this build"


def sizes_text(sizes: Mapping[str, int]) -> str:
    """`n = 3, d = 2`; empty where a statement has no sizes."""
    return ", ".join(f"{name} = {value}" for name, value in sizes.items())


def all_sizes_text(each: Sequence[Mapping[str, int]]) -> str:
    """`n = 3, 8, 5`: sizes one after the other, those of several names as a tuple."""
    if not each or not each[0]:
        return ""
    names = list(each[0])
    if len(names) == 1:
        return f"{names[0]} = " + ", ".join(str(sizes[names[0]]) for sizes in each)
    values = (str(tuple(sizes[name] for name in names)) for sizes in each)
    return f"({', '.join(names)}) = " + ", ".join(values)


def reach_text(measurement: MeasurementAccount) -> str:
    """Between which numbers it was measured: `numbers from 2.1 × 10⁻⁶ to 8 × 10⁵`."""
    low, high = map(number_text, measurement.reach)
    return f"numbers from {low} to {high}, zeros aside" if low != high else ""


def number_text(number: float) -> str:
    """A residual or tolerance as one writes it: 2.2 × 10⁻¹⁶."""
    mantissa, exponent = scientific(number)
    if not exponent:
        return mantissa
    power = "10" + exponent.translate(SUPERSCRIPTS)
    return power if mantissa == "1" else f"{mantissa} × {power}"


def number_latex(number: float) -> str:
    """A residual or tolerance as LaTeX mathematics."""
    mantissa, exponent = scientific(number)
    power = rf" \times 10^{{{exponent}}}" if exponent else ""
    return rf"\({mantissa}{power}\)"


def scientific(number: float) -> tuple[str, str]:
    """Two digits and the exponent; no exponent for what is easily read without."""
    if not isfinite(number):
        return "not a finite number", ""
    if number == 0 or 1e-2 <= abs(number) < 1e4:
        return f"{number:.3g}", ""
    mantissa, _, exponent = f"{number:.1e}".partition("e")
    return mantissa.removesuffix(".0"), str(int(exponent))


def steps(bundle: Bundle) -> int:
    """The steps of its proof for every size; 0 where there is no such proof."""
    if bundle.verdict is not Verdict.PROVED or bundle.proof is None:
        return 0
    return sum(bool(line.reason) for line in bundle.proof.lines)


def standing(bundle: Bundle) -> str:
    """The verdict as it is counted; those proved for every size stand apart."""
    return FOR_EVERY_SIZE if steps(bundle) else bundle.verdict


def verdict_text(bundle: Bundle) -> str:
    """The verdict as the badge shows it: `proved`, `proved at n = 3` ..."""
    if steps(bundle):
        return f"{FOR_EVERY_SIZE}, and measured"
    if bundle.verdict is Verdict.PROVED_AT_SIZES and bundle.proof:
        return f"proved at {sizes_text(bundle.proof.sizes)}"
    return bundle.verdict


def verdict_sentence(bundle: Bundle) -> str:
    """What the verdict means, in a sentence."""
    match bundle.verdict:
        case Verdict.PROVED if steps(bundle):
            return "Proved for every size, step by step; and measured."
        case Verdict.PROVED if bundle.measurement and any(bundle.measurement.sizes):
            return "Proved symbolically, for all sizes."
        case Verdict.PROVED:
            return "Proved symbolically."
        case Verdict.PROVED_AT_SIZES:
            sizes = sizes_text(bundle.proof.sizes if bundle.proof else {})
            return f"Proved symbolically at {sizes}, entry by entry."
        case Verdict.MEASURED_ONLY:
            return f"Measured, not proved: {bundle.measured_only}"
        case Verdict.DEFINITION:
            return "It says what a symbol stands for; there is nothing to prove."
        case Verdict.REFUTED:
            return "False: it was refuted."


def proof_text(proof: ProofAccount) -> str:
    """How the proof went: method, sizes, note."""
    where = sizes_text(proof.sizes)
    parts = (proof.method, where and f"at {where}", proof.note)
    return "; ".join(part for part in parts if part)


def steps_text(bundle: Bundle) -> str:
    """How a statement was proved for every size: `in index notation, 14 steps`."""
    count = steps(bundle)
    return f"in index notation, {count} step{'s' if count != 1 else ''}"


def missing_text(proof: ProofAccount) -> str:
    """What a proof for every size lacks, in a line; empty where nothing is known."""
    text = " ".join(proof.missing.split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 2].rstrip()} …"


def measurement_text(measurement: MeasurementAccount) -> str:
    """How it was measured: points, sizes, method."""
    points, where = measurement.points, all_sizes_text(measurement.sizes)
    at = f"at {points} random point{'s' if points != 1 else ''}"
    parts = (measurement.method, at, where, reach_text(measurement))
    return "; ".join(part for part in parts if part)


def attack_text(tried: AttackAccount) -> str:
    """What was tried to make fail what is not proved for every size, in vain."""
    low, high = map(number_text, tried.reach)
    searches = tried.searches
    parts = (
        f"it held at {tried.points} further points or more",
        searches and f"{searches} searches for where it fails found nothing",
        low != high and f"numbers from {low} to {high} and zeros",
        tried.largest and f"sizes up to {tried.largest}",
        tried.whole and f"whole numbers up to {tried.whole}",
    )
    return "; ".join(part for part in parts if part)


def residual_text(measurement: MeasurementAccount) -> str:
    """The largest residual next to its tolerance."""
    residual, tolerance = measurement.residual, measurement.tolerance
    return f"{number_text(residual)} (tolerance {number_text(tolerance)})"


def mutants_text(row: AuditRow | None) -> str:
    """How many deliberate errors each reader caught."""
    if row is None:
        return NOT_AUDITED
    survivors = len(row["survivors"])
    left = f"; {survivors} left over, each reviewed and true" if survivors else ""
    unread = row["without_value"]
    apart = f"; {unread} without a value, which neither can read" if unread else ""
    drawn = f" drawn from {row['drawn_from']}" if "drawn_from" in row else ""
    return (
        f"of {row['mutants']} small changes to it{drawn}, measurement catches"
        f" {row['numeric']} and proof {row['symbolic']}{apart}{left}"
    )


def summary_text(bundle: Bundle, row: AuditRow | None) -> str:
    """What follows the verdict on the badge: residual and mutants caught."""
    parts: list[str] = []
    if bundle.measurement:
        parts.append(f"residual {number_text(bundle.measurement.residual)}")
    if row:
        caught = row["mutants"] - row["without_value"] - len(row["survivors"])
        parts.append(f"{caught} of {row['mutants']} mutants caught")
    return " · ".join(parts)


def badge_latex(bundle: Bundle) -> str:
    """The badge in print: the verdict, and how large the residual is."""
    text = verdict_text(bundle).replace("_", r"\_")
    if bundle.measurement:
        text += f", residual {number_latex(bundle.measurement.residual)}"
    return rf"\proofreadbadge{{{text}}}"
