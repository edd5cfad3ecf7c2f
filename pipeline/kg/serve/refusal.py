"""The errors that a client sees, each with its HTTP status."""


class Refusal(Exception):  # noqa: N818 - an answer like others, not a fault
    """Say with which status a request is answered, why, and what to do instead."""

    def __init__(self, status: int, message: str, hint: str = "") -> None:
        """Keep the parts apart: the status goes into the head of the answer."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.hint = hint
