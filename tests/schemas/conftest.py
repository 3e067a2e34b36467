"""What the tests of rows and of models share."""

from collections.abc import Callable, Sequence
from io import BytesIO

import pandera.pandas as pa
import pytest

from schemas.pandera_models import read_frame, to_model
from schemas.tables import TABLES
from scripts.package.csv_text import write_table
from scripts.package.source import Built
from scripts.tables.row import Row

Refusals = Callable[[str, Sequence[Row]], list[str]]


@pytest.fixture(scope="session")
def models(built: Built) -> dict[str, pa.DataFrameSchema]:
    """The pandera model of every table."""
    codelists = built.book.sources.codelists
    return {name: to_model(table, codelists) for name, table in TABLES.items()}


@pytest.fixture(scope="session")
def refusals(models: dict[str, pa.DataFrameSchema]) -> Refusals:
    """A function that returns why the model of a table refuses rows: 'column: reason' of each."""

    def refuse(name: str, rows: Sequence[Row]) -> list[str]:
        table = TABLES[name]
        frame = read_frame(BytesIO(write_table(rows, list(table.columns))), table)
        try:
            models[name].validate(frame, lazy=True)
        except pa.errors.SchemaErrors as error:
            cases = error.failure_cases
            return [f"{one.column}: {one.check}" for one in cases.itertuples()]
        return []

    return refuse
