"""Scripts that learn the tables of weights that the library ships."""
