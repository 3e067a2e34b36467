# Which messages stand in most posts, of which country, and in which posts?

source("examples/read.R")

mentions <- read("talking_point_mentions")[voice == "own"]
mentions <- merge(mentions, read("talking_points"), by = "talking_point_id")
answer <- mentions[, .(posts = uniqueN(post_id), sentences = .N,
  post_ids = toString(sort(unique(post_id)))), by = .(text, target_country)]
answer <- head(answer[order(-posts, -sentences, text, target_country)], 10)
print(answer)
