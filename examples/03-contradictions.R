# Where do the posts contradict each other or themselves?
# 'unclear': the text does not decide it. Where a figure fails a check, see question 10.

source("examples/read.R")

checks <- read("consistency_checks")[check_type == "contradiction" & outcome != "holds"]
items <- merge(checks[confidence != "low"], read("consistency_items"), by = "check_id")
answer <- items[, .(post_ids = toString(sort(unique(post_id)))),
  by = .(check_id, finding, outcome, confidence)][order(check_id)]
print(answer)
