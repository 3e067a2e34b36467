-- Which posts share most text: what share of one stands in another as well?
-- In runs of eight words or more. A character counts once, however many runs it is part of.
SELECT post_id, other_post_id AS post_id_other, share
FROM shared_text
ORDER BY share DESC, post_id, other_post_id
LIMIT 10;
