"""Tells of whom a description does not tell although it agrees: « le ministre de la Justice » is not of the Interior.

What a noun means, and what stands with it, bars somebody here whom the ranking would take.
"""

from typing import Final

from kg.extract.coreference.nouns import names_office, names_person, noun_classes
from kg.extract.coreference.party_words import parties_differ
from kg.extract.coreference.ranking.sorts import is_public
from kg.extract.coreference.ranking.sought import PAST
from kg.extract.coreference.unfit import EITHER
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.closed import DEMONSTRATIVES
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold
from kg.lexicon.terms import terms
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# Offices that no list of posts has, and who goes to law: bodies do so as well, courts do not.
_ELECTED: Final = frozenset("élu élue édile candidat candidate".split())
_SUING: Final = frozenset("plaignant plaignante requérant requérante claimant plaintiff petitioner".split())
_STRIKES: Final = frozenset("grève grèves débrayage débrayages mobilisation mobilisations blocage blocages".split())
_FORERUNNERS: Final = frozenset("prédécesseur prédécesseure predecessor".split())
_TWO: Final = frozenset("couple duo tandem trio binôme".split())
# What is a thing more often than a person: « le modèle », « sous la plume de », « le centenaire de la marque »
_SELDOM: Final = frozenset("modèle plume guide étoile voix tête figure sportive classique".split())
_PORTFOLIOS: Final = frozenset("ministre secrétaire délégué déléguée ministres commissaire".split())
_NO_PORTFOLIO: Final = frozenset(
    "état etat gouvernement premier première ancien ancienne charge chargé chargée".split()
)
_CONCORD: Final = frozenset("sacrée libre nationale".split())  # « appeler à l'union sacrée »
# Who is told with the body or land that he runs is brought in so, where the text has not called him so.
_MANAGING: Final = frozenset(
    "directeur directrice gérant gérante responsable sultan émir director manager emir".split()
)
_CHIEFS: Final = frozenset("chef cheffe leader patron patronne numéro dirigeant dirigeante".split())
_OPENING: Final = ("«", '"', "“")
_POSTS: Final = frozenset(
    "état-major cabinet file orchestre chœur escadron mission projet service rédaction bord cuisine".split()
)
_PRESIDING: Final = frozenset("président présidente".split())
# Offices below a head of state: whom the text calls by them only is none
_LOWER: Final = frozenset(
    """ministre secrétaire député députée sénateur sénatrice maire eurodéputé eurodéputée conseiller conseillère
    candidat candidate porte-parole préfet préfète procureur procureure avocat avocate""".split()
)
_STATE: Final = ("etat", "republique")
_CHOOSING: Final = ("élire", "élit", "élis", "élira", "réélire", "choisir", "désigner")
# Of what a president is no head of state
_OF_BODIES: Final = frozenset(
    """federation club association comite commission parti groupe entreprise conseil syndicat ligue chambre tribunal
    assemblee parlement senat cour banque mouvement fondation confederation""".split()
)
_COACHES: Final = frozenset(
    "entraîneur entraîneuse sélectionneur sélectionneuse coach technicien adjoint manager technicienne".split()
)
_PLAYERS: Final = frozenset(
    """gardien gardienne portier défenseur latéral milieu milieux attaquant attaquante buteur buteuse ailier
    ailière avant-centre pilier talonneur deuxième-ligne troisième-ligne flanker demi ouvreur meneur pivot arrière
    goalkeeper keeper defender midfielder striker forward winger hooker prop flanker quarterback linebacker""".split()
)
_PRESUMED: Final = ("présumé", "présumée", "alleged")
# Of what sort a French house is by its adjective, as words of its name or of what the text calls it
_SORTED: Final = frozenset(
    """court service centre center team squad council office department unit committee commission hospital school
    authority bureau board panel""".split()
)
_SERVICES: Final = frozenset(
    "ambulance fire health secret police postal weather civil emergency prison intelligence probation".split()
)
_OF_BOTH: Final = frozenset("combined merged enlarged fusionné fusionnée".split())
_HELD: Final = frozenset("filiale succursale branche division subsidiary arm unit".split())
_ORGANS: Final = frozenset("commission comite conseil bureau jury chambre section cellule service".split())
_AREAS: Final = frozenset("national local regional federal provincial".split())
_HOUSES: Final = {
    "scolaire": "ecole college lycee groupe institution cite ensemble internat maternelle institut",
    "universitaire": "universite faculte institut ecole",
    "hospitalier": "hopital chu chr centre clinique hospices ap-hp",
    "pénitentiaire": "prison maison centre centrale",
    "bancaire": "banque credit caisse societe bnp",
    "hôtelier": "hotel residence",
}


