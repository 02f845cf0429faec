"""What the window says of the whole desk: pages over several registers, each naming those it is about."""
