"""Makes adverbials of days that stand bare beside a verb, where French parsers take them for its object.

« a annoncé jeudi une alerte » · « a menacé lundi de fermer … » · « avait annoncé début octobre un plan »
"""

from dataclasses import replace
from typing import Final

from kg.extract.mend import mended
from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Annotation, Sentence, Token

_PART: Final = frozenset("début fin mi courant".split())
_SPAN: Final = frozenset(
    """jour jours soir matin nuit semaine mois an année weekend week-end hiver été printemps automne saison soirée
    matinée après-midi""".split()
)
_HOURS: Final = frozenset("soir matin après-midi midi a.m. p.m. am pm noon midnight morning afternoon evening".split())
_THIS: Final = frozenset("ce cet cette".split())
_FREE: Final = frozenset("à au aux en dans par avec contre sur in at near by with against outside".split())
_WHICH: Final = frozenset("dernier dernière prochain prochaine suivant suivante même passé passée".split())


def put_days_aside(annotation: Annotation) -> Annotation:
    """Return the annotation with such days as adverbials of their verbs."""
    if annotation.document.language != "fr":
        return replace(annotation, sentences=tuple(_freed(sentence) for sentence in annotation.sentences))
    return replace(annotation, sentences=tuple(_mended(sentence) for sentence in annotation.sentences))


def _mended(sentence: Sentence) -> Sentence:
    moved = {
        token.index: replace(token, dep="obl:mod")
        for token in sentence.tokens
        if token.dep == "obj" and token.name is None and token.pos in ("NOUN", "NUM", "PROPN", "VERB")
        if not any(sentence.children(token, "case")) and _temporal(sentence, token)
    }
    return _freed(mended(sentence, moved))


def _freed(sentence: Sentence) -> Sentence:
    """Return what hangs from a day hung from its verb: « reçue lundi par le ministre », "opened on Monday in Paris"."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        day = sentence.head(token)
        cases = {child.lower for child in sentence.children(token, "case")}
        loose = token.dep == "obj" and not cases and any(sentence.children(token, "det"))  # « a annoncé jeudi la fin »
        if day is None or day.index > token.index or not (loose or cases & _FREE) or not _bare_day(day):
            continue
        verb = sentence.head(day)
        if verb is not None and _bare_day(verb):
            verb = sentence.head(verb)  # « organisé lundi soir à Nice »
        if verb is not None and verb.pos == "VERB" and verb.index < day.index:
            function = "obj" if loose else "obl:agent" if cases & {"par", "by"} else "obl:mod"
            moved[token.index] = replace(token, head=verb.index, dep=function)
    return mended(sentence, moved)


def _bare_day(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and (fold(token.lower) in lexicon()["calendar"] or token.lower in _HOURS)


def _temporal(sentence: Sentence, token: Token) -> bool:
    """Tell a day, the beginning of a month, « ce soir », « la semaine dernière » from a thing."""
    articles = {child.lower for child in sentence.children(token, "det")}
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    calendar = lexicon()["calendar"]
    if fold(token.lower) in calendar:
        numbered = token.index > 0 and sentence.tokens[token.index - 1].pos == "NUM"  # « Le 16 février, … »
        return numbered or not articles or articles <= _THIS
    if token.lower in _PART and after is not None:
        return not articles and (fold(after.lower) in calendar or after.pos == "NUM")
    which = {child.lower for child in sentence.children(token, "amod")} & _WHICH
    return token.lower in _SPAN and bool(which or articles & _THIS)
