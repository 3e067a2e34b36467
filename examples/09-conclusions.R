# What do the checks against published sources come to, by theme?
# 'supported_by_claimant_only' means that nobody but the claimant vouches for it.

source("examples/read.R")

reviews <- merge(read("claims"), read("claim_reviews"), by = "claim_id")
conclusions <- read("codes")[list == "conclusion", code]
reviews[, conclusion := factor(conclusion, conclusions)]
counts <- dcast(reviews, theme ~ conclusion, length, drop = c(TRUE, FALSE), value.var = "claim_id")
answer <- merge(reviews[, .(claims = .N), by = theme], counts, by = "theme")[order(theme)]
print(answer)
