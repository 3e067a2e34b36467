# Which statement stands in most posts, and in which words?
# The last three columns say in what the words differ from the statement.

source("examples/read.R")

stated <- merge(read("claim_propositions"), read("claims"), by = "claim_id")
counts <- stated[, .(posts = uniqueN(post_id), claims = .N), by = proposition_id]
first <- counts[order(-posts, -claims, proposition_id)][1]
answer <- merge(first, stated, by = "proposition_id")
answer <- merge(answer, read("propositions"), by = "proposition_id")
answer <- answer[order(claim_id), .(text, claim_id, quote, actor, items, purpose)]
print(answer)
