"""The data dictionary names every column once, with all that limits it."""

from scripts.description.cache import load_table_schemas
from scripts.description.dictionary import find_formulas, make_dictionary
from scripts.tables.annotated import Row


def lines_of(table: str) -> list[str]:
    """Return the dictionary's lines of one table."""
    sections = make_dictionary(load_table_schemas()).split("\n## ")
    return next(s for s in sections if s.startswith(f"{table}\n")).splitlines()


def test_every_column_stands_once_in_its_table() -> None:
    wrong = [
        f"{name}.{field['name']}"
        for name, table in load_table_schemas()["tables"].items()
        for field in table["schema"]["fields"]
        if sum(line.startswith(f"| `{field['name']}` |") for line in lines_of(name)) != 1
    ]
    assert wrong == []


def test_a_column_says_type_meaning_and_limits() -> None:
    line = next(line for line in lines_of("figures") if line.startswith("| `unit` |"))
    assert line == "| `unit` | string | Unit of value and value_high. | → `units.unit` |"
    line = next(line for line in lines_of("figures") if line.startswith("| `figure_role` |"))
    assert line.endswith("| required, codes of the list `figure_role` |")
    line = next(line for line in lines_of("figures") if line.startswith("| `base_figure_id` |"))
    assert line.endswith("| → `figures.figure_id` |")


def test_words_of_the_posts_are_marked() -> None:
    assert any(line.startswith("| `quote` |") and "*words*" in line for line in lines_of("claims"))


def test_rules_over_several_columns_are_told() -> None:
    assert "- value_high is greater than value" in lines_of("figures")


def test_a_bar_in_a_cell_does_not_end_it() -> None:
    field = {
        "name": "x",
        "type": "string",
        "description": "a|b",
        "constraints": {"pattern": "(?:a|b)"},
    }
    schema = {"fields": [field], "primaryKey": ["x"]}
    table = {"path": "x.csv", "description": "X.", "rules": [], "schema": schema}
    page = make_dictionary({"tables": {"x": table}})
    assert r"| `x` | string | a\|b | of the form `(?:a\|b)` |" in page


def test_cells_that_spreadsheets_take_for_formulas_are_listed() -> None:
    fields = [{"name": "id", "type": "string"}, {"name": "words", "type": "string"}]
    fields.append({"name": "number", "type": "number"})
    table = {"schema": {"fields": fields, "primaryKey": ["id"]}}
    cells = ["=1+1", "@name", "-", "+1", "plain", None]
    rows: list[Row] = [
        {"id": f"r{n}", "words": words, "number": "-1"} for n, words in enumerate(cells)
    ]
    found = find_formulas({"tables": {"t": table}}, {"t": rows})
    assert found == ["t r0 words", "t r1 words", "t r2 words", "t r3 words"]
    page = make_dictionary({"tables": {}}, found)
    assert "The tables hold 4 such cells: t r0 words; t r1 words" in page
    assert "The tables hold no such cells." in make_dictionary({"tables": {}})
