# What the tests ask of tables that R has read: their columns as JSON, and their wrong quotes.

kinds <- c(character = "string", integer = "integer", numeric = "number", Date = "date")

# Writes every column of every table: its type in the descriptor's words, and its values.
write_tables <- function(tables, path) {
  columns <- lapply(tables, function(rows) {
    lapply(as.list(rows), function(column) {
      list(type = jsonlite::unbox(kinds[[class(column)]]), values = column)
    })
  })
  jsonlite::write_json(columns, path, na = "null", digits = NA)
}

# Says how many rows have a span, and in how many the offsets do not find the quote.
count_quotes <- function(tables) {
  texts <- setNames(tables$posts$text, tables$posts$post_id)
  spans <- Filter(function(rows) {
    all(c("post_id", "char_start", "char_end", "quote") %in% names(rows))
  }, tables)
  found <- unlist(lapply(spans, function(rows) {
    rows <- as.data.frame(rows)
    rows <- rows[!is.na(rows$char_start), ]
    start <- as.integer(rows$char_start) + 1L
    substr(texts[rows$post_id], start, as.integer(rows$char_end)) == rows$quote
  }))
  cat("quotes:", length(found), "wrong:", sum(!found), "\n")
}
