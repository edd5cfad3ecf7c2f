"""Finds what a preposition governs further off: behind the trigger's complement, its doer, how long it took."""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.frames.holders import HEADING, predicated, relative_of, shared_of
from kg.extract.frames.load import load_frames
from kg.extract.frames.places import IN_PLACE
from kg.extract.frames.site import Site
from kg.extract.frames.subjects import temporal
from kg.extract.grammar.agents import agents
from kg.extract.grammar.prepositions import ACCORDING, preposition, with_preposition
from kg.extract.grammar.voice import is_participle
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

LASTING: Final = frozenset("jour jours journée heures semaine semaines mois ans day days week weeks".split())
_AGES: Final = ("ans", "âge")
_PENALTIES: Final = frozenset("prison réclusion sursis emprisonnement détention ferme fermes".split())
HOW_LONG: Final = frozenset("durée période duration period").union(LASTING)

_CARRYING: Final = ("NOUN", "NUM", "X", "SYM", "ADV")
_ASIDE: Final = frozenset("côté part".split())
_SIDES: Final = frozenset("droite gauche opposition majorité".split())
_BRINGING: Final = frozenset(
    """ouverture lancement dépôt conduite tenue réouverture poursuite reprise préparation organisation engagement
    exécution réalisation mise""".split()
)
_HOW: Final = frozenset(
    """domicile aide moyen issue terme occasion suite unanimité majorité tour pouvoir scrutin côtés dépens
    détriment""".split()
)
_MANNER: Final = _ASIDE | _SIDES | _HOW
_OWN: Final = ("son", "sa", "leur", "mon", "ma", "notre", "votre")
# What hangs now and then from how long it took, or when: « en 46 minutes devant X », « signé en 1957 entre X et Y ».
_FAR: Final = ("devant", "face à", "derrière", "aux dépens de", "entre")
AGAINST: Final = ("contre", "against", "envers", "towards")


_DONE: Final = ("commis", "perpétré", "exécuté", "orchestré", "fomenté", "ourdi")


def beyond(site: Site, function: str) -> list[Token]:
    """Return what hangs from the noun's own complement: "allegations of harassment against X"."""
    inner = [t for t in site.sentence.children(site.token, "nmod") if t.index > site.token.index]
    if function != "par":  # « la nomination de X à la Cour suprême par Y »
        inner = [t for t in inner if t.name is None]
    return [t for noun in inner for t in with_preposition(site.sentence, noun, function)][:1]


