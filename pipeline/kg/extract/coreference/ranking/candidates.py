"""Says which entities of the text a word can mean."""

import re
from itertools import islice
from typing import Final

from kg.extract.coreference.answering import INVOLVED, accusers
from kg.extract.coreference.behind import of_another_people, of_organ, office
from kg.extract.coreference.clauses import (
    around,
    commanded,
    named_below,
    of_own_relative,
    same_clause,
    source_before,
    speakers,
    within_itself,
)
from kg.extract.coreference.lent import lenders
from kg.extract.coreference.not_owners import not_owners
from kg.extract.coreference.nouns import KIN, had
from kg.extract.coreference.openings import behind_opening
from kg.extract.coreference.own_bodies import own_bodies
from kg.extract.coreference.party_words import parties_differ
from kg.extract.coreference.predicates import standing_by
from kg.extract.coreference.ranking.having import ENGLISH_PERSONS, PEOPLE, having
from kg.extract.coreference.ranking.heads import heads, heads_another, of_another_rank, summit
from kg.extract.coreference.ranking.kin import of_other_trade, related_to_others, runs_another
from kg.extract.coreference.ranking.lands import of_another_land
from kg.extract.coreference.ranking.left import left_behind
from kg.extract.coreference.ranking.name_words import in_name
from kg.extract.coreference.ranking.nameless import MENTIONS, NOUN_WINDOW, says, strangers
from kg.extract.coreference.ranking.sorts import GROUPS, KNOWN, LOOSE, OPEN, SAID, called, is_union, standing
from kg.extract.coreference.ranking.sought import NEUTRAL, PAST, Anaphor, anaphor
from kg.extract.coreference.ranking.stations import MEDIA, other_media
from kg.extract.coreference.ranking.young import YOUNG, grown, little, of_family
from kg.extract.coreference.replacing import picks_stand_in
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.sexes import sex_of
from kg.extract.coreference.told_of import named_source
from kg.extract.frames.load import clause_verbs, load_frames
from kg.extract.reading import Reading
from kg.lexicon.closed import DEMONSTRATIVES
from kg.lexicon.peoples import country_names
from kg.lexicon.periphrases import giants
from kg.model import EntityType

_SEVERAL: Final = ("family", "household", "crowd", "audience")  # no one person
CLITIC: Final = frozenset("le la l' les".split())
PRONOUN_WINDOW: Final = 6
LATELY: Final = 6  # sentences
FEW: Final = 4  # of those of whom nothing is known but the type
_CALLED: Final = 2  # sentences within which a pronoun agrees with what it was called
_THINGS: Final = (EntityType.PLACE, EntityType.WORK, EntityType.EVENT)
_DOINGS: Final = ("campaign",)  # what somebody does and when, more often than a body: "during the campaign"
_WHERE: Final = re.compile(r"\b(?:sur|on|via|page|compte|profil|account) $")
_PREPOSED: Final = re.compile(r"(?:\b(?:à|de|par|pour|avec|sur|contre|of|to|by|for|with|on|against) |\bd['’])$")
_THEMSELVES: Final = frozenset("géant giant".split())
ANYWHERE: Final = ("the event", "the vehicle", "the place", "the platform")
# What is a paper's or a channel's own.
_PAPERS: Final = frozenset(
    """édition éditions site une colonnes antenne micro plateau page pages numéro journaliste journalistes lecteurs
    rédaction enquête article éditorial compte chaîne émission auditeurs direction propriétaire directeur directrice
    actionnaire correspondant correspondante envoyé dépêche confrères audience audiences téléspectateurs abonnés
    programmes grille matinale""".split()
)
_HAPPENING: Final = ("surven", "survien", "adven", "advien")
_YOUNG_FIRMS: Final = frozenset("start-up startup pousse pépite".split())
_PRESS: Final = frozenset("site quotidien journal hebdomadaire magazine mensuel média".split())
_PUBLISHING: Final = ("publi", "para", "diffus", "édit", "imprim", "émet")


