# Writes what an example reads as JSON: every table by its read_table(), and its answer, if any.
# usage: Rscript tables_of.R EXAMPLE RESULT

paths <- commandArgs(trailingOnly = TRUE)
source(paths[1])
kinds <- c(
  character = "string", factor = "string", integer = "integer", numeric = "number", Date = "date"
)
described <- function(rows) {
  lapply(as.list(rows), function(column) {
    list(type = jsonlite::unbox(kinds[[class(column)]]), values = column)
  })
}
names <- vapply(package$resources, function(table) table$name, "")
tables <- lapply(names, function(name) described(read_table(name)))
names(tables) <- names
jsonlite::write_json(list(tables = tables, answer = described(answer)), paths[2],
  na = "null", digits = NA
)
