-- The tables as views over the Parquet files of a release, then a view of the text that posts
-- share. Run in the folder of the unpacked zip: .read metadata/duckdb.sql
CREATE OR REPLACE VIEW posts AS FROM 'parquet/posts.parquet';
CREATE OR REPLACE VIEW claims AS FROM 'parquet/claims.parquet';
CREATE OR REPLACE VIEW operations AS FROM 'parquet/operations.parquet';
CREATE OR REPLACE VIEW figures AS FROM 'parquet/figures.parquet';
CREATE OR REPLACE VIEW sentences AS FROM 'parquet/sentences.parquet';
CREATE OR REPLACE VIEW remainders AS FROM 'parquet/remainders.parquet';
CREATE OR REPLACE VIEW numerals AS FROM 'parquet/numerals.parquet';
CREATE OR REPLACE VIEW operation_mentions AS FROM 'parquet/operation_mentions.parquet';
CREATE OR REPLACE VIEW entity_mentions AS FROM 'parquet/entity_mentions.parquet';
CREATE OR REPLACE VIEW phrases AS FROM 'parquet/phrases.parquet';
CREATE OR REPLACE VIEW evaluations AS FROM 'parquet/evaluations.parquet';
CREATE OR REPLACE VIEW talking_point_mentions AS FROM 'parquet/talking_point_mentions.parquet';
CREATE OR REPLACE VIEW codings AS FROM 'parquet/codings.parquet';
CREATE OR REPLACE VIEW coding_agreement AS FROM 'parquet/coding_agreement.parquet';
CREATE OR REPLACE VIEW row_reviews AS FROM 'parquet/row_reviews.parquet';
CREATE OR REPLACE VIEW claim_operations AS FROM 'parquet/claim_operations.parquet';
CREATE OR REPLACE VIEW operation_parties AS FROM 'parquet/operation_parties.parquet';
CREATE OR REPLACE VIEW propositions AS FROM 'parquet/propositions.parquet';
CREATE OR REPLACE VIEW claim_propositions AS FROM 'parquet/claim_propositions.parquet';
CREATE OR REPLACE VIEW talking_points AS FROM 'parquet/talking_points.parquet';
CREATE OR REPLACE VIEW shared_passages AS FROM 'parquet/shared_passages.parquet';
CREATE OR REPLACE VIEW consistency_checks AS FROM 'parquet/consistency_checks.parquet';
CREATE OR REPLACE VIEW consistency_items AS FROM 'parquet/consistency_items.parquet';
CREATE OR REPLACE VIEW reference_checks AS FROM 'parquet/reference_checks.parquet';
CREATE OR REPLACE VIEW claim_reviews AS FROM 'parquet/claim_reviews.parquet';
CREATE OR REPLACE VIEW codes AS FROM 'parquet/codes.parquet';
CREATE OR REPLACE VIEW units AS FROM 'parquet/units.parquet';
CREATE OR REPLACE VIEW indicators AS FROM 'parquet/indicators.parquet';
CREATE OR REPLACE VIEW entities AS FROM 'parquet/entities.parquet';
CREATE OR REPLACE VIEW published_sources AS FROM 'parquet/published_sources.parquet';
CREATE OR REPLACE VIEW evaluative_words AS FROM 'parquet/evaluative_words.parquet';

-- How much of a post stands in another one, in passages that the two share; overlapping passages
-- count once. Offsets count characters.
CREATE OR REPLACE VIEW shared_text AS
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
