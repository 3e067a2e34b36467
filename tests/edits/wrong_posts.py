"""Wrong edits of the files of the posts."""

from tests.edits.edits import Edit

_C02 = "    target drug_users CN\n    presupposed\n    f01"
_F01 = "    f01 1.124 million drug users : drug-users level\n"
_F02 = "    f02 down 56 percent from the peak : drug-users change down\n"
_F04 = "    f04 more than 160,000 : drug-cases-solved level\n      part_of f08\n      unit case\n"
_OPIUM = "      substance opium\n  c06"
_WHEN = "    when 2015 < in 2015"
_REASON = "      reason The passage is garbled.\n"
_SAYS = "says There are 1.124 million"
_ORGANS = "public-security-organs-china organiser p03.c31"
_USE = "use one of "
_REST = "  rest slogan\n"
_CASES = "  x drug cases = no standing_work\n"
_NO_NAME = "  x Anti-Drug Campaign = no heading\n"
_CARRIES = "  t Zero tolerance for drugs = zero-tolerance country CN\n"

SENTENCES = [
    *(
        Edit("build", file, old, new, "", reason, fix, at)
        for file, old, new, reason, fix, at in (
            (
                *("p09", "  rest question\n", ""),
                *('s02: no claim holds "so what are the', "add 'rest REASON', or a claim", "s02 D"),
            ),
            *(
                (*case, "the claims leave nothing but connectives, or other", "remove the line", at)
                for *case, at in (
                    ("p03", "CN\n  c07", "CN\n  rest rhetoric\n  c07", ""),
                    ("p06", _REST, f"{_REST}  rest irony\n", ""),
                    # of two lines the one that names its words decides
                    ("p08", _REST, f"{_REST}  rest wisdom = irony\n", "rest slogan"),
                )
            ),
        )
    ),
    Edit(
        *("cell required", "p03", _REST, "", "remainders p03.r0 reason", "must not be empty"),
        *(f"{_USE}evaluation", "s01 Zero tolerance"),
    ),
    Edit(
        *("cell code remainders.reason", "p03", "  rest evaluation\n", "  rest because\n"),
        *("remainders p03.r284 reason", "'because' is not a code", f"{_USE}evaluation"),
    ),
    Edit(
        *("rule remainders_are_what_claims_leave", "p10", _REST, "  rest connective\n"),
        *("remainders p10.r0 reason", "is not of connectives alone", "write another reason"),
    ),
    *(
        Edit(
            *("rule what_is_no_claim_praises_blames_or_has_a_message", file, old, new, cell),
            *(reason, fix, at),
        )
        for file, old, new, cell, reason, fix, at in (
            (
                *("p03", _REST, "  rest slogan : So it is.\n", "remainders p03.r0 note"),
                *("is filled, and the words hold an evaluation or talking", "remove the note", ""),
            ),
            (
                *("p09", "  rest question\n", "  rest question : So it is.\n"),
                *("remainders p09.r94 note", "or need none", "remove the note", ""),
            ),
            (
                *("p10", "  t China has an obligation to ban drugs = other country CN\n", ""),
                *("remainders p10.r0 note", "is empty, and 'China has an obligation to ban drugs'"),
                *("say why not with 'rest REASON : NOTE'", "rest slogan"),
            ),
        )
    ),
    Edit(
        *("rule sentences_are_the_whole_post", "p10", _REST, f"{_REST}  role body\n"),
        *("sentences p10.s01 sentence_role", "only that, is the title", "remove the line 'role'"),
        at="role body",
    ),
    Edit(
        *("rule rows_are_in_order", "p03", "s02 Drug 2023", "s99 Drug 2023"),
        *("claims p03.c04 claim_id", "out of order", "number the sentences in the order of the"),
        at="c04 The People's",
    ),
    Edit(
        *("cell code sentences.sentence_role", "p12", "  role heading", "  role caption"),
        *("sentences p12.s04 sentence_role", "'caption' is not a code", f"{_USE}title, heading"),
    ),
]
TALKING_POINTS = [
    *(
        Edit(
            *(breaks, "p03", _CARRIES, _CARRIES.replace("zero-tolerance country CN", new)),
            *(f"talking_point_mentions p03.s01 {cell}", reason, fix),
        )
        for breaks, new, cell, reason, fix in (
            (
                *("cell key talking_point_mentions.talking_point_id", "zero-toleranc country CN"),
                *("zero-toleranc talking_point_id", "unknown id 'zero-toleranc'"),
                "correct it, or add it to",
            ),
            *(
                (
                    *(f"cell code talking_point_mentions.{column}", f"zero-tolerance {actor}"),
                    *(f"zero-tolerance {column}", "is not a code of the list", _USE),
                )
                for column, actor in (
                    ("target", "nation CN"),
                    ("target_country", "country XX"),
                    ("voice", "country CN : shouted"),
                )
            ),
            (
                *(
                    "row talking_point_mentions: 'none' and international bodies have no ",
                    "zero-tolerance country",
                ),
                *("zero-tolerance target_country", "have one", "'KIND COUNTRY'"),
            ),
        )
    ),
    Edit(
        *("cell unique talking_point_mentions.sentence_id", "p03", _CARRIES, _CARRIES * 2),
        *("talking_point_mentions p03.s01 zero-tolerance sentence_id", "duplicate sentence_id"),
        "remove or rename one of the two",
    ),
    Edit(
        *("rule sentences_carry_two_talking_points_at_most", "p03", _CARRIES),
        f"{_CARRIES}  t tolerance = firm-resolve country CN\n  t drugs = other country CN\n",
        *("talking_point_mentions p03.s01 other talking_point_id", "is the third talking point"),
        *("keep two", "t drugs ="),
    ),
    Edit(
        *("rule quotes_are_the_words_at_their_span", "p10"),
        *("  t it is famous for", "  t t is famous for"),
        *("talking_point_mentions p10.s03 historic-legacy quote", "cuts a word"),
        "quote whole words",
    ),
]
TOPS = [
    Edit(
        *("cell required", "p03", "about CN\n", "", "posts p03 about", "must not be empty"),
        *("add 'about PLACE'", "post p03"),
    ),
    Edit(
        *("cell code posts.about", "p04", "about US\n", "about America\n"),
        *("posts p04 about", "'America' is not a code", "add 'about PLACE'"),
    ),
    Edit(
        *("rule a_word_for_the_place_is_in_its_sentence", "p03", "about CN\n", "about MM\n"),
        *("posts p03 about", "no word for MM is in the post", "name another place"),
    ),
    Edit(
        *("build", "p03", "< By the end of 2022", "< By the end of 2023", ""),
        *("the words 'By the end of 2023' are not in the post", "copy them from the post"),
    ),
    Edit(
        *("build", "p01", "mid-June 2002 @ s32", "mid-June 2002 @ s01", ""),
        *("mid-June 2002' are not in s01", "copy them from the post"),
    ),
    Edit(
        *("cell pattern posts.not_before", "p03", "not_before 2022-12 ", "not_before late-2022 "),
        *("posts p03 not_before", "'late-2022' does not have the form", "write YYYY, YYYY-MM or"),
    ),
    Edit(
        *(
            "row posts: not_before names months and days that ex",
            "p06",
            "not_before 2024 ",
            "not_before 2024-02-30 ",
        ),
        *("posts p06 not_before", "names months and days that exist", "write EDTF"),
    ),
    Edit(
        *("rule dates_of_posts_are_proven", "p03", "not_before 2022-12 ", "not_before 2023-12 "),
        *("posts p03 not_before", "2023 of 2023-12 is not in p03.s21", "copy the words"),
    ),
    Edit(
        *("rule dates_of_posts_are_proven", "p03", "not_before 2022-12 ", "not_before 2022-11 "),
        *("posts p03 not_before", "11 of 2022-11 is not in p03.s21", "copy the words"),
    ),
    Edit(
        *("rule dates_of_posts_are_proven", "p03", "not_before 2022-12 ", "not_before 2022-12-09 "),
        *("posts p03 not_before", "09 of 2022-12-09 is not in p03.s21", "copy the words"),
    ),
    Edit(
        *(
            "cell code claims.stance",
            "p03",
            "target country CN\n    repaired",
            "target country CN\n    stance calm : It is.\n    repaired",
        ),
        *("claims p03.c01 stance", "'calm' is not a code of the list stance", f"{_USE}favourable"),
        alone=True,
    ),
    Edit(
        *("row claims: place and place_sentence_id are filled t", "p03", "where=CN", "where=MM"),
        *("claims p03.c01 place_sentence_id", "filled together or not at all"),
        *("has a word for MM: name a later one with 'where MM @ sNN'", "default where=MM"),
        alone=True,
    ),
]
NAMES = [
    Edit(
        *("cell key operation_mentions.operation_id", "p03", "-> clean-borders", "-> clean-border"),
        *("operation_mentions p03.m02 operation_id", "unknown id 'clean-border'"),
        "add it to operations.yaml",
    ),
    Edit(
        *("cell code operation_mentions.identity", "p03", "-strikes likely", "-strikes maybe"),
        *("operation_mentions p03.m06 identity", "'maybe' is not a code", f"{_USE}certain, likely"),
    ),
    Edit(
        *("cell code phrases.phrase_type", "p03", "War = slogan", "War = motto"),
        *("phrases p03.x375 phrase_type", "'motto' is not a code", f"{_USE}slogan, term"),
    ),
    Edit(
        *("build", "p03", "  n Zero=idiom", "  not drugs\n  n Zero=idiom", ""),
        *("'not drugs' takes back no entity mention", "remove the line"),
    ),
    *(
        Edit("build", file, old, new, "", reason, fix, at)
        for file, old, new, reason, fix, at in (
            *(
                (file, old, "", f"no line accounts for {words}", "add 'x WORDS = PHRASE_TYPE'", at)
                for file, old, words, at in (
                    (
                        "p03",
                        "  x People's War = slogan\n",
                        'the capitalised words "Peop',
                        "s03 The",
                    ),
                    (
                        "p05",
                        "  x victims = scare_quote\n",
                        "the quoted words 'victims'",
                        "s04 Many",
                    ),
                    ("p03", _CASES, "the word 'cases'", "s08 Between"),
                )
            ),
            (
                *("p11", _NO_NAME, _NO_NAME.replace("heading", "name")),
                *("'name' is not a reason for no phrase", "use one of generic, title", ""),
            ),
            (
                *("p16", _NO_NAME, f"{_NO_NAME}  x Modern Practice = no heading\n"),
                *("'Modern Practice' needs no account", "remove the line", ""),
            ),
            (
                *("p03", _CASES, f"{_CASES}  x cases = no generic\n"),
                *("'cases' needs no account", "remove the line", ""),
            ),
        )
    ),
    Edit(
        *("rule registered_names_are_mentions_of_their_entity", "p10"),
        *("  @ m01 destruction", "  not Lin Zexu\n  @ m01 destruction"),
        *("entity_mentions p10.e321 entity_mention_id", "the row is missing"),
        *("remove the line 'not', or add 'x WORDS", "s04 On June 3"),
    ),
    Edit(
        *("rule phrases_are_not_mentions", "p10"),
        *("  @ m01 destruction", "  x Lin Zexu = term\n  @ m01 destruction"),
        *("phrases p10.x321 quote", "is the mention p10.e321", "remove the line"),
    ),
    Edit(
        *("rule figures_and_names_share_no_words", "p10"),
        *("  x all-people", "  x people drug = term\n  x all-people"),
        *("phrases p10.x157 quote", "shares words with p10.x153", "narrow one of the two"),
    ),
    Edit(
        *("cell unique phrases.phrase_id", "p05", "  x victims = scare_quote\n"),
        "  x victims = scare_quote\n  x victims = scare_quote\n",
        *("phrases p05.x347 phrase_id", "duplicate phrase_id 'p05.x347', also in line"),
        "remove or rename one of the two",
    ),
    Edit(
        *("rule quotes_have_no_loose_ends", "p10"),
        *("@ m01 destruction of", "@ m01 the destruction of"),
        *("operation_mentions p10.m01 quote", "begins with an article", "leave it out"),
    ),
]
NUMERALS = [
    Edit(
        *("cell required", "p03", "  n Zero=idiom\n", "", "numerals p03.n0 disposition"),
        *("must not be empty", "write 'n Zero=DISPOSITION' under the sentence", "s01 Zero"),
    ),
    Edit(
        *("cell code numerals.disposition", "p03", "n Zero=idiom", "n Zero=idol"),
        *("numerals p03.n0 disposition", "'idol' is not a code", "write 'n Zero=DISPOSITION'"),
    ),
    Edit(
        *("build", "p03", "n Zero=idiom", "n Zero=figure", "", "Zero=figure cannot be typed"),
        "quote it in a figure, or write another code",
    ),
    Edit(
        *("build", "p01", "n 1980s=date", "n 1990s=date", "", "no numeral '1990s' in s02"),
        "use one of 1980s",
    ),
    Edit(
        *("rule dates_are_years_decades_or_days", "p01", "n 1980s=date", "n 1980s=name"),
        *("numerals p01.n137 disposition", "a decade is a date", "write '=date'"),
    ),
    Edit(
        *("rule numerals_that_limit_a_figure_are_in_its_words", "p01"),
        *("      condition having over a thousand drug users\n", ""),
        *("figures p01.f02 condition", "neither condition nor base holds 'a thousand'"),
        *("add 'condition WORDS'", "f02 205 counties"),
    ),
]
CLAIMS = [
    *(
        Edit(
            *(f"cell code claims.{column}", file, old, new),
            *(f"claims {row} {column}", f"is not a code of the list {column}", _USE),
        )
        for column, file, old, new, row in (
            ("claim_type", "p03", "is statistic drug_sit", "is number drug_sit", "p03.c01"),
            ("theme", "p10", "is policy law_and_policy", "is policy laws", "p10.c01"),
            (
                "target",
                "p03",
                "target drug_users CN\n    f02",
                "target users CN\n    f02",
                "p03.c03",
            ),
            ("mode", "p05", "mode=reported", "mode=said", "p05.c01"),
        )
    ),
    Edit(
        *(
            "cell required",
            "p09",
            "    target government CN\n    about clearing",
            "    about clearing",
        ),
        *("claims p09.c02 target", "must not be empty", f"{_USE}country", "c02 "),
        alone=True,
    ),
    Edit(
        *(
            "rule claims_and_mentions_do_not_coincide",
            "p03",
            "  c02 1.124 million drug users in the country\n",
        ),
        "  c99 1.124 million drug users in the country\n    says There are 1.124 million.\n"
        "    is statistic drug_situation\n  c02 1.124 million drug users in the country\n",
        *("claims p03.c02 quote", "has the same quote as p03.c99", "narrow or widen one of them"),
        "c02 1.124 million",
    ),
    Edit(
        *(
            "rule quotes_have_no_loose_ends",
            "p10",
            "c06 2,119 bags of opium",
            "c06 2,119 bags of opium,",
        ),
        *("claims p10.c06 quote", "punctuation that belongs to the sentence", "leave it out"),
    ),
    Edit(
        *("rule quotes_are_the_words_at_their_span", "p03"),
        *("c07 The high incidence of drug", "c07 he high incidence of drug"),
        *("claims p03.c07 quote", "cuts a word", "quote whole words"),
    ),
    Edit(
        *(
            "row claims: a statement ends with a full stop",
            "p03",
            "users in China.\n",
            "users in China\n",
        ),
        *("claims p03.c02 statement", "ends with a full stop", "end it with '.'"),
    ),
    *(
        Edit(
            *(
                "row claims: a statement begins with a capital or a d",
                file,
                old,
                new,
                f"claims {row} statement",
            ),
            *("begins with a capital or a digit", "write what is asserted"),
        )
        for file, old, new, row in (
            ("p10", "says China has always", "says =China has always", "p10.c01"),
            ("p03", "says The high incidence", "says the high incidence", "p03.c07"),
            ("p09", "says Drug problems", "says The post says that drug problems", "p09.c01"),
        )
    ),
    *(
        Edit(
            f"cell {kind}", file, old, new, f"claims {row} statement", words, "type the words again"
        )
        for kind, file, old, new, row, words in (
            (
                "invisible",
                "p03",
                _SAYS,
                "says There\u200b are 1.124 million",
                "p03.c02",
                "invisible",
            ),
            ("invisible", "p05", "says In China", "says In\u202e China", "p05.c01", "invisible"),
            (
                "invisible",
                "p07",
                "says In recent years",
                "says In\xa0recent years",
                "p07.c49",
                "unus",
            ),
            ("normal form", "p09", "says Drug pro", "says Dru\u0308g pro", "p09.c01", "form C"),
            (
                "script",
                "p01",
                "says In the late",
                "says In the l\u0430te",
                "p01.c01",
                "has 'а', a let",
            ),
            ("script", "p16", "says Drug use", "says Drug use \uff11", "p16.c55", "has '１'"),
        )
    ),
    Edit(
        *("row claims: a reported claim names its source", "p05", "    by It is well-known\n", ""),
        *("claims p05.c01 attribution", "a reported claim names its source", "add 'by WORDS'"),
        "c01 in China",
    ),
    Edit(
        *("rule statements_say_what_the_post_says", "p10", "says In the destruction"),
        "says In 4321 cases of the destruction",
        *("claims p10.c05 statement", "4321 is nowhere in p10", "write the numbers of the post"),
    ),
    Edit(
        *("rule statements_say_what_the_post_says", "p10", "June 1839, 19,187", "June, 19,187"),
        *("claims p10.c05 statement", "does not say 1839, a year of its period", "say the year"),
    ),
    Edit(
        *("rule claims_state_their_figures", "p10", "June 1839, 19,187 boxes", "June 1839, boxes"),
        *("figures p10.f02 value", "p10.c05 does not say 19187", "say it in the statement"),
        "f02 19,187 boxes",
    ),
    Edit(
        *("cell key claim_operations.operation_id", "p03", "about safe-care\n", "about safe-car\n"),
        *("claim_operations p03.c31 safe-car operation_id", "unknown id 'safe-car'"),
        "correct it, or add it to operations.yaml",
    ),
    Edit(
        *("rule claims_are_about_the_operations_they_name", "p10"),
        *("    about humen-opium-destruction\n    party", "    party"),
        *("claims p10.c03 quote", "its words name humen-opium-destruction (p10.m01)"),
        *("add 'about humen-opium-destruction'", "c03 On June 3"),
    ),
    Edit(
        *("rule posts_mention_the_operations_of_their_claims", "p10"),
        *(
            "    about humen-opium-destruction\n",
            "    about humen-opium-destruction breaking-ice\n",
        ),
        *("claim_operations p10.c03 breaking-ice operation_id", "does not mention breaking-ice"),
        "add the mention (@)",
    ),
    Edit(
        *("cell key operation_parties.operation_id", "p03", "party safe-care", "party safe-car"),
        f"operation_parties safe-car {_ORGANS} operation_id",
        *("unknown id 'safe-car'", "correct it, or add it to operations.yaml"),
    ),
    Edit(
        *("cell key operation_parties.entity_id", "p10", "n lin-zexu", "n lin-zex"),
        *("operation_parties humen-opium-destruction lin-zex organiser p10.c03 entity_id",),
        *("unknown id 'lin-zex', not in entities; nearest: lin-zexu", "add it to entities.yaml"),
    ),
    Edit(
        *("cell code operation_parties.party_role", "p09", "china organiser", "china boss"),
        "operation_parties clearing-ice-and-eliminating-drugs public-security-organs-china boss "
        "p09.c02 party_role",
        *("'boss' is not a code", f"{_USE}organiser"),
    ),
    Edit(
        *("rule parties_belong_to_an_operation_of_their_claim", "p03", "    party safe-care"),
        "    party clean-borders",
        f"operation_parties clean-borders {_ORGANS} claim_id",
        *("p03.c31 is not about clean-borders", "add 'about OPERATION'"),
    ),
    Edit(
        *(
            "rule parties_belong_to_an_operation_of_their_claim",
            "p10",
            "lin-zexu organ",
            "heroin organ",
        ),
        *("operation_parties humen-opium-destruction heroin organiser p10.c03 entity_id",),
        *("p10 does not mention heroin", "name another party"),
    ),
    Edit(
        *("cell unique operation_parties.operation_id", "p10", "lin-zexu organiser\n"),
        "lin-zexu organiser\n    party humen-opium-destruction lin-zexu organiser\n",
        *("operation_parties humen-opium-destruction lin-zexu organiser p10.c03 operation_id",),
        *("duplicate operation_id entity_id", "remove or rename one of the two"),
    ),
]
TAKEN = [
    Edit(
        *("cell pattern claims.period", "p03", _WHEN, "    when In_2015 < in 2015"),
        *("claims p03.c08 period", "'In_2015' does not have the form", "write EDTF"),
    ),
    Edit(
        *(
            "row claims: period names months and days that exist,",
            "p10",
            "1839-06-03 < On",
            "1839-02-30 < On",
        ),
        *("claims p10.c03 period", "names months and days that exist", "write EDTF"),
    ),
    Edit(
        *(
            "row claims: period names months and days that exist,",
            "p12",
            "when 2017/2020",
            "when 2020/2017",
        ),
        *("claims p12.c03 period", "ends after it begins", "write EDTF"),
    ),
    Edit(
        *(
            "row claims: period_words and period_sentence_id are ",
            "p03",
            _WHEN,
            "    when - < in 2016",
        ),
        *(
            "claims p03.c08 period_words",
            "are filled together",
            "'in 2016' is in no sentence up to",
        ),
    ),
    Edit(
        *("row claims: period needs period_sentence_id", "p12", "2020 < From 2017 to 2020"),
        "2020 < From 2018 to 2020",
        *("claims p12.c03 period_sentence_id", "period needs period_sentence_id"),
        "write 'when EDTF < WORDS",
    ),
    Edit(
        *("cell key claims.period_sentence_id", "p03", _WHEN, f"{_WHEN} @ s99"),
        *("claims p03.c08 period_sentence_id", "unknown id 'p03.s99'", "correct it, or add it to"),
    ),
    Edit(
        *("rule words_of_time_and_source_are_in_their_sentence", "p03", _WHEN, f"{_WHEN} @ s01"),
        *("claims p03.c08 period_words", "'in 2015' is not in p03.s01", "copy the words"),
    ),
    Edit(
        *("rule words_of_time_and_source_are_in_their_sentence", "p03"),
        *("      base the peak", "      when 2015 < peak\n      base the peak"),
        *("figures p03.f02 period", "the year 2015 is not in p03.s02", "name the words, or the"),
    ),
    *(
        Edit(
            *("rule periods_say_what_their_words_say", "p10", "1839-06-03 < On June 3, 1839", new),
            *("claims p10.c03 period", reason, "write the period as its words give it"),
        )
        for new, reason in (
            ("1839-06-04 < On June 3, 1839", "day 4 is neither in the sentence of the words nor"),
            ("1839-07-03 < On June 3, 1839", "no word for month 07 is in 'On June 3, 1839'"),
            ("1839 < On June 3, 1839", "leaves out June, which 'On June 3, 1839' names"),
            ("- < On June 3, 1839", "is empty, and 'On June 3, 1839' names a year"),
            ("1840-06-03 < On June 3, 1839", "1840 is not in 'On June 3, 1839'"),
        )
    ),
    Edit(
        *("rule periods_say_what_their_words_say", "p03", _WHEN, "    when 2015/.. < in 2015"),
        *("claims p03.c08 period", "no word for an open side is in 'in 2015'", "write the period"),
    ),
    Edit(
        *(
            "cell code claims.place",
            "p03",
            _C02,
            _C02.replace("    f01", "    where China\n    f01"),
        ),
        *("claims p03.c02 place", "'China' is not a code", "use one of world, CN"),
    ),
    Edit(
        *("cell key claims.place_sentence_id", "p05", "    where CN\n", "    where CN @ s99\n"),
        *("claims p05.c01 place_sentence_id", "unknown id 'p05.s99'", "correct it, or add it to"),
    ),
    Edit(
        *("rule derived_cells_follow claims.place_sentence_id", "p03", _C02),
        _C02.replace("    f01", "    where CN @ s01\n    f01"),
        *("claims p03.c02 place_sentence_id", "is 'p03.s01', should be 'p03.s02'"),
        "leave out '@ sNN': a nearer sentence shows the place",
    ),
    Edit(
        *("rule derived_cells_follow figures.place_sentence_id", "p03", _F01),
        f"{_F01}      where CN @ s03\n",
        *("figures p03.f01 place_sentence_id", "is 'p03.s03', should be 'p03.s02'"),
        "leave out '@ sNN': a nearer sentence shows the place",
    ),
    Edit(
        *("rule a_word_for_the_place_is_in_its_sentence", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      where CN-BJ @ s01\n  c06"),
        *("figures p10.f02 place_sentence_id", "no word for CN-BJ is in p10.s01", "places.yaml"),
    ),
    Edit(
        *("row claims: attribution and attribution_sentence_id ", "p09"),
        *("    repaired\n", "    repaired\n    by statistics\n"),
        *("claims p09.c08 attribution", "are filled together", "'statistics' is in no sentence up"),
    ),
    Edit(
        *("rule words_of_time_and_source_are_in_their_sentence", "p09"),
        *("    repaired\n", "    repaired\n    by Hunan @ s01\n"),
        *(
            "claims p09.c08 attribution",
            "'Hunan' is not in p09.s01",
            "copy the words from the post",
        ),
    ),
    Edit(
        *("cell key claims.attribution_sentence_id", "p04", "    by In 2017, The Guardian\n"),
        "    by In 2017, The Guardian @ s99\n",
        *(
            "claims p04.c22 attribution_sentence_id",
            "unknown id 'p04.s99'",
            "correct it, or add it to",
        ),
    ),
    Edit(
        *("cell invisible", "p12", "says From 2017 to 2020, 397", "says From 2017\tto 2020, 397"),
        *("claims p12.c03 statement", "invisible", "type the words again"),
    ),
]
FIGURES = [
    Edit(
        *("build", "p03", _F01, f"{_F01}      value 1124000\n", ""),
        *("f01: value 1124000 follows from the quote", "remove the line"),
    ),
    *(
        Edit(
            *(f"rule derived_cells_follow figures.{column}", "p03", _F01),
            f"{_F01}      {column} {typed}\n",
            *(f"figures p03.f01 {column}", f"is '{typed}', should be {due}"),
            "correct it, or add 'reason …'",
        )
        for column, typed, due in (
            ("value", "1214000", "'1124000'"),
            ("value_high", "2000000", "empty"),
            ("qualifier", "over", "'as_stated'"),
            ("unit", "case", "'person'"),
        )
    ),
    *(
        Edit(
            *("cell number", file, old, f"{old}      value {value}\n{_REASON}"),
            *(f"figures {row} value", f"{value!r} is not a number in plain digits", "correct it"),
        )
        for file, old, row, value in (
            ("p03", _F01, "p03.f01", "many"),
            ("p10", "    f01 23 days : time-span duration\n", "p10.f01", "NaN"),
            (
                "p12",
                "    f02 511,000 suspects : suspects-arrested level\n",
                "p12.f02",
                "1e999999999",
            ),
            (
                *("p09", "    f03 11 key provinces : participating-areas level\n", "p09.f03"),
                "10,001",
            ),
        )
    ),
    Edit(
        *("cell maximum", "p03", _F02, f"{_F02}      value 99999999999999\n{_REASON}"),
        *("figures p03.f02 value", "99999999999999 is more than 1000000000000", "correct it"),
    ),
    Edit(
        *("cell minimum", "p12", "    f03 278 tons of drugs : drugs-seized level\n"),
        f"    f03 278 tons of drugs : drugs-seized level\n      value -4\n{_REASON}",
        *("figures p12.f03 value", "-4 is less than 0", "correct it"),
    ),
    Edit(
        *("cell key figures.unit", "p03", _F01, f"{_F01}      unit soul\n{_REASON}"),
        *("figures p03.f01 unit", "unknown id 'soul'", "correct it, or add it to units.yaml"),
    ),
    Edit(
        *("cell code figures.qualifier", "p03", _F01, f"{_F01}      qualifier maybe\n{_REASON}"),
        *("figures p03.f01 qualifier", "'maybe' is not a code", f"{_USE}as_stated"),
    ),
    Edit(
        *("cell code figures.per", "p03", _F01, f"{_F01}      per fortnight\n"),
        *("figures p03.f01 per", "'fortnight' is not a code", f"{_USE}year"),
    ),
    Edit(
        *("cell code figures.figure_role", "p03", _F02, _F02.replace("change", "fall")),
        *("figures p03.f02 figure_role", "'fall' is not a code", f"{_USE}level, change"),
    ),
    Edit(
        *("cell code figures.direction", "p03", _F02, _F02.replace("change down", "change less")),
        *("figures p03.f02 direction", "'less' is not a code", f"{_USE}up, down"),
    ),
    Edit(
        *(
            "cell code figures.place",
            "p10",
            _OPIUM,
            _OPIUM.replace("  c06", "      where Humen\n  c06"),
        ),
        *("figures p10.f02 place", "'Humen' is not a code", "use one of world, CN"),
    ),
    Edit(
        *("cell key figures.place_sentence_id", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      where CN-GD @ s99\n  c06"),
        *("figures p10.f02 place_sentence_id", "unknown id 'p10.s99'", "correct it, or add it to"),
    ),
    Edit(
        *("cell key figures.period_sentence_id", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      when 1839 < 1839 @ s99\n  c06"),
        *("figures p10.f02 period_sentence_id", "unknown id 'p10.s99'", "correct it, or add it to"),
    ),
    Edit(
        *("cell key figures.attribution_sentence_id", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      by China @ s99\n  c06"),
        *(
            "figures p10.f02 attribution_sentence_id",
            "unknown id 'p10.s99'",
            "correct it, or add it to",
        ),
    ),
    Edit(
        *("cell key figures.indicator_id", "p03", _F02, _F02.replace("drug-users", "drug-user")),
        *(
            "figures p03.f02 indicator_id",
            "unknown id 'drug-user', not in indicators; nearest: drug",
        ),
        "correct it, or add it to indicators.yaml",
    ),
    Edit(
        *("cell key figures.base_figure_id", "p05", "base_figure f04", "base_figure f99"),
        *("figures p05.f05 base_figure_id", "unknown id 'p05.f99'", "correct it, or add it to"),
    ),
    Edit(
        *("cell key figures.substance", "p10", "substance opium\n", "substance opiun\n"),
        *("figures p10.f02 substance", "unknown id 'opiun', not in entities; nearest: opium"),
        "correct it, or add it to entities.yaml",
    ),
    Edit(
        *("cell pattern figures.period", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      when June < On June 3, 1839\n  c06"),
        *("figures p10.f02 period", "'June' does not have the form", "write EDTF"),
    ),
    Edit(
        *("row figures: period names months and days that exist,", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      when 1839-13 < On June 3, 1839\n  c06"),
        *("figures p10.f02 period", "names months and days that exist", "write EDTF"),
    ),
    Edit(
        *("row figures: period needs period_sentence_id", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      when 1840 < in 1840\n  c06"),
        *(
            "figures p10.f02 period_sentence_id",
            "period needs period_sentence_id",
            "write 'when EDTF",
        ),
    ),
    Edit(
        *("row figures: period_words and period_sentence_id are ", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      when - < in 1840\n  c06"),
        *(
            "figures p10.f02 period_words",
            "are filled together",
            "'in 1840' is in no sentence up to",
        ),
    ),
    Edit(
        *("row figures: attribution and attribution_sentence_id ", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      by statistics\n  c06"),
        *(
            "figures p10.f02 attribution",
            "are filled together",
            "'statistics' is in no sentence up",
        ),
    ),
    Edit(
        *("row figures: place and place_sentence_id are filled t", "p10", _OPIUM),
        _OPIUM.replace("  c06", "      where MM\n  c06"),
        *("figures p10.f02 place_sentence_id", "filled together or not at all"),
        "no sentence up to this one has a word for MM",
    ),
    Edit(
        *(
            "row figures: value_high is greater than value",
            "p03",
            _F01,
            f"{_F01}      value_high 5\n{_REASON}",
        ),
        *("figures p03.f01 value_high", "value_high is greater than value", "one number a figure"),
    ),
    Edit(
        *(
            "row figures: a change, and only a change, has a direc",
            "p03",
            _F02,
            _F02.replace("change down", "change"),
        ),
        *("figures p03.f02 direction", "a change, and only a change", "write 'change up|down'"),
    ),
    Edit(
        *(
            "row figures: a change, and only a change, has a direc",
            "p03",
            _F01,
            _F01.replace("level", "level up"),
        ),
        *("figures p03.f01 direction", "a change, and only a change", "write 'change up|down'"),
    ),
    Edit(
        *(
            "row figures: a share in percent is at most 100",
            "p03",
            "    f03 above 96% : satisfaction-rate share\n",
        ),
        f"    f03 above 96% : satisfaction-rate share\n      value 196\n{_REASON}",
        *("figures p03.f03 value", "a share in percent is at most 100", "correct the role"),
    ),
    Edit(
        *("row figures: a magnitude word is no range", "p03", _F01),
        f"{_F01}      qualifier order_of\n      value_high 1200000\n{_REASON}",
        *("figures p03.f01 value_high", "a magnitude word is no range", "remove the upper end"),
        "value_high 1200000",
    ),
    Edit(
        *(
            "row figures: a share, change, ratio or rank, and only",
            "p03",
            "      base the peak\n",
            "",
        ),
        *("figures p03.f02 base", "has a base", "add 'base WORDS' or 'base_figure fNN'"),
        "f02 down 56 percent",
    ),
    Edit(
        *(
            "row figures: a share, change, ratio or rank, and only",
            "p03",
            _F02,
            _F02.replace("change down", "level"),
        ),
        *("figures p03.f02 base", "has a base", "or remove them", "base the peak"),
    ),
    Edit(
        *("rule quotes_of_figures_can_be_read", "p03", _F01, f"{_F01}{_REASON}"),
        *("figures p03.f01 override_reason", "everything follows from the quote", "remove it"),
    ),
    Edit(
        *("rule quotes_of_figures_can_be_read", "p03", _F01),
        _F01.replace("1.124 million drug users :", "drug users :"),
        *("figures p03.f01 value", "there is no number in 'drug users'", "widen the quote"),
    ),
    Edit(
        *("rule words_of_figures_are_in_the_text", "p03", _F01, f"{_F01}      condition aged 14\n"),
        *(
            "figures p03.f01 condition",
            "'aged 14' is not in p03.f01",
            "copy the words from the post",
        ),
    ),
    Edit(
        *("rule words_of_figures_are_in_the_text", "p03", "base the peak", "base the trough"),
        *("figures p03.f02 base", "'the trough' is not in p03.s02", "copy the words from the post"),
    ),
    Edit(
        *(
            "rule words_of_figures_are_in_the_text",
            "p03",
            "population drug users",
            "population fish @ s02",
        ),
        *("figures p03.f01 population", "'fish' is not in p03.s02", "copy the words from the post"),
    ),
    Edit(
        *("rule rates_and_directions_have_words", "p03", _F01, f"{_F01}      per year\n"),
        *("figures p03.f01 per", "no word for 'year' is in p03.c02", "or widen the claim's quote"),
    ),
    Edit(
        *("rule rates_and_directions_have_words", "p03", _F02, _F02.replace("e down", "e up")),
        *("figures p03.f02 direction", "no word for 'up' is in p03.c03", "or widen the claim's"),
    ),
    Edit(
        *("rule rates_and_directions_have_words", "p05", "      per year\n", ""),
        *(
            "figures p05.f12 per",
            "is empty, and the quote names 'year'",
            "add 'per year'",
            "f12 $800",
        ),
    ),
    *(
        Edit(
            *("rule figures_agree_with_their_claim", "p10", _OPIUM),
            _OPIUM.replace("  c06", f"      {line}\n  c06"),
            *(f"figures p10.f02 {column}", reason, fix),
        )
        for line, column, reason, fix in (
            (
                *("when 1839-06 < On June 3, 1839", "period"),
                *(
                    "is '1839-06', and '1839-06-03/1839-06-25' in p10.c05",
                    "write the same, or other",
                ),
            ),
            (
                *("when 1839 < 1839", "period"),
                *("1839 is not in 1839-06-03/1839-06-25, when its claim", "correct one of the two"),
            ),
            ("where CN", "place", "CN is not in CN-GD, the place of its claim", "correct one of"),
        )
    ),
    Edit(
        *(
            "rule substances_are_those_that_the_text_names",
            "p10",
            "substance opium",
            "substance heroin",
        ),
        *(
            "figures p10.f02 substance",
            "heroin is not mentioned in p10.s05",
            "name a substance that",
        ),
    ),
    Edit(
        *("rule substances_are_those_that_the_text_names", "p10", "substance opium"),
        *("substance lin-zexu", "figures p10.f02 substance", "of the type substance, but person"),
        "name a substance that the sentence mentions",
    ),
    Edit(
        *("rule substances_are_those_that_the_text_names", "p10"),
        "      population Humen Beach\n      substance opium\n  c07",
        "      population Humen Beach\n  c07",
        *(
            "figures p10.f03 substance",
            "is empty, and the quote names opium",
            "add 'substance opium'",
        ),
        "f03 2,119 bags",
    ),
    *(
        Edit(
            *("rule units_fit_indicators", row[:3], old, new, f"figures {row} unit", reason),
            "change indicator, role, quote or unit, or add the noun to units.yaml",
            at,
        )
        for row, old, new, reason, at in (
            (
                *("p03.f01", _F01, _F01.replace("drug-users", "drug-cases-solved")),
                *("person (persons) does not fit a level of drug-cases-solved (cases)", ""),
            ),
            (
                *(
                    "p12.f02",
                    "suspects : suspects-arrested level",
                    "suspects : suspects-arrested rank",
                ),
                *("does not fit a rank of suspects-arrested", ""),
            ),
            (
                *("p09.f03", ": participating-areas level", ": participating-areas duration"),
                *("does not fit a duration of participating-areas", ""),
            ),
            (
                *("p16.f05", ": education-activities level", ": education-activities ratio"),
                *("does not fit a ratio of education-activities", ""),
            ),
            (
                *("p03.f04", _F04, _F04.replace("      unit case\n", "")),
                *("the unit none (no kind) does not fit a level", "f04 more than"),
            ),
        )
    ),
    Edit(
        *("rule no_figure_is_its_own_base", "p05", "base_figure f04", "base_figure f05"),
        *("figures p05.f05 base_figure_id", "is the figure itself", "name another"),
    ),
    Edit(
        *("rule figures_and_names_share_no_words", "p10"),
        *("f02 19,187 boxes :", "f02 19,187 boxes and 2,119 bags of opium :"),
        *("figures p10.f03 quote", "shares words with p10.f02", "narrow one of the two"),
        "f03 2,119 bags",
    ),
]
FORMS = [
    Edit(
        *("", "p03", "    repaired\n", "    mended\n", "", "cannot read 'mended'"),
        "expected one of: says STATEMENT",
    ),
    Edit(
        *("", "p05", "s02 It is well-known", "s02 It is known", ""),
        *("s02 is not the next text of the post", "the post goes on with"),
    ),
    Edit(
        *("", "p12", "c04 511,000 suspects", "c04 511,00 suspects", ""),
        *("c04: the words '511,00 suspects were arrested' are not in its sentence", "nearest text"),
    ),
    Edit(
        *("", "p10", "  c03 On June 3", "  c04 On June 3", "", "duplicate id c04, also in line"),
        *("give the new one the next free number", "c04 The destruction"),
    ),
    Edit(
        "",
        "p09",
        "    says Drug problems have long plagued China.\n",
        "",
        "",
        "c01 has no statement",
        "add 'says …'",
        "c01",
    ),
    Edit(
        *("", "p09", "    says Drug", "    say Drug", ""),
        "cannot read 'say Drug problems have long plagued China.'; nearest: says",
        "expected one of: says STATEMENT",
    ),
    Edit("", "p01", "post p01", "post p02", "", "the file is about p02", "correct one of the two"),
    *(
        Edit("", file, old, new, "", f"{reason} '{words}", fix)
        for file, old, new, reason, words, fix in (
            (
                "p06",
                _REST,
                "  none slogan\n",
                "cannot read",
                "none slogan'",
                "rest [WORDS =] REASON",
            ),
            (
                "p08",
                _REST,
                "  rest Slogan\n",
                "cannot read",
                "rest Slogan'",
                "rest [WORDS =] REASON",
            ),
            (
                "p07",
                _REST,
                "  rest fish = slogan\n",
                "the words",
                "fish' are not in its",
                "nearest",
            ),
            (
                *("p11", _NO_NAME, _NO_NAME.replace("no ", "term "), "cannot read"),
                *("x Anti-Drug Campaign = term heading'", "x WORDS = PHRASE_TYPE"),
            ),
            (
                *("p13", "= other country CN\n", "= other\n", "cannot read"),
                *("t Showcasing the power", "t WORDS = TALKING_POINT KIND [COUNTRY]"),
            ),
            (
                *("p17", "t Building a Drug-Free", "t Building Drug-Free", "the words"),
                *("Building Drug-Free Future' are not in its", "nearest text:"),
            ),
        )
    ),
    Edit(
        *("", "p04", "about US\n", "about US\n\nabout CN\n", "", "cannot read 'about CN'"),
        "one line 'about …', and there is one above",
        at="about CN",
    ),
]
POSTS = [*SENTENCES, *TALKING_POINTS, *TOPS, *NAMES, *NUMERALS, *CLAIMS, *TAKEN, *FIGURES, *FORMS]
