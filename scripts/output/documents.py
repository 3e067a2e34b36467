"""The generated parts of the pages: counts and codelists, taken from data and registers."""

from collections import Counter
from collections.abc import Iterable, Mapping

from scripts.curation.register_file import Entry
from scripts.curation.registers import Registers
from scripts.description.markdown import make_table, to_plain, to_prose
from scripts.problem import Problem, ProblemsFound
from scripts.tables.annotated import Row
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
    header = [
        *("post", "sentences", "with claims", "accounted for", "claims", "figures"),
        *("numerals", "accounted for", "operation mentions"),
    ]
    lines = []
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
    return make_table(header, lines, len(header) - 1)


def _coverage_line(name: str, counts: Counter[str]) -> list[str]:
    cells = [
        counts["sentences"],
        counts["with_claims"],
        share(counts["reasoned"], counts["sentences"]),
        counts["claims"],
        counts["figures"],
        counts["numerals"],
        share(counts["disposed"], counts["numerals"]),
        counts["operation_mentions"],
    ]
    return [name, *map(str, cells)]


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
        lines += [f"### {name}", "", to_prose(str(entry.fields["definition"])), ""]
        if "same_as" in entry.fields:
            lines += [f"Codes: those of `{entry.fields['same_as']}`.", ""]
            continue
        rows = [
            [
                f"`{code}`",
                to_prose(str(item.fields["definition"])),
                *(_example(item, field) for field in ("example", "counter_example")),
            ]
            for code, item in registers.code_labels(name).items()
        ]
        lines += [make_table(("code", "definition", "example", "not"), rows), ""]
    return "\n".join(lines).rstrip()


def _example(item: Entry, field: str) -> str:
    """Return 'pNN: WORDS' of a field 'pNN | WORDS', '' where there is none."""
    return to_plain(str(item.fields.get(field, "")).replace(" | ", ": "))


def make_agreement(tables: Tables) -> str:
    """Return the agreement of the two codings, as Markdown."""
    names = {
        "unit": "unit_type",
        "field": "field",
        "first": "first_count",
        "second": "second_count",
        "matched": "matched_count",
        "precision": "precision",
        "recall": "recall",
        "F1": "f1",
        "agreement": "agreement",
        "alpha": "alpha",
    }
    rows = (
        ["" if row[column] is None else str(row[column]) for column in names.values()]
        for row in tables["coding_agreement"]
    )
    return make_table(tuple(names), rows, len(names) - 2)


def make_agreement_summary(tables: Tables) -> str:
    """Return how far the two codings agree on each kind of row, as Markdown.

    F1 says how often both found the same; for rows that both found, the fields on which they
    agree least and most.
    """
    units: dict[str, list[Row]] = {}
    for row in tables["coding_agreement"]:
        units.setdefault(str(row["unit_type"]), []).append(row)
    lines = []
    for unit, rows in units.items():
        whole, *fields = sorted(rows, key=lambda row: row["field"] is not None)
        ranked = sorted(fields, key=lambda row: (float(str(row["agreement"])), str(row["field"])))
        ends = [f"`{row['field']}` {row['agreement']}" for row in (*ranked[:1], *ranked[-1:])]
        lines.append([unit, str(whole["matched_count"]), str(whole["f1"]), *(ends or ["", ""])])
    return make_table(("kind of row", "found by both", "F1", "least", "most"), lines)


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
    lines = []
    for verdict in ("matches", "matches_derived", "differs", "partly", "contested"):
        cells = [counts[verdict, kind] for kind in independence]
        lines.append([f"`{verdict}`", *map(str, [*cells, sum(cells)])])
    kinds = Counter(str(row["independence"]) for row in counted)
    totals = [kinds[kind] for kind in independence]
    lines.append(["all", *map(str, [*totals, sum(totals)])])
    found = _statements(counted)
    differing = _statements(row for row in counted if row["verdict"] == "differs")
    return "\n".join(
        [
            make_table(("verdict", "same claimant", "independent", "checks"), lines, 3),
            "",
            f"Statements checked against a source: {len(found)}; of these, statements that differ "
            f"from one: {len(differing)}. "
            f"Statements looked for and not found: {len(not_found - found)}. Checks whose source "
            f"cannot be found again, not counted above: {len(apart)}.",
        ]
    )


def _statements(checks: Iterable[Mapping[str, object]]) -> set[object]:
    return {row["figure_id"] or row["claim_id"] or row["mention_id"] for row in checks}
