"""Finds the firm whose staff or whose figures a clause speaks of: « les ouvriers de X », "X's sales"."""

from typing import Final

from kg.extract.frames.holders import antecedent
from kg.extract.frames.site import Site
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_passive
from kg.lexicon.closed import POSSESSIVES
from kg.model.annotation import Sentence, Token

_STAFF: Final = frozenset(
    """salarié salariés salariée salariées employé employés employée employées ouvrier ouvriers ouvrière ouvrières
    personnel effectif effectifs journaliste journalistes cadre cadres agent agents intérimaire intérimaires technicien
    techniciens ingénieur ingénieurs collaborateur collaborateurs conducteurs vendeurs caissières métallos""".split()
)
# « la moitié du personnel de X », « des centaines de salariés de X »
_COUNTS: Final = frozenset(
    """moitié tiers quart majorité totalité ensemble partie dizaine dizaines vingtaine trentaine quarantaine
    cinquantaine soixantaine centaine centaines millier milliers %""".split()
)
_OF: Final = ("de", "of", "at")


def staff(site: Site) -> list[Token]:
    """Return the firm of whose staff it is said: « 300 salariés de X ont été licenciés »."""
    passive = is_passive(site.sentence, site.token)
    who = (deep_object if passive else surface_subject)(site.sentence, site.token)[:1]
    return [firm for noun in who for firm in _employer(site.sentence, noun)]


def _employer(sentence: Sentence, noun: Token) -> list[Token]:
    parts = with_preposition(sentence, noun, "de") if noun.lower in _COUNTS or noun.pos == "NUM" else []
    people = next((t for t in (noun, *parts) if t.lower in _STAFF), None)
    return [t for t in with_preposition(sentence, people, "de") if t.name is not None][:1] if people else []


def figure(site: Site) -> list[Token]:
    """Return the firm whose figure moves: « les ventes de X reculent », « l'action X perd 3 % »."""
    sentence = site.sentence
    thing = next(iter(surface_subject(sentence, site.token)), None)
    if thing is None:
        return []
    near = (*sentence.children(site.token), *sentence.children(thing))
    relative = next((t for t in near if t.lower == "dont" and t.index < thing.index), None)
    if relative is not None:  # « X, dont les ventes ont reculé »
        return antecedent(sentence, relative)
    return (_owner(sentence, thing) or _right_behind(sentence, thing))[:1]


def _owner(sentence: Sentence, thing: Token) -> list[Token]:
    """Return whose a thing is: « ses ventes », "Novatel's sales", « les ventes de voitures de Novatel »."""
    before = sentence.children(thing, "det", "nmod:poss")
    own = [t for t in before if t.lower in POSSESSIVES or (t.name is not None and t.dep == "nmod:poss")]
    kinds = [t for t in sentence.children(thing, "nmod") if t.name is None]
    below = (t for noun in (thing, *kinds) for joint in _OF for t in with_preposition(sentence, noun, joint))
    return own or [t for t in below if t.name is not None]


def _right_behind(sentence: Sentence, thing: Token) -> list[Token]:
    """Return Novatel of « l'action Novatel »."""
    beside = (t for t in sentence.children(thing, "appos", "flat") if t.index == thing.index + 1)
    return [t for t in beside if t.name is not None and not preposition(sentence, t)]
