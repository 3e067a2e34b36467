"""Every rule of the evidence layer rejects one changed cell of the real tables, naming its row.

No descriptor is looked at here: whoever changes a cell can also change a hash.
"""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.archive.reader import Post
from scripts.checks import evidence
from scripts.checks.evidence import check_evidence
from scripts.checks.finding import Finding
from scripts.checks.reading_tables import TextRow, TextTables, read_text_tables
from scripts.curation.registers import Registers
from scripts.description.cache import load_table_schemas
from tests.validate.real_package import assert_found, key_of

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
    return lambda tables: check_evidence(tables, registers, list(posts.values()))


def test_the_real_tables_break_no_rule(tables: TextTables, check: Check) -> None:
    found = check(tables)
    assert not found, "\n".join(map(str, found[:20]))


class Broken(NamedTuple):
    """A cell to be broken: in the first row of the table that is chosen."""

    table: str
    cells: Callable[[TextRow], dict[str, str]]
    words: str
    chosen: Callable[[TextRow], bool] = lambda row: True


def shifted(row: TextRow) -> dict[str, str]:
    """Move a span by one character, and the id that is made of it too."""
    start = str(int(row["char_start"]) + 1)
    made = {
        key: row[key].replace(row["char_start"], start)
        for key in ("numeral_id", "entity_mention_id", "phrase_id")
        if key in row
    }
    return {"char_start": start, "char_end": str(int(row["char_end"]) + 1)} | made


def shorter(row: TextRow) -> dict[str, str]:
    """Take the first character away from a quote, and from its span."""
    return {"char_start": str(int(row["char_start"]) + 1), "quote": row["quote"][1:]}


def to(**cells: str) -> Callable[[TextRow], dict[str, str]]:
    return lambda row: cells


def plain_level(row: TextRow) -> bool:
    return row["figure_role"] == "level" and not row["override_reason"] and row["value"] != "1"


def percent(row: TextRow) -> bool:
    return row["unit"] == "percent"


def has(*columns: str) -> Callable[[TextRow], bool]:
    return lambda row: all(row[column] for column in columns)


