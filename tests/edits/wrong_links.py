"""Wrong edits of the links, the consistency checks and the agreement of the codings."""

from tests.edits.edits import Edit

_USE = "use one of "
_DEEPENED = "  p07.c01 same\n  p17.c01 same\n  p11.c05 scope\n  p13.c04 scope\n"
_PAIR = "p10.s23 p10.s36 verbatim"
_SEIZED = "same-proposition-drugs-seized-2013-2022-drugs-seized-level-kilogram"
_FORMULA = "formula: share p03.f13 p03.f12 = p03.f14"

PROPOSITIONS = [
    Edit(
        *("build", "propositions", "  p07.c01 same", "  p07.c99 same", "", "unknown claim p07.c99"),
        "name a claim of curation/posts",
    ),
    Edit(
        *("build", "propositions", "  p17.c01 same", "  p17.c01 same\n  p17.c01 same", ""),
        *("p17.c01 is already in drug-control-deepened", "a claim has one proposition"),
    ),
    Edit(
        *("build", "propositions", "drug-control-deepened:", "p07-c05:", ""),
        *("duplicate id p07-c05, a claim's own proposition", "rename it"),
    ),
    Edit(
        *("build", "propositions", "drug-control-deepened:", "crackdown-deepened:", ""),
        *("duplicate id crackdown-deepened, also in line 14", "rename it", "crackdown-deepened: C"),
    ),
    Edit(
        *("build", "propositions", _DEEPENED, "", "", "drug-control-deepened has no claims"),
        *("add the claims, or remove the group", "drug-control-deepened:"),
    ),
    *(
        Edit("build", "propositions", "# Work against", f"{line}\n# Work against", "", reason, fix)
        for line, reason, fix in (
            (
                *("apart: p07.c01 p17.c01", "p07.c01 and p17.c01 are apart and both in drug-cont"),
                "decide for one of the two",
            ),
            ("apart: p07.c01 p17.c99", "unknown claim p17.c99", "name a claim of curation/posts"),
            ("apart: p07.c01", "'apart' needs two or more different claims", "add one"),
            (
                "p07.c01 p17.c01",
                "cannot read 'p07.c01 p17.c01'",
                "write 'ID: TEXT', with an ID such",
            ),
        )
    ),
    Edit(
        *(
            "cell code claims.claim_agreement",
            "propositions",
            "  p07.c01 same",
            "  p07.c01 similar",
        ),
        *("claims p07.c01 claim_agreement", "'similar' is not a code", f"{_USE}value, qualifier"),
    ),
    Edit(
        *("rule agreements_follow_from_the_terms", "propositions"),
        *("  p07.c01 same", "  p07.c01 period"),
        *("claims p07.c01 claim_agreement", "is period, but no period differs", "correct the code"),
    ),
    Edit(
        *("rule agreements_follow_from_the_terms", "propositions"),
        *(_DEEPENED, _DEEPENED.replace("same", "scope")),
        *("claims p07.c01 claim_agreement", "no claim of the proposition is the same as its text"),
        "correct the code, or the claim",
    ),
    Edit(
        *("rule agreements_follow_from_the_terms", "propositions", _DEEPENED, "  p07.c01 same\n"),
        *("claims p07.c01 claim_agreement", "is filled, and no other claim asserts the same"),
        *("add the other claims, or remove the group", "p07.c01 same"),
    ),
    Edit(
        *("row propositions.shared_text_is_curated", "propositions", _DEEPENED, "  p07.c01 same\n"),
        *("propositions drug-control-deepened text_basis", "the text is curated where, and only"),
        *("add the other claims, or remove the group", "drug-control-deepened:"),
    ),
    Edit(
        *("row propositions.text_ends", "propositions", "anti-drug efforts.", "anti-drug efforts"),
        *("propositions drug-control-deepened text", "ends with a full stop", "end it with '.'"),
    ),
    Edit(
        *("cell script", "propositions", "anti-drug efforts.", "anti-drug \u0435fforts."),
        *("propositions drug-control-deepened text", "has 'е', a letter", "type the words again"),
    ),
]
PARALLELS = [
    Edit(
        *("cell key parallels.other_sentence_id", "parallels", _PAIR, "p10.s23 p10.s99 verbatim"),
        *("parallels p10.s23 p10.s99 other_sentence_id", "unknown id 'p10.s99'", "one that exists"),
    ),
    Edit(
        *("cell key parallels.sentence_id", "parallels", _PAIR, "p10.s00 p10.s36 verbatim"),
        *("parallels p10.s00 p10.s36 sentence_id", "unknown id 'p10.s00'", "one that exists"),
    ),
    Edit(
        *("cell code parallels.relation", "parallels", _PAIR, "p10.s23 p10.s36 copied"),
        *("parallels p10.s23 p10.s36 relation", "'copied' is not a code", f"{_USE}verbatim"),
    ),
    Edit(
        *("row parallels.first_comes_first", "parallels", _PAIR, "p10.s36 p10.s23 verbatim"),
        *("parallels p10.s36 p10.s23 other_sentence_id", "comes before other_sentence_id"),
        "name the sentence that comes first, first",
    ),
    Edit(
        *("row parallels.first_comes_first", "parallels", _PAIR, "p10.s23 p10.s23 verbatim"),
        *("parallels p10.s23 p10.s23 other_sentence_id", "comes before other_sentence_id"),
        "name the sentence that comes first, first",
    ),
    *(
        Edit(
            *("rule verbatim_pairs_have_the_same_words", "parallels", _PAIR, new),
            *(f"parallels {new.rpartition(' ')[0]} relation", reason, "the same words in order"),
        )
        for new, reason in (
            ("p10.s23 p10.s36 template", "the sentences have the same words"),
            ("p06.s01 p10.s23 verbatim", "the sentences have other words"),
        )
    ),
    *(
        Edit("build", "parallels", _PAIR, new, "", reason, fix)
        for new, reason, fix in (
            (
                "p10.s23 p10.s36 apart",
                "p10.s23 and p10.s36 have the same words",
                "write 'verbatim'",
            ),
            (f"{_PAIR}\np10.s23 p10.s36 apart", "duplicate pair, also in line 4", "keep one"),
            (f"{_PAIR}\np10.s01 p10.s99 apart", "unknown sentence p10.s99", "name a sentence of"),
        )
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
            ("opium-weight:", f"{_SEIZED}:", "is the id of a check found by machine", "rename it"),
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
        "name one that exists",
    ),
    Edit(
        *("row consistency_checks.source_names_reference_check", "consistency"),
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
_EXACT = "558,509,436,0.857,0.781,0.817,,"
AGREEMENT = [
    Edit(
        *("cell maximum", "agreement", "0.972", "1.5", "coding_agreement claim precision"),
        *("1.5 is more than 1", "correct it"),
    ),
    *(
        Edit(f"row coding_agreement.{name}", "agreement", _EXACT, new, cell, reason, _AGAIN)
        for name, new, cell, reason in (
            (
                *("units_have_f1_fields_have_agreement", "558,509,436,0.857,0.781,0.817,0.5,"),
                *("coding_agreement claim_exact field", "a row without field has f1"),
            ),
            (
                *("alpha_needs_field", "558,509,436,0.857,0.781,0.817,,0.5"),
                *("coding_agreement claim_exact field", "alpha needs field"),
            ),
            (
                *("precision_and_recall_and_f1_together", "558,509,436,0.857,,0.817,,"),
                *("coding_agreement claim_exact f1", "filled together or not at all"),
            ),
            (
                *("precision_follows", "558,509,436,0.858,0.781,0.817,,"),
                *("coding_agreement claim_exact precision", "precision is matched_count / second"),
            ),
            (
                *("recall_follows", "558,509,436,0.857,0.780,0.817,,".replace("0.780", "0.79")),
                *("coding_agreement claim_exact recall", "recall is matched_count / first"),
            ),
            (
                *("f1_follows", "558,509,436,0.857,0.781,0.827,,"),
                *("coding_agreement claim_exact f1", "f1 is matched_count over the mean"),
            ),
        )
    ),
    Edit(
        *("row coding_agreement.matched_at_most_both", "agreement"),
        *("claim.mode,claim,mode,,558,509,495", "claim.mode,claim,mode,,558,509,510"),
        *("coding_agreement claim.mode matched_count", "matched_count is at most", _AGAIN),
    ),
    Edit(
        *("row coding_agreement.id_of_unit_field_and_country", "agreement"),
        *("claim.claim_type,claim", "claim.claim_typ,claim"),
        *("coding_agreement claim.claim_typ agreement_id", "agreement_id is unit_type, field and"),
        _AGAIN,
    ),
    Edit(
        *("rule fields_were_compared_on_all_matched_units", "agreement"),
        *("claim.mode,claim,mode,,558", "claim.mode,claim,mode,,559"),
        *("coding_agreement claim.mode matched_count", "the counts are not those of claim"),
        "compare the codings again",
    ),
    Edit(
        *("cell code coding_agreement.unit_type", "agreement"),
        *("claim_exact,claim_exact", "claim_exakt,claim_exakt"),
        *("coding_agreement claim_exakt unit_type", "'claim_exakt' is not a code", _USE),
    ),
    Edit(
        *("cell pattern coding_agreement.agreement_id", "agreement"),
        *("claim_exact,claim_exact", "claim-exact,claim_exact"),
        *("coding_agreement claim-exact agreement_id", "does not have the form", "correct it"),
    ),
    Edit(
        *("cell pattern coding_agreement.field", "agreement", "claim,mode,", "claim,Mode,"),
        *("coding_agreement claim.mode field", "'Mode' does not have the form", "correct it"),
    ),
    Edit(
        *("cell unique coding_agreement.agreement_id", "agreement"),
        *("claim.mode,claim,mode", "claim.claim_type,claim,claim_type"),
        *("coding_agreement claim.claim_type agreement_id", "duplicate agreement_id", "remove or"),
    ),
    Edit(
        *("cell number", "agreement", "0.879,0.851", "0.879,nan"),
        *("coding_agreement claim.claim_type alpha", "'nan' is not a number", "correct it"),
    ),
    Edit(
        *("cell white space", "agreement", "claim.mode,claim,mode,", "claim.mode,claim,mode ,"),
        *("coding_agreement claim.mode field", "has white space around 'mode '", "type the words"),
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
    Edit(
        *("", "propositions", "# Work against", "p07.c01 p17.c01\n# Work against", ""),
        *("cannot read 'p07.c01 p17.c01'", "write 'ID: TEXT', with an ID such as"),
    ),
    Edit(
        *("", "parallels", _PAIR, "p10.s23 p10.s36", "", "cannot read 'p10.s23 p10.s36'"),
        "write 'SENTENCE SENTENCE RELATION'",
    ),
]
LINKS = [*FORMS, *PROPOSITIONS, *PARALLELS, *CONSISTENCY, *AGREEMENT]
