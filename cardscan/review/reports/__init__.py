"""What became of the events."""
