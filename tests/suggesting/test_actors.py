"""Whom a statement is about is guessed from its first actor, by kinds that know no country."""

import pytest

from scripts.package.source import Built
from scripts.suggesting.actors import proposed_target
from scripts.tables.book import country_names

NAMES = {"Utopia": "UT", "Utopian": "UT", "Utopians": "UT", "Erewhon": "ER", "United Isles": "UI"}


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("The police of Utopia have solved cases.", ("government", "UT")),
        ("Erewhon has signed a treaty with the police of Utopia.", ("country", "ER")),
        ("Some Utopian politicians blame Erewhon.", ("politicians", "UT")),
        ("Students in Utopia receive lessons.", ("public", "UT")),
        ("Utopians believe in the law.", ("public", "UT")),
        ("There are many drug users in Erewhon.", ("drug_users", "ER")),
        ("Drug traffickers of Utopia were rich.", ("offenders", "UT")),
        ("A documentary has shown Erewhon.", ("media", "ER")),
        ("Pharmacies in Erewhon sell it.", ("business", "ER")),
        ("The United Nations has praised Utopia.", ("international_body", "")),
        ("The public security organs of Utopia acted.", ("government", "UT")),
        ("The people of United Isles are many.", ("public", "UI")),
        ("In 2022, 7 suspects were arrested in Utopia.", ("government", "UT")),
        ("Erewhon's work was praised by the international community.", ("international_body", "")),
        ("In Utopia, drugs are rampant.", ("country", "UT")),
        ("The government acted.", ("government", "")),
        ("A substance is strong.", ("none", "")),
        ("", ("none", "")),
    ],
)
def test_the_first_actor_before_the_first_verb_is_proposed(
    words: str, target: tuple[str, str]
) -> None:
    assert proposed_target(words, NAMES) == target


def test_words_that_mean_whichever_country_it_is_are_no_names(built: Built) -> None:
    names = country_names(built.book.sources)
    assert {
        "China": "CN",
        "Yunnan": "CN",
        "U.S.": "US",
        "old China": "china-before-1949",
    }.items() <= (names.items())
    assert {"my country", "Our Country", "nationwide", "world", "Vienna"} & names.keys() == set()
    assert set(names.values()) <= set(built.book.sources.codelists["target_country"])
