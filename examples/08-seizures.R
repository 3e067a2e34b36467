# Which drugs do the posts say were seized, when and where, and what limits each number?
# Undated amounts are left out. The others overlap: do not add them up.

source("examples/read.R")

seized <- read("figures")[indicator_id == "drugs-seized" & !is.na(period)]
seized[, tonnes := value_base / 1000] # the base unit of mass is the kilogram
answer <- seized[, .(post_ids = toString(sort(unique(post_id)))),
  by = .(period, place, tonnes, qualifier, substance, population)]
answer <- answer[order(period, place, tonnes, post_ids)]
print(answer)
