"""Numbers with everything that is needed to check them: our own minimum and the figures that sources publish."""
