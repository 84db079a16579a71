"""`python -m atleast`."""

from atleast.cli import main

main()
