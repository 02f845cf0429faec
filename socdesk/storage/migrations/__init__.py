"""The schema’s steps: never edited, only added."""
