import shutil
from pathlib import Path

import pytest

from scripts.compare import ROOT, load_coding, main, nominal_alpha
from scripts.curation.agreement import agreement_rows, match_units, overlap
from scripts.curation.loading import AGREEMENT
from scripts.tables.annotated import Row
from scripts.tables.csv_bytes import to_csv


def span(post_id: str, start: int, end: int) -> Row:
    return {"post_id": post_id, "char_start": start, "char_end": end}


def test_overlap_is_intersection_over_union() -> None:
    assert overlap(span("p01", 0, 10), span("p01", 5, 10)) == 0.5
    assert overlap(span("p01", 0, 10), span("p01", 10, 20)) == 0
    assert overlap(span("p01", 0, 10), span("p02", 0, 10)) == 0


def test_a_unit_is_matched_once_and_with_its_best_partner() -> None:
    first = [span("p01", 0, 10), span("p01", 0, 8)]
    pairs = match_units(first, [span("p01", 0, 8)], 0.5)
    assert [(pair.first, pair.second) for pair in pairs] == [(first[1], span("p01", 0, 8))]


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
    assert to_csv(rows, list(rows[0])) == (ROOT / AGREEMENT).read_bytes()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "curation", tmp_path / "curation")
    return tmp_path


def test_a_post_that_only_one_coding_has_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "curation/codings/first/p11.txt").unlink()
    before = (project / AGREEMENT).read_bytes()
    assert main([], project) == 1
    assert "only one of the two codings has p11" in capsys.readouterr().err
    assert (project / AGREEMENT).read_bytes() == before


def test_a_changed_code_lowers_the_agreement_of_its_field(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "curation/codings/first/p11.txt"
    text = path.read_text("utf-8")
    path.write_text(text.replace("is activity treatment", "is activity history"), "utf-8")
    assert main([], project) == 0
    changed = (project / AGREEMENT).read_text("utf-8")
    assert changed != (ROOT / AGREEMENT).read_text("utf-8")
    assert "claim.theme" in changed
