"""Wrong edits of the links, the consistency checks and the agreement of the codings."""

from tests.edits.edits import Edit

_USE = "use one of "
_CURBED = "  p03.c07\n  p01.c04 items=narrower\n"
_MEASURES = "  p01.c03\n  p14.c09 purpose=wider\n"
_MACHINE = "same-proposition-multilateral-mechanisms-5-23aec4"
_FORMULA = "formula: share p03.f13 p03.f12 = p03.f14"

PROPOSITIONS = [
    *(
        Edit(breaks, "propositions", old, new, cell, reason, fix, at)
        for breaks, old, new, cell, reason, fix, at in (
            (
                *("build", _MEASURES, "", "", "measures-against-drugs has no claims"),
                *("add the claims", "measures-against-drugs:"),
            ),
            *(
                ("build", "drug-crime-", f"{line}\ndrug-crime-", "", reason, fix, "")
                for line, reason, fix in (
                    (
                        "apart: p03.c07 p01.c04",
                        "p03.c07 and p01.c04 are apart and both state drug-crime-curbed",
                        "decide for one of the two",
                    ),
                    ("apart: p03.c07 p01.c99", "unknown claim p01.c99", "file of its post"),
                    ("apart: p03.c07", "'apart' needs two or more different", "add one"),
                    ("apart: p03.c07 p03.c07", "'apart' needs two or more different", "add one"),
                )
            ),
            (
                *("cell key claim_propositions.claim_id", "p01.c04 items", "p01.c99 items"),
                *("claim_propositions p01.c99 drug-crime-curbed claim_id", "unknown id 'p01.c99'"),
                *("correct it, or add it to", ""),
            ),
            (
                *("cell key propositions.basis_claim_id", "  p03.c07", "  p03.c99"),
                *("propositions drug-crime-curbed basis_claim_id", "unknown id 'p03.c99'"),
                *("correct it, or add it to", "drug-crime-curbed:"),
            ),
            (
                *("cell unique claim_propositions.claim_id", _CURBED, f"{_CURBED}  p03.c07\n"),
                *("claim_propositions p03.c07 drug-crime-curbed claim_id", "duplicate claim_id"),
                *("remove or rename one of the two", ""),
            ),
            *(
                (
                    *(breaks, _CURBED, _CURBED.replace("items=narrower", term)),
                    *(f"claim_propositions p01.c04 drug-crime-curbed {column}", reason, fix, ""),
                )
                for name in ("actor", "items", "purpose")
                for breaks, term, column, reason, fix in (
                    (
                        *(f"cell code claim_propositions.{name}", f"{name}=smaller", name),
                        *("'smaller' is not a code of the list compared", _USE),
                    ),
                    (
                        *(
                            "row claim_propositions: actor, items and purpose are the same, n",
                            f"{name}=none",
                        ),
                        *("actor", "actor, items and purpose", "leave it out for same"),
                    ),
                )
            ),
            (
                *(
                    "row propositions: a text ends with a full stop",
                    "has been curbed.",
                    "has been curbed",
                ),
                *("propositions drug-crime-curbed text", "ends with a full stop"),
                *("end it with '.'", ""),
            ),
            (
                *("cell script", "has been curbed.", "has b\u0435en curbed."),
                *("propositions drug-crime-curbed text", "has 'е', a letter"),
                *("type the words again", ""),
            ),
            (
                *("rule propositions_are_stated_twice", _MEASURES, "  p01.c03\n"),
                *("propositions measures-against-drugs proposition_id", "fewer than two claims"),
                *("add the other claims", "measures-against-drugs:"),
            ),
        )
    ),
    Edit(
        *("cell unique propositions.proposition_id", "propositions", "drug-crime-curbed:"),
        *("measures-against-drugs:", "propositions measures-against-drugs proposition_id"),
        *("duplicate proposition_id", "remove or rename one of the two"),
        alone=True,
    ),
]
CONSISTENCY = [
    *(
        Edit("build", "consistency", old, new, "", reason, fix)
        for old, new, reason, fix in (
            (
                *(
                    "slip p03.c65 |",
                    "slip p03.c99 |",
                    "year-for-word-students: unknown id 'p03.c99'",
                ),
                "write 'ROLE ID' or 'ROLE ID | WORDS'",
            ),
            (
                *("| cases have been seized", "| cases were seized"),
                *("the words 'cases were seized' are not in p10.c29", "write 'ROLE ID'"),
            ),
            ("opium-weight:", f"{_MACHINE}:", "is the id of a check found by machine", "rename it"),
        )
    ),
    *(
        Edit(
            *(f"cell code consistency_checks.{column}", "consistency", f"{column}: {old}"),
            *(f"{column}: mine", f"consistency_checks year-for-word-drug-and-crime {column}"),
            *("'mine' is not a code of the list", fix),
        )
        for column, old, fix in (
            ("check_type", "wording", _USE),
            ("outcome", "fails", "write holds, fails or unclear, or a formula"),
            ("basis", "text", _USE),
            ("confidence", "high", _USE),
        )
    ),
    Edit(
        *("cell code consistency_items.item_role", "consistency", "slip p12.c21", "oddity p12.c21"),
        *("consistency_items responsible-comrade 1 item_role", "'oddity' is not a code", _USE),
    ),
    Edit(
        *("cell required", "consistency", "  outcome: fails\n", ""),
        *("consistency_checks year-for-word-drug-and-crime outcome", "must not be empty"),
        *("write holds, fails or unclear, or a formula", "year-for-word-drug-and-crime:"),
    ),
    Edit(
        *("cell key consistency_checks.reference_check_id", "consistency"),
        *("reference_check: r038", "reference_check: r938"),
        *("consistency_checks arrests-in-five-months reference_check_id", "unknown id 'r938'"),
        "correct it, or add it to",
    ),
    Edit(
        *("row consistency_checks: a finding that rests on a published sour", "consistency"),
        *("basis: text", "basis: published_source"),
        *(
            "consistency_checks year-for-word-drug-and-crime reference_check_id",
            "and only that, names",
        ),
        *("give both basis: published_source and reference_check", "year-for-word-drug-and-crime:"),
    ),
    Edit(
        *("rule checks_have_items_of_their_own", "consistency"),
        *("reference_check: r038", "reference_check: r001"),
        *("consistency_checks arrests-in-five-months reference_check_id", "r001 is of none of its"),
        "name another",
    ),
    Edit(
        *("rule formulas_can_be_computed", "consistency", _FORMULA),
        "formula: share p03.f98 p03.f12 = p03.f14",
        *("consistency_checks felony-rate formula", "there is no figure 'p03.f98'", "correct it"),
    ),
    Edit(
        *("rule formulas_can_be_computed", "consistency", _FORMULA),
        "formula: share p03.f13 = p03.f14",
        *("consistency_checks felony-rate formula", "none of the forms 'sum FIGURE FIGURE … ="),
        "correct it",
    ),
    Edit(
        *("rule derived_cells_follow consistency_checks.outcome", "consistency", "  formula: days"),
        "  outcome: fails\n  formula: days",
        *(
            "consistency_checks humen-days outcome",
            "is 'fails', should be 'holds'",
            "remove it, or",
        ),
    ),
    Edit(
        *("cell invisible", "consistency", "finding: Crimes", "finding: Cri\u200bmes"),
        *("consistency_checks arrested-crimes finding", "invisible", "type the words again"),
    ),
]
_AGAIN = "run python -m scripts.compare again"
_UNITS = "US,92,92,92,1,1,1,,,"
_ROLE = "sentence.sentence_role.US,sentence,sentence_role,US,92,92,92,,,,1,1,"
AGREEMENT = [
    *(
        Edit(breaks, "agreement", old, new, f"coding_agreement {cell}", reason, fix)
        for breaks, old, new, cell, reason, fix in (
            *(
                (f"row coding_agreement: {name}", _UNITS, f"US,92,92,92,{cells},", *said, _AGAIN)
                for name, cells, *said in (
                    (
                        *("a row without field has f1, a row with f", "1,1,1,0.5,"),
                        *("sentence.US field", "a row without field has f1"),
                    ),
                    ("alpha needs field", "1,1,1,,0.5", "sentence.US field", "alpha needs field"),
                    (
                        *("precision and recall and f1 are filled t", "1,,1,,"),
                        *("sentence.US f1", "filled together or not at all"),
                    ),
                    (
                        *(
                            "precision is matched_count / second_coun",
                            "0.9,1,1,,",
                            "sentence.US precision",
                        ),
                        "precision is matched_count / second",
                    ),
                    (
                        *(
                            "recall is matched_count / first_count",
                            "1,0.9,1,,",
                            "sentence.US recall",
                        ),
                        "recall is matched_count / first",
                    ),
                    (
                        *(
                            "f1 is matched_count over the mean of fir",
                            "1,1,0.9,,",
                            "sentence.US f1",
                        ),
                        "f1 is matched_count over the mean",
                    ),
                )
            ),
            *(
                (breaks, _ROLE, _ROLE.replace(old, new, 1), f"sentence.{cell}", reason, fix)
                for breaks, old, new, cell, reason, fix in (
                    (
                        *(
                            "row coding_agreement: matched_count is at most first_count and",
                            "92,92,92",
                            "92,92,93",
                        ),
                        *("sentence_role.US matched_count", "matched_count is at most", _AGAIN),
                    ),
                    (
                        *(
                            "row coding_agreement: agreement_id is unit_type, field and cou",
                            "role.",
                            "rol.",
                        ),
                        *("sentence_rol.US agreement_id", "is unit_type, field and", _AGAIN),
                    ),
                    (
                        *("rule fields_were_compared_on_all_matched_units", "92,92,92", "93,92,92"),
                        *("sentence_role.US matched_count", "the counts are not those of sentence"),
                        "compare the codings again",
                    ),
                    (
                        *("cell pattern coding_agreement.field", ",sentence_role,", ",Role,"),
                        *("sentence_role.US field", "'Role' does not have the form", "correct it"),
                    ),
                    (
                        *("cell number", ",1,1,", ",1,nan,", "sentence_role.US alpha"),
                        *("'nan' is not a number", "correct it"),
                    ),
                    (
                        *("cell white space", "sentence_role,US", "sentence_role ,US"),
                        *("sentence_role.US field", "has white space around", "type the words"),
                    ),
                )
            ),
            (
                *("cell maximum", _UNITS, "US,92,92,92,1.5,1,1,,,", "sentence.US precision"),
                *("1.5 is more than 1", "correct it"),
            ),
            (
                *("cell code coding_agreement.unit_type", "claim_exact,claim_exact"),
                *("claim_exakt,claim_exakt", "claim_exakt unit_type", "'claim_exakt' is not", _USE),
            ),
            (
                *("cell pattern coding_agreement.agreement_id", "claim_exact,claim_exact"),
                *("claim-exact,claim_exact", "claim-exact agreement_id", "does not have the form"),
                "correct it",
            ),
            (
                *("cell unique coding_agreement.agreement_id", "claim.mode,claim,mode"),
                *("claim.claim_type,claim,claim_type", "claim.claim_type agreement_id"),
                *("duplicate agreement_id", "remove or"),
            ),
        )
    ),
    Edit(
        "",
        "agreement",
        ",high\n",
        ",higher\n",
        "",
        "the rows are not those",
        "scripts.compare makes",
    ),
]
FORMS = [
    Edit("", "propositions", old, new, "", f"cannot read '{words}", "write 'ID: TEXT', with an ID")
    for old, new, words in (
        ("drug-crime-curbed:", "p03.c07 p01.c04\ndrug-crime-curbed:", "p03.c07 p01.c04'"),
        (_CURBED, _CURBED.replace("items", "value"), "  p01.c04 value=narrower'"),
        (_CURBED, _CURBED.replace("  p03.c07", "  p03.c07 same"), "  p03.c07 same'"),
        (_CURBED, _CURBED.replace("er\n", "er items=wider\n"), "  p01.c04 items=narrower items=w"),
    )
]
LINKS = [*FORMS, *PROPOSITIONS, *CONSISTENCY, *AGREEMENT]
