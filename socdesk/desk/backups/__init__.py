"""Backups that are proven: made while the desk is open, checked before they count, restored beside what is there."""
