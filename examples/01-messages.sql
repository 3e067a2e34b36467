-- Which messages stand in most posts, of which country, and in which posts?
SELECT text, target_country, count(*) AS posts, sum(times) AS sentences,
  group_concat(post_id, ', ') AS post_ids
FROM (SELECT talking_point_id, target_country, post_id, count(*) AS times
  FROM talking_point_mentions WHERE voice = 'own' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) AS by_post
JOIN talking_points USING (talking_point_id)
GROUP BY text, target_country
ORDER BY posts DESC, sentences DESC, text, target_country NULLS LAST LIMIT 10;
