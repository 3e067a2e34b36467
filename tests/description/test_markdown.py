"""Words that a page shows can put no markup of their own into it."""

from scripts.description.markdown import make_table, to_plain, to_prose

WORDS = 'a | b <script>alert("x")</script> [link](http://x) *bold* `code` &amp;\nnext'


def test_words_of_the_posts_are_shown_as_they_are() -> None:
    assert to_plain(WORDS) == (
        'a \\| b &lt;script&gt;alert("x")&lt;/script&gt; \\[link\\](http://x) \\*bold\\* '
        "\\`code\\` &amp;amp; next"
    )
    assert to_plain(None) == ""


def test_words_of_ours_keep_their_backquotes_and_nothing_else() -> None:
    assert to_prose(WORDS) == (
        'a \\| b &lt;script&gt;alert("x")&lt;/script&gt; \\[link\\](http://x) *bold* '
        "`code` &amp;amp; next"
    )


def test_numbers_are_set_flush_right() -> None:
    table = make_table(("post", "claims"), [("p01", "60")], 1)
    assert table == "| post | claims |\n| --- | --: |\n| p01 | 60 |"
