-- Which statement stands in most posts, and in which words?
-- The last three columns say in what the words differ from the statement.
SELECT text, claim_id, quote, actor, items, purpose
FROM propositions JOIN claim_propositions USING (proposition_id) JOIN claims USING (claim_id)
WHERE proposition_id = (
  SELECT proposition_id FROM claim_propositions JOIN claims USING (claim_id)
  GROUP BY proposition_id
  ORDER BY count(DISTINCT post_id) DESC, count(*) DESC, proposition_id LIMIT 1)
ORDER BY claim_id;
