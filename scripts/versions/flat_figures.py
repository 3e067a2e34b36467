"""extras/figures_flat.csv: every figure with what it is about, for people who will not join."""

import csv
import io
from collections import Counter

from scripts.versions.package_reader import Package

PATH = "extras/figures_flat.csv"


def make_flat_figures(package: Package) -> bytes:
    """Return one row a figure as CSV: its own columns, then what other tables say of it.

    Added are the claim's `statement` and `proposition_id`, `post_title`, `indicator_label`,
    `unit_label`, for each verdict of the reference checks how many gave it (`matches_count` …;
    checks whose source cannot be found again only in `unretrievable_count`), and how many
    consistency checks that fail the figure is part of (`failing_count`).
    """
    table = package.tables["figures"]
    counts = _count_verdicts(package)
    failing = _count_failing(package)
    verdicts = package.tables["reference_checks"].fields["verdict"]["constraints"]["enum"]
    # name of the column: the table it is taken from, the figure's key to it, its name there
    columns = {
        "statement": ("claims", "claim_id", "statement"),
        "proposition_id": ("claims", "claim_id", "proposition_id"),
        "post_title": ("posts", "post_id", "title"),
        "indicator_label": ("indicators", "indicator_id", "label"),
        "unit_label": ("units", "unit", "label"),
    }
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    counted = [*verdicts, "unretrievable"]
    names = [f"{name}_count" for name in [*counted, "failing"]]
    writer.writerow([*table.fields, *columns, *names])
    for key, row in table.rows.items():
        joined = [
            package.tables[name].rows.get((row[own],), {}).get(wanted, "")
            for name, own, wanted in columns.values()
        ]
        found = [counts[key[0], verdict] for verdict in counted]
        writer.writerow([*row.values(), *joined, *found, failing[key[0]]])
    return buffer.getvalue().encode()


def _count_verdicts(package: Package) -> Counter[tuple[str, str]]:
    """Count checks by figure and verdict."""
    sources = package.tables["published_sources"].rows
    counts: Counter[tuple[str, str]] = Counter()
    for check in package.tables["reference_checks"].rows.values():
        source = check["source_id"]
        found_again = not source or sources[source,]["retrievable"] == "yes"
        counts[check["figure_id"], check["verdict"] if found_again else "unretrievable"] += 1
    return counts


def _count_failing(package: Package) -> Counter[str]:
    """Count by figure the consistency checks that fail."""
    checks = package.tables["consistency_checks"].rows
    pairs = {
        (item["figure_id"], item["check_id"])
        for item in package.tables["consistency_items"].rows.values()
        if checks[item["check_id"],]["outcome"] == "fails"
    }
    return Counter(figure for figure, _ in pairs)
