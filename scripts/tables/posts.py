"""The tables posts and sentences of one post."""

import hashlib

from scripts.curation.finding import Finding
from scripts.curation.loading import CodedPost
from scripts.tables.book import Book
from scripts.tables.derivation import derived
from scripts.tables.parts import finding, origin_of, row_id, span_cells
from scripts.tables.row import Row


def make_post(coded: CodedPost) -> tuple[Row, list[Finding]]:
    """Return the post's row of `posts`, and what is wrong with the proof of its date."""
    post, top = coded.post, coded.coding.top
    proof = top.first("not_before")
    proven, findings = "", []
    if proof:
        holders = (
            sentence["number"]
            for sentence in coded.coding.sentences
            if proof["words"] in sentence["words"] and proof["sentence"] in ("", sentence["number"])
        )
        proven = next(holders, "")
        if not proven:
            where = proof["sentence"] or "the post"
            reason = f"the words {proof['words']!r} are not in {where}"
            findings.append(finding(coded, proof, reason, "copy them from the post"))
    cells = {
        "post_id": post.post_id,
        "text": post.text,
        "text_status": "present",
        "archive_start": str(post.archive_start),
        "post_type": post.post_type,
        "note_count": str(post.note_count),
        "language": "en",
        "about": top.value("about"),
        "not_before": proof["value"] if proof and proven else "",
        "not_before_sentence_id": row_id(coded, proven),
    }
    lines = {"about": top.first("about"), "not_before": proof, "not_before_sentence_id": proof}
    return Row(cells, origin_of(coded, top.first("post") or top, lines)), findings


@derived("posts", "title")
def title(row: Row, book: Book) -> str | None:
    """The first line of the text."""
    return row["text"].partition("\n")[0] if row["text"] else None


@derived("posts", "word_count")
def word_count(row: Row, book: Book) -> str | None:
    """Runs of characters that are not white space."""
    return str(len(row["text"].split())) if row["text"] else None


@derived("posts", "sha256")
def sha256(row: Row, book: Book) -> str | None:
    """The hash of the text in UTF-8."""
    return hashlib.sha256(row["text"].encode()).hexdigest() if row["text"] else None


@derived("posts", "repost_of")
def repost_of(row: Row, book: Book) -> str | None:
    """The first post with the same hash, unless it is this one."""
    first = book.of("posts", "sha256", row["sha256"])[0]["post_id"]
    return "" if first == row["post_id"] else first


@derived("posts", "codings")
def codings(row: Row, book: Book) -> str | None:
    """Two where the table codings has both, one where nobody coded the post a second time."""
    return "2" if book.of("codings", "post_id", row["post_id"]) else "1"


def make_sentences(coded: CodedPost) -> list[Row]:
    """Return the post's rows of `sentences`; the first is the title, others are body by default."""
    rows = []
    for index, sentence in enumerate(coded.coding.sentences):
        cells = {
            "sentence_id": row_id(coded, sentence["number"]),
            "post_id": coded.post.post_id,
            **span_cells(coded.post.text, coded.spans[sentence.line]),
            "sentence_role": sentence.value("role") or ("title" if index == 0 else "body"),
        }
        columns = {"sentence_role": sentence.first("role")}
        rows.append(Row(cells, origin_of(coded, sentence, columns)))
    return rows


@derived("sentences", "paragraph")
def paragraph(row: Row, book: Book) -> str | None:
    """The line breaks of the post before the sentence: 0 is the title."""
    text = book.text_of(row)
    return None if text is None else str(text.count("\n", 0, int(row["char_start"])))
