"""Check a package as it stands; build nothing.

usage: python -m scripts.validate [FOLDER] [--report FILE]

  FOLDER         a folder with a datapackage.json; default: this project
  --report FILE  also write all findings as JSON

Five layers: bytes, form, meaning, evidence, sync; what cannot be checked in FOLDER is said.
Exit codes: 0 fine, 1 the data are wrong, 2 the call is wrong.
"""

import argparse
import io
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scripts.archive.reader import read_archive
from scripts.checks.evidence import check_evidence, not_checkable
from scripts.checks.file_bytes import check_bytes, check_files
from scripts.checks.finding import Finding
from scripts.checks.form import check_form
from scripts.checks.reading_tables import TextTables, read_text_tables
from scripts.checks.sync import check_copy, check_sync
from scripts.curation.loading import ARCHIVE, REGISTERS, read_agreement
from scripts.curation.registers import read_registers
from scripts.description.cache import load_table_schemas
from scripts.description.datapackage import dump_json
from scripts.problem import ProblemsFound

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("bytes", "form", "meaning", "evidence", "sync")
_BESIDE = ("form", "sync")
# How many findings of a layer are printed, and how many characters of each.
_SHOWN = 1000
_WIDTH = 400


@dataclass(frozen=True)
class LayerResult:
    """What one layer found; `note` says what it could not check."""

    layer: str
    findings: list[Finding]
    note: str = ""


def validate(folder: Path) -> list[LayerResult]:
    """Return the result of every layer for the package in a folder.

    Two processes share the work, so that pandas and frictionless load side by side.
    """
    if found_files := check_files(folder):
        first, *others = LAYERS
        note = "not checked: something that is no file stands in the package"
        return [LayerResult(first, found_files), *(LayerResult(name, [], note) for name in others)]
    with ProcessPoolExecutor(max_workers=1) as pool:
        beside = {layer: pool.submit(check_layer, folder, layer) for layer in _BESIDE}
        found = {layer: check_layer(folder, layer) for layer in LAYERS if layer not in _BESIDE}
        return [found.get(layer) or beside[layer].result() for layer in LAYERS]


def check_layer(folder: Path, layer: str) -> LayerResult:
    """Return the result of one of the LAYERS for the package in a folder."""
    schemas = load_table_schemas()
    if layer == "bytes":
        return LayerResult(layer, check_bytes(folder, schemas))
    if layer == "form":
        return LayerResult(layer, check_form(folder, schemas))
    if layer == "meaning":
        from scripts.checks.meaning import check_meaning

        return LayerResult(layer, check_meaning(folder))
    if layer == "evidence":
        return _check_evidence_layer(folder, schemas)
    if (folder / "curation").is_dir():
        return LayerResult(layer, check_sync(folder))
    return LayerResult(layer, *check_copy(folder, ROOT))


def _check_evidence_layer(folder: Path, schemas: dict[str, Any]) -> LayerResult:
    tables, unreadable = read_text_tables(folder, schemas)
    if unreadable:
        reason = "header or rows are not as described, so no evidence was checked"
        findings = [Finding("evidence", name, "", "", reason) for name in unreadable]
        return LayerResult("evidence", findings)
    withheld = not_checkable(tables)
    note = f"not checkable, text withheld: {', '.join(withheld)}" if withheld else ""
    return LayerResult("evidence", _check_evidence(folder, tables), note)


def _check_evidence(folder: Path, tables: TextTables) -> list[Finding]:
    """Check against the curation beside the package, or else against this project's."""
    home = folder if (folder / "curation").is_dir() else ROOT
    try:
        registers, archive = read_registers(home / REGISTERS), read_archive(home / ARCHIVE)
        agreement, problems = read_agreement(home)
    except ProblemsFound as found:
        problems = list(found.problems)
    if problems:
        return [Finding("evidence", "curation", "", "", str(problem)) for problem in problems]
    return check_evidence(tables, registers, archive, agreement)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.validate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage=argparse.SUPPRESS,
    )
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--report", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        parser.error(f"{options.folder} is no folder; unpack a zip file first")
    if not any((options.folder / name).exists() for name in ("datapackage.json", "data")):
        parser.error(f"{options.folder} holds no package: neither datapackage.json nor data/")
    if options.report and not options.report.parent.is_dir():
        parser.error(f"{options.report.parent}, where the report shall stand, is no folder")
    results = validate(options.folder.resolve())
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A broken package may hold what the terminal cannot show.
        sys.stdout.reconfigure(errors="backslashreplace")
    for result in results:
        verdict = f"{len(result.findings)} findings" if result.findings else "fine"
        if not result.findings and result.note.startswith("not checked"):
            verdict = result.note
        elif result.note:
            verdict += f" ({result.note})"
        print(f"{result.layer:9} {verdict}")
        findings = sorted(result.findings)
        for finding in findings[:_SHOWN]:
            print(f"  {' '.join(str(finding).split())[:_WIDTH]}")
        if len(findings) > _SHOWN:
            print(f"  and {len(findings) - _SHOWN} more: --report FILE writes all")
    if options.report:
        _write_report(options.report, results)
    return 1 if any(result.findings for result in results) else 0


def _write_report(path: Path, results: list[LayerResult]) -> None:
    report = [
        {
            "layer": result.layer,
            "note": result.note,
            "findings": [asdict(finding) for finding in sorted(result.findings)],
        }
        for result in results
    ]
    staged = path.with_name(path.name + ".new")
    staged.write_bytes(dump_json(report))
    os.replace(staged, path)


if __name__ == "__main__":
    sys.exit(main())
