"""The tables talking_points and talking_point_mentions."""

from scripts.curation.finding import Finding
from scripts.curation.loading import CodedPost
from scripts.curation.registers import Registers, file_of
from scripts.tables.book import Book
from scripts.tables.parts import parts_of, quoted_row
from scripts.tables.registers import make_register_table
from scripts.tables.row import Row, span_of

_NO_RIVAL = "none"
_SHOWN = {"examples": True, "near_misses": False}


def make_talking_points(registers: Registers) -> list[Row]:
    """Return the register as a table; of examples and near misses the ids, not the words."""
    rows = make_register_table("talking_points", registers)
    for row in rows:
        entry = registers.talking_points[row["talking_point_id"]]
        row["rival"] = "" if row["rival"] == _NO_RIVAL else row["rival"]
        for name in _SHOWN:
            shown = (line.split(" | ") for line in entry.list(name))
            row[name] = "; ".join(": ".join((one[0], *one[2:])) for one in shown)
    return rows


def make_mentions(coded: CodedPost) -> list[Row]:
    """Return where the post carries a talking point, in the order of the text."""
    rows = []
    for sentence, part in parts_of(coded, "talking_point"):
        cells = {
            "talking_point_id": part["talking_point"],
            "voice": part["voice"] or "own",
            "target": part["target"],
            "target_country": part["country"],
        }
        rows.append(quoted_row(coded, sentence, "", part, cells))
    return sorted(rows, key=lambda row: (span_of(row), row["talking_point_id"]))


def wrong_examples(registers: Registers, book: Book) -> list[Finding]:
    """Return the examples that carry no such talking point, and the near misses that carry it.

    An example is 'SENTENCE | WORDS', a near miss 'SENTENCE | WORDS | why not'.
    """
    findings = []
    for entry in registers.talking_points.values():
        for name, carries in _SHOWN.items():
            for number, line in enumerate(entry.list(name), start=1):
                sentence, _, words = line.partition(" | ")
                words, _, why = words.partition(" | ")
                if sentence.partition(".")[0] in book.unread:
                    continue
                carried = book.get("talking_point_mentions", f"{sentence} {entry.id}") is not None
                reason, fix = "", "name another sentence, or correct the line 't' of this one"
                if not words or words not in book.words_of(sentence):
                    reason = f"{sentence} does not hold {words!r}"
                elif carried != carries:
                    reason = f"{sentence} {'carries it' if carried else 'does not carry it'}"
                elif bool(why) == carries:
                    reason = f"{sentence} {'has' if why else 'lacks'} a reason why not"
                    fix = "write 'SENTENCE | WORDS', for a near miss with ' | why not'"
                if reason:
                    line_number = entry.lines.get(f"{name} {number}", entry.line)
                    where = (file_of("talking_points"), line_number)
                    findings.append(Finding(*where, reason=f"{entry.id}: {reason}", fix=fix))
    return findings
