"""Every quote is where its row says, inside what it belongs to, and the sentences are the post."""

import re
from collections.abc import Iterator
from itertools import pairwise

from schemas.tables import TABLES
from scripts.curation.archive import END_LINE, POST_TYPE_LINE, PREAMBLE
from scripts.curation.finding import Finding
from scripts.rules.rule import rule, wrong
from scripts.tables.book import Book
from scripts.tables.parts import LETTER_OF
from scripts.tables.row import Row, position_of, span_of

_SPANNED = [name for name, table in TABLES.items() if "quote" in table.columns]
_PARENTS = ("sentence_id", "claim_id", "figure_id", "mention_id")
_BY_SENTENCE = ("claims", "operation_mentions")
_WITHOUT_PUNCTUATION = ("claims", "figures", "operation_mentions")
_LOOSE_END = re.compile(r"^[,.;:!?)]|[,;:!?(]$|(?<![A-Z])\.$")
_ARTICLE = re.compile(r"(?:the|an?)\b(?= )", re.IGNORECASE)
_NAMED_BY_PLACE = {
    name: table.key[0] for name, table in TABLES.items() if table.key[0] in LETTER_OF
}
_IN_TEXT_ORDER = ("sentences", "talking_point_mentions", "shared_passages", *_NAMED_BY_PLACE)


@rule
def quotes_are_the_words_at_their_span(book: Book) -> Iterator[Finding]:
    """A quote is exactly posts.text[char_start:char_end], and cuts no word."""
    for name in _SPANNED:
        for row in book.rows(name):
            text = book.text_of(row)
            if text is None:
                continue
            start, end = span_of(row)
            if text[start:end] != row["quote"]:
                reason = f"the post has {text[start:end][:60]!r} at {start}:{end}"
                yield wrong(name, row, "quote", reason, "copy the words from the post")
            elif name != "consistency_items" and _cuts_word(text, start, end):
                around = text[max(start - 8, 0) : end + 8]
                yield wrong(name, row, "quote", f"cuts a word: {around!r}", "quote whole words")


def _cuts_word(text: str, start: int, end: int) -> bool:
    return any(
        0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
        for place in (start, end)
    )


@rule
def quotes_have_no_loose_ends(book: Book) -> Iterator[Finding]:
    """A claim, figure or mention has no punctuation of its sentence, a mention no article."""
    for name in _WITHOUT_PUNCTUATION:
        for row in book.rows(name):
            if row["quote"] and _LOOSE_END.search(row["quote"]):
                reason = "begins or ends with punctuation that belongs to the sentence"
                yield wrong(name, row, "quote", reason, "leave it out")
            if name == "operation_mentions" and _ARTICLE.match(row["quote"]):
                yield wrong(name, row, "quote", "begins with an article", "leave it out")


@rule
def ids_follow_from_places(book: Book) -> Iterator[Finding]:
    """The id of a row without a number is made of its post and its place."""
    for name, key in _NAMED_BY_PLACE.items():
        for row in book.rows(name):
            due = f"{row['post_id']}.{LETTER_OF[key]}{row['char_start']}"
            if row[key] != due:
                yield wrong(name, row, key, f"is not {due}, as char_start gives it")


@rule
def rows_lie_inside_what_they_belong_to(book: Book) -> Iterator[Finding]:
    """A span lies in the sentence, claim, figure or mention that its row names, of its post.

    But a shared passage: it begins in its sentence, and may go on beyond it.
    """
    for name in _SPANNED:
        references = TABLES[name].references
        parents = {column: references[column][0] for column in _PARENTS if column in references}
        for row in book.rows(name) if name != "shared_passages" else ():
            for column, parent in parents.items():
                outer = book.get(parent, row[column])
                if outer is None or not row[column]:
                    continue
                (start, end), (first, last) = span_of(row), span_of(outer)
                if not first <= start < end <= last or outer["post_id"] != row["post_id"]:
                    reason = f"{start}:{end} lies outside {row[column]} ({first}:{last})"
                    yield wrong(name, row, column, reason)


@rule
def sentences_are_the_whole_post(book: Book) -> Iterator[Finding]:
    """Nothing but white space stands between sentences; the first is the title, and only that."""
    for post in book.rows("posts"):
        position = 0
        rows = book.of("sentences", "post_id", post["post_id"])
        for index, row in enumerate(rows):
            start, end = span_of(row)
            between = post["text"][position:start]
            if start < position or between.strip():
                reason = f"text in no sentence, or in two, is before it: {between[:60]!r}"
                yield wrong("sentences", row, "char_start", reason)
            if (row["sentence_role"] == "title") != (index == 0):
                reason = "the first sentence, and only that, is the title"
                yield wrong("sentences", row, "sentence_role", reason, "remove the line 'role'")
            position = end
        if rest := post["text"][position:].strip():
            reason = f"no sentence has the end of the text: {rest[:60]!r}"
            yield wrong("posts", post, "text", reason)


