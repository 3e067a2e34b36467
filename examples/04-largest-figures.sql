-- What do published sources say of the posts' numbers of 20 million people and more?
-- 'same_claimant' and 'repeats' show where a number comes from, not that it is true.
SELECT figure_id, quote, conclusion, verdict, value_as_printed, publisher, independence
FROM figures JOIN claim_reviews USING (claim_id)
LEFT JOIN reference_checks USING (figure_id)
LEFT JOIN published_sources USING (source_id)
WHERE unit = 'person' AND figure_role = 'level' AND value >= 20000000
ORDER BY figure_id, check_id;
