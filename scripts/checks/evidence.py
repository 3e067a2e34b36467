"""Layer 4, evidence: every cell taken from the posts follows from their words."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any

from scripts.archive.reader import END_LINE, POST_TYPE_LINE, PREAMBLE, Post
from scripts.checks.consistency import check_consistency
from scripts.checks.coverage import check_coverage
from scripts.checks.figures import check_figures
from scripts.checks.finding import Finding
from scripts.checks.links import check_links
from scripts.checks.order import check_order
from scripts.checks.reading_tables import TextTables
from scripts.checks.readings import check_readings
from scripts.checks.recurrences import check_recurrences
from scripts.checks.references import check_references
from scripts.checks.register_tables import check_register_tables
from scripts.checks.rest import check_rest
from scripts.checks.spans import check_spans, span_of, texts_of
from scripts.checks.words import check_words, shows_month
from scripts.curation.registers import Registers
from scripts.tables.annotated import Row
from scripts.tables.provenance import place_pattern
from scripts.tables.registers import read_units


def check_evidence(
    tables: TextTables, registers: Registers, archive: Sequence[Post], agreement: list[Row]
) -> list[Finding]:
    """Return every row whose evidence does not hold; a withheld post's rows are not looked at.

    Args:
        tables: all tables as text.
        registers: the registers that belong to the package.
        archive: the posts of the archive that the package was made from.
        agreement: how far the two codings agree, as it was computed from them.
    """
    names = {
        str(name): entity.id
        for entity in registers.entities.values()
        for name in entity.fields["names"]
    }
    places: dict[str, Any] = {
        place.id: tuple(place.fields["words"]) for place in registers.places.values()
    }
    units = tuple(read_units(registers.units))
    checks: tuple[tuple[str, Callable[[], list[Finding]]], ...] = (
        ("posts", lambda: _check_posts(tables)),
        ("posts", lambda: _check_archive(tables, archive)),
        ("posts", lambda: _check_about(tables, places)),
        ("sentences", lambda: check_spans(tables)),
        ("sentences", lambda: check_order(tables)),
        ("figures", lambda: check_readings(tables, units, places)),
        ("figures", lambda: check_words(tables)),
        ("figures", lambda: check_figures(tables)),
        ("claim_operations", lambda: check_links(tables)),
        ("codes", lambda: check_register_tables(tables, registers, agreement)),
        ("sentences", lambda: check_coverage(tables, names, units)),
        ("sentences", lambda: check_rest(tables)),
        ("consistency_checks", lambda: check_consistency(tables)),
        ("reference_checks", lambda: check_references(tables)),
        ("propositions", lambda: check_recurrences(tables)),
    )
    return [finding for table, check in checks for finding in _run(table, check)]


def _run(table: str, check: Callable[[], list[Finding]]) -> list[Finding]:
    """Run one check; a cell that it cannot compute with is named by another layer or check."""
    try:
        return check()
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        return [Finding("evidence", table, "", "", f"cannot be computed: {error!r}")]


def not_checkable(tables: TextTables) -> list[str]:
    """Return the posts whose evidence cannot be checked, because their text is withheld."""
    return [row["post_id"] for row in tables["posts"] if row["text_status"] != "present"]


def _check_posts(tables: TextTables) -> list[Finding]:
    """Hash, word count, title and place in the archive follow from the text.

    The archive is a preamble line, then for each post its type line, text and end line
    (scripts/archive/reader.py); so each post starts where the one before ends.
    """
    findings = []
    start = len(PREAMBLE) + 1
    last_of = {row["post_id"]: span_of(row)[1] for row in tables["sentences"]}
    for row in tables["posts"]:
        expected = {"archive_start": str(start)}
        length = last_of.get(row["post_id"], 0)
        if row["text_status"] == "present":
            text = row["text"]
            length = len(text)
            expected |= {
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
                "word_count": str(len(text.split())),
                "title": text.partition("\n")[0],
            }
        for column, value in expected.items():
            if row[column] != value:
                reason = f"is {row[column]!r}, follows as {value!r}"
                findings.append(Finding("evidence", "posts", row["post_id"], column, reason))
        between = len(POST_TYPE_LINE) + len(END_LINE) + 3
        found = row["archive_start"]
        start = (int(found) if found.isdecimal() else 0) + length + between
        findings += _check_not_before(row, tables)
    return findings


def _check_archive(tables: TextTables, archive: Sequence[Post]) -> list[Finding]:
    """The posts are those of the archive; of a withheld text the hash is compared."""
    posts = {post.post_id: post for post in archive}
    rows = {row["post_id"]: row for row in tables["posts"]}
    findings = [
        Finding("evidence", "posts", post_id, "", "stands in only one of archive and table")
        for post_id in sorted(posts.keys() ^ rows.keys())
    ]
    for post_id in sorted(posts.keys() & rows.keys()):
        post, row = posts[post_id], rows[post_id]
        expected = {
            "archive_start": str(post.archive_start),
            "post_type": post.post_type,
            "note_count": str(post.note_count),
            "sha256": hashlib.sha256(post.text.encode()).hexdigest(),
        }
        if row["text_status"] == "present":
            expected["text"] = post.text
        findings += [
            Finding("evidence", "posts", post_id, column, "is not what the archive holds")
            for column, value in expected.items()
            if row[column] != value
        ]
    return findings


def _check_about(tables: TextTables, place_words: dict[str, Any]) -> list[Finding]:
    """A word for the place that a post is about stands in the post."""
    texts = texts_of(tables)
    return [
        Finding(
            "evidence", "posts", row["post_id"], "about", f"no word for {row['about']} stands in it"
        )
        for row in tables["posts"]
        if row["post_id"] in texts
        and not (
            row["about"] in place_words
            and place_pattern(place_words[row["about"]]).search(row["text"])
        )
    ]


def _check_not_before(row: dict[str, str], tables: TextTables) -> list[Finding]:
    year = row["not_before"][:4]
    proof = [
        sentence["quote"]
        for sentence in tables["sentences"]
        if sentence["sentence_id"] == row["not_before_sentence_id"]
    ]
    month = row["not_before"][5:7]
    if row["text_status"] != "present" or not year:
        return []
    if any(year in quote for quote in proof):
        if not month or any(shows_month(quote, month) for quote in proof):
            return []
        reason = f"no word for month {month} stands in {row['not_before_sentence_id']}"
        return [Finding("evidence", "posts", row["post_id"], "not_before", reason)]
    reason = f"{year} does not stand in {row['not_before_sentence_id'] or 'any sentence'}"
    return [Finding("evidence", "posts", row["post_id"], "not_before", reason)]
