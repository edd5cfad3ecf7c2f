"""Tells what words take for granted or only say in passing: who somebody is, whose a thing is."""

from typing import Final

from kg.extract.coreference.nouns import KIN, names_person
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import hyphened
from kg.extract.reading import Reading
from kg.lexicon.tables import kinds
from kg.model.annotation import Token

DOUBTFUL: Final = frozenset(
    """présumé présumée présumés présumées supposé supposée éventuel éventuelle possible prétendu prétendue
    alleged suspected potential""".split()
)
COMING: Final = frozenset(
    """prochain prochaine prochains prochaines futur future futurs futures imminent imminente upcoming impending
    forthcoming planned proposed scheduled""".split()
)

_INQUIRIES: Final = frozenset(
    """inquiry inquiries enquiry enquiries investigation investigations probe probes inquest answers justice truth
    compensation responsibility accountability enquête enquêtes lumière vérité justice responsabilité indemnisation
    minute hommage vigil service memorial punishment revenge vengeance""".split()
)
# What is done about what has happened: "called for his death to be investigated".
_PUT_RIGHT: Final = tuple(
    """investigat prob examin explain aveng mourn commemorat condemn punish honour honor enquêt élucid veng condamn
    commémor pleur expliqu éclairc""".split()
)
_EXAMPLES: Final = ("dont", "notamment", "comme", "à savoir", "including")


def titles_a_name(reading: Reading, site: Site) -> bool:
    """Tell whether the noun only says who a named person is: « l'avantage à la candidate, Anne Dubois »."""
    beside = names_beside(site)
    head = site.sentence.head(site.token)
    above = site.token.dep == "appos" and head is not None and head.name is not None
    word = site.token.lower  # « pour racheter Novatel, filiale d'Airbus »
    thing = word in kinds() or word.removesuffix("s") in kinds() or word.startswith(("participation", "propriété"))
    return bool(beside or above) and (thing or names_person(word, reading.language))


def names_beside(site: Site) -> list[Token]:
    """Return the names beside a noun, also as examples: « des marques de X, dont A et B »."""
    sentence, noun = site.sentence, site.token
    beside = [c for c in sentence.children(noun, "appos", "flat") if c.name is not None]
    below = (c for c in sentence.children(noun, "nmod") if c.name is not None)
    return [*beside, *(c for c in below if preposition(sentence, c) in _EXAMPLES)]


def named_in_passing(site: Site) -> bool:
    """Tell « le président du jury sera le ministre Paul Martin »: what will be is not that he is minister."""
    sentence, token = site.sentence, site.token
    copula = site.kind == "noun" and site.support is None and any(sentence.children(token, "cop"))
    definite = any(c.lower in ("le", "la", "l'", "the") for c in sentence.children(token, "det"))
    doubtful = any(c.lower in {*DOUBTFUL, *COMING} for c in sentence.children(token, "amod"))
    names = [c for c in sentence.children(token, "appos", "flat") if c.name is not None and c.index > token.index]
    subjects = any(sentence.children(token, "nsubj"))
    return copula and definite and subjects and bool(names) and not doubtful


def presupposed(site: Site) -> bool:
    """Tell whether a noun takes what it says for granted: « la plateforme de X », « le procès de A contre B »."""
    if site.kind != "noun" or site.support is not None:
        return False
    words = {child.lower for child in site.sentence.children(site.token, "det", "nmod:poss")}
    return bool(
        words
        & {
            "le",
            "la",
            "l'",
            "les",
            "son",
            "sa",
            "ses",
            "leur",
            "leurs",
            "ce",
            "cette",
            "the",
            "his",
            "her",
            "its",
            "their",
        }
    )


def looked_into(site: Site) -> bool:
    """Tell "demanded an inquiry into the death of Carter", « veut venger la mort de X »: he did die."""
    head = site.sentence.head(site.token)
    if head is None or not presupposed(site):
        return False
    inquiry = head.pos == "NOUN" and head.lower in _INQUIRIES and site.token.dep.startswith("nmod")
    return inquiry or (head.pos == "VERB" and head.lower.startswith(_PUT_RIGHT))


def tied_to(site: Site) -> bool:
    """Tell "had failed to disclose that her husband was a shareholder": whatever he was, he is her husband."""
    return site.token.lower in KIN and not any(site.sentence.children(site.token, "cop"))


def background(site: Site) -> bool:
    """Tell whether the words only say who or what a name is: the writer's own, whoever says the rest.

    "said Gov. Hal Dempsey had won", "said the Manila-based Santander Lines would pay", « SNCF Réseau, filiale de … »
    """
    sentence, token = site.sentence, site.token
    head = sentence.head(token)
    if site.kind == "verb":
        return hyphened(sentence, token) is not None
    beside = bool(names_beside(site))
    titles = head is not None and head.name is not None and token.dep.startswith(("appos", "compound", "nmod:poss"))
    return site.support is None and (beside or titles)
