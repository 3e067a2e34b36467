# Whom do the posts praise and blame, with how many words, in how many posts?
# In their own voice or in irony, and only those whom more than one post praises or blames.

source("examples/read.R")

words <- read("evaluations")[voice %in% c("own", "ironic")]
answer <- words[, .(praise = sum(polarity == "favourable"), blame = sum(polarity == "unfavourable"),
  posts = uniqueN(post_id)), by = .(target_country, target)]
answer <- answer[posts > 1][order(target_country, target)]
print(answer)
