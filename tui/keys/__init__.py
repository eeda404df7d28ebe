"""Every key of the program as data: a file for each place where keys work, a row for each key."""
