"""The tables as DuckDB views over the CSV files, with the types of the Table Schemas."""

from collections.abc import Mapping
from typing import Any

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}
_HEAD = """\
-- The tables as views over the CSV files. Run in the package's folder: .read metadata/duckdb.sql
-- Made from the models in schemas/; not edited by hand. The columns of a view are named here, by
-- position; a file with another header is refused.
"""


def make_duckdb_views(package: Mapping[str, Any]) -> str:
    """Return the SQL statements, DuckDB's dialect (https://duckdb.org/docs/stable/data/csv).

    Args:
        package: the descriptor.
    """
    return "\n".join([_HEAD, *(_view(table) for table in package["resources"])])


def _view(table: Mapping[str, Any]) -> str:
    path, fields = table["path"], table["schema"]["fields"]
    header = ",".join(field["name"] for field in fields)
    columns = ",\n".join(f"    '{field['name']}': '{_TYPES[field['type']]}'" for field in fields)
    return f"""\
SELECT CASE WHEN starts_with(content, '{header}' || chr(10)) THEN '{table["name"]}'
    ELSE error('the header of {path} is not as described') END AS "table"
FROM read_text('{path}');
CREATE OR REPLACE VIEW "{table["name"]}" AS
SELECT * FROM read_csv('{path}', auto_detect = false, header = true, delim = ',',
    quote = '"', escape = '"', new_line = '\\n', nullstr = '', columns = {{
{columns}
}});
"""
