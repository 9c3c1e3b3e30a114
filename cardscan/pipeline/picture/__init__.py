"""What was found on a photo, drawn on it: how a person sees why a field came out as it did."""

from cardscan.pipeline.picture.compose import draw_page

__all__ = ["draw_page"]
