"""One line of the doctor's report."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "problem"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Say what was found of a subject, and the `fix` to type where it is a problem.

    `asked` is True where the user named the subject (a store, a server), so that a problem with it is an error.
    """

    subject: str
    status: Status
    found: str
    fix: str | None = None
    asked: bool = False

    @property
    def failed(self) -> bool:
        """Tell whether something that the user asked for is wrong."""
        return self.asked and self.status == "problem"
