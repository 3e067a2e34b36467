"""All tables of the package, in the order of the descriptor."""

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
from schemas.parallels import PARALLELS
from schemas.posts import POSTS
from schemas.propositions import PROPOSITIONS
from schemas.published_sources import PUBLISHED_SOURCES
from schemas.reference_checks import REFERENCE_CHECKS
from schemas.sentences import SENTENCES

TABLES = {
    table.name: table
    for table in (
        POSTS,
        CLAIMS,
        OPERATIONS,
        FIGURES,
        SENTENCES,
        NUMERALS,
        OPERATION_MENTIONS,
        ENTITY_MENTIONS,
        PHRASES,
        EVALUATIONS,
        CODINGS,
        CODING_AGREEMENT,
        CLAIM_OPERATIONS,
        OPERATION_PARTIES,
        PROPOSITIONS,
        PARALLELS,
        CONSISTENCY_CHECKS,
        CONSISTENCY_ITEMS,
        REFERENCE_CHECKS,
        CODES,
        UNITS,
        INDICATORS,
        ENTITIES,
        PUBLISHED_SOURCES,
        EVALUATIVE_WORDS,
    )
}
