"""Documents of word processors → Draft: Word, OpenDocument and RTF, by their styles and lists."""
