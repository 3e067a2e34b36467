"""The pictures: each answers one question, from the tables alone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import altair as alt

from schemas.edtf import bounds
from schemas.tables import TABLES
from scripts.publish.recurrences import share_text
from scripts.publish.site.rows import say
from scripts.publish.site.words import say_number, say_period
from scripts.tables.book import Book
from scripts.tables.row import Row

# Okabe and Ito, Color Universal Design, 2008: told apart by everyone, also in grey.
BLUE, ORANGE, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#999999"
_MEASURES = {
    "drug-cases-solved": "Drug cases solved",
    "suspects-arrested": "Suspects arrested (people)",
    "drugs-seized": "Drugs seized (kilograms)",
}
# What the renderer measures with, and its like on other machines.
_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_SOURCE = "Source: China Drug-Control Posts, version {}."
Records = list[dict[str, Any]]


class Picture(NamedTuple):
    """A chart, what it shows in words, and its data as a table."""

    slug: str
    title: str
    caption: str
    chart: alt.TopLevelMixin
    columns: Sequence[str]
    rows: Records


def make_pictures(book: Book, version: str) -> list[Picture]:
    """Return all pictures, those of the README first."""
    makers = (_seizures, _talking_points, _shared_text, _praise_and_blame, _checks)
    source = _SOURCE.format(version)
    pictures = (make(book) for make in makers)
    return [one._replace(caption=f"{one.caption} {source}") for one in pictures]


def draw(picture: Picture) -> tuple[bytes, bytes]:
    """Return a picture as SVG and as Vega-Lite."""
    import vl_convert

    spec = picture.chart.configure(font=_FONT, padding=12).to_json(indent=1)
    return vl_convert.vegalite_to_svg(spec).encode(), f"{spec}\n".encode()


def _axis(title: str) -> alt.Axis:
    """Return a vertical axis whose title stands above it, where it is read most easily."""
    return alt.Axis(
        title=title,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="start",
        titleX=0,
        titleY=-8,
        labelLimit=520,
        tickCount=3,
    )


def _seizures(book: Book) -> Picture:
    """Stated totals of the whole country by period, beside what sources print for them."""
    rows: Records = []
    for figure in book.rows("figures"):
        limits = (figure[name] for name in ("population", "substance", "condition", "per"))
        whole = figure["place"] == "CN" and figure["figure_role"] == "level" and not any(limits)
        if figure["indicator_id"] in _MEASURES and whole and figure["period_end"]:
            rows.append(_stated(figure, "the posts", figure["value_base"], figure["period"]))
            for check in book.of("reference_checks", "figure_id", figure["figure_id"]):
                unit = book.get("units", check["source_unit"])
                if unit and check["source_value"] and ".." not in check["source_period"]:
                    value = str(float(check["source_value"]) * float(unit["factor"]))
                    rows.append(_stated(figure, "a source", value, check["source_period"]))
    rows = [row for number, row in enumerate(rows) if row not in rows[:number]]
    said = alt.Scale(domain=["the posts", "a source"], range=[ORANGE, BLUE])
    base = alt.Chart().encode(
        x=alt.X("start:T", title="Period that the number counts"),
        x2="end:T",
        y=alt.Y("value:Q", axis=_axis("Stated total (log scale)"), scale=alt.Scale(type="log")),
        color=alt.Color("said by:N", title="Said by", scale=said),
    )
    band = base.transform_filter("datum['said by'] == 'a source'").mark_rule(
        strokeWidth=11, opacity=0.4
    )
    line = base.transform_filter("datum['said by'] == 'the posts'").mark_rule(strokeWidth=3)
    layers = alt.layer(band, line, data=alt.Data(values=rows)).properties(width=560, height=140)
    header = alt.Header(labelAnchor="start", labelFontWeight="bold", labelPadding=16)
    order = list(_MEASURES.values())
    chart = layers.facet(
        facet=alt.Facet("measure:N", title=None, sort=order, header=header), columns=1
    )
    return Picture(
        "totals",
        "What the posts count, and what sources print",
        "Totals for the whole of China that the posts give for a period, and what published "
        "sources print for the same statements. A line spans the period that its number counts, "
        "so that long lines are totals of several years.",
        chart.resolve_scale(y="independent"),
        ("measure", "said by", "period", "number"),
        rows,
    )


def _stated(figure: Row, who: str, value: str, period: str) -> dict[str, Any]:
    start, end = bounds(period)
    return {
        "measure": _MEASURES[figure["indicator_id"]],
        "said by": who,
        "period": say_period(period),
        "number": say_number(value),
        "value": float(value),
        "start": str(start),
        "end": str(end),
    }


def _talking_points(book: Book) -> Picture:
    """Which message stands in which post, how often."""
    points = book.by_id("talking_points")
    counts = Counter(
        (points[row["talking_point_id"]]["text"], row["post_id"])
        for row in book.rows("talking_point_mentions")
    )
    rows = _records(counts, "message", "post", "sentences")
    order = [text for text, _ in Counter(str(row["message"]) for row in rows).most_common()]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("post:N", title="Post", axis=alt.Axis(labelAngle=0, orient="top")),
        y=alt.Y("message:N", axis=_axis("Message"), sort=order),
    )
    return Picture(
        "talking-points",
        "Which messages recur in which posts",
        "Sentences, titles and headings that carry a talking point, those with most first.",
        base.mark_rect().encode(color=_shade("sentences")).properties(width=460),
        ("message", "post", "sentences"),
        rows,
    )


def _shared_text(book: Book) -> Picture:
    """How much of one post stands in another."""
    shares = {pair: round(100 * share, 1) for pair, share in share_text(book).items()}
    rows = _records(shares, "post", "other post", "percent")
    ids = alt.Scale(domain=list(book.by_id("posts")))
    top, left = (alt.Axis(labelAngle=0, orient=side) for side in ("top", "left"))
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("other post:N", title="stands in this post", scale=ids, axis=top),
        y=alt.Y("post:N", title="Text of this post", scale=ids, axis=left),
    )
    words = base.mark_text(fontSize=9).encode(
        text=alt.Text("percent:Q", format=".0f"),
        color=alt.condition("datum.percent > 18", alt.value("white"), alt.value("black")),
    )
    squares = base.mark_rect().encode(color=_shade("percent"))
    return Picture(
        "shared-text",
        "How much of one post stands in another",
        "Percent of a post's characters that stand in another post too, in runs of eight words or "
        "more. Shared wording says nothing about who wrote what.",
        alt.layer(squares, words).properties(width=460, height=380),
        ("post", "other post", "percent"),
        rows,
    )


def _praise_and_blame(book: Book) -> Picture:
    """Words of praise and blame in the posts' own voice, by whose actor they are about."""
    country = TABLES["evaluations"].columns["target_country"]
    counts = Counter(
        (say(book, country, row["target_country"]) or "none given", row["polarity"])
        for row in book.rows("evaluations")
        if row["voice"] in ("own", "ironic")
    )
    rows = _records(counts, "country", "polarity", "words")
    bars = _bars(rows, {"favourable": BLUE, "unfavourable": ORANGE}, "Country of the target")
    return Picture(
        "praise-and-blame",
        "Whom the posts praise and blame",
        "Evaluative words in the posts' own or ironic voice, by the country of the actor that they "
        "are about.",
        bars.encode(x=alt.X("words:Q", title="Words of praise or blame"), yOffset="polarity:N"),
        ("country", "polarity", "words"),
        rows,
    )


