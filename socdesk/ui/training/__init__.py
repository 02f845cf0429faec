"""The parts of the page of training."""
