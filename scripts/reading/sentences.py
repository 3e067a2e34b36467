"""Cut a text into sentences, as pysbd does (it comes with the development packages)."""

from collections.abc import Iterator, Sequence


def sentences_of(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of a post as pysbd cuts its lines, and whether one is a whole line.

    Joined they are the post.
    """
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False)
    for line in text.split("\n"):
        found = [*_found(line, segmenter.processor(line).process())] if line else []
        yield from ((part, len(found) == 1) for part in found)


def _found(line: str, parts: Sequence[str]) -> Iterator[str]:
    """Yield what stands in a line of the sentences that pysbd makes of it.

    They are looked for as by its `segment`, which compiles a pattern for each and so takes half as
    long again.
    """
    after = 0
    for part in filter(str.strip, parts):
        start = line.find(part)
        while start >= 0:
            end = start + len(part)
            while line[end : end + 1].isspace():
                end += 1
            if end > after:
                after = end
                yield part.strip()
                break
            start = line.find(part, end)
