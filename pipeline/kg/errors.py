"""The errors that users can meet, each with what to type next and the exit code of the contract.

KgError
├── InputError      4   an input is missing, empty, binary, too large or in an unsupported language
├── EvidenceError   4   facts of an outside extractor do not hold against the text
├── UsageError      2   a broken option, query, date or setting
├── ModelError      2   a language model is missing or has the wrong version
├── StoreError      2   a store of another version, a damaged store
├── LockedError     3   another process holds the store: try again
└── UnavailableError     3   a server (Neo4j, endpoint, address) cannot be reached: try again
"""

from typing import ClassVar

DONE, FINDINGS, USAGE, UNAVAILABLE, REFUSED, FAULT = 0, 1, 2, 3, 4, 70


class KgError(Exception):
    """Say what went wrong, where, and the next command to type (`hint`)."""

    exit_code: ClassVar[int] = FAULT

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the message and the hint apart, so that both can be printed or sent as JSON."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(KgError):
    """Say that an input is refused."""

    exit_code = REFUSED


class EvidenceError(KgError):
    """Say that facts do not hold against their text: each reason is a line of the message."""

    exit_code = REFUSED


class UsageError(KgError):
    """Say that an option, a query or a setting is broken."""

    exit_code = USAGE


class ModelError(KgError):
    """Say that a language model is missing or wrong."""

    exit_code = USAGE


class StoreError(KgError):
    """Say that a store cannot be used as it is."""

    exit_code = USAGE


class LockedError(KgError):
    """Say that another process holds the store."""

    exit_code = UNAVAILABLE


class UnavailableError(KgError):
    """Say that a service cannot be reached."""

    exit_code = UNAVAILABLE
