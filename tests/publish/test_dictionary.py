"""The data dictionary names every column once, with all that limits it and points to it."""

import re

from schemas.model import Column, RowRule, Table
from schemas.tables import TABLES
from scripts.package.source import Built
from scripts.publish.markdown import make_environment
from scripts.publish.pages import list_keys
from tests.conftest import ROOT


def page_of(*described: Table) -> str:
    """Return the dictionary of tables without rows."""
    by_name = {table.name: table for table in described}
    return (
        make_environment()
        .get_template("data-dictionary.md.j2")
        .render(
            described=by_name,
            flat={},
            added={},
            tables={name: [] for name in by_name},
            keys=list_keys(by_name),
        )
    )


def table(name: str, folder: str = "data", rules: tuple[RowRule, ...] = (), **columns: Column):
    """Return a table whose first column is its key."""
    return Table(name, folder, name, f"The {name}.", (next(iter(columns)),), columns, rules)


def lines_of(page: str, name: str) -> list[str]:
    """Return the dictionary's lines of one table."""
    return next(s for s in page.split("\n## ") if s.startswith(f"{name}\n")).strip().splitlines()


def test_every_column_stands_once_in_its_table() -> None:
    page = page_of(*TABLES.values())
    wrong = [
        f"{name}.{column}"
        for name, described in TABLES.items()
        for column in described.columns
        if sum(line.startswith(f"| `{column}` |") for line in lines_of(page, name)) != 1
    ]
    assert wrong == []


def test_a_column_says_type_meaning_and_limits() -> None:
    page = page_of(
        table(
            "things",
            thing=Column("", "Its id.", unique=True, pattern="[a|b]"),
            size=Column("", "How big.", type="number", minimum=0, maximum=1e12, required=False),
            kind=Column("", "What kind.", codelist="kind"),
            part_of=Column("", "The whole.", references=("things", "thing"), pattern="[ab]"),
            quote=Column("", "[Words] of the post.", words=True, required=False, pattern="x" * 61),
        )
    )
    assert lines_of(page, "things")[-5:] == [
        r"| `thing` | string | Its id. | required, unique, of the form `[a\|b]` |",
        "| `size` | number | How big. | from 0, to 1000000000000 |",
        "| `kind` | string | What kind. | required, codes of the list `kind` |",
        "| `part_of` | string | The whole. | required, → `things.thing` |",
        r"| `quote` | string | \[Words\] of the post. | *words* |",
    ]


def test_rules_over_several_columns_are_told() -> None:
    rule = RowRule("low is below high", lambda row: True)
    page = page_of(table("things", rules=(rule,), thing=Column("", "Its id.")))
    assert lines_of(page, "things")[-3:] == ["In every row:", "", "- low is below high"]


def test_a_table_says_its_key_and_which_columns_point_to_it() -> None:
    key, parent = Column("", "Id."), Column("", "Whole.", references=("things", "thing"))
    page = page_of(table("things", thing=key, parent=parent), table("parts", part=key, of=parent))
    assert "| [things](#things) | 0 | `thing` | `data/things.csv` |" in page
    assert lines_of(page, "things")[4:7] == [
        "Key: `thing`",
        "",
        "Columns that point here: `things.parent`, `parts.of`",
    ]
    assert "Columns that point here" not in "\n".join(lines_of(page, "parts"))


def test_the_picture_of_the_readme_shows_the_keys_of_the_core_tables() -> None:
    picture = (ROOT / "README.md").read_text("utf-8").split("flowchart LR\n")[1].split("```")[0]
    drawn = set()
    for line in picture.splitlines():
        target, arrow, tables = re.fullmatch(r" +(\w+) (-\S*(?: \S+ -->)?) (.+)", line).groups()
        label = arrow.removeprefix("-- ").removesuffix(" -->") if " " in arrow else ""
        drawn |= {(target, label, "." not in arrow, one) for one in tables.split(" & ")}
    keys = {
        (target, "" if column == own else column, described.columns[column].required, name)
        for name, described in TABLES.items()
        for column, (target, own) in described.references.items()
        if name != target
    }
    assert drawn - keys == set(), "these arrows are no keys"
    core = {name for name, one in TABLES.items() if one.folder == "data"}
    assert {key for key in keys - drawn if key[0] in core - {"posts"}} == set()
    assert core <= {table for key in drawn for table in (key[0], key[3])}


def test_no_cell_reads_as_missing_where_a_reader_has_its_own_words_for_it(built: Built) -> None:
    """Pandas takes these for empty cells unless it is told otherwise (pandas.read_csv)."""
    missing = {"NA", "N/A", "NULL", "NaN", "None", "n/a", "nan", "null"}
    read_so = [
        f"{name} {TABLES[name].id_of(row)} {column}"
        for name, rows in built.book.tables.items()
        for row in rows
        for column, cell in row.items()
        if cell in missing
    ]
    assert read_so == []
