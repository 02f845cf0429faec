"""What a person can do; no Qt."""
