"""What comes in and goes out: spreadsheets, CSV and JSON.

This room knows files and cells, not registers: it turns bytes into typed rows, each accepted or refused with
a reason, and tables into bytes. Nothing here writes a file or touches a desk; no formula is ever evaluated.
"""
