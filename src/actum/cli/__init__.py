"""One file a verb; data to standard output, words to standard error."""
