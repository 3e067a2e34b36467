"""All tables of a package with indexes over them, and what only the registers know."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from schemas.tables import TABLES
from scripts.curation.registers import Registers
from scripts.reading.quantities import Quantity, Unit, read_quantity
from scripts.tables.row import Row, Tables


@dataclass(frozen=True)
class Sources:
    """What the registers know: codes, and the words for units, places, entities and judgements."""

    codelists: Mapping[str, Sequence[str]]
    units: tuple[Unit, ...]
    place_words: Mapping[str, tuple[str, ...]]
    place_within: Mapping[str, str]
    names: Mapping[str, str]
    evaluative_forms: Mapping[str, str]

    @cached_property
    def place_patterns(self) -> Mapping[str, re.Pattern[str]]:
        """The pattern that finds one of a place's words as a whole word, by place."""
        return {
            place: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
            for place, words in self.place_words.items()
        }

    def enclosing(self, place: str) -> list[str]:
        """Return a place and all places that enclose it, narrowest first."""
        found: list[str] = []
        while place in self.place_within and place not in found:
            found.append(place)
            place = self.place_within[place]
        return found


def read_sources(registers: Registers) -> Sources:
    """Return what the registers know."""
    return Sources(
        registers.codelists(),
        tuple(
            Unit(unit.id, unit.text("quantity_kind"), unit.list("forms"))
            for unit in registers.units.values()
        ),
        {place.id: place.list("words") for place in registers.places.values()},
        {place.id: place.text("within") for place in registers.places.values()},
        {
            name: entity.id
            for entity in registers.entities.values()
            for name in entity.list("names")
        },
        {
            form: word.id
            for word in registers.evaluative_words.values()
            for form in word.list("forms")
        },
    )


def country_names(sources: Sources) -> dict[str, str]:
    """Return the country of every name in places.yaml whose actors can be coded.

    Words that mean the country of the post, whichever it is ('nationwide', 'Our country'), are no
    names.
    """
    countries = sources.codelists["target_country"]
    return {
        word: country
        for place, words in sources.place_words.items()
        for country in [one for one in sources.enclosing(place) if one in countries][:1]
        for word in words
        if word != word.lower() and "country" not in word.lower()
    }


class Book:
    """Tables that rules and derivations look things up in.

    An index is made when it is first asked for: rows may be filled afterwards, but no row may be
    added to its table, and no key changed. `unread` are posts, and rows that depend on
    them, of which nothing can be said.
    """

    def __init__(
        self, tables: Tables, sources: Sources, unread: frozenset[str] = frozenset()
    ) -> None:
        """Take the tables; more may be added to them later."""
        self.tables = tables
        self.sources = sources
        self.unread = unread
        self._ids: dict[str, dict[str, Row]] = {}
        self._groups: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table, none where it is not built yet."""
        return self.tables.get(table, [])

    def by_id(self, table: str) -> dict[str, Row]:
        """Return the rows of a table by id."""
        if table not in self._ids:
            id_of = TABLES[table].id_of
            self._ids[table] = {id_of(row): row for row in self.rows(table)}
        return self._ids[table]

    def get(self, table: str, row_id: str) -> Row | None:
        """Return the row of an id, None where there is none."""
        return self.by_id(table).get(row_id)

    def of(self, table: str, column: str, value: str) -> list[Row]:
        """Return the rows of a table that have a value in a column, in their order."""
        if (table, column) not in self._groups:
            groups: dict[str, list[Row]] = {}
            for row in self.rows(table):
                groups.setdefault(row[column], []).append(row)
            self._groups[table, column] = groups
        return self._groups[table, column].get(value, [])

    def text_of(self, row: Row) -> str | None:
        """Return the text of a row's post, None where it is withheld or unknown."""
        return self.texts.get(row["post_id"])

    def words_of(self, sentence_id: str) -> str:
        """Return the words of a sentence, '' for none."""
        row = self.get("sentences", sentence_id)
        return row["quote"] if row else ""

    def quantity(self, quote: str) -> Quantity:
        """Return what a figure's quote reads as (scripts/reading/quantities.py).

        Raises:
            ValueError: the quote reads as a range that falls.
        """
        return read_quantity(quote, self.sources.units)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of every post whose text is present, by post."""
        return {row["post_id"]: row["text"] for row in self.rows("posts") if row["text"]}

    @cached_property
    def all_texts_present(self) -> bool:
        """Whether no text is withheld and every post could be read."""
        return len(self.texts) == len(self.rows("posts")) and not self.unread