def candidates(reading: Reading, sought: Anaphor, salience: Salience) -> list[str]:
    """Return who was spoken of before and can be meant, the one spoken of last first: entities and strangers."""
    window = NOUN_WINDOW if sought.noun else PRONOUN_WINDOW
    recent = list(dict.fromkeys(seen.entity for seen in islice(salience.newest(window), MENTIONS)))
    barred = _barred(reading, sought) | (reading.late if says(reading, sought) else set())
    barred |= behind_opening(reading, sought.sentence, sought.token)
    barred |= {*accusers(reading, sought.sentence, sought.token), *left_behind(reading, sought, salience)}
    if sought.token.lower in MEDIA:
        barred |= other_media(reading, sought.token.lower, salience, recent)
    if sought.token.lower in _YOUNG_FIRMS:
        barred |= {i for i in recent if reading.entities[i].name in giants()}
    barred |= {i for i in recent if reading.kinds.get(i) == "platform" and _venue(reading, sought, salience, i)}
    barred |= {i for i in recent if _called_otherwise(reading, sought, salience, i)}
    quoted = sought.sentence.inside is not None and not sought.noun
    barred |= {i for i in recent if _named_behind(reading, sought, i)} if quoted else set()
    firm = sought.kind is not None and sought.kind.name == "company"
    told = not sought.noun or (firm and reading.language == "fr")  # « la société » is no site that broke the news
    barred |= {i for i in recent if _only_told(reading, sought, salience, i)} if told else set()
    fitting = [i for i in recent if i not in barred and _can_be(reading, sought, i) and not _bound(reading, sought, i)]
    fitting = _alone(reading, sought, salience, fitting)
    named = _of_office(reading, sought, salience, fitting) if sought.noun else having(reading, sought, fitting)
    return sorted([*named, *strangers(reading, sought, salience)] if named else [], key=salience.age)


