"""All tables of the package, in the order of the descriptor."""

from dataclasses import replace

from schemas.claim_reviews import CLAIM_REVIEWS
from schemas.claims import CLAIMS
from schemas.codes import CODES, INDICATORS, UNITS
from schemas.coding_agreement import CODING_AGREEMENT, CODINGS
from schemas.consistency import CONSISTENCY_CHECKS, CONSISTENCY_ITEMS
from schemas.entities import ENTITIES
from schemas.evaluations import EVALUATIONS, EVALUATIVE_WORDS
from schemas.figures import FIGURES
from schemas.links import CLAIM_OPERATIONS, OPERATION_PARTIES
from schemas.mentions import ENTITY_MENTIONS, OPERATION_MENTIONS, PHRASES
from schemas.numerals import NUMERALS
from schemas.operations import OPERATIONS
from schemas.posts import POSTS
from schemas.propositions import CLAIM_PROPOSITIONS, PROPOSITIONS
from schemas.published_sources import PUBLISHED_SOURCES
from schemas.reference_checks import REFERENCE_CHECKS
from schemas.row_reviews import ROW_REVIEWS
from schemas.row_rules import rules_of_columns
from schemas.sentences import REMAINDERS, SENTENCES
from schemas.shared_passages import SHARED_PASSAGES
from schemas.talking_points import TALKING_POINT_MENTIONS, TALKING_POINTS

TABLES = {
    table.name: replace(table, rules=(*rules_of_columns(table.columns), *table.rules))
    for table in (
        POSTS,
        CLAIMS,
        OPERATIONS,
        FIGURES,
        SENTENCES,
        REMAINDERS,
        NUMERALS,
        OPERATION_MENTIONS,
        ENTITY_MENTIONS,
        PHRASES,
        EVALUATIONS,
        TALKING_POINT_MENTIONS,
        CODINGS,
        CODING_AGREEMENT,
        ROW_REVIEWS,
        CLAIM_OPERATIONS,
        OPERATION_PARTIES,
        PROPOSITIONS,
        CLAIM_PROPOSITIONS,
        TALKING_POINTS,
        SHARED_PASSAGES,
        CONSISTENCY_CHECKS,
        CONSISTENCY_ITEMS,
        REFERENCE_CHECKS,
        CLAIM_REVIEWS,
        CODES,
        UNITS,
        INDICATORS,
        ENTITIES,
        PUBLISHED_SOURCES,
        EVALUATIVE_WORDS,
    )
}
