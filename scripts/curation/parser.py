"""Parse a curation file: text in, one `Coding` and all that is wrong with its form out.

The parser follows the table in scripts/curation/grammar.py. It knows nothing of the post or of the
registers: that a quote exists, or a code, is checked afterwards.
"""

import re

from scripts.curation.coding import Coding, Part
from scripts.curation.finding import MOST_IN_A_FILE, Finding, unknown
from scripts.curation.grammar import GRAMMAR, LEVELS, Form

_PATTERNS = {form: re.compile(form.pattern) for form in GRAMMAR}
_AT_LEVEL = {
    level: {form.keyword: form for form in GRAMMAR if level in form.levels and form.keyword}
    for level in LEVELS
}
_OPENERS = {form.levels[0]: form for form in GRAMMAR if not form.keyword}
_ID = re.compile(r"[scf][0-9]{2,3}")
SUGGESTED = "~ "
"""What opens a line that is only suggested."""

_DECIDE = "remove both '~' and what follows the second to take it, or remove the line"


class _Malformed(ValueError):
    """A line that does not have the expected form; the text says what was expected.

    `near` names the lines that begin most like it, where its first word is unknown (`opens`).
    """

    near, opens = "", False


def parse_coding(text: str, file: str) -> tuple[Coding, list[Finding]]:
    """Return what a file says, and every line that does not fit the grammar."""
    coding = Coding(file, Part("post", 0))
    findings: list[Finding] = []
    undecided: list[Finding] = []
    ids: dict[str, int] = {}
    above: list[Part | None] = [coding.top, None, None, None]

    def wrong(line: int, reason: str, fix: str) -> None:
        findings.append(Finding(file=file, line=line, reason=reason, fix=fix))

    for number, line in enumerate(text.split("\n"), start=1):
        if len(findings) > MOST_IN_A_FILE:
            break
        body = line.lstrip(" ")
        if not body.strip():
            continue
        if line != line.rstrip():
            wrong(number, "white space at the end of the line", "remove it")
        indent = len(line) - len(body)
        try:
            part = _read_line(number, indent, body.rstrip(), above)
            if body.startswith(SUGGESTED):
                reason = f"not decided: {body.rstrip()}"
                undecided.append(Finding(file, number, reason=reason, fix=_DECIDE))
        except _Malformed as error:
            wrong(number, f"cannot read {body[:80]!r}{error.near}", f"expected {error}")
            if error.opens:
                # What stands beneath the line belongs to nothing else.
                above[indent // 2 + 1 :] = [Part("", number)] * (len(LEVELS) - indent // 2 - 1)
            continue
        identifier = part["number"]
        if identifier in ids:
            reason = f"duplicate id {identifier}, also in line {ids[identifier]}"
            wrong(number, reason, "give the new one the next free number")
        if identifier:
            ids[identifier] = number
    if not coding.post_id:
        wrong(1, "the file names no post", "begin it with 'post pNN'")
    unread = {coding.block(finding.line) for finding in findings + undecided}
    for claim in (claim for sentence in coding.sentences for claim in sentence.all("claim")):
        for kind, name, fix in (("says", "statement", "says …"), ("is", "codes", "is TYPE THEME")):
            if not claim.first(kind) and coding.block(claim.line) not in unread:
                wrong(claim.line, f"{claim['number']} has no {name}", f"add '{fix}'")
    return coding, findings + undecided


def _read_line(
    number: int, indent: int, body: str, above: list[Part | None], suggested: bool = False
) -> Part:
    """Read one line and hang it under its parent; `above` holds the open part of each level.

    A suggested line hangs nowhere: it is only read.
    """
    if indent % 2 or indent // 2 >= len(LEVELS):
        raise _Malformed("an indentation of 0, 2, 4 or 6 spaces")
    depth = indent // 2
    parent, level = above[depth], LEVELS[depth]
    keyword, _, rest = body.partition(" ")
    form, words = _AT_LEVEL[level].get(keyword), rest.strip()
    if form is None and _ID.fullmatch(keyword):
        form, words = _OPENERS[level], body
    if form is None or (not form.keyword and keyword[0] != form.form[0]):
        raise _unknown_line(level, keyword)
    if form.kind == "suggested":
        if suggested:
            raise _Malformed("one '~' before the line")
        return _read_line(number, indent, _cells(form, words)["line"], above, suggested=True)
    if form.kind == "note":
        return Part("note", number)
    if parent is None:
        raise _Malformed(f"a {level} above this line, to which it belongs")
    part = Part(form.kind, number, _cells(form, words))
    if not suggested:
        if not form.repeatable and parent.first(form.kind):
            raise _Malformed(f"one line '{form.keyword} …', and there is one above")
        parent.parts.append(part)
    if not form.keyword:
        above[depth + 1 :] = [part, *[None] * (len(LEVELS) - depth - 2)]
    return part


def _cells(form: Form, words: str) -> dict[str, str]:
    match = _PATTERNS[form].fullmatch(words)
    if match is None:
        raise _Malformed(form.form)
    cells = {name: cell.strip() for name, cell in match.groupdict().items() if cell}
    keys = [word.partition("=")[0] for word in cells.get("pairs", "").split()]
    if len(keys) != len(set(keys)) or not set(keys) <= set(form.keys):
        raise _Malformed(f"KEY=VALUE with KEY one of {', '.join(form.keys)}, once each")
    return cells


def _unknown_line(level: str, keyword: str) -> _Malformed:
    elsewhere = [form for form in GRAMMAR if form.keyword == keyword]
    if elsewhere:
        spaces = [2 * LEVELS.index(one) for one in elsewhere[0].levels]
        depth = " or ".join(map(str, spaces))
        return _Malformed(
            f"'{elsewhere[0].form}' under {elsewhere[0].under}, behind {depth} spaces"
        )
    known = "; ".join(form.form for form in GRAMMAR if level in form.levels)
    error = _Malformed(f"one of: {known}; CODEBOOK, section 1")
    error.near, _ = unknown("", keyword, _AT_LEVEL[level], "")
    error.opens = True
    return error
