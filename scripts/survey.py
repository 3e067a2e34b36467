"""Make the tables that need no judgement of an archive of your own, of any size.

usage: python -m scripts.survey ARCHIVE OUT [--engine NAME] [--memory SIZE]

  ARCHIVE        posts as JSON Lines (.jsonl) or CSV (.csv) with id, title and text; any other file
                 is read in the form of curation/archive/posts.txt
  OUT            the folder to write: new or empty, and not in data/
  --engine NAME  what finds shared passages: duckdb (default), spark (the `spark-sql` of the path),
                 or none, which leaves them out
  --memory SIZE  what the engine may use; default: 2g. The rest goes to the disk, beside OUT

Writes posts, sentences, numerals, entity_mentions, evaluations and shared_passages as Parquet: the
columns of the package that no coder decides, and `status`, since all is proposed and nobody has
settled it; words.parquet is what the engine reads. docs/survey.md says more. It needs the
development packages (`make test TESTS=--version` installs them).
Exit codes: 0 written, 1 the archive is wrong, 2 the call is wrong.
"""

import sys
from pathlib import Path

from scripts._command import ROOT, make_parser, run


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--engine", default="duckdb", choices=("duckdb", "spark", "none"))
    parser.add_argument("--memory", default="2g")
    options = parser.parse_args(arguments)
    out = options.out.resolve()
    if out.is_relative_to(root / "data"):
        parser.error(f"{options.out} is in data/, which has what is settled; name another folder")
    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        parser.error(f"{options.out} is not an empty folder; name a new one")
    try:
        from scripts.surveying.writing import write_survey
    except ModuleNotFoundError as error:
        parser.error(f"{error.name} is missing; it comes with requirements-dev.lock")
    for name, count in write_survey(options.archive, out, options.engine, options.memory).items():
        print(f"{count:9} {name}")
    print(f"{options.out} written; every row is proposed")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
