"""The grammar of a curation file, as one table: it drives the parser and is printed in CODEBOOK.md.

A file is the post itself, annotated: sentences stand at the start of a line, and what is said
about one is indented beneath it, two spaces a level.
"""

from functools import partial
from typing import NamedTuple

from schemas.columns import POST_ID

_WORDS = r"(?P<words>\S.*?)"
_NTH = r"(?: #(?P<nth>[1-9]))?"
_AT = r"(?: @ (?P<sentence>s[0-9]{2,3}))?"
_CODE = r"[^\s=]+"
_OF_WHOM = rf"(?P<target>{_CODE})(?: (?P<country>{_CODE}))?(?: : (?P<voice>\S+))?"
_PAIRS = rf"(?P<pairs>{_CODE}={_CODE}(?: {_CODE}={_CODE})*)"

LEVELS = ("post", "sentence", "claim", "figure")
"""What the lines of each indentation (0, 2, 4, 6 spaces) stand under."""


class Form(NamedTuple):
    """One kind of line.

    `levels` are the kinds that it stands under, `form` is the line as a coder writes it, `pattern`
    reads what follows its keyword; its groups are the cells of the part. `keys` are those of its
    KEY=VALUE words.
    """

    kind: str
    levels: tuple[str, ...]
    pattern: str
    form: str
    meaning: str
    repeatable: bool = False
    keys: tuple[str, ...] = ()

    @property
    def keyword(self) -> str:
        """Return the word that opens the line, '' for an id."""
        first = self.form.partition(" ")[0]
        return "" if first.endswith("NN") else first

    @property
    def under(self) -> str:
        """Return what it stands under, in words."""
        return ", ".join("top" if level == "post" else level for level in self.levels)


def _value(
    keyword: str, meaning: str, form: str = "VALUE", pattern: str = r"(?P<value>\S.*)"
) -> Form:
    return Form(keyword, ("figure",), pattern, f"{keyword} {form}", meaning)


