"""Tells when what befell people without a name is told again: « Six soldats tués » … « les six soldats tués lundi »."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.frames.site import Site
from kg.extract.time import numerals
from kg.lexicon.closed import INDEFINITE_ARTICLES, POSSESSIVES
from kg.lexicon.tables import fold
from kg.model import Amount, EntityType, Fact, Modality, Participant
from kg.model.annotation import Sentence, Token

_SMALL = frozenset(
    """le la les l l' un une des du de d d' ce cet cette ces the a an of this these son sa ses au aux à dans en sur
    two deux trois quatre cinq six sept huit neuf dix three four five seven eight nine ten plus moins environ""".split()
)

# What somebody unknown does to a person, told again in other words: « poignardé … l'attaque contre Anne Dubois ».
BEFALLING = frozenset({"attacked", "criticized"})
_MANY = frozenset("des les several some many plusieurs all most the these ces both autres other".split())
_TAKEN_UP = frozenset("le la l' l’ les ce cet cette ces the this these that those".split())
_TWO: Final = 2
_ROUNDED: Final = 0.15  # « près de 80 millions » is 75 million told again
_LOSSES: Final = frozenset("mort décès assassinat meurtre arrestation interpellation exécution".split())


def told_here(site: Site, *, saying: bool) -> bool:
    """Tell whether an event of people without a name is told here, not taken up: « le policier agressé est mort »."""
    if saying or site.sentence.inside is not None:
        return site.sentence.inside is None
    if site.kind != "verb" or _nobody_does(site):
        return site.kind == "noun" and _counted_loss(site)
    aside = site.token.dep in ("acl", "amod") and not any(
        site.sentence.children(site.token, "aux", "aux:pass", "nsubj")
    )
    head = site.sentence.head(site.token)
    return not aside or head is None or not _definite(site.sentence, head) or _between_commas(site)


def _between_commas(site: Site) -> bool:
    """Tell « Le conducteur, grièvement blessé, a été … »: what commas set apart is told, not taken up."""
    first = min([site.token.index, *(t.index for t in site.sentence.children(site.token, "advmod"))])
    return first > 1 and site.sentence.tokens[first - 1].text == ","


def _counted_loss(site: Site) -> bool:
    """Tell « la mort de huit personnes », « l'arrestation de 16 djihadistes »: whoever counts them tells of it."""
    whom = site.sentence.children(site.token, "nmod") if site.token.lower in _LOSSES else ()
    return any(site.sentence.child(t, "nummod") is not None and t.index > site.token.index for t in whom)


def _nobody_does(site: Site) -> bool:
    """Tell « a décidé de suspendre ses aides »: an active infinitive tells of what is meant, not of what befell."""
    own = any(site.sentence.children(site.token, "aux", "aux:pass", "nsubj"))  # "critics accuse": taggers err
    return "VerbForm=Inf" in site.token.morph and not own


def _definite(sentence: Sentence, noun: Token) -> bool:
    articles = [child.lower for child in sentence.children(noun, "det")]
    bare = not articles and not any(sentence.children(noun, "nummod"))
    return bare or any(article in _TAKEN_UP for article in articles)


def unnamed(fact: Fact) -> bool:
    """Tell whether somebody without a name is told of: « dix personnes ont été arrêtées et placées en garde à vue »."""
    return any(p is not None and p.id is None for p in (fact.subject, fact.object)) and fact.quote is None


def told_again(fact: Fact, earlier: Fact) -> bool:
    """Tell whether a fact says of people without a name what an earlier one of the relation says of them."""
    deaths = {fact.relation, earlier.relation} == {"killed", "died"}
    if (fact.relation != earlier.relation and not deaths) or earlier.quote is not None or not unnamed(earlier):
        return False
    if fact.time and earlier.time and fact.time != earlier.time:
        return False
    mine, theirs = _number(fact), _number(earlier)
    if mine is not None and theirs is not None and mine != theirs:
        return False
    counted = mine is not None and mine == theirs and mine > 1
    if deaths:  # « 12 morts » … « douze personnes sont mortes »
        return counted and _same(victim(fact), victim(earlier), counted=counted)
    pairs = ((fact.subject, earlier.subject), (fact.object, earlier.object))
    return all(_same(*pair, counted=counted) for pair in pairs)


def victim(fact: Fact) -> Participant | None:
    """Return who is killed, hurt or dies."""
    return fact.subject if fact.relation == "died" else fact.object


