# Drugs that the posts say China seized, by period, and what speaks against each figure.
# Base R; jsonlite reads the descriptor. Run in the package's folder: Rscript examples/r_base.R

package <- jsonlite::fromJSON("datapackage.json", simplifyVector = FALSE)
classes <- c(string = "character", integer = "integer", number = "numeric", date = "Date")

# A table with the descriptor's types; only an empty cell is a missing value.
read_table <- function(name) {
  table <- Filter(function(resource) resource$name == name, package$resources)[[1]]
  columns <- vapply(table$schema$fields, function(field) field$name, "")
  types <- vapply(table$schema$fields, function(field) field$type, "")
  rows <- read.csv(table$path,
    colClasses = unname(classes[types]), na.strings = "",
    encoding = "UTF-8", check.names = FALSE
  )
  if (!identical(names(rows), columns)) {
    stop("the header of ", table$path, " is not as described")
  }
  rows
}

figures <- read_table("figures")
seized <- subset(figures, indicator_id == "drugs-seized" & place == "CN")
checks <- subset(read_table("consistency_checks"), outcome != "holds")
# consistency_items.check_id is a key of consistency_checks, its figure_id one of figures.
items <- subset(read_table("consistency_items"), !is.na(figure_id))
doubts <- merge(items[c("check_id", "figure_id")], checks[c("check_id", "outcome", "finding")],
  by = "check_id"
)
answer <- merge(seized, doubts, by = "figure_id", all.x = TRUE)
answer$tonnes <- answer$value_base / 1000 # the base unit of mass is the kilogram
answer <- answer[order(answer$period, answer$figure_id, answer$check_id, method = "radix"), ]
write.table(answer[c("period", "tonnes", "substance", "figure_id", "outcome", "finding")],
  sep = " | ", quote = FALSE, row.names = FALSE
)
