"""Papers: drafted from a snapshot, edited by the officer, checked for leaks, and kept (architecture.md, bone 13)."""
