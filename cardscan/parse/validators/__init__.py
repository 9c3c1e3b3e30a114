"""Validators: a richer value for text that holds, an issue with a sentence for text that does not."""