def _checks(book: Book) -> Picture:
    """What checks of single sources come to, by how near the source stands to the claimant."""
    columns = TABLES["reference_checks"].columns
    colors = {"matches": BLUE, "matches_derived": "#56B4E9", "partly": GREY, "differs": ORANGE}
    counts = Counter(
        tuple(say(book, columns[name], row[name]) for name in ("independence", "verdict"))
        for row in book.rows("reference_checks")
        if row["source_id"]
    )
    rows = _records(counts, "source", "verdict", "checks")
    said = {say(book, columns["verdict"], verdict): one for verdict, one in colors.items()}
    bars = _bars(rows, said, "How near the source stands to the claimant")
    return Picture(
        "checks",
        "What sources say, by how near they stand to the claimant",
        "A match with the claimant, or with who repeats it, means that the post passes on the "
        "official number, not that the number is true.",
        bars.encode(x=alt.X("checks:Q", title="Checks of a statement against one source")),
        ("source", "verdict", "checks"),
        rows,
    )


def _records(counts: Mapping[Any, float], one: str, other: str, number: str) -> Records:
    """Return a record for each pair, in order."""
    return [{one: a, other: b, number: count} for (a, b), count in sorted(counts.items())]


def _shade(number: str) -> alt.Color:
    scale = alt.Scale(scheme="blues")
    return alt.Color(f"{number}:Q", title=number.capitalize(), scale=scale)


def _bars(rows: Records, colors: Mapping[str, str], title: str) -> alt.Chart:
    """Return bars of the first column of the rows, in the colours of the second."""
    first, second, _ = rows[0]
    scale = alt.Scale(domain=list(colors), range=list(colors.values()))
    bars: alt.Chart = alt.Chart(alt.Data(values=rows)).mark_bar().properties(width=460)
    encoded: alt.Chart = bars.encode(
        y=alt.Y(f"{first}:N", axis=_axis(title), sort="-x"),
        color=alt.Color(f"{second}:N", title=None, scale=scale),
    )
    return encoded
