"""A valid package of two posts cut down to one or two sentences: what tests break, cell by cell.

The sentences are the archive's own (p03, p16); offsets are looked up in the text, not typed.
"""

import csv
import hashlib
from pathlib import Path
from typing import Any

from scripts.description.cache import load_table_schemas
from scripts.description.datapackage import dump_json, make_descriptor

Row = dict[str, str]
Tables = dict[str, list[Row]]

TEXTS = {
    "p03": (
        "Zero tolerance for drugs\n"
        "Drug 2023 and crime in China have fallen to their lowest level in nearly a decade, with "
        "1.124 million drug users in the country, down 56 percent from the peak."
    ),
    "p16": (
        "China's Anti-Drug Campaign: The Steadfast Path from the Humen Opium Destruction to "
        "Modern Practice\n"
        "For example, in 2013, the Chinese Ministry of Public Security commanded joint actions by "
        "police forces in multiple regions, successfully cracking a major transnational drug "
        'trafficking case named "3·19," arresting over 200 suspects and seizing over 100 '
        "kilograms of drugs including methamphetamine and heroin."
    ),
}
_CODES = {
    "reading": "plain",
    "claim_type": "statistic",
    "mode": "asserted",
    "theme": "enforcement",
    "narrative": "china_success",
    "target": "china",
    "stance": "neutral",
}
METADATA = {
    "name": "china-drug-control-posts",
    "title": "China Drug-Control Posts",
    "licenses": [{"name": "CC-BY-4.0", "path": "LICENSE"}],
}


def span(post_id: str, words: str) -> Row:
    """Return the span cells of words that stand once in a post."""
    assert TEXTS[post_id].count(words) == 1, words
    start = TEXTS[post_id].index(words)
    return {"char_start": str(start), "char_end": str(start + len(words)), "quote": words}


def _claim(claim_id: str, sentence: str, words: str, statement: str, **cells: str) -> Row:
    post_id = claim_id[:3]
    return {
        "claim_id": claim_id,
        "post_id": post_id,
        "sentence_id": f"{post_id}.{sentence}",
        **span(post_id, words),
        "statement": statement,
        "proposition_id": claim_id.replace(".", "-"),
        **_CODES,
        "place": "CN",
        "place_sentence_id": f"{post_id}.{sentence}",
        **cells,
    }


def _proposition(claim_id: str, text: str) -> Row:
    return {
        "proposition_id": claim_id.replace(".", "-"),
        "text": text,
        "text_basis": "claim",
        "claim_count": "1",
        "post_count": "1",
    }


def _figure(figure_id: str, claim_id: str, words: str, value: str, **cells: str) -> Row:
    post_id = figure_id[:3]
    return {
        "figure_id": figure_id,
        "post_id": post_id,
        "claim_id": claim_id,
        "sentence_id": f"{post_id}.s02",
        **span(post_id, words),
        "figure_role": "level",
        "value": value,
        "qualifier": "as_stated",
        "value_base": value,
        "place": "CN",
        "place_sentence_id": f"{post_id}.s02",
        **cells,
    }


def _numeral(post_id: str, words: str, numeral_type: str, value: str, **cells: str) -> Row:
    place = span(post_id, words)
    return {
        "numeral_id": f"{post_id}.n{place['char_start']}",
        "post_id": post_id,
        "sentence_id": f"{post_id}.s02",
        **place,
        "numeral_type": numeral_type,
        "value": value,
        **cells,
    }


def _posts() -> list[Row]:
    return [
        {
            "post_id": post_id,
            "title": text.partition("\n")[0],
            "text": text,
            "text_status": "present",
            "archive_start": start,
            "post_type": "text",
            "note_count": "0",
            "language": "en",
            "word_count": str(len(text.split())),
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "about": "CN",
        }
        for (post_id, text), start in zip(TEXTS.items(), ("49", "300"), strict=True)
    ]


def _sentences() -> list[Row]:
    return [
        {
            "sentence_id": f"{post_id}.s0{paragraph + 1}",
            "post_id": post_id,
            "paragraph": str(paragraph),
            **span(post_id, line),
            "sentence_role": ("title", "body")[paragraph],
            "no_claim_reason": ("heading", "")[paragraph],
        }
        for post_id, text in TEXTS.items()
        for paragraph, line in enumerate(text.split("\n"))
    ]