BROKEN = {
    # what a post is
    "text": Broken("posts", lambda r: {"text": r["text"] + " More."}, "text is not what the arch"),
    "text hash": Broken("posts", to(sha256="0" * 64), "sha256"),
    "word count": Broken("posts", to(word_count="7"), "word_count"),
    "title": Broken("posts", to(title="Another title"), "title"),
    "archive start": Broken("posts", to(archive_start="50"), "archive_start"),
    "post type": Broken("posts", to(post_type="quote"), "post_type is not what the archive"),
    "note count": Broken("posts", to(note_count="9"), "note_count is not what the archive"),
    "about no known place": Broken("posts", to(about="XX"), "about no word for XX"),
    "about": Broken("posts", to(about="AU"), "about no word", lambda r: "Austral" not in r["text"]),
    "not before": Broken("posts", to(not_before="2031"), "2031 does not", has("not_before")),
    # where words stand
    "claim moved": Broken("claims", shifted, "the post has"),
    "figure moved": Broken("figures", shifted, "the post has"),
    "sentence moved": Broken("sentences", shifted, "the post has"),
    "numeral moved": Broken("numerals", shifted, "the post has"),
    "mention moved": Broken("operation_mentions", shifted, "the post has"),
    "entity moved": Broken("entity_mentions", shifted, "the post has"),
    "phrase moved": Broken("phrases", shifted, "the post has"),
    "one letter": Broken("claims", lambda r: {"quote": r["quote"][:-1] + "#"}, "the post has"),
    "a cut word": Broken("claims", shorter, "cuts a word", lambda r: r["quote"][:2].isalpha()),
    "a cut mention": Broken("operation_mentions", shorter, "cuts a word"),
    "id of another place": Broken("numerals", to(numeral_id="p01.n1"), "does not follow from"),
    "id of another post": Broken("claims", to(claim_id="p09.c99"), "belongs to another post"),
    "claim of another sentence": Broken("claims", to(sentence_id="p01.s30"), "lies outside"),
    "figure of another claim": Broken("figures", to(claim_id="p01.c01"), "lies outside p01.c01"),
    "mention of another sentence": Broken(
        "operation_mentions", to(sentence_id="p01.s30"), "lies outside"
    ),
    "numeral of another figure": Broken(
        "numerals", to(figure_id="p01.f20"), "lies outside p01.f20", has("figure_id")
    ),
    "paragraph": Broken("sentences", to(paragraph="7"), "stands in paragraph"),
    "title as body": Broken("sentences", to(sentence_role="body"), "is the title"),
    # what numbers are read as
    "value": Broken("figures", to(value="77"), "value the quote reads", plain_level),
    "value in base unit": Broken("figures", to(value_base="77"), "value_base", plain_level),
    "upper value": Broken("figures", to(value_high="999999999"), "value_high the", plain_level),
    "qualifier": Broken(
        "figures",
        to(qualifier="nearly"),
        "qualifier the quote reads",
        lambda r: r["qualifier"] != "nearly",
    ),
    "unit": Broken("figures", to(unit="ton"), "unit the quote reads", plain_level),
    "no override": Broken("figures", to(override_reason="so"), "override_reason", plain_level),
    "override not in statement": Broken(
        "figures", to(value="77", override_reason="so"), "statement of", plain_level
    ),
    "value nowhere stated": Broken(
        "figures", to(value="x"), "is no number", lambda r: bool(r["value"])
    ),
    "rank as text": Broken("numerals", to(value="77"), "reads", lambda r: r["value"] == "2001"),
    "numeral type": Broken("numerals", to(numeral_type="ordinal"), "reads"),
    "figure as part": Broken(
        "numerals",
        to(disposition="part"),
        "is figure of",
        lambda r: r["disposition"] == "figure",
    ),
    "part as figure": Broken(
        "numerals",
        to(disposition="figure"),
        "is part of",
        lambda r: r["disposition"] == "part",
    ),
    "figure as stray": Broken(
        "numerals", to(disposition="stray", figure_id=""), "is figure of", has("figure_id")
    ),
    # what limits a number
    "condition": Broken("figures", to(condition="over 9 kg"), "condition", has("condition")),
    "base": Broken("figures", to(base="the trough"), "base 'the trough'", has("base")),
    "population": Broken("figures", to(population="ghosts"), "population", has("population")),
    "substance": Broken("figures", to(substance="tea"), "substance tea is", has("substance")),
    "own base": Broken("figures", lambda r: {"base_figure_id": r["figure_id"]}, "itself", percent),
    "per": Broken("figures", to(per="year"), "per no word for 'year'", plain_level),
    "direction": Broken(
        "figures", to(direction="up"), "no word for 'up'", lambda r: r["direction"] == "down"
    ),
    # when, where, who
    "first day": Broken("figures", to(period_start="1999-01-01"), "bounds", has("period_start")),
    "last day": Broken("figures", to(period_end="2099-01-01"), "bounds", has("period_end")),
    "malformed period": Broken("figures", to(period="2001-13"), "month", has("period")),
    "year": Broken("claims", to(period="1911"), "1911 does not stand", has("period")),
    "other year of the sentence": Broken(
        "claims",
        lambda r: {"period": "2018"},
        "2018 does not stand in",
        lambda r: r["period"] == "2017",
    ),
    "invented month": Broken(
        "claims", to(period="2019-05"), "no word for month 05", lambda r: r["period"] == "2019"
    ),
    "invented day": Broken(
        "claims",
        lambda r: {"period": r["period"] + "-09"},
        "day 9",
        lambda r: r["period"] == "2023-05",
    ),
    "period words": Broken("claims", to(period_words="in 1911"), "period_words", has("period")),
    "period sentence": Broken(
        "claims", lambda r: {"period_sentence_id": r["post_id"] + ".s01"}, "stand", has("period")
    ),
    "figure without its claim's period": Broken(
        "figures",
        to(period="", period_words="", period_start="", period_end="", period_sentence_id=""),
        "period_words is empty",
        has("period"),
    ),
    "figure without its claim's source": Broken(
        "figures",
        to(attribution="", attribution_sentence_id=""),
        "attribution is empty",
        has("attribution"),
    ),
    "attribution": Broken("claims", to(attribution="the moon"), "attribution", has("attribution")),
    "place without word": Broken("figures", to(place="AU"), "place no word for AU", has("place")),
    "place of another sentence": Broken(
        "claims", to(place="US"), "no word for US", lambda r: r["place"] == "CN"
    ),
    "number in a statement": Broken(
        "claims",
        lambda r: {"statement": r["statement"][:-1] + " in 4321 cases."},
        "4321 stands nowhere",
    ),
    "open end": Broken(
        "claims",
        lambda r: {"period": r["period"] + "/.."},
        "no word for an open side",
        lambda r: r["period_words"] == "in 2019",
    ),
    "open start": Broken(
        "claims",
        lambda r: {"period": "../" + r["period"]},
        "no word for an open side",
        lambda r: r["period_words"] == "in 2019",
    ),
    "rate without its time": Broken("figures", to(per=""), "per is empty", has("per")),
    "month of not before": Broken(
        "posts",
        to(not_before="2024-11"),
        "no word for month 11",
        lambda r: r["not_before"] == "2024",
    ),
    "decade as name": Broken(
        "numerals",
        to(disposition="name"),
        "a decade is a date",
        lambda r: r["numeral_type"] == "decade",
    ),
    "quantity as date": Broken(
        "numerals",
        to(disposition="date", figure_id=""),
        "is a year, a decade or a day",
        lambda r: "," in r["quote"],
    ),
    # what is left out
    "reason beside claims": Broken(
        "sentences", to(no_claim_reason="slogan"), "never both", lambda r: not r["no_claim_reason"]
    ),
    "sentence without anything": Broken(
        "sentences", to(no_claim_reason=""), "never both", has("no_claim_reason")
    ),
    "rest of no claim": Broken(
        "sentences", to(rest_reason="evaluation"), "rest_reason", has("no_claim_reason")
    ),
    # names
    "entity": Broken(
        "entity_mentions",
        to(entity_id="united-states"),
        "is a registered name of",
        lambda r: r["entity_id"] == "china",
    ),
    "evidence claim": Broken(
        "operations", to(evidence_claim_id="p17.c01"), "evidence_claim_id the first claim"
    ),
    "operation's period": Broken(
        "operations", to(period="1911"), "no claim about it has period 1911", has("period")
    ),
    "operation's name": Broken("operations", to(name="Quiet Night"), "name is 'Quiet Night', the"),
    "Chinese name": Broken("operations", to(name_zh="夜"), "name_zh is '夜'", has("name_zh")),
    "entity's name": Broken("entities", to(name="Nobody"), "name is 'Nobody'"),
    "factor": Broken("units", to(factor="2"), "factor is '2'"),
    "definition": Broken("codes", to(definition="Anything."), "definition is 'Anything.'"),
    "measure": Broken(
        "indicators", to(measure="flow"), "measure is", lambda r: r["measure"] == "stock"
    ),
    "address": Broken(
        "published_sources", to(address="https://example.org/"), "address is 'https://example"
    ),
    "operation of a party": Broken(
        "operation_parties", to(entity_id="tea"), "does not mention tea"
    ),
    "operation of another post": Broken(
        "claim_operations", to(operation_id="humen-opium-destruction"), "does not mention it"
    ),
}


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


@pytest.mark.parametrize("table", ["posts", "claims", "figures", "phrases"])
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
