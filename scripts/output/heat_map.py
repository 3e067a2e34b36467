"""A heat map of pairs of posts as SVG: plain text, the same bytes on every machine."""

from collections.abc import Mapping, Sequence
from html import escape

CELL = 28
"""Width and height of a cell in pixels."""

_MARGIN = 48
_DARKEST = (33, 60, 110)


def make_heat_map(title: str, names: Sequence[str], counts: Mapping[tuple[str, str], int]) -> str:
    """Return a square of cells, one a pair of names, the darker the higher the count.

    Args:
        title: what is counted; read out by screen readers.
        names: the names of rows and columns, in order.
        counts: the count of a pair, under (name, other name) in this order; 0 where missing.
    """
    highest = max(counts.values(), default=1)
    size = _MARGIN + CELL * len(names) + CELL // 2
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
        f'viewBox="0 0 {size} {size}" role="img" font-family="sans-serif" font-size="11">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{size}" height="{size}" fill="#ffffff"/>',
    ]
    for row, name in enumerate(names):
        middle = _MARGIN + CELL * row + CELL // 2
        label = escape(name)
        lines.append(f'<text x="{_MARGIN - 6}" y="{middle + 4}" text-anchor="end">{label}</text>')
        lines.append(f'<text x="{middle}" y="{_MARGIN - 8}" text-anchor="middle">{label}</text>')
        for column, other in enumerate(names):
            count = counts.get((name, other), 0) or counts.get((other, name), 0)
            lines += _cell(row, column, count, highest)
    return "\n".join([*lines, "</svg>"]) + "\n"


def _cell(row: int, column: int, count: int, highest: int) -> list[str]:
    x, y = _MARGIN + CELL * column, _MARGIN + CELL * row
    lines = [
        f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill="{_shade(count, highest)}" '
        'stroke="#dddddd"/>'
    ]
    if count:
        ink = "#ffffff" if 2 * count > highest else "#000000"
        place = f'x="{x + CELL // 2}" y="{y + CELL // 2 + 4}"'
        lines.append(f'<text {place} text-anchor="middle" fill="{ink}">{count}</text>')
    return lines


def _shade(count: int, highest: int) -> str:
    """Return white for 0 and the darkest shade for the highest count, in whole numbers."""
    if not count:
        return "#ffffff"
    # Even a count of one is to be seen: shades begin at a fifth of the way.
    weight = highest + 4 * count
    parts = [255 - (255 - dark) * weight // (5 * highest) for dark in _DARKEST]
    return "#" + "".join(f"{part:02x}" for part in parts)
