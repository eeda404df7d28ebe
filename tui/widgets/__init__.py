"""The widgets the screens are built of, one a file."""