def not_meant(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell whether the noun or what stands with it bars an entity."""
    if reading.entities[found].type is EntityType.PERSON:
        return _nobody(reading, sentence, token, found)
    other = _other_house(reading, sentence, token, found) or _another_court(reading, sentence, token, found)
    other = other or _organ(reading, sentence, token, found) or _no_person(reading, token, found)
    other = (
        other
        or _is_title(reading, token, found)
        or _is_somebody(reading, sentence, token)
        or _held(reading, sentence, token, found)
        or _merged(sentence, token)
    )
    return (
        other
        or _of_planning(sentence, token)
        or _concord(sentence, token)
        or _strike(reading, sentence, token, found)
        or _state(sentence, token)
    )


def _organ(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « la commission de discipline », « le comité de direction » from a body that is not called so."""
    entity, noun = reading.entities[found], fold(token.lower)
    if noun not in _ORGANS or entity.type is not EntityType.ORGANIZATION:
        return False
    words = {*fold(entity.name).split(), *(fold(w) for role in reading.roles.get(found, ()) for w in role.split())}
    lettered = entity.name.isupper() or is_public(entity.name)
    return noun not in words and (any(sentence.children(token, "nmod")) or not lettered)


def _held(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « la filiale suisse du groupe », "the group's Swiss arm", from a body that the text does not call so."""
    if token.lower not in _HELD or not any(sentence.children(token, "nmod", "nmod:poss")):
        return False
    called = {fold(word) for role in reading.roles.get(found, ()) for word in role.split()}
    return token.lower not in called | {*fold(reading.entities[found].name).split()}


def _merged(sentence: Sentence, token: Token) -> bool:
    """Tell "the combined company", « le groupe fusionné », which is neither of the two that it is made of."""
    return any(c.lower in _OF_BOTH for c in sentence.children(token, "amod", "acl"))


def _of_planning(sentence: Sentence, token: Token) -> bool:
    """Tell « l'aménagement du territoire », a task of the state, from the territory of a town."""
    task = sentence.head(token) if token.lower == "territoire" else None
    return task is not None and task.lower.startswith(("aménagement", "cohésion", "maillage"))


def _concord(sentence: Sentence, token: Token) -> bool:
    """Tell « appeler à l'union sacrée », « l'union libre » from a body."""
    return token.lower == "union" and any(c.lower in _CONCORD for c in sentence.children(token, "amod"))


def _machine(sentence: Sentence, token: Token) -> bool:
    """Tell « l'assistant d'intelligence artificielle », which is nobody."""
    below = sentence.children(token, "nmod") if token.lower in ("assistant", "agent") else ()
    return any(c.lower in ("ia", "intelligence") for c in below)


def in_custody(sentence: Sentence, token: Token) -> bool:
    """Tell « la garde à vue », « met en garde », which are no guard."""
    below = any(c.lower == "vue" for c in sentence.children(token, "nmod"))
    return token.lower == "garde" and (below or preposition(sentence, token) == "en")


def _nobody(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell nouns that are of no person, or of another one than whom the text calls otherwise."""
    called = {word for role in reading.roles.get(found, ()) for word in role.split()}
    seldom = token.lower in _SELDOM or (token.lower == "centenaire" and any(sentence.children(token, "nmod")))
    if token.lower in _TWO or ((seldom or token.lower in _FORERUNNERS) and token.lower not in called):
        return True
    if token.lower in _PLAYERS and called & _PLAYERS and token.lower not in called:
        return True  # no goalkeeper is a forward
    presumed = any(c.lower in _PRESUMED for c in sentence.children(token, "amod"))
    managing = token.lower in _MANAGING and token.lower not in called and _of_a_name(sentence, token)
    managing = managing and not _right_behind(reading, sentence, token, found)
    return (
        _machine(sentence, token)
        or parties_differ(reading, sentence, token, found)
        or presumed
        or managing
        or _yet_to_be_chosen(sentence, token)
        or _of_post(sentence, token, called)
        or _heads_another(reading, sentence, token, called, found)
        or _another_portfolio(reading, sentence, token, found)
    )


def _heads_another(reading: Reading, sentence: Sentence, token: Token, called: set[str], found: str) -> bool:
    """Tell « le chef du Pastef », « le chef de l'État » from whom the text calls a federation's president.

    Nor is « le technicien », a coach in the press, whoever is called something else.
    """
    if token.lower == "technicien":
        return bool(called) and called.isdisjoint(_COACHES)
    if token.lower not in _CHIEFS | _PRESIDING:
        return False
    below = sentence.children(token, "nmod")
    if any(fold(t.lower) in _STATE for t in below):
        told = [words for noun, words in reading.described.get(found, ()) if noun in _PRESIDING]
        if told:
            return all(any(fold(word) in _OF_BODIES for word in words) for words in told)
        return reading.entities[found].name not in terms() and _lower(reading, found)
    named = (reading.names.get(t.name) for t in below if t.name is not None and preposition(sentence, t) == "de")
    bodies = [i for i in named if i is not None and reading.entities[i].type is EntityType.ORGANIZATION]
    common = {fold(t.lower) for t in below if t.name is None} & _OF_BODIES
    if common and token.lower in _PRESIDING:
        told = [words for noun, words in reading.described.get(found, ()) if noun in _PRESIDING]
        return bool(told) and all(any(word in countries("fr") for word in words) for words in told)
    own = {word for i in bodies for word in fold(reading.entities[i].name).split()}
    led = [words for noun, words in reading.described.get(found, ()) if noun in _PRESIDING | _CHIEFS]
    led = [words for words in led if any(fold(word) in _OF_BODIES for word in words)]
    return bool(own and led) and not any(own & {fold(word) for word in words} for words in led)


def _of_post(sentence: Sentence, token: Token, called: set[str]) -> bool:
    """Tell « le chef d'état-major », « la cheffe de cabinet », a post of its own, from whom the text never calls so."""
    below = {t.lower for t in sentence.children(token, "nmod") if not any(sentence.children(t, "det"))}
    return token.lower in _CHIEFS and bool(below & _POSTS) and called.isdisjoint({token.lower, *below & _POSTS})


def _lower(reading: Reading, found: str) -> bool:
    """Tell a minister or a deputy, who is not « le chef de l'État » as well."""
    offices = {noun for noun, _ in reading.described.get(found, ())}
    return bool(offices & _LOWER) and offices.isdisjoint(_CHIEFS)


def _yet_to_be_chosen(sentence: Sentence, token: Token) -> bool:
    """Tell « voter pour élire le président », whoever that will be."""
    verb = sentence.head(token) if token.dep == "obj" else None
    office = names_office(token.lower, "fr") and not any(c.lower in DEMONSTRATIVES for c in sentence.children(token))
    return verb is not None and verb.lower.startswith(_CHOOSING) and office


def _of_a_name(sentence: Sentence, token: Token) -> bool:
    """Tell « le directeur général de Novatel », who is brought in so, from « l'ancien directeur de Novatel »."""
    past = any(c.lower in PAST for c in sentence.children(token, "amod"))
    below = (t for t in sentence.children(token, "nmod") if t.name is not None)
    return not past and any(preposition(sentence, t) in ("de", "of") for t in below)


def _right_behind(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « Anne Dubois, la directrice académique de la Haute-Garonne »."""
    before = sentence.tokens[max(0, token.index - 4) : token.index]
    return any(t.name is not None and reading.names.get(t.name) == found for t in before)


def _another_portfolio(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « le ministre de l'Intérieur » from whom the text only calls minister of something else."""
    if reading.language != "fr" or token.lower not in _PORTFOLIOS:
        return False
    below = [c for c in sentence.children(token, "nmod") if preposition(sentence, c) in ("de", "à")]
    own = {c.lower for c in below if c.name is None} - _NO_PORTFOLIO
    told = [words for noun, words in reading.described.get(found, ()) if noun == token.lower]
    charges = [
        {word for word in words if word not in countries("fr")} - _NO_PORTFOLIO - {token.lower} for words in told
    ]
    return bool(own and charges) and all(one and not one & own for one in charges)


def _no_person(reading: Reading, token: Token, found: str) -> bool:
    """Tell « le député », « la plaignante » from a party, a court or a town."""
    kind = noun_classes(reading.language).get(token.lower)
    if token.lower in EITHER or (kind is not None and kind.type is not EntityType.PERSON):
        return False
    public = token.lower in _SUING and is_public(reading.entities[found].name)
    return public or token.lower in _ELECTED or names_office(token.lower, reading.language)


def _is_title(reading: Reading, token: Token, found: str) -> bool:
    """Tell « fuir le bateau » from « "Sapés comme jamais" », a title that nothing calls a ship."""
    kind, entity = noun_classes(reading.language).get(token.lower), reading.entities[found]
    if entity.type is not EntityType.WORK or kind is None or kind.name != "vehicle":
        return False
    first = reading.first_named(found)
    called = {word for role in reading.roles.get(found, ()) for word in role.split()}
    marked = first is not None and reading.text[max(0, first.start - 2) : first.start].strip()[-1:] in _OPENING
    return marked and not any(_vehicle(reading, word) for word in called)


def _vehicle(reading: Reading, noun: str) -> bool:
    kind = noun_classes(reading.language).get(noun)
    return kind is not None and kind.name == "vehicle"


def _is_somebody(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « La plaignante, une Américaine, » from a body that sues as well."""
    beside = sentence.children(token, "appos") if token.lower in EITHER | _SUING else ()
    people = (t for t in beside if t.name is None or t.lower in countries(reading.language))
    return any(names_person(t.lower, reading.language) or t.lower in countries(reading.language) for t in people)


def _other_house(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « l'établissement scolaire » from what is called no school."""
    if token.lower != "établissement":
        return False
    sorts = [_HOUSES[c.lower] for c in sentence.children(token, "amod") if c.lower in _HOUSES]
    words = {*fold(reading.entities[found].name).split()}
    words |= {fold(word) for role in reading.roles.get(found, ()) for word in role.split()}
    return bool(sorts) and not words & {*sorts[0].split()}


def _another_court(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell "the appeals court", "the ambulance service" from one whose name does not say so."""
    if reading.language != "en" or token.lower not in _SORTED:
        return False
    which = {c.lower for c in sentence.children(token, "compound", "amod") if c.dep == "compound" or c.lower in _AREAS}
    which &= _SERVICES if token.lower == "service" else which
    words = {*fold(reading.entities[found].name).split()}
    words |= {word for role in reading.roles.get(found, ()) for word in role.split()}
    return any(word.isalpha() for word in which) and not words & which


def _strike(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell « L'Unsa s'est jointe au mouvement », the strike told of before, from a body that is called one."""
    if token.lower != "mouvement" or "mouvement" in {r.split()[-1] for r in reading.roles.get(found, ()) if r}:
        return False
    before = reading.annotation.sentences[max(0, sentence.index - 2) : sentence.index + 1]
    return any(s.words & _STRIKES for s in before)


def _state(sentence: Sentence, token: Token) -> bool:
    """Tell « son état général », « à l'état provisoire », how somebody or something is, from a land.

    « L'Etat » by itself is the one at home; « cet Etat », « l'Etat américain » was spoken of before.
    """
    pointed = any(c.lower in DEMONSTRATIVES for c in sentence.children(token, "det"))
    national = any(c.lower in countries("fr") for c in sentence.children(token, "amod"))
    if token.text == "Etat" and not (pointed or national):
        return True
    return token.text == "état" and not national and (not pointed or preposition(sentence, token) == "dans")
