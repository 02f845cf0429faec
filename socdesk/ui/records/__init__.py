"""Any register in the window: its table, its form, its timeline."""
