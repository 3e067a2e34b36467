"""Cells that break one rule of the evidence layer each."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scripts.mutations.mutant import Mutant, Tables, cell_mutant
from scripts.mutations.package_copy import Row


class Broken(NamedTuple):
    """A cell to be broken: in the first row of the table that is chosen."""

    table: str
    cells: Callable[[Row], dict[str, str]]
    words: str
    chosen: Callable[[Row], bool] = lambda row: True


def _shifted(row: Row) -> dict[str, str]:
    """Move a span by one character, and the id that is made of it too."""
    start = str(int(row["char_start"]) + 1)
    made = {
        key: row[key].replace(row["char_start"], start)
        for key in ("numeral_id", "entity_mention_id", "phrase_id")
        if key in row
    }
    return {"char_start": start, "char_end": str(int(row["char_end"]) + 1)} | made


def _shorter(row: Row) -> dict[str, str]:
    """Take the first character away from a quote, and from its span."""
    return {"char_start": str(int(row["char_start"]) + 1), "quote": row["quote"][1:]}


def _to(**cells: str) -> Callable[[Row], dict[str, str]]:
    return lambda row: cells


def _plain_level(row: Row) -> bool:
    return row["figure_role"] == "level" and not row["override_reason"] and row["value"] != "1"


def _percent(row: Row) -> bool:
    return row["unit"] == "percent"


def _has(*columns: str) -> Callable[[Row], bool]:
    return lambda row: all(row[column] for column in columns)


BROKEN: dict[str, dict[str, Broken]] = {
    "cells of posts": {
        "text": Broken(
            "posts", lambda r: {"text": r["text"] + " More."}, "text is not what the arch"
        ),
        "text hash": Broken("posts", _to(sha256="0" * 64), "sha256"),
        "word count": Broken("posts", _to(word_count="7"), "word_count"),
        "title": Broken("posts", _to(title="Another title"), "title"),
        "archive start": Broken("posts", _to(archive_start="50"), "archive_start"),
        "post type": Broken("posts", _to(post_type="quote"), "post_type is not what the archive"),
        "note count": Broken("posts", _to(note_count="9"), "note_count is not what the archive"),
        "about no known place": Broken("posts", _to(about="XX"), "about no word for XX"),
        "about": Broken(
            "posts", _to(about="AU"), "about no word", lambda r: "Austral" not in r["text"]
        ),
        "not before": Broken("posts", _to(not_before="2031"), "2031 does not", _has("not_before")),
    },
    "spans": {
        "claim moved": Broken("claims", _shifted, "the post has"),
        "figure moved": Broken("figures", _shifted, "the post has"),
        "sentence moved": Broken("sentences", _shifted, "the post has"),
        "numeral moved": Broken("numerals", _shifted, "the post has"),
        "mention moved": Broken("operation_mentions", _shifted, "the post has"),
        "entity moved": Broken("entity_mentions", _shifted, "the post has"),
        "phrase moved": Broken("phrases", _shifted, "the post has"),
        "one letter": Broken("claims", lambda r: {"quote": r["quote"][:-1] + "#"}, "the post has"),
        "a cut word": Broken("claims", _shorter, "cuts a word", lambda r: r["quote"][:2].isalpha()),
        "a cut mention": Broken("operation_mentions", _shorter, "cuts a word"),
        "id of another place": Broken("numerals", _to(numeral_id="p01.n1"), "does not follow from"),
        "id of another post": Broken("claims", _to(claim_id="p09.c99"), "belongs to another post"),
        "claim of another sentence": Broken("claims", _to(sentence_id="p01.s30"), "lies outside"),
        "figure of another claim": Broken(
            "figures", _to(claim_id="p01.c01"), "lies outside p01.c01"
        ),
        "mention of another sentence": Broken(
            "operation_mentions", _to(sentence_id="p01.s30"), "lies outside"
        ),
        "numeral of another figure": Broken(
            "numerals", _to(figure_id="p01.f20"), "lies outside p01.f20", _has("figure_id")
        ),
        "paragraph": Broken("sentences", _to(paragraph="7"), "stands in paragraph"),
        "title as body": Broken("sentences", _to(sentence_role="body"), "is the title"),
    },
    "numbers, qualifiers, units": {
        "value": Broken("figures", _to(value="77"), "value the quote reads", _plain_level),
        "value in base unit": Broken("figures", _to(value_base="77"), "value_base", _plain_level),
        "upper value": Broken(
            "figures", _to(value_high="999999999"), "value_high the", _plain_level
        ),
        "qualifier": Broken(
            "figures",
            _to(qualifier="nearly"),
            "qualifier the quote reads",
            lambda r: r["qualifier"] != "nearly",
        ),
        "unit": Broken("figures", _to(unit="ton"), "unit the quote reads", _plain_level),
        "no override": Broken(
            "figures", _to(override_reason="so"), "override_reason", _plain_level
        ),
        "override not in statement": Broken(
            "figures", _to(value="77", override_reason="so"), "statement of", _plain_level
        ),
        "value nowhere stated": Broken(
            "figures", _to(value="x"), "is no number", lambda r: bool(r["value"])
        ),
        "rank as text": Broken(
            "numerals", _to(value="77"), "reads", lambda r: r["value"] == "2001"
        ),
        "numeral type": Broken("numerals", _to(numeral_type="ordinal"), "reads"),
        "figure as part": Broken(
            "numerals",
            _to(disposition="part"),
            "is figure of",
            lambda r: r["disposition"] == "figure",
        ),
        "part as figure": Broken(
            "numerals",
            _to(disposition="figure"),
            "is part of",
            lambda r: r["disposition"] == "part",
        ),
        "figure as stray": Broken(
            "numerals", _to(disposition="stray", figure_id=""), "is figure of", _has("figure_id")
        ),
    },
    "what limits a number": {
        "condition": Broken("figures", _to(condition="over 9 kg"), "condition", _has("condition")),
        "base": Broken("figures", _to(base="the trough"), "base 'the trough'", _has("base")),
        "population": Broken("figures", _to(population="ghosts"), "population", _has("population")),
        "substance": Broken("figures", _to(substance="tea"), "substance tea is", _has("substance")),
        "own base": Broken(
            "figures", lambda r: {"base_figure_id": r["figure_id"]}, "itself", _percent
        ),
        "per": Broken("figures", _to(per="year"), "per no word for 'year'", _plain_level),
        "direction": Broken(
            "figures", _to(direction="up"), "no word for 'up'", lambda r: r["direction"] == "down"
        ),
    },
    "periods, places, sources": {
        "first day": Broken(
            "figures", _to(period_start="1999-01-01"), "bounds", _has("period_start")
        ),
        "last day": Broken("figures", _to(period_end="2099-01-01"), "bounds", _has("period_end")),
        "malformed period": Broken("figures", _to(period="2001-13"), "month", _has("period")),
        "year": Broken("claims", _to(period="1911"), "1911 does not stand", _has("period")),
        "other year of the sentence": Broken(
            "claims",
            lambda r: {"period": "2018"},
            "2018 does not stand in",
            lambda r: r["period"] == "2017",
        ),
        "invented month": Broken(
            "claims", _to(period="2019-05"), "no word for month 05", lambda r: r["period"] == "2019"
        ),
        "invented day": Broken(
            "claims",
            lambda r: {"period": r["period"] + "-09"},
            "day 9",
            lambda r: r["period"] == "2023-05",
        ),
        "period words": Broken(
            "claims", _to(period_words="in 1911"), "period_words", _has("period")
        ),
        "period sentence": Broken(
            "claims",
            lambda r: {"period_sentence_id": r["post_id"] + ".s01"},
            "stand",
            _has("period"),
        ),
        "figure without its claim's period": Broken(
            "figures",
            _to(period="", period_words="", period_start="", period_end="", period_sentence_id=""),
            "period_words is empty",
            _has("period"),
        ),
        "figure without its claim's source": Broken(
            "figures",
            _to(attribution="", attribution_sentence_id=""),
            "attribution is empty",
            _has("attribution"),
        ),
        "attribution": Broken(
            "claims", _to(attribution="the moon"), "attribution", _has("attribution")
        ),
        "place without word": Broken(
            "figures", _to(place="AU"), "place no word for AU", _has("place")
        ),
        "place of another sentence": Broken(
            "claims", _to(place="US"), "no word for US", lambda r: r["place"] == "CN"
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
        "rate without its time": Broken("figures", _to(per=""), "per is empty", _has("per")),
        "month of not before": Broken(
            "posts",
            _to(not_before="2024-11"),
            "no word for month 11",
            lambda r: r["not_before"] == "2024",
        ),
        "decade as name": Broken(
            "numerals",
            _to(disposition="name"),
            "a decade is a date",
            lambda r: r["numeral_type"] == "decade",
        ),
        "quantity as date": Broken(
            "numerals",
            _to(disposition="date", figure_id=""),
            "is a year, a decade or a day",
            lambda r: "," in r["quote"],
        ),
    },
    "what is left out": {
        "reason beside claims": Broken(
            "sentences",
            _to(no_claim_reason="slogan"),
            "never both",
            lambda r: not r["no_claim_reason"],
        ),
        "sentence without anything": Broken(
            "sentences", _to(no_claim_reason=""), "never both", _has("no_claim_reason")
        ),
        "rest of no claim": Broken(
            "sentences", _to(rest_reason="evaluation"), "rest_reason", _has("no_claim_reason")
        ),
    },
    "names, registers, links": {
        "entity": Broken(
            "entity_mentions",
            _to(entity_id="united-states"),
            "is a registered name of",
            lambda r: r["entity_id"] == "china",
        ),
        "evidence claim": Broken(
            "operations", _to(evidence_claim_id="p17.c01"), "evidence_claim_id the first claim"
        ),
        "operation's period": Broken(
            "operations", _to(period="1911"), "no claim about it has period 1911", _has("period")
        ),
        "operation's name": Broken(
            "operations", _to(name="Quiet Night"), "name is 'Quiet Night', the"
        ),
        "Chinese name": Broken("operations", _to(name_zh="夜"), "name_zh is '夜'", _has("name_zh")),
        "entity's name": Broken("entities", _to(name="Nobody"), "name is 'Nobody'"),
        "factor": Broken("units", _to(factor="2"), "factor is '2'"),
        "definition": Broken("codes", _to(definition="Anything."), "definition is 'Anything.'"),
        "measure": Broken(
            "indicators", _to(measure="flow"), "measure is", lambda r: r["measure"] == "stock"
        ),
        "address": Broken(
            "published_sources", _to(address="https://example.org/"), "address is 'https://example"
        ),
        "operation of a party": Broken(
            "operation_parties", _to(entity_id="tea"), "does not mention tea"
        ),
        "operation of another post": Broken(
            "claim_operations", _to(operation_id="humen-opium-destruction"), "does not mention it"
        ),
    },
}


def evidence_mutants(tables: Tables) -> Iterator[Mutant]:
    """Yield, for every rule, mutants of the first and of the last row that it can be broken in."""
    for kind, broken_cells in BROKEN.items():
        for broken in broken_cells.values():
            chosen = [row for row in tables[broken.table] if broken.chosen(row)]
            for row in (chosen[0], chosen[-1]):
                cells = broken.cells(row)
                if any(row[column] != cell for column, cell in cells.items()):
                    yield cell_mutant(kind, broken.table, row, cells)
