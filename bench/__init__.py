"""What the claims on speed and quality rest on: `make bench` runs it all; `python -m bench NAME` one part."""
