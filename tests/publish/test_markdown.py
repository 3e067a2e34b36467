"""Words that a page shows can put no markup of their own into it."""

import pytest

from scripts.publish.markdown import share, to_code, to_plain, to_prose

WORDS = 'a | b <script>alert("x")</script> [link](http://x) *bold* `code` &amp;\nnext'


def test_words_of_the_posts_are_shown_as_they_are() -> None:
    assert to_plain(WORDS) == (
        'a \\| b &lt;script&gt;alert("x")&lt;/script&gt; \\[link\\](http://x) \\*bold\\* '
        "\\`code\\` &amp;amp; next"
    )


def test_words_of_ours_keep_their_backquotes_and_emphasis() -> None:
    assert to_prose(WORDS) == (
        'a \\| b &lt;script&gt;alert("x")&lt;/script&gt; \\[link\\](http://x) *bold* '
        "`code` &amp;amp; next"
    )


def test_code_in_words_of_ours_is_shown_as_it_is_and_ends_no_cell() -> None:
    assert to_prose("write `when - < [WORDS]`, `a|b`") == "write `when - < [WORDS]`, `a\\|b`"


@pytest.mark.parametrize("text", ["` <b>", "``` <b> `", "`a`` y `<b>`", r"\`<b>`"])
def test_nothing_is_taken_for_code_where_backquotes_do_not_pair(text: str) -> None:
    assert "<b>" not in to_prose(text)


def test_a_bar_in_code_ends_no_cell() -> None:
    assert to_code("a|b") == "`a\\|b`"


def test_a_share_below_the_whole_is_never_shown_as_100_percent() -> None:
    assert share(419, 419) == "100 %"
    assert share(0, 0) == "100 %"
    assert share(1, 3) == "33.3 %"
    assert share(9999, 10000) == "99.9 %"
