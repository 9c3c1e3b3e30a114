"""A contact becomes an entry of the follow-up queue: whom to get in touch with, by when, how.

``resolve_event`` finds out which event the cards are from, ``follow_up`` makes one
entry of the queue, ``in_queue_order`` puts entries in their order.
"""

from cardscan.followup.event import resolve_event
from cardscan.followup.queue import contact_id, follow_up, in_queue_order
from cardscan.followup.record import Event, FollowUp
from cardscan.followup.working_days import next_working_day

__all__ = [
    "Event",
    "FollowUp",
    "contact_id",
    "follow_up",
    "in_queue_order",
    "next_working_day",
    "resolve_event",
]
