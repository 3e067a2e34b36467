"""What must hold for any input: splitting, reading numbers, anchoring, writing, comparing."""

import csv
import io
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scripts.archive.reader import END_LINE, POST_TYPE_LINE, PREAMBLE, split_archive
from scripts.checks.file_bytes import check_table_bytes
from scripts.curation.anchoring import find_occurrence
from scripts.reading.numbers import find_numerals
from scripts.tables.csv_bytes import to_csv, to_text
from scripts.versions.comparison import compare_packages
from scripts.versions.package_reader import Package, PackageTable
from scripts.versions.version import Bump

# Any text in which nothing but line breaks controls; the archive's own marks are left out.
CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Cf", "Zl", "Zp"))
LINE = st.text(CHARACTERS, max_size=60).filter(lambda s: s not in (POST_TYPE_LINE, END_LINE))
TITLE = LINE.filter(lambda s: bool(s.strip()))
BODIES = st.lists(st.tuples(TITLE, st.lists(LINE, max_size=4)), min_size=1, max_size=5)


@given(BODIES)
def test_an_archive_is_split_into_just_the_posts_it_was_joined_from(
    bodies: list[tuple[str, list[str]]],
) -> None:
    texts = ["\n".join([title, *lines]) for title, lines in bodies]
    archive = PREAMBLE + "\n" + "".join(f"{POST_TYPE_LINE}\n{t}\n{END_LINE}\n" for t in texts)
    posts = split_archive(archive)
    assert [post.text for post in posts] == texts
    assert [post.title for post in posts] == [title for title, _ in bodies]
    assert all(archive.startswith(POST_TYPE_LINE, post.archive_start) for post in posts)


@given(st.integers(0, 10**12), st.sampled_from([" cases", ".", ",", " of them", ""]))
def test_a_whole_number_in_digits_reads_back(number: int, after: str) -> None:
    for written in (f"{number}", f"{number:,}"):
        (found,) = find_numerals(f"solved {written}{after}")
        assert (found.text, found.value) == (written, Decimal(number))


SCALES = {"": 1, " hundred": 100, " thousand": 1000, " million": 10**6, " billion": 10**9}


@given(st.decimals(Decimal("0.01"), 9999, places=2), st.sampled_from(sorted(SCALES)))
def test_a_decimal_with_its_scale_reads_back(number: Decimal, scale: str) -> None:
    (found,) = find_numerals(f"about {number}{scale} suspects")
    assert found.text == f"{number}{scale}"
    assert found.value == number * SCALES[scale]


@given(st.text(max_size=200) | st.from_regex(r"(?:[0-9,.·]+ ?(?:million|s|th)? ?){1,8}"))
def test_numerals_of_any_text_stand_in_it_in_order_and_apart(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.start < numeral.end
        assert text[numeral.start : numeral.end] == numeral.text
        assert numeral.value is None or numeral.value.is_finite()
        end = numeral.end


@given(st.text("ab ", max_size=40), st.text("ab ", min_size=1, max_size=4), st.integers(1, 4))
def test_words_are_anchored_where_they_stand_that_many_times(
    text: str, words: str, occurrence: int
) -> None:
    starts = [place for place in range(len(text)) if text.startswith(words, place)]
    span = find_occurrence(text, words, occurrence, 0, len(text))
    if occurrence > len(starts):
        assert span is None
    else:
        assert span == (starts[occurrence - 1], starts[occurrence - 1] + len(words))


COLUMNS = ("id", "words", "number")
CELL = st.none() | st.text(CHARACTERS | st.just("\n"), min_size=1, max_size=20)
ROWS = st.lists(st.tuples(CELL, CELL, st.integers()), min_size=1, max_size=6)


@given(ROWS)
def test_any_reader_of_csv_gets_back_the_cells_that_were_written(
    rows: list[tuple[str | None, str | None, int]],
) -> None:
    content = to_csv([dict(zip(COLUMNS, row, strict=True)) for row in rows], COLUMNS)
    assert b"\r" not in content and content.endswith(b"\n")
    header, *lines = csv.reader(io.StringIO(content.decode(), newline=""), strict=True)
    assert tuple(header) == COLUMNS
    assert lines == [[to_text(cell) for cell in row] for row in rows]
    quoted = [f for f in check_table_bytes("t", content, ["id"]) if "quoted" in f.reason]
    assert not quoted


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_decimal_is_written_plainly_and_loses_nothing(number: Decimal) -> None:
    text = to_text(number)
    assert "E" not in text.upper()
    assert Decimal(text) == number
    assert not (text.endswith("0") and "." in text)


KEYS = st.text("abc", min_size=1, max_size=2)
TABLE = st.dictionaries(KEYS, st.text("xyz", max_size=2), max_size=6)


def package_of(cells: dict[str, str]) -> Package:
    fields = [{"name": name, "type": "string"} for name in ("id", "words")]
    schema = {"fields": fields, "primaryKey": "id"}
    rows = {(key,): {"id": key, "words": cell} for key, cell in cells.items()}
    resource = {"name": "t", "path": "t.csv", "schema": schema}
    return Package({"version": "1.0.0"}, {"t": PackageTable(resource, ("id",), rows)})


@given(TABLE, TABLE)
def test_the_difference_is_just_what_turns_one_package_into_the_other(
    old: dict[str, str], new: dict[str, str]
) -> None:
    difference = compare_packages(package_of(old), package_of(new))
    if old == new:
        assert difference.tables == () and difference.bump is Bump.NONE
        return
    (table,) = difference.tables
    made = {key: cell for key, cell in old.items() if (key,) not in table.withdrawn}
    made |= {row["id"]: row["words"] for row in table.added.values()}
    made |= {cell.key[0]: cell.new for cell in table.cells}
    assert made == new
    assert all(old[cell.key[0]] == cell.old != cell.new for cell in table.cells)
    assert difference.bump is (Bump.PATCH if old.keys() == new.keys() else Bump.MINOR)
