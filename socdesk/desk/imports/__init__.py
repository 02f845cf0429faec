"""Lists of people that come in: previewed, reconciled with the desk, and written as one deed (domain.md 5.3, 5.4)."""
