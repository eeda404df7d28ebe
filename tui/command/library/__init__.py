"""The commands ``history``, ``saved`` and ``feeds``: what is remembered, without the reader."""

#: The first words of a command line that mean one of these commands and not a file.
NAMES = ("history", "saved", "feeds")
