"""The table published_sources."""

from schemas import fields as f
from schemas.table import real_period, rule, table

PUBLISHED_SOURCES = table(
    "published_sources",
    "data/codes",
    "Published sources",
    "The sources outside the posts that names and reference checks rest on.",
    "source_id",
    {
        "source_id": f.key("Source", "Identifier made of words.", f.SLUG),
        "publisher": f.text("Publisher", "Who published it."),
        "title": f.text("Title", "What it is, in our words."),
        "published": f.period("Published", "When it was published.", nullable=True),
        "language": f.code("language", "Language", "Its language (BCP 47)."),
        "source_type": f.code("source_type", "Type", "What kind of source it is."),
        "address": f.text(
            "Address",
            "Where it stands on the web; empty for a reprint on an unrelated host.",
            pattern=r"https?://[^\s]+",
            nullable=True,
        ),
        "locator": f.text("Locator", "Where in the source.", nullable=True),
        "read_on": f.date("Read on", "When we read it."),
        "read_as": f.code("read_as", "Read as", "What was read."),
        "retrievable": f.code("retrievable", "Retrievable", "Whether a reader can find it again."),
    },
    [
        real_period("published"),
        rule(
            "reprint_has_no_address",
            "a reprint has no address",
            lambda df: (df["source_type"] != "reprint") | df["address"].isna(),
        ),
        rule(
            "retrievable_by_address_or_date",
            "retrievable is 'yes' if and only if there is an address or a date of publication",
            lambda df: (
                (df["retrievable"] == "yes") == (df["address"].notna() | df["published"].notna())
            ),
        ),
    ],
)
