"""What is being read and what was chosen, as data: no widget in here."""
