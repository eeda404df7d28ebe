"""What was said → paragraphs: subtitles, and transcripts in plain text."""
