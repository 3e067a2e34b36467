"""Two codings are compared unit by unit and field by field."""

from pathlib import Path

import pytest

from scripts.compare import load_coding, main, nominal_alpha
from scripts.curation.finding import FindingsError
from scripts.curation.loading import AGREEMENT
from scripts.package.csv_text import write_table
from scripts.tables.coding_agreement import agreement_rows, match_units, overlap
from scripts.tables.row import Row
from tests.conftest import ROOT, change


def span(post_id: str, start: int, end: int) -> Row:
    return Row({"post_id": post_id, "char_start": str(start), "char_end": str(end)})


def test_overlap_is_intersection_over_union() -> None:
    assert overlap(span("p01", 0, 10), span("p01", 5, 10)) == 0.5
    assert overlap(span("p01", 0, 10), span("p01", 10, 20)) == 0
    assert overlap(span("p01", 0, 10), span("p02", 0, 10)) == 0


def test_a_unit_is_matched_once_and_with_its_best_partner() -> None:
    first = [span("p01", 0, 10), span("p01", 0, 8)]
    assert match_units(first, [span("p01", 0, 8)], 0.5) == [(first[1], span("p01", 0, 8))]


def test_spans_that_share_less_than_half_are_two_units() -> None:
    assert match_units([span("p01", 0, 10)], [span("p01", 6, 16)], 0.5) == []


def test_alpha_is_one_for_equal_codes_and_undefined_for_a_single_code() -> None:
    assert nominal_alpha([("a", "a"), ("b", "b")]) == 1
    assert nominal_alpha([("a", "a"), ("a", "a")]) is None


def test_alpha_is_below_zero_where_coders_differ_systematically() -> None:
    alpha = nominal_alpha([("a", "b"), ("b", "a")])
    assert alpha is not None
    assert alpha < 0


def test_the_committed_agreement_is_what_the_two_codings_give() -> None:
    rows = agreement_rows(load_coding(ROOT, "first"), load_coding(ROOT, "second"), nominal_alpha)
    assert write_table(rows, list(rows[0])) == (ROOT / AGREEMENT).read_bytes()


def test_a_post_that_only_one_coding_has_is_refused(curation: Path) -> None:
    (curation / "curation/codings/first/p11.txt").unlink()
    before = (curation / AGREEMENT).read_bytes()
    with pytest.raises(FindingsError, match="only one of the two codings has p11"):
        main([], curation)
    assert (curation / AGREEMENT).read_bytes() == before


def test_a_changed_code_lowers_the_agreement_of_its_field_and_is_listed(
    curation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = curation / "curation/codings/first/p11.txt"
    change(path, "is activity treatment", "is activity history")
    assert main(["--differences"], curation) == 0
    assert "claim theme: history / treatment" in capsys.readouterr().out
    changed = (curation / AGREEMENT).read_text("utf-8").split("\n")
    before = (ROOT / AGREEMENT).read_text("utf-8").split("\n")
    assert [one.split(",")[0] for one, two in zip(changed, before, strict=True) if one != two] == [
        "claim.theme"
    ]
