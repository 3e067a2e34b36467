"""Each question of examples/ has one answer in pandas, R and SQL, and each answer is right."""

import json
import math
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from shutil import copytree, which
from typing import Any

import pytest

from scripts.publish.answers import LANGUAGES, Question, answer_questions
from scripts.publish.recurrences import list_messages, list_names, share_text
from scripts.tables.book import Book
from tests.conftest import ROOT
from tests.needed import need
from tests.package_copy import copy_bare, read

EXAMPLES = ROOT / "examples"
SLUGS = sorted(path.stem for path in EXAMPLES.glob("[0-9]*.sql"))
Answer = dict[str, Any]

# Both write every answer as JSON: columns, and rows as lists of cells.
PANDAS = """
import json, pathlib, runpy, sys
sys.path.insert(0, "examples")
found = {}
for path in sorted(pathlib.Path("examples").glob("[0-9]*.py")):
    answer = runpy.run_path(str(path))["answer"]
    cells = answer.astype(object).where(answer.notna(), None)
    found[path.stem] = {"columns": list(answer.columns), "rows": cells.values.tolist()}
pathlib.Path("answers.json").write_text(json.dumps(found, default=float))
"""
R = """
scripts <- sort(Sys.glob("examples/[0-9]*.R"))
found <- lapply(scripts, function(script) {
  capture.output(source(script))
  list(columns = names(answer), rows = lapply(seq_len(nrow(answer)), function(row) {
    lapply(unname(as.list(answer[row])), jsonlite::unbox)
  }))
})
names(found) <- sub("[.]R$", "", basename(scripts))
jsonlite::write_json(found, "answers.json", na = "null", digits = NA)
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a user has it, with its examples."""
    folder = copy_bare(ROOT, tmp_path_factory.mktemp("questions") / "package")
    copytree(EXAMPLES, folder / "examples")
    return folder


@pytest.fixture(scope="module")
def tables(package: Path) -> dict[str, list[dict[str, str]]]:
    described = json.loads((package / "datapackage.json").read_text("utf-8"))["resources"]
    return {table["name"]: read(package, table["name"]) for table in described}


@pytest.fixture(scope="module")
def by_sql(package: Path, tables: Any) -> dict[str, Question]:
    return {one.slug: one for one in answer_questions(package, tables)}


@pytest.fixture(scope="module")
def by_pandas(package: Path) -> dict[str, Answer]:
    return run(package, [sys.executable, "-W", "error", "-c", PANDAS])


@pytest.fixture(scope="module")
def by_r(package: Path) -> dict[str, Answer]:
    wanted = ["Rscript", "-e", "library(data.table); library(jsonlite)"]
    need(
        bool(which("Rscript")) and not subprocess.run(wanted, capture_output=True).returncode,
        "R with data.table and jsonlite is not installed: "
        "apt-get install r-base-core r-cran-data.table r-cran-jsonlite",
    )
    return run(package, ["Rscript", "-e", R])


def run(folder: Path, command: list[str]) -> dict[str, Answer]:
    """Return what a program writes to answers.json."""
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, Answer] = json.loads((folder / "answers.json").read_text("utf-8"))
    return found


def code_of(path: Path) -> list[str]:
    """Return the lines of a file that are neither empty nor a comment."""
    lines = map(str.strip, path.read_text("utf-8").split("\n"))
    return [line for line in lines if line and not line.startswith(("#", "--"))]


def differing(expected: Question, answer: Answer) -> list[str]:
    """Return the rows in which an answer is not that of SQL."""
    if answer["columns"] != expected.columns:
        return [f"columns {expected.columns}, but {answer['columns']}"]
    one, two = list(map(list, expected.rows)), answer["rows"]
    pairs = [
        (one[row] if row < len(one) else None, two[row] if row < len(two) else None)
        for row in range(max(len(one), len(two)))
    ]
    return [f"SQL {first}\nbut {second}" for first, second in pairs if not same(first, second)]


def same(one: list[Any] | None, other: list[Any] | None) -> bool:
    if one is None or other is None or len(one) != len(other):
        return False
    return all(
        math.isclose(first, second, rel_tol=1e-9)
        if isinstance(first, (int, float)) and isinstance(second, (int, float))
        else first == second
        for first, second in zip(one, other, strict=True)
    )


def column(question: Question, name: str) -> list[Any]:
    place = question.columns.index(name)
    return [row[place] for row in question.rows]


def joined(posts: Iterable[str]) -> str:
    return ", ".join(sorted(set(posts)))


