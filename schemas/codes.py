"""The tables codes, units and indicators."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import rule

CODES = Table(
    "codes",
    "data/codes",
    "Codes",
    "Every code that a column takes, with its meaning; a list serves the column of its name.",
    ("list", "code"),
    {
        "list": f.text("List", "Name of the codelist.", pattern=f.WORD_ID),
        "code": f.text("Code", "The code as it stands in the column."),
        "label": f.text("Label", "The code in words."),
        "definition": f.text("Definition", "When the code is given."),
    },
)

UNITS = Table(
    "units",
    "data/codes",
    "Units",
    "Units of the figures, with the factor to their base unit.",
    ("unit",),
    {
        "unit": f.key("Unit", "The unit's code.", f.WORD_ID),
        "label": f.text("Label", "The unit in words."),
        "definition": f.text("Definition", "What is counted or measured by it.", any_script=True),
        "quantity_kind": f.code("Quantity kind", "What kind of quantity it measures."),
        "base_unit": f.reference(
            "units", "unit", "Base unit", "The unit that value_base is given in.", f.WORD_ID
        ),
        "factor": f.decimal(
            "Factor", "One unit is this many base units.", 1e-9, fix="write a number over 0"
        ),
    },
    (
        rule(
            "a unit that is its own base unit has the factor 1",
            lambda row: row["unit"] != row["base_unit"] or row["factor"] == "1",
            "factor",
            "write factor 1, or name another base unit",
        ),
    ),
)

INDICATORS = Table(
    "indicators",
    "data/codes",
    "Indicators",
    "What figures measure.",
    ("indicator_id",),
    {
        "indicator_id": f.key("Indicator", "The indicator's code.", f.SLUG),
        "label": f.text("Label", "The indicator in words."),
        "definition": f.text("Definition", "What is counted or measured."),
        "measure": f.code("Measure", "How it counts over time."),
        "quantity_kind": f.code("Quantity kind", "Kind of the units that its levels have."),
    },
)
