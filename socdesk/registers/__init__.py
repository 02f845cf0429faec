"""What is recorded: plain Python, no Qt, no SQL."""
