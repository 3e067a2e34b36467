"""How alike two sentences are: words weighed by how rare they are, and their numerals."""
