"""Everything that meets a terminal: the command, the app, its screens and widgets."""
