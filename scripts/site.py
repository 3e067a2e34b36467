"""Make the site: pages that show every cell with its words, from the package as it stands.

usage: python -m scripts.site

Writes site/, which then holds nothing else: a double click on index.html opens it, any static host
serves it. The pictures of the README are written too, to docs/pictures/.
Exit codes: 0 made, 1 the package is wrong, 2 the call is wrong.
"""

import sys
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.package.files import write_atomically
from scripts.package.reader import read_package


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    make_parser(__doc__).parse_args(arguments)
    # They import Altair and SQLAlchemy, which --help need not wait for.
    from scripts.package.sqlite import make_sqlite
    from scripts.publish.site.pages import README_PICTURES, make_site

    package = read_package(root)
    files = make_site(root, package, make_sqlite(package))
    written = {f"site/{path}": content for path, content in files.items()}
    written |= {f"docs/{path}": files[path] for path in README_PICTURES}
    changed = write_atomically(root, written, ("site",))
    print(f"{len(files)} files in site/, {len(changed)} changed; open {root / 'site/index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
