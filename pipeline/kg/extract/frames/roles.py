"""Finds the words that fill a role: one function of the tree for each notation of the frames."""

from dataclasses import dataclass
from typing import Final

from kg.extract import grammar
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token

QUANTITIES: Final = ("money", "percent", "count", "age", "number")


@dataclass(frozen=True, slots=True)
class Site:
    """Hold where a trigger stands: its head word, the words of its expression, and for a light verb, that verb."""

    sentence: Sentence
    token: Token
    words: tuple[Token, ...]
    kind: str
    support: Token | None = None
    support_side: str | None = None


def fillers(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return the words that stand in a function of the trigger."""
    if function == "subj":
        return _subject(site)
    if function == "obj":
        return grammar.deep_object(site.sentence, site.token)
    if function == "self":
        return [site.token]
    if function == "poss":
        return [c for c in site.sentence.children(site.token, "det", "nmod:poss") if _possessive(reading, c)]
    if function == "clause":
        return _content(site)
    if function == "entre":
        return grammar.with_preposition(
            site.sentence, site.token, "entre" if reading.language == "fr" else "between"
        )
    if function == "attr":
        return [
            t
            for t in site.sentence.children(site.token, "xcomp", "attr", "obj", "dep")
            if t.pos in ("NOUN", "ADJ") and t not in grammar.deep_object(site.sentence, site.token)
        ][:1]
    if function in QUANTITIES or function in ("noun", "place"):
        return []
    return _prepositional(reading, site, function)


def _subject(site: Site) -> list[Token]:
    if site.kind != "noun":
        return grammar.deep_subject(site.sentence, site.token)
    return grammar.deep_subject(site.sentence, site.support) if site.support is not None else []


def _possessive(reading: Reading, token: Token) -> bool:
    words = "son sa ses leur leurs his her its their".split()
    return token.lower in words or token.dep == "nmod:poss"


def _prepositional(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return dependents with the preposition: of the expression's words, else, for a verb, of its object."""
    if function == "à":
        clitics = [
            t for t in site.sentence.children(site.token, "iobj", "obj", "obl") if t.lower in ("lui", "leur")
        ]
        if clitics:
            return clitics
    heads = [site.token, *site.words]
    if site.support is not None:
        heads.append(site.support)
    for head in heads:
        found = [
            token
            for token in grammar.with_preposition(site.sentence, head, function)
            if token not in site.words
            and token is not site.token
            and token.lower not in ("fois", "time", "times")
        ]
        if found:
            return _nearest(found, site)
    if function == "to":
        return list(site.sentence.children(site.token, "iobj"))
    if site.kind == "verb":
        for thing in site.sentence.children(site.token, "obj", "obl", "nsubj:pass"):
            found = grammar.with_preposition(site.sentence, thing, function)
            if found and function not in ("de", "of"):
                return found
    return []


def _nearest(found: list[Token], site: Site) -> list[Token]:
    """Prefer what follows the trigger."""
    after = [token for token in found if token.index > site.token.index]
    return (after or found)[:1]


def _content(site: Site) -> list[Token]:
    """Return the head of the clause, infinitive or quotation that gives the content."""
    sentence, verb = site.sentence, site.token
    quotes = [t for t in sentence.children(verb) if t.quote is not None]
    if quotes:
        return quotes
    clauses = [
        t
        for t in sentence.children(verb, "ccomp", "xcomp")
        if t.pos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "PRON")
    ]
    return clauses[:1]