_many = partial(Form, repeatable=True)
_CARRIED = ("claim", "figure")
GRAMMAR = (
    Form("post", ("post",), rf"(?P<post_id>{POST_ID})", "post pNN", "which post"),
    Form("about", ("post",), r"(?P<value>\S+)", "about PLACE", "country the post is mainly about"),
    Form(
        *("not_before", ("post",), rf"(?P<value>\S+) < {_WORDS}{_AT}"),
        "not_before DATE < WORDS [@ sNN]",
        "latest date that the text itself proves, as precise as the words that prove it; left out "
        "where there is none",
    ),
    Form(
        *("default", ("post",), _PAIRS, "default KEY=VALUE …"),
        "values that hold unless a claim says otherwise: `where mode`",
        keys=("mode", "where"),
    ),
    _many(
        *("sentence", ("post",), r"(?P<number>s[0-9]{2,3}) (?P<words>.*\S)", "sNN TEXT"),
        "a sentence; sentences follow one another with nothing but white space between, and "
        "joined they are the post",
    ),
    Form(
        *("role", ("sentence",), r"(?P<value>\S+)", "role heading"),
        "only for headings; the first sentence is the title, the others are body",
    ),
    _many(
        *("rest", ("sentence",)),
        rf"(?:{_WORDS}{_NTH} = )?(?P<value>[a-z_]+)(?: : (?P<note>\S.*))?",
        "rest [WORDS =] REASON [: NOTE]",
        "why the words outside the claims make none; WORDS name one stretch of several, the note "
        "says why it holds neither evaluation nor talking point where one is expected",
    ),
    _many(
        *("numerals", ("sentence",), r"(?P<list>[^;=]+=[^;=]+(?:;[^;=]+=[^;=]+)*)"),
        "n NUMERAL=DISPOSITION; …",
        "numerals that are in no figure's quote (those in a figure are derived)",
    ),
    _many(
        *("mention", ("sentence",)),
        rf"(?P<number>m[0-9]{{2,3}}) {_WORDS}{_NTH} -> (?P<operation>\S+)(?: (?P<identity>\S+))?",
        "@ mNN WORDS -> OPERATION [likely]",
        "operation mention",
    ),
    _many(
        *("phrase", ("sentence",)),
        rf"{_WORDS}{_NTH} = (?P<value>\S+)(?:(?<== no) (?P<reason>\S+))?",
        "x WORDS = PHRASE_TYPE",
        "term, quoted words or image; `x WORDS = no REASON` for a quoted phrase, capitalised name "
        "or audit word that is none of these, nor operation or entity",
    ),
    _many(
        *("not", ("sentence",), rf"{_WORDS}{_NTH}", "not WORDS"),
        "a registered entity name that does not mean the entity here",
    ),
    _many(
        *("evaluation", ("sentence",)),
        rf"{_WORDS}{_NTH} = (?P<word>{_CODE}) {_OF_WHOM}",
        "e WORDS = WORD KIND [COUNTRY] [: VOICE]",
        "words that praise or blame: the sense, whom, and the voice where it is not `own`; "
        "`e WORDS = no REASON` for a listed word that does neither here",
    ),
    _many(
        *("talking_point", ("sentence",)),
        rf"{_WORDS}{_NTH} = (?P<talking_point>{_CODE}) {_OF_WHOM}",
        "t WORDS = TALKING_POINT KIND [COUNTRY] [: VOICE]",
        "words that carry a talking point: which, of whom, and the voice where it is not `own`",
    ),
    _many(
        *("claim", ("sentence",), rf"(?P<number>c[0-9]{{2,3}}) {_WORDS}{_NTH}", "cNN WORDS"),
        "a claim's quote",
    ),
    Form("says", ("claim",), r"(?P<value>\S.*)", "says STATEMENT", "what the post asserts, see 3"),
    Form(
        *("is", ("claim",), rf"(?P<claim_type>{_CODE}) (?P<theme>{_CODE})(?: {_PAIRS})?"),
        "is CLAIM_TYPE THEME [KEY=VALUE …]",
        "codes; `mode` where it differs from the default (`asserted`)",
        keys=("mode",),
    ),
    Form(
        *("target", ("claim",), rf"(?P<value>{_CODE})(?: (?P<country>{_CODE}))?"),
        "target KIND [COUNTRY]",
        "the kind of actor whose conduct or state the claim describes, and its country",
    ),
    Form(
        *("presupposed", ("claim",), "", "presupposed"),
        "the post takes it for granted in a phrase without a verb",
    ),
    Form(
        *("stance", ("claim",), rf"(?P<value>{_CODE}) : (?P<reason>\S.*)", "stance CODE : REASON"),
        "only where the stance that follows from the evaluations is wrong",
    ),
    _many(
        *("operations", ("claim",), r"(?P<list>\S+(?: \S+)*)", "about OPERATION …"),
        "every operation that the claim is about",
    ),
    _many(
        *("party", ("claim",), r"(?P<operation>\S+) (?P<entity>\S+) (?P<role>\S+)"),
        "party OPERATION ENTITY ROLE",
        "the claim shows that the entity took this part in the operation",
    ),
    Form(
        *("when", _CARRIED, rf"(?P<value>\S+) < {_WORDS}{_AT}", "when EDTF < WORDS [@ sNN]"),
        "period and the words that give it; `when - < WORDS` for words that cannot be dated",
    ),
    Form(
        *("where", _CARRIED, rf"(?P<value>\S+){_AT}", "where PLACE [@ sNN]"),
        "place; `where -` for none",
    ),
    Form(
        *("by", _CARRIED, rf"{_WORDS}{_AT}", "by WORDS [@ sNN]"),
        "the source that the post names, in its words",
    ),
    Form(
        *("repaired", ("claim",), "", "repaired"),
        "the passage is garbled and read the likeliest way",
    ),
    _many(
        *("figure", ("claim",)),
        rf"(?P<number>f[0-9]{{2,3}}) {_WORDS}{_NTH} : (?P<indicator>{_CODE}) (?P<role>{_CODE})"
        rf"(?: (?P<direction>{_CODE}))?",
        "fNN WORDS : INDICATOR ROLE [up or down]",
        "a figure",
    ),
    _value("base", "what a share, change, ratio or rank is of", "WORDS"),
    _value("base_figure", "the figure of the post that it is of", "fNN"),
    _value("part_of", "the figure of the post of which it counts a part", "fNN"),
    _value("condition", "threshold or age range inside the quantity", "WORDS"),
    _value(
        *("population", "the post's own category, or the operation, case or region that limits it"),
        "WORDS [@ sNN]",
        rf"(?P<value>\S.*?){_AT}",
    ),
    _value("substance", "what substance", "ENTITY"),
    _value("per", "unit of time of a rate", "UNIT"),
    _value("value", "only where the reading that follows from the quote is wrong; needs `reason`"),
    _value("value_high", "as `value`, of the upper end of a range"),
    _value("unit", "as `value`", "UNIT"),
    _value("qualifier", "as `value`", "CODE"),
    _value("reason", "why one of these four is typed", "TEXT"),
    _many("note", LEVELS, r"(?P<value>.*)", "? NOTE", "a remark for the next coder"),
    _many(
        *("suggested", LEVELS, r"(?P<line>\S.*) ~ (?P<sure>[01]\.[0-9]{2}) (?P<reason>\S.*)"),
        "~ LINE ~ CONFIDENCE REASON",
        "a line that `python -m scripts.suggest` proposes, how sure it is (0 to 1) and why; it "
        "builds nothing, and its post is not built until each is decided: remove both `~` and what "
        "follows the second to take it, or remove the line",
    ),
)
QUOTED = tuple(form.kind for form in GRAMMAR if _NTH in form.pattern)
"""The kinds of lines whose WORDS stand in their parent."""
