"""Wrong edits of the registers."""

from tests.edits.edits import Edit

_USE = "use one of "
_IDLE = {
    "operations": "  name: Idle Watch\n  operation_type: campaign\n  description: Named nowhere.\n",
    "entities": (
        "  name: Idle Office\n  name_basis: inferred\n  entity_type: organisation\n"
        "  description: Named nowhere.\n  names:\n    - Idle Office\n"
    ),
    "indicators": (
        "  label: Idle\n  definition: Counted nowhere.\n  measure: flow\n  quantity_kind: cases\n"
    ),
    "sources": (
        '  publisher: Nobody\n  title: Nothing\n  title_en: Nothing\n  published: "2020"\n'
        "  language: en\n  source_type: news\n  address: not_shown\n"
        "  searched_on: not_recorded\n  query: not_recorded\n"
        '  read_on: "2026-11-01"\n  read_as: stored copy\n  retrievable: "yes"\n'
    ),
    "units": (
        "  quantity_kind: mass\n  base_unit: kilogram\n  factor: '50'\n  label: idle\n"
        "  definition: Measured nowhere.\n  forms:\n    - idle weights\n"
    ),
    "talking_points": (
        "  text: It is idle.\n  talking_point_type: slogan\n  narrative: other\n"
        "  definition: Said nowhere.\n  rival: none\n  question: Is it idle?\n"
        "  examples: []\n  near_misses: []\n"
    ),
}
_FIRST = {
    "operations": "annual-meeting-mechanisms:\n",
    "entities": "18th-party-congress:\n",
    "indicators": "drug-users:\n",
    "sources": "44news-illinois-marijuana:\n",
    "units": "activity:\n",
    "talking_points": "great-results:\n",
}
_TABLES = {"sources": "published_sources source_id", "units": "units unit"}
UNUSED = [
    Edit(
        *("rule register_entries_are_used", register, _FIRST[register]),
        f"zzidle:\n{fields}{_FIRST[register]}",
        " zzidle ".join(
            _TABLES.get(register, f"{register} {register[:-1]}_id")
            .replace("entitie_", "entity_")
            .split()
        ),
        *("is used nowhere in the posts", "remove it, or code the passage that needs it"),
    )
    for register, fields in _IDLE.items()
]
OPERATIONS = [
    Edit(
        *("cell code operations.operation_type", "operations"),
        *("operation_type: campaign", "operation_type: raid"),
        *("operations banning-ecstasy operation_type", "'raid' is not a code", f"{_USE}campaign"),
    ),
    Edit(
        *(
            "cell code operations.name_zh_basis",
            "operations",
            "zh_basis: inferred",
            "zh_basis: mine",
        ),
        *("operations banning-ecstasy name_zh_basis", "'mine' is not a code", _USE),
    ),
    Edit(
        *("cell code operations.place", "operations", "place: CN\n", "place: XX\n"),
        *("operations anti-drug-public-service-advertisement-2019 place", "'XX' is not a code"),
        f"{_USE}world, CN",
    ),
    Edit(
        *("cell pattern operations.period", "operations", 'period: "2019"', 'period: "of 2019"'),
        *(
            "operations anti-drug-public-service-advertisement-2019 period",
            "does not have the form",
        ),
        "write EDTF",
    ),
    *(
        Edit(
            *("cell required", "operations", 'period: "2019"', f'period: "{period}"'),
            "operations anti-drug-public-service-advertisement-2019 evidence_claim_id",
            *("must not be empty", f"has its period '{period}' and place 'CN'", "anti-drug-public"),
        )
        for period in ("2018", "2019-02-30")
    ),
    Edit(
        *("cell key operations.name_zh_source_id", "operations"),
        *("name_zh_source: guangming", "name_zh_source: guangmin"),
        *(
            "operations anti-opium-movement name_zh_source_id",
            "nearest: guangming-daily-2000-05-12",
        ),
        "correct it, or add it to sources.yaml",
    ),
    Edit(
        *("cell key operations.identity_source_id", "operations"),
        *("identity_source: china-org-cn", "identity_source: china-org"),
        *("operations banning-ecstasy identity_source_id", "unknown id 'china-org-2002-04"),
        "correct it, or add it to sources.yaml",
    ),
    Edit(
        *("cell unique operations.name", "operations"),
        *("  name: Breaking Ice\n", "  name: Banning Ecstasy\n"),
        *("operations breaking-ice name", "duplicate name 'Banning Ecstasy', also in line"),
        "remove or rename one of the two",
    ),
    Edit(
        *("row operations: name_zh and name_zh_basis are filled tog", "operations"),
        *("  name_zh: 打击摇头丸行动\n  name_zh_basis: inferred\n", "  name_zh: 打击摇头丸行动\n"),
        *("operations banning-ecstasy name_zh_basis", "filled together or not at all"),
        *("give both or none", "banning-ecstasy:"),
    ),
    Edit(
        *("row operations: a documented Chinese name, and only that", "operations"),
        *("name_zh_basis: documented\n", "name_zh_basis: inferred\n"),
        *(
            "operations annual-meeting-mechanisms name_zh_source_id",
            "a documented Chinese name, and only",
        ),
        *("name the source, or say inferred", "name_zh_source: ministry"),
    ),
    Edit(
        *("row operations: name_zh_source_id needs name_zh", "operations"),
        *("  name_zh: 禁烟禁毒运动\n", ""),
        *("operations anti-opium-movement name_zh", "name_zh_source_id needs name_zh"),
        *("add name_zh, or remove its source", "anti-opium-movement:"),
    ),
    Edit(
        *("cell look-alike", "operations", "identity_note: One post", "identity_note: Οne post"),
        *(
            "operations banning-ecstasy identity_note",
            "mixes alphabets that look alike",
            "type the",
        ),
    ),
    Edit(
        *("cell script", "operations", "description: The posts say", "description: Тhe posts say"),
        *("operations annual-meeting-mechanisms description", "has 'Т'", "type the words again"),
    ),
]
ENTITIES = [
    *(
        Edit(
            *(f"cell code entities.{column}", "entities", f"{column}: {code}", f"{column}: mine"),
            *(f"entities {entity} {column}", "'mine' is not a code", _USE),
        )
        for column, code, entity in (
            ("entity_type", "substance", "amphetamine-type-stimulants"),
            ("name_basis", "post", "18th-party-congress"),
            ("name_zh_basis", "inferred", "18th-party-congress"),
        )
    ),
    Edit(
        *("row entities: a documented name, and only that, names ", "entities"),
        *("  name_basis: inferred\n", "  name_basis: documented\n"),
        *("entities alejandro-mayorkas name_source_id", "a documented name, and only that"),
        *("name the source, or say inferred", "alejandro-mayorkas:"),
    ),
    Edit(
        *("row entities: a documented Chinese name, and only that", "entities"),
        *("  name_zh_basis: inferred\n", "  name_zh_basis: documented\n"),
        *("entities 18th-party-congress name_zh_source_id", "a documented Chinese name, and only"),
        *("name the source, or say inferred", "18th-party-congress:"),
    ),
    Edit(
        *("row entities: name_zh and name_zh_basis are filled tog", "entities"),
        *("  name_zh_basis: inferred\n", ""),
        *("entities 18th-party-congress name_zh_basis", "filled together or not at all"),
        *("give both or none", "18th-party-congress:"),
    ),
    *(
        Edit(
            *(f"cell key entities.{name}_source_id", "entities", f"  {name}_source: ", new),
            *(f"entities {entity} {name}_source_id", "unknown id 'no-", "add it to sources.yaml"),
        )
        for name, new, entity in (
            ("name", "  name_source: no-", "anti-drug-law-of-china"),
            ("name_zh", "  name_zh_source: no-", "amphetamine-type-stimulants"),
        )
    ),
    Edit(
        *("cell unique entities.name", "entities"),
        *("  name: 20th National Congress", "  name: 18th National Congress"),
        *("entities 20th-party-congress name", "duplicate name '18th National Congress of the"),
        "remove or rename one of the two",
    ),
    Edit(
        *(
            "cell normal form",
            "entities",
            "description: Party congress",
            "description: Pa\u0308rty",
        ),
        *("entities 18th-party-congress description", "form C", "type the words again"),
    ),
    Edit(
        *(
            "registers",
            "entities",
            "names:\n  - Mayorkas\n",
            "names:\n  - Mayorkas\n  - Americans\n",
        ),
        *("", "americans: the name 'Americans' also belongs to alejandro-mayorkas"),
        *("remove it from one of them", "- Americans"),
    ),
    Edit(
        *("", "entities", "names:\n  - Mayorkas", "names: Mayorkas", "", "names is not a list"),
        "write '- VALUE' lines",
    ),
]
_RIVAL = "  rival: problem-curbed\n"
_EXAMPLE = "p09.s01 | China has made remarkable achievements in drug control"
TALKING_POINTS = [
    *(
        Edit(
            *(breaks, "talking_points", old, new, f"talking_points great-results {column}"),
            *(reason, fix),
        )
        for breaks, column, old, new, reason, fix in (
            *(
                (
                    *(f"cell code talking_points.{column}", column),
                    *(f"{column}: {code}", f"{column}: mine", "'mine' is not a code", _USE),
                )
                for column, code in (("talking_point_type", "appraisal"), ("narrative", "success"))
            ),
            (
                *("cell key talking_points.rival", "rival", _RIVAL, "  rival: problem-cured\n"),
                *("unknown id 'problem-cured'", "correct it, or add it to"),
            ),
            (
                *("row talking_points: the rival is another talking point", "rival", _RIVAL),
                *("  rival: great-results\n", "the rival is another", "name the nearest other"),
            ),
            (
                *("cell script", "text", "text: The actor", "text: Th\u0435 actor"),
                *("has 'е', a letter", "type the words again"),
            ),
        )
    ),
    *(
        Edit("build", "talking_points", old, new, "", f"{name}: {reason}", fix)
        for name, old, new, reason, fix in (
            (
                *("great-results", _EXAMPLE, "p09.s02 | Drug problems have long plagued China"),
                *("p09.s02 does not carry it", "name another sentence, or correct the line 't'"),
            ),
            (
                *("problem-curbed", "p17.s06 | effectively cut off", "p17.s06 | it cut off"),
                *("p17.s06 does not hold 'it cut off", "name another sentence"),
            ),
            (
                *("problem-declining", "p07.s13 | the number", "p07.s99 | the number"),
                *("p07.s99 does not hold 'the number", "name another sentence"),
            ),
            (
                *("recognised", "p16.s04 | deserve global attention |"),
                *("p13.s16 | the overall satisfaction rate |", "p13.s16 carries it"),
                "name another sentence, or correct the line 't'",
            ),
            (
                *("without-equal", " | manner of one operation; no rank among countries", ""),
                *("p12.s26 lacks a reason why not", "with ' | why not'"),
            ),
            (
                *("zero-tolerance", "stance towards drug-related activities"),
                *("stance towards drug-related activities | it is", "p06.s12 has a reason why not"),
                "write 'SENTENCE | WORDS'",
            ),
        )
    ),
    *(
        Edit("", "talking_points", old, new, "", reason, fix, at)
        for old, new, reason, fix, at in (
            (_RIVAL, "", "great-results has no rival", "add 'rival: …'", "great-results:"),
            (
                "great-results:",
                "great_results:",
                "'great_results' does not have the form",
                "a-z",
                "",
            ),
        )
    ),
]
CODES = [
    *(
        Edit("registers", "places", old, new, "", reason, "or add it to places.yaml", at=at)
        for old, new, reason, at in (
            ("within: world", "within: moon", "CN: lies within 'moon', which is not a place", ""),
            ('  within: ""', "  within: CN", "world: lies within 'CN', which is not a place", ""),
        )
    ),
    Edit(
        *("cell key units.base_unit", "units", "base_unit: bag", "base_unit: sack"),
        *("units bag base_unit", "unknown id 'sack', not in units", "add it to units.yaml"),
    ),
    Edit(
        *("cell number", "units", 'factor: "1000"', 'factor: "1e30"'),
        *("units tonne factor", "'1e30' is not a number in plain digits", "write a number over 0"),
    ),
    Edit(
        *("rule base_units_are_bases", "units", "base_unit: bag", "base_unit: case"),
        *(
            "units bag base_unit",
            "case has the quantity_kind cases, not objects",
            "name another base unit",
        ),
    ),
    Edit(
        *(
            "row units: a unit that is its own base unit has the",
            "units",
            'factor: "1"',
            'factor: "2"',
        ),
        *("units activity factor", "has the factor 1", "write factor 1, or name another base unit"),
    ),
    Edit(
        *(
            "cell code units.quantity_kind",
            "units",
            "quantity_kind: objects",
            "quantity_kind: things",
        ),
        *("units activity quantity_kind", "'things' is not a code", f"{_USE}persons"),
    ),
    Edit(
        *("cell code indicators.measure", "indicators", "measure: stock", "measure: heap"),
        *("indicators drug-users measure", "'heap' is not a code", f"{_USE}stock"),
    ),
    Edit(
        *("cell code indicators.quantity_kind", "indicators", "kind: persons", "kind: people"),
        *("indicators drug-users quantity_kind", "'people' is not a code", f"{_USE}persons"),
    ),
    Edit(
        *(
            "rule indicators_have_units_of_their_kind",
            "indicators",
            "kind: persons",
            "kind: people",
        ),
        *(
            "indicators drug-users quantity_kind",
            "no unit has the quantity_kind people",
            "name that",
        ),
    ),
    Edit(
        *("", "codes", "      label: Statistic\n", "", "", "statistic has no label"),
        *("add 'label: …'", "statistic:"),
    ),
    Edit(
        *("registers", "codes", "same_as: value_agreement", "same_as: mine", ""),
        *("is the same as 'mine', without codes", "add it to curation/registers/codes"),
    ),
    Edit(
        *("cell invisible", "codes", "label: Statistic", "label: Sta\u00adtistic"),
        *("codes claim_type statistic label", "invisible", "type the words again"),
    ),
]
_OTHER = "Other\n      definition: Another actor"
_NONE = "Nothing to compare"
_MACHINE = "same-proposition-multilateral-mechanisms-5-23aec4"
# A code that the tables are made with is missed where a row has it.
MADE_WITH = [
    Edit(
        *(f"cell code {table}.{column}", "codes", f"    {code}:\n      label: {label}"),
        f"    x{code}:\n      label: {label}",
        *(f"{table} {row} {column}", f"{code!r} is not a code of the list", f"{_USE}"),
        *(at, named),
    )
    for table, column, code, label, row, named, at in (
        ("claims", "reading", "plain", "Plain", "p01.c01", "p01", "c01"),
        ("posts", "language", "en", "English", "p01", "p01", "post p01"),
        ("posts", "post_type", "text", "Text", "p01", "p01", "post p01"),
        ("posts", "text_status", "present", "Present", "p01", "p01", "post p01"),
        ("numerals", "numeral_type", "decade", "Decade", "p01.n137", "p01", "n 1980s=date"),
        *(
            ("claim_propositions", column, code, label, row, "propositions", row[:7])
            for column, code, label, row in (
                ("value", "other", _OTHER, "p17.c34 users-investigated-195000"),
                ("unit", "none", _NONE, "p01.c03 measures-against-drugs"),
                ("period", "wider", "Wider", "p03.c04 satisfaction-above-96"),
                ("place", "same", "Same", "p01.c03 measures-against-drugs"),
            )
        ),
        ("consistency_checks", "found_by", "machine", "Machine", _MACHINE, "p08", "f04 five"),
    )
]
_SOURCE = "44news-illinois-marijuana"
_ABC = "abc-news-2017-10-26-opioid-emergency"
_ADDRESS = (
    "  address: https://44news.wevv.com/illinois-11th-state-to-legalize-recreational-use-of-"
    "marijuana/\n"
)
_SEARCHED = 'searched_on: "2026-11-27"\n'
_TERTIARY = "r247"
SOURCES = [
    *(
        Edit(
            *(f"cell code published_sources.{column}", "sources", f"{column}: {old}"),
            *(f"{column}: mine", f"published_sources {_SOURCE} {column}", "'mine' is not a code"),
            _USE,
        )
        for column, old in (
            ("language", "en"),
            ("source_type", "news"),
            ("read_as", "stored copy"),
            ("retrievable", '"yes"'),
        )
    ),
    *(
        Edit(
            *("cell pattern published_sources.address", "sources", "address: https", new),
            *(f"published_sources {_SOURCE} address", "does not have the form of this column"),
            "begin it with http:// or https://",
        )
        for new in ("address: javascript", "address: ftp")
    ),
    Edit(
        *("cell pattern published_sources.published", "sources", '"2022-09-01"', '"1.9.2022"'),
        *(
            "published_sources beijing-headline-2022-09-01-hundred-days published",
            "'1.9.2022' does",
        ),
        "write EDTF",
    ),
    Edit(
        *(
            "row published_sources: published names months and days that exi",
            "sources",
            '"2022-09-01"',
            '"2022-02-30"',
        ),
        *("published_sources beijing-headline-2022-09-01-hundred-days published", "that exist"),
        "write EDTF",
    ),
    *(
        Edit(
            *("cell day published_sources.read_on", "sources", 'read_on: "2026-11-23"', new),
            *(f"published_sources {_SOURCE} read_on", "is not a day as YYYY-MM-DD", "correct it"),
        )
        for new in ('read_on: "2026-02-30"', 'read_on: "20261123"')
    ),
    *(
        Edit(
            *(
                "row published_sources: retrievable is 'yes' if and only if ther",
                "sources",
                old,
                new,
            ),
            *(f"published_sources {_SOURCE} retrievable", "retrievable is 'yes' if and only if"),
            *("write yes where there is one", "retrievable:"),
        )
        for old, new in (
            ('retrievable: "yes"', 'retrievable: "no"'),
            (_ADDRESS, "  address: not_shown\n"),
        )
    ),
    Edit(
        *("", "sources", _ADDRESS, '  address: ""\n', ""),
        *(f"{_SOURCE}: address is empty", "write one value"),
    ),
    *(
        Edit(
            *(
                "row published_sources: title_en is in brackets if and only if n",
                "sources",
                old,
                new,
            ),
            *(f"published_sources {source} title_en", "in brackets if and only if no title was"),
            *("copy an English title, translate another", "title_en:"),
        )
        for old, new, source in (
            # brackets beside a title that was seen; none where no title was; English titles differ
            ("  title: not_shown\n", "  title: Illinois is next\n", _SOURCE),
            ('  title_en: "[Report on', '  title_en: "Report on', _SOURCE),
            ("  title_en: Trump declares", "  title_en: Trump would declare", _ABC),
        )
    ),
    Edit(
        *("cell pattern published_sources.searched_on", "sources", _SEARCHED),
        *('searched_on: "27.11.2026"\n', f"published_sources {_SOURCE} searched_on"),
        *("'27.11.2026' does not have the form", "write a day as 2026-01-31, or not_recorded"),
    ),
    *(
        Edit(
            *(
                "row published_sources: searched_on is a real day, or searched_o",
                "sources",
                _SEARCHED,
                f"searched_on: {day}\n",
            ),
            *(f"published_sources {_SOURCE} searched_on", "searched_on is a real day, or"),
            "write down the day",
        )
        for day in ('"2026-02-30"', "not_recorded")
    ),
    *(
        Edit("", "sources", old, "", "", f"{_SOURCE} has no {field}", "add '", f"{_SOURCE}:")
        for old, field in (
            (f"  {_SEARCHED}", "searched_on"),
            ("  published: not_shown\n", "published"),
        )
    ),
    Edit(
        *("cell code reference_checks.independence", "sources", "independence: independent"),
        *("independence: nobody", "reference_checks r277 independence", "'nobody' is not a code"),
        _USE,
    ),
    *(
        Edit(
            *("rule verdicts_follow_from_the_sources", "sources", old, new),
            *(f"reference_checks {check} independence", f"is a {kind} source"),
            *("write 'tertiary' as independence and as source_type", "independence:"),
        )
        for old, new, check, kind in (
            ("independence: independent", "independence: tertiary", "r277", "news"),
            ("independence: tertiary", "independence: repeats", _TERTIARY, "tertiary"),
        )
    ),
]
_HIGH = "  confidence: high\n"
_NOT_FOUND = '  searched_on: "2026-11-24"\n'
_NAMED = (
    "  source: china-news-service-2024-01-31-police-results\n  scope_agreement: same\n"
    "  name_agreement: same\n"
)
_TERTIARY_CHECK = (
    '  source_unit: day\n  source_period: "1839-06-03/1839-06-25"\n  scope_agreement: same\n'
    "  confidence: medium\n"
)
_TWO = "    - r003 p15.f07\n"
_JUDGED = (
    "  source: china-narcotics-control-net-2023-06-26-decade\n"
    '  source_value: "1070000"\n  source_qualifier: as_stated\n  source_unit: case\n'
    '  source_period: "2013/2022"\n  scope_agreement: {}\n  confidence: {}\n'
    f"decade-cases-again:\n  checks:\n{_TWO}"
)


