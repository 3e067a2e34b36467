"""Wrong edits of targets, evaluations and their words, and of the two codings."""

from tests.edits.edits import Edit

_USE = "use one of"
_EXISTS = "name one that exists"
_AGAIN = "run python -m scripts.compare again"
_FRUITS = "  e fruits = accomplished country CN\n"
_USERS = "      population drug users\n  c03"
_PART = "      part_of f08\n      unit"
_ROW = "p02.claim.0-56,claim_type,p02,claim,0,56,0,56,both,"
_EXACT = "claim_exact.CN,claim_exact,,CN,412,375,321,0.856,0.779,0.816,,,0.788,0.845"

TARGETS = [
    Edit(
        *("cell code claims.target_country", "p03", "drug_users CN\n    f02"),
        *("drug_users XX\n    f02", "claims p03.c03 target_country", "'XX' is not a code", _USE),
    ),
    Edit(
        *("row claims.target_has_a_country", "p03", "country CN\n    repaired"),
        *("country\n    repaired", "claims p03.c01 target_country", "have one", "'KIND COUNTRY'"),
    ),
    Edit(
        *("rule another_stance_needs_its_reason", "p03", "country CN\n    repaired"),
        "country CN\n    stance neutral : So it is.\n    repaired",
        *("claims p03.c01 stance_override_reason", "the stance follows", "remove the line"),
    ),
    Edit(
        *(
            "rule equal_quotes_have_equal_codes",
            "p14",
            "is statistic other",
            "is statistic politics",
        ),
        *("claims p14.c04 theme", "and other in p11.c01", "code both alike"),
    ),
]
EVALUATIONS = [
    *(
        Edit(
            f"cell code evaluations.{column}", "p03", _FRUITS, f"  e fruits = {new}\n", cell, *said
        )
        for column, new, cell, said in (
            (
                "target",
                "accomplished nation CN",
                "evaluations p03.v295 target",
                ("'nation' is not a code", _USE),
            ),
            (
                *("target_country", "accomplished country XX"),
                *("evaluations p03.v295 target_country", ("'XX' is not a code", _USE)),
            ),
            (
                *("voice", "accomplished country CN : shouted"),
                *("evaluations p03.v295 voice", ("'shouted' is not a code", _USE)),
            ),
        )
    ),
    Edit(
        *("row evaluations.target_has_a_country", "p03", _FRUITS),
        "  e fruits = accomplished country\n",
        *("evaluations p03.v295 target_country", "have one", "'KIND COUNTRY'"),
    ),
    Edit(
        *(
            "cell key evaluations.evaluative_word_id",
            "p03",
            _FRUITS,
            "  e fruits = fruity country CN\n",
        ),
        *("evaluations p03.v295 evaluative_word_id", "unknown id 'fruity'", _EXISTS),
        alone=True,
    ),
    Edit(
        *("cell code evaluative_words.polarity", "evaluative_words"),
        "wisdom:\n  polarity: favourable",
        "wisdom:\n  polarity: nice",
        *("evaluative_words wisdom polarity", "'nice' is not a code", _USE),
        alone=True,
    ),
    Edit(
        *("row evaluative_words.sense_and_counter_sense_differ", "evaluative_words"),
        '  counts: "of accusations, evidence, claims"\n',
        '  counts: "false documents of offenders"\n',
        *("evaluative_words baseless does_not_count", "two things", "say what does not count"),
        "does_not_count: ",
    ),
]
FIGURES = [
    Edit(
        *(
            "cell key figures.part_of_figure_id",
            "p03",
            "part_of f08\n      unit",
            "part_of f99\n      unit",
        ),
        *("figures p03.f04 part_of_figure_id", "unknown id 'p03.f99'", _EXISTS),
    ),
    Edit(
        *(
            "rule parts_fit_into_their_whole",
            "p03",
            "part_of f08\n      unit",
            "part_of f01\n      unit",
        ),
        *("figures p03.f04 part_of_figure_id", "is counted in person", "name the whole"),
    ),
    Edit(
        *(
            "cell key figures.population_sentence_id",
            "p03",
            _USERS,
            _USERS.replace("users\n", "users @ s99\n"),
        ),
        *("figures p03.f01 population_sentence_id", "unknown id 'p03.s99'", _EXISTS),
    ),
    Edit(
        *("row figures.population_with_population_sentence_id", "p03", _USERS),
        _USERS.replace("drug users", "fish"),
        *("figures p03.f01 population", "filled together", "'fish' is in no sentence"),
    ),
]
CODINGS = [
    *(
        Edit(breaks, "codings", _ROW, new, cell, reason, fix, *at, alone=True)
        for breaks, new, cell, reason, fix, *at in (
            (
                *("cell code codings.coded_by", _ROW.replace("both", "none")),
                *("codings p02.claim.0-56 claim_type coded_by", "'none' is not a code", _USE),
            ),
            (
                *("cell code codings.unit_type", _ROW.replace(",claim,", ",word,")),
                *("codings p02.claim.0-56 claim_type unit_type", "'word' is not a code", _USE),
            ),
            (
                *("cell key codings.post_id", _ROW.replace(",p02,", ",p99,")),
                *("codings p02.claim.0-56 claim_type post_id", "unknown id 'p99'", _EXISTS),
            ),
            (
                *("cell pattern codings.field", _ROW.replace("claim_type", "Type")),
                *("codings p02.claim.0-56 Type field", "does not have the form", "correct it"),
            ),
            (
                *("cell pattern codings.unit_id", _ROW.replace("p02.claim.0-56", "p02.0-56")),
                *("codings p02.0-56 claim_type unit_id", "does not have the form", "correct it"),
            ),
            (
                *("cell unique codings.unit_id", _ROW.replace("claim_type", "mode")),
                *("codings p02.claim.0-56 mode unit_id", "duplicate unit_id field", "remove or"),
                "p02.claim.0-56,mode",
            ),
            (
                *("row codings.coded_by_says_which", _ROW.replace("both", "first")),
                *("codings p02.claim.0-56 claim_type coded_by", "only the second coding", _AGAIN),
            ),
            (
                *("row codings.id_of_unit_and_span", _ROW.replace(",0,56,0,", ",0,57,0,")),
                *("codings p02.claim.0-56 claim_type unit_id", "made of post_id", _AGAIN),
            ),
            (
                *(
                    "row codings.second_start_and_second_end_together",
                    _ROW.replace(",0,56,both", ",0,,both"),
                ),
                *("codings p02.claim.0-56 claim_type second_end", "filled together", _AGAIN),
            ),
        )
    ),
    *(
        Edit(breaks, "agreement", _EXACT, new, cell, reason, fix)
        for breaks, new, cell, reason, fix in (
            (
                *("cell code coding_agreement.about", _EXACT.replace(",CN,", ",XX,")),
                *("coding_agreement claim_exact.CN about", "'XX' is not a code", _USE),
            ),
            (
                *("row coding_agreement.bounds_hold_the_measure", _EXACT.replace("0.788", "0.888")),
                *("coding_agreement claim_exact.CN high", "low is at most high", _AGAIN),
            ),
            (
                *("row coding_agreement.low_and_high_together", _EXACT.replace("0.788", "")),
                *("coding_agreement claim_exact.CN high", "filled together", _AGAIN),
            ),
        )
    ),
]
JUDGEMENTS = [*TARGETS, *EVALUATIONS, *FIGURES, *CODINGS]
