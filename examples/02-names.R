# Under which names do the posts speak of one operation, 除冰肃毒?

source("examples/read.R")

operation <- read("operations")[name_zh == "除冰肃毒"]
mentions <- merge(operation, read("operation_mentions"), by = "operation_id")
answer <- mentions[, .(mentions = .N, post_ids = toString(sort(unique(post_id)))),
  by = .(name, name_zh, name_zh_basis, quote)][order(quote)]
print(answer)
