"""All files of the site, from the package and what a release adds to it."""

import base64
import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from schemas.tables import TABLES
from scripts.package.changelog import read_changelog
from scripts.package.reader import Package, read_cell, read_file
from scripts.publish import counts, recurrences
from scripts.publish.answers import answer_questions
from scripts.publish.citation import make_bibtex
from scripts.publish.markdown import make_environment
from scripts.publish.site.address import address_of, anchor_of
from scripts.publish.site.layers import LAYERS, SHOWN, cut
from scripts.publish.site.pictures import draw, make_pictures
from scripts.publish.site.rows import contradictions, say, say_source, tell
from scripts.publish.site.words import say_number, say_period
from scripts.tables.book import Book, Sources
from scripts.tables.row import Row

_HERE = Path(__file__).parent
_ASSETS = [_HERE / "site.css", _HERE / "site.js", *sorted((_HERE / "vendor").iterdir())]
# What is searched: the column with the words of each table, and what a hit is called.
_SEARCHED = {
    "sentences": ("quote", "post"),
    "claims": ("statement", "claim"),
    "talking_points": ("text", "talking point"),
    "propositions": ("text", "proposition"),
    "operations": ("description", "operation"),
    "consistency_checks": ("finding", "contradiction"),
    "reference_checks": ("note", "check"),
    "published_sources": ("title", "source"),
    "entities": ("description", "name"),
}
_PAGES = (
    *("posts", "talking-points", "propositions", "operations", "figures", "contradictions"),
    *("conclusions", "pictures", "tables", "search", "sql"),
)
README_PICTURES = ("pictures/totals.svg", "pictures/talking-points.svg")
"""The pictures that the README shows, too."""
Files = dict[str, bytes]


class Pair(NamedTuple):
    """Two posts that share text, and what share of the first stands in the second."""

    post: Row
    other: Row
    share: float

    @property
    def address(self) -> str:
        """Where the two stand side by side."""
        return f"pairs/{self.post['post_id']}-{self.other['post_id']}.html"


def make_site(root: Path, package: Package, database: bytes) -> Files:
    """Return every file of the site by path.

    Args:
        root: the folder of the package, whose changelog and questions are shown.
        package: the package.
        database: the SQLite file of the release.

    Raises:
        FindingsError: the changelog or a file of a question is missing or wrong.
    """
    tables = {name: list(table.rows.values()) for name, table in package.tables.items()}
    book = Book(tables, Sources({}, (), {}, {}, {}, {}))
    files: Files = {path.relative_to(_HERE).as_posix(): path.read_bytes() for path in _ASSETS}
    documents = ["CODEBOOK.md", "docs/trust.md"]
    documents += [licence["path"] for licence in package.descriptor["licenses"]]
    files |= {path: read_file(root, path) for path in documents}
    pictures = make_pictures(book, package.descriptor["version"])
    for picture in pictures:
        svg, spec = draw(picture)
        files[f"pictures/{picture.slug}.svg"], files[f"pictures/{picture.slug}.vl.json"] = svg, spec
    facts = _facts(root, package, book) | {"pictures": pictures}
    environment = _environment(book)

    def render(path: str, template: str, **more: Any) -> None:
        made = environment.get_template(f"{template}.html.j2").render(
            facts, root="../" * path.count("/"), page=path, **more
        )
        files[path] = made.encode()

    render("index.html", "index")
    for name in _PAGES:
        render(f"{name}.html", name)
    for post in tables["posts"]:
        key = post["post_id"]
        rows = [
            tell(book, TABLES[name], row)
            for name in LAYERS
            for row in book.of(name, "post_id", key)
        ]
        render(f"posts/{key}.html", "post", post=post, lines=cut(book, post), rows=rows)
    for pair in facts["pairs"]:
        render(pair.address, "pair", pair=pair, sides=_sides(book, pair))
    for name, table in TABLES.items():
        render(f"tables/{name}.html", "table", table=table)
        files[f"data/{name}.js"] = _script("TABLE", _table_data(package, name))
    files["data/search.js"] = _script("DOCUMENTS", list(_documents(book)))
    # Loaded as a script, because a page that was opened as a file may fetch nothing.
    packed = base64.b64encode(gzip.compress(database, mtime=0)).decode()
    files["data/database.js"] = _script("DATABASE", packed)
    return files


