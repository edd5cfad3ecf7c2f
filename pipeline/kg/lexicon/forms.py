"""Finds the dictionary form of a word among the words that rules speak of."""

from collections.abc import Iterable

from kg.lexicon import english, french


def verb_table(verbs: Iterable[str], language: str) -> dict[str, tuple[str, ...]]:
    """Return the dictionary forms of each inflected form of the verbs."""
    inflect = french.verb_forms if language == "fr" else english.verb_forms
    return _table((verb, inflect(verb)) for verb in verbs)


def noun_table(nouns: Iterable[str], language: str) -> dict[str, tuple[str, ...]]:
    """Return the dictionary forms of each form (number, gender) of the nouns or adjectives."""
    inflect = french.noun_forms if language == "fr" else english.noun_forms
    return _table((noun, inflect(noun)) for noun in nouns)


def _table(pairs: Iterable[tuple[str, set[str]]]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word, forms in pairs:
        for form in forms:
            entry = table.setdefault(form, [])
            if word not in entry:
                entry.append(word)
    return {form: tuple(sorted(words)) for form, words in table.items()}
