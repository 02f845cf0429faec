"""An open desk: the only door to storage and keys."""
