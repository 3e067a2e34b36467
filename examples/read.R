# Reads any table of the package with the types of its descriptor; needs jsonlite and data.table.
# Run what sources it in the package's folder, the one that holds datapackage.json.

library(data.table)

# The table of this name; only an empty cell is a missing value.
# read.csv(), since fread() leaves quotation marks doubled that stand inside a cell.
read <- function(name) {
  package <- jsonlite::fromJSON("datapackage.json", simplifyVector = FALSE)
  table <- Filter(function(resource) resource$name == name, package$resources)[[1]]
  columns <- vapply(table$schema$fields, function(field) field$name, "")
  types <- vapply(table$schema$fields, function(field) field$type, "")
  classes <- c(string = "character", integer = "integer", number = "numeric", date = "Date")
  rows <- read.csv(table$path,
    colClasses = unname(classes[types]), na.strings = "", encoding = "UTF-8", check.names = FALSE
  )
  if (!identical(names(rows), columns)) {
    stop("the header of ", table$path, " is not as described")
  }
  as.data.table(rows)
}
