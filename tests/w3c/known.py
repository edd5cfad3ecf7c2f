"""The W3C tests that fail, each with its reason; one that passes after all is an error, too."""

QUERY: dict[str, str] = {}
UPDATE: dict[str, str] = {}
