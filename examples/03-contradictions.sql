-- Where do the posts contradict each other or themselves?
-- 'unclear': the text does not decide it. Where a figure fails a check, see question 10.
SELECT check_id, finding, outcome, confidence, group_concat(post_id, ', ') AS post_ids
FROM (SELECT DISTINCT check_id, post_id FROM consistency_items ORDER BY 1, 2) AS items
JOIN consistency_checks USING (check_id)
WHERE check_type = 'contradiction' AND outcome <> 'holds' AND confidence <> 'low'
GROUP BY check_id, finding, outcome, confidence
ORDER BY check_id;
