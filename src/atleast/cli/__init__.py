"""The command line: one file a command, each a few lines over one public function."""

from atleast.cli.main import main

__all__ = ["main"]
