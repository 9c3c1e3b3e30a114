"""Lists for paper: whom to call, whom to write a card to, and labels for the envelopes."""
