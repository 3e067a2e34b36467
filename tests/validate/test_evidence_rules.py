"""Every rule of the evidence layer rejects one changed cell of the real tables, naming its row.

No descriptor is looked at here: whoever changes a cell can also change a hash.
"""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest

from scripts.archive.reader import Post
from scripts.checks import evidence
from scripts.checks.evidence import check_evidence
from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables, read_text_tables
from scripts.curation.loading import read_agreement
from scripts.curation.registers import Registers
from scripts.description.cache import load_table_schemas
from scripts.mutations.evidence_cells import BROKEN as GROUPS
from scripts.mutations.evidence_cells import Broken
from scripts.mutations.package_copy import key_of
from tests.validate.real_package import assert_found

ROOT = Path(__file__).resolve().parents[2]
Check = Callable[[TextTables], list[Finding]]


@pytest.fixture(scope="session")
def read_once(built_project: Path) -> TextTables:
    tables, unreadable = read_text_tables(built_project, load_table_schemas())
    assert not unreadable
    return tables


@pytest.fixture
def tables(read_once: TextTables) -> TextTables:
    """The real tables, to be broken."""
    return deepcopy(read_once)


@pytest.fixture
def check(registers: Registers, posts: dict[str, Post]) -> Check:
    agreement, _ = read_agreement(ROOT)
    return lambda tables: check_evidence(tables, registers, list(posts.values()), agreement)


def test_the_real_tables_break_no_rule(tables: TextTables, check: Check) -> None:
    found = check(tables)
    assert not found, "\n".join(map(str, found[:20]))


BROKEN = {name: broken for group in GROUPS.values() for name, broken in group.items()}


ORDERED = [
    *("posts", "sentences", "claims", "figures", "numerals"),
    *("operation_mentions", "entity_mentions", "phrases"),
    *("claim_operations", "operation_parties", "propositions", "parallels", "consistency_items"),
]


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_cell_is_named_with_its_row(
    tables: TextTables, check: Check, broken: Broken
) -> None:
    row = next(filter(broken.chosen, tables[broken.table]))
    cells = broken.cells(row)
    assert any(row[column] != cell for column, cell in cells.items()), "nothing is broken"
    row.update(cells)
    assert_found(check(tables), "evidence", broken.table, key_of(broken.table, row), broken.words)


def lies_in(row: TextRow, outer: TextRow) -> bool:
    start, end = int(outer["char_start"]), int(outer["char_end"])
    same = row["sentence_id"] == outer["sentence_id"]
    return same and start <= int(row["char_start"]) and int(row["char_end"]) <= end


@pytest.mark.parametrize("ends", [", ", "."])
def test_a_claim_that_takes_the_sentences_punctuation_is_named(
    tables: TextTables, check: Check, ends: str
) -> None:
    texts = {row["post_id"]: row["text"] for row in tables["posts"]}
    step = len(ends) if ends == "." else -len(ends)

    def around(row: TextRow) -> str:
        at = int(row["char_end"] if step > 0 else row["char_start"])
        return texts[row["post_id"]][min(at, at + step) : max(at, at + step)]

    row = next(row for row in tables["claims"] if around(row) == ends)
    if step > 0:
        row.update(char_end=str(int(row["char_end"]) + step), quote=row["quote"] + ends)
    else:
        row.update(char_start=str(int(row["char_start"]) + step), quote=ends + row["quote"])
    assert_found(check(tables), "evidence", "claims", row["claim_id"], "punctuation")


def test_a_mention_with_its_article_is_named(tables: TextTables, check: Check) -> None:
    texts = {row["post_id"]: row["text"] for row in tables["posts"]}

    def before(row: TextRow) -> str:
        return texts[row["post_id"]][: int(row["char_start"])]

    row = next(row for row in tables["operation_mentions"] if before(row).endswith(" the "))
    row.update(char_start=str(int(row["char_start"]) - 4), quote="the " + row["quote"])
    place = row["mention_id"]
    assert_found(check(tables), "evidence", "operation_mentions", place, "an article")


@pytest.mark.parametrize("table", ORDERED)
def test_a_row_out_of_order_is_named(tables: TextTables, check: Check, table: str) -> None:
    tables[table].append(tables[table].pop(0))
    place = key_of(table, tables[table][-1])
    assert_found(check(tables), "evidence", table, place, "out of order")


