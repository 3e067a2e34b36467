"""A finding says where, what and how to fix it; many with one cause are told once."""

from scripts.curation.finding import Finding, FindingsError, condense, refuse

FILE = "curation/posts/p03.txt"


def test_a_finding_is_one_line_without_what_is_not_known() -> None:
    whole = Finding(FILE, 12, "claims", "p03.c01", "place", "is 'XX'", "use a code")
    assert str(whole) == f"{FILE}:12: claims p03.c01 place: is 'XX' (use a code)"
    assert str(Finding(FILE, reason="the file is missing")) == f"{FILE}: the file is missing"
    assert str(Finding(table="claims", reason="has no rows")) == "claims: has no rows"


def test_an_error_lists_its_findings_by_file_and_line() -> None:
    error = FindingsError([Finding("b", 2, reason="two"), Finding("a", reason="one")])
    assert str(error) == "a: one\nb:2: two"
    assert str(refuse("a", "wrong", "correct it", 3)) == "a:3: wrong (correct it)"


def test_rows_with_one_cause_are_told_once_with_their_number() -> None:
    rows = [
        Finding(FILE, line, "claims", f"p03.c0{line}", "place", "is 'XX'") for line in (3, 1, 2)
    ]
    other = Finding(FILE, 4, "claims", "p03.c04", "place", "must not be empty")
    told = list(condense([*rows, other]))
    assert [(one.line, one.row) for one in told] == [(1, "p03.c01"), (4, "p03.c04")]
    assert told[0].reason == "is 'XX'; and 2 more rows"


def test_findings_without_a_table_are_all_told() -> None:
    lines = [Finding(FILE, line, reason="cannot read") for line in (1, 2, 3)]
    assert list(condense(lines)) == lines


def test_of_one_line_the_first_few_problems_are_told_and_the_others_counted() -> None:
    found = [Finding(FILE, 7, "claims", "p03.c01", name, f"wrong {name}") for name in "abcde"]
    told = list(condense(found, most_of_a_line=2))
    assert [one.column for one in told] == ["a", "b", ""]
    assert (told[2].file, told[2].line) == (FILE, 7) and "3" in told[2].reason


def test_problems_without_a_line_are_not_counted_as_one_line() -> None:
    found = [Finding(table="claims", row="p03.c01", column=name, reason=name) for name in "abcde"]
    assert len(list(condense(found, most_of_a_line=2))) == 5
