# Which figures fail a check against a source: in which words, and what does it print?
# It fails where the words cannot be meant as they stand or the source has it otherwise.
# The words are cut out of the post's text by their offsets, which count from 0.

from read import read

items = read("consistency_items").dropna(subset="figure_id").merge(read("posts"), on="post_id")
items["words"] = [row.text[row.char_start : row.char_end] for row in items.itertuples()]
checks = items.merge(read("consistency_checks"), on="check_id").query("outcome == 'fails'")
found = read("reference_checks").rename(columns={"check_id": "reference_check_id"})
answer = checks.merge(found, on=["figure_id", "reference_check_id"], sort=True)
answer = answer[["figure_id", "words", "value_as_printed", "source_id", "finding"]]
print(answer.to_string(index=False))
