"""What happened to a person, as dated steps."""
