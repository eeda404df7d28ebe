"""What is drawn, as data: documents, their layout and their words; no widget in here."""
