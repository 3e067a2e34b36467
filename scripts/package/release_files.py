"""The files of a release, and the zip that holds them: the same bytes on every machine."""

import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from scripts.package.csv_text import write_table
from scripts.package.descriptor import DESCRIPTOR
from scripts.package.ledger import read_tombstones
from scripts.package.reader import Package, read_file, read_package

_PAGES = ("README.md", "CODEBOOK.md", "CHANGELOG.md", "CITATION.cff", ".zenodo.json")
_FOLDERS = ("docs", "metadata", "examples")
# What the flat table adds to a figure: the table, the figure's key to it, the column there.
_JOINED = {
    "statement": ("claims", "claim_id", "statement"),
    "post_title": ("posts", "post_id", "title"),
    "indicator_label": ("indicators", "indicator_id", "label"),
    "unit_label": ("units", "unit", "label"),
}


def make_release_files(root: Path) -> dict[str, bytes]:
    """Return the content of every file of the release by path, from the package in `root`.

    Raises:
        FindingsError: a file is missing, or the package cannot be read.
    """
    package = read_package(root)
    paths = [DESCRIPTOR, *_PAGES]
    paths += [licence["path"] for licence in package.descriptor["licenses"]]
    paths += [table.resource["path"] for table in package.tables.values()]
    for folder in _FOLDERS:
        found = [path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file()]
        # Without what programs leave behind on one machine.
        left = {path for path in found if any(one.startswith((".", "__")) for one in path.parts)}
        paths += [path.as_posix() for path in found if path not in left]
    files = {path: read_file(root, path) for path in paths}
    files["extras/figures_flat.csv"] = make_flat_figures(package)
    files["extras/withdrawn_ids.csv"] = _make_withdrawn_ids(root)
    # As `sha256sum --check` reads them.
    sums = [f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)]
    files["SHA256SUMS"] = "".join(sums).encode()
    return files


def make_zip(files: Mapping[str, bytes]) -> bytes:
    """Return the files as a zip: stored, in order of path, with one date and mode for all.

    Deflated data would differ from one version of zlib to the next.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            # Zip has no earlier day; a real one would differ between machines. 3 is Unix.
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, files[path])
    return buffer.getvalue()


def make_flat_figures(package: Package) -> bytes:
    """Return one row a figure as CSV, for people who will not join tables.

    After a figure's own columns come labels and statements of other tables, for each verdict of
    the reference checks how many gave it (`matches_count` …; checks whose source cannot be found
    again only in `unretrievable_count`), and how many consistency checks that fail the figure is
    part of (`failing_count`).
    """
    tables = package.tables
    sources = {key: row["retrievable"] for key, row in tables["published_sources"].rows.items()}
    counts: Counter[tuple[str, str]] = Counter()
    for check in tables["reference_checks"].rows.values():
        is_found = sources.get((check["source_id"],), "yes") == "yes"
        counts[check["figure_id"], check["verdict"] if is_found else "unretrievable"] += 1
    items = tables["consistency_items"].rows.values()
    for figure, check_id in {(item["figure_id"], item["check_id"]) for item in items}:
        outcome = tables["consistency_checks"].rows[check_id,]["outcome"]
        counts[figure, "failing"] += outcome == "fails"
    verdicts = tables["reference_checks"].fields["verdict"]["constraints"]["enum"]
    counted = [*verdicts, "unretrievable", "failing"]
    rows = []
    for row in tables["figures"].rows.values():
        added = {
            name: tables[table].rows[row[own],][column] if row[own] else ""
            for name, (table, own, column) in _JOINED.items()
        }
        added |= {f"{name}_count": str(counts[row["figure_id"], name]) for name in counted}
        rows.append({**row, **added})
    return write_table(rows, list(rows[0]))


def _make_withdrawn_ids(root: Path) -> bytes:
    """Return the withdrawn ids as CSV, one row a successor, or one row for none."""
    rows = [
        {"table": table, "id": row, "reason": stone.text("reason"), "successor": successor}
        for (table, row), stone in read_tombstones(root).items()
        for successor in stone.list("successor") or ("",)
    ]
    return write_table(rows, ("table", "id", "reason", "successor"))
