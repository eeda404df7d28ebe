"""The command: what is asked for, printing, and opening the reader."""
