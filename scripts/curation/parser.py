"""Parse a curation file: text in, one `PostCoding` and all problems of form out.

The grammar is the table in CODEBOOK.md, section 1. The parser knows nothing of the post or of the
registers: that a quote exists, or a code, is checked afterwards.
"""

import re
from collections.abc import Callable

from scripts.curation.coding import (
    Carried,
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


class _Malformed(ValueError):
    """A line that does not have the expected form; the text says what was expected."""


def _quote(words: str) -> Quote:
    match = re.fullmatch(r"(?P<words>.*\S)(?: #(?P<count>[1-9]))", words)
    if match:
        return Quote(match["words"], int(match["count"]))
    return Quote(words)


def _split(words: str, separator: str, expected: str) -> tuple[str, str]:
    left, found, right = words.rpartition(separator)
    if not found or not left.strip() or not right.strip():
        raise _Malformed(expected)
    return left.strip(), right.strip()


def _carried(rest: str, line: int, expected: str) -> Carried:
    value, _, words = rest.partition(" < ")
    match = re.fullmatch(r"(?P<words>.*\S)? ?@ (?P<sentence>s\d{2,3})", words or value)
    sentence = ""
    if match:
        sentence = match["sentence"]
        if words:
            words = match["words"] or ""
        else:
            value = match["words"] or ""
    if not value.strip():
        raise _Malformed(expected)
    return Carried(value.strip(), words.strip(), sentence, line)


def _key_values(words: list[str], allowed: frozenset[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not value or key not in allowed or key in pairs:
            raise _Malformed(f"KEY=VALUE with KEY one of {', '.join(sorted(allowed))}, once each")
        pairs[key] = value
    return pairs


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
        except _Malformed as error:
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

    def _reader(self, indent: int, keyword: str) -> Callable[[int, str, str], None]:
        levels: dict[int, tuple[object, dict[str, Callable[[int, str, str], None]]]] = {
            0: (
                True,
                {
                    "post": self._post,
                    "about": self._about_country,
                    "not_before": self._not_before,
                    "default": self._default,
                },
            ),
            2: (
                self._sentence,
                {
                    "role": self._role,
                    "none": self._none,
                    "rest": self._rest,
                    "n": self._numerals,
                    "@": self._mention,
                    "x": self._phrase,
                    "not": self._rejected,
                },
            ),
            4: (
                self._claim,
                {
                    "says": self._says,
                    "is": self._codes,
                    "about": self._about_operations,
                    "party": self._party,
                    "when": self._when,
                    "where": self._where,
                    "by": self._by,
                    "repaired": self._repaired,
                },
            ),
            6: (
                self._figure,
                {"when": self._when, "where": self._where, "by": self._by}
                | dict.fromkeys(_FIGURE_FIELDS, self._figure_field),
            ),
        }
        opening = {0: ("s", self._open_sentence), 2: ("c", self._open_claim)}
        opening[4] = ("f", self._open_figure)
        if indent not in levels:
            raise _Malformed("an indentation of 0, 2, 4 or 6 spaces")
        parent, readers = levels[indent]
        self._target = self._claim if indent == 4 else self._figure
        if parent is None:
            raise _Malformed("a sentence, claim or figure above this line to belong to")
        if keyword in readers:
            return readers[keyword]
        if indent in opening:
            letter, reader = opening[indent]
            if _ID[letter].match(keyword):
                return reader
        raise _Malformed(f"one of {', '.join(readers)}, or an id such as s01, c01, f01")

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
        if self.coding.post_id or not re.fullmatch(r"p\d{2}", rest):
            raise _Malformed("one line 'post pNN'")
        self.coding.post_id = rest

    def _about_country(self, number: int, keyword: str, rest: str) -> None:
        self.coding.about = rest

    def _not_before(self, number: int, keyword: str, rest: str) -> None:
        self.coding.not_before = _carried(rest, number, "not_before DATE < WORDS")
        if not self.coding.not_before.words:
            raise _Malformed("not_before DATE < WORDS")

    def _default(self, number: int, keyword: str, rest: str) -> None:
        self.coding.defaults = _key_values(rest.split(), _DEFAULT_KEYS)

    def _open_sentence(self, number: int, keyword: str, rest: str) -> None:
        if not rest:
            raise _Malformed("sNN and the text of the sentence")
        self._sentence = Sentence(self._new_id(number, keyword), rest, number)
        self._claim = self._figure = None
        self.coding.sentences.append(self._sentence)

    def _open_claim(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        if not rest:
            raise _Malformed("cNN and the quote")
        self._claim = Claim(self._new_id(number, keyword), _quote(rest), number)
        self._figure = None
        self._sentence.claims.append(self._claim)

    def _open_figure(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        expected = "fNN WORDS : INDICATOR ROLE [up or down]"
        words, codes = _split(rest, " : ", expected)
        parts = codes.split()
        if len(parts) not in (2, 3):
            raise _Malformed(expected)
        direction = parts[2] if len(parts) == 3 else ""
        identifier = self._new_id(number, keyword)
        self._figure = Figure(identifier, _quote(words), parts[0], parts[1], direction, number)
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
            words, disposition = _split(part, "=", "NUMERAL=DISPOSITION; …")
            token = re.fullmatch(r"(.+)#([1-9])", words)
            quote = Quote(token[1].strip(), int(token[2])) if token else Quote(words)
            self._sentence.numerals.append(NumeralDecision(quote, disposition, number))

    def _mention(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        expected = "@ mNN WORDS -> OPERATION [likely]"
        identifier, _, words = rest.partition(" ")
        if not _ID["m"].match(identifier):
            raise _Malformed(expected)
        words, target = _split(words, " -> ", expected)
        operation, _, identity = target.partition(" ")
        identifier = self._new_id(number, identifier)
        self._sentence.mentions.append(
            Mention(identifier, _quote(words), operation, identity or "certain", number)
        )

    def _phrase(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        words, phrase_type = _split(rest, " = ", "x WORDS = PHRASE_TYPE")
        self._sentence.phrases.append(Phrase(_quote(words), phrase_type, number))

    def _rejected(self, number: int, keyword: str, rest: str) -> None:
        assert self._sentence is not None
        self._sentence.rejected_entities.append(Phrase(_quote(rest), "", number))

    def _says(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        self._claim.says = rest

    def _codes(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        words = rest.split()
        if len(words) < 2 or any("=" in word for word in words[:2]):
            raise _Malformed("is CLAIM_TYPE THEME [KEY=VALUE …]")
        codes = {"claim_type": words[0], "theme": words[1]}
        self._claim.codes = codes | _key_values(words[2:], _CLAIM_KEYS)

    def _about_operations(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        self._claim.about += rest.split()

    def _party(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        parts = rest.split()
        if len(parts) != 3:
            raise _Malformed("party OPERATION ENTITY ROLE")
        self._claim.parties.append(Party(parts[0], parts[1], parts[2], number))

    def _when(self, number: int, keyword: str, rest: str) -> None:
        carried = _carried(rest, number, "when EDTF < WORDS")
        if not carried.words:
            raise _Malformed("when EDTF < WORDS, with the words that give the period")
        self._parent().when = carried

    def _where(self, number: int, keyword: str, rest: str) -> None:
        expected = "where PLACE [@ sNN]"
        self._parent().where = carried = _carried(rest, number, expected)
        if carried.words:
            raise _Malformed(expected)

    def _by(self, number: int, keyword: str, rest: str) -> None:
        self._parent().by = _carried(rest, number, "by WORDS [@ sNN]")

    def _repaired(self, number: int, keyword: str, rest: str) -> None:
        assert self._claim is not None
        self._claim.repaired = True

    def _figure_field(self, number: int, keyword: str, rest: str) -> None:
        assert self._figure is not None
        if not rest or keyword in self._figure.fields:
            raise _Malformed(f"one line '{keyword} …' with a value")
        self._figure.fields[keyword] = rest

    def _parent(self) -> Claim | Figure:
        assert self._target is not None
        return self._target
