"""What the README counts: coverage, agreement of the codings, checks against sources."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from scripts.tables.row import Row, Tables, span_of

_BY_POST = (
    *("sentences", "claims", "figures", "numerals", "operation_mentions", "evaluations"),
    "talking_point_mentions",
)

# Krippendorff, Content Analysis, chapter 12: reliable from 0.8.
RELIABLE = 0.8


class Agreement(NamedTuple):
    """How far two codings agree on one kind of unit: rows by country, '' for all posts.

    `least` are the rows of the field whose alpha is least in any group, `least_alpha` that alpha.
    """

    whole: dict[str, Row]
    least: dict[str, Row]
    least_alpha: float


def count_coverage(tables: Tables) -> dict[str, Counter[str]]:
    """Return the counts of each post, and those of 'all'.

    Beside the rows of its tables a post has `disposed`, the numerals that have a disposition, and
    the letters and digits of its text: `letters` are all, `claimed` those in the quotes of claims,
    `rest REASON` those in the remainders of a reason, `held` both together. Of a withheld text
    nothing is counted.
    """
    counts = {row["post_id"]: Counter[str]() for row in tables["posts"]}
    for name in _BY_POST:
        for row in tables[name]:
            counts[row["post_id"]][name] += 1
    for row in tables["numerals"]:
        counts[row["post_id"]]["disposed"] += bool(row["disposition"])
    for row in tables["remainders"]:
        letters = sum(map(str.isalnum, row["quote"]))
        counts[row["post_id"]].update({f"rest {row['reason']}": letters, "held": letters})
    for row in tables["posts"]:
        own = counts[row["post_id"]]
        own["letters"] = sum(map(str.isalnum, row["text"]))
        spans = [span_of(claim) for claim in tables["claims"] if claim["post_id"] == row["post_id"]]
        claimed = {place for span in spans for place in range(*span)}
        own["claimed"] = sum(row["text"][place].isalnum() for place in claimed if row["text"])
        own["held"] += own["claimed"]
    return counts | {"all": sum(counts.values(), Counter[str]())}


def rest_by_reason(coverage: Mapping[str, Counter[str]]) -> list[tuple[str, int]]:
    """Return the reasons of remainders with the letters in them, the most first."""
    total = coverage["all"]
    found = ((name.removeprefix("rest "), total[name]) for name in total if " " in name)
    return sorted(found, key=lambda one: (-one[1], one[0]))


def summarise_agreement(rows: Iterable[Row]) -> list[Agreement]:
    """Return, for each kind of unit that has fields, its least reliable one; the least first.

    Args:
        rows: the table coding_agreement.
    """
    found = []
    fields = by_field(rows)
    for unit in dict.fromkeys(unit for unit, _ in fields):
        whole, *others = (groups for (kind, _), groups in fields.items() if kind == unit)
        if others:
            least = min(others, key=least_alpha)
            found.append(Agreement(whole, least, least_alpha(least)))
    return sorted(found, key=lambda kind: kind.least_alpha)


def by_field(rows: Iterable[Row]) -> dict[tuple[str, str], dict[str, Row]]:
    """Return the rows of each unit type and field by country; field '' is the unit itself."""
    fields: dict[tuple[str, str], dict[str, Row]] = {}
    for row in rows:
        fields.setdefault((row["unit_type"], row["field"]), {})[row["about"]] = row
    return fields


def least_alpha(groups: Mapping[str, Row]) -> float:
    """Return the least alpha of a field in any group; agreement where only one code occurs."""
    return min(float(row["alpha"] or row["agreement"]) for row in groups.values())


def unreliable(rows: Iterable[Row]) -> list[str]:
    """Return 'unit.field' of the fields whose alpha is below `RELIABLE` in any group."""
    fields = by_field(rows).items()
    return [
        f"{u}.{name}" for (u, name), groups in fields if name and least_alpha(groups) < RELIABLE
    ]


def rates_of_error(tables: Tables) -> list[dict[str, Any]]:
    """Return how many rows of each table readers have called wrong, before any correction.

    The interval is Wilson's (Probable inference, the law of succession, and statistical inference,
    JASA 22, 1927), for 95 %.

    Returns:
        `table`, `rows`, `wrong`, `unsure`, `rate`, `low`, `high` (of 100 rows), `readers`.
    """
    z = 1.96
    found = []
    for table in sorted({row["table"] for row in tables["row_reviews"]}):
        rows = [row for row in tables["row_reviews"] if row["table"] == table]
        verdicts = Counter(row["review_verdict"] for row in rows)
        n, wrong = len(rows), verdicts["wrong"]
        middle = (wrong + z * z / 2) / (n + z * z)
        half = z / (n + z * z) * (wrong * (n - wrong) / n + z * z / 4) ** 0.5
        found.append(
            {
                "table": table,
                "rows": n,
                "wrong": wrong,
                "unsure": verdicts["unsure"],
                "rate": f"{100 * wrong / n:.1f}",
                "low": f"{100 * max(0.0, middle - half):.1f}",
                "high": f"{100 * (middle + half):.1f}",
                "readers": ", ".join(sorted({row["reader"].replace("_", " ") for row in rows})),
            }
        )
    return found


def summarise_references(tables: Tables) -> dict[str, Any]:
    """Return how many statements were checked, with which verdict and by whom.

    A statement is a figure, claim or name of an operation. Checks whose source no reader could
    find again (`retrievable` is no) are counted in `apart` and in no other number.

    Returns:
        `verdicts`: checks by (verdict, independence); `of_verdict`, `kinds`: checks by verdict and
        by independence; `checked`, `differing`, `not_found`: statements; `apart`: checks;
        `conclusions`, `with_figures`: claims by conclusion, and those of them with figures.
    """
    claims_with_figures = {row["claim_id"] for row in tables["figures"]}
    sources = {row["source_id"]: row["retrievable"] for row in tables["published_sources"]}
    checks = tables["reference_checks"]
    counted = [row for row in checks if sources.get(row["source_id"]) == "yes"]
    checked = _statements(counted)
    not_found = _statements(row for row in checks if row["verdict"] == "not_found")
    return {
        "verdicts": Counter((row["verdict"], row["independence"]) for row in counted),
        "of_verdict": Counter(row["verdict"] for row in counted),
        "kinds": Counter(row["independence"] for row in counted),
        "checked": len(checked),
        "differing": len(_statements(row for row in counted if row["verdict"] == "differs")),
        "not_found": len(not_found - checked),
        "apart": sum(bool(row["source_id"]) for row in checks) - len(counted),
        "conclusions": Counter(row["conclusion"] for row in tables["claim_reviews"]),
        "with_figures": Counter(
            row["conclusion"]
            for row in tables["claim_reviews"]
            if row["claim_id"] in claims_with_figures
        ),
    }


def count_tertiary_only(tables: Tables) -> int:
    """Return how many supported claims rest on tertiary sources alone."""
    claim_of = {row["figure_id"]: row["claim_id"] for row in tables["figures"]}
    kinds: dict[str, set[str]] = {}
    for row in tables["reference_checks"]:
        if row["verdict"] in ("matches", "matches_derived", "partly"):
            claim = row["claim_id"] or claim_of.get(row["figure_id"], "")
            kinds.setdefault(claim, set()).add(row["independence"])
    supported = (row for row in tables["claim_reviews"] if row["conclusion"] == "supported")
    return sum("independent" not in kinds.get(row["claim_id"], ()) for row in supported)


def _statements(checks: Iterable[Row]) -> set[str]:
    return {row["figure_id"] or row["claim_id"] or row["mention_id"] for row in checks}
