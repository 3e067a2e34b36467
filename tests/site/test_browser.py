"""A browser shows every page as meant: opened as a file, with nothing asked of anybody."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.conftest import ROOT
from tests.needed import need
from tests.site.conftest import Site, written

pytestmark = pytest.mark.programs
AXE = ROOT / ".npm-programs/node_modules/axe-core/axe.min.js"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
KINDS = [
    *("index", "posts", "posts/p03", "posts/p07", "pairs/p07-p17", "talking-points"),
    *("propositions", "operations", "figures", "contradictions", "conclusions", "pictures"),
    *("tables", "tables/claims", "tables/codings", "search", "sql"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a screen."""
    found = shutil.which("chromium")
    need(found is not None, "chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


class Opened:
    """A page with what went wrong on it."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder
        self.wrong: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", self._ask)

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.wrong.append(said.text)

    def _ask(self, request: Request) -> None:
        if not request.url.startswith(("file://", "blob:", "data:")):
            self.wrong.append(f"asks {request.url}")

    def open(self, path: str) -> Page:
        """Open a page of the site as a file."""
        file, _, place = path.partition("#")
        self.page.goto(f"{(self.folder / file).as_uri()}{'#' if place else ''}{place}")
        return self.page


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opened]:
    """A new page of a desktop."""
    context = browser.new_context(viewport=DESKTOP)
    yield Opened(context.new_page(), folder)
    context.close()


def test_no_page_complains_or_asks_anything_of_another_host(opened: Opened, site: Site) -> None:
    for path in site.pages:
        page = opened.open(path)
        if path == "sql.html":
            page.wait_for_selector("#run:enabled")
        assert page.locator("h1").count() == 1, path
        assert not opened.wrong, f"{path}: {opened.wrong}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_serious(kind: str, scheme: str, browser: Browser, folder: Path) -> None:
    need(AXE.is_file(), "axe-core is not set up: make tools")
    context = browser.new_context(viewport=DESKTOP, color_scheme=scheme)  # type: ignore[arg-type]
    page = Opened(context.new_page(), folder).open(f"{kind}.html")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run()")["violations"]
    context.close()
    serious = {
        one["id"]: [node["html"][:160] for node in one["nodes"][:3]]
        for one in found
        if one["impact"] in ("serious", "critical")
    }
    assert not serious, json.dumps(serious, indent=1)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_a_phone(kind: str, browser: Browser, folder: Path) -> None:
    context = browser.new_context(viewport=PHONE)
    page = Opened(context.new_page(), folder).open(f"{kind}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()


def test_a_deep_link_marks_exactly_the_words_of_its_row_and_shows_it(
    opened: Opened, site: Site
) -> None:
    for claim in site.rows("claims")[:3] + site.rows("claims")[-3:]:
        page = opened.open(f"posts/{claim['post_id']}.html#{claim['claim_id']}")
        page.reload()
        assert "".join(page.locator(".chosen").all_text_contents()) == claim["quote"]
        assert claim["statement"] in page.locator("#panel").inner_text()


def test_a_choice_of_words_shows_the_rows_of_the_layers_that_are_on(opened: Opened) -> None:
    page = opened.open("posts/p03.html")
    segment = page.locator(".s.figures.claims").first
    anchors = (segment.get_attribute("data-r") or "").split()
    segment.click()
    shown = page.locator("#panel h3 a").all_text_contents()
    assert shown and set(shown) <= set(anchors)
    assert any(re.fullmatch(r"p03\.f\d+", one) for one in shown)
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    page.locator("[data-layer=claims]").uncheck()
    page.locator("[data-layer=evaluations]").uncheck()
    segment.click()
    shown = page.locator("#panel h3 a").all_text_contents()
    assert all(re.fullmatch(r"p03\.f\d+", one) for one in shown) and shown


def test_a_layer_draws_its_line_only_while_it_is_on(opened: Opened) -> None:
    page = opened.open("posts/p07.html")
    segment = page.locator(".s.talking_point_mentions").first
    line = "node => getComputedStyle(node).getPropertyValue('--l4')"
    assert segment.evaluate(line) == ""
    page.locator("[data-layer=talking_point_mentions]").check()
    assert segment.evaluate(line) != ""


def test_the_keyboard_leads_from_a_sentence_to_its_rows(opened: Opened) -> None:
    page = opened.open("posts/p03.html")
    page.locator("a.n").nth(4).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel:not([hidden])")
    assert page.locator("#panel h3").count() > 0


def test_a_passage_of_one_post_shows_itself_in_the_other(opened: Opened) -> None:
    page = opened.open("pairs/p07-p17.html")
    page.locator("section").first.locator("mark").nth(3).click()
    for side in page.locator("section.text").all():
        assert side.locator(".chosen").count() > 0


def test_a_table_is_filtered_and_a_row_leads_to_its_words(opened: Opened) -> None:
    page = opened.open("tables/claims.html")
    page.wait_for_selector(".tabulator-row")
    page.locator("#filter").fill("fentanyl")
    page.wait_for_function("!document.querySelector('#count').textContent.startsWith('760')")
    rows = page.locator(".tabulator-row").all_text_contents()
    assert rows and all("fentanyl" in row.lower() for row in rows)
    page.locator(".tabulator-row a").first.click()
    page.wait_for_selector("#panel:not([hidden])")
    assert "/posts/" in page.url


def test_a_table_is_sorted_by_a_click(opened: Opened) -> None:
    page = opened.open("tables/posts.html")
    page.wait_for_selector(".tabulator-row")
    page.locator(".tabulator-col", has_text="word_count").click()
    cells = page.locator(".tabulator-cell[tabulator-field=c8]").all_text_contents()
    counts = [int(cell.replace(",", "")) for cell in cells]
    assert counts == sorted(counts) and len(counts) == 17


def test_the_search_finds_statements_posts_and_notes(opened: Opened) -> None:
    page = opened.open("search.html")
    page.locator("#query").fill("fentanyl")
    page.wait_for_selector("#results li")
    kinds = {text.split()[0] for text in page.locator("#results a").all_text_contents()}
    assert {"claim", "post"} <= kinds
    page.locator("#results a", has_text="claim").first.click()
    page.wait_for_selector("#panel:not([hidden])")


def test_all_ten_questions_run_in_the_browser_and_the_full_text_search_too(opened: Opened) -> None:
    page = opened.open("sql.html")
    page.wait_for_selector("#run:enabled")
    assert page.locator("#question option").count() == 10
    for number in range(10):
        page.locator("#question").select_option(index=number)
        page.locator("#run").click()
        assert re.fullmatch(r"[1-9]\d* rows", page.locator("#said").inner_text()), number
    page.locator("#sql").fill("SELECT count(*) FROM claims_fts WHERE claims_fts MATCH 'fentanyl'")
    page.locator("#run").click()
    assert int(page.locator("#answer td").inner_text()) > 10
    page.locator("#sql").fill("SELECT missing")
    page.locator("#run").click()
    assert "no such column" in page.locator("#said").inner_text()
    assert not opened.wrong


def test_a_copy_button_copies(opened: Opened) -> None:
    page = opened.open("index.html")
    page.locator("[data-copy=bibtex]").click()
    page.wait_for_selector("text=Copied")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<textarea id=paste></textarea>')")
    page.locator("#paste").focus()
    page.keyboard.press("Control+V")
    assert page.locator("#paste").input_value().startswith("@misc{china-drug-control-posts")


def test_a_post_with_a_script_shows_it_as_text(
    hostile: Site, browser: Browser, tmp_path: Path
) -> None:
    opened = Opened(browser.new_page(), written(hostile, tmp_path))
    for path in ("posts/p01.html", "operations.html", "tables/propositions.html", "search.html"):
        page = opened.open(path)
        assert page.title() != "broken"
    page.locator("#query").fill("script")
    page.wait_for_selector("#results li")
    assert "<script>" in page.locator("#results").inner_text()
    assert page.title() != "broken" and not opened.wrong


def test_a_page_can_be_read_without_javascript(browser: Browser, folder: Path, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = Opened(context.new_page(), folder).open("posts/p03.html")
    text = "".join(page.locator(".text .s").all_text_contents())
    assert text == next(row["text"] for row in site.rows("posts") if row["post_id"] == "p03")
    page.locator("#rows summary").click()
    assert page.locator("#rows article").first.is_visible()
    context.close()