def tiny_tables() -> Tables:
    """Return fresh rows of every table; cells that are not named are empty."""
    year = {"period": "2013", "period_words": "in 2013", "period_sentence_id": "p16.s02"}
    days = {"period_start": "2013-01-01", "period_end": "2013-12-31"}
    ministry = span("p16", "Chinese Ministry of Public Security")
    heading = span("p16", "Anti-Drug Campaign")
    unit = {"label": "unit", "definition": "A unit.", "factor": "1"}
    persons = {"quantity_kind": "persons", "label": "Number", "definition": "A number."}
    return {
        "posts": _posts(),
        "claims": [
            _claim(
                "p03.c01",
                "s02",
                "1.124 million drug users in the country",
                "There are 1,124,000 drug users in China.",
            ),
            _claim(
                "p03.c02",
                "s02",
                "1.124 million drug users in the country, down 56 percent from the peak",
                "The number of drug users in China is 56 percent below its peak.",
            ),
            _claim("p16.c01", "s02", "arresting over 200 suspects", "They were.", **year),
            _claim("p16.c02", "s02", "seizing over 100 kilograms of drugs", "It was.", **year),
        ],
        "operations": [
            {
                "operation_id": "case-319",
                "name": "3·19 transnational drug trafficking case",
                "name_zh": "“3·19”特大跨国贩毒案",
                "name_zh_basis": "inferred",
                "operation_type": "case",
                "description": "A case that the post names.",
                "period": "2013",
                "evidence_claim_id": "p16.c01",
            }
        ],
        "figures": [
            _figure(
                "p03.f01",
                "p03.c01",
                "1.124 million drug users",
                "1124000",
                indicator_id="drug-users",
                unit="person",
            ),
            _figure(
                "p03.f02",
                "p03.c02",
                "down 56 percent from the peak",
                "56",
                indicator_id="drug-users",
                figure_role="change",
                direction="down",
                unit="percent",
                base="the peak",
            ),
            _figure(
                "p16.f01",
                "p16.c01",
                "over 200 suspects",
                "200",
                indicator_id="suspects-arrested",
                qualifier="over",
                unit="person",
                **year,
                **days,
            ),
            _figure(
                "p16.f02",
                "p16.c02",
                "over 100 kilograms of drugs",
                "100",
                indicator_id="drugs-seized",
                qualifier="over",
                unit="kilogram",
                **year,
                **days,
            ),
        ],
        "sentences": _sentences(),
        "numerals": [
            _numeral(
                "p03",
                "1.124 million",
                "cardinal",
                "1124000",
                disposition="figure",
                figure_id="p03.f01",
            ),
            _numeral("p16", "2013", "cardinal", "2013", disposition="date"),
        ],
        "operation_mentions": [
            {
                "mention_id": "p16.m01",
                "post_id": "p16",
                "sentence_id": "p16.s02",
                **span("p16", "3·19"),
                "operation_id": "case-319",
                "identity": "certain",
            }
        ],
        "entity_mentions": [
            {
                "entity_mention_id": f"p16.e{ministry['char_start']}",
                "post_id": "p16",
                "sentence_id": "p16.s02",
                **ministry,
                "entity_id": "ministry-of-public-security-china",
            }
        ],
        "phrases": [
            {
                "phrase_id": f"p16.x{heading['char_start']}",
                "post_id": "p16",
                "sentence_id": "p16.s01",
                **heading,
                "phrase_type": "heading_case",
            }
        ],
        "claim_operations": [
            {"claim_id": "p16.c01", "operation_id": "case-319"},
            {"claim_id": "p16.c02", "operation_id": "case-319"},
        ],
        "propositions": [
            _proposition("p03.c01", "There are 1,124,000 drug users in China."),
            _proposition(
                "p03.c02", "The number of drug users in China is 56 percent below its peak."
            ),
            _proposition("p16.c01", "They were."),
            _proposition("p16.c02", "It was."),
        ],
        "parallels": [
            {
                "sentence_id": "p03.s01",
                "other_sentence_id": "p16.s01",
                "score": "0.04",
                "relation": "template",
            }
        ],
        "operation_parties": [
            {
                "operation_id": "case-319",
                "entity_id": "ministry-of-public-security-china",
                "party_role": "organiser",
                "claim_id": "p16.c01",
            }
        ],
        "reference_checks": [
            {
                "check_id": "r001",
                "figure_id": "p16.f01",
                "source_id": "gov-cn-2015-04-29-internet-drug-control",
                "value_as_printed": "200名",
                "source_value": "200",
                "source_qualifier": "over",
                "source_unit": "person",
                "source_period": "2013",
                "verdict": "matches",
                "value_agreement": "same",
                "qualifier_agreement": "same",
                "unit_agreement": "same",
                "period_agreement": "same",
                "scope_agreement": "same",
                "name_agreement": "not_compared",
                "independence": "same_claimant",
                "confidence": "high",
            }
        ],
        "codes": [{"list": "mode", "code": "asserted", "label": "Asserted", "definition": "Said."}],
        "units": [
            unit
            | {"unit": "gram", "quantity_kind": "mass", "base_unit": "kilogram"}
            | {"factor": "0.001"},
            unit | {"unit": "kilogram", "quantity_kind": "mass", "base_unit": "kilogram"},
            unit | {"unit": "percent", "quantity_kind": "share", "base_unit": "percent"},
            unit | {"unit": "person", "quantity_kind": "persons", "base_unit": "person"},
        ],
        "consistency_checks": [
            {
                "check_id": "year-misplaced",
                "check_type": "wording",
                "outcome": "fails",
                "found_by": "curated",
                "finding": "The year stands where no year can stand.",
                "basis": "text",
                "confidence": "high",
            }
        ],
        "consistency_items": [
            {
                "check_id": "year-misplaced",
                "item_number": "1",
                "item_role": "slip",
                "claim_id": "p03.c01",
                "post_id": "p03",
                **span("p03", "1.124 million drug users"),
            },
            {
                "check_id": "year-misplaced",
                "item_number": "2",
                "item_role": "value",
                "figure_id": "p16.f01",
                "post_id": "p16",
                **span("p16", "over 200 suspects"),
            },
        ],
        "coding_agreement": [
            {
                "agreement_id": "claim",
                "unit_type": "claim",
                "first_count": "3",
                "second_count": "2",
                "matched_count": "2",
                "precision": "1",
                "recall": "0.667",
                "f1": "0.8",
            },
            {
                "agreement_id": "claim.theme",
                "unit_type": "claim",
                "field": "theme",
                "first_count": "3",
                "second_count": "2",
                "matched_count": "2",
                "agreement": "0.5",
                "alpha": "0.1",
            },
        ],
        "indicators": [
            persons | {"indicator_id": "drug-users", "measure": "stock"},
            persons | {"indicator_id": "suspects-arrested", "measure": "flow"},
            persons | {"indicator_id": "drugs-seized", "measure": "flow", "quantity_kind": "mass"},
        ],
        "entities": [
            {
                "entity_id": "ministry-of-public-security-china",
                "name": "Ministry of Public Security",
                "name_basis": "post",
                "name_zh": "公安部",
                "name_zh_basis": "documented",
                "name_zh_source_id": "gov-cn-2015-04-29-internet-drug-control",
                "entity_type": "organisation",
                "description": "A ministry.",
            },
            {
                "entity_id": "heroin",
                "name": "heroin",
                "name_basis": "post",
                "entity_type": "substance",
                "description": "An opioid.",
            },
        ],
        "published_sources": [
            {
                "source_id": "gov-cn-2015-04-29-internet-drug-control",
                "publisher": "State Council",
                "title": "Report on drug control on the internet",
                "published": "2015-04-29",
                "language": "zh",
                "source_type": "primary",
                "address": "https://www.gov.cn/",
                "read_on": "2026-11-23",
                "read_as": "stored copy",
                "retrievable": "yes",
            }
        ],
    }


