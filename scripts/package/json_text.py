"""Read JSON that anyone may have written: every bad input ends in one clear finding."""

import json
import math
import re
from typing import Any

from scripts.curation.finding import refuse

# The descriptor has 134 kB and 8 levels, the ledger 80 kB and 3.
LARGEST = 4_000_000
DEEPEST = 50
LONGEST_NUMBER = 40
# Whole strings are matched first, so that brackets in them do not count.
_MARK = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1}


def read_json(content: bytes, file: str) -> Any:
    """Return the value of a JSON text; `file` is its path, as the finding names it.

    Raises:
        FindingsError: the text is not JSON in UTF-8, has a byte order mark, duplicate keys, NaN,
            Infinity, half a surrogate pair or a number that is too long or too large, or is
            larger or nested deeper than any file of a package.
    """
    try:
        if len(content) > LARGEST:
            raise ValueError(f"has more than {LARGEST} bytes")
        text = content.decode("utf-8")
        _check_depth(text)
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=lambda number: int(_number(number)),
            parse_float=lambda number: float(_number(number)),
            parse_constant=_number,
        )
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refuse(file, f"not UTF-8 at byte {error.start}", "save it as UTF-8", line) from error
    except UnicodeEncodeError as error:
        reason = f"has {error.object[error.start]!r}, half of a surrogate pair"
        raise refuse(file, reason) from error
    except json.JSONDecodeError as error:
        raise refuse(file, f"not JSON: {error.msg}", "correct the line", error.lineno) from error
    except ValueError as error:
        raise refuse(file, str(error)) from error
    return value


def _check_depth(text: str) -> None:
    depth = 0
    for mark in _MARK.finditer(text):
        depth += _STEP.get(mark[0], 0)
        if depth > DEEPEST:
            raise ValueError(f"has more than {DEEPEST} levels of lists and objects")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"has the duplicate key {key[:80]!r}")
        found[key] = value
    return found


def _number(text: str) -> str:
    """Return the text of a number; NaN and Infinity come here too."""
    if len(text) > LONGEST_NUMBER or not math.isfinite(float(text)):
        raise ValueError(f"has the number {text[:LONGEST_NUMBER]}, which not every reader can hold")
    return text
