"""The table parallels: pairs of sentences that share text, each with its score."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from scripts.curation.links import APART, PARALLELS, SentencePair
from scripts.problem import Problem
from scripts.similarity.sentences import Similarity
from scripts.tables.annotated import Row

VERBATIM = "verbatim"


def make_parallels(pairs: Sequence[SentencePair], similarity: Similarity) -> list[Row]:
    """Return the pairs that share text, in the order of the archive.

    Args:
        pairs: the curated pairs; all their sentences are known.
        similarity: scores the sentences of all posts.
    """
    return [
        {
            "sentence_id": pair.sentence_id,
            "other_sentence_id": pair.other_sentence_id,
            "score": similarity.score(pair.sentence_id, pair.other_sentence_id),
            "relation": pair.relation,
        }
        for pair in sorted(pairs)
        if pair.relation != APART
    ]


def pair_problems(
    pairs: Sequence[SentencePair], sentences: Mapping[str, str], relations: Container[str]
) -> Iterator[Problem]:
    """Yield every pair that cannot stand: unknown, doubled, reversed, or of no known relation.

    Args:
        pairs: the curated pairs.
        sentences: the words of all sentences by id.
        relations: the codes of relation.
    """
    file = str(PARALLELS)
    seen: dict[tuple[str, str], int] = {}
    for pair in pairs:
        one, other = pair.sentence_id, pair.other_sentence_id
        for sentence_id in (one, other):
            if sentence_id not in sentences:
                message = f"there is no sentence {sentence_id}"
                yield Problem(file, pair.line, message, "name a sentence of curation/posts")
        if one == other:
            yield Problem(file, pair.line, f"{one} is paired with itself", "name another sentence")
        elif one > other:
            message = f"{one} comes after {other}"
            yield Problem(file, pair.line, message, "name the sentence that comes first, first")
        if (one, other) in seen:
            message = f"the pair also stands in line {seen[one, other]}"
            yield Problem(file, pair.line, message, "keep one")
        seen[one, other] = pair.line
        if pair.relation != APART and pair.relation not in relations:
            message = f"{pair.relation!r} is no code of relation"
            yield Problem(file, pair.line, message, "see codes.yaml")
        alike = _words(sentences.get(one, "")) == _words(sentences.get(other, ""))
        if alike != (pair.relation == VERBATIM):
            message = f"{one} and {other} have {'the same' if alike else 'other'} words"
            yield Problem(file, pair.line, message, f"{VERBATIM} means the same words in order")


def _words(sentence: str) -> list[str]:
    return re.findall(r"\w+", sentence.lower())
