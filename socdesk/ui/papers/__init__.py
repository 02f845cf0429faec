"""Papers in the window: the list, the making of one, its pages, its text and its leak check."""
