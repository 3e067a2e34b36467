"""Every rule on one row rejects a real row that was broken, and so does the derived model."""

import pytest

from schemas.tables import TABLES
from scripts.package.source import Built
from scripts.tables.row import Row
from tests.schemas.conftest import Refusals

HUNDRED_DAYS = "beijing-headline-2022-09-01-hundred-days"
OVERDOSES = "cdc-opioid-epidemic"
DIALOGUE, YEAR_FOR_WORD = "china-eu-dialogue-third", "year-for-word-drug-and-crime"
OF_CLAIM, OF_SENTENCE = f"{YEAR_FOR_WORD} 1", "satisfaction-sentence-broken 1"
OF_MENTION = "hemp-essence 1"
LEGACY, PASSAGE = "p16.s01 historic-legacy", "wc3d564e807 p16 424"

EMPTY_SPAN = "char_end is greater than char_start"
LENGTH = "char_end - char_start is the number of characters"
OTHER_POST = "begins with the row's post_id"
SPANS = [
    ("claims", "p16.c22", "claim_id"),
    ("figures", "p16.f01", "figure_id"),
    ("sentences", "p16.s01", "sentence_id"),
    ("remainders", "p16.r0", "remainder_id"),
    ("numerals", "p16.n793", "numeral_id"),
    ("operation_mentions", "p16.m01", "mention_id"),
    ("entity_mentions", "p16.e0", "entity_mention_id"),
    ("phrases", "p16.x1131", "phrase_id"),
    ("evaluations", "p16.v3780", "evaluation_id"),
    ("talking_point_mentions", LEGACY, "sentence_id"),
    ("shared_passages", PASSAGE, "sentence_id"),
    ("consistency_items", OF_CLAIM, "claim_id"),
]
Broken = list[tuple[str, str, dict[str, str], str]]

