"""The descriptor says what readers of Table Schema in other languages can take.

frictionless-r is in no Debian package and cannot be tried here. What it writes after it has read
a package was invalid where a list of one value had come back as that value alone: `missingValues`
and enumerations. frictionless-py gives patterns to SQL, and fails on those of columns that may be
empty.
"""

import json
import re
from typing import Any

import pytest
from lxml import etree

from tests.consumers.comparison import Table, Tables, as_text
from tests.consumers.making import Release

_XSD = "http://www.w3.org/2001/XMLSchema"


def fields_of(release: Release) -> list[tuple[str, str, dict[str, Any]]]:
    """Return table, column and constraints of every column."""
    descriptor = json.loads((release.folder / "datapackage.json").read_text("utf-8"))
    return [
        (table["name"], field["name"], field.get("constraints", {}))
        for table in descriptor["resources"]
        for field in table["schema"]["fields"]
    ]


def facet(pattern: str) -> etree.XMLSchema:
    """Return the XML Schema of an element whose text has the pattern."""
    schema = etree.Element(f"{{{_XSD}}}schema", nsmap={"xs": _XSD})
    element = etree.SubElement(schema, f"{{{_XSD}}}element", name="cell")
    kind = etree.SubElement(element, f"{{{_XSD}}}simpleType")
    restriction = etree.SubElement(kind, f"{{{_XSD}}}restriction", base="xs:string")
    etree.SubElement(restriction, f"{{{_XSD}}}pattern", value=pattern)
    return etree.XMLSchema(schema)


def matches(schema: etree.XMLSchema, cell: str) -> bool:
    element = etree.Element("cell")
    element.text = cell
    return bool(schema.validate(element))


def cells_of(table: Table) -> set[str]:
    """Return every different cell of a table, as text."""
    return {cell for _, values in table.values() for cell in values if cell is not None}


def test_every_pattern_is_an_xml_schema_expression_that_matches_what_python_matches(
    release: Release, master: Tables
) -> None:
    tables = as_text(master)
    patterned = [
        (*field[:2], field[2]["pattern"]) for field in fields_of(release) if "pattern" in field[2]
    ]
    assert len(patterned) > 50
    wrong = []
    for name, column, pattern in patterned:
        schema, expression = facet(pattern), re.compile(pattern)
        # The column's own cells, which match, and those of its neighbours, most of which do not.
        for cell in cells_of(tables[name]):
            if matches(schema, cell) != bool(expression.fullmatch(cell)):
                wrong.append(f"{name}.{column}: {pattern} and the cell {cell!r}")
    assert not wrong, "\n".join(wrong[:20])


def test_an_expression_that_only_python_knows_is_seen() -> None:
    with pytest.raises(etree.XMLSchemaParseError):
        facet(r"(?:p[0-9]{2,})")


def test_a_pattern_stands_only_on_a_column_that_is_never_empty(release: Release) -> None:
    wrong = [
        f"{name}.{column}"
        for name, column, constraints in fields_of(release)
        if "pattern" in constraints and not constraints.get("required")
    ]
    assert not wrong, wrong


def test_no_list_of_one_value_stands_where_a_reader_may_take_the_value_for_it(
    release: Release,
) -> None:
    wrong = [
        f"{name}.{column}: {constraints['enum']}"
        for name, column, constraints in fields_of(release)
        if len(constraints.get("enum", ["two", "values"])) < 2
    ]
    descriptor = json.loads((release.folder / "datapackage.json").read_text("utf-8"))
    wrong += [
        f"{table['name']}: missingValues"
        for table in descriptor["resources"]
        if "missingValues" in table or "missingValues" in table["schema"]
    ]
    assert not wrong, wrong
