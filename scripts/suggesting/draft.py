"""Draft the curation file of a post, a layer at a time, from all that is known."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scripts.curation.anchoring import Span
from scripts.curation.coding import Part
from scripts.curation.finding import refuse
from scripts.curation.links import PROPOSITIONS
from scripts.curation.loading import CODINGS
from scripts.curation.registers import REGISTERS
from scripts.reading.numbers import Numeral, find_numerals
from scripts.reading.quantities import read_quantity
from scripts.reading.sentences import sentences_of
from scripts.suggesting import offers as offer
from scripts.suggesting import units
from scripts.suggesting.alike import Nearest
from scripts.suggesting.known import Known, Sentence, Suggested, Text
from scripts.suggesting.learning import Layer, Unit
from scripts.suggesting.periods import find_periods
from scripts.suggesting.segments import Segments
from scripts.suggesting.statements import Statements
from scripts.tables.book import country_names
from scripts.tables.evaluations import NOT_CODED, proposed_words
from scripts.tables.mentions import name_candidates

LEARNED = "as in the coded posts"
_SEGMENTS = ("claim", "figure", "talking_point")
_ALIKE = 0.6
_MOST_POINTS = 2
# Of talking points that are less sure, one in fourteen is right.
_UNLIKELY = 0.1


class Drafter:
    """Drafts posts; learns once from what is known."""

    def __init__(self, known: Known) -> None:
        """Learn every layer from the coded posts.

        Raises:
            FindingsError: no post has anything of some layer.
        """
        self._known = known
        examples: dict[str, list[tuple[Unit, Mapping[str, str]]]] = defaultdict(list)
        names: Counter[tuple[str, str, str]] = Counter()
        for sentence in known.sentences:
            for layer, unit, labels in units.coded_units(sentence):
                examples[layer].append((unit, labels))
            for _, part in sentence.of("mention"):
                names[part["words"].lower(), part["operation"], part["identity"]] += 1
        if missing := [name for name in units.LAYERS if not examples[name]]:
            fix = "code other posts first, with some of each"
            raise refuse(str(CODINGS), f"nothing to learn from: {', '.join(missing)}", fix)
        self._layers = {name: Layer(found) for name, found in examples.items()}
        self._segments = {
            kind: Segments(
                [
                    (
                        one.tokens,
                        {place for span, _ in one.of(kind) if (place := one.tokens.place(span))},
                        units.whole_of(one),
                    )
                    for one in known.sentences
                ],
                kind == "figure",
            )
            for kind in _SEGMENTS
        }
        self._names = {name.lower(): (key, "") for key, name in known.operations.items()}
        self._names |= {
            name: (key, identity) for (name, key, identity), _ in names.most_common()[::-1]
        }
        longest = sorted(self._names, key=lambda name: (-len(name), name))
        self._finder = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!\w)", re.IGNORECASE
        )
        claims = {
            f"{one.post.post_id}.{part['number']}": (one, span, part)
            for one in known.sentences
            for span, part in one.of("claim")
        }
        self._statements = Statements(claims)
        said = ((key, part.value("says")) for key, (_, _, part) in claims.items())
        self._propositions = Nearest(one for one in said if one[0] in known.stated)

    def draft(self, post_id: str, text: str) -> Part:
        """Return the draft of a post's curation file as a tree of lines."""
        names = country_names(self._known.sources)
        counts = Counter(
            country
            for name, country in names.items()
            for _ in re.finditer(rf"\b{re.escape(name)}", text)
        )
        about = counts.most_common(1)[0][0] if counts else "?"
        post = Text(post_id, about, about, self._known.sources, names)
        top = Part("top", 0)
        top.parts.append(Part("post", 0, {"post_id": post_id}))
        self._add(top, "about", {"value": about}, 0.8, "the country named most")
        self._add(top, "default", {"pairs": f"where={about}"}, 0.7, "what the post is about")
        self._numbers: Counter[str] = Counter()
        for index, (words, alone) in enumerate(sentences_of(text)):
            part = Part("sentence", 0, {"number": f"s{index + 1:02}", "words": words})
            sentence = Sentence(post, index, words, part)
            post.sentences.append(sentence)
            top.parts.append(part)
            if index and alone and words[-1] not in units.STOPS:
                self._add(part, "role", {"value": "heading"}, 0.8, "a line without a stop")
            self._fill(sentence)
        self._add_date(top, post)
        self._register_lines(top, post)
        return top

    def _add_date(self, top: Part, post: Text) -> None:
        """Add the latest date that the post names, before its sentences."""
        named = [
            (
                when.period.rpartition("/")[2],
                sentence.part["number"],
                sentence.words[slice(*when.span)],
            )
            for sentence in post.sentences
            for when in find_periods(sentence.words)
            if when.period[-1].isdigit()
        ]
        if named:
            date, number, words = max(named, key=lambda one: one[0])
            only = sum(words in sentence.words for sentence in post.sentences) == 1
            cells = {"value": date, "words": words, "sentence": "" if only else number}
            self._add(top, "not_before", cells, 0.5, "the latest date that the post names")
            top.parts.insert(2, top.parts.pop())

    def _add(
        self, parent: Part, kind: str, cells: Mapping[str, str], sure: float, reason: str = LEARNED
    ) -> Suggested:
        """Hang a suggested line under its parent; empty cells are left out."""
        full = {name: cell for name, cell in cells.items() if cell}
        line = Suggested(kind, 0, full, reason=reason, sure=sure)
        parent.parts.append(line)
        return line

    def _quote(
        self,
        sentence: Sentence,
        kind: str,
        span: Span,
        cells: Mapping[str, str],
        sure: float,
        parent: Part | None = None,
        within: Span = (0, 0),
        letter: str = "",
    ) -> Suggested:
        """Hang a suggested line with words of the sentence under it, or under one of its lines."""
        start, end = within if parent else (0, len(sentence.words))
        words = sentence.words[slice(*span)]
        place, nth = sentence.words.find(words, start, end), 1
        while 0 <= place < span[0]:
            place, nth = sentence.words.find(words, place + 1, end), nth + 1
        self._numbers[letter] += 1
        number = f"{letter}{self._numbers[letter]:02}" if letter else ""
        cells = {"number": number, "words": words, "nth": str(nth) if nth > 1 else "", **cells}
        line = self._add(parent or sentence.part, kind, cells, sure)
        sentence.lines.append((span, line))
        return line

    def _choose(self, layer: str, unit: Unit) -> dict[str, tuple[str, float]]:
        return self._layers[layer].choose(unit)

    def _fill(self, sentence: Sentence) -> None:
        """Write all lines of a sentence; the earlier ones are what the later ones look at."""
        codes = [
            (numeral, *self._choose("numeral", units.number_unit(sentence, numeral))["code"])
            for numeral in find_numerals(sentence.words)
        ]
        for match in self._finder.finditer(sentence.words):
            operation, identity = self._names[match[0].lower()]
            cells = {"operation": operation, "identity": identity}
            self._quote(sentence, "mention", match.span(), cells, 0.8, letter="m")
        for span, sure in self._find_claims(sentence):
            self._code(sentence, span, self._quote(sentence, "claim", span, {}, sure, letter="c"))
        self._judge(sentence)
        counted = [
            sentence.tokens.starts[one.start]
            for one, code, _ in codes
            if code == units.FIGURE and one.start in sentence.tokens.starts
        ]
        for span, claim in sentence.of("claim"):
            self._count(sentence, claim, span, counted)
            self._state(sentence, claim, span)
        self._account(sentence, codes)
        self._mark_points(sentence)
        self._rest(sentence)
        sentence.part.parts.sort(key=lambda part: part.kind == "claim")

    def _find_claims(self, sentence: Sentence) -> list[tuple[Span, float]]:
        """Return the quotes of the claims of a sentence, each with how sure it is."""
        if not self._choose("sentence", units.sentence_unit(sentence))["claims"][0]:
            return []
        segments, whole = self._segments["claim"], units.whole_of(sentence)
        middle = [len(sentence.tokens) // 2]
        found = segments.find(sentence.tokens, whole)
        return found or segments.find(sentence.tokens, whole, middle)

    def _judge(self, sentence: Sentence) -> None:
        """Add the words of praise and blame, and whom they praise or blame."""
        forms = self._known.sources.evaluative_forms
        for start, end, sense in proposed_words(sentence.words, forms):
            unit = units.judged_unit(sentence, (start, end), sense)
            label, sure = self._choose("evaluation", unit)["whom"]
            cells = {"word": sense, **offer.whom(sentence, (start, end), label)}
            if label.startswith(NOT_CODED):
                cells = {"word": NOT_CODED, "target": label.split(" ")[1]}
            self._quote(sentence, "evaluation", (start, end), cells, sure)

    def _state(self, sentence: Sentence, claim: Part, span: Span) -> None:
        """Add the statement of a claim, and the proposition that it would join."""
        praise = [place for place, part in sentence.of("evaluation") if part["word"] != NOT_CODED]
        words, sure, reason = self._statements.suggest(sentence, span, claim, praise)
        self._add(claim, "says", {"value": words}, sure, reason)
        claim.parts.insert(0, claim.parts.pop())
        for score, key in self._propositions.of(words, sentence.post.post_id, 1):
            if score > _ALIKE:
                joined = f"{self._known.stated[key]}:   {sentence.post.post_id}.{claim['number']}"
                cells = {"value": f"for {PROPOSITIONS}, under {joined}"}
                self._add(claim, "note", cells, score, f"its statement is like that of {key}")

    def _mark_points(self, sentence: Sentence) -> None:
        """Add the talking points, each once."""
        found = self._segments["talking_point"].find(sentence.tokens, units.whole_of(sentence))
        best = sorted(found, key=lambda one: -one[1])[:_MOST_POINTS]
        points: set[str] = set()
        for span, sure in sorted(best):
            chosen = self._choose("talking_point", units.judged_unit(sentence, span))
            point, how = chosen["talking_point"]
            if point not in points and sure * how > _UNLIKELY:
                points.add(point)
                cells = {"talking_point": point, **offer.whom(sentence, span, chosen["whom"][0])}
                self._quote(sentence, "talking_point", span, cells, sure * how)

    def _code(self, sentence: Sentence, span: Span, claim: Part) -> None:
        """Add the codes of a claim: type, theme, target, operations, period and place."""
        unit, offers = units.claim_unit(sentence, span)
        chosen = self._choose("claim", unit)
        codes = {name: label for name, (label, _) in chosen.items()}
        mode = "" if codes["mode"] == "asserted" else f"mode={codes['mode']}"
        cells = {"claim_type": codes["claim_type"], "theme": codes["theme"], "pairs": mode}
        self._add(claim, "is", cells, chosen["claim_type"][1] * chosen["theme"][1])
        cells = offer.whom(sentence, span, codes["target"])
        cells = {"value": cells["target"], "country": cells["country"]}
        self._add(claim, "target", cells, chosen["target"][1])
        if codes["presupposed"]:
            self._add(claim, "presupposed", {}, chosen["presupposed"][1])
        for kind, one in offers.items():
            first, _, words = one.get(codes[kind], "").partition(" < ")
            if first:
                cells = {"list" if kind == "operations" else "value": first, "words": words}
                self._add(claim, kind, cells, chosen[kind][1])

    def _count(self, sentence: Sentence, claim: Part, within: Span, counted: Sequence[int]) -> None:
        """Add the figures of a claim with what limits them; `counted` are the tokens that count."""
        inside = sentence.tokens.place(within)
        found = self._segments["figure"].find(
            sentence.tokens, units.whole_of(sentence), counted, inside
        )
        for span, sure in found:
            if _held(span, sentence, "figure"):
                continue
            chosen = self._choose("figure", units.figure_unit(sentence, span))
            role, _, direction = chosen["role"][0].partition(" ")
            indicator, how = chosen["indicator"]
            cells = {"indicator": indicator, "role": role, "direction": direction}
            line = self._quote(sentence, "figure", span, cells, sure * how, claim, within, "f")
            if limit := offer.limits(sentence, span).get(chosen["population"][0]):
                self._add(line, "population", {"value": limit}, chosen["population"][1])

    def _account(self, sentence: Sentence, codes: Sequence[tuple[Numeral, str, float]]) -> None:
        """Add what becomes of numerals outside figures."""
        listed = [
            (f"{words}={code}", sure)
            for (words, numeral), (_, code, sure) in zip(
                units.listed_numerals(sentence), codes, strict=True
            )
            if code != units.FIGURE and not _held((numeral.start, numeral.end), sentence, "figure")
        ]
        if listed:
            cells = {"list": "; ".join(words for words, _ in listed)}
            self._add(sentence.part, "numerals", cells, min(sure for _, sure in listed))

    def _rest(self, sentence: Sentence) -> None:
        """Add the reasons of the stretches outside the claims."""
        reasons = [
            (unit.span, *self._choose("rest", unit)["value"])
            for unit in units.remainder_units(sentence)
        ]
        alike = len({reason for _, reason, _ in reasons}) == 1
        for span, reason, sure in reasons[:1] if alike else reasons:
            if alike:
                self._add(sentence.part, "rest", {"value": reason}, sure)
            else:
                self._quote(sentence, "rest", span, {"value": reason}, sure)

    def _register_lines(self, top: Part, post: Text) -> None:
        """Add register lines, to be pasted, for names and counted nouns that no register knows."""
        for sentence in post.sentences:
            number = sentence.part["number"]
            for name in _unknown_names(sentence):
                entry = f"{{name: {name!r}, entity_type: '?', name_basis: post, description: '?'"
                note = f"for {REGISTERS}/entities.yaml: {_slug(name)}: {entry}, names: [{name!r}]}}"
                self._add(top, "note", {"value": note}, 0.3, f"a name in {number}")
            for span, part in sentence.of("figure"):
                words = sentence.words[span[0] : span[1]]
                noun = re.search(r"([a-z]+)$", words)
                try:
                    known = not noun or read_quantity(words, self._known.sources.units).unit
                except ValueError:
                    known = True
                if noun and not known:
                    entry = (
                        f"{{quantity_kind: '?', base_unit: {noun[1]}, factor: '1', label: {noun[1]}"
                    )
                    entry += f", definition: '?', forms: [{noun[1]}]}}"
                    note = f"for {REGISTERS}/units.yaml: {noun[1]}: {entry}"
                    self._add(top, "note", {"value": note}, 0.3, f"counted by {part['number']}")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _held(span: Span, sentence: Sentence, *kinds: str) -> bool:
    lines = (place for kind in kinds for place, _ in sentence.of(kind))
    return any(start < span[1] and span[0] < end for start, end in lines)


def _unknown_names(sentence: Sentence) -> Iterator[str]:
    """Yield the quoted and capitalised names that no register knows."""
    entities = [place for place, _ in sentence.entities]
    for span, kind in name_candidates(sentence.words):
        inside = any(start < span[1] and span[0] < end for start, end in entities)
        heading = kind == "capitalised" and sentence.heading
        if kind != "word" and not (inside or heading or _held(span, sentence, "mention")):
            yield sentence.words[slice(*span)]
