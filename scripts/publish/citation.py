"""How to cite the package: CITATION.cff, Zenodo's deposit metadata and BibTeX.

Each takes the descriptor, so that version, date, people and licence are those of the package.
"""

import html
from collections.abc import Mapping
from typing import Any

import yaml

# Zenodo takes ISO 639-3.
_ZENODO_LANGUAGES = {"en": "eng"}


def make_cff(package: Mapping[str, Any]) -> bytes:
    """Return CITATION.cff, Citation File Format 1.2.0 (https://citation-file-format.github.io)."""
    content = {
        "cff-version": "1.2.0",
        "message": "Please cite the version of the data that you used.",
        "type": "dataset",
        "title": package["title"],
        "version": package["version"],
        **({"date-released": day_of(package)} if is_released(package) else {}),
        "authors": [{"name": name} for name in authors(package)],
        "identifiers": [
            {
                "type": "other",
                "value": package["id"],
                "description": "The package in all its versions.",
            }
        ],
        # No `license`: it would stand for the whole, and the posts' text has none.
        "abstract": package["description"],
        "keywords": package["keywords"],
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=96).encode()


def make_zenodo(package: Mapping[str, Any]) -> dict[str, Any]:
    """Return .zenodo.json: the deposit metadata of https://developers.zenodo.org."""
    return {
        "upload_type": "dataset",
        "title": package["title"],
        "version": package["version"],
        "publication_date": day_of(package),
        "creators": [{"name": name} for name in authors(package)],
        "description": f"<p>{html.escape(package['description'], quote=False)}</p>",
        "language": _ZENODO_LANGUAGES.get(package["language"], package["language"]),
        "access_right": "open",
        # "Other (Attribution)": the one of the annotations would stand for the posts' text too.
        "license": "other-at",
        "keywords": package["keywords"],
        "notes": f"Licences by scope: {licence_summary(package)}.",
    }


def make_bibtex(package: Mapping[str, Any]) -> str:
    """Return a BibTeX entry of one line; a version stands in the note, since @misc has no field."""
    fields = {
        "author": f"{{{' and '.join(authors(package))}}}",
        "title": f"{{{package['title']}}}",
        "year": day_of(package)[:4],
        "note": f"Version {package['version']}",
    }
    listed = ", ".join(f"{name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{package['name']}, {listed}}}"


def authors(package: Mapping[str, Any]) -> list[str]:
    """Return the contributors that are authors, in order."""
    return [person["title"] for person in package["contributors"] if "author" in person["roles"]]


def day_of(package: Mapping[str, Any]) -> str:
    """Return the day of the version, ISO 8601."""
    return str(package["created"])[:10]


def is_released(package: Mapping[str, Any]) -> bool:
    """Return whether this is a release, not the work towards one (releases/README.md)."""
    return not str(package["version"]).endswith("-dev")


def licence_summary(package: Mapping[str, Any]) -> str:
    """Return the licences by scope in one line."""
    return "; ".join(f"{licence['title']} ({licence['path']})" for licence in package["licenses"])
