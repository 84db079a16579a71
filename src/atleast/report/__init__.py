"""The report: one page in which every figure can be checked, the numbers beside it, and the way from a figure to its bytes."""
