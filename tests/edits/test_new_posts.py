"""The archive may grow: the same post again, and more posts than two digits can number."""

import hashlib
from pathlib import Path

from schemas.tables import TABLES
from scripts.curation.archive import ARCHIVE, END_LINE, PINNED, POST_TYPE_LINE, split_archive
from tests.conftest import ROOT, findings_of

ARCHIVE_TEXT = (ROOT / ARCHIVE).read_text("utf-8")
P11 = split_archive(ARCHIVE_TEXT)[10]
AGAIN = f"{POST_TYPE_LINE}\n{P11.text}\n{END_LINE}\n"


def test_a_post_that_is_posted_again_is_another_post(curation: Path) -> None:
    text = f"{ARCHIVE_TEXT.rstrip()}\n{AGAIN}"
    (curation / ARCHIVE).write_text(text, "utf-8")
    (curation / PINNED).write_text(f"{hashlib.sha256(text.encode()).hexdigest()}  posts.txt\n")
    coded = (curation / "curation/posts/p11.txt").read_text("utf-8")
    (curation / "curation/posts/p18.txt").write_text(coded.replace("post p11", "post p18"), "utf-8")
    assert findings_of(curation) == []


def test_the_hundredth_post_has_an_id_of_the_form_of_all_ids() -> None:
    last = split_archive(ARCHIVE_TEXT.rstrip() + "\n" + AGAIN * 83)[-1]
    assert last.post_id == "p100"
    pattern = TABLES["posts"].columns["post_id"].pattern
    assert pattern == "p[0-9]{2,}"
    taken = [table.name for table in TABLES.values() if "p[0-9]{2}\\" in str(table)]
    assert taken == []
