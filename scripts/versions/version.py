"""Versions of the data and what a change demands of the next one.

The recipe of the Data Package standard (https://datapackage.org/recipes/data-package-version/)
with two exceptions: a column appended last and an id withdrawn with a tombstone demand a minor
version, not a major one.
"""

import re
from enum import IntEnum
from typing import NamedTuple

_FORM = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")


class Bump(IntEnum):
    """How far a version has to move; the greater one covers the smaller ones."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """The word that people use: 'none', 'patch', 'minor', 'major'."""
        return self.name.lower()


class Version(NamedTuple):
    """A version, as in https://semver.org, without anything behind its three numbers."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        """Return 'major.minor.patch'."""
        return ".".join(map(str, self))

    def next(self, bump: Bump) -> "Version":
        """Return the least version that is far enough from this one."""
        if bump is Bump.MAJOR:
            return Version(self.major + 1, 0, 0)
        if bump is Bump.MINOR:
            return Version(self.major, self.minor + 1, 0)
        return self if bump is Bump.NONE else Version(self.major, self.minor, self.patch + 1)


def parse_version(text: str) -> Version:
    """Return the version that a text such as '1.0.0' names.

    Raises:
        ValueError: the text has another form.
    """
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no version; write three numbers, such as 1.2.0")
    return Version(*map(int, found.groups()))