def deeper(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return what such a preposition governs below a complement of the verb.

    No noun that tells something of its own stands between: « remporte le titre après la défaite du favori face à X ».
    """
    if site.kind != "verb" or function not in {*_FAR, "à"}:
        return []
    sentence = site.sentence
    behind = (t for t in sentence.tokens[site.token.index + 1 :] if t.dep.startswith(("nmod", "obl")))
    found = [t for t in behind if preposition(sentence, t) == function and _below(sentence, t, site.token)]
    if function == "à":  # « cède la troisième place du podium à X »: a name of somebody, not of a place
        found = [t for t in found if _somebody(reading, site.sentence, t)]
    return found[:1]


def _somebody(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell the name of somebody, and a noun for people with one beside it: « à son adversaire Jean Dubois »."""
    beside = sentence.children(token, "appos") if names_person(token.lower, reading.language) else ()
    kinds = {reading.annotation.names[t.name].type for t in (token, *beside) if t.name is not None}
    return bool(kinds & {EntityType.PERSON, EntityType.ORGANIZATION})


def _below(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Tell whether no noun that a frame asks for stands between a word and the verb above it."""
    at = sentence.head(token)
    while at is not None and at is not verb and (at.pos in _CARRYING or at.lower == "exprimés"):
        if at.lower in load_frames("fr").nouns or at.head == at.index:
            return False
        at = sentence.head(at)
    return at is verb


def _of_doer(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return the place that hangs from whoever does what the noun names: « la visite du ministre en France »."""
    doers = [t for t in site.sentence.children(site.token, "nmod") if names_person(t.lower, reading.language)]
    below = [t for doer in doers for t in with_preposition(site.sentence, doer, function)]
    return below[:1] if function in IN_PLACE else []


def transparent(site: Site, function: str) -> list[Token]:
    """Return what hangs from how long it lasts or at what age: « entame une visite de trois jours en Égypte ».

    « le décès à 83 ans de Jean Dubois » is told so of a noun alone.
    """
    nouns = [t for t in (site.token, *site.words) if t.pos == "NOUN"]
    below = [t for noun in nouns for t in site.sentence.children(noun, "nmod", "obl")]
    spans = [t for t in below if t.lower in (LASTING if site.words else _AGES) or (function == "de" and temporal(t))]
    spans += [t for span in spans for t in site.sentence.children(span, "nmod") if t.lower in _AGES]
    tall = [
        c for t in below if t.lower == "hauteur" for c in site.sentence.children(t, "nmod")
    ]  # « à hauteur de 20 % »
    # « filiale à 100 % de Novatel », not « opposante pour 59 % des Français »
    shares = (t for t in (*below, *tall) if t.lower == "%" and not site.words)
    spans += [t for t in shares if preposition(site.sentence, t) not in {"pour", *ACCORDING}]
    if not site.words and function == "de":  # « filiale à bas coûts de Novatel », « chaîne à capitaux publics de »
        spans += [t for t in below if preposition(site.sentence, t) == "à" and _of_kind(site.sentence, t)]
    return [t for span in spans for t in with_preposition(site.sentence, span, function)][:1]


def _of_kind(sentence: Sentence, noun: Token) -> bool:
    """Tell « à bas coûts », « à succès »: what stands bare behind « à » says of what kind a thing is."""
    articled = any(t.dep == "det" or t.lower in ("au", "aux") for t in sentence.children(noun, "det", "case"))
    return noun.pos == "NOUN" and noun.name is None and not articled


def standing_apart(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return what belongs to a noun although it hangs elsewhere: « , dont le siège est à Lyon »."""
    if site.kind != "noun":
        return []
    found = relative_of(site) if function == "de" else predicated(site, function)
    inner = beyond(site, function) if function in {*AGAINST, "par"} else []
    brought = (_of_bringing(site) or _of_deed(site)) if function == "par" else []
    found = found or inner or brought or _of_doer(reading, site, function) or shared_of(reading, site, function)
    return found or _of_field(reading, site, function) or _of_holding(reading, site, function)


def _of_bringing(site: Site) -> list[Token]:
    """Return who brings about what the noun names: « le lancement par l'armée d'une offensive contre X »."""
    above = site.sentence.head(site.token) if site.token.dep.startswith("nmod") else None
    if above is None or above.lower not in _BRINGING or preposition(site.sentence, site.token) != "de":
        return []
    return with_preposition(site.sentence, above, "par")[:1]


def _of_deed(site: Site) -> list[Token]:
    """Return who has done what the noun names: « le meurtre de X, commis par Y », « un attentat perpétré par Y »."""
    done = [t for t in site.sentence.children(site.token, "acl") if t.lower.startswith(_DONE)]
    return [t for verb in done for t in agents(site.sentence, verb)][:1]


def _of_holding(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return where what the noun names was held or done: « un discours tenu lundi à Nice »."""
    if function not in IN_PLACE:
        return []
    lent = load_frames(reading.language).light.get("agent", {})
    held = [t for t in site.sentence.children(site.token, "acl") if t.lower in lent and is_participle(t)]
    return [t for verb in held for t in with_preposition(site.sentence, verb, function) if may_fill(t, site)][:1]


def _of_field(reading: Reading, site: Site, function: str) -> list[Token]:
    """Return the body behind what somebody does there: « un professeur en astronomie de l'université de Nice »."""
    if function not in ("de", "à") or not names_person(site.token.lower, reading.language):
        return []
    sentence = site.sentence
    fields = [t for t in sentence.children(site.token, "nmod", "obl") if t.name is None and t.index > site.token.index]
    fields = [t for t in fields if preposition(sentence, t) in ("en", "pour")]
    below = [t for field in fields for t in with_preposition(sentence, field, function)]
    return [t for t in below if _is_body(reading, sentence, t)][:1]


def _is_body(reading: Reading, sentence: Sentence, token: Token) -> bool:
    found = reading.referents(sentence, token)
    return token.name is not None and any(reading.entities[r.entity].type is EntityType.ORGANIZATION for r in found)


def _manner(token: Token, sentence: Sentence) -> bool:
    """Tell « élu à l'unanimité », « battu au second tour », « la coalition au pouvoir », « de son côté »: nobody."""
    before = preposition(sentence, token) if token.lower in _MANNER else None
    articles = [t.lower for t in sentence.children(token, "det")]
    if before == "pour":  # « critique pour sa part la réforme »
        return token.lower == "part" and any(t in _OWN for t in articles)
    if before == "de":  # « de son côté », « élue de gauche »
        return not articles if token.lower in _SIDES else token.lower in _ASIDE and any(t in _OWN for t in articles)
    return before == "à" and token.lower in _HOW


_SEEKING: Final = ("candidat", "prétendant", "postulant", "aspirant")  # « candidat à la présidence »
_PHRASAL: Final = frozenset("nom titre cours terme sein lieu moment motif profit lendemain sujet".split())


def _term(sentence: Sentence, token: Token) -> bool:
    """Tell « six mois de prison », « huit mois avec sursis », which is what somebody gets, no day."""
    below = (t.lower for t in sentence.children(token, "nmod", "amod"))
    return any(sentence.children(token, "nummod")) and any(word in _PENALTIES for word in below)


def may_fill(token: Token, site: Site) -> bool:
    """Tell whether a word can fill a role: no day, no duration, no word of the expression itself."""
    own = token in site.words or token is site.token
    if temporal(token) and not _term(site.sentence, token):
        return False  # "on Thursday imposed sanctions on three banks"
    if token.lower in HOW_LONG and preposition(site.sentence, token) in ("pour", "for"):
        return False  # « suspendu pour une durée de 120 jours »
    if token.lower in HEADING and preposition(site.sentence, token) == "à" and site.kind == "noun":
        return site.token.lower.startswith(_SEEKING) or not names_person(site.token.lower, "fr")
    unknown = token.lower in ("cause", "causes") and preposition(site.sentence, token) == "de"
    joined = token.lower in _PHRASAL and preposition(site.sentence, token) == "à" and token.name is None
    if joined and any(c.lower == "au" for c in site.sentence.children(token, "case")):
        return False  # « au nom du gouvernement », « au terme du procès »
    if unknown or _manner(token, site.sentence):  # « mort de causes indéterminées »
        return False
    more = any(child.lower in ("more", "extra") for child in site.sentence.children(token, "amod"))
    return not own and (token.lower not in ("fois", "time", "times") or more)
