-- Drugs that the posts say China seized, by period, and what speaks against each figure.
-- DuckDB, straight from the CSV files. Run in the package's folder: duckdb < examples/duckdb.sql

.read metadata/duckdb.sql

SELECT period, value_base / 1000 AS tonnes, substance, figure_id, outcome, finding
FROM figures
LEFT JOIN (
    SELECT figure_id, check_id, outcome, finding
    FROM consistency_items
    JOIN consistency_checks USING (check_id)
    WHERE outcome <> 'holds'
) AS doubts USING (figure_id)
WHERE indicator_id = 'drugs-seized' AND place = 'CN'
ORDER BY period NULLS LAST, figure_id, check_id;
