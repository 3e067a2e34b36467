"""Claims have the codes that they give, or the post's defaults; operations are told once."""

from tests.tables.conftest import Make

POST = """\
about CN
default where=CN

s01 China bans drugs
  rest heading
s02 The police of China carried out "Breaking Ice" with the police of Yunnan.
  @ m01 Breaking Ice -> breaking-ice
  c01 The police of China carried out "Breaking Ice"
    says The police of China carried out the operation Breaking Ice.
    is event enforcement mode=reported
    target government CN
    about breaking-ice safe-care
    about breaking-ice
    party breaking-ice yunnan participant
    party breaking-ice yunnan organiser
  c02 with the police of Yunnan
    says The police of Yunnan took part.
    is event enforcement
    target none
    presupposed
    repaired
"""


def test_a_code_that_a_claim_does_not_give_is_the_default(make: Make) -> None:
    small = make(POST.replace("default where=CN", "default where=CN mode=questioned"))
    columns = ("claim_type", "theme", "mode", "reading", "presupposed")
    given = ["event", "enforcement", "reported", "plain", "no"]
    assert small.cells("claims", "p10.c01", *columns) == given
    default = ["event", "enforcement", "questioned", "repaired", "yes"]
    assert small.cells("claims", "p10.c02", *columns) == default
    assert make(POST).cells("claims", "p10.c02", "mode") == ["asserted"]


def test_a_target_is_a_kind_of_actor_and_its_country(make: Make) -> None:
    small = make(POST)
    columns = ("target", "target_country")
    assert small.cells("claims", "p10.c01", *columns) == ["government", "CN"]
    assert small.cells("claims", "p10.c02", *columns) == ["none", ""]
    untold = make(POST.replace("    target government CN\n", ""))
    assert untold.cells("claims", "p10.c01", *columns) == ["", ""]


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