# table, row, cells that break it, and words of the reason that is given
OF_SPANS: Broken = [
    (name, row, cells, reason)
    for name, row, column in SPANS
    for cells, reason in (
        ({"char_start": "9", "char_end": "9", "quote": ""}, EMPTY_SPAN),
        ({"char_end": "99999"}, LENGTH),
        ({"post_id": "p99"}, f"{column} {OTHER_POST}"),
    )
]
OF_POSTS: Broken = [
    (name, row, {column: f"p99.{column[0]}01"}, f"{column} {OTHER_POST}")
    for name, row, columns in (
        ("posts", "p16", "not_before_sentence_id"),
        ("claims", "p16.c22", "sentence_id attribution_sentence_id period_sentence_id"),
        ("claims", "p16.c22", "place_sentence_id part_of_claim_id"),
        ("figures", "p16.f01", "claim_id sentence_id place_sentence_id period_sentence_id"),
        ("figures", "p16.f01", "attribution_sentence_id base_figure_id"),
        ("figures", "p16.f01", "part_of_figure_id population_sentence_id"),
        ("remainders", "p16.r0", "sentence_id"),
        ("numerals", "p16.n793", "sentence_id figure_id"),
        ("operation_mentions", "p16.m01", "sentence_id"),
        ("entity_mentions", "p16.e0", "sentence_id"),
        ("phrases", "p16.x1131", "sentence_id"),
        ("evaluations", "p16.v3780", "sentence_id"),
        ("consistency_items", OF_SENTENCE, "sentence_id"),
        ("consistency_items", OF_MENTION, "mention_id"),
        ("consistency_items", OF_CLAIM, "figure_id"),
    )
    for column in columns.split()
]
OF_CARRIED: Broken = [
    (name, row, cells, reason)
    for name, row in (("claims", "p16.c22"), ("figures", "p16.f01"))
    for cells, reason in (
        ({"place_sentence_id": ""}, "place and place_sentence_id are filled together"),
        ({"place": ""}, "place and place_sentence_id are filled together"),
        ({"period_sentence_id": ""}, "period needs period_sentence_id"),
        ({"period_sentence_id": ""}, "period_words and period_sentence_id are filled together"),
        ({"period_words": ""}, "period_words and period_sentence_id are filled together"),
        ({"attribution": "statistics"}, "attribution and attribution_sentence_id are filled"),
        ({"attribution_sentence_id": "p16.s15"}, "attribution and attribution_sentence_id are"),
        ({"period": "2013-13"}, "period names months and days that exist"),
        ({"period": "2013/2012"}, "ends after it begins"),
    )
]
OF_TARGETS: Broken = [
    (name, row, {"target": kind, "target_country": country}, "have no country; countries, gov")
    for name, row in (
        *(("claims", "p16.c22"), ("evaluations", "p16.v3780")),
        ("talking_point_mentions", LEGACY),
    )
    for kind, country in (
        ("none", "CN"),
        ("international_body", "US"),
        ("country", ""),
        ("government", ""),
        ("politicians", ""),
    )
]
OF_SEARCHES: Broken = [
    (name, row, cells, "searched_on is a real day, or searched_on and query are both not_recorded")
    for name, row, cells in (
        ("published_sources", HUNDRED_DAYS, {"searched_on": "2026-02-30"}),
        ("published_sources", HUNDRED_DAYS, {"searched_on": "not_recorded"}),
        ("published_sources", "ihao-humen-opium", {"query": "虎门销烟"}),
        ("reference_checks", "r001", {"searched_on": "2026-02-30"}),
        ("reference_checks", "r001", {"searched_on": "not_recorded"}),
        ("reference_checks", "r128", {"searched_on": "2026-13-01"}),
    )
]
ONE_CODING, BOTH = "p01.claim.187-202 mode", "p01.claim.122-293 mode"
OF_POINT = "p01.talking_point.great-results.53-121 voice"
OF_TABLES: Broken = [
    ("codings", BOTH, {"post_id": "p02"}, "unit_id begins with post_id and ends with the span"),
    ("codings", OF_POINT, {"char_end": "9999"}, "unit_id begins with post_id and ends with"),
    ("codings", BOTH, {"second_end": ""}, "second_start and second_end are filled together"),
    ("codings", BOTH, {"coded_by": "first"}, "only the second coding has a unit without"),
    ("codings", ONE_CODING, {"coded_by": "both"}, "only the second coding has a unit without"),
    ("coding_agreement", "claim", {"low": "0.99"}, "low is at most high"),
    ("coding_agreement", "claim", {"high": ""}, "low and high are filled together"),
    (
        *("evaluative_words", "rampant"),
        {"counts": "of people", "does_not_count": "of people"},
        "what counts and what does not are two things",
    ),
    ("posts", "p16", {"text": ""}, "if and only if text_status"),
    ("posts", "p16", {"title": ""}, "if and only if text_status"),
    ("posts", "p16", {"text_status": "withheld"}, "if and only if text_status"),
    ("posts", "p16", {"not_before": ""}, "not_before and not_before_sentence_id are filled"),
    ("posts", "p16", {"not_before": "2019-13"}, "months and days that exist"),
    ("claims", "p16.c22", {"mode": "reported"}, "a reported claim names its source"),
    ("claims", "p16.c22", {"statement": "No stop"}, "a statement ends with a full stop"),
    ("claims", "p16.c22", {"statement": "the police did."}, "begins with a capital or a digit"),
    ("claims", "p16.c22", {"statement": "They, the post says, did."}, "not speak of the post"),
    ("figures", "p16.f01", {"value_high": "150"}, "value_high is greater than value"),
    ("figures", "p16.f01", {"value": "", "value_high": "300"}, "value_high is greater than"),
    ("figures", "p16.f01", {"direction": "up"}, "a change, and only a change, has a direction"),
    ("figures", "p03.f02", {"direction": ""}, "a change, and only a change, has a direction"),
    ("figures", "p03.f02", {"figure_role": "share", "value": "101"}, "is at most 100"),
    ("figures", "p16.f01", {"qualifier": "order_of", "value_high": "300"}, "a magnitude word"),
    ("figures", "p16.f01", {"base": "the peak"}, "a share, change, ratio or rank, and only"),
    ("figures", "p16.f01", {"base_figure_id": "p16.f02"}, "a share, change, ratio or rank, and"),
    ("figures", "p05.f11", {"base": ""}, "a share, change, ratio or rank, and only that, has"),
    ("figures", "p16.f01", {"population": ""}, "population and population_sentence_id are filled"),
    ("figures", "p16.f01", {"population_sentence_id": ""}, "population and population_sentence_id"),
    ("figures", "p03.f02", {"base": ""}, "a share, change, ratio or rank, and only that, has a"),
    ("numerals", "p03.n113", {"figure_id": ""}, "figure_id is filled if and only if"),
    ("numerals", "p16.n793", {"figure_id": "p16.f01"}, "figure_id is filled if and only if"),
    ("numerals", "p16.n793", {"value": ""}, "a label has no value"),
    ("numerals", "p16.n793", {"numeral_type": "label"}, "a label has no value"),
    ("operations", DIALOGUE, {"name_zh_basis": ""}, "name_zh and name_zh_basis are filled"),
    ("operations", DIALOGUE, {"name_zh": ""}, "name_zh and name_zh_basis are filled"),
    ("operations", DIALOGUE, {"name_zh_basis": "documented"}, "and only that, names its source"),
    ("operations", DIALOGUE, {"name_zh_source_id": "un-2015"}, "and only that, names its source"),
    (
        *("operations", DIALOGUE),
        {"name_zh": "", "name_zh_basis": "", "name_zh_source_id": "un-2015"},
        "name_zh_source_id needs name_zh",
    ),
    ("operations", DIALOGUE, {"period": "2013-00"}, "months and days that exist"),
    ("entities", "beijing", {"name_zh_basis": ""}, "name_zh and name_zh_basis are filled"),
    ("entities", "beijing", {"name_zh_source_id": ""}, "a documented Chinese name, and only that"),
    ("entities", "beijing", {"name_basis": "documented"}, "a documented name, and only that"),
    ("entities", "beijing", {"name_source_id": "un-2015"}, "a documented name, and only that"),
    ("units", "kilogram", {"factor": "1000"}, "its own base unit has the factor 1"),
    ("published_sources", HUNDRED_DAYS, {"title": "百日行动"}, "title_en is in brackets if and"),
    ("published_sources", HUNDRED_DAYS, {"title_en": "Summer drive"}, "title_en is in brackets if"),
    (
        "published_sources",
        HUNDRED_DAYS,
        {"title_en": "[Summer drive"},
        "title_en is in brackets if",
    ),
    ("published_sources", OVERDOSES, {"title": "not_shown"}, "title_en is in brackets if and only"),
    ("published_sources", OVERDOSES, {"title_en": "Deaths"}, "and is an English title"),
    ("published_sources", HUNDRED_DAYS, {"retrievable": "no"}, "retrievable is 'yes' if and only"),
    (
        *("published_sources", HUNDRED_DAYS),
        {"address": "not_shown", "published": "not_shown"},
        "retrievable is 'yes' if and only if",
    ),
    ("published_sources", HUNDRED_DAYS, {"published": "2015-13"}, "months and days that exist"),
    ("reference_checks", "r001", {"claim_id": "p03.c01"}, "exactly one of figure_id, claim_id"),
    ("reference_checks", "r001", {"figure_id": ""}, "exactly one of figure_id, claim_id"),
    ("reference_checks", "r001", {"source_id": ""}, "source_id is empty if and only if"),
    ("reference_checks", "r128", {"source_id": "un-2015"}, "source_id is empty if and only if"),
    ("reference_checks", "r001", {"scope_agreement": ""}, "all six aspects are filled"),
    ("reference_checks", "r128", {"scope_agreement": "same"}, "all six aspects are filled"),
    ("reference_checks", "r001", {"confidence": ""}, "independence and confidence are filled"),
    ("reference_checks", "r128", {"independence": "same_claimant"}, "independence and confidence"),
    ("reference_checks", "r001", {"source_unit": ""}, "source_value needs source_qualifier"),
    ("reference_checks", "r001", {"unit_agreement": "not_compared"}, "not_compared_reason says"),
    ("reference_checks", "r001", {"verdict": "matches_derived"}, "matches_derived has a derivati"),
    ("reference_checks", "r001", {"source_period": "2013-13"}, "months and days that exist"),
    ("claim_reviews", "p01.c01", {"conclusion": "not_checkable"}, "not_checkable_reason is filled"),
    ("claim_reviews", "p01.c19", {"conclusion": "not_found"}, "not_checkable_reason is filled if"),
    ("claim_reviews", "p01.c19", {"not_checkable_reason": ""}, "not_checkable_reason is filled if"),
    ("consistency_checks", YEAR_FOR_WORD, {"basis": "published_source"}, "names its reference"),
    ("consistency_checks", YEAR_FOR_WORD, {"reference_check_id": "r001"}, "names its reference"),
    ("consistency_checks", YEAR_FOR_WORD, {"formula": "a = b"}, "a formula and its computation"),
    ("consistency_items", OF_CLAIM, {"claim_id": ""}, "exactly one of figure_id"),
    ("consistency_items", OF_CLAIM, {"sentence_id": "p03.s02"}, "exactly one of figure_id"),
    ("coding_agreement", "claim", {"matched_count": "762"}, "matched_count is at most"),
    ("coding_agreement", "claim", {"unit_type": "figure"}, "agreement_id is unit_type"),
    ("coding_agreement", "claim", {"precision": "0.97"}, "precision is matched_count / second"),
    ("coding_agreement", "claim", {"recall": "0.889"}, "recall is matched_count / first_count"),
    ("coding_agreement", "claim", {"f1": "0.93"}, "f1 is matched_count over the mean"),
    (
        *("coding_agreement", "claim"),
        {"first_count": "0", "second_count": "0", "matched_count": "0"},
        "f1 is matched_count over the mean",
    ),
    ("coding_agreement", "claim", {"precision": ""}, "precision and recall and f1 are filled"),
    ("coding_agreement", "claim", {"alpha": "0.1"}, "alpha needs field"),
    ("coding_agreement", "claim", {"f1": ""}, "a row without field has f1"),
    ("coding_agreement", "claim.mode", {"agreement": ""}, "a row with field has agreement"),
    ("propositions", "drug-control-deepened", {"text": "No stop"}, "text ends with a full stop"),
    *(
        ("claim_propositions", "p01.c03 measures-against-drugs", {term: "none"}, "actor, items and")
        for term in ("actor", "items", "purpose")
    ),
    ("talking_points", "firm-resolve", {"rival": "firm-resolve"}, "rival is another talking point"),
    ("shared_passages", PASSAGE, {"word_count": "24"}, "at least two characters a word"),
    *(
        ("row_reviews", "claims-1 p16.c22", cells, reason)
        for cells, reason in (
            (
                {"review_verdict": "right"},
                "a row that a reader calls wrong has an answer, and no o",
            ),
            ({"answer": "", "answer_reason": ""}, "a row that a reader calls wrong has an answer"),
            ({"answer": ""}, "answer_reason needs answer"),
            ({"answer_reason": ""}, "a row that was kept says why"),
            ({"answer": "corrected"}, "a row that was kept says why"),
        )
    ),
]
# A row like those of a table that may have none yet.
KEPT = {
    **{"review": "claims-1", "table": "claims", "row_id": "p16.c22", "reader": "language_model"},
    **{"reader_name": "", "read_on": "2026-11-27", "review_verdict": "wrong", "column": "mode"},
    **{"correction": "reported", "remark": "", "answer": "kept", "answer_reason": "It is said."},
}
BROKEN = [*OF_SPANS, *OF_POSTS, *OF_CARRIED, *OF_TARGETS, *OF_SEARCHES, *OF_TABLES]


