-- Whom do the posts praise and blame, with how many words, in how many posts?
-- In their own voice or in irony, and only those whom more than one post praises or blames.
SELECT target_country, target, count(*) FILTER (WHERE polarity = 'favourable') AS praise,
  count(*) FILTER (WHERE polarity = 'unfavourable') AS blame, count(DISTINCT post_id) AS posts
FROM evaluations
WHERE voice IN ('own', 'ironic')
GROUP BY target_country, target
HAVING count(DISTINCT post_id) > 1
ORDER BY target_country NULLS LAST, target;
