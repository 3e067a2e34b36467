-- Every name that the posts give to one operation, and the posts that use it.
-- SQLite: sqlite3 china-drug-control-posts-VERSION.sqlite < examples/sqlite.sql

SELECT operations.name, operations.name_zh, operations.name_zh_basis,
       operation_mentions.quote, operation_mentions.post_id
FROM operation_mentions
JOIN operations ON operations.operation_id = operation_mentions.operation_id
WHERE operations.operation_id = 'clearing-ice-and-eliminating-drugs'
GROUP BY operation_mentions.quote, operation_mentions.post_id
ORDER BY operation_mentions.quote, operation_mentions.post_id;