def reasons(name: str, row: Row) -> list[str]:
    """Return the reasons of all rules that a row breaks."""
    return [rule.reason for rule in TABLES[name].rules if not rule.holds(row)]


@pytest.mark.parametrize(("name", "key", "cells", "reason"), BROKEN)
def test_a_broken_row_is_rejected_by_its_rule_and_by_the_model(
    built: Built, refusals: Refusals, name: str, key: str, cells: dict[str, str], reason: str
) -> None:
    row = Row(KEPT) if name == "row_reviews" else built.book.by_id(name)[key]
    broken = Row({**row, **cells})
    assert reasons(name, row) == []
    assert any(reason in told for told in reasons(name, broken)), reasons(name, broken)
    assert any(reason in told for told in refusals(name, [broken])), refusals(name, [broken])


def test_every_rule_has_a_row_that_breaks_it() -> None:
    untested = [
        f"{name}: {rule.reason}"
        for name, table in TABLES.items()
        for rule in table.rules
        if not any(one == name and reason in rule.reason for one, _, _, reason in BROKEN)
    ]
    assert untested == []


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.words])
def test_a_withheld_post_breaks_no_rule(built: Built, refusals: Refusals, name: str) -> None:
    taken = dict.fromkeys(TABLES[name].words, "")
    if name == "posts":
        taken["text_status"] = "withheld"
    rows = [Row({**row, **taken}) for row in built.book.rows(name) if row.get("post_id") == "p03"]
    assert [(TABLES[name].id_of(row), told) for row in rows if (told := reasons(name, row))] == []
    assert refusals(name, rows) == []
