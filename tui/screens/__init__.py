"""The screens, one a file or folder, each beside its own styles."""
