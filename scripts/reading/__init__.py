"""Readers of the posts' own words: numerals, quantities and periods. Pure functions, no files."""
