"""Read periods written in the Extended Date/Time Format (EDTF, ISO 8601-2).

The project uses the part of levels 0 and 1 that its posts need: a year, month, day or decade
('2001', '2002-06', '1839-06-03', '198X'), each with '~' (approximate) or '?' (uncertain) after it
where the post says so, and intervals of two of them, one side of which may be open ('../2022-12',
'2013/..'). Specification: https://www.loc.gov/standards/datetime/.
"""

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X)"
    r"(?:(?<!X)-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
    r"[~?]?"
)
_OPEN = ".."


def _date_bounds(text: str) -> tuple[str, str]:
    """Return the first and the last day of one date; raise ValueError if it is none."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no date of the form YYYY, YYYY-MM, YYYY-MM-DD or YYYX")
    year, month, day = match.groups()
    last_year = int(year.replace("X", "9"))
    try:
        first = date(int(year.replace("X", "0")), int(month or 1), int(day or 1))
        last_day = int(day or monthrange(last_year, int(month or 12))[1])
        last = date(last_year, int(month or 12), last_day)
    except ValueError as error:
        raise ValueError(f"{text!r} is not in the calendar: {error}") from error
    return str(first), str(last)


def bounds(edtf: str) -> tuple[str, str]:
    """Return the first and last day of a period as ISO dates, '' for an open side.

    '2002-02/2002-07' is ('2002-02-01', '2002-07-31'), '../2022' is ('', '2022-12-31'). '~' and
    '?' do not widen a period. Raises ValueError, naming what is wrong, for anything else than a
    date or an interval, for a reversed interval and for one open on both sides.
    """
    sides = edtf.split("/")
    if len(sides) == 1:
        return _date_bounds(edtf)
    if len(sides) > 2:
        raise ValueError(f"{edtf!r} has more than two sides")
    begin, end = sides
    if begin == end == _OPEN:
        raise ValueError(f"{edtf!r} is open on both sides and says nothing")
    first, _ = ("", "") if begin == _OPEN else _date_bounds(begin)
    first_of_end, last = ("", "") if end == _OPEN else _date_bounds(end)
    if first and last and first > first_of_end:
        raise ValueError(f"{edtf!r} is reversed: its second side begins before its first")
    return first, last


def years_named(edtf: str) -> list[str]:
    """Return the years and decades that a period names, in order and each once.

    They are what the words a period is taken from must show: '2013/2022' needs '2013' and '2022',
    '198X' needs '1980s'. Raises ValueError as `bounds` does.
    """
    bounds(edtf)
    years = [side[:4] for side in edtf.split("/") if side != _OPEN]
    return list(dict.fromkeys(year.replace("X", "0s") for year in years))


def contains(outer: str, inner: str) -> bool:
    """Tell whether a period lies within another or equals it; an open side has no limit.

    Raises ValueError as `bounds` does.
    """
    outer_first, outer_last = bounds(outer)
    inner_first, inner_last = bounds(inner)
    begins_within = not outer_first or (inner_first != "" and outer_first <= inner_first)
    ends_within = not outer_last or (inner_last != "" and inner_last <= outer_last)
    return begins_within and ends_within
