"""Draft the curation file of a post from how the other posts are coded: pure functions."""
