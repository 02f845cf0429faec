"""Backups while a desk is open in the window."""
