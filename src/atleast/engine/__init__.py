"""Work that this process does not do itself: because it is too much for one, or because it may kill the one that does it."""
