"""What a coder decided about one post: the contents of a curation file, before any derivation.

The grammar is in CODEBOOK.md, section 1. Every part keeps the line it stands on, so that a message
can name it.
"""

from dataclasses import dataclass, field


@dataclass
class Quote:
    """Words copied from the post; `occurrence` counts from 1 within the parent."""

    words: str
    occurrence: int = 1


@dataclass
class Carried:
    """A value and the words it rests on; `sentence` is empty where they are to be looked for."""

    value: str
    words: str
    sentence: str
    line: int


@dataclass
class Figure:
    """One quantity. `fields` holds base, condition, value, reason … by keyword."""

    number: str
    quote: Quote
    indicator: str
    role: str
    direction: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    when: Carried | None = None
    where: Carried | None = None
    by: Carried | None = None


@dataclass
class Party:
    """The claim shows that `entity` took part in `operation` as `role`."""

    operation: str
    entity: str
    role: str
    line: int


@dataclass
class Claim:
    """One assertion. `codes` holds claim_type, theme and whatever differs from the default."""

    number: str
    quote: Quote
    line: int
    says: str = ""
    codes: dict[str, str] = field(default_factory=dict)
    about: list[str] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    when: Carried | None = None
    where: Carried | None = None
    by: Carried | None = None
    repaired: bool = False
    figures: list[Figure] = field(default_factory=list)


@dataclass
class Mention:
    """Words that name an operation."""

    number: str
    quote: Quote
    operation: str
    identity: str
    line: int


@dataclass
class Phrase:
    """Words that look like a name and are neither operation nor entity.

    With an empty type: a registered entity name that does not mean the entity here.
    """

    quote: Quote
    phrase_type: str
    line: int


@dataclass
class NumeralDecision:
    """What became of a numeral that stands in no figure."""

    quote: Quote
    disposition: str
    line: int


@dataclass
class Sentence:
    """One sentence, word for word, and everything said about it."""

    number: str
    text: str
    line: int
    role: str = ""
    none: str = ""
    rest: str = ""
    numerals: list[NumeralDecision] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    rejected_entities: list[Phrase] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


@dataclass
class PostCoding:
    """A whole curation file; `file` is its path as messages name it."""

    file: str
    post_id: str = ""
    about: str = ""
    not_before: Carried | None = None
    defaults: dict[str, str] = field(default_factory=dict)
    sentences: list[Sentence] = field(default_factory=list)
