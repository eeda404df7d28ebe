"""Pictures of the screens, made from the running app."""
