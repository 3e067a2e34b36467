"""The table published_sources."""

from schemas import columns as f
from schemas.columns import EDTF, NOT_SHOWN
from schemas.model import Cells, Table
from schemas.row_rules import is_real_period, rule


def _titles_belong_together(row: Cells) -> bool:
    title, english = row["title"], row["title_en"]
    if (title == NOT_SHOWN) != (english.startswith("[") and english.endswith("]")):
        return False
    return title in (NOT_SHOWN, english) or row["language"] != "en"


PUBLISHED_SOURCES = Table(
    "published_sources",
    "data/codes",
    "Published sources",
    "The sources outside the posts that names and reference checks rest on.",
    ("source_id",),
    {
        "source_id": f.key("Source", "Identifier made of words.", f.SLUG),
        "publisher": f.text(
            "Publisher", "Who published it; not_shown if unknown.", any_script=True
        ),
        "title": f.text(
            "Title",
            "As printed, in its language; not_shown where no title was seen.",
            any_script=True,
        ),
        "title_en": f.text(
            "Title in English",
            "Our translation; in brackets what it is in our words, where no title was seen.",
            any_script=True,
        ),
        "published": f.text(
            "Published",
            f"When it was published. {f.EDTF_NOTE} not_shown where the page does not show it.",
            pattern=f"{EDTF}|{NOT_SHOWN}",
            fix=f"write EDTF, CODEBOOK section 6, or {NOT_SHOWN}",
        ),
        "language": f.code("Language", "Its language (BCP 47)."),
        "source_type": f.code("Type", "What kind of source it is."),
        "address": f.text(
            "Address",
            "Where the page that was read stands on the web, of a reprint the copy; not_shown "
            "where it was not noted.",
            pattern=rf"https?://[^\s]+|{NOT_SHOWN}",
            fix=f"begin it with http:// or https://, or write {NOT_SHOWN}",
            any_script=True,
        ),
        "locator": f.optional_text("Locator", "Where in the source.", any_script=True),
        **f.SEARCH,
        "read_on": f.date("Read on", "When it was first read."),
        "read_as": f.code("Read as", "What was read."),
        "retrievable": f.code("Retrievable", "Whether a reader can find it again."),
    },
    (
        rule(
            "published names months and days that exist",
            lambda row: row["published"] == NOT_SHOWN or is_real_period(row["published"]),
            "published",
            "write EDTF, CODEBOOK section 6",
        ),
        rule(
            "title_en is in brackets if and only if no title was seen, and is an English title",
            _titles_belong_together,
            "title_en",
            "copy an English title, translate another, or say in brackets what it is",
        ),
        rule(
            "retrievable is 'yes' if and only if there is an address or a date of publication",
            lambda row: (
                (row["retrievable"] == "yes")
                == (row["address"] != NOT_SHOWN or row["published"] != NOT_SHOWN)
            ),
            "retrievable",
            "write yes where there is one, no where there is none",
        ),
    ),
)
