"""Claims carry known codes, one statement each, and operations and parties that are registered."""

from collections.abc import Callable

import pytest

Refused = Callable[[str, str, str, str, str], None]

C01 = "c01 Drug 2023 and crime in China have fallen to their lowest level in nearly a decade"
C02 = "  c02 1.124 million drug users in the country"
AGAIN = f"  {C01.replace('c01', 'c99')}\n    says It fell.\n    is statistic drug_situation\n"
SAFE_CARE = "    about safe-care\n    party safe-care public-security-organs-china organiser"

WRONG_CLAIMS = [
    ("p03", "is statistic drug_situation", "is number drug_situation", C01, "'number' is no code"),
    ("p03", "is statistic drug_situation", "is statistic drugs", C01, "theme 'drugs' is no code"),
    ("p03", "target=drug_users", "target=everybody", "c02", "target 'everybody' is no code"),
    ("p03", "target=drug_users", "stance=good", "c02", "c02: stance 'good' is no code"),
    ("p03", "target=drug_users", "mode=said", "c02", "c02: mode 'said' is no code"),
    ("p03", "narrative=china_resolve", "narrative=hope", "c05", "narrative 'hope' is no code"),
    # Without a default, every claim must give its own code.
    ("p03", " narrative=china_success\n", "\n", C01, "c01: narrative '' is no code"),
    ("p03", "stance=neutral narrative", "stance=calm narrative", C01, "c01: stance 'calm' is no"),
    ("p03", C02, f"{AGAIN}{C02}", "c99", "c99 has the same quote as c01"),
    (
        "p03",
        "users in China.\n",
        "users in China\n",
        "c02",
        "the statement of c02 does not end with",
    ),
    ("p05", "    by It is well-known\n", "", "c01", "c01 is reported and names no source"),
    ("p03", "    about safe-care\n", "    about safe-car\n", "c31", "unknown operation 'safe-car'"),
    ("p03", "party safe-care", "party safe-car", "party", "c31: 'safe-car' is no operation ("),
    ("p03", "party safe-care public-security", "party safe-care public", "party", "is no entity"),
    ("p03", "china organiser", "china boss", "party", "'boss' is no party role"),
    (
        "p03",
        SAFE_CARE,
        SAFE_CARE.replace("about safe-care", "about clean-borders"),
        "party safe-care",
        "c31: 'safe-care' is no operation of this claim",
    ),
]


@pytest.mark.parametrize(("post", "old", "new", "line", "message"), WRONG_CLAIMS)
def test_a_claim_with_a_wrong_part_is_refused(
    refused: Refused, post: str, old: str, new: str, line: str, message: str
) -> None:
    refused(post, old, new, line, message)
