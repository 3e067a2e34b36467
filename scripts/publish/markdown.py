"""The templates, and the filters that keep data from putting markup of its own into a page."""

from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_ALL_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]|~#"})
_LINK_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "[]|"})


def make_environment(
    folder: Path = Path(__file__).parent / "templates", *, autoescape: bool = False
) -> Environment:
    """Return the environment of templates; a name that a template does not know is an error.

    Markdown has its own escapes, by the filters below; templates of HTML ask for `autoescape`.
    """
    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=autoescape,
    )
    environment.filters |= {"plain": to_plain, "prose": to_prose, "code": to_code, "share": share}
    return environment


def to_plain(text: str) -> str:
    """Return words in one line that Markdown and HTML show exactly as they are."""
    return _escape(" ".join(text.split())).translate(_ALL_SIGNS)


def to_prose(text: str) -> str:
    """Return words of ours in one line: backquotes still mark code, nothing links or is HTML."""
    parts = " ".join(text.split()).split("`")
    if "``" in text or "\\" in text or len(parts) % 2 == 0:
        # Nobody can tell where code begins and ends: nothing is taken for code.
        parts = ["`".join(parts)]
    code = (part.replace("|", "\\|") for part in parts[1::2])
    words = [_escape(part).translate(_LINK_SIGNS) for part in parts[::2]]
    return words[0] + "".join(f"`{one}`{after}" for one, after in zip(code, words[1:], strict=True))


def to_code(text: str) -> str:
    """Return text in backquotes; a bar would end the cell of a table there too."""
    return f"`{text}`".replace("|", "\\|")


def share(part: int, whole: int) -> str:
    """Return part of whole in percent; what is less than the whole never rounds to 100 %."""
    if part == whole:
        return "100 %"
    return f"{min(99.9, 100 * part / whole):.1f} %"


def _escape(text: str) -> str:
    return escape(text, quote=False)
