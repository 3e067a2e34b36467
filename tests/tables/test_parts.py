"""Every cell is from the line that decides it: the figure's, its claim's, or the post's default."""

from tests.tables.conftest import Make

POST = """\
about CN
default where=CN

s01 China bans drugs
  rest heading
s02 By the end of 2022, police in China and Myanmar had seized 13.2 tons of drugs in one case.
  n 2022=date; one=idiom
  x case = term
  c01 By the end of 2022, police in China and Myanmar had seized 13.2 tons of drugs
    says By the end of 2022, police had seized 13.2 tonnes of drugs.
    is statistic enforcement mode=reported
    target government CN
    stance neutral : So it is.
    by police
    when ../2022-12 < By the end of 2022
    f01 13.2 tons of drugs : drugs-seized level
      where MM
      population drugs
  c02 seized 13.2 tons of drugs in one case
    says The drugs were seized in one case.
    is event enforcement
    where -
"""


def test_a_row_has_id_post_sentence_and_span(make: Make) -> None:
    small = make(POST)
    cells = small.cells("figures", "p10.f01", "post_id", "sentence_id", "claim_id", "quote")
    assert cells == ["p10", "p10.s02", "p10.c01", "13.2 tons of drugs"]
    start, end = map(int, small.cells("figures", "p10.f01", "char_start", "char_end"))
    assert small.book.texts["p10"][start:end] == "13.2 tons of drugs"


def test_a_row_without_number_is_named_by_its_place(make: Make) -> None:
    small = make(POST)
    (phrase,) = small.book.rows("phrases")
    assert phrase["phrase_id"] == f"p10.x{phrase['char_start']}"


def test_a_figure_takes_time_and_source_from_its_claim_and_its_own_place(make: Make) -> None:
    small = make(POST)
    columns = ("period", "period_words", "attribution", "place", "place_sentence_id")
    given = ["../2022-12", "By the end of 2022", "police"]
    assert small.cells("claims", "p10.c01", *columns) == [*given, "CN", "p10.s02"]
    assert small.cells("figures", "p10.f01", *columns) == [*given, "MM", "p10.s02"]


def test_no_place_is_given_by_a_dash(make: Make) -> None:
    small = make(POST)
    assert small.cells("claims", "p10.c02", "place", "place_sentence_id") == ["", ""]


def test_a_column_has_the_line_that_decides_it(make: Make) -> None:
    lines = f"post p10\n{POST}".split("\n")

    def words(table: str, row_id: str, column: str) -> str:
        return lines[make(POST).line(table, row_id, column) - 1].strip()

    assert words("figures", "p10.f01", "value").startswith("f01 ")
    assert words("figures", "p10.f01", "population") == "population drugs"
    assert words("figures", "p10.f01", "place_sentence_id") == "where MM"
    assert words("figures", "p10.f01", "period") == "when ../2022-12 < By the end of 2022"
    assert words("claims", "p10.c01", "attribution_sentence_id") == "by police"
    assert words("claims", "p10.c01", "place").startswith("default where=CN")
    assert words("claims", "p10.c01", "target") == "target government CN"
    assert words("claims", "p10.c01", "target_country") == "target government CN"
    assert words("claims", "p10.c01", "stance").startswith("stance neutral : ")
    assert words("claims", "p10.c01", "theme").startswith("is statistic")
    assert words("claims", "p10.c01", "statement").startswith("says By the end")
    assert words("remainders", "p10.r0", "reason") == "rest heading"
    assert words("posts", "p10", "about") == "about CN"
    assert words("posts", "p10", "title") == "post p10"
