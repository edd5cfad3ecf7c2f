"""Tells whom a clause that opens a sentence bars: « Nommé par Paul Martin, il … » is another."""

from kg.extract.grammar.voice import is_participle
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token


def behind_opening(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return Martin of « Nommé par Paul Martin, il … », « l'ancien maire … »: what opens so tells of another."""
    verb = sentence.head(token)
    if verb is None or not token.dep.startswith("nsubj") or reading.language != "fr":
        return set()
    below = [t for one in opening_participles(sentence, token) for t in sentence.children(one, "obl")]
    return {r.entity for t in below for r in reading.referents(sentence, t)}


def opening_participles(sentence: Sentence, token: Token) -> list[Token]:
    """Return « nommé » of « Nommé en mai par Dubois, l'ancien président … »: what goes on about its noun."""
    verb = sentence.head(token)
    before = sentence.children(verb, "advcl", "acl") if verb is not None else ()
    return [t for t in before if t.index < token.index and is_participle(t)]
