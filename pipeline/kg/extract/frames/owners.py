"""Finds whose a thing is: « son », « leur », "whose", "the firm's"."""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.grammar.agents import agents
from kg.extract.grammar.antecedents import whose
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_passive
from kg.model.annotation import Token

_HAVING: Final = frozenset(
    """have has had having leave leaves left leaving raise raised share shared survived
    eu a ont avait avaient laisse laissent""".split()
)
_ANY: Final = ("a", "an", "another", "no", "un", "une")
_SENDING: Final = ("envoyé", "mandaté", "dépêché", "nommé", "désigné", "missionné", "délégué", "choisi", "commis")
_CAMPAIGNS: Final = ("campaign", "campaigns", "bid", "coffers", "candidacy")


def of_campaign(site: Site) -> list[Token]:
    """Return whose campaign money goes to: "gave his campaign $900,000", "donated $5,000 to Miller's campaign"."""
    sentence = site.sentence
    given = [t for t in sentence.children(site.token, "obl", "iobj", "nmod", "obj") if t.lower in _CAMPAIGNS]
    given += [t for noun in sentence.children(site.token, "obj") for t in sentence.children(noun, "nmod")]
    return [t for noun in given if noun.lower in _CAMPAIGNS for t in sentence.children(noun, "nmod:poss")][:1]


def giver(site: Site) -> list[Token]:
    """Return who gives « 300 000 euros de la Suède »: the parser hangs the name from the money."""
    sentence = site.sentence
    below = (t for money in sentence.children(site.token, "obj") for t in sentence.subtree(money) if t is not money)
    of = (t for t in below if preposition(sentence, t) == "de")
    return [t for t in of if any(n.name is not None for n in (t, *sentence.children(t, "appos", "flat")))][:1]


def sender(site: Site) -> list[Token]:
    """Return who sends somebody: « émissaire envoyé par X », « expert mandaté par X »."""
    sent = [t for t in site.sentence.children(site.token, "acl", "amod") if t.lower.startswith(_SENDING)]
    return [t for verb in sent for t in agents(site.sentence, verb)][:1]


def possessor(site: Site) -> list[Token]:
    """Return the possessive of a noun, or the subject ahead that it speaks of."""
    owners = [c for c in site.sentence.children(site.token, "det", "nmod:poss") if _possessive(c)]
    told = any(c.name is not None or c.pos in ("NOUN", "PROPN") for c in owners)  # "After Miller's death, Carter …"
    ahead = _named_later(site) if owners and not told else []
    if ahead:
        return ahead
    return [whose(site.sentence, c) if c.lower == "whose" else c for c in owners]


def whose_thing(site: Site) -> list[Token]:
    """Return whose what is acted on is: « La garde à vue de Dubois a été levée », « Sa peine a été alourdie »."""
    things = deep_object(site.sentence, site.token)
    named = [t for thing in things for t in with_preposition(site.sentence, thing, "de")]
    return named or [c for thing in things for c in site.sentence.children(thing, "det") if _possessive(c)]


def _named_later(site: Site) -> list[Token]:
    """Return the subject that an opening complement speaks of before it: « Grâce à sa victoire …, Lyon prend … »."""
    sentence, noun = site.sentence, _outermost(site)
    verb = sentence.head(noun)
    opening = noun.index < 4 and any(sentence.children(noun, "case")) and noun.dep.startswith(("obl", "advcl"))
    if verb is None or not opening or verb.pos not in ("VERB", "AUX") or verb.index < noun.index:
        return []
    subjects = [t for t in sentence.children(verb, "nsubj") if t.index > noun.index]
    comma = any(t.text == "," for t in sentence.tokens[noun.index : subjects[0].index]) if subjects else False
    return subjects[:1] if comma else []


def _outermost(site: Site) -> Token:
    """Return the noun that what stands within it hangs from: « en compagnie de son mari et de sa fille »."""
    noun = site.token
    while noun.dep.startswith(("nmod", "conj")):
        above = site.sentence.head(noun)
        between = site.sentence.tokens[above.index : noun.index] if above is not None else ()
        if above is None or above.index > noun.index or any(t.text == "," for t in between):
            break
        noun = above
    return noun


def _possessive(token: Token) -> bool:
    words = "son sa ses leur leurs his her its their".split()
    return token.lower in words or token.dep == "nmod:poss"


def having(site: Site) -> list[Token]:
    """Return who is said to have somebody: "is survived by a daughter", "have two sons", "leaves a wife and a son"."""
    sentence, above = site.sentence, site.token
    if not any(c.lower in _ANY or c.dep == "nummod" for c in sentence.children(above, "det", "nummod")):
        return []
    while above.dep.partition(":")[0] in ("conj", "appos", "obj", "obl", "attr") or above.name is not None:
        if above.lower in _HAVING:  # "who married in 2015 and have a son"
            break
        if above.head == above.index:
            return []
        above = sentence.tokens[above.head]
    fits = above.lower in _HAVING and is_passive(sentence, above) is (above.lower == "survived")
    return surface_subject(sentence, above) if fits else []
