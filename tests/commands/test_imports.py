"""What users and contributors run imports nothing that only one kind of system has."""

import ast
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT

# https://docs.python.org/3/library/unix.html and /windows.html, and pwd, grp and their kin
ONE_SYSTEM = {
    *("crypt", "fcntl", "grp", "ossaudiodev", "posix", "pty", "pwd", "resource", "spwd"),
    *("syslog", "termios", "tty", "msilib", "msvcrt", "nis", "winreg", "winsound"),
}
FILES = sorted(
    path for folder in ("scripts", "schemas", "examples") for path in (ROOT / folder).rglob("*.py")
)


def imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_no_module_imports_what_only_one_system_has() -> None:
    wrong = {
        str(path.relative_to(ROOT)): found
        for path in FILES
        if (found := ONE_SYSTEM & set(imported(path.read_text("utf-8"))))
    }
    assert not wrong, wrong
    assert len(FILES) > 100


@pytest.mark.parametrize(
    "line", ["import fcntl", "from pwd import getpwuid", "def f(): import pty"]
)
def test_such_an_import_is_seen(line: str) -> None:
    assert ONE_SYSTEM & set(imported(line))
