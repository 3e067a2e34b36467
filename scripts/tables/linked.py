"""What recurs, added to the tables of all posts: propositions and parallels."""

from scripts.curation.links import Links
from scripts.curation.registers import Registers
from scripts.problem import Problem
from scripts.similarity.sentences import Similarity
from scripts.tables.assemble import Tables
from scripts.tables.parallels import make_parallels, pair_problems
from scripts.tables.propositions import group_problems, link_claims, make_propositions


def sentence_similarity(tables: Tables) -> Similarity:
    """Return the scores of all sentences of the posts."""
    return Similarity({str(row["sentence_id"]): str(row["quote"]) for row in tables["sentences"]})


def recurrence_problems(tables: Tables, links: Links, registers: Registers) -> list[Problem]:
    """Return every decision on what recurs that the tables do not bear out."""
    agreements = registers.code_labels("claim_agreement")
    sentences = {str(row["sentence_id"]): str(row["quote"]) for row in tables["sentences"]}
    return [
        *group_problems(links.groups, links.apart, tables["claims"], tables["figures"], agreements),
        *pair_problems(links.pairs, sentences, registers.code_labels("relation")),
    ]


def add_recurrences(tables: Tables, links: Links) -> Tables:
    """Return the tables with propositions and parallels, and claims pointing at propositions.

    `recurrence_problems` has found nothing wrong with the links.
    """
    claims = link_claims(tables["claims"], links.groups)
    return tables | {
        "claims": claims,
        "propositions": make_propositions(claims, links.groups),
        "parallels": make_parallels(links.pairs, sentence_similarity(tables)),
    }
