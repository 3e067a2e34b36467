# The reference checks of the posts' figures, by verdict and by who made the source.
# The R package frictionless (https://docs.ropensci.org/frictionless), which takes the column
# types from the descriptor. Run in the package's folder: Rscript examples/r_frictionless.R

package <- frictionless::read_package("datapackage.json")

# It names columns by position: check the files first with `frictionless validate`.
read_table <- function(name) frictionless::read_resource(package, name)

checks <- read_table("reference_checks")
sources <- read_table("published_sources")[c("source_id", "publisher", "retrievable")]
# reference_checks.source_id is a key of published_sources; the source of not_found is empty.
answer <- merge(subset(checks, !is.na(figure_id)), sources, by = "source_id", all.x = TRUE)
print(table(answer$verdict, answer$independence, useNA = "ifany"))
