"""The static site: made from the package alone, served by any host or opened as files."""