def _named_behind(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell who is named first behind a quotation, and so says it: « "Elle est rare", explique à la presse Dubois ».

    « "Elle s'agite", répond l'avocat à Dubois » may speak of her.
    """
    first = reading.first_named(identifier)
    if first is None or first.start < sought.token.span.start:
        return False
    return _PREPOSED.search(reading.text, max(0, first.start - 8), first.start) is None


def _venue(reading: Reading, sought: Anaphor, salience: Salience, identifier: str) -> bool:
    """Tell « a écrit sur Twitter », « la page Facebook »: where something is said, which does nothing itself."""
    if (sought.kind is not None and sought.kind.name == "platform") or sought.token.lower in _THEMSELVES:
        return False
    told = [seen for seen in salience.newest(PRONOUN_WINDOW) if seen.entity == identifier]
    starts = [(seen.span.start, seen.dep) for seen in told]
    return bool(told) and all(
        not dep.startswith(("nsubj", "obj")) and _WHERE.search(reading.text, max(0, start - 12), start)
        for start, dep in starts
    )


def _alone(reading: Reading, sought: Anaphor, salience: Salience, fitting: list[str]) -> list[str]:
    """Keep who was spoken of alone where one is meant: « Dubois et Martin … ils … lui » is neither of the two."""
    if sought.noun or sought.plural or reading.language != "fr":
        return fitting
    last = {i: salience.latest(i) for i in fitting if reading.entities[i].type is EntityType.PERSON}
    alone = [i for i, seen in last.items() if seen is not None and not seen.plural]
    return [i for i in fitting if not alone or i not in last or i in alone]


def _barred(reading: Reading, sought: Anaphor) -> set[str]:
    """Return whom grammar forbids beforehand: who is named within or around it, and who speaks the quotation."""
    if sought.noun:
        place = sought.kind is not None and sought.kind.type is EntityType.PLACE
        inside = set() if place else within_itself(reading, sought.sentence, sought.token)
        inside |= standing_by(reading, sought.sentence, sought.token)
        inside |= own_bodies(reading, sought.sentence, sought.token)
        if sought.kind is not None and sought.kind.type is EntityType.PERSON:
            inside |= named_source(reading, sought.sentence, teller=False)
            if (
                sought.sentence.inside is not None
                and {c.lower for c in sought.sentence.children(sought.token)} & DEMONSTRATIVES
            ):
                inside |= speakers(reading, sought.sentence)  # « « Cette femme n'écoute pas », dit Anne Dubois »
        return inside | named_below(reading, sought.sentence, sought.token)
    below = named_below(reading, sought.sentence, sought.token)
    below |= source_before(reading, sought.sentence, sought.token)
    if sought.token.dep.startswith("nsubj"):
        below |= named_source(reading, sought.sentence, teller=True)
    below |= of_own_relative(reading, sought.sentence, sought.token) | not_owners(
        reading, sought.sentence, sought.token
    )
    if reading.language == "en" and not sought.plural:
        below |= lenders(reading, sought.sentence, sought.token, sought.gender)
    return below | around(reading, sought.sentence, sought.token) | speakers(reading, sought.sentence)


def _called_otherwise(reading: Reading, sought: Anaphor, salience: Salience, identifier: str) -> bool:
    """Tell « il » from what was last called by a feminine noun, where its name has no gender: « Arte … La chaîne »."""
    if sought.noun or not sought.gender or reading.genders.get(identifier) or identifier in salience.named:
        return False
    if reading.language != "fr" or reading.entities[identifier].type is EntityType.PERSON:
        return False
    for seen in (s for s in salience.newest(_CALLED) if s.entity == identifier):
        told = reading.annotation.sentences[seen.verb[0]]
        word = told.tokens[seen.position]
        if word.pos == "NOUN" or word.name is not None:
            return word.name is None and {anaphor(reading, told, word).gender, sought.gender} == {"m", "f"}
    return False


def _of_office(reading: Reading, sought: Anaphor, salience: Salience, fitting: list[str]) -> list[str]:
    """Keep whom the text calls by an office, if anybody; who is not called so is meant only if spoken of lately."""
    above = summit(sought)
    fitting = [i for i in fitting if not above or not heads_another(reading, sought, i)]
    fitting = [i for i in fitting if not of_another_rank(reading, sought, i) and not runs_another(reading, sought, i)]
    known = heads(reading, sought, salience, fitting)
    if known:
        return known
    named = office(sought.sentence, sought.token)
    holders = [i for i in fitting if named in reading.roles.get(i, ()) or in_name(reading, sought.token, i)]
    if holders and sought.form in ("the person_role", "the party", "the media"):
        return holders
    unions = _unions(reading, sought, salience, fitting)
    if unions:
        return unions
    near = {seen.entity for seen in salience.recent(LATELY)}
    stands = {i: standing(reading, sought, i) for i in fitting}
    of_kind = sought.kind is not None and sought.kind.name in KNOWN and {SAID, LOOSE} & {*stands.values()}
    few = not of_kind and sum(one == OPEN for one in stands.values()) <= FEW
    kept = {SAID: True, LOOSE: sought.form in ANYWHERE}
    found = [i for i in fitting if kept.get(stands[i]) or (i in near and (few or stands[i] != OPEN))]
    firms = sought.form == "the company" and any(reading.kinds.get(i) == "company" for i in found if i in near)
    return [i for i in found if not firms or not _bare_letters(reading, i)]


def _unions(reading: Reading, sought: Anaphor, salience: Salience, fitting: list[str]) -> list[str]:
    """Keep the collectives for « le groupe » alone, not the platform they speak on; nobody where another body leads."""
    if sought.token.lower not in GROUPS or any(sought.sentence.children(sought.token, "amod", "compound")):
        return []
    unions = [i for i in fitting if is_union(reading, i)]
    leading = {seen.entity for seen in salience.newest(1) if seen.main and reading.kinds.get(seen.entity) != "platform"}
    return [] if leading & {*fitting} - {*unions} else unions


def _bare_letters(reading: Reading, identifier: str) -> bool:
    """Tell a body known by its letters only, « la SEC »: no « constructeur » where a firm has been spoken of."""
    known = reading.kinds.get(identifier) or reading.roles.get(identifier)
    return not known and reading.entities[identifier].name.isupper()


def _bound(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell whether grammar forbids it: two arguments of one verb, a description below its own subject."""
    if same_clause(reading, sought.sentence, sought.token, identifier):
        return True
    if not sought.noun and picks_stand_in(reading, sought.sentence, sought.token, identifier):
        return True
    told = (sought.noun and sought.token.lower not in INVOLVED) or sought.form == "latter"
    return told and commanded(reading, sought.sentence, sought.token, identifier)


def _can_be(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    entity = reading.entities[identifier]
    gender = reading.genders.get(identifier, "")
    if sought.gender and gender and sought.gender != gender and (entity.type is EntityType.PERSON or not sought.noun):
        return False
    if sought.noun:
        return _nameable(reading, sought, identifier)
    if _mute(reading, sought, identifier) or _happens(reading, sought, identifier):
        return False
    many = reading.language == "fr" and not sought.plural and entity.type is not EntityType.PERSON
    if many and identifier in reading.many - reading.once:  # « le départ des Fillon » leaves him one person
        return False
    return _pronominal(reading, sought, entity.type)


def _happens(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell « il est survenu » from who is no event."""
    verb = sought.sentence.head(sought.token) if sought.token.dep.startswith("nsubj") else None
    happens = verb is not None and verb.lower.startswith(_HAPPENING)
    return happens and reading.entities[identifier].type is not EntityType.EVENT


def _mute(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell a town, a river, a work from whoever says something: of the places only states speak.

    Behind a quotation, « a-t-il lancé », no state is meant either.
    """
    entity, verb = reading.entities[identifier], sought.sentence.head(sought.token)
    if reading.language != "fr" or entity.type not in _THINGS or verb is None:
        return False
    if not sought.token.dep.startswith("nsubj"):
        return False
    if sought.token.index > 0 and verb.lower in clause_verbs("fr", "saying", "quoting"):
        told = sought.sentence.tokens[sought.token.index - 1]
        if told.lower.endswith(("-t-", "-", "-t")) or sought.token.text.startswith("-"):
            return True
    speaks = verb.lower in clause_verbs("fr", "saying")
    return speaks and entity.type is EntityType.PLACE and entity.name not in country_names("fr")


def _only_told(reading: Reading, sought: Anaphor, salience: Salience, identifier: str) -> bool:
    """Tell a paper or channel that told what is told, « explique BFM TV », « selon Le Monde », and does nothing else.

    It may have its own issue or site, and go on telling: « Le Parisien dans son édition de lundi ».
    """
    seen, noun = salience.latest(identifier), None if sought.noun else sought.sentence.head(sought.token)
    press = reading.kinds.get(identifier) == "media"
    press = press or (sought.noun and not _PRESS.isdisjoint(reading.roles.get(identifier, ())))
    if reading.language != "fr" or not press or seen is None:
        return False
    if noun is not None and (noun.lower in _PAPERS | had("made") | had("bodies") or noun.lower.startswith(_PUBLISHING)):
        return False
    told = reading.annotation.sentences[seen.verb[0]]
    verb = told.tokens[seen.verb[1]]
    tells = verb.lower in clause_verbs("fr", "saying", "quoting")
    acts = seen.dep.startswith("nsubj") and (verb.index > seen.position or not tells)
    return not (acts and (says(reading, sought) or not tells))


def _pronominal(reading: Reading, sought: Anaphor, kind: EntityType) -> bool:
    word = sought.token.lower
    if reading.language == "en":
        if word in ENGLISH_PERSONS:
            return kind is EntityType.PERSON
        if word in NEUTRAL:
            return kind not in PEOPLE
    if sought.plural and (reading.language == "fr" or word != "their"):  # « leur » is of no one person
        return kind is not EntityType.PERSON
    return kind is not EntityType.GROUP or sought.plural


def _of_another_age(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell a grown person from « l'enfant », « la petite Zoé » from « l'ex-militaire »."""
    if sought.token.lower in YOUNG:
        return grown(reading, identifier) or of_family(reading, identifier)
    return sought.form == "the person_role" and sought.token.lower not in KIN and little(reading, identifier)


def _nameable(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell whether a noun can name the entity: by its kind, by what the text or its own name calls it."""
    if _of_another_age(reading, sought, identifier):
        return False
    sex = sex_of(sought.token.lower, "en") if reading.language == "en" else ""
    if {sex, reading.genders.get(identifier)} == {"f", "m"}:
        return False  # "the current chairwoman" is no man
    person = reading.entities[identifier].type is EntityType.PERSON
    if related_to_others(reading, sought, identifier) or (person and sought.token.lower in _SEVERAL):
        return False
    body = reading.entities[identifier].type is EntityType.ORGANIZATION
    national = body or _of_state(reading, sought) or not _is_post(reading, sought)
    away = national and of_another_people(reading, sought.sentence, sought.token, identifier)
    away = away or parties_differ(reading, sought.sentence, sought.token, identifier)
    if away or of_another_land(reading, sought.sentence, sought.token, sought.form, identifier):
        return False
    if called(reading, sought.token, identifier):
        return True
    other = reading.language == "fr" and of_other_trade(reading, sought, identifier) and not _formerly(sought)
    other = other or sought.token.lower in _DOINGS
    if other or (sought.form == "the person_role" and _serves_somebody(reading, sought)):
        return False
    return standing(reading, sought, identifier) in (LOOSE, OPEN)


def _formerly(sought: Anaphor) -> bool:
    """Tell « l'ancien journaliste », whom a deputy may well have been."""
    return any(c.lower in PAST for c in sought.sentence.children(sought.token, "amod"))


def _of_state(reading: Reading, sought: Anaphor) -> bool:
    """Tell an office of a state: « le président russe » is not the American one, « l'entraîneur russe » may be."""
    if of_organ(sought.sentence, sought.token):
        return True
    triggers = load_frames(reading.language).nouns.get(sought.token.lower, ())
    return any("nation" in functions for t in triggers if not t.rest for _, functions in t.roles)


def _is_post(reading: Reading, sought: Anaphor) -> bool:
    """Tell a post, which people hold of lands not their own: « le sélectionneur français », not « le perchiste »."""
    triggers = load_frames(reading.language).nouns.get(sought.token.lower, ())
    return reading.language == "en" or any(role == "title" for t in triggers for role, _ in t.roles)


def _serves_somebody(reading: Reading, sought: Anaphor) -> bool:
    """Tell « l'avocate de Paul Martin », "Martin's lawyer": somebody new, unless the text called them so before."""
    below = sought.sentence.children(sought.token, "nmod", "nmod:poss")
    names = (reading.names.get(t.name) for t in below if t.name is not None)
    return any(i is not None and reading.entities[i].type is EntityType.PERSON for i in names)
