"""Says how far a time stands from what it may date: steps in the tree, and what stands between."""

from typing import Final

from kg.extract.coreference.nouns import deeds, happenings, names_person
from kg.extract.dating import sharing
from kg.extract.dating.uttered import said_in
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.clauses.times import timed
from kg.model import Span
from kg.model.annotation import Sentence, Token

HIGHEST: Final = 12  # steps from a time up to what it dates
_TOLD_OF: Final = happenings() | frozenset("faits événements fait événement events".split())
_PERIODS: Final = ("période", "saison", "period", "season")
_TARGETS: Final = ("cible", "cibles", "objet", "victime", "victimes", "target", "victim", "victims")
_THAT: Final = ("que", "qu'", "qu’", "that")
_PARTS: Final = ("nuit", "soirée", "journée", "matinée", "night", "morning", "evening")
_THEN: Final = ("moment", "époque", "time")  # « au moment des faits en 2000 »


def distance_to(site: Site, start: Token, span: Span) -> int | None:
    """Return how many steps up from a time expression the trigger stands; None where another clause is between."""
    return 2 if _cleft(site, start) else _climbed(site, start, span)


def _climbed(site: Site, start: Token, span: Span) -> int | None:
    steps = 0
    token: Token | None = start
    told = {site.token.index, *(word.index for word in site.words)}
    told |= {site.support.index} if site.support is not None else set()
    while token is not None and steps <= HIGHEST:
        if token.index in told:
            return None if _across(site, start) else steps
        told_of = sharing.of_predicate(site, token) or sharing.of_what_was(site, token, start)
        if told_of or brought_forward(site, token, span):
            return steps + 1
        if steps and _clause(site.sentence, token) and not token.span.overlaps(span):  # « il [y a] un mois » is none
            further = sharing.distance(site, token, start)
            return None if further is None else steps + further
        if token is start and token.head not in told and dates_noun(site.sentence, token, span):
            return None
        if steps and (_aside(site.sentence, token) or _meant(site.sentence, token)):
            return None
        token, steps = site.sentence.head(token), steps + 1
    return None


def brought_forward(site: Site, token: Token, span: Span) -> bool:
    """Tell the time of « c'est lundi que X a été arrêté », "it was on Monday that …", the token of which it is."""
    verb, below = site.support or site.token, site.sentence.head(token)
    dated = token.span.overlaps(span) or token.lower in _PARTS
    if not dated or not verb.dep.startswith(("advcl", "ccomp", "acl", "csubj")):
        return False
    if verb.head == token.index:
        front = any(site.sentence.children(token, "cop"))
    else:  # "it was on Monday that": the time is below "was"
        it = below is not None and any(word.lower == "it" for word in site.sentence.children(below, "nsubj"))
        front = it and below is not None and below.pos == "AUX" and verb.head == below.index
    return front and any(word.lower in _THAT for word in site.sentence.children(verb, "mark", "advmod", "obj"))


def _cleft(site: Site, start: Token) -> bool:
    """Tell the time beside what is brought forward: « c'est à Lyon, le 28 juin, que X a dévoilé … »."""
    sentence, verb = site.sentence, site.support or site.token
    front = sentence.head(start)
    if front is None or verb.head != front.index or not any(sentence.children(front, "cop")):
        return False
    it = any(word.lower in ("c'", "c’") for word in sentence.children(front, "expl", "nsubj"))
    return it and any(word.lower in _THAT for word in sentence.children(verb, "mark", "obj"))


def _across(site: Site, start: Token) -> bool:
    """Tell a time behind the verb above a noun, or the name beside it: « cède le pouvoir à son frère X en 2006 »."""
    sentence, noun = site.sentence, site.token
    if site.kind != "noun" or start.index < noun.index:
        return False
    between = range(noun.index + 1, start.index)
    last = next((t for t in reversed(sentence.tokens[: start.index]) if t.pos not in ("ADP", "DET")), noun)
    named = last.name is not None and last.dep == "appos" and last.head == noun.index
    above = sentence.head(noun)
    while above is not None and above.head != above.index and above.index not in between:
        above = sentence.head(above)
    helped = above is not None and site.support is not None and above.index == site.support.index
    return named or (above is not None and above.index in between and not helped)


def _aside(sentence: Sentence, noun: Token) -> bool:
    """Tell « candidate en 2012 » beside a name or before a clause: when she was is not when that happened."""
    head = sentence.head(noun)
    if noun.pos != "NOUN" or head is None:
        return False
    opens = noun.dep.startswith(("obl", "advcl", "dislocated")) and noun.index < head.index and not timed(noun)
    whose = head.name is not None or names_person(head.lower, "fr")  # « l'ex-ministre, aujourd'hui député, est accusé »
    return (noun.dep == "appos" and whose) or (opens and not preposition(sentence, noun))


def _meant(sentence: Sentence, noun: Token) -> bool:
    """Tell what a deed is for: « un programme pour la période du 6 au 24 juillet », "jailed for an attack in 2012"."""
    meant = noun.lower in _PERIODS or noun.lower in happenings() or noun.lower in deeds()
    return meant and preposition(sentence, noun) in ("pour", "for", "over", "about", "into", "concernant")


def _clause(sentence: Sentence, token: Token) -> bool:
    return _full_verb(token) or token.dep.startswith("ccomp") or any(sentence.children(token, "cop"))


def _full_verb(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.dep not in ("aux", "aux:pass", "aux:tense", "cop")


def _took_place(sentence: Sentence, noun: Token) -> bool:
    """Tell « battu aux élections de mai », "killed in Friday's attack": what the verb tells of was there and then."""
    within = noun.dep.startswith("obl") and preposition(sentence, noun) in ("à", "dans", "in")
    return within and noun.lower in happenings()


def _happening(noun: Token) -> bool:
    """Tell a noun for what happens, also as a name: « l'attentat de Nice », "the Boston bombing"."""
    first, last = noun.lower.partition(" ")[0], noun.lower.rpartition(" ")[2]
    return first in happenings() or last in happenings()


def dates_noun(sentence: Sentence, token: Token, span: Span | None = None) -> bool:
    """Tell « l'édition 2023 », « l'élection de 2017 », "the 2014 referendum": the time says which one is meant.

    Of an event that is the subject or the agent it dates the clause: "Friday's attack killed three".
    """
    noun = sentence.head(token)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or timed(noun):
        return False
    cases = [*sentence.children(token, "case")]
    ranging = span is not None and any(
        span.contains(case.span) for case in cases
    )  # « ministre du Travail de 2001 à 2005 »
    before = "" if ranging else preposition(sentence, token)
    prenominal = token.index < noun.index and token.dep.startswith(("nmod:poss", "compound"))
    bare = not cases and ((token.pos == "NUM" and not token.dep.startswith("obl")) or prenominal)
    event = _happening(noun) and noun.dep.startswith(("nsubj", "obl:agent"))
    event = event or preposition(sentence, noun) in sharing.MEANWHILE or _took_place(sentence, noun)
    event = event or (noun.lower in happenings() and sentence.tokens[noun.head].lower in _TARGETS)
    event = event or said_in(sentence, noun)  # « dans son discours de mardi, X a dénoncé … »
    # « un témoignage sur les faits de 2000 », « l'enquête sur l'attentat commis en 2015 »
    above = sentence.head(noun)
    below = noun.dep.startswith("nmod") and (above is None or above.pos != "VERB")
    told_of = (noun.lower in _TOLD_OF and below) or noun.lower in _THEN
    return (bare or before in ("de", "of") or told_of) and not event
