"""Write the lines of a curation file from their parts: what the parser reads, the other way."""

from collections.abc import Iterator

from scripts.curation.coding import Part
from scripts.suggesting.known import Suggested

_KEYWORDS = {
    "numerals": "n",
    "mention": "@",
    "phrase": "x",
    "evaluation": "e",
    "talking_point": "t",
    "operations": "about",
    "note": "?",
}


def line_of(part: Part, numbered: bool = True) -> str:
    """Return the line of a part, without indentation; `numbered` tells whether to write ids."""
    number = f"{part['number']} " if numbered and part["number"] else ""
    keyword = "" if part.kind in ("claim", "figure", "sentence") else _KEYWORDS.get(part.kind)
    keyword = part.kind if keyword is None else keyword
    words = part["words"] + (f" #{part['nth']}" if part["nth"] else "")
    of_whom = " ".join(filter(None, (part["target"], part["country"])))
    of_whom += f" : {part['voice']}" if part["voice"] else ""
    rests = {
        "post": part["post_id"],
        "not_before": f"{part['value']} < {words}",
        "default": part["pairs"],
        "rest": (f"{words} = " if words else "") + part["value"],
        "numerals": part["list"],
        "mention": f"{number}{words} -> {part['operation']} {part['identity']}".rstrip(),
        "phrase": f"{words} = {part['value']} {part['reason']}".rstrip(),
        "evaluation": f"{words} = {part['word']} {of_whom}",
        "talking_point": f"{words} = {part['talking_point']} {of_whom}",
        "is": " ".join(filter(None, (part["claim_type"], part["theme"], part["pairs"]))),
        "target": f"{part['value']} {part['country']}".rstrip(),
        "stance": f"{part['value']} : {part['reason']}",
        "operations": part["list"],
        "party": f"{part['operation']} {part['entity']} {part['role']}",
        "when": f"{part['value']} < {words}",
        "figure": f"{number}{words} : {part['indicator']} {part['role']} {part['direction']}",
    }
    rest = rests.get(part.kind, part["value"] or f"{number}{words}")
    at = f" @ {part['sentence']}" if part["sentence"] else ""
    note = f" : {part['note']}" if part["note"] else ""
    return f"{keyword} {rest}".strip() + at + note


def lines_of(part: Part, depth: int = 0) -> Iterator[str]:
    """Yield the lines of a part and of all beneath it, with their indentation."""
    line = line_of(part)
    if isinstance(part, Suggested):
        line = f"~ {line} ~ {part.sure:.2f} {part.reason}"
    yield " " * 2 * depth + line
    for one in part.parts:
        yield from lines_of(one, depth + 1)
