"""The rule book: from tables to findings, whether the tables were just built or read."""
