"""Every page leads where it says, shows the words as they are, and stays small."""

import re
from collections import Counter, defaultdict
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from lxml import etree

from schemas.tables import TABLES
from scripts.publish.site.address import address_of, is_on_post
from scripts.publish.site.pages import README_PICTURES
from tests.conftest import ROOT
from tests.site.conftest import HOSTILE, Site

LARGEST = 300_000


def resolve(page: str, link: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / link).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_every_link_leads_to_a_file_and_a_place_that_exist(site: Site) -> None:
    pages = site.pages
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    sources = {row["address"] for row in site.rows("published_sources")}
    wrong = []
    for path, page in pages.items():
        for link in set(page.xpath("//@href | //@src")) - sources:
            file, _, place = unquote(link).partition("#")
            target = resolve(path, file) if file else path
            # The rows of a table page are drawn by the browser.
            drawn = target.startswith("tables/") and place
            if target not in site.files or (place and not drawn and place not in ids[target]):
                wrong.append((path, link))
    assert not wrong, wrong[:20]


def test_every_link_to_a_row_of_a_table_page_names_a_row(site: Site) -> None:
    known = defaultdict(set)
    for name, table in TABLES.items():
        for row in site.rows(name):
            known[f"tables/{name}.html"] |= {
                address_of(table, row).partition("#")[2],
                *row.values(),
            }
    wrong = [
        (path, link)
        for path, page in site.pages.items()
        for link in page.xpath("//a/@href")
        for file, _, place in [unquote(link).partition("#")]
        if place and resolve(path, file).startswith("tables/")
        if place not in known[resolve(path, file)]
    ]
    assert not wrong, wrong[:20]


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    for path, page in site.pages.items():
        twice = [one for one, count in Counter(page.xpath("//@id")).items() if count > 1]
        assert not twice, f"{path}: {twice[:5]}"


def marked(page: Any) -> dict[str, str]:
    """Return the words marked on a post's page, by the anchor of their row."""
    words: dict[str, str] = defaultdict(str)
    for segment in page.xpath("//section[@class='text']//span[@data-r]"):
        for anchor in segment.get("data-r").split():
            words[anchor] += segment.text or ""
    return words


def test_the_words_marked_for_a_row_are_exactly_its_quote(site: Site) -> None:
    pages = site.pages
    found = {path: marked(page) for path, page in pages.items() if path.startswith("posts/")}
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    counted = 0
    for name, table in TABLES.items():
        for row in site.rows(name) if is_on_post(table) else []:
            path, _, anchor = address_of(table, row).partition("#")
            assert anchor in ids[path], f"{path} has no place {anchor}"
            if name != "sentences":
                assert found[path][anchor] == row["quote"], anchor
                counted += 1
    assert counted > 3000


def test_a_post_is_shown_letter_by_letter(site: Site) -> None:
    for post in site.rows("posts"):
        page = site.pages[f"posts/{post['post_id']}.html"]
        segments = page.xpath("//section[@class='text']//span[contains(@class, 's')]")
        assert "".join(one.text or "" for one in segments) == post["text"], post["post_id"]


def test_equal_numbers_of_two_posts_mark_equal_passages(site: Site) -> None:
    page = site.pages["pairs/p07-p17.html"]
    sides = page.xpath("//section[@class='text']")
    passages = [set(" ".join(side.xpath(".//mark/@data-p")).split()) for side in sides]
    shared = site.rows("shared_passages")
    by_post = [{row["passage_id"] for row in shared if row["post_id"] == p} for p in ("p07", "p17")]
    assert passages[0] == passages[1] == by_post[0] & by_post[1] != set()
    numbers = [set(side.xpath(".//a[@class='n']/@data-n")) for side in sides]
    assert numbers[0] == numbers[1] == {str(n + 1) for n in range(len(passages[0]))}


def test_the_names_of_hunting_owl_stand_together(site: Site) -> None:
    (section,) = site.pages["operations.html"].xpath("//section[h2/span = '猎枭']")
    names = [" ".join(one.text_content().split()) for one in section.xpath("./ul/li")]
    assert names == ["Hunt the Owl (p07)", "Hunting Owl (p09)", "Kingpin Hunt (p17)"]


def test_every_talking_point_proposition_operation_and_check_has_its_place(site: Site) -> None:
    pages = site.pages
    for table, page in (
        ("talking_points", "talking-points.html"),
        ("propositions", "propositions.html"),
        ("operations", "operations.html"),
    ):
        ids = set(pages[page].xpath("//section/@id"))
        assert ids == {row[TABLES[table].key[0]] for row in site.rows(table)}, table


def test_no_page_asks_anything_of_another_host(site: Site) -> None:
    loading = "//script/@src | //img/@src | //link/@href | //iframe/@src"
    for path, page in site.pages.items():
        assert not [one for one in page.xpath(loading) if "//" in one], path
    assert "http" not in site.files["site.css"].decode()
    assert "http" not in site.files["site.js"].decode()


def test_pages_are_small(site: Site) -> None:
    large = {p: len(c) for p, c in site.files.items() if p.endswith(".html") and len(c) > LARGEST}
    assert not large


def test_text_from_the_data_is_text_on_the_page(hostile: Site) -> None:
    shown = 0
    for path, page in hostile.pages.items():
        scripts = page.xpath("//script[not(@src)]/text()")
        assert not [one for one in scripts if "broken" in one], path
        assert not page.xpath("//b[contains(., '&')]"), path
        shown += HOSTILE in page.text_content()
    assert shown > 40
    for path, content in hostile.files.items():
        if path.startswith("data/"):
            assert b"</script" not in content, path


def numbers_in(svg: bytes) -> list[str]:
    tree = etree.fromstring(svg)
    return sorted([*tree.xpath("//@aria-label"), *tree.xpath("//*[local-name()='text']/text()")])


def test_the_pictures_of_the_readme_show_the_data_of_today(site: Site) -> None:
    for path in README_PICTURES:
        kept = (ROOT / "docs" / path).read_bytes()
        assert numbers_in(kept) == numbers_in(site.files[path]), f"docs/{path}: run make site"
        assert f"docs/{path}" in (ROOT / "README.md").read_text("utf-8")


def test_every_picture_has_its_numbers_as_a_table(site: Site) -> None:
    figures = site.pages["pictures.html"].xpath("//figure")
    assert len(figures) == 5
    for figure in figures:
        assert len(figure.xpath(".//tbody/tr")) > 3
        assert figure.xpath("string(.//img/@alt)") and "version" in figure.xpath(
            "string(.//figcaption)"
        )


def test_days_and_numbers_stand_as_people_write_them(site: Site) -> None:
    text = site.pages["figures.html"].text_content()
    assert "1,070,000" in text and "2013 to 2022" in text
    assert not re.search(r"\b\d{4}-\d{2}-\d{2}\b", text)
