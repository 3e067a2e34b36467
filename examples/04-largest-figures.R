# What do published sources say of the posts' numbers of 20 million people and more?
# 'same_claimant' and 'repeats' show where a number comes from, not that it is true.

source("examples/read.R")

figures <- read("figures")[unit == "person" & figure_role == "level" & value >= 20e6]
figures <- merge(figures, read("claim_reviews"), by = "claim_id")
checks <- merge(read("reference_checks"), read("published_sources"), by = "source_id", all.x = TRUE)
answer <- merge(figures, checks, by = "figure_id", all.x = TRUE)[order(figure_id, check_id)]
answer <- answer[, .(figure_id, quote, conclusion, verdict, value_as_printed, publisher,
  independence)]
print(answer)
