"""The archive may grow: the same post again, and more posts than two digits can number."""

from pathlib import Path
from shutil import copy

from schemas.tables import TABLES
from scripts import add
from scripts.build import build
from scripts.curation.archive import ARCHIVE, END_LINE, POST_TYPE_LINE, split_archive
from scripts.package.source import Built, build_and_check
from scripts.validate import validate
from tests.conftest import ROOT
from tests.edits.grown import grow

ARCHIVE_TEXT = (ROOT / ARCHIVE).read_text("utf-8")
P11 = split_archive(ARCHIVE_TEXT)[10]
AGAIN = f"{POST_TYPE_LINE}\n{P11.text}\n{END_LINE}\n"


def test_a_post_that_is_posted_again_is_another_post_and_names_the_first(curation: Path) -> None:
    copy(ROOT / "CHANGELOG.md", curation)
    (curation / "again.txt").write_text(P11.text, "utf-8")
    assert add.main([str(curation / "again.txt")], curation) == 0
    coded = (curation / "curation/posts/p11.txt").read_text("utf-8")
    (curation / "curation/posts/p18.txt").write_text(coded.replace("post p11", "post p18"), "utf-8")
    built = build_and_check(curation)
    assert built.findings == []
    posts = built.book.by_id("posts")
    assert {key: row["repost_of"] for key, row in posts.items() if row["repost_of"]} == {
        "p18": "p11"
    }
    assert {key for key, row in posts.items() if row["codings"] == "1"} == {"p18"}


def test_an_archive_of_twice_as_many_posts_is_built_and_valid(built: Built, project: Path) -> None:
    """They are varied, and what recurs in them recurs among themselves too.

    No id of an earlier row goes, but of checks that the figures of more posts do not ask any more.
    """
    grow(project, 34)
    grown = build(project)
    assert grown.findings == []
    assert [one for layer in validate(project, grown) for one in layer.findings] == []
    assert [row["post_id"] for row in grown.book.rows("posts")][-1] == "p34"
    for name in TABLES.keys() - {"consistency_items"}:
        before, after = built.book.by_id(name), grown.book.by_id(name)
        lost = [before[key] for key in before.keys() - after.keys()]
        assert [row for row in lost if row.get("found_by") != "machine"] == [], name


def test_the_hundredth_post_has_an_id_of_the_form_of_all_ids() -> None:
    last = split_archive(ARCHIVE_TEXT.rstrip() + "\n" + AGAIN * 83)[-1]
    assert last.post_id == "p100"
    pattern = TABLES["posts"].columns["post_id"].pattern
    assert pattern == "p[0-9]{2,}"
    taken = [table.name for table in TABLES.values() if "p[0-9]{2}\\" in str(table)]
    assert taken == []
