# What most posts state, each with the words of every post that states it.
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

links <- read_table("claim_propositions")[c("proposition_id", "claim_id")]
claims <- read_table("claims")[c("claim_id", "post_id", "quote")]
# claim_propositions has the keys of claims and of propositions.
stated <- merge(links, claims, by = "claim_id")
posts <- tapply(stated$post_id, stated$proposition_id, function(ids) length(unique(ids)))
propositions <- read_table("propositions")
propositions$post_count <- as.integer(posts[propositions$proposition_id])
propositions$claim_count <- as.integer(table(stated$proposition_id)[propositions$proposition_id])
ranks <- order(-propositions$post_count, -propositions$claim_count, propositions$proposition_id,
  method = "radix"
)
most <- head(propositions[ranks, ], 5)
answer <- merge(most, stated, by = "proposition_id")
ranks <- order(match(answer$proposition_id, most$proposition_id), answer$claim_id, method = "radix")
answer <- answer[ranks, ]
cat(with(answer, paste(post_count, text, claim_id, quote, sep = " | ")), sep = "\n")