def test_a_lost_numeral_is_named_by_its_place(tables: TextTables, check: Check) -> None:
    lost = tables["numerals"].pop(5)
    assert_found(check(tables), "evidence", "numerals", lost["numeral_id"], "the row None")


def test_an_invented_numeral_is_named(tables: TextTables, check: Check) -> None:
    invented = tables["numerals"][0] | {"numeral_id": "p01.n130", "char_start": "130"}
    tables["numerals"].append(invented)
    assert_found(check(tables), "evidence", "numerals", "p01.n130", "reads None")


def test_a_lost_sentence_leaves_text_without_sentence(tables: TextTables, check: Check) -> None:
    tables["sentences"].pop(3)
    following = tables["sentences"][3]["sentence_id"]
    assert_found(check(tables), "evidence", "sentences", following, "text without a sentence")


def test_a_lost_last_sentence_is_named_by_its_post(tables: TextTables, check: Check) -> None:
    lost = tables["sentences"].pop()
    assert_found(check(tables), "evidence", "posts", lost["post_id"], "the end of the text")


def test_a_lost_post_is_named(tables: TextTables, check: Check) -> None:
    lost = tables["posts"].pop()["post_id"]
    assert_found(check(tables), "evidence", "posts", lost, "only one of archive and table")


@pytest.mark.parametrize("phrase_type", ["standing_work", "scare_quote", "heading_case"])
def test_a_lost_phrase_is_named_by_its_sentence(
    tables: TextTables, check: Check, phrase_type: str
) -> None:
    rows = tables["phrases"]
    lost = next(row for row in rows if row["phrase_type"] == phrase_type)
    rows.remove(lost)
    assert_found(check(tables), "evidence", "sentences", lost["sentence_id"], "nor phrase")


def test_a_lost_entity_mention_is_named_by_its_sentence(tables: TextTables, check: Check) -> None:
    lost = tables["entity_mentions"].pop(0)
    words = f"the name {lost['quote']!r}"
    assert_found(check(tables), "evidence", "sentences", lost["sentence_id"], words)


def test_an_entity_mention_of_other_words_is_named(tables: TextTables, check: Check) -> None:
    lost = tables["phrases"][0]
    invented = {key: lost[key] for key in ("post_id", "sentence_id", "char_start", "char_end")}
    identifier = f"{lost['post_id']}.e{lost['char_start']}"
    row = {"entity_mention_id": identifier, "quote": lost["quote"], "entity_id": "china"}
    tables["entity_mentions"].append(invented | row)
    assert_found(check(tables), "evidence", "entity_mentions", identifier, "no registered name")


def test_a_lost_claim_leaves_its_sentence_without_reason(tables: TextTables, check: Check) -> None:
    sentences = [row["sentence_id"] for row in tables["claims"]]
    lost = next(row for row in tables["claims"] if sentences.count(row["sentence_id"]) == 1)
    tables["claims"].remove(lost)
    assert_found(check(tables), "evidence", "sentences", lost["sentence_id"], "never both")


def test_a_lost_figure_is_named_by_its_numeral(tables: TextTables, check: Check) -> None:
    lost = tables["figures"].pop(0)
    numeral = next(row for row in tables["numerals"] if row["figure_id"] == lost["figure_id"])
    place = numeral["numeral_id"]
    assert_found(check(tables), "evidence", "numerals", place, "stands in no figure")


def test_a_lost_link_of_a_named_operation_is_named(tables: TextTables, check: Check) -> None:
    claims = {row["claim_id"]: row for row in tables["claims"]}
    lost = next(
        link
        for link in tables["claim_operations"]
        for mention in tables["operation_mentions"]
        if mention["operation_id"] == link["operation_id"]
        and lies_in(mention, claims[link["claim_id"]])
    )
    tables["claim_operations"].remove(lost)
    place = f"{lost['claim_id']} {lost['operation_id']}"
    assert_found(check(tables), "evidence", "claim_operations", place, "no link says so")


def test_two_claims_of_the_same_words_are_named(tables: TextTables, check: Check) -> None:
    tables["claims"].append(tables["claims"][0] | {"claim_id": "p01.c98"})
    assert_found(check(tables), "evidence", "claims", "p01.c98", "has the span of p01.c01")


