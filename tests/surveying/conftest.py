"""Small archives, each of another seed, with what makes shared passages hard to tell apart."""

from random import Random

SEEDS = range(30)


def small_archive(seed: int) -> dict[str, str]:
    """Return texts by id: of few or many words, with repeats, overlaps, edits and whole copies."""
    chance = Random(seed)
    words = [f"w{number}" for number in range(chance.choice((1, 2, 3, 30, 500)))]
    stock = [[chance.choice(words) for _ in range(chance.randint(0, 60))] for _ in range(3)]
    texts = {}
    for number in range(1, chance.randint(2, 6) + 1):
        text: list[str] = []
        for _ in range(chance.randint(0, 4)):
            passage = list(chance.choice(stock))
            kind = chance.random()
            if passage and kind < 0.4:
                start = chance.randrange(len(passage))
                passage = passage[start : start + chance.randint(0, 40)]
            elif passage and kind < 0.6:
                passage[chance.randrange(len(passage))] = f"edit{chance.randint(0, 3)}"
            elif kind < 0.8:
                passage = [chance.choice(words) for _ in range(20)]
            text += passage
        texts[f"p{number}"] = "".join(
            word + chance.choice((" ", ". ", ", ", "\n")) for word in text
        )
    if chance.random() < 0.3:
        texts["copied"] = texts["p1"].upper()
    return texts
