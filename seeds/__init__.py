"""Sample articles: what the program opens when it is given nothing."""
