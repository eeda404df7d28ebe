"""Parts of NLTK written out here, because importing it takes longer than using them."""