def won_again(fact: Fact, earlier: Fact) -> bool:
    """Tell « son premier titre olympique » from « l'or olympique » that was told before: one win, told again."""
    if fact.relation != "won" or earlier.relation != "won" or fact.time != earlier.time:
        return False
    same = fact.subject is not None and earlier.subject is not None and fact.subject.id == earlier.subject.id
    golds = [_golden(f.object) for f in (fact, earlier)]
    return same and all(golds) and (fact.modality is Modality.DENIED) == (earlier.modality is Modality.DENIED)


def _golden(prize: Participant | None) -> bool:
    """Tell whether words speak of one Olympic title."""
    words = set(fold(prize.name).replace("'", " ").split()) if prize is not None and prize.id is None else set()
    return bool(words & {"olympique", "olympic"}) and bool(words & {"titre", "or", "champion", "championne", "gold"})


def only_once(fact: Fact, once: frozenset[str]) -> bool:
    """Tell whether a fact told again of the same participants is the same: a visit, what befalls one person."""
    visit = fact.relation == "visited" and not unnamed(fact)  # « en visite à Lyon … a annoncé se rendre à Lyon »
    if fact.subject is not None:
        return visit or fact.relation in once
    return fact.relation in once | BEFALLING and _befalls_one(fact)


def other_sum(fact: Fact, other: Fact) -> bool:
    """Tell a firm that raised 25 million in 2022 and 80 million now: two sums of money are two events."""
    sums = [f.amount for f in (fact, other) if f.amount is not None and f.amount.currency]
    if len(sums) < _TWO or sums[0].currency != sums[1].currency:
        return False
    low, high = sorted(float(one.value) for one in sums)
    return high - low > _ROUNDED * high


def other_sentence(fact: Fact, other: Fact) -> bool:
    """Tell « condamné jeudi à huit mois de prison » from « condamné en 2004 à quinze ans »: two courts sat."""
    terms = [dict(one.roles).get("sentence") for one in (fact, other) if one.relation == "sentenced"]
    words = {tuple(fold(term).split()[:2]) for term in terms if isinstance(term, str)}
    return len(words) > 1


def elsewhere(fact: Fact, other: Fact) -> bool:
    """Tell « enfariné à Strasbourg » from « giflé à Lamballe »: two places are two events."""
    places = {f.place.id for f in (fact, other) if f.place is not None}
    return fact.relation in BEFALLING and len(places) > 1


def _befalls_one(fact: Fact) -> bool:
    """Tell whether something befalls one person by name, nobody being told to do it."""
    person = fact.object
    return fact.subject is None and fact.quote is None and person is not None and person.type is EntityType.PERSON