@rule
def posts_follow_one_another_in_the_archive(book: Book) -> Iterator[Finding]:
    """A post starts in the archive where the one before ends, the first after the preamble."""
    between = len(POST_TYPE_LINE) + len(END_LINE) + 3
    due = len(PREAMBLE) + 1
    for post in book.rows("posts") if not book.unread else ():
        if due and post["archive_start"] != str(due):
            reason = f"is {post['archive_start']}, the post starts at {due}"
            yield wrong("posts", post, "archive_start", reason)
        # where a withheld text ends is not known
        due = int(post["archive_start"]) + len(post["text"]) + between if post["text"] else 0


@rule
def claims_and_mentions_do_not_coincide(book: Book) -> Iterator[Finding]:
    """No two claims have the same words; no two mentions name one operation in the same words."""
    for name in ("claims", "operation_mentions"):
        seen: dict[tuple[object, ...], Row] = {}
        for row in book.rows(name):
            first = seen.setdefault((_place(row), row.get("operation_id")), row)
            if first is not row:
                reason = f"has the same quote as {TABLES[name].id_of(first)}"
                yield wrong(name, row, "quote", reason, "narrow or widen one of them")


@rule
def figures_and_names_share_no_words(book: Book) -> Iterator[Finding]:
    """Two figures share no words, nor do two entity mentions, phrases or evaluations."""
    for name in ("figures", "entity_mentions", "phrases", "evaluations"):
        for one, two in pairwise(sorted(book.rows(name), key=_place)):
            if one["post_id"] == two["post_id"] and span_of(two)[0] < span_of(one)[1]:
                reason = f"shares words with {TABLES[name].id_of(one)}"
                yield wrong(name, two, "quote", reason, "narrow one of the two")


@rule
def phrases_are_not_mentions(book: Book) -> Iterator[Finding]:
    """A phrase is neither operation nor entity, so its span is the span of no mention."""
    mentions = {
        _place(row): TABLES[name].id_of(row)
        for name in ("operation_mentions", "entity_mentions")
        for row in book.rows(name)
    }
    for row in book.rows("phrases"):
        if mention := mentions.get(_place(row)):
            yield wrong("phrases", row, "quote", f"is the mention {mention}", "remove the line")


@rule
def withheld_texts_have_no_words(book: Book) -> Iterator[Finding]:
    """Rows of a withheld post hold no words of it; rows of a present post hold their quote."""
    withheld = {row["post_id"] for row in book.rows("posts") if row["text_status"] == "withheld"}
    for name, table in TABLES.items():
        for row in book.rows(name) if table.words and name != "posts" else ():
            if row["post_id"] not in withheld:
                if not row["quote"]:
                    yield wrong(name, row, "quote", "is empty, and the text of its post is given")
                continue
            for column in table.words:
                if row[column]:
                    reason = "is filled, and the text of its post is withheld"
                    yield wrong(name, row, column, reason, "remove the words")


@rule
def rows_are_in_order(book: Book) -> Iterator[Finding]:
    """The rows of a table are in the order of the text, or in that of the table they point to.

    Where a coder decides the order (claims of one sentence), nothing can be said about it.
    """
    claims = {row["claim_id"]: place for place, row in enumerate(book.rows("claims"))}
    checks = {row["check_id"]: place for place, row in enumerate(book.rows("consistency_checks"))}
    nowhere = len(claims) + len(checks)

    def order(name: str, row: Row) -> tuple[object, ...]:
        if name in _IN_TEXT_ORDER:
            return position_of(row["post_id"]), span_of(row)
        if name in _BY_SENTENCE:
            return position_of(row["sentence_id"])
        if name in ("figures", "claim_operations", "operation_parties"):
            return (claims.get(row["claim_id"], nowhere),)
        if name == "claim_propositions":
            return claims.get(row["claim_id"], nowhere), row["proposition_id"]
        if name == "propositions":
            stated = book.of("claim_propositions", "proposition_id", row["proposition_id"])
            return (min((claims.get(one["claim_id"], nowhere) for one in stated), default=nowhere),)
        if name == "consistency_items":
            return checks.get(row["check_id"], nowhere), int(row["item_number"])
        return position_of(row["post_id"]) if name == "posts" else ()

    for name, table in TABLES.items():
        for one, two in pairwise(book.rows(name)):
            if order(name, one) > order(name, two):
                reason = f"is after {table.id_of(one)}, out of order"
                fix = "number the sentences in the order of the text"
                yield wrong(name, two, table.key[0], reason, fix if name in _BY_SENTENCE else "")


def _place(row: Row) -> tuple[str, tuple[int, int]]:
    return row["post_id"], span_of(row)
