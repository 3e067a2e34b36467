"""Parse a curation file: text in, one `PostCoding` and all problems of form out.

The grammar is the table in CODEBOOK.md, section 1. The parser knows nothing of the post or of the
registers: that a quote exists, or a code, is checked afterwards.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from scripts.curation.coding import (
    Claim,
    Figure,
    Mention,
    NumeralDecision,
    Party,
    Phrase,
    PostCoding,
    Quote,
    Sentence,
)
from scripts.curation.line_forms import Malformed, read_carried, read_pairs, read_quote, split_line
from scripts.problem import Problem

_CLAIM_KEYS = frozenset({"mode", "narrative", "target", "stance"})
_DEFAULT_KEYS = _CLAIM_KEYS | {"where"}
_FIGURE_FIELDS = frozenset(
    {
        "base",
        "base_figure",
        "condition",
        "substance",
        "population",
        "per",
        "value",
        "value_high",
        "unit",
        "qualifier",
        "reason",
    }
)
# All other lines stand once under their parent: a second one would silently replace the first.
_REPEATABLE = {(2, "n"), (2, "@"), (2, "x"), (2, "not"), (4, "about"), (4, "party")}
_ID = {letter: re.compile(rf"{letter}\d{{2,3}}\Z") for letter in "scfm"}


def parse_coding(text: str, file: str) -> tuple[PostCoding, list[Problem]]:
    """Return what the file says and every line that the grammar does not know.

    Args:
        text: the whole curation file.
        file: its path, as messages shall name it.
    """
    parser = _Parser(file)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            parser.read_line(number, line)
    parser.finish()
    return parser.coding, parser.problems


_Reader = Callable[[int, str, str], None]


class _Level(NamedTuple):
    """What may stand at one indentation: the open parent, ids that open a part, keyword lines."""

    parent: object
    letter: str
    opener: _Reader | None
    readers: dict[str, _Reader]


class _Parser:
    """Reads line by line; the current sentence, claim and figure are the open parents."""

    def __init__(self, file: str) -> None:
        self.coding = PostCoding(file)
        self.problems: list[Problem] = []
        self._sentence: Sentence | None = None
        self._claim: Claim | None = None
        self._figure: Figure | None = None
        self._target: Claim | Figure | None = None
        self._ids: dict[str, int] = {}
        self._given: set[tuple[int, str]] = set()

    def read_line(self, number: int, line: str) -> None:
        body = line.lstrip(" ")
        indent = len(line) - len(body)
        keyword, _, rest = body.partition(" ")
        if line != line.rstrip() and indent:
            self._problem(number, "white space at the end of the line", "remove it")
        if keyword == "?":
            return
        try:
            self._reader(indent, keyword)(number, keyword, rest.strip() if indent else rest)
        except Malformed as error:
            self._problem(number, f"cannot read {body!r}", f"expected {error}")

    def finish(self) -> None:
        if not self.coding.post_id:
            self._problem(1, "the file names no post", "begin it with 'post pNN'")
        for sentence in self.coding.sentences:
            for claim in sentence.claims:
                if not claim.says:
                    self._problem(claim.line, f"{claim.number} has no statement", "add 'says …'")
                if not claim.codes:
                    self._problem(
                        claim.line,
                        f"{claim.number} has no codes",
                        "add 'is CLAIM_TYPE THEME'",
                    )

    def _reader(self, indent: int, keyword: str) -> _Reader:
        levels: dict[int, _Level] = {
            0: _Level(True, "s", self._open_sentence, self._post_lines()),
            2: _Level(self._sentence, "c", self._open_claim, self._sentence_lines()),
            4: _Level(self._claim, "f", self._open_figure, self._claim_lines()),
            6: _Level(self._figure, "", None, self._figure_lines()),
        }
        if indent not in levels:
            raise Malformed("an indentation of 0, 2, 4 or 6 spaces")
        level = levels[indent]
        if level.parent is None:
            raise Malformed("a sentence, claim or figure above this line to belong to")
        self._target = self._claim if indent == 4 else self._figure
        if keyword in level.readers:
            if (indent, keyword) in self._given - _REPEATABLE:
                raise Malformed(f"one line '{keyword} …', and one stands above")
            self._given.add((indent, keyword))
            return level.readers[keyword]
        if level.opener and _ID[level.letter].match(keyword):
            self._given = {given for given in self._given if given[0] <= indent}
            return level.opener
        raise Malformed(f"one of {', '.join(level.readers)}, or an id such as s01, c01, f01")

    def _post_lines(self) -> dict[str, _Reader]:
        return {
            "post": self._post,
            "about": self._about_country,
            "not_before": self._not_before,
            "default": self._default,
        }

    def _sentence_lines(self) -> dict[str, _Reader]:
        return {
            "role": self._role,
            "none": self._none,
            "rest": self._rest,
            "n": self._numerals,
            "@": self._mention,
            "x": self._phrase,
            "not": self._rejected,
        }

    def _claim_lines(self) -> dict[str, _Reader]:
        return {
            "says": self._says,
            "is": self._codes,
            "about": self._about_operations,
            "party": self._party,
            "when": self._when,
            "where": self._where,
            "by": self._by,
            "repaired": self._repaired,
        }

    def _figure_lines(self) -> dict[str, _Reader]:
        carried: dict[str, _Reader] = {"when": self._when, "where": self._where, "by": self._by}
        return carried | dict.fromkeys(sorted(_FIGURE_FIELDS), self._figure_field)

    def _problem(self, line: int, message: str, mend: str) -> None:
        self.problems.append(Problem(self.coding.file, line, message, mend))

    def _new_id(self, number: int, identifier: str) -> str:
        if identifier in self._ids:
            self._problem(
                number,
                f"id {identifier} is used twice (also in line {self._ids[identifier]})",
                "give the new one the next free number",
            )
        self._ids[identifier] = number
        return identifier

    def _post(self, number: int, keyword: str, rest: str) -> None:
        if not re.fullmatch(r"p\d{2}", rest):
            raise Malformed("post pNN")
        self.coding.post_id = rest

    def _about_country(self, number: int, keyword: str, rest: str) -> None:
        self.coding.about = rest

    def _not_before(self, number: int, keyword: str, rest: str) -> None:
        self.coding.not_before = read_carried(rest, number, "not_before DATE < WORDS")
        if not self.coding.not_before.words:
            raise Malformed("not_before DATE < WORDS")

    def _default(self, number: int, keyword: str, rest: str) -> None:
        self.coding.defaults = read_pairs(rest.split(), _DEFAULT_KEYS)

    def _open_sentence(self, number: int, keyword: str, rest: str) -> None:
        if not rest:
            raise Malformed("sNN and the text of the sentence")
        self._sentence = Sentence(self._new_id(number, keyword), rest, number)
        self._claim = self._figure = None
        self.coding.sentences.append(self._sentence)

    def _open_claim(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        if not rest:
            raise Malformed("cNN and the quote")
        self._claim = Claim(self._new_id(number, keyword), read_quote(rest), number)
        self._figure = None
        self._sentence.claims.append(self._claim)

    def _open_figure(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        expected = "fNN WORDS : INDICATOR ROLE [up or down]"
        words, codes = split_line(rest, " : ", expected)
        parts = codes.split()
        if len(parts) not in (2, 3):
            raise Malformed(expected)
        direction = parts[2] if len(parts) == 3 else ""
        identifier = self._new_id(number, keyword)
        self._figure = Figure(identifier, read_quote(words), parts[0], parts[1], direction, number)
        self._claim.figures.append(self._figure)

    def _role(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        self._sentence.role = rest

    def _none(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        self._sentence.none = rest

    def _rest(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        self._sentence.rest = rest

    def _numerals(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        for part in rest.split(";"):
            words, disposition = split_line(part, "=", "NUMERAL=DISPOSITION; …")
            token = re.fullmatch(r"(.+)#([1-9])", words)
            quote = Quote(token[1].strip(), int(token[2])) if token else Quote(words)
            self._sentence.numerals.append(NumeralDecision(quote, disposition, number))

    def _mention(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        expected = "@ mNN WORDS -> OPERATION [likely]"
        identifier, _, words = rest.partition(" ")
        if not _ID["m"].match(identifier):
            raise Malformed(expected)
        words, target = split_line(words, " -> ", expected)
        operation, _, identity = target.partition(" ")
        identifier = self._new_id(number, identifier)
        self._sentence.mentions.append(
            Mention(identifier, read_quote(words), operation, identity or "certain", number)
        )

    def _phrase(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        words, phrase_type = split_line(rest, " = ", "x WORDS = PHRASE_TYPE")
        self._sentence.phrases.append(Phrase(read_quote(words), phrase_type, number))

    def _rejected(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        self._sentence.rejected_entities.append(Phrase(read_quote(rest), "", number))

    def _says(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        self._claim.says = rest

    def _codes(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        words = rest.split()
        if len(words) < 2 or any("=" in word for word in words[:2]):
            raise Malformed("is CLAIM_TYPE THEME [KEY=VALUE …]")
        codes = {"claim_type": words[0], "theme": words[1]}
        self._claim.codes = codes | read_pairs(words[2:], _CLAIM_KEYS)

    def _about_operations(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        self._claim.about += rest.split()

    def _party(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        parts = rest.split()
        if len(parts) != 3:
            raise Malformed("party OPERATION ENTITY ROLE")
        self._claim.parties.append(Party(parts[0], parts[1], parts[2], number))

    def _when(self, number: int, keyword: str, rest: str) -> None:
        carried = read_carried(rest, number, "when EDTF < WORDS")
        if not carried.words:
            raise Malformed("when EDTF < WORDS, with the words that give the period")
        self._parent().when = carried

    def _where(self, number: int, keyword: str, rest: str) -> None:
        expected = "where PLACE [@ sNN]"
        self._parent().where = carried = read_carried(rest, number, expected)
        if carried.words:
            raise Malformed(expected)

    def _by(self, number: int, keyword: str, rest: str) -> None:
        self._parent().by = read_carried(rest, number, "by WORDS [@ sNN]")

    def _repaired(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        if rest:
            raise Malformed("'repaired' alone; a remark is a line of its own: '? …'")
        self._claim.repaired = True

    def _figure_field(self, number: int, keyword: str, rest: str) -> None:
        assert self._figure is not None
        if not rest:
            raise Malformed(f"{keyword} and a value")
        self._figure.fields[keyword] = rest

    def _parent(self) -> Claim | Figure:
        assert self._target is not None
        return self._target
