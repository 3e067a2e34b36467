"""Check a package as it stands; build nothing.

usage: python -m scripts.validate [FOLDER]

  FOLDER  a folder with a datapackage.json; default: this project

Five layers: bytes, form (frictionless), meaning (pandera), evidence (the rule book) and source
(every cell against the curation). A folder that has exactly the files of a release is that
release, and nothing more is asked. What cannot be compared is said.
Exit codes: 0 fine, 1 the data are wrong, 2 the call is wrong.
"""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from scripts._command import ROOT, make_parser, print_findings, run
from scripts.curation.finding import Finding, FindingsError, condense
from scripts.package import source
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.folder import Folder, read_folder
from scripts.package.form import check_descriptor, check_with_frictionless
from scripts.package.json_text import read_json
from scripts.package.ledger import read_ledger, released_as
from scripts.package.meaning import check_with_pandera
from scripts.package.source import Built
from scripts.rules.check import check
from scripts.tables.book import Book


@dataclass
class Layer:
    """What one layer found; `notes` say what it could not look at."""

    name: str
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def validate(folder: Path, built: Built | None = None) -> list[Layer]:
    """Return the result of every layer for the package in a folder.

    Args:
        folder: the package; with curation/ beside it, that is what it is compared with, otherwise
            this project's own.
        built: what that curation gives, where it has been built already.
    """
    has_curation = os.path.isdir(folder / "curation")
    home = folder if has_curation else ROOT
    found = read_folder(folder)
    try:
        if not has_curation and (release := released_as(folder, read_ledger(ROOT))):
            return [Layer("release", notes=[f"has exactly the files of release {release.version}"])]
        layers = _check_layers(folder, home, found, built or source.build_and_check(home))
    except FindingsError as error:
        note = "nothing is compared: correct the curation first"
        layers = [Layer("source", list(error.findings), [note])]
    return [Layer("bytes", found.findings), *layers]


def _check_layers(folder: Path, home: Path, found: Folder, built: Built) -> list[Layer]:
    # A table that cannot be read is one finding, not one for each row that points to it: the
    # layers take what the curation gives in its place.
    tables = found.tables | {name: built.book.tables[name] for name in found.unread}
    source.take_origins(tables, built.book.tables)
    book = Book(tables, built.book.sources)
    due = read_json(source.make_package(home, book)[DESCRIPTOR], DESCRIPTOR)
    form = Layer("form")
    if DESCRIPTOR in found.files:
        form.findings += check_descriptor(found.files[DESCRIPTOR], due)
    read = [one for one in due["resources"] if one["name"] not in found.unread]
    form.findings += check_with_frictionless(folder, {**due, "resources": read}) if read else []
    evidence, left_out = check(book)
    named = {finding.table for finding in evidence}
    codelists = book.sources.codelists
    meaning = Layer("meaning", check_with_pandera(found.files, codelists, found.unread | named))
    rules = Layer("evidence", evidence)
    if left_out:
        rules.notes = [f"rules on several rows not asked of {', '.join(sorted(left_out))}"]
    cells = Layer("source", built.findings, ["no cell is compared: correct the curation first"])
    if not built.findings:
        cells.findings, cells.notes = source.compare_with_curation(tables, built)
    for layer in (form, meaning, rules, cells) if found.unread else ():
        layer.notes.append(f"not checked: {', '.join(sorted(found.unread))}")
    return [form, meaning, rules, cells]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT)
    folder = parser.parse_args(arguments).folder
    if not os.path.isdir(folder):
        parser.error(f"{folder} is not a folder; unpack a zip file first")
    if not any(os.path.lexists(folder / name) for name in (DESCRIPTOR, "data")):
        parser.error(f"{folder} has no package: neither {DESCRIPTOR} nor data/")
    return report(validate(folder.resolve()))


def report(layers: list[Layer]) -> int:
    """Print the layers; returns the exit code."""
    for layer in layers:
        told = list(condense(layer.findings))
        verdict = f"{len(layer.findings)} findings" if told else "fine"
        print(f"{layer.name:9} {verdict}")
        print_findings([*layer.notes, *told])
    return 1 if any(layer.findings for layer in layers) else 0


if __name__ == "__main__":
    sys.exit(run(main))