def _environment(book: Book) -> Environment:
    environment = make_environment(_HERE / "templates", autoescape=True)
    environment.globals |= {
        "book": book,
        "address": lambda name, row: address_of(TABLES[name], row),
        "say": lambda name, column, row: say(book, TABLES[name].columns[column], row[column]),
        "source_of": lambda check: say_source(book, check),
        "contradictions": lambda key, row_id: contradictions(book, key, row_id),
        "LAYERS": LAYERS,
        "SHOWN": SHOWN,
    }
    environment.filters |= {"number": lambda value: say_number(str(value)), "period": say_period}
    return environment


def _facts(root: Path, package: Package, book: Book) -> dict[str, Any]:
    tables = dict(book.tables)
    shared = share_pairs(book)
    return {
        "package": package.descriptor,
        "tables": tables,
        "described": TABLES,
        "pairs": shared,
        "pages": _PAGES,
        "coverage": counts.count_coverage(tables),
        "references": counts.summarise_references(tables),
        "reviews": counts.rates_of_error(tables),
        "unreliable": counts.unreliable(tables["coding_agreement"]),
        "propositions": recurrences.count_propositions(tables),
        "messages": recurrences.list_messages(tables),
        "namings": recurrences.list_names(tables),
        "tones": list(recurrences.list_tones(book)),
        "bibtex": make_bibtex(package.descriptor),
        "changelog": read_changelog(root),
        "questions": answer_questions(root, tables),
    }


def share_pairs(book: Book) -> list[Pair]:
    """Return the pairs of posts that share text, each once, those that share most first."""
    posts = book.by_id("posts")
    shares = recurrences.share_text(book)
    pairs = [
        Pair(posts[one], posts[other], max(share, shares.get((other, one), 0)))
        for (one, other), share in shares.items()
        if one < other or (other, one) not in shares
    ]
    return sorted(pairs, key=lambda pair: -pair.share)


def _sides(book: Book, pair: Pair) -> list[tuple[Row, Any, dict[str, int]]]:
    """Return both posts with their lines and the numbers of the passages that both have."""
    one, other = (
        [row["passage_id"] for row in book.of("shared_passages", "post_id", post["post_id"])]
        for post in (pair.post, pair.other)
    )
    both = [passage for passage in dict.fromkeys(one) if passage in other]
    numbers = {passage: number for number, passage in enumerate(both, start=1)}
    return [
        (post, cut(book, post, ("shared_passages",)), numbers) for post in (pair.post, pair.other)
    ]


def _table_data(package: Package, name: str) -> Mapping[str, Any]:
    """Return a table for the browser: its columns, and its rows as lists with their addresses."""
    table, described = package.tables[name], TABLES[name]
    fields = [
        {"name": column, "type": field["type"], "about": field["description"]}
        for column, field in table.fields.items()
    ]
    rows = [
        [address_of(described, row), *(read_cell(row[key], table.fields[key]) for key in row)]
        for row in table.rows.values()
    ]
    return {"fields": fields, "rows": rows}


def _documents(book: Book) -> Iterator[dict[str, str]]:
    for name, (column, kind) in _SEARCHED.items():
        table = TABLES[name]
        for row in book.rows(name):
            if row[column]:
                address = address_of(table, row)
                yield {"id": f"{kind} {anchor_of(table, row)}", "text": row[column], "at": address}


def _script(name: str, value: Any) -> bytes:
    """Return JSON as a script that sets a global; '</script>' in it would end no script.

    Days are text in it.
    """
    text = json.dumps(value, default=str, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c")
    return f"window.{name}={text};\n".encode()
