"""Every name is an operation, an entity, or a phrase with a type."""

from collections.abc import Callable

import pytest

Refused = Callable[[str, str, str, str, str], None]

WRONG_NAMES = [
    ("p03", "-> clean-borders", "-> clean-border", "@ m02", "unknown operation 'clean-border'"),
    ("p03", "-strikes likely", "-strikes maybe", "@ m06", "m06: 'maybe' is no identity"),
    ("p03", "War = slogan", "War = motto", "x People's", "'motto' is no phrase_type"),
    ("p03", "  none heading", "  none heading\n  not drugs", "not", "takes back no entity mention"),
    ("p03", "  x People's War = slogan\n", "", "s03", 'capitalised "People\'s War" of s03 is not'),
    ("p05", "  x victims = scare_quote\n", "", "s04", "quoted 'victims' of s04 is not accounted"),
    ("p03", "  x drug cases = standing_work\n", "", "s08", "word 'cases' of s08 is not accounted"),
    ("p03", "  x Firewall = figurative\n", "", "s23", "quoted 'Firewall' of s23 is not accounted"),
]


@pytest.mark.parametrize(("post", "old", "new", "line", "message"), WRONG_NAMES)
def test_a_name_that_is_not_accounted_for_is_refused(
    refused: Refused, post: str, old: str, new: str, line: str, message: str
) -> None:
    refused(post, old, new, line, message)
