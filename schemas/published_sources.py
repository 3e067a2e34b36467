"""The table published_sources."""

from schemas import columns as f
from schemas.model import Table
from schemas.row_rules import real_period, rule

PUBLISHED_SOURCES = Table(
    "published_sources",
    "data/codes",
    "Published sources",
    "The sources outside the posts that names and reference checks rest on.",
    ("source_id",),
    {
        "source_id": f.key("Source", "Identifier made of words.", f.SLUG),
        "publisher": f.text("Publisher", "Who published it.", any_script=True),
        "title": f.text("Title", "What it is, in our words.", any_script=True),
        "published": f.period("Published", "When it was published.", required=False),
        "language": f.code("language", "Language", "Its language (BCP 47)."),
        "source_type": f.code("source_type", "Type", "What kind of source it is."),
        "address": f.text(
            "Address",
            "Where it stands on the web; empty for a reprint on an unrelated host.",
            pattern=r"https?://[^\s]+",
            fix="begin it with http:// or https://",
            any_script=True,
            required=False,
        ),
        "locator": f.text("Locator", "Where in the source.", required=False, any_script=True),
        "read_on": f.date("Read on", "When we read it."),
        "read_as": f.code("read_as", "Read as", "What was read."),
        "retrievable": f.code("retrievable", "Retrievable", "Whether a reader can find it again."),
    },
    (
        real_period("published"),
        rule(
            "reprint_has_no_address",
            "a reprint has no address",
            lambda row: row["source_type"] != "reprint" or not row["address"],
            "address",
            "remove the address, so that no reader is led there",
        ),
        rule(
            "retrievable_by_address_or_date",
            "retrievable is 'yes' if and only if there is an address or a date of publication",
            lambda row: (row["retrievable"] == "yes") == bool(row["address"] or row["published"]),
            "retrievable",
            "write yes where there is one, no where there is none",
        ),
    ),
)
