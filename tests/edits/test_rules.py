"""Every rule is broken by some wrong edit, or is listed here with the reason why none can."""

import re

from schemas.tables import TABLES
from scripts.rules.rule import RULES
from scripts.tables.derivation import DERIVATIONS
from tests.edits.conftest import EDITS
from tests.edits.edits import Run, cell_kinds

_FROM_TEXT = (
    "(sentences|claims|figures|numerals|operation_mentions|entity_mentions|phrases|evaluations"
    "|remainders|talking_point_mentions|shared_passages)"
)
# What no edit of the curation can break; the patterns are of the names of edits.py.
UNBREAKABLE = {
    "offsets and the sentence, claim or figure of a quote are found in the text, never typed": (
        rf"row ({_FROM_TEXT}|consistency_items): char_end .*",
        rf"cell key ({_FROM_TEXT}|consistency_items)\.(post_id|sentence_id)",
        r"cell key (figures|claim_operations|operation_parties)\.claim_id",
        r"cell key (numerals\.figure_id|entity_mentions\.entity_id|consistency_items\.check_id)",
        "row shared_passages: a passage has at least .*",
        r"cell (pattern|unique) shared_passages\.passage_id",
        "rule rows_lie_inside_what_they_belong_to",
        "rule shared_passages_are_those_of_the_texts",
    ),
    "ids are made of the name of the post's file, and of numbers that the parser reads": (
        r"row \w+: \w+_id begins with the.*",
        rf"cell pattern {_FROM_TEXT}\.\w+_id",
        "cell pattern posts.post_id",
        "rule ids_follow_from_places",
    ),
    "a line says it, or a form that belongs to one sense; there is nothing else to type": (
        r"cell code (claims\.presupposed|evaluations\.polarity)",
        r"rule derived_cells_follow (claims\.(part_of_claim_id|stance)|evaluations\.polarity)",
        r"rule derived_cells_follow figures\.population_sentence_id",
        "rule one_sense_is_said_of_all",
        r"cell key (claims\.part_of_claim_id|posts\.repost_of)",
        r"cell unique evaluations\.evaluation_id",
    ),
    "the parser refuses an id that is given twice, YAML a key": (
        r"cell unique evaluative_words\.\w+_id",
        r"cell unique (posts|sentences|claims|figures|operation_mentions)\.\w+_id",
        r"cell unique (operations|entities|indicators|talking_points|published_sources)\.\w+_id",
        r"cell unique (units\.unit|codes\.list)",
    ),
    "numerals, mentions and links of a claim are one a place or operation": (
        r"cell unique (numerals|entity_mentions|remainders)\.\w+_id",
        r"cell unique (claim_operations\.claim_id|consistency_items\.check_id)",
        "rule numerals_are_those_of_the_text",
    ),
    "the readers of registers and links refuse an id of another form": (
        r"cell pattern evaluative_words\.\w+_id",
        r"cell pattern (operations|entities|indicators|talking_points|published_sources)\.\w+_id",
        r"cell pattern (units\.unit|codes\.list|consistency_checks\.check_id)",
        r"cell pattern (propositions\.proposition_id|reference_checks\.check_id)",
    ),
    "the build tells of a group, pair, item or proof that cannot be, and makes no row of it": (
        r"cell unique consistency_checks\.check_id",
        r"cell key consistency_items\.(claim_id|figure_id|mention_id)",
        r"cell key (posts\.not_before_sentence_id|claim_propositions\.proposition_id)",
        "row consistency_items: exactly one of .*",
        "row reference_checks: exactly one of .*",
        "row posts: not_before and not_before_sentence_id .*",
        "row numerals: figure_id is filled if and only if .*",
    ),
    "the cell is derived, and nobody can type another": (
        r"rule derived_cells_follow (posts|sentences|claim_propositions|operations)\..*",
        r"rule derived_cells_follow figures\.(value_base|value_high_base|period_start|period_end)",
        r"rule derived_cells_follow (claims|figures)\.(period|attribution)_sentence_id",
        r"rule derived_cells_follow consistency_checks\.computation",
        r"rule derived_cells_follow claim_reviews\.\w+",
        "rule every_claim_has_its_review",
        "row reference_checks: (source_id is empty if|matches_derived has a) .*",
        "row numerals: a label has no value, .*",
        "row consistency_checks: what a coder has found .*",
        r"cell day figures\.period_(start|end)",
        r"cell key operations\.evidence_claim_id",
        r"cell pattern posts\.sha256",
        r"cell (key|unique) claim_reviews\.claim_id",
        "rule machine_checks_follow_from_the_figures",
    ),
    "a file holds the rows of one drawing, and its name is looked at first": (
        r"cell pattern row_reviews\.review",
    ),
    "no claim can have a period that is not real, so that the operation lacks its evidence": (
        "row operations: period names months and days .*",
    ),
    "the archive is split into its posts, all of them with their text": (
        "rule (posts_follow_one_another_in_the_archive|withheld_texts_have_no_words)",
        "row posts: title and text are given .*",
    ),
}


def all_rules() -> set[str]:
    rules = {f"rule {one.__name__}" for one in RULES} - {"rule derived_cells_follow"}
    rules |= {f"rule derived_cells_follow {one.table}.{one.column}" for one in DERIVATIONS}
    rules |= {
        f"row {table.name}: {one.reason:.40}" for table in TABLES.values() for one in table.rules
    }
    return rules | set(cell_kinds())


def test_every_rule_is_broken_by_an_edit_or_cannot_be() -> None:
    broken = {edit.breaks for edit in EDITS if " " in edit.breaks}
    patterns = [pattern for reasons in UNBREAKABLE.values() for pattern in reasons]
    rest = all_rules() - broken
    assert broken - all_rules() == set(), "these rules are gone"
    assert [rule for rule in sorted(rest) if not any(re.fullmatch(p, rule) for p in patterns)] == []
    for pattern in patterns:
        assert any(re.fullmatch(pattern, rule) for rule in rest), f"{pattern} matches no rule"
        wrong = [rule for rule in broken if re.fullmatch(pattern, rule)]
        assert not wrong, f"{pattern} says that no edit breaks {wrong}"


def test_everything_that_is_told_has_file_and_line_and_how_to_fix_it(told: Run) -> None:
    """Nothing of what a coder can do wrong is put right by building again."""
    wrong = {
        str(finding)
        for edit in EDITS
        for finding in told(edit).findings
        if not finding.file
        or not finding.line
        or not finding.fix
        or finding.fix == "build the package again"
    }
    assert sorted(wrong) == []
