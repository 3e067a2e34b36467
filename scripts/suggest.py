"""Suggest the whole curation file of a post, from how the other posts are coded.

usage: python -m scripts.suggest pNN [--again] [--prompt]

  pNN        a post of the archive that has no curation file yet
  --again    suggest a post that has one, as if it had none; print the draft, write nothing
  --prompt   print the codebook and the draft as one text, for an assistant; write nothing

Writes curation/posts/pNN.txt: the sentences as pysbd cuts them (it comes with the development
packages), and beneath each what the coded posts suggest, every such line between two '~', with how
sure it is and why (CODEBOOK, 1 and 9). Nothing is built before each is decided; `python -m
scripts.check --only pNN` lists them.
Exit codes: 0 suggested, 1 archive, registers or links are wrong, 2 the call is wrong.
"""

import sys
from collections import Counter
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.archive import read_archive
from scripts.curation.loading import CODINGS, Curation, load_curation
from scripts.package.files import write_atomically

CODEBOOK = Path("CODEBOOK.md")
_PROMPT = """\
Below stand the codebook of a project and the draft of one coded post. Decide every line of the
draft between two '~': take it, correct it or remove it, as the codebook says, and add what is
missing. Give back the whole file without '~'. Code the same words alike whoever they are about.
"""


def draft(curation: Curation, post_id: str, text: str) -> str:
    """Return the suggested curation file of a post; nothing of its own file is used.

    Raises:
        ModuleNotFoundError: pysbd is not installed.
    """
    from scripts.suggesting.draft import Drafter
    from scripts.suggesting.known import known_without
    from scripts.suggesting.writing import lines_of

    top = Drafter(known_without(curation, post_id)).draft(post_id, text)
    blocks = ("\n" * (part.kind == "sentence") + "\n".join(lines_of(part)) for part in top.parts)
    return "\n".join(blocks) + "\n"


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("post")
    for option in ("--again", "--prompt"):
        parser.add_argument(option, action="store_true")
    options = parser.parse_args(arguments)
    posts = {post.post_id: post for post in read_archive(root)}
    if options.post not in posts:
        parser.error(f"no post {options.post!r} in the archive; there are {', '.join(posts)}")
    path = CODINGS / f"{options.post}.txt"
    if (root / path).exists() and not options.again:
        parser.error(f"{path} is there; --again prints a draft beside it")
    curation, wrong = load_curation(root, compared=False)
    if left_out := Counter(one.file for one in wrong if one.file != path.as_posix()):
        print(
            f"not learned from, since they cannot be read: {', '.join(left_out)}", file=sys.stderr
        )
    try:
        text = draft(curation, options.post, posts[options.post].text)
    except ModuleNotFoundError as error:
        parser.error(f"{error.name} is missing; it comes with requirements-dev.lock")
    if options.prompt:
        print("\n".join((_PROMPT, (root / CODEBOOK).read_text("utf-8"), text)), end="")
    elif options.again:
        print(text, end="")
    else:
        write_atomically(root, {path.as_posix(): text.encode()})
        lines = sum(line.lstrip().startswith("~ ") for line in text.split("\n"))
        print(f"{path} written; {lines} lines are to be decided")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
