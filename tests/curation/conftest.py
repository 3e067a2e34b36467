"""What the tests of the curation's readers share; none of them may hang."""

import signal
from collections.abc import Callable, Iterator

import pytest

from scripts.curation.anchoring import anchor
from scripts.curation.archive import Post, read_archive
from scripts.curation.loading import CODINGS
from scripts.curation.parser import parse_coding
from tests.conftest import ROOT

Refused = Callable[[str, str, str, str, str], None]
_SECONDS = 60


@pytest.fixture(autouse=True)
def _ends_in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError(f"still running after {_SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session")
def posts() -> dict[str, Post]:
    """The archive's posts by id."""
    return {post.post_id: post for post in read_archive(ROOT)}


@pytest.fixture
def refused(posts: dict[str, Post]) -> Refused:
    """A function that asserts that a change is refused at the right line, for the right reason.

    It takes a post, words of its curation file, what is put in their place, the beginning of the
    line that must be named, and words of the message.
    """

    def check(post_id: str, old: str, new: str, begins: str, message: str) -> None:
        text = (ROOT / CODINGS / f"{post_id}.txt").read_text("utf-8")
        assert old in text, f"{post_id} has no {old!r}"
        text = text.replace(old, new, 1)
        coding, findings = parse_coding(text, f"{post_id}.txt")
        findings += anchor(posts[post_id].text, coding)[1]
        said = [finding for finding in findings if message in str(finding)]
        assert said, f"{message!r} was not said, but: {[str(finding) for finding in findings]}"
        line = text.split("\n")[said[0].line - 1].strip()
        assert line.startswith(begins), f"{said[0]} names the line {line[:60]!r}"

    return check
