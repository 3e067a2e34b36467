-- Which drugs do the posts say were seized, when and where, and what limits each number?
-- Undated amounts are left out. The others overlap: do not add them up.
SELECT period, place, tonnes, qualifier, substance, population,
  group_concat(post_id, ', ') AS post_ids
FROM (SELECT DISTINCT post_id, period, place, value_base / 1000 AS tonnes, qualifier, substance,
  population FROM figures WHERE indicator_id = 'drugs-seized' ORDER BY post_id) AS seized
WHERE period IS NOT NULL
GROUP BY period, place, tonnes, qualifier, substance, population
ORDER BY period, place NULLS LAST, tonnes, post_ids;
