"""Holds what a trigger gives before it is judged."""

from dataclasses import dataclass

from kg.extract.frames.load import Frame, Trigger
from kg.extract.frames.site import Site
from kg.model import Amount, Participant, Span


@dataclass(slots=True)
class Draft:
    """Hold what a trigger gives before it is judged."""

    trigger: Trigger
    site: Site
    frame: Frame
    roles: dict[str, list[Participant]]
    spans: list[Span]
    amounts: dict[str, Amount]
    quote: int | None = None
