"""No proposal and no list of ours looks at which country it is: the names are exchanged to see."""

import inspect
import re
from types import ModuleType

import pytest

from scripts.curation import grammar
from scripts.curation.archive import Post, read_archive
from scripts.package.source import Built
from scripts.rules import fairness
from scripts.suggesting import draft, learning, offers, periods, segments, statements
from scripts.tables import evaluations, remainders, talking_points
from scripts.tables.evaluations import proposed_words
from tests.conftest import ROOT
from tests.fairness.exchange import COUNTRY_OF, EXCHANGED, KEPT, NAMES, exchange

POSTS = read_archive(ROOT)
ANY_CASE = re.compile(NAMES.pattern, re.IGNORECASE)
# Lists of languages, countries and bases of Chinese names cannot but name them.
OF_NAMES = ("language", "name_zh_basis", "target_country")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("China bans drugs, the U.S. does not.", "America bans drugs, the PRC does not."),
        ("the People's Republic of China", "the United States of America"),
        ("Chinese police, Americans' fear", "American police, Chinese nationals' fear"),
        ("All-China, China-EU and Indochina", "All-America, America-EU and Indochina"),
        ("old China, and China", "old China, and America"),
    ],
)
def test_names_are_exchanged_as_whole_words_and_the_longest_first(text: str, other: str) -> None:
    assert exchange(text) == other
    assert exchange(other) == text


def test_every_form_is_exchanged_with_one_other() -> None:
    forms = [form for pair in EXCHANGED for form in pair]
    assert len(forms) == len({*forms, *KEPT}) - len(KEPT)


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.post_id)
def test_a_text_exchanged_twice_is_the_text(post: Post) -> None:
    assert exchange(post.text) != post.text
    assert exchange(exchange(post.text)) == post.text


def test_every_name_of_the_two_countries_in_register_and_posts_is_exchanged_or_kept(
    built: Built,
) -> None:
    sources = built.book.sources
    countries = sources.codelists["target_country"]
    known = {
        word: country
        for place, words in sources.place_words.items()
        for country in [one for one in sources.enclosing(place) if one in countries][:1]
        for word in words
        # 'nationwide' and 'Our country' mean the country of the post, whichever it is.
        if word != word.lower() and "country" not in word.lower()
    }
    assert sorted(known.keys() - COUNTRY_OF.keys() - set(KEPT)) == []
    assert {name: known[name] for name in COUNTRY_OF if name in known}.items() <= COUNTRY_OF.items()
    left = NAMES.sub("", "\n".join(post.text for post in POSTS))
    pattern = r"\w*(?:Chin[ae]|Sino-|Americ|U\.S|\bUSA?\b|United States|Beijing|Washington)\w*"
    assert re.findall(pattern, left) == []


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post.post_id)
def test_the_same_evaluations_are_proposed_whoever_they_are_said_of(
    post: Post, built: Built
) -> None:
    forms = built.book.sources.evaluative_forms

    def proposed(text: str) -> list[tuple[str, str]]:
        return [(text[start:end], sense) for start, end, sense in proposed_words(text, forms)]

    assert proposed(exchange(post.text)) == proposed(post.text)


def test_no_definition_of_a_code_names_a_country(built: Built) -> None:
    registers = built.curation.registers
    texts = {name: entry.text("definition") for name, entry in registers.codes.items()}
    for name in registers.codes:
        for code, entry in registers.code_labels(name).items():
            texts[f"{name}.{code}"] = f"{entry.text('label')}: {entry.text('definition')}"
    named = [
        (place, text)
        for place, text in texts.items()
        if NAMES.search(text) and place.partition(".")[0] not in OF_NAMES
    ]
    assert named == []


def test_no_sense_and_no_form_names_a_country(built: Built) -> None:
    """But for one ironic nickname, which is coded because the posts use it in irony."""
    named = [
        (entry.id, name[0])
        for entry in built.curation.registers.evaluative_words.values()
        for text in (*entry.fields.values(), entry.id.replace("-", " "))
        for name in ANY_CASE.finditer(str(text))
    ]
    assert set(named) == {("land-of-the-free", "land of the free")}, named


def test_no_talking_point_names_a_country(built: Built) -> None:
    """Else it could be found with one country alone; ids of sentences are no names."""
    named = [
        (row["talking_point_id"], column, name[0])
        for row in built.book.rows("talking_points")
        for column in row
        for name in ANY_CASE.finditer(row[column].replace("-", " "))
    ]
    assert named == []


@pytest.mark.parametrize(
    "module",
    [
        *(evaluations, fairness, grammar, remainders, talking_points),
        *(draft, learning, offers, periods, segments, statements),
    ],
)
def test_no_rule_default_or_word_list_names_a_country(module: ModuleType) -> None:
    source = inspect.getsource(module)
    assert NAMES.findall(source) == []
    assert re.findall(r"\b(?:CN|US)\b(?!-)", source) == []
