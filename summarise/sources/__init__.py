"""Sources: one file a format, each turning text or bytes into a Draft."""
