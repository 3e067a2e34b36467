"""Make the site: pages that show every cell with its words, from the package as it stands.

usage: python -m scripts.site [--out FOLDER]

  --out FOLDER  the folder to write; default: site/ of the project. What else it holds goes

A double click on index.html opens it, any static host serves it. The pictures of the README are
written too, to docs/pictures/.
Exit codes: 0 made, 1 the package is wrong, 2 the call is wrong.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts._command import ROOT, make_parser, run
from scripts.package.files import write_atomically
from scripts.package.reader import read_package


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("--out", type=Path, default=root / "site")
    out = parser.parse_args(arguments).out.resolve()
    # They import Altair and SQLAlchemy, which --help need not wait for.
    from scripts.package.sqlite import write_sqlite
    from scripts.publish.site.pages import README_PICTURES, make_site

    package = read_package(root)
    with TemporaryDirectory() as folder:
        write_sqlite(package, Path(folder) / "database")
        database = (Path(folder) / "database").read_bytes()
    files = make_site(root, package, database)
    pictures = {f"docs/{path}": files[path] for path in README_PICTURES}
    changed = write_atomically(root, pictures)
    written = {f"{out.name}/{path}": content for path, content in files.items()}
    changed += write_atomically(out.parent, written, (out.name,))
    print(f"{len(files)} files in {out}, {len(changed)} changed; open {out / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
