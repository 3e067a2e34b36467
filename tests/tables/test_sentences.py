"""Every sentence has claims or the reason why it makes none; every post says what it is about."""

from collections.abc import Callable

import pytest

Refused = Callable[[str, str, str, str, str], None]

C14 = "  c14 “One hundred cities"

WRONG_SENTENCES = [
    ("p12", "  role heading", "  role caption", "s04", "s04: 'caption' is no sentence_role"),
    ("p03", "  none heading", "  none because", "s01", "s01: 'because' is no no_claim_reason"),
    ("p03", "  rest rhetoric", "  rest because", "s03", "s03: 'because' is no rest_reason"),
    ("p03", "  none heading\n", "", "s01", "s01 has neither claim nor reason"),
    ("p03", "  none heading", "  none", "s01", "s01 has neither claim nor reason"),
    ("p03", C14, f"  none slogan\n{C14}", "s11", "s11 has claims and a reason for none"),
    ("p03", "  none heading", "  rest heading", "s01", "s01 has 'rest' and no claim"),
    ("p03", "about CN\n", "", "post p03", "about '' is no place"),
    ("p03", "about CN\n", "about China\n", "post p03", "about 'China' is no place"),
    (
        "p03",
        "< By the end of 2022",
        "< By the end of 2023",
        "not_before",
        "the words 'By the end of 2023' do not stand in the post",
    ),
    ("p01", "mid-June 2002 @ s32", "mid-June 2002 @ s01", "not_before", "do not stand in the post"),
    (
        "p03",
        "not_before 2022-12 ",
        "not_before late-2022 ",
        "not_before",
        "'late-2022' is no date",
    ),
    ("p03", "not_before 2022-12 ", "not_before 2023-12 ", "not_before", "the year 2023 does"),
]


@pytest.mark.parametrize(("post", "old", "new", "line", "message"), WRONG_SENTENCES)
def test_a_sentence_or_post_with_a_wrong_part_is_refused(
    refused: Refused, post: str, old: str, new: str, line: str, message: str
) -> None:
    refused(post, old, new, line, message)
