"""What a person sees; the only Qt."""
