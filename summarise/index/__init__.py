"""Article → Index: its words, vectors and key terms, made once."""
