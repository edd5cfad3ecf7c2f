"""Tells rows of capitals that look like names from offices, adjectives and words that capitals alone do not name."""

import re
from functools import cache
from typing import Final

from kg.annotate.names.holders import OFFICE, is_office
from kg.annotate.names.no_names import NO_NAME
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import peoples_adjectives
from kg.lexicon.tables import demonyms, fold, lexicon, listed

_FAITHS: Final = ("Christian", "Catholic", "Muslim", "Buddhist", "Hindu", "Sikh", "Protestant", "Anglican")
_BELIEVERS: Final = re.compile(
    r" (?:rebels|militias?|fighters|refugees|minority|insurgents|separatists|tribesmen|villagers|community)\b"
)
_BODIES: Final = frozenset(
    """Direction Délégation Agence Autorité Office Institut Bureau Conseil Comité Commission Centre Syndicat Union
    Fédération Confédération Mission Haute""".split()
)
_WITH_ARTICLE: Final = re.compile(r"\b[Aa]n? (?:[a-z]+ )?$")


def introduced(text: str, name: str) -> bool:
    """Tell "AU" of "the African Union (AU)", though a small word is spelt so, and "SDF", though it is short for one."""
    if not name.isupper() or f"({name})" not in text:
        return False
    return fold(name) in _folded_function_words() or (
        name.lower() in lexicon()["common_acronyms"] and _spelt(text, name)
    )


def _spelt(text: str, name: str) -> bool:
    """Tell whether the capitals of the words before the brackets spell a short name."""
    before = text[: text.index(f"({name})")].replace("’", "'").split()[-2 * len(name) - 1 :]
    words = [word.rpartition("'")[2] or word for word in before if fold(word) not in _folded_function_words()]
    own = words[-len(name) :]  # « la Direction générale de la Santé (DGS) », no « Directeur général des services »
    body = len(own) == len(name) and own[0] in _BODIES and "".join(word[0] for word in own).upper() == name
    return body or "".join(word[0] for word in before if word[0].isupper()).endswith(name)


def looks_like_name(name: str) -> bool:
    """Tell a row that may be a name from an office, an adjective, a day or small words with a capital."""
    if len(name) < 2 and name not in known_by_form():
        return False
    if NO_NAME.fullmatch(name) or is_office(name):
        return False
    if name.isupper() and name.lower() in lexicon()["common_acronyms"]:
        return False
    words = name.lower().split()
    if fold(name) in lexicon()["calendar"] or fold(name) in _folded_function_words():
        return False
    body = len(words) > 1 and words[-1] in lexicon()["organization_words"]  # "Justice Department"
    common = lexicon()["person_titles"] | lexicon()["common_capitals"]
    if not body and all(word in common or (len(words) == 1 and word in lexicon()["post_words"]) for word in words):
        return False
    people = words[0] in peoples_adjectives() or name.split(maxsplit=1)[0] in demonyms()
    post = words[1:] if people else words
    titles = len(words) > 1 and all(word in listed("person_titles", "post_words") for word in post)
    if titles or (people and OFFICE.fullmatch(name.partition(" ")[2])):
        return False  # "Chief Executive Officer", "Indian Ambassador", "Colombian Chief of Police"
    return any(char.isupper() for char in name)


@cache
def _folded_function_words() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon()["function_words"])


def believer(text: str, words: list[re.Match[str]]) -> bool:
    """Tell "a devout Christian Cho", "Muslim Seleka rebels": a person's name has no article, a body has its own."""
    before = text[max(0, words[0].start() - 24) : words[0].start()]
    told = _WITH_ARTICLE.search(before) is not None or _BELIEVERS.match(text, words[-1].end()) is not None
    return len(words) == 2 and words[0].group() in _FAITHS and told
