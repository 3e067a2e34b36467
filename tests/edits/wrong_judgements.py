"""Wrong edits of targets, evaluations and their words, and of the two codings."""

from tests.edits.edits import Edit

_USE = "use one of"
_EXISTS = "correct it, or add it to"
_AGAIN = "run python -m scripts.compare again"
_FRUITS = "  e fruits = accomplished country CN\n"
_USERS = "      population drug users\n  c03"
_PART = "      part_of f08\n      unit"
_ROW = "p01.claim.122-293,claim_type,claims,p01.c03,p01,122,293,122,293,both,"
_DRAWN = "claims-20261127"
_READ = f"{_DRAWN},claims,p01.c30,language_model,,2026-11-27,right,,,,,"
_SENTENCE = "sentence.US,sentence,,US,92,92,92,1,1,1,,,1,1"

TARGETS = [
    Edit(
        *("cell code claims.target_country", "p03", "drug_users CN\n    f02"),
        *("drug_users XX\n    f02", "claims p03.c03 target_country", "'XX' is not a code", _USE),
    ),
    Edit(
        *(
            "row claims: 'none' and international bodies have no ",
            "p03",
            "country CN\n    repaired",
        ),
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
        *("row evaluations: 'none' and international bodies have no ", "p03", _FRUITS),
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
        *("row evaluative_words: what counts and what does not are two th", "evaluative_words"),
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
        *("row figures: population and population_sentence_id ar", "p03", _USERS),
        _USERS.replace("drug users", "fish"),
        *("figures p03.f01 population", "filled together", "'fish' is in no sentence"),
    ),
]
CODINGS = [
    *(
        Edit(breaks, "codings", _ROW, new, f"codings {cell}", reason, fix, *at)
        for breaks, new, cell, reason, fix, *at in (
            (
                *("cell code codings.coded_by", _ROW.replace("both", "none")),
                *("p01.claim.122-293 claim_type coded_by", "'none' is not a code", _USE),
            ),
            (
                *("cell pattern codings.table", _ROW.replace(",claims,", ",Claims,")),
                *("p01.claim.122-293 claim_type table", "does not have the form", "correct it"),
            ),
            (
                *("cell key codings.post_id", _ROW.replace(",p01,", ",p99,")),
                *("p01.claim.122-293 claim_type post_id", "unknown id 'p99'", _EXISTS),
            ),
            (
                *("cell pattern codings.field", _ROW.replace("claim_type", "Type")),
                *("p01.claim.122-293 Type field", "does not have the form", "correct it"),
            ),
            (
                *("cell pattern codings.unit_id", _ROW.replace(".claim.", ".")),
                *("p01.122-293 claim_type unit_id", "does not have the form", "correct it"),
            ),
            (
                *("cell unique codings.unit_id", _ROW.replace("claim_type", "mode")),
                *("p01.claim.122-293 mode unit_id", "duplicate unit_id field", "remove or"),
                "p01.claim.122-293,mode",
            ),
            (
                *(
                    "row codings: only the second coding has a unit withou",
                    _ROW.replace("both", "first"),
                ),
                *("p01.claim.122-293 claim_type coded_by", "only the second coding", _AGAIN),
            ),
            *(
                (
                    *(
                        "row codings: unit_id begins with post_id and ends wit",
                        _ROW.replace(old, new),
                    ),
                    *(f"{unit} claim_type unit_id", "begins with post_id and ends with", _AGAIN),
                )
                for old, new, unit in (
                    (",122,293,122,", ",122,294,122,", "p01.claim.122-293"),
                    ("p01.claim", "p02.claim", "p02.claim.122-293"),
                )
            ),
            *(
                (
                    *("rule codings_lead_to_rows_of_their_table", _ROW.replace(old, new)),
                    *(f"p01.{kind}.122-293 claim_type {column}", reason, "compare the codings"),
                )
                for old, new, kind, column, reason in (
                    (
                        ",claims,",
                        ",phrases,",
                        "claim",
                        "table",
                        "is not claims, as unit_id gives it",
                    ),
                    (".claim.", ".word.", "word", "table", "is not known, as unit_id gives it"),
                    ("p01.c03", "p01.c99", "claim", "row_id", "claims has no row p01.c99"),
                    ("p01.c03", "p01.c04", "claim", "row_id", "claims has no row p01.c04 that may"),
                )
            ),
            (
                "row codings: second_start and second_end are filled t",
                *(_ROW.replace("293,both", ",both"), "p01.claim.122-293 claim_type second_end"),
                *("filled together", _AGAIN),
            ),
        )
    ),
    *(
        Edit(breaks, "agreement", _SENTENCE, new, f"coding_agreement {cell}", reason, fix)
        for breaks, new, cell, reason, fix in (
            (
                *("cell code coding_agreement.about", _SENTENCE.replace(",US,", ",XX,")),
                *("sentence.US about", "'XX' is not a code", _USE),
            ),
            (
                *("row coding_agreement: low is at most high", f"{_SENTENCE[:-1]}0.5"),
                *("sentence.US high", "low is at most high", _AGAIN),
            ),
            (
                *("row coding_agreement: low and high are filled together or not ", _SENTENCE[:-1]),
                *("sentence.US high", "filled together", _AGAIN),
            ),
        )
    ),
]
REVIEWS = [
    Edit(breaks, _DRAWN, _READ, new, f"row_reviews claims-20261127 p01.c30 {column}", *said)
    for breaks, new, column, *said in (
        (
            "cell code row_reviews.reader",
            _READ.replace("language_model", "nobody"),
            "reader",
            "'nobody' is not a code",
            _USE,
        ),
        (
            "cell day row_reviews.read_on",
            _READ.replace("11-27", "11-31"),
            "read_on",
            "is not a day as",
            "correct it",
        ),
        (
            "cell code row_reviews.review_verdict",
            _READ.replace("right", "good"),
            "review_verdict",
            "'good' is not a code",
            _USE,
        ),
        (
            "cell code row_reviews.answer",
            _READ.replace("right,,,,,", "wrong,theme,,,done,"),
            "answer",
            "'done' is not a code",
            _USE,
        ),
        (
            "cell pattern row_reviews.column",
            _READ.replace("right,,", "right,Theme,"),
            "column",
            "does not have the form",
            "correct it",
        ),
        (
            "cell pattern row_reviews.table",
            _READ.replace(",claims,", ",Claims,"),
            "table",
            "does not have the form",
            "correct it",
        ),
        (
            "rule reviews_name_their_table_and_its_columns",
            _READ.replace(",claims,", ",figures,"),
            "table",
            "not the table of the drawing",
            "curation/reviews",
        ),
        (
            "rule reviews_name_their_table_and_its_columns",
            _READ.replace("right,,", "right,colour,"),
            "column",
            "claims has no column colour",
            "curation/reviews",
        ),
        (
            "row row_reviews: a row that a reader calls wrong has an a",
            _READ.replace("right,", "wrong,"),
            "answer",
            "has an answer",
            "corrected or kept",
        ),
        (
            "row row_reviews: a row that was kept says why",
            _READ.replace("right,,,,,", "wrong,theme,,,kept,"),
            "answer_reason",
            "says why",
            "name the rule",
        ),
        (
            "cell unique row_reviews.review",
            f"{_READ}\n{_READ}",
            "review",
            "duplicate review row_id",
            "remove or",
            _DRAWN,
        ),
        (
            "row row_reviews: answer_reason needs answer",
            f"{_READ}So it is.",
            "answer",
            "needs answer",
            "corrected or kept",
        ),
    )
]
JUDGEMENTS = [*TARGETS, *EVALUATIONS, *FIGURES, *CODINGS, *REVIEWS]
