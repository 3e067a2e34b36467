-- Under which names do the posts speak of one operation, 除冰肃毒?
SELECT name, name_zh, name_zh_basis, quote, sum(times) AS mentions,
  group_concat(post_id, ', ') AS post_ids
FROM (SELECT operation_id, quote, post_id, count(*) AS times
  FROM operation_mentions GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) AS by_post
JOIN operations USING (operation_id)
WHERE name_zh = '除冰肃毒'
GROUP BY name, name_zh, name_zh_basis, quote
ORDER BY quote;
