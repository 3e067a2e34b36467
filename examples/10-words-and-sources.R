# Which figures fail a check against a source: in which words, and what does it print?
# It fails where the words cannot be meant as they stand or the source has it otherwise.
# The words are cut out of the post's text by their offsets, which count from 0; R counts from 1.

source("examples/read.R")

items <- merge(read("consistency_items")[!is.na(figure_id)], read("posts"), by = "post_id")
items[, words := substr(text, char_start + 1, char_end)]
checks <- merge(items, read("consistency_checks")[outcome == "fails"], by = "check_id")
found <- setnames(read("reference_checks"), "check_id", "reference_check_id")
answer <- merge(checks, found, by = c("figure_id", "reference_check_id"))
answer <- answer[order(figure_id), .(figure_id, words, value_as_printed, source_id, finding)]
print(answer)
