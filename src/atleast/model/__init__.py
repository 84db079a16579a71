"""The records and the fixed words. Frozen, without I/O; imports nothing of the house but its errors."""
