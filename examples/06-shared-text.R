# Which posts share most text: what share of one stands in another as well?
# In runs of eight words or more. A character counts once, however many runs it is part of.

source("examples/read.R")

runs <- read("shared_passages")
places <- runs[, .(at = char_start:(char_end - 1)), by = .(passage_id, post_id, char_start)]
pairs <- merge(places, runs, by = "passage_id", suffixes = c("", "_other"), allow.cartesian = TRUE)
pairs <- merge(pairs[post_id != post_id_other], read("posts"), by = "post_id")
answer <- pairs[, .(share = round(uniqueN(at) / nchar(text[1]), 4)), by = .(post_id, post_id_other)]
answer <- head(answer[order(-share, post_id, post_id_other)], 10)
print(answer)
