"""The names of two countries, exchanged in a text."""

import re

EXCHANGED = (
    ("People's Republic of China", "United States of America"),
    ("People's Republic", "United States"),
    ("PRC", "U.S."),
    ("China", "America"),
    ("Chinese nationals", "Americans"),
    ("Chinese", "American"),
    ("Beijing", "Washington"),
    ("Guangdong", "Illinois"),
    ("Yunnan", "San Francisco"),
    ("Humen", "Boston"),
)
"""Forms that name CN, each with one that names US in the same way."""

KEPT = ("old China", "Opium Wars", "Land of the Free")
"""Names that the other country has no form for: of an earlier state, and of a listed irony."""

COUNTRY_OF = {
    name: code for pair in EXCHANGED for name, code in zip(pair, ("CN", "US"), strict=True)
}
_OTHER = {
    **{name: name for name in KEPT},
    **dict(EXCHANGED),
    **{other: name for name, other in EXCHANGED},
}
NAMES = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_OTHER, key=len, reverse=True)))})(?!\w)"
)


def exchange(text: str) -> str:
    """Put the names of each country in the place of the other's: whole words, longest first."""
    return NAMES.sub(lambda name: _OTHER[name[0]], text)
