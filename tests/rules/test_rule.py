"""No rule is without a directed case that breaks it."""

from scripts.rules.check import derived_cells_follow
from scripts.rules.rule import RULES
from tests.rules import test_accounted, test_fairness, test_figures, test_links, test_text


def test_every_rule_has_a_case() -> None:
    modules = (test_accounted, test_fairness, test_figures, test_links, test_text)
    tried = {case.rule for module in modules for case in module.CASES}
    # tests/rules/test_derivations.py breaks every derived column
    tried.add(derived_cells_follow.__name__)
    assert sorted(rule.__name__ for rule in RULES) == sorted(tried)


def test_every_rule_says_what_every_row_must_keep() -> None:
    assert [rule.__name__ for rule in RULES if not (rule.__doc__ or "").strip()] == []
