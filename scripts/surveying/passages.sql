-- The passages that places share, as scripts/reading/passages.py defines them: every occurrence of
-- every run of 8 words or more that is as long as some two of its occurrences agree. Reads `words`
-- (post, place, word, char_start, char_end), in which the words of a post have consecutive places
-- above 0, and no place follows on that of another post. DuckDB and Spark run it as it stands.
--
-- No two places are paired: words that stand in many posts cost no more than others. Grams of 8
-- words are joined into units, runs that never part: where one of their grams stands, all stand. A
-- passage is a row of units. Rows of 1, 2, 4 … units get a class each, equal for equal words, as in
-- prefix doubling; the classes at its start and at its end then tell a passage from all others. A
-- passage may have 65,535 units, so that no post may have more words.
WITH grams AS (
  SELECT
    post, place, char_start, LEAD(char_end, 7) OVER follow AS char_end,
    LAG(word) OVER follow AS before, LEAD(word, 8) OVER follow AS after,
    word || ' ' || LEAD(word, 1) OVER follow || ' ' || LEAD(word, 2) OVER follow || ' '
      || LEAD(word, 3) OVER follow || ' ' || LEAD(word, 4) OVER follow || ' '
      || LEAD(word, 5) OVER follow || ' ' || LEAD(word, 6) OVER follow || ' '
      || LEAD(word, 7) OVER follow AS gram
  FROM words
  WINDOW follow AS (PARTITION BY post ORDER BY place)
),
-- On a side where all places of a gram have the same word, what is shared goes on.
repeated AS (
  SELECT
    gram AS words, MIN(place) AS class,
    COUNT(before) = COUNT(*) AND MIN(before) = MAX(before) AS one_before,
    COUNT(after) = COUNT(*) AND MIN(after) = MAX(after) AS one_after
  FROM grams WHERE gram IS NOT NULL GROUP BY gram HAVING COUNT(*) > 1
),
begun AS (
  SELECT
    grams.*, class,
    CASE WHEN one_before AND LAG(one_after) OVER follow THEN 0 ELSE 1 END AS begins
  FROM grams JOIN repeated ON gram = words
  WINDOW follow AS (PARTITION BY post ORDER BY place)
),
numbered AS (
  SELECT *, SUM(begins) OVER follow AS unit, COALESCE(LEAD(begins) OVER follow, 1) AS ends
  FROM begun
  WINDOW follow AS (PARTITION BY post ORDER BY place)
),
units AS (
  SELECT
    post, unit, MIN(place) AS place, MAX(place) AS last,
    MIN(char_start) AS char_start, MAX(char_end) AS char_end,
    MIN(CASE WHEN begins = 1 THEN class END) AS c1,
    MIN(CASE WHEN begins = 1 THEN before END) AS before,
    MIN(CASE WHEN ends = 1 THEN after END) AS after
  FROM numbered GROUP BY post, unit
),
-- Neighbours in one stretch follow on each other.
apart AS (
  SELECT *, CASE WHEN place = 1 + LAG(last) OVER follow THEN 0 ELSE place END AS begins
  FROM units
  WINDOW follow AS (PARTITION BY post ORDER BY unit)
),
s1 AS (SELECT *, MAX(begins) OVER (PARTITION BY post ORDER BY unit) AS stretch FROM apart),
-- Of a row that stands once the class is below 0, and no row of twice its size stands twice.
s2 AS (SELECT *, CASE WHEN COUNT(n1) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c2
  FROM (SELECT *, LEAD(c1, 1) OVER (PARTITION BY stretch ORDER BY unit) AS n1 FROM s1) AS p
  WINDOW w AS (PARTITION BY c1, n1)),
s4 AS (SELECT *, CASE WHEN COUNT(n2) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c4
  FROM (SELECT *, LEAD(c2, 2) OVER (PARTITION BY stretch ORDER BY unit) AS n2 FROM s2) AS p
  WINDOW w AS (PARTITION BY c2, n2)),
s8 AS (SELECT *, CASE WHEN COUNT(n4) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c8
  FROM (SELECT *, LEAD(c4, 4) OVER (PARTITION BY stretch ORDER BY unit) AS n4 FROM s4) AS p
  WINDOW w AS (PARTITION BY c4, n4)),
s16 AS (SELECT *, CASE WHEN COUNT(n8) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c16
  FROM (SELECT *, LEAD(c8, 8) OVER (PARTITION BY stretch ORDER BY unit) AS n8 FROM s8) AS p
  WINDOW w AS (PARTITION BY c8, n8)),
s32 AS (SELECT *, CASE WHEN COUNT(n16) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c32
  FROM (SELECT *, LEAD(c16, 16) OVER (PARTITION BY stretch ORDER BY unit) AS n16 FROM s16) AS p
  WINDOW w AS (PARTITION BY c16, n16)),
s64 AS (SELECT *, CASE WHEN COUNT(n32) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c64
  FROM (SELECT *, LEAD(c32, 32) OVER (PARTITION BY stretch ORDER BY unit) AS n32 FROM s32) AS p
  WINDOW w AS (PARTITION BY c32, n32)),
s128 AS (SELECT *, CASE WHEN COUNT(n64) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c128
  FROM (SELECT *, LEAD(c64, 64) OVER (PARTITION BY stretch ORDER BY unit) AS n64 FROM s64) AS p
  WINDOW w AS (PARTITION BY c64, n64)),
