"""The errors that a client sees, each with its HTTP status."""

from collections.abc import Collection


class Refusal(Exception):  # noqa: N818 - an answer like others, not a fault
    """Say with which status a request is answered, why, and what to do instead."""

    def __init__(self, status: int, message: str, hint: str = "") -> None:
        """Keep the parts apart: the status goes into the head of the answer."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.hint = hint


def refused_service(allowed: Collection[str]) -> tuple[str, str]:
    """Return what is said where SERVICE names what is not allowed, and what to do instead."""
    if not allowed:
        return (
            "SERVICE is refused: this store only is read",
            "leave SERVICE out; `kg serve --allow URL` lets it ask URL",
        )
    listed = ", ".join(f"<{one}>" for one in allowed)
    return "SERVICE is refused here", f"write it with one of these, in full: {listed}; and the word nowhere else"
