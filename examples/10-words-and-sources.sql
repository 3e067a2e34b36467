-- Which figures fail a check against a source: in which words, and what does it print?
-- It fails where the words cannot be meant as they stand or the source has it otherwise.
-- The words are cut out of the post's text by their offsets, which count from 0.
SELECT items.figure_id, substr(text, char_start + 1, char_end - char_start) AS words,
  value_as_printed, source_id, finding
FROM consistency_items AS items JOIN posts USING (post_id)
JOIN consistency_checks AS checks USING (check_id)
JOIN reference_checks AS found
  ON found.check_id = checks.reference_check_id AND found.figure_id = items.figure_id
WHERE outcome = 'fails'
ORDER BY items.figure_id, found.check_id;