s256 AS (SELECT *, CASE WHEN COUNT(n128) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c256
  FROM (SELECT *, LEAD(c128, 128) OVER (PARTITION BY stretch ORDER BY unit) AS n128 FROM s128) AS p
  WINDOW w AS (PARTITION BY c128, n128)),
s512 AS (SELECT *, CASE WHEN COUNT(n256) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c512
  FROM (SELECT *, LEAD(c256, 256) OVER (PARTITION BY stretch ORDER BY unit) AS n256 FROM s256) AS p
  WINDOW w AS (PARTITION BY c256, n256)),
s1024 AS (SELECT *, CASE WHEN COUNT(n512) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c1024
  FROM (SELECT *, LEAD(c512, 512) OVER (PARTITION BY stretch ORDER BY unit) AS n512 FROM s512) AS p
  WINDOW w AS (PARTITION BY c512, n512)),
s2048 AS (SELECT *, CASE WHEN COUNT(n1024) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c2048
  FROM (SELECT *, LEAD(c1024, 1024) OVER (PARTITION BY stretch ORDER BY unit) AS n1024 FROM s1024) AS p
  WINDOW w AS (PARTITION BY c1024, n1024)),
s4096 AS (SELECT *, CASE WHEN COUNT(n2048) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c4096
  FROM (SELECT *, LEAD(c2048, 2048) OVER (PARTITION BY stretch ORDER BY unit) AS n2048 FROM s2048) AS p
  WINDOW w AS (PARTITION BY c2048, n2048)),
s8192 AS (SELECT *, CASE WHEN COUNT(n4096) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c8192
  FROM (SELECT *, LEAD(c4096, 4096) OVER (PARTITION BY stretch ORDER BY unit) AS n4096 FROM s4096) AS p
  WINDOW w AS (PARTITION BY c4096, n4096)),
s16384 AS (SELECT *, CASE WHEN COUNT(n8192) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c16384
  FROM (SELECT *, LEAD(c8192, 8192) OVER (PARTITION BY stretch ORDER BY unit) AS n8192 FROM s8192) AS p
  WINDOW w AS (PARTITION BY c8192, n8192)),
s32768 AS (SELECT *, CASE WHEN COUNT(n16384) OVER w > 1 THEN MIN(place) OVER w ELSE -place END AS c32768
  FROM (SELECT *, LEAD(c16384, 16384) OVER (PARTITION BY stretch ORDER BY unit) AS n16384 FROM s16384) AS p
  WINDOW w AS (PARTITION BY c16384, n16384)),
sized AS (
  SELECT
    post, unit, stretch, place, char_start, before, size,
    CASE size
      WHEN 1 THEN c1 WHEN 2 THEN c2 WHEN 4 THEN c4 WHEN 8 THEN c8 WHEN 16 THEN c16 WHEN 32 THEN c32
      WHEN 64 THEN c64 WHEN 128 THEN c128 WHEN 256 THEN c256 WHEN 512 THEN c512
      WHEN 1024 THEN c1024 WHEN 2048 THEN c2048 WHEN 4096 THEN c4096 WHEN 8192 THEN c8192
      WHEN 16384 THEN c16384 WHEN 32768 THEN c32768
    END AS class
  FROM s32768 CROSS JOIN (VALUES
    (1), (2), (4), (8), (16), (32), (64), (128), (256), (512), (1024), (2048), (4096), (8192),
    (16384), (32768)
  ) AS sizes (size)
),
-- A passage begins, and ends, where not all places go on with one word.
blocks AS (
  SELECT
    sized.*, s32768.last, s32768.char_end, s32768.after,
    COUNT(sized.before) OVER w < COUNT(*) OVER w
      OR MIN(sized.before) OVER w < MAX(sized.before) OVER w AS opens,
    COUNT(s32768.after) OVER w < COUNT(*) OVER w
      OR MIN(s32768.after) OVER w < MAX(s32768.after) OVER w AS closes
  FROM sized JOIN s32768
    ON sized.post = s32768.post AND sized.unit + size - 1 = s32768.unit
  WHERE class > 0
  WINDOW w AS (PARTITION BY size, class)
),
runs AS (
  SELECT
    head.post, head.char_start, tail.char_end, tail.last + 8 - head.place AS word_count,
    MIN(head.place) OVER w AS passage, COUNT(*) OVER w AS places,
    COUNT(head.before) OVER w < COUNT(*) OVER w
      OR MIN(head.before) OVER w < MAX(head.before) OVER w AS opens,
    COUNT(tail.after) OVER w < COUNT(*) OVER w
      OR MIN(tail.after) OVER w < MAX(tail.after) OVER w AS closes
  FROM blocks AS head JOIN blocks AS tail
    ON head.stretch = tail.stretch AND head.size = tail.size
    AND tail.unit BETWEEN head.unit AND head.unit + head.size - 1
  WHERE head.opens AND tail.closes
  WINDOW w AS (PARTITION BY head.size, head.class, tail.class, tail.unit - head.unit)
)
-- `passage`, the place where it first stands, and its length name a passage.
SELECT post, char_start, char_end, word_count, passage
FROM runs WHERE places > 1 AND opens AND closes
ORDER BY post, char_start, char_end
