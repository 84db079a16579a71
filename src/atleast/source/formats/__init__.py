"""One file per format, each with `read(path, name, limits, declared)`. They are imported when a file needs them."""
