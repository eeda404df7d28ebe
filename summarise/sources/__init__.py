"""Bytes → Draft: files, folders and pipes, and a reader for each format."""