@pytest.mark.parametrize("table", ["figures", "phrases", "entity_mentions"])
def test_rows_that_share_words_are_named(tables: TextTables, check: Check, table: str) -> None:
    rows = tables[table]
    row = next(row for row in rows if row.get("phrase_type") != "heading_case")
    key = next(iter(row))
    rows.insert(rows.index(row) + 1, row | {key: "p01.zz"})
    assert_found(check(tables), "evidence", table, "p01.zz", "shares words with")


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("operations", "operation_id"),
        ("entities", "entity_id"),
        ("indicators", "indicator_id"),
        ("units", "unit"),
        ("published_sources", "source_id"),
    ],
)
def test_an_entry_that_nothing_uses_is_named(
    tables: TextTables, check: Check, table: str, key: str
) -> None:
    tables[table].append(tables[table][0] | {key: "unheard-of"})
    found = check(tables)
    assert_found(found, "evidence", table, "unheard-of", "is used nowhere")
    assert_found(found, "evidence", table, "unheard-of", "in no register")


def test_a_lost_code_is_named(tables: TextTables, check: Check) -> None:
    lost = tables["codes"].pop(0)
    place = f"{lost['list']} {lost['code']}"
    assert_found(check(tables), "evidence", "codes", place, "entry is missing")


def test_a_figure_whose_range_falls_is_named(tables: TextTables, check: Check) -> None:
    row = tables["figures"][0]
    row["quote"] = "from 160,000 to 35,000 cases"
    assert_found(check(tables), "evidence", "figures", row["figure_id"], "a range that falls")


def test_an_operation_whose_evidence_is_not_about_it_is_named(
    tables: TextTables, check: Check
) -> None:
    operation = tables["operations"][0]["operation_id"]
    links = tables["claim_operations"]
    tables["claim_operations"] = [row for row in links if row["operation_id"] != operation]
    assert_found(check(tables), "evidence", "operations", operation, "no claim about it")


