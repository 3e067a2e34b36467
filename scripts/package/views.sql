-- One row a claim, with what other tables say of it; several values are joined by ' | '.
CREATE VIEW claims_flat AS
SELECT
  claims.*,
  posts.title AS post_title,
  claim_types.label AS claim_type_label,
  themes.label AS theme_label,
  targets.label AS target_label,
  stances.label AS stance_label,
  (SELECT group_concat(text, ' | ') FROM (
    SELECT DISTINCT talking_points.text
    FROM talking_point_mentions AS mentions JOIN talking_points USING (talking_point_id)
    WHERE mentions.post_id = claims.post_id
      AND mentions.char_start < claims.char_end AND mentions.char_end > claims.char_start
    ORDER BY mentions.char_start, talking_points.talking_point_id
  )) AS talking_points,
  (SELECT group_concat(text, ' | ') FROM (
    SELECT propositions.text
    FROM claim_propositions AS links JOIN propositions USING (proposition_id)
    WHERE links.claim_id = claims.claim_id ORDER BY proposition_id
  )) AS propositions,
  (SELECT group_concat(name, ' | ') FROM (
    SELECT operations.name
    FROM claim_operations AS links JOIN operations USING (operation_id)
    WHERE links.claim_id = claims.claim_id ORDER BY operation_id
  )) AS operations,
  conclusions.code AS conclusion,
  conclusions.label AS conclusion_label,
  claim_reviews.justification
FROM claims
JOIN posts USING (post_id)
JOIN claim_reviews USING (claim_id)
JOIN codes AS claim_types ON claim_types.list = 'claim_type' AND claim_types.code = claim_type
JOIN codes AS themes ON themes.list = 'theme' AND themes.code = theme
JOIN codes AS targets ON targets.list = 'target' AND targets.code = target
JOIN codes AS stances ON stances.list = 'stance' AND stances.code = stance
JOIN codes AS conclusions
  ON conclusions.list = 'conclusion' AND conclusions.code = claim_reviews.conclusion
ORDER BY claims.rowid;

-- One row a figure, likewise.
CREATE VIEW figures_flat AS
SELECT
  figures.*,
  posts.title AS post_title,
  claims.statement,
  indicators.label AS indicator_label,
  units.label AS unit_label,
  units.base_unit,
  places.label AS place_label,
  (SELECT group_concat(said, ' | ') FROM (
    SELECT publisher || ', ' || replace(published, 'not_shown', 'no date shown') || ': ' || coalesce(value_as_printed, '–')
      || ' (' || verdict || ', ' || independence || ')' AS said
    FROM reference_checks JOIN published_sources USING (source_id)
    WHERE reference_checks.figure_id = figures.figure_id AND retrievable = 'yes'
    ORDER BY check_id
  )) AS source_values,
  (SELECT group_concat(finding, ' | ') FROM (
    SELECT DISTINCT check_id, finding
    FROM consistency_items JOIN consistency_checks USING (check_id)
    WHERE consistency_items.figure_id = figures.figure_id AND outcome = 'fails'
    ORDER BY check_id
  )) AS failing_checks,
  conclusions.code AS conclusion,
  conclusions.label AS conclusion_label
FROM figures
JOIN posts USING (post_id)
JOIN claims USING (claim_id)
JOIN claim_reviews USING (claim_id)
JOIN indicators USING (indicator_id)
LEFT JOIN units USING (unit)
LEFT JOIN codes AS places ON places.list = 'place' AND places.code = figures.place
JOIN codes AS conclusions
  ON conclusions.list = 'conclusion' AND conclusions.code = claim_reviews.conclusion
ORDER BY figures.rowid;
