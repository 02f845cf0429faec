"""The steps of bringing a list in: file, columns, check, import."""
