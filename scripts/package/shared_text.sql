-- How much of a post stands in another one, in passages that the two share; overlapping passages
-- count once. Offsets count characters.
CREATE VIEW shared_text AS
WITH spans AS (
  SELECT DISTINCT here.post_id, there.post_id AS other_post_id, here.char_start, here.char_end
  FROM shared_passages AS here
  JOIN shared_passages AS there USING (passage_id)
  WHERE here.post_id <> there.post_id
),
begun AS (
  SELECT *, char_start > coalesce(max(char_end) OVER before, -1) AS begins
  FROM spans
  WINDOW before AS (
    PARTITION BY post_id, other_post_id ORDER BY char_start, char_end
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  )
),
joined AS (
  SELECT post_id, other_post_id, max(char_end) - min(char_start) AS shared
  FROM (
    SELECT *, sum(begins) OVER (
      PARTITION BY post_id, other_post_id ORDER BY char_start, char_end
    ) AS stretch
    FROM begun
  )
  GROUP BY post_id, other_post_id, stretch
)
SELECT
  joined.post_id,
  joined.other_post_id,
  sum(joined.shared) AS shared_characters,
  round(1.0 * sum(joined.shared) / max(length(posts.text)), 4) AS share
FROM joined JOIN posts USING (post_id)
GROUP BY joined.post_id, joined.other_post_id;
