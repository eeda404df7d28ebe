"""What text is made of: words, languages, sentences; and what makes it safe to show."""
