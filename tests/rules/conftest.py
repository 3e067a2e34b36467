"""What the tests of the rules share."""

from collections.abc import Callable

import pytest

from scripts.package.source import Built
from scripts.tables.row import Tables
from tests.rules.directed import Case, assert_rejected


@pytest.fixture
def reject(built: Built, tables: Tables) -> Callable[[Case], None]:
    """A function that breaks the real tables as a case says and asserts that its rule says so."""
    return lambda case: assert_rejected(case, tables, built.book.sources)
