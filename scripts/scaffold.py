"""Propose the curation file of a post: its sentences, numerals and known names.

usage: python -m scripts.scaffold pNN [--force]

  pNN      a post of the archive
  --force  write over a file that is there

Writes curation/posts/pNN.txt. Sentences are as pysbd cuts them (it comes with the development
packages); dates and list numbers are guessed; all else that wants a decision stands in '?' lines.
From then on the file alone says where sentences begin and end (CODEBOOK, 9).
Exit codes: 0 written, 1 archive or registers are wrong, 2 the call is wrong.
"""

import calendar
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scripts._command import ROOT, make_parser, run
from scripts.curation.archive import Post, read_archive
from scripts.curation.finding import FindingsError
from scripts.curation.loading import CODINGS
from scripts.curation.registers import Registers, read_registers
from scripts.package.files import write_atomically
from scripts.reading.numbers import Numeral, find_numerals
from scripts.tables.mentions import entity_pattern

# No country is the likeliest: `check` names what the coder has not put in the place of '?'.
_CODES = "about ?\n? default where=PLACE: the place of most claims, if they have one\n"
_DAY = re.compile(rf"(?:{'|'.join(calendar.month_name[1:])}) $")
_YEAR = re.compile(r"1[89][0-9]{2}|20[0-9]{2}")


def guess_disposition(sentence: str, numeral: Numeral) -> str:
    """Return 'date' or 'list' where the place of a numeral suggests it, else ''."""
    if not numeral.start and re.match(r"(?: of all)?[.,):]\s", sentence[numeral.end :] + " "):
        return "list"
    is_day = _DAY.search(sentence[: numeral.start])
    is_year = _YEAR.fullmatch(numeral.text) or numeral.numeral_type == "decade"
    return "date" if is_day or is_year else ""


def sentences_of(text: str) -> Iterator[str]:
    """Yield the sentences of a post as pysbd cuts its lines; joined they are the post."""
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False)
    for line in text.split("\n"):
        yield from filter(None, (part.strip() for part in segmenter.segment(line)))


def propose(post: Post, registers: Registers) -> str:
    """Return the text of a curation file in which every sentence still waits for its claims."""
    operations = {o.text("name"): o.id for o in registers.operations.values()}
    entities = [name for entity in registers.entities.values() for name in entity.list("names")]
    pattern = entity_pattern((*operations, *entities))
    lines = [f"post {post.post_id}", _CODES]
    for number, sentence in enumerate(sentences_of(post.text), start=1):
        lines += [f"s{number:02} {sentence}"] + ["  rest heading"] * (number == 1)
        lines += propose_numerals(sentence)
        names = dict.fromkeys(pattern.findall(sentence))
        lines += [f"  ? @ mNN {name} -> {operations[name]}" for name in names if name in operations]
        mentioned = [name for name in names if name not in operations]
        lines += [f"  ? entities: {'; '.join(mentioned)}"] * bool(mentioned) + [""]
    return "\n".join(lines)


def propose_numerals(sentence: str) -> list[str]:
    """Return an 'n' line of the guessed numerals and a '?' line of the others, if there are any."""
    guessed, others = [], []
    seen: Counter[str] = Counter()
    for numeral in find_numerals(sentence):
        seen[numeral.text] += 1
        count = seen[numeral.text]
        words = numeral.text if count == 1 else f"{numeral.text}#{count}"
        if guess := guess_disposition(sentence, numeral):
            guessed.append(f"{words}={guess}")
        else:
            others.append(words)
    lines = [f"  n {'; '.join(guessed)}"] * bool(guessed)
    return lines + [f"  ? numerals: {'; '.join(others)}"] * bool(others)


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run the command; returns the exit code."""
    parser = make_parser(__doc__)
    parser.add_argument("post")
    parser.add_argument("--force", action="store_true")
    options = parser.parse_args(arguments)
    posts = {post.post_id: post for post in read_archive(root)}
    registers, findings = read_registers(root)
    if findings:
        raise FindingsError(findings)
    file = f"{CODINGS}/{options.post}.txt"
    if options.post not in posts:
        parser.error(f"no post {options.post!r} in the archive; there are {', '.join(posts)}")
    if (root / file).exists() and not options.force:
        parser.error(f"{file} is there; --force writes over it")
    try:
        text = propose(posts[options.post], registers)
    except ModuleNotFoundError as error:
        parser.error(f"{error.name} is missing; it comes with requirements-dev.lock")
    write_atomically(root, {file: text.encode()})
    print(f"{file} written")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
