"""atleast: from a folder of sources to a report in which every figure can be checked."""

__version__ = "0.1.0"
