-- What do the checks against published sources come to, by theme?
-- 'supported_by_claimant_only' means that nobody but the claimant vouches for it.
SELECT theme, count(*) AS claims, sum(conclusion = 'supported') AS supported,
  sum(conclusion = 'supported_by_claimant_only') AS supported_by_claimant_only,
  sum(conclusion = 'partly') AS partly, sum(conclusion = 'differs') AS differs,
  sum(conclusion = 'contested') AS contested, sum(conclusion = 'not_found') AS not_found,
  sum(conclusion = 'not_checkable') AS not_checkable, sum(conclusion = 'not_tried') AS not_tried
FROM claims JOIN claim_reviews USING (claim_id)
GROUP BY theme
ORDER BY theme;
