"""The pages of the window, and the doors to a desk."""
