"""The forms that the book has had, the oldest first."""
