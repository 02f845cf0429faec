"""The page of settings, and its sections."""
