"""Resolves common nouns: a name beside one says who it is, else « la société », « le milliardaire » look back."""

from typing import Final

from kg.extract.coreference import accounts
from kg.extract.coreference.acting_before import acting_before
from kg.extract.coreference.again import described_again
from kg.extract.coreference.ahead import named_ahead, named_later, opening
from kg.extract.coreference.alone import alone
from kg.extract.coreference.also_called import also_called
from kg.extract.coreference.behind import ABSTRACT, note_people
from kg.extract.coreference.beside import by_name
from kg.extract.coreference.by_deed import by_deed
from kg.extract.coreference.capitals import capital
from kg.extract.coreference.capped import capped
from kg.extract.coreference.clauses import named_in_saying, same_clause
from kg.extract.coreference.clients import client
from kg.extract.coreference.couples import of_family_named, own_child
from kg.extract.coreference.fighters import fighters
from kg.extract.coreference.former_heads import former_head
from kg.extract.coreference.going_on import goes_on
from kg.extract.coreference.headings import headed
from kg.extract.coreference.in_office import sitting_head
from kg.extract.coreference.kinds_of import of_a_kind
from kg.extract.coreference.lands_of import land_told, speakers_land
from kg.extract.coreference.men_of import man_of_business, of_no_business, parent_again
from kg.extract.coreference.nobody import introduced, of_all, said_of_another, society, to_be_chosen, to_come
from kg.extract.coreference.not_meant import in_custody, not_meant
from kg.extract.coreference.nouns import names_person, noun_classes
from kg.extract.coreference.of_officer import of_officer
from kg.extract.coreference.of_party import of_party
from kg.extract.coreference.officials import only_politician, own_party
from kg.extract.coreference.only_place import only_place
from kg.extract.coreference.others import somebody_else
from kg.extract.coreference.periphrases import by_periphrasis
from kg.extract.coreference.portfolios import by_portfolio
from kg.extract.coreference.predecessors import made_room
from kg.extract.coreference.predicates import becomes_his, of_its_subject, said_of_subject
from kg.extract.coreference.ranking import UNIONS, Anaphor, Judge, anaphor, candidates
from kg.extract.coreference.ranking.sizes import TOWNS
from kg.extract.coreference.ranking.sorts import called, is_public
from kg.extract.coreference.recalled import recalled
from kg.extract.coreference.rivals import of_rival
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.says_which import says_which
from kg.extract.coreference.self_styled import self_styled
from kg.extract.coreference.set_before import set_before
from kg.extract.coreference.settled import place_of_name
from kg.extract.coreference.sides import national_side
from kg.extract.coreference.sole import brought_in, just_founded, one_of_lands, only_of_sort
from kg.extract.coreference.spoken_of import client_meant, speaking_of_itself, told_by_itself
from kg.extract.coreference.strangers import EMPTY, of_scientists
from kg.extract.coreference.this_is import this_is
from kg.extract.coreference.told_apart import told_apart
from kg.extract.coreference.told_of import newcomer_told_of
from kg.extract.coreference.told_on import told_on
from kg.extract.coreference.untold import of_no_trade_yet
from kg.extract.coreference.wanted import of_other_side
from kg.extract.reading import Reading, Reference
from kg.lexicon.capitals import capitals
from kg.lexicon.closed import DEMONSTRATIVES, INDEFINITE_ARTICLES, POSSESSIVES
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

DEFINITE: Final = frozenset(
    """du au le la les l' ce cet cette ces son sa ses leur leurs the this that these his her its their notre nos
    our""".split()
)
OWN: Final = ("propre", "own")
_CROWNED: Final = frozenset("Queen King Pope Pontiff Sultan Emperor".split())  # each is one whom all know
_MASS: Final = frozenset("air power energy health press post".split())  # "from the air" is of no airline
_CRAFT: Final = frozenset("station sonde fusée capsule navette télescope satellite".split())
_LAWS: Final = frozenset("loi lois résolution décret règlement directive réforme constitution budget traité".split())
HEADED: Final = (EntityType.ORGANIZATION, EntityType.PLACE, EntityType.EVENT)
_LIVED: Final = frozenset(
    """vie vies voyageur voyageurs usager usagers trajet trajets transport transports train trains mobilité mobilités
    geste gestes problème problèmes difficulté difficultés insécurité délinquance héros objet objets tâche tâches
    gestion réalité dépense dépenses""".split()
)
_JUST: Final = 2  # sentences
_WITHIN: Final = 10  # sentences
_FAR: Final = 40
# Bodies that are seldom spoken of without a name of their own.
_ARMED_BANDS: Final = frozenset(
    """cartel militia brigade syndicate museum festival university college hospital charity trust foundation institute
    orchestra library academy airline bank""".split()
)
_PROSECUTORS: Final = frozenset("procureur procureure vice-procureur vice-procureure substitut substitute".split())
_MINISTERS: Final = frozenset("ministre ministres secrétaire commissaire délégué déléguée adjoint adjointe".split())