def _checks(column: str = "", check: str = "r001") -> str:
    return f"reference_checks {check} {column}".strip()


CHECKS = [
    *(
        Edit(
            f"cell key reference_checks.{column}",
            *("reference_checks", old, new, _checks(column, check), reason, fix),
        )
        for column, old, new, check, reason, fix in (
            (
                *("figure_id", "r001 p03.f08", "r001 p03.f99", "r001", "unknown id 'p03.f99'"),
                "correct it, or add it to",
            ),
            (
                *("claim_id", "r243 p10.c03", "r243 p10.c99", "r243", "unknown id 'p10.c99'"),
                "correct it, or add it to",
            ),
            (
                *("mention_id", "r192 p12.m10", "r192 p12.m99", "r192", "unknown id 'p12.m99'"),
                "correct it, or add it to",
            ),
            (
                *("source_id", "source: china-narcotics-control-net", "source: china-net", "r001"),
                *("unknown id 'china-net-2023", "add it to sources.yaml"),
            ),
            (
                *("source_unit", "source_unit: case", "source_unit: stone", "r001"),
                *("unknown id 'stone'", "add it to units.yaml"),
            ),
        )
    ),
    # the verdict is not typed: a code that the tables are made with is missed where a row has it
    Edit(
        *("cell code reference_checks.verdict", "codes", "    matches:\n", "    agrees:\n"),
        *(_checks("verdict", "r295"), "'matches' is not a code of the list verdict"),
        *("say of the aspects whether they agree", "decade-suspects-cctv:", "reference_checks"),
    ),
    Edit(
        *("build", "reference_checks", "r001 p03.f08", "r1 p03.f08", ""),
        *("decade-cases: 'r1 p03.f08' does not have the form of a check", "write 'r001 p03.f08'"),
    ),
    Edit(
        *("cell unique reference_checks.check_id", "reference_checks", "r001 p03", "r002 p03"),
        *(_checks("check_id", "r002"), "duplicate check_id 'r002', also in line 9"),
        *("remove or rename one of the two", "- r002 p15"),
        alone=True,
    ),
    *(
        Edit(
            *(f"cell code reference_checks.{column}", "reference_checks", old, new),
            *(_checks(column, check), "is not a code of the list", _USE),
        )
        for column, old, new, check in (
            ("scope_agreement", "scope_agreement: same", "scope_agreement: maybe", "r001"),
            ("confidence", "confidence: high", "confidence: sure", "r001"),
            ("source_qualifier", "qualifier: as_stated", "qualifier: roughly", "r001"),
            *(
                (f"{name}_agreement", _HIGH, f"{_HIGH}  {name}_agreement: maybe\n", "r001")
                for name in ("value", "qualifier", "unit", "period", "name")
            ),
            ("count_status", _HIGH, f"{_HIGH}  count_status: open\n", "r001"),
        )
    ),
    *(
        Edit(
            *("cell number", "reference_checks", '"1070000"', f'"{value}"'),
            *(_checks("source_value"), f"{value!r} is not a number in plain digits", "correct it"),
        )
        for value in ("many", "NaN", "Infinity", "1e999999999", "9" * 30)
    ),
    Edit(
        *("cell minimum", "reference_checks", '"1070000"', '"-5"'),
        *(_checks("source_value"), "-5 is less than 0", "correct it"),
    ),
    Edit(
        *(
            "cell pattern reference_checks.value_as_printed",
            "reference_checks",
            "107萬起",
            "9" * 60,
        ),
        *(_checks("value_as_printed"), "does not have the form", "shorten it to 40 characters"),
    ),
    Edit(
        *("cell pattern reference_checks.source_period", "reference_checks"),
        *('source_period: "2013/2022"', "source_period: last year"),
        *(_checks("source_period"), "'last year' does not have the form", "write EDTF"),
    ),
    Edit(
        *("row reference_checks: source_period names months and days that", "reference_checks"),
        *('source_period: "2013/2022"', 'source_period: "2013-02-30"'),
        *(_checks("source_period"), "names months and days that exist", "write EDTF"),
    ),
    *(
        Edit(breaks, "reference_checks", _NOT_FOUND, new, _checks("searched_on", "r128"), *said)
        for breaks, new, said in (
            (
                *("cell pattern reference_checks.searched_on", '  searched_on: "24.11.2026"\n'),
                ("does not have the form", "write a day as 2026-01-31, or not_recorded"),
            ),
            (
                *(
                    "row reference_checks: searched_on is a real day, or searched_o",
                    '  searched_on: "2026-11-31"\n',
                ),
                ("searched_on is a real day, or", "write down the day"),
            ),
            (
                *("cell required", ""),
                ("must not be empty", "write a day as 2026-01-31, or", "smuggling-since-2013:"),
            ),
        )
    ),
    *(
        Edit(
            *("build", "reference_checks", _HIGH, f"{_HIGH}  {name}: {cell}\n", ""),
            *(f"decade-cases: {name} is that of the source", "remove it"),
        )
        for name, cell in (("searched_on", '"2026-11-24"'), ("query", "107万起"))
    ),
    *(
        Edit("", "reference_checks", _HIGH, f"{_HIGH}  {name}: {cell}\n", "", reason, fix)
        for name, cell, reason, fix in (
            # what follows is not typed
            ("verdict", "differs", "decade-cases: unknown field", "use one of checks"),
            ("independence", "repeats", "decade-cases: unknown field", "use one of checks"),
        )
    ),
    *(
        Edit(
            *(f"row reference_checks: {name}", "reference_checks", old, new),
            *(_checks(column, check), *said),
        )
        for name, old, new, column, check, said in (
            (
                *(
                    "all six aspects are filled, or none wher",
                    "  scope_agreement: same\n",
                    "",
                    "",
                    "r001",
                ),
                ("all six aspects are filled", "say of each whether it", "decade-cases:"),
            ),
            (
                *(
                    "all six aspects are filled, or none wher",
                    _NOT_FOUND,
                    f"{_NOT_FOUND}  scope_agreement: same\n",
                ),
                *("", "r128"),
                (
                    "or none where the verdict is not",
                    "say of each whether it",
                    "smuggling-since-2013:",
                ),
            ),
            (
                *("independence and confidence are filled i", _HIGH, "", "confidence", "r001"),
                ("filled if and only if there is a", "fill it, and independence", "decade-cases:"),
            ),
            (
                *("independence and confidence are filled i", _NOT_FOUND, f"{_NOT_FOUND}{_HIGH}"),
                *("confidence", "r128"),
                ("filled if and only if there is a", "neither where no source was found"),
            ),
            (
                *(
                    "source_value needs source_qualifier and ",
                    "  source_unit: case\n",
                    "",
                    "source_unit",
                    "r001",
                ),
                ("source_value needs source_qualifier", "add them", "decade-cases:"),
            ),
            (
                *(
                    "value, unit and period are compared, or ",
                    _HIGH,
                    f"{_HIGH}  period_agreement: not_compared\n",
                ),
                *("not_compared_reason", "r001"),
                ("or not_compared_reason says why not", "say why in not_compared", "decade-cases:"),
            ),
        )
    ),
    *(
        Edit(f"cell {kind}", "reference_checks", "note: The total", new, _checks("note"), *said)
        for kind, new, said in (
            ("look-alike", "note: The tоtal", ("mixes alphabets", "type the words again")),
            ("normal form", "note: The e\u0301tal", ("normal form C", "type the words again")),
            ("invisible", "note: The\u202e total", ("invisible", "type the words again")),
        )
    ),
    *(
        Edit("rule verdicts_follow_from_the_sources", "reference_checks", old, new, cell, *said)
        for old, new, cell, said in (
            (
                *(_HIGH, f"{_HIGH}  value_agreement: differs\n", _checks("value_agreement")),
                ("is 'differs', the numbers give 'same'", "or say why in agreement_reason"),
            ),
            (
                *(_HIGH, f"{_HIGH}  agreement_reason: So it is.\n", _checks("agreement_reason")),
                ("is filled, and everything follows without it", "correct it"),
            ),
            (
                *(
                    "  agreement_reason: The post's 'as many as' can stress",
                    "  note: It can stress",
                ),
                _checks("qualifier_agreement", "r256"),
                *(
                    (
                        *("is 'same', the numbers give 'differs'", "or say why in agreement_rea"),
                        "qualifier_agreement: same",
                    ),
                ),
            ),
            (
                *(_NAMED, _NAMED.replace("same", "not_compared"), _checks("verdict", "r100")),
                ("nothing was compared", "correct it", "hunting-owl-name:"),
            ),
            (
                *(_TERTIARY_CHECK, _TERTIARY_CHECK.replace("medium", "high")),
                _checks("confidence", "r241"),
                ("a tertiary source gives medium confidence", "write medium or low"),
            ),
        )
    ),
    # one figure in words of its own, judged otherwise than the other of the same source
    *(
        Edit(
            *("rule equal_checks_are_judged_alike", "reference_checks", _TWO, _JUDGED.format(*one)),
            *(_checks(column, "r003"), reason, "judge both alike, or code what tells", at),
        )
        for column, one, reason, at in (
            ("confidence", ("same", "low"), "is high, and low in r001", "confidence: high"),
            ("scope_agreement", ("part", "high"), "is same, and part in r001", "scope_agreement"),
        )
    ),
]
_C11 = "p01.c11:\n  conclusion: supported_by_claimant_only\n"
CLAIM_REVIEWS = [
    *(
        Edit("", "claim_reviews", old, new, "", *said)
        for old, new, said in (
            ("p01.c11:", "p01.11:", ("'p01.11' does not have the form of an id", "p[0-9]")),
            (
                "  reason: The count of Jan",
                "  note: The count of Jan",
                ("p01.c11: unknown field 'note'", "use one of conclusion"),
            ),
        )
    ),
    Edit(
        *("build", "claim_reviews", "p01.c11:", "p01.c99:", ""),
        *("unknown claim p01.c99", "correct it"),
    ),
    Edit(
        *("cell code claim_reviews.conclusion", "claim_reviews"),
        *("conclusion: contested", "conclusion: settled", "claim_reviews p10.c08 conclusion"),
        *("'settled' is not a code of the list conclusion", "decide it, with a reason"),
    ),
    Edit(
        *("row claim_reviews: not_checkable_reason is filled if and on", "claim_reviews"),
        *("conclusion: contested", "conclusion: not_checkable"),
        *("claim_reviews p10.c08 not_checkable_reason", "if and only if the conclusion is not_che"),
        *("conclude otherwise, or code the claim as", "p10.c08:"),
    ),
    Edit(
        *("rule readers_decide_what_the_table_leaves_open", "claim_reviews", "p01.c11:\n"),
        "p01.c17:\n  conclusion: supported_by_claimant_only\n  reason: So it is.\np01.c11:\n",
        *("claim_reviews p01.c17 conclusion_reason", "the conclusion follows without it"),
        *("remove the claim from", "reason: So it is"),
    ),
    # a reader must decide, and none has
    Edit(
        *("cell required", "claim_reviews", _C11, "p01.c17:\n  conclusion: differs\n"),
        *("claim_reviews p01.c11 conclusion", "must not be empty", "decide it, with a reason"),
        *("c11", "p01"),
    ),
]
REGISTERS = [
    *MADE_WITH,
    *UNUSED,
    *OPERATIONS,
    *ENTITIES,
    *TALKING_POINTS,
    *CODES,
    *SOURCES,
    *CHECKS,
    *CLAIM_REVIEWS,
]
