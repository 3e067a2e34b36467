"""Numbers, days and periods as people write them in English."""

import re
from calendar import month_name

_DOUBT = {"~": "about ", "?": "perhaps "}


def say_number(cell: str) -> str:
    """Return a number as in '1,070,000' or '13.5'."""
    return f"{float(cell):,.10g}" if cell and float(cell) < 1e9 else f"{float(cell or 0):,.0f}"


def say_date(text: str) -> str:
    """Return an EDTF date as in '26 June 2023', 'June 2023', '2023' or 'the 1980s'."""
    doubt = _DOUBT.get(text[-1:], "")
    year, *rest = text.rstrip("~?").split("-")
    if year.endswith("X"):
        return f"{doubt}the {year[:-1]}0s"
    named = [month_name[int(rest[0])]] if rest else []
    days = [str(int(day)) for day in rest[1:]]
    return doubt + " ".join([*days, *named, year])


def say_period(text: str) -> str:
    """Return an EDTF date or interval, as in '2013 to 2022' or 'since November 2012'."""
    start, slash, end = text.partition("/")
    if not slash:
        return say_date(text) if re.match(r"\d", text) else text
    if end == "..":
        return f"since {say_date(start)}"
    return f"up to {say_date(end)}" if start == ".." else f"{say_date(start)} to {say_date(end)}"