def withheld(tables: Tables, post_id: str) -> Tables:
    """Return the tables as they are after the text of a post was taken away."""
    schemas = load_table_schemas()
    taken = []
    for name, rows in tables.items():
        fields = schemas["tables"][name]["schema"]["fields"]
        words = {field["name"] for field in fields if field.get("postsWords")}
        for row in rows:
            if row.get("post_id") == post_id:
                taken.append((row, words))
    for row, words in taken:
        row.update({column: "" for column in words if column in row})
    for row in tables["posts"]:
        if row["post_id"] == post_id:
            row["text_status"] = "withheld"
    return tables


def write_tables(folder: Path, tables: Tables) -> dict[str, bytes]:
    """Write the tables as the package has them; return the bytes by path."""
    files: dict[str, bytes] = {}
    for name, table in load_table_schemas()["tables"].items():
        columns = [field["name"] for field in table["schema"]["fields"]]
        path = folder / table["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables[name])
        files[table["path"]] = path.read_bytes()
    return files


def write_package(folder: Path, tables: Tables) -> dict[str, Any]:
    """Write tables and descriptor, which fits them; return the descriptor."""
    files = write_tables(folder, tables)
    counts = {name: len(rows) for name, rows in tables.items()}
    descriptor = make_descriptor(METADATA, load_table_schemas(), files, counts)
    (folder / "datapackage.json").write_bytes(dump_json(descriptor))
    return descriptor
