"""A release without a withheld post's words keeps everything else of its tables."""

import csv
import io
import json
from zipfile import ZipFile

import pytest

from scripts.package.withhold import without_words
from tests.conftest import ROOT

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files() -> Files:
    """The files of release 1.0.0."""
    with ZipFile(next((ROOT / "releases/1.0.0").glob("*.zip"))) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def rows_of(files: Files, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[path].decode(), newline="")))


def test_the_words_of_the_post_go_and_every_other_cell_stays(files: Files) -> None:
    kept = without_words(files, {"p05"})
    changed = 0
    for table in json.loads(files["datapackage.json"])["resources"]:
        words = {f["name"] for f in table["schema"]["fields"] if f.get("postsWords")}
        pairs = zip(rows_of(files, table["path"]), rows_of(kept, table["path"]), strict=True)
        for old, new in pairs:
            gone = {column for column in old if old[column] != new[column]}
            assert gone <= words | {"text_status"}, (table["name"], old)
            if gone:
                assert next(iter(old.values())).startswith("p05") or old["post_id"] == "p05"
                assert not any(new[column] for column in words)
                changed += 1
    assert changed > 100
    assert rows_of(kept, "data/posts.csv")[4]["text_status"] == "withheld"


def test_nothing_that_may_quote_the_posts_is_kept_beside_the_tables(files: Files) -> None:
    kept = without_words(files, {"p05"})
    beside = {path for path in kept if not path.startswith(("data/", "datapackage"))}
    assert beside == {"LICENSE", "LICENSE-CODE", "NOTICE-POSTS.md", "extras/withdrawn_ids.csv"}


def test_the_descriptor_changes_only_if_the_release_has_words_of_the_post(files: Files) -> None:
    def is_changed(old: Files, post: str) -> bool:
        return without_words(old, {post})["datapackage.json"] != old["datapackage.json"]

    assert is_changed(files, "p05")
    assert not is_changed(files, "p99")
    kept = without_words(files, {"p05"})
    assert not is_changed(kept, "p05") and is_changed(kept, "p06")