def told_by_name(fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """Return a later fact that names whom this one only introduces: "Two men were charged." … "Lee Marsh was charged".

    As many people as are named later, no more and no fewer.
    """
    person = _introduced(fact)
    if person is None:
        return None
    same = [f for f in facts if f.relation == fact.relation and f.evidence > fact.evidence and timed_alike(fact, f)]
    # « Dubois brigue un mandat. … Anne Petit est candidate »: no mandate is she
    same = [f for f in same if (f.object is None) == (fact.object is None) or _same_one(f, fact)]
    named = {p.id: f for f in same for p in (_patient(f),) if p is not None and p.id and p.type is EntityType.PERSON}
    apart = all(f.sentence != fact.sentence for f in named.values())
    return next(iter(named.values()), None) if apart and len(named) == _count(person.name) else None


def _same_one(fact: Fact, other: Fact) -> bool:
    """Tell whether two facts have one subject, with a name or without."""
    return fact.subject is None or other.subject is None or fact.subject.id == other.subject.id


def possessed_by_another(fact: Fact, facts: Sequence[Fact], text: str) -> Fact | None:
    """Return who died before « sa mort » of somebody else: a possessive takes up what was told, and of whom.

    « Paul Martin est mort jeudi. Anne Dubois lui a rendu hommage. Sa mort … » is Paul Martin's.
    """
    patient = _patient(fact)
    opens = patient is not None and patient.span is not None and patient.span.start == fact.sentence.start
    both = fact.subject is not None and fact.object is not None  # "Her second husband": a tie, nothing that befell her
    if fact.time is not None or both or not opens or not owned(fact, text):
        return None  # "X, who led it until his death": whose death it is stands right before
    same = [f for f in facts if f.relation == fact.relation and _patient(f) is not None and not owned(f, text)]
    told = [f for f in same if f.evidence < fact.evidence and _named(f)]
    return told[-1] if told and all(_named(f) != _named(fact) for f in same) else None


def owned(fact: Fact, text: str) -> bool:
    """Tell a fact whose patient stands in a possessive: « sa mort », "their suspension"."""
    patient = _patient(fact)
    return patient is not None and patient.span is not None and patient.span.of(text).lower() in POSSESSIVES


def _named(fact: Fact) -> str | None:
    patient = _patient(fact)
    return patient.id if patient is not None and patient.type is EntityType.PERSON else None


def _introduced(fact: Fact) -> Participant | None:
    """Return the people without a name whom something befalls."""
    patient = _patient(fact)
    return patient if patient is not None and patient.id is None and fact.quote is None else None


def _patient(fact: Fact) -> Participant | None:
    return fact.object if fact.object is not None else fact.subject


def _count(words: str) -> int:
    """Return how many people words speak of: 1 without a number, 0 where that is not clear."""
    first = next(iter(fold(words).split()), "")
    if first in _MANY:
        return 0
    number = numerals.from_words(first, "fr") or numerals.from_words(first, "en")
    return int(number) if number else 0 if first.isdigit() else 1


def timed_alike(fact: Fact, other: Fact) -> bool:
    """Tell whether two facts may be of one time: one of them has none, or both the same."""
    return fact.time is None or other.time is None or fact.time == other.time


def dated(facts: Sequence[Fact], told: Sequence[Fact]) -> list[Fact]:
    """Return the facts, each without a time dated by what was left out as saying the same of the same participants."""
    kept = {fact.id for fact in facts}
    times: dict[tuple[str, str], list[Fact]] = {}
    for fact in told:
        if fact.time is not None and fact.id not in kept and fact.quote is None:
            times.setdefault((fact.relation, fact.modality.value), []).append(fact)
    return [_dated(fact, times.get((fact.relation, fact.modality.value), ())) for fact in facts]


def dated_by(kept: list[Fact], introduced: Iterable[tuple[Fact, Fact | None]]) -> list[Fact]:
    """Return the facts, each without a time dated by what told of it before there was a name."""
    pairs = ((first, named) for first, named in introduced if named is not None and _brought_in(first))
    times = {named.id: first.time for first, named in pairs if named.time is None}
    told = ((fact, times.get(fact.id)) for fact in kept)
    return [replace(f, time=time, steps=(*f.steps, f"told of {time}")) if time is not None else f for f, time in told]


def _brought_in(fact: Fact) -> bool:
    """Tell « un ancien policier », who is brought in so, from « leur père », who is another."""
    patient = _patient(fact)
    return fact.time is not None and patient is not None and patient.name.lower().split()[0] in INDEFINITE_ARTICLES


def _dated(fact: Fact, told: Sequence[Fact]) -> Fact:
    if fact.time is not None or fact.quote is not None:
        return fact
    same = {other.time for other in told if _same_ends(fact, other)}
    time = next(iter(same)) if len(same) == 1 else None
    return fact if time is None else replace(fact, time=time, steps=(*fact.steps, f"told of {time}"))


def _same_ends(fact: Fact, other: Fact) -> bool:
    """Tell whether two facts share an entity, and differ in no other."""
    pairs = [(getattr(fact, end), getattr(other, end)) for end in ("subject", "object")]
    known = [(one.id, two.id) for one, two in pairs if one is not None and two is not None]
    titles = {str(dict(f.roles).get("title", "")).lower() for f in (fact, other)}
    return bool(known) and all(one is not None and one == two for one, two in known) and len(titles) == 1


def _number(fact: Fact) -> float | None:
    value = dict(fact.roles).get("number")
    value = value.value if isinstance(value, Amount) else value
    return float(value) if isinstance(value, int | float) else None


def _same(one: Participant | None, other: Participant | None, *, counted: bool) -> bool:
    """Tell whether two participants can be the same: the same entity, the same words, or one is left open."""
    if one is None or other is None:
        return True
    if one.id is not None or other.id is not None:
        return one.id == other.id
    return counted or _words(one) == _words(other) or _taken_up(one, other) or _taken_up(other, one)


def _taken_up(one: Participant, other: Participant) -> bool:
    """Tell « le muezzin de la mosquée » from « un muezzin » before it: definite, the same noun, and no other words."""
    mine, theirs = fold(one.name).replace("'", " ").split(), fold(other.name).replace("'", " ").split()
    definite = len(mine) > 1 and mine[0] in ("le", "la", "les", "l", "the")
    return definite and len(theirs) > 1 and mine[1] == theirs[1] and _words(other) <= _words(one)


def _words(participant: Participant) -> frozenset[str]:
    words = frozenset(word for word in fold(participant.name).replace("'", " ").split() if not word.isdigit())
    return words - _SMALL or words
