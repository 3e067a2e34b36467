"""Claims have the codes that they give, or the post's defaults; operations are told once."""

from tests.tables.conftest import Make

POST = """\
about CN
default where=CN target=china stance=neutral narrative=china_success

s01 China bans drugs
  none heading
s02 The police of China carried out "Breaking Ice" with the police of Yunnan.
  @ m01 Breaking Ice -> breaking-ice
  c01 The police of China carried out "Breaking Ice"
    says The police of China carried out the operation Breaking Ice.
    is event enforcement narrative=china_resolve mode=reported
    about breaking-ice safe-care
    about breaking-ice
    party breaking-ice yunnan participant
    party breaking-ice yunnan organiser
  c02 with the police of Yunnan
    says The police of Yunnan took part.
    is event enforcement
    repaired
"""


def test_a_code_that_a_claim_does_not_give_is_the_default(make: Make) -> None:
    small = make(POST)
    columns = ("claim_type", "theme", "mode", "narrative", "target", "stance", "reading")
    given = ["event", "enforcement", "reported", "china_resolve", "china", "neutral", "plain"]
    assert small.cells("claims", "p10.c01", *columns) == given
    default = ["event", "enforcement", "asserted", "china_success", "china", "neutral", "repaired"]
    assert small.cells("claims", "p10.c02", *columns) == default


def test_without_a_default_a_code_is_empty(make: Make) -> None:
    small = make(POST.replace(" narrative=china_success", ""))
    assert small.cells("claims", "p10.c02", "narrative") == [""]


def test_an_operation_is_linked_once_however_often_it_is_named(make: Make) -> None:
    links = make(POST).book.rows("claim_operations")
    assert [(row["claim_id"], row["operation_id"]) for row in links] == [
        ("p10.c01", "breaking-ice"),
        ("p10.c01", "safe-care"),
    ]


def test_a_party_may_have_two_roles(make: Make) -> None:
    columns = ("operation_id", "entity_id", "party_role", "claim_id")
    rows = make(POST).book.rows("operation_parties")
    assert [[row[column] for column in columns] for row in rows] == [
        ["breaking-ice", "yunnan", "participant", "p10.c01"],
        ["breaking-ice", "yunnan", "organiser", "p10.c01"],
    ]
