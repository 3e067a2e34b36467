"""The generated parts of the pages: counts and codelists, taken from data and registers."""

from collections import Counter
from collections.abc import Iterable, Mapping

from scripts.curation.registers import Registers
from scripts.problem import Problem, ProblemsFound
from scripts.tables.assemble import Tables


def fill_regions(page: str, parts: Mapping[str, str], file: str) -> str:
    """Return the page with each part between its two markers.

    A part stands between '<!-- begin NAME -->' and '<!-- end NAME -->'.

    Raises:
        ProblemsFound: a marker is missing.
    """
    for name, content in parts.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        before, found, rest = page.partition(begin)
        _, closed, after = rest.partition(end)
        if not found or not closed:
            mend = f"put {begin} and {end} where the part shall stand"
            raise ProblemsFound([Problem(file, 0, f"the markers of {name} are missing", mend)])
        page = f"{before}{begin}\n{content}\n{end}{after}"
    return page


def make_coverage(tables: Tables) -> str:
    """Return the table of counts and coverage per post, as Markdown.

    Coverage is the share of sentences with claims or a reason, of numerals with a disposition;
    the build refuses anything below the whole, so the columns show counts and the share that
    was counted, not assumed.
    """
    claimed = {row["sentence_id"] for row in tables["claims"]}
    lines = [
        "| post | sentences | with claims | accounted for | claims | figures | numerals "
        "| accounted for | operation mentions |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    totals: Counter[str] = Counter()
    for post in tables["posts"]:
        rows = {
            name: [row for row in tables[name] if row["post_id"] == post["post_id"]]
            for name in (
                "sentences",
                "claims",
                "figures",
                "numerals",
                "operation_mentions",
            )
        }
        counts = Counter({name: len(found) for name, found in rows.items()})
        counts["with_claims"] = sum(s["sentence_id"] in claimed for s in rows["sentences"])
        counts["reasoned"] = counts["with_claims"] + sum(
            s["no_claim_reason"] is not None for s in rows["sentences"]
        )
        counts["disposed"] = sum(n["disposition"] is not None for n in rows["numerals"])
        totals += counts
        lines.append(_coverage_line(str(post["post_id"]), counts))
    lines.append(_coverage_line("all", totals))
    return "\n".join(lines)


def _coverage_line(name: str, counts: Counter[str]) -> str:
    cells = [
        name,
        counts["sentences"],
        counts["with_claims"],
        share(counts["reasoned"], counts["sentences"]),
        counts["claims"],
        counts["figures"],
        counts["numerals"],
        share(counts["disposed"], counts["numerals"]),
        counts["operation_mentions"],
    ]
    return f"| {' | '.join(map(str, cells))} |"


def share(part: int, whole: int) -> str:
    """Return part of whole in percent, one decimal unless it is 100 %."""
    if part == whole:
        return "100 %"
    # What is not the whole never rounds to it.
    return f"{min(99.9, 100 * part / whole):.1f} %"


def make_codelists(registers: Registers) -> str:
    """Return every codelist with definitions, examples and counter-examples, as Markdown."""
    lines = []
    for name, entry in registers.codes.items():
        lines += [f"### {name}", "", str(entry.fields["definition"]), ""]
        if "same_as" in entry.fields:
            lines += [f"Codes: those of `{entry.fields['same_as']}`.", ""]
            continue
        lines += ["| code | definition | example | not |", "|---|---|---|---|"]
        for code, item in registers.code_labels(name).items():
            example = str(item.fields.get("example", "")).replace(" | ", ": ")
            counter = str(item.fields.get("counter_example", "")).replace(" | ", ": ")
            lines.append(f"| `{code}` | {item.fields['definition']} | {example} | {counter} |")
        lines.append("")
    return "\n".join(lines).rstrip()


def make_agreement(tables: Tables) -> str:
    """Return the agreement of the two codings, as Markdown."""
    lines = [
        "| unit | field | first | second | matched | precision | recall | F1 | agreement | alpha |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    columns: tuple[str, ...] = (
        "unit_type",
        "field",
        "first_count",
        "second_count",
        "matched_count",
    )
    columns += ("precision", "recall", "f1", "agreement", "alpha")
    for row in tables["coding_agreement"]:
        cells = ["" if row[column] is None else str(row[column]) for column in columns]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def make_reference_summary(tables: Tables) -> str:
    """Return how many statements were checked, with which verdict and by whom, as Markdown.

    A statement is a figure, claim or name of an operation. Checks whose source no reader could
    find again (`retrievable` is no) are counted apart and in no other number.
    """
    retrievable = {
        row["source_id"] for row in tables["published_sources"] if row["retrievable"] == "yes"
    }
    checks = tables["reference_checks"]
    counted = [row for row in checks if row["source_id"] in retrievable]
    not_found = _statements(row for row in checks if row["verdict"] == "not_found")
    apart = [row for row in checks if row["source_id"] and row["source_id"] not in retrievable]
    counts = Counter((str(row["verdict"]), str(row["independence"])) for row in counted)
    independence = ("same_claimant", "independent")
    lines = ["| verdict | same claimant | independent | checks |", "|---|--:|--:|--:|"]
    for verdict in ("matches", "matches_derived", "differs", "partly", "contested"):
        cells = [counts[verdict, kind] for kind in independence]
        lines.append(f"| `{verdict}` | {cells[0]} | {cells[1]} | {sum(cells)} |")
    kinds = Counter(str(row["independence"]) for row in counted)
    totals = [kinds[kind] for kind in independence]
    lines.append(f"| all | {totals[0]} | {totals[1]} | {sum(totals)} |")
    found = _statements(counted)
    differing = _statements(row for row in counted if row["verdict"] == "differs")
    return "\n".join(
        [
            *lines,
            "",
            f"Statements checked against a source: {len(found)}; of these, statements that differ "
            f"from one: {len(differing)}. "
            f"Statements looked for and not found: {len(not_found - found)}. Checks whose source "
            f"cannot be found again, not counted above: {len(apart)}. By the same claimant, "
            "`matches` means that the post repeats the official figure, not that the figure is "
            "true.",
        ]
    )


def _statements(checks: Iterable[Mapping[str, object]]) -> set[object]:
    return {row["figure_id"] or row["claim_id"] or row["mention_id"] for row in checks}
