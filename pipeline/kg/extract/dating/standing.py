"""Ties a time to a trigger by where it stands in the sentence, where the tree does not join them.

« la mort de X en 1987 » · "Yesterday, day five, A beat B; C lost to D" · « pendant une collecte à Nice, lundi, »
"""

from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.frames.site import Site
from kg.model import Span
from kg.model.annotation import Sentence, Token

_HIGHEST: Final = 12  # verbs of a row
_PARTS: Final = frozenset("nuit soirée matinée journée matin soir".split())
_AIMS: Final = frozenset("pour afin".split())
_SITES: Final = frozenset("headquarters headquarter office hq home house residence siège".split())  # nothing happens


def standing(site: Site, span: Span, during: Span | None) -> int | None:
    """Return how far a time is that stands where it dates the trigger; None where it does not.

    `during` is where something is told of that goes on at the same time.
    """
    if _right_behind(site, span):
        return 2
    if _opens(site.sentence, span) and _in_row(site) and not _of_content(site, span):
        return 8
    if _closes(site, span):
        return 8
    return 9 if during is not None and during.start < span.start < during.end else None


def _opens(sentence: Sentence, span: Span) -> bool:
    """Tell a time that opens the sentence, a comma behind it or what describes it: "Yesterday, day five, A beat B"."""
    before = [t for t in sentence.tokens if t.span.start < span.start]
    behind = next((t for t in sentence.tokens if t.span.start >= span.end), None)
    light = all(t.pos in ("DET", "ADP", "ADV", "CCONJ", "PUNCT", "SCONJ") for t in before)
    return light and behind is not None and behind.text == ","


def _closes(site: Site, span: Span) -> bool:
    """Tell a time behind the last comma, past an aside of the main clause: « a agressé X pour le voler, samedi. »."""
    sentence, verb = site.sentence, site.support or site.token
    at = sentence.token_at(span)
    if at is None or verb.index > at.index or verb.dep != "ROOT" or verb.pos != "VERB":
        return False
    behind = next((t for t in sentence.tokens[at.index :] if t.span.start >= span.end), None)
    before = next((t for t in reversed(sentence.tokens[: at.index]) if not _light(t, span)), None)
    if before is None or before.text != "," or (behind is not None and behind.text not in ".!"):
        return False
    above = sentence.head(at)
    for _ in range(_HIGHEST):
        if above is None or above is verb:
            return above is verb
        if above.pos in ("VERB", "AUX") and not _besides(sentence, above):
            return False
        above = sentence.head(above)
    return False


def _light(token: Token, span: Span) -> bool:
    """Tell what leads up to a time: « le », « dans la nuit de »."""
    return token.span.overlaps(span) or token.pos in ("DET", "ADP") or token.lower in _PARTS


def _besides(sentence: Sentence, clause: Token) -> bool:
    """Tell an aside that has no time of its own: a participle, or what something is done for."""
    helpers = [*sentence.children(clause, "aux", "aux:pass", "aux:tense", "cop")]
    if any("VerbForm=Fin" in word.morph for word in (clause, *helpers)):
        return False
    head = sentence.head(clause)
    marks = [*sentence.children(clause, "mark", "case"), *([head] if head is not None else [])]
    aim = any(word.lower in _AIMS for word in marks)
    return not helpers and (aim or "VerbForm=Part" in clause.morph)


def _right_behind(site: Site, span: Span) -> bool:
    """Tell a time right behind an event noun and what belongs to it: « la mort de X en 1987 », "her death in March"."""
    if site.kind != "noun" or site.token.lower in _SITES:
        return False
    at = site.sentence.token_at(span)
    index = at.index - 1 if at is not None else -1
    while index > site.token.index and site.sentence.tokens[index].pos in ("ADP", "DET"):
        index -= 1
    dates_last = at is not None and site.sentence.tokens[at.index - 1].lower in ("de", "d'", "d’", "of")
    return index == site.token.index or (not dates_last and _belongs(site, index))


def _belongs(site: Site, last: int) -> bool:
    """Tell whether all words from the noun to another belong to it, up to a bracket that opens."""
    sentence, noun = site.sentence, site.token
    words = [t for t in sentence.tokens[noun.index + 1 : last + 1] if t.text != "("]
    own = {t.index for t in sentence.subtree(noun)}
    whose = bool(words) and _complement(sentence, words[-1], noun)
    return whose and all(t.index in own and t.pos not in ("VERB", "AUX", "PUNCT") for t in words)


def _complement(sentence: Sentence, last: Token, noun: Token) -> bool:
    """Tell the end of a noun's complement: « la perquisition au siège de son parti LFI en 2018 »."""
    word: Token | None = last
    while word is not None and word.dep.startswith(("nmod", "appos", "flat")):
        if word.lower in happenings() or (word.dep.startswith("nmod") and not any(sentence.children(word, "case"))):
            return False
        if word.head == noun.index:
            return word.dep.startswith("nmod")
        word = sentence.head(word)
    return False


def _of_content(site: Site, span: Span) -> bool:
    """Tell a time that opens what somebody says, who is named behind: « Lundi, un homme a été tué, a précisé X »."""
    verb = site.support or site.token
    said = (c for c in site.sentence.children(verb, "ccomp") if c.index < verb.index and not _apart(site, c))
    return any(t.span.overlaps(span) for clause in said for t in site.sentence.subtree(clause))


def _apart(site: Site, clause: Token) -> bool:
    """Tell two clauses of a row: "A beat B; C beat D"."""
    return any(t.text == ";" for t in site.sentence.tokens[clause.index : (site.support or site.token).index])


def _in_row(site: Site) -> bool:
    """Tell a verb of one of the main clauses of a row: "A beat B; C lost to D"."""
    sentence, verb = site.sentence, site.support or site.token
    for _ in range(_HIGHEST):
        if verb.pos not in ("VERB", "AUX"):
            return False
        head = sentence.head(verb)
        if head is None or head is verb or verb.dep == "ROOT":
            return True
        marked = any(sentence.children(verb, "mark"))
        between = sentence.tokens[min(verb.index, head.index) : max(verb.index, head.index)]
        row = verb.dep in ("conj", "parataxis") or (verb.dep == "ccomp" and any(t.text == ";" for t in between))
        if marked or not row:
            return False
        verb = head
    return False
