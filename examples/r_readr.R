# The assertions that most posts make, each with the words of every post that makes it.
# readr; jsonlite reads the descriptor. Run in the package's folder: Rscript examples/r_readr.R

package <- jsonlite::fromJSON("datapackage.json", simplifyVector = FALSE)
letters_of <- c(string = "c", integer = "i", number = "d", date = "D")

# A table with the descriptor's types; only an empty cell is a missing value.
read_table <- function(name) {
  table <- Filter(function(resource) resource$name == name, package$resources)[[1]]
  columns <- vapply(table$schema$fields, function(field) field$name, "")
  types <- vapply(table$schema$fields, function(field) field$type, "")
  rows <- readr::read_csv(table$path,
    col_types = paste(letters_of[types], collapse = ""), na = "",
    trim_ws = FALSE, lazy = FALSE, name_repair = "minimal"
  )
  if (!identical(names(rows), columns)) {
    stop("the header of ", table$path, " is not as described")
  }
  readr::stop_for_problems(rows)
  rows
}

propositions <- read_table("propositions")
ranks <- order(-propositions$post_count, -propositions$claim_count, propositions$proposition_id,
  method = "radix"
)
most <- head(propositions[ranks, ], 5)
claims <- read_table("claims")[c("proposition_id", "claim_id", "quote")]
# claims.proposition_id is a key of propositions.
answer <- merge(most, claims, by = "proposition_id")
ranks <- order(match(answer$proposition_id, most$proposition_id), answer$claim_id, method = "radix")
answer <- answer[ranks, ]
cat(with(answer, paste(post_count, text, claim_id, quote, sep = " | ")), sep = "\n")
