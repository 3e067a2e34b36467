"""What a draft may rest on: the coded posts, and the registers without what only one post has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from scripts.curation.anchoring import Span
from scripts.curation.coding import Part
from scripts.curation.loading import CodedPost, Curation
from scripts.suggesting.segments import Tokens
from scripts.tables.book import Sources, country_names, read_sources
from scripts.tables.evaluations import proposed_words
from scripts.tables.mentions import entity_pattern


@dataclass
class Suggested(Part):
    """A line of a draft: `reason` says what it rests on, `sure` how sure it is, from 0 to 1."""

    reason: str = ""
    sure: float = 1.0


@dataclass
class Text:
    """A post, coded or to be drafted; `names` are the countries by what they are called."""

    post_id: str
    about: str
    where: str
    sources: Sources
    names: Mapping[str, str]
    sentences: "list[Sentence]" = field(default_factory=list)


@dataclass
class Sentence:
    """A sentence, coded or drafted; `lines` are its lines with words and where these stand."""

    post: Text
    index: int
    words: str
    part: Part
    lines: list[tuple[Span, Part]] = field(default_factory=list)

    def of(self, kind: str) -> list[tuple[Span, Part]]:
        """Return the lines of a kind in the order of the words."""
        return sorted((one for one in self.lines if one[1].kind == kind), key=lambda one: one[0])

    @property
    def heading(self) -> bool:
        """Whether it is the title or a heading."""
        return not self.index or self.part.value("role") == "heading"

    @property
    def before(self) -> "Sentence | None":
        """The sentence before."""
        return self.post.sentences[self.index - 1] if self.index else None

    @cached_property
    def praise(self) -> list[Span]:
        """The places of all words that the register of praise and blame lists."""
        forms = self.post.sources.evaluative_forms
        return [(start, end) for start, end, _ in proposed_words(self.words, forms)]

    @cached_property
    def entities(self) -> list[tuple[Span, str]]:
        """The registered entities that it names."""
        names = self.post.sources.names
        found = []
        for match in entity_pattern(tuple(names)).finditer(self.words):
            name = match[0].replace("’", "'")
            found.append((match.span(), names.get(name) or names[name[0].lower() + name[1:]]))
        return found

    @cached_property
    def countries(self) -> list[tuple[Span, str]]:
        """The countries that it names."""
        pattern = entity_pattern(tuple(self.post.names))
        found = pattern.finditer(self.words)
        return [(one.span(), self.post.names[one[0].replace("’", "'")]) for one in found]

    @cached_property
    def tokens(self) -> Tokens:
        """Its words; a name of a country is 'Here' or 'There', so that nothing depends on which."""
        tokens = Tokens(self.words)
        for place in range(len(tokens)):
            for span, country in self.countries:
                if span[0] <= tokens.span((place, place + 1))[0] < span[1]:
                    tokens.low[place] = "Here" if country == self.post.about else "There"
        return tokens


@dataclass(frozen=True)
class Known:
    """The posts that a draft may rest on, what the registers have of them, and propositions."""

    posts: Sequence[Text]
    sources: Sources
    operations: Mapping[str, str]
    stated: Mapping[str, str]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All coded sentences."""
        return (sentence for post in self.posts for sentence in post.sentences)


def known_without(curation: Curation, post_id: str) -> Known:
    """Return all that is known without one post: its file, and what stands in no other post.

    Names, forms and words of the registers that only this post has are left out, operations that
    no other post is coded with, and links of its claims.
    """
    own = "".join(coded.post.text for coded in curation.posts if coded.post.post_id == post_id)
    others = [coded for coded in curation.posts if coded.post.post_id != post_id]
    small, rest = (
        text.lower().replace("’", "'")
        for text in (own, "\n".join(coded.post.text for coded in others))
    )

    def kept(words: str) -> bool:
        return words.lower() not in small or words.lower() in rest

    all_words = read_sources(curation.registers)
    sources = replace(
        all_words,
        units=tuple(
            unit._replace(forms=tuple(filter(kept, unit.forms))) for unit in all_words.units
        ),
        place_words={
            place: left
            for place, words in all_words.place_words.items()
            if (left := tuple(filter(kept, words)))
        },
        names={name: entity for name, entity in all_words.names.items() if kept(name)},
        evaluative_forms={
            form: word for form, word in all_words.evaluative_forms.items() if kept(form)
        },
    )
    used = {
        part["operation"]
        for coded in others
        for sentence in coded.coding.sentences
        for part in sentence.all("mention")
    }
    operations = {
        name: entry.text("name")
        for name, entry in curation.registers.operations.items()
        if not own or name in used
    }
    stated = {
        claim.claim_id: one.proposition_id
        for one in curation.links.propositions
        for claim in one.claims
        if claim.claim_id.partition(".")[0] != post_id
    }
    return Known([text_of(coded, sources) for coded in others], sources, operations, stated)


def text_of(coded: CodedPost, sources: Sources) -> Text:
    """Return a coded post as examples to learn from."""
    top = coded.coding
    where = top.defaults.get("where", "-")
    post = coded.post.post_id
    text = Text(post, top.top.value("about"), where, sources, country_names(sources))
    for index, part in enumerate(top.sentences):
        start = coded.spans[part.line][0]
        lines = [
            ((coded.spans[line.line][0] - start, coded.spans[line.line][1] - start), line)
            for one in (part, *part.all("claim"))
            for line in one.parts
            if line.line in coded.spans
        ]
        text.sentences.append(Sentence(text, index, part["words"], part, lines))
    return text