def test_there_are_ten_questions_numbered_from_one() -> None:
    assert [int(slug.split("-")[0]) for slug in SLUGS] == list(range(1, 11))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_question_is_answered_in_three_files_of_at_most_eight_lines(slug: str) -> None:
    files = [EXAMPLES / f"{slug}.{ending}" for ending in LANGUAGES]
    long = {file.name: code for file in files if not 0 < len(code := code_of(file)) <= 8}
    assert not long
    wide = [line for file in files for line in file.read_text("utf-8").split("\n") if line[100:]]
    assert not wide
    first = {file.read_text("utf-8").split("\n")[0].lstrip("#- ") for file in files}
    assert len(first) == 1, f"not the same question: {first}"
    assert first.pop().endswith("?")


def test_nothing_but_questions_and_readers_stands_beside_the_page() -> None:
    expected = {f"{slug}.{ending}" for slug in SLUGS for ending in LANGUAGES}
    found = {path.name for path in EXAMPLES.iterdir() if not path.name.startswith("__")}
    assert found == expected | {"README.md", "read.py", "read.R"}


@pytest.mark.parametrize("slug", SLUGS)
def test_an_answer_is_short_and_not_empty(slug: str, by_sql: dict[str, Question]) -> None:
    assert 0 < len(by_sql[slug].rows) <= 13
    assert len(set(by_sql[slug].rows)) == len(by_sql[slug].rows), "rows stand twice"


@pytest.mark.parametrize("slug", SLUGS)
def test_pandas_gives_the_answer_of_sql(
    slug: str, by_sql: dict[str, Question], by_pandas: dict[str, Answer]
) -> None:
    found = differing(by_sql[slug], by_pandas[slug])
    assert not found, "\n".join(found)


@pytest.mark.programs
@pytest.mark.parametrize("slug", SLUGS)
def test_r_gives_the_answer_of_sql(
    slug: str, by_sql: dict[str, Question], by_r: dict[str, Answer]
) -> None:
    found = differing(by_sql[slug], by_r[slug])
    assert not found, "\n".join(found)


def test_another_cell_column_or_order_and_a_missing_row_are_differences() -> None:
    question = Question(1, "one", "One?", {}, ["post", "share"], [("p01", 0.5), ("p02", None)])
    right = [["p01", 0.5], ["p02", None]]
    assert not differing(question, {"columns": ["post", "share"], "rows": right})
    assert differing(question, {"columns": ["post", "part"], "rows": right})
    others = [right[::-1], right[:1], [["p01", 0.5001], right[1]], [right[0], ["p02", 0]]]
    for rows in [*others, [*right, ["p03", 1]]]:
        assert len(differing(question, {"columns": ["post", "share"], "rows": rows})) in (1, 2)


def test_the_messages_stand_in_the_posts_that_what_recurs_shows(
    by_sql: dict[str, Question], tables: Any
) -> None:
    own = [row for row in tables["talking_point_mentions"] if row["voice"] == "own"]
    posts = {
        (message.row["text"], country): joined(
            row["post_id"]
            for rows in message.mentions.values()
            for row in rows
            if row["target_country"] == country
        )
        for message in list_messages(tables | {"talking_point_mentions": own})
        for country in {row["target_country"] for row in own}
    }
    shown = by_sql["01-messages"]
    wrong = [row for row in shown.rows if posts[row[0], row[1]] != row[-1]]
    assert not wrong
    most = sorted((len(ids.split()) for ids in posts.values()), reverse=True)
    assert column(shown, "posts") == most[: len(shown.rows)]


def test_an_operation_has_all_its_names(by_sql: dict[str, Question], tables: Any) -> None:
    (naming,) = (one for one in list_names(tables) if one.operation["name_zh"] == "除冰肃毒")
    shown = by_sql["02-names"]
    found = dict(zip(column(shown, "quote"), column(shown, "post_ids"), strict=True))
    assert found == {name: joined(posts) for name, posts in naming.names.items()}


def test_the_contradictions_are_those_that_do_not_hold(
    by_sql: dict[str, Question], tables: Any
) -> None:
    expected = {
        row["check_id"]
        for row in tables["consistency_checks"]
        if row["check_type"] == "contradiction"
        and row["outcome"] in ("fails", "unclear")
        and row["confidence"] in ("medium", "high")
    }
    assert set(column(by_sql["03-contradictions"], "check_id")) == expected