def describe(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Resolve a common noun: a name beside it says who it is; else a definite one looks back."""
    kind = noun_classes(reading.language).get(token.lower)
    if kind is not None and kind.name == "account":
        return accounts.resolve_account(reading, sentence, token, salience)
    if of_a_kind(sentence, token) or in_custody(sentence, token) or _of_his_title(reading, sentence, token):
        return ()
    named, told = _named(reading, sentence, token, salience)
    named = named or recalled(reading, sentence, token, salience) or of_party(reading, sentence, token, salience)
    named = named or made_room(reading, sentence, token) or this_is(reading, sentence, token, salience)
    if named or told or _of_nobody(sentence, token):
        return named
    determiners = {child.lower.replace("’", "'") for child in sentence.children(token, "det", "nmod:poss", "case")}
    if kind is not None and kind.name == "person_role" and determiners & INDEFINITE_ARTICLES:
        return named_later(reading, sentence, token) or opening(reading, sentence, token, salience)
    if not determiners & DEFINITE or token.plural or _another(reading, sentence, token, salience):
        return () if determiners or token.plural else set_before(reading, sentence, token)
    land = land_told(reading, sentence, token, salience)
    if land is not None or _of_its_complement(reading, sentence, token):
        return land or ()
    known = _settled(reading, sentence, token, salience)
    ahead = known or _by_trade(reading, sentence, token, salience) or named_ahead(reading, sentence, token, salience)
    found = ahead or told_by_itself(reading, sentence, token) or _look_back(reading, sentence, token, salience, judge)
    found = found or speaking_of_itself(reading, sentence, token) or alone(reading, sentence, token, salience)
    found = found or only_politician(reading, sentence, token, salience)
    found = found or _by_predicate(reading, sentence, token, salience, judge)
    within = named_in_saying(reading, sentence, token) if found else set()
    found = tuple(one for one in found if one.entity not in within)
    barred = said_of_another(reading, sentence, token, found) or of_its_subject(reading, sentence, token, found)
    barred = barred or any(not_meant(reading, sentence, token, one.entity) for one in found)
    barred = barred or any(of_other_side(reading, sentence, token, salience, one.entity) for one in found)
    return note_people(reading, sentence, token, () if barred else found)


def _of_his_title(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « famille » of « le père de famille Paul Martin », « République » of a prosecutor: part of what he is."""
    holder = sentence.head(token) if token.dep.startswith("nmod") and token.index > 1 else None
    if holder is None or reading.language != "fr" or not names_person(holder.lower, "fr"):
        return False
    bare = sentence.tokens[token.index - 1].lower in ("de", "d'", "d’") and holder.index == token.index - 2
    return bare or (token.lower == "république" and holder.lower in _PROSECUTORS)


def _by_predicate(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Resolve « Ce modèle est le plus gros avion » as the plane that its predicate says it is."""
    this = any(c.lower in DEMONSTRATIVES for c in sentence.children(token, "det"))
    noun = sentence.head(token) if this and token.dep == "nsubj" else None
    kind = noun_classes(reading.language).get(noun.lower) if noun is not None and noun.pos == "NOUN" else None
    if noun is None or kind is None or kind.type is EntityType.PERSON or not any(sentence.children(noun, "cop")):
        return ()
    return _settled(reading, sentence, noun, salience) or _look_back(reading, sentence, noun, salience, judge)


def _another(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> bool:
    """Tell a noun that brings in somebody of its own: « sa propre société », « le 45e président »."""
    own = _of_its_own(reading, sentence, token, salience)
    another = own or _counted(sentence, token) or told_apart(reading, sentence, token)
    return another or says_which(reading, sentence, token)


def _settled(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom a rule gives for a definite noun, the surest first."""
    known = capital(reading, sentence, token, salience) or only_place(reading, sentence, token, salience)
    known = known or client(reading, sentence, token, salience)
    known = known or client_meant(reading, sentence, token, salience) or capped(reading, sentence, token, salience)
    known = known or former_head(reading, sentence, token, salience)
    known = known or sitting_head(reading, sentence, token, salience)
    known = known or described_again(reading, sentence, token, salience) or told_on(reading, sentence, token)
    known = known or also_called(reading, sentence, token, salience)
    known = known or _by_its_head(reading, sentence, token, salience) or of_rival(reading, sentence, token, salience)
    known = known or by_deed(reading, sentence, token, salience) or headed(reading, sentence, token)
    known = known or just_founded(reading, sentence, token, salience) or of_officer(reading, sentence, token, salience)
    return known or only_of_sort(reading, sentence, token, salience) or goes_on(reading, sentence, token, salience)


def _by_trade(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person whom « l'homme d'affaires », « cette mère de famille », « l'actrice » take up."""
    known = man_of_business(reading, sentence, token, salience) or parent_again(reading, sentence, token)
    return known or of_no_trade_yet(reading, sentence, token, salience)


def _counted(sentence: Sentence, token: Token) -> bool:
    """Tell « le 45e président » from "the princess, 67, announced": an age behind a comma counts nobody."""
    aged = (
        t.index > token.index and sentence.tokens[t.index - 1].text == "," for t in sentence.children(token, "nummod")
    )
    return not all(aged)


def _of_nobody(sentence: Sentence, token: Token) -> bool:
    """Tell a noun of times and measures, of all, of an office's charge, of every day."""
    nobody = token.lower in EMPTY or of_all(sentence, token) or society(sentence, token)
    return nobody or _charge(sentence, token) or _of_every_day(sentence, token)


def _of_its_own(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> bool:
    """Tell a description that brings in its own: « sa propre société », « le futur groupe »."""
    kind = noun_classes(reading.language).get(token.lower)
    own = any(child.lower in OWN for child in sentence.children(token, "amod"))  # « sa propre société » is another one
    own = own or (kind is not None and kind.type is EntityType.ORGANIZATION and to_come(sentence, token))
    own = own or (names_person(token.lower, reading.language) and introduced(sentence, token))
    own = own or to_be_chosen(sentence, token) or becomes_his(sentence, token)
    return own or (reading.language == "en" and of_scientists(token, salience))


def _of_its_complement(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell a place or body of which its complement says which it is."""
    kind = noun_classes(reading.language).get(token.lower)
    place = kind is not None and kind.type is EntityType.PLACE and _of_place(reading, sentence, token)
    return place or (kind is not None and kind.type is EntityType.ORGANIZATION and _of_others(sentence, token))


def _named(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience
) -> tuple[tuple[Reference, ...], bool]:
    """Return whom the sentence names for a noun, and whether it says that it is called so or so at all."""
    kind = noun_classes(reading.language).get(token.lower)
    beside = by_name(reading, sentence, token, kind) or place_of_name(reading, sentence, token)
    beside = beside or speakers_land(reading, sentence, token) or said_of_subject(reading, sentence, token)
    beside = beside or of_family_named(reading, sentence, token) or own_child(reading, sentence, token)
    if beside:
        return beside, True
    called, told = self_styled(reading, sentence, token)
    if told:
        return called, True
    party = own_party(reading, sentence, token, salience)
    party = party if party is not None else by_portfolio(reading, sentence, token, salience)
    if party is not None:
        return party, True
    led = fighters(reading, sentence, token, salience) or national_side(reading, sentence, token)
    return led or by_periphrasis(reading, sentence, token, salience), False


def _look_back(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience, judge: Judge
) -> tuple[Reference, ...]:
    """Resolve « la société », « la plateforme », « le milliardaire » to the likeliest of those spoken of."""
    sought = anaphor(reading, sentence, token)
    found = judge(reading, sought, salience) or _only_union(reading, sought, salience)
    if found is None or found in salience.strangers or brought_in(reading, token, salience, found):
        return ()
    if somebody_else(reading, sentence, token, salience, found) or one_of_lands(reading, token, salience, found):
        return ()
    if _town_of_people(reading, sentence, token, salience, found) or of_no_business(reading, sentence, token, found):
        return ()
    found = acting_before(reading, sentence, token, salience, found)
    crowned = token.text in _CROWNED and not called(reading, token, found)
    if crowned or newcomer_told_of(reading, sentence, token, found):
        return ()
    if _bill(sentence, token) and reading.entities[found].type is not EntityType.WORK:
        return ()
    return (Reference(found, "nominal", f"likeliest entity for « {token.text} »", salience.last(found)),)


def _town_of_people(reading: Reading, sentence: Sentence, token: Token, salience: Salience, found: str) -> bool:
    """Tell "the Italian city" from a town spoken of long before: the noun says that its land is known."""
    seen = salience.latest(found)
    people = any(c.lower in countries(reading.language) for c in sentence.children(token, "amod"))
    far = seen is None or salience.now - seen.sentence > _JUST
    return people and token.lower in TOWNS and far and fold(reading.entities[found].name) not in capitals()


def _bill(sentence: Sentence, token: Token) -> bool:
    """Tell « le projet de loi », « la proposition de résolution », which are no body's project."""
    drafted = token.lower in ("projet", "proposition", "avant-projet")
    return drafted and any(c.lower in _LAWS for c in sentence.children(token, "nmod"))


def _only_union(reading: Reading, sought: Anaphor, salience: Salience) -> str | None:
    """Return the only body without a known kind that was spoken of, for « le groupe », « le collectif »."""
    if sought.token.lower not in UNIONS:
        return None
    among = [i for i in candidates(reading, sought, salience) if i not in salience.strangers and i not in reading.kinds]
    recent = [i for i in among if not is_public(reading.entities[i].name)]
    return recent[0] if len(recent) == 1 else None


def _by_its_head(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Resolve « le rectorat » to « rectorat de Grenoble »: the last entity whose name has the noun as its head."""
    if any(sentence.children(token, "nmod", "appos", "amod", "compound")) or token.lower in _MASS:
        return ()
    if token.lower.endswith(ABSTRACT) and token.lower not in noun_classes(reading.language):
        return ()  # « la citoyenneté » is no « Citoyenneté Canada »
    at = 0 if reading.language == "fr" else -1
    headed = (*HEADED, EntityType.WORK) if token.lower in _CRAFT else HEADED
    heads = {e.id: e.name.partition(" of ")[0].split()[at] for e in reading.of_type(*headed) if " " in e.name}
    named = [one for one, head in heads.items() if head.lower() == token.lower]  # "the city": City of Leeds
    far = _FAR if reading.language == "en" and token.lower in _ARMED_BANDS and len(named) == 1 else _WITHIN
    recent = _leading(salience, [seen.entity for seen in salience.recent(far) if seen.entity in named])
    if not recent or same_clause(reading, sentence, token, recent[0]):
        return ()
    return (Reference(recent[0], "nominal", "its name begins with the noun", salience.last(recent[0])),)


def _leading(salience: Salience, recent: list[str]) -> list[str]:
    """Leave out what only describes another noun: "founded A Party with friends of B Party. The party"."""
    late = [seen for seen in salience.recent(1) if seen.entity in recent and seen.sentence != salience.now]
    acting = {seen.entity for seen in late if not seen.dep.startswith("nmod")}
    return [i for i in recent if i in acting] or recent


def _charge(sentence: Sentence, token: Token) -> bool:
    """Tell « le secrétaire d'État à la Mer » from « la mer du Nord »: French writes what one has charge of so."""
    head = sentence.head(token) if token.dep.startswith("nmod") else None
    return head is not None and token.text[:1].isupper() and head.lower in _MINISTERS


def _of_every_day(sentence: Sentence, token: Token) -> bool:
    """Tell « la vie du quotidien », « c'est devenu le quotidien », which have no paper, from its readers."""
    head = sentence.head(token) if token.lower == "quotidien" else None
    if head is None or head.index > token.index:
        return False
    become = token.dep.startswith(("xcomp", "obj")) and head.lower.startswith(("deven", "devien"))
    return become or (token.dep.startswith("nmod") and head.lower in _LIVED)


def _of_place(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « la région de Knik », « la capitale de l'Ukraine » from « cet État d'Inde », which was spoken of before.

    Nor is « son pays » one that was spoken of, where nothing says whose.
    """
    if token.lower == "pays" and _of_nobody_known(reading, sentence, token):
        return True
    if any(c.lower in DEMONSTRATIVES for c in sentence.children(token, "det")):
        return False
    names = [c for c in sentence.children(token, "nmod") if c.name is not None and c.name in reading.names]
    return any(reading.entities[reading.names[c.name or 0]].type is EntityType.PLACE for c in names)


def _of_nobody_known(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « son pays » of somebody without a name: « l'ambassadeur turc a répondu que son pays … »."""
    owners = [c for c in sentence.children(token, "det", "nmod:poss") if c.lower in POSSESSIVES]
    return bool(owners) and not any(reading.referents(sentence, owner) for owner in owners)


def _of_others(sentence: Sentence, token: Token) -> bool:
    """Tell « l'association des joueurs de tennis »: a body that its members name, none that was spoken of."""
    below = (c for c in sentence.children(token, "nmod") if c.name is None and c.plural)
    return any(case.lower == "des" for c in below for case in sentence.children(c, "case"))