@pytest.mark.parametrize("table", ["consistency_checks", "reference_checks", "propositions"])
def test_a_comparison_that_cannot_be_computed_is_said_and_hides_nothing_else(
    tables: TextTables, check: Check, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = {"consistency_checks": "consistency", "reference_checks": "references"}

    def fail(_: TextTables) -> list[Finding]:
        raise KeyError("p01.f99")

    monkeypatch.setattr(evidence, f"check_{names.get(table, 'recurrences')}", fail)
    tables["numerals"][0]["value"] = "77"
    found = check(tables)
    assert_found(found, "evidence", table, "", "cannot be computed")
    assert_found(found, "evidence", "numerals", tables["numerals"][0]["numeral_id"], "reads")


@pytest.mark.parametrize("table", ["codes", "operations", "reference_checks"])
def test_a_row_out_of_the_order_of_its_register_is_named(
    tables: TextTables, check: Check, table: str
) -> None:
    tables[table].append(tables[table].pop(0))
    place = key_of(table, tables[table][0])
    assert_found(check(tables), "evidence", table, place, "stands out of order, where")


def test_a_verdict_that_no_register_gives_is_named(tables: TextTables, check: Check) -> None:
    row = next(row for row in tables["reference_checks"] if row["note"])
    row["note"] = "Anything."
    place = row["check_id"]
    assert_found(check(tables), "evidence", "reference_checks", place, "note is 'Anything.'")


def test_a_part_that_neither_condition_nor_base_holds_is_named(
    tables: TextTables, check: Check
) -> None:
    row = next(row for row in tables["figures"] if row["condition"])
    row["condition"] = ""
    words = "neither condition nor base holds"
    assert_found(check(tables), "evidence", "figures", row["figure_id"], words)


def test_a_substance_that_the_quote_names_and_the_figure_leaves_out_is_named(
    tables: TextTables, check: Check
) -> None:
    row = next(row for row in tables["figures"] if row["substance"] == "heroin")
    row["substance"] = ""
    assert_found(check(tables), "evidence", "figures", row["figure_id"], "the quote names heroin")


@pytest.mark.parametrize("column", ["place_sentence_id", "period_sentence_id", "period"])
def test_what_a_figure_has_from_another_place_than_its_claim_is_named(
    tables: TextTables, check: Check, column: str
) -> None:
    claims = {row["claim_id"]: row for row in tables["claims"]}
    row = next(row for row in tables["figures"] if row[column] == claims[row["claim_id"]][column])
    row[column] = "2001-02" if column == "period" else f"{row['post_id']}.s99"
    words = f"in {row['claim_id']} with the same"
    assert_found(check(tables), "evidence", "figures", row["figure_id"], words)


def test_a_finding_whose_reference_check_is_of_something_else_is_named(
    tables: TextTables, check: Check
) -> None:
    row = next(row for row in tables["consistency_checks"] if row["reference_check_id"])
    row["reference_check_id"] = "r001" if row["reference_check_id"] != "r001" else "r002"
    place = row["check_id"]
    assert_found(check(tables), "evidence", "consistency_checks", place, "is of none of its items")


def test_words_that_name_a_year_without_a_period_are_named(
    tables: TextTables, check: Check
) -> None:
    row = next(row for row in tables["claims"] if row["period"] == "2019")
    row["period"] = ""
    assert_found(check(tables), "evidence", "claims", row["claim_id"], "is empty, and")


def test_a_phrase_that_is_a_mention_is_named(tables: TextTables, check: Check) -> None:
    mention = tables["entity_mentions"][0]
    span = {key: mention[key] for key in ("post_id", "sentence_id", "char_start", "char_end")}
    phrase = {"phrase_id": f"{mention['post_id']}.x{mention['char_start']}", **span}
    tables["phrases"].insert(0, phrase | {"quote": mention["quote"], "phrase_type": "term"})
    words = f"is the mention {mention['entity_mention_id']}"
    assert_found(check(tables), "evidence", "phrases", phrase["phrase_id"], words)


def test_words_beside_the_claims_that_no_reason_covers_are_named(
    tables: TextTables, check: Check
) -> None:
    row = next(row for row in tables["sentences"] if row["rest_reason"])
    row["rest_reason"] = ""
    assert_found(check(tables), "evidence", "sentences", row["sentence_id"], "no claim holds")


def test_a_reason_for_nothing_but_connectives_is_named(tables: TextTables, check: Check) -> None:
    claimed = {row["sentence_id"] for row in tables["claims"]}
    row = next(
        row
        for row in tables["sentences"]
        if row["sentence_id"] in claimed and not row["rest_reason"]
    )
    row["rest_reason"] = "rhetoric"
    words = "leave nothing but connectives"
    assert_found(check(tables), "evidence", "sentences", row["sentence_id"], words)


def test_a_statement_that_lacks_the_year_of_its_period_is_named(
    tables: TextTables, check: Check
) -> None:
    row = next(row for row in tables["claims"] if row["period"] == "2019")
    row["statement"] = row["statement"].replace("2019", "that year")
    words = "does not say 2019, a year of its period"
    assert_found(check(tables), "evidence", "claims", row["claim_id"], words)


def test_a_place_that_is_shown_nearer_is_named(tables: TextTables, check: Check) -> None:
    claims = tables["claims"]
    row = next(
        row
        for row in claims
        if row["place"] == "CN" and row["place_sentence_id"] == row["sentence_id"] != "p01.s02"
    )
    row["place_sentence_id"] = f"{row['post_id']}.s02"
    words = f"is not {row['sentence_id']}, where the nearest word for CN stands"
    assert_found(check(tables), "evidence", "claims", row["claim_id"], words)


def test_an_agreement_that_was_not_computed_is_named(tables: TextTables, check: Check) -> None:
    row = next(row for row in tables["coding_agreement"] if row["field"] == "stance")
    row["agreement"] = "0.999"
    place = row["agreement_id"]
    assert_found(check(tables), "evidence", "coding_agreement", place, "agreement is '0.999'")


@pytest.mark.parametrize("lost", [slice(-1, None), slice(0, 1), slice(0, None)])
def test_a_finding_that_has_lost_an_item_is_named(
    tables: TextTables, check: Check, lost: slice
) -> None:
    place = tables["consistency_items"][0]["check_id"]
    own = [row for row in tables["consistency_items"] if row["check_id"] == place]
    # The last one of several is missed by the check that lists what it compared.
    for row in own[lost]:
        tables["consistency_items"].remove(row)
    assert_found(check(tables), "evidence", "consistency_checks", place, "item")


def test_a_month_that_the_words_name_and_the_period_leaves_out_is_named(
    tables: TextTables, check: Check
) -> None:
    row = next(row for row in tables["claims"] if row["period"] == "2023-09")
    row["period"] = "2023"
    assert_found(check(tables), "evidence", "claims", row["claim_id"], "leaves out September")