def test_every_check_of_the_largest_figures_is_shown(
    by_sql: dict[str, Question], tables: Any
) -> None:
    large = {
        row["figure_id"]
        for row in tables["figures"]
        if (row["unit"], row["figure_role"]) == ("person", "level")
        and float(row["value"] or 0) >= 20_000_000
    }
    checks = Counter(row["figure_id"] for row in tables["reference_checks"])
    expected = {figure: max(1, checks[figure]) for figure in large}
    assert Counter(column(by_sql["04-largest-figures"], "figure_id")) == expected


def test_praise_and_blame_are_counted_once_each(by_sql: dict[str, Question], tables: Any) -> None:
    shown = by_sql["05-praise-and-blame"]
    for country, target, praise, blame, posts in shown.rows:
        words = [
            row
            for row in tables["evaluations"]
            if (row["target_country"], row["target"]) == (country, target)
            and row["voice"] not in ("reported", "rejected")
        ]
        assert praise + blame == len(words)
        assert praise == sum(row["polarity"] == "favourable" for row in words)
        assert posts == len({row["post_id"] for row in words})


def test_the_shares_of_text_are_those_of_what_recurs(
    by_sql: dict[str, Question], tables: Any
) -> None:
    shares = share_text(Book(tables, {}))
    for post, other, share in by_sql["06-shared-text"].rows:
        assert share == pytest.approx(shares[post, other], abs=5e-5)
    largest = sorted(shares.values(), reverse=True)
    assert column(by_sql["06-shared-text"], "share")[0] == pytest.approx(largest[0], abs=5e-5)


def test_the_wordings_are_all_claims_of_one_proposition(
    by_sql: dict[str, Question], tables: Any
) -> None:
    shown = by_sql["07-wordings"]
    (text,) = set(column(shown, "text"))
    (proposition,) = (row for row in tables["propositions"] if row["text"] == text)
    posts: dict[str, set[str]] = {}
    for row in tables["claim_propositions"]:
        posts.setdefault(row["proposition_id"], set()).add(row["claim_id"].split(".")[0])
    assert len(posts[proposition["proposition_id"]]) == max(map(len, posts.values()))
    quotes = {row["claim_id"]: row["quote"] for row in tables["claims"]}
    for claim, quote in zip(column(shown, "claim_id"), column(shown, "quote"), strict=True):
        assert quotes[claim] == quote
    assert set(column(shown, "claim_id")) == {
        row["claim_id"]
        for row in tables["claim_propositions"]
        if row["proposition_id"] == proposition["proposition_id"]
    }


def test_the_seizures_are_those_of_the_posts_in_tonnes(
    by_sql: dict[str, Question], tables: Any
) -> None:
    shown = by_sql["08-seizures"]
    places = [shown.columns.index(name) for name in ("period", "tonnes", "post_ids")]
    found = {
        (row[places[0]], round(row[places[1]] * 1000), post)
        for row in shown.rows
        for post in row[places[2]].split(", ")
    }
    factors = {"tonne": 1000, "kilogram": 1}
    assert found == {
        (row["period"], round(float(row["value"]) * factors[row["unit"]]), row["post_id"])
        for row in tables["figures"]
        if row["indicator_id"] == "drugs-seized" and row["period"]
    }


def test_every_claim_has_one_conclusion(by_sql: dict[str, Question], tables: Any) -> None:
    shown = by_sql["09-conclusions"]
    counts = Counter(row["conclusion"] for row in tables["claim_reviews"])
    conclusions = [row["code"] for row in tables["codes"] if row["list"] == "conclusion"]
    assert shown.columns == ["theme", "claims", *conclusions]
    assert {name: sum(column(shown, name)) for name in conclusions} == counts
    assert all(sum(row[2:]) == row[1] for row in shown.rows)


def test_words_cut_out_by_offsets_are_the_quote_of_the_figure(
    by_sql: dict[str, Question], tables: Any
) -> None:
    shown = by_sql["10-words-and-sources"]
    quotes = {row["figure_id"]: row["quote"] for row in tables["figures"]}
    found = zip(column(shown, "figure_id"), column(shown, "words"), strict=True)
    wrong = [(figure, words) for figure, words in found if quotes[figure] != words]
    assert not wrong
    fails = {row["check_id"] for row in tables["consistency_checks"] if row["outcome"] == "fails"}
    failing = {row["figure_id"] for row in tables["consistency_items"] if row["check_id"] in fails}
    assert set(column(shown, "figure_id")) <= failing
