"""One module per register, or per family of registers; none imports another."""
