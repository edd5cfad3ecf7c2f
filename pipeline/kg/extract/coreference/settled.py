"""Settles by grammar what no ranking need decide: « lui aussi », « de son côté », « il est difficile de »."""

from typing import Final

from kg.extract.coreference.clause_pronouns import means_clause
from kg.extract.coreference.impersonal import impersonal
from kg.extract.coreference.nobody import RANKED
from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import is_participle
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import INDEFINITE_ARTICLES, POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_ALSO: Final = frozenset("aussi même -même également seul seule non too".split())
# What somebody declares of himself.
_OWN_DEEDS: Final = frozenset(
    "resignation retirement candidacy departure bid intention intentions withdrawal engagement".split()
)
_DECLARING: Final = ("announc", "tender", "submit", "declar", "confirm", "offer", "hand", "withdr")
# What is of whoever does it: « rendre son verdict », « quitter son lit ».
_OWN_THINGS: Final = {
    "lit": ("sorti", "sort", "quitt"),
    "rapport": ("rend", "remis", "remet"),
    "verdict": ("rend",),
    "avis": ("rend",),
    "copie": ("rend", "revoi", "revu"),
}
_HELD: Final = ("filiale", "branche", "division", "succursale", "subsidiary", "arm", "unit")
_SIDES: Final = frozenset("côté part tour".split())
_EMPHATIC: Final = frozenset("lui elle eux elles lui-même elle-même eux-mêmes elles-mêmes".split())
_OF_MANY: Final = ("mouvement", "confrérie", "rébellion")  # « le mouvement des Talibans », no strike of a union
# « la ville d'Anvers » is Anvers; « la région de Lyon » is around it.
_NAMED_SO: Final = dict.fromkeys(
    """ville commune village municipalité localité province archipel île république royaume principauté département
    canton comté city town village municipality province republic kingdom state island county borough""".split(),
    EntityType.PLACE,
) | dict.fromkeys(("club", "parti", "palais", *_OF_MANY), EntityType.ORGANIZATION)


def stands_for_nobody(sentence: Sentence, token: Token) -> bool:
    """Tell pronouns that stand for no entity: « il faut », « il est de 84 morts », « comme le rappelle Dubois »."""
    return impersonal(sentence, token) or _counts(sentence, token) or means_clause(sentence, token)


def _counts(sentence: Sentence, token: Token) -> bool:
    """Tell « il est de 84 morts »: a toll, a rate."""
    head = sentence.head(token)
    if head is None or token.lower not in ("il", "elle") or not any(sentence.children(head, "cop", "aux")):
        return False
    number = head.pos == "NUM" or any(t.index < head.index for t in sentence.children(head, "nummod"))
    return number and any(c.lower in ("de", "d'", "d’") for c in sentence.children(head, "case"))


def fronted(sentence: Sentence, token: Token) -> bool:
    """Tell the possessive of « de son côté », « pour sa part », « à son tour »: it is the subject's."""
    thing = sentence.head(token)
    joined = thing is not None and preposition(sentence, thing) in ("de", "pour", "à", "on", "for", "in")
    return thing is not None and thing.lower in _SIDES and joined and thing.index == token.index + 1


def subject_of_side(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the subject of the clause that « de son côté » belongs to."""
    return _of_subject(reading, sentence, _clause(sentence, token), token)


def said_to_own(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return whose « sa plateforme » is where the text named one owner of such a thing and names him before it here.

    « la plateforme de Musk … Malgré le soutien de Musk à Trump, sa plateforme … »
    """
    thing = sentence.head(token)
    owners = {*reading.possessors.get(thing.lower, ())} if thing is not None else set()
    if len(owners) != 1:
        return ()
    (owner,) = owners
    before = [t for t in sentence.tokens[: token.index] if t.name is not None and reading.names.get(t.name) == owner]
    return (Reference(owner, "pronoun", "named as its owner", before[-1].span),) if before else ()


def own_thing(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return whoever is subject of « est sorti de son lit », « a rendu son rapport », named or not; else None."""
    thing = sentence.head(token) if token.lower in POSSESSIVES else None
    verb = sentence.head(thing) if thing is not None else None
    starts = _OWN_THINGS.get(thing.lower, ()) if thing is not None else ()
    if verb is None or not starts or not verb.lower.startswith(starts) or not surface_subject(sentence, verb):
        return None
    return _of_subject(reading, sentence, verb, token)


def own_deed(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return who "announced his resignation", "confirmed her candidacy": what only its doer can declare is his own."""
    deed = sentence.head(token)
    verb = sentence.head(deed) if deed is not None and deed.dep.startswith("obj") else None
    if deed is None or verb is None or deed.lower not in _OWN_DEEDS or not verb.lower.startswith(_DECLARING):
        return ()
    found = _of_subject(reading, sentence, verb, token)
    gender = {"his": "m", "her": "f"}.get(token.lower, "")
    person = len(found) == 1 and reading.entities[found[0].entity].type is EntityType.PERSON
    agrees = person and reading.genders.get(found[0].entity, gender) in ("", gender)
    return found if agrees and gender else ()


def like_others(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return François of « François, comme Benoît avant lui, a visité Rome »: the others did so before the subject."""
    before = sentence.tokens[max(0, token.index - 12) : token.index]
    if token.lower not in ("lui", "elle") or not before or before[-1].lower not in ("avant", "après"):
        return ()
    like = next((t for t in reversed(before) if t.lower == "comme"), None)
    if like is None or any(t.pos in ("VERB", "AUX") for t in sentence.tokens[like.index : token.index]):
        return ()
    verbs = [t for t in sentence.tokens if t.dep == "ROOT"]
    return _of_subject(reading, sentence, verbs[0], token) if verbs else ()


def emphatic(sentence: Sentence, token: Token) -> bool:
    """Tell « a lui aussi », « Dubois, elle, », « quant à lui »: said once more of the subject."""
    if token.lower not in _EMPHATIC or (token.dep.startswith("nsubj") and not _said_between(sentence, token)):
        return token.lower.endswith("-mêmes") and token.index > 0 and sentence.tokens[token.index - 1].pos == "AUX"
    before = sentence.tokens[token.index - 1] if token.index else None
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if before is None or after is None:
        return False
    if token.lower.endswith(("-même", "-mêmes")):
        return before.pos != "ADP"  # « contre lui-même » looks back
    apart = before.text == "," and (after.text == "," or after.lower == "qui")  # « , lui qui gagne peu »
    also = after.lower in _ALSO and before.pos != "ADP"
    inside = before.pos == "AUX" and after.pos in ("VERB", "ADV") and before.head != token.index
    inside = inside or _between(token, before, after)
    beside = before.lower == "à" and token.index > 1 and sentence.tokens[token.index - 2].lower in ("quant", "quand")
    return apart or also or inside or beside


def _said_between(sentence: Sentence, token: Token) -> bool:
    """Tell « Dubois a elle battu son record » from « a-t-elle battu », which has a hyphen."""
    before = sentence.tokens[token.index - 1] if token.index > 1 else token
    if before.pos != "AUX" or before.span.end >= token.span.start:
        return False
    named = sentence.tokens[token.index - 2].name is not None
    return named or any(t.dep.startswith("nsubj") for t in sentence.tokens[: before.index] if t.head == token.head)


def _between(token: Token, before: Token, after: Token) -> bool:
    """Tell « Dubois représentait lui les ouvriers »: object pronouns stand before their verb."""
    verb = before.pos == "VERB" and "VerbForm=Fin" in before.morph
    apart = before.span.end < token.span.start
    return verb and apart and token.lower in ("lui", "eux") and after.pos in ("DET", "VERB", "ADV")


def dislocated(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return who is named right before « il », without a comma: « le vainqueur est Dubois il est suivi de »."""
    near = sentence.tokens[token.index - 1] if token.index else None
    if near is not None and near.text == "," and token.lower in ("il", "elle"):
        return _as_for(reading, sentence, token)
    if near is None or near.name is None or token.lower not in ("il", "elle"):
        return None
    found = reading.referents(sentence, near)
    who = found[0].entity if len(found) == 1 else ""
    person = who and reading.entities[who].type is EntityType.PERSON
    gender = "f" if token.lower == "elle" else "m"
    if not person or reading.genders.get(who, gender) not in ("", gender) or preposition(sentence, near):
        return None
    return (Reference(who, "pronoun", "the name before it", near.span),)


def _as_for(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return Novatel of « Quant au groupe Novatel, il possède … », nobody for « Quant au suspect, né à Lyon, il … »."""
    before = sentence.tokens[: token.index - 1]
    start = next((t.index for t in before if t.lower == "quant"), None)
    behind = before[start + 1 :] if start is not None else ()
    topic = next((t for t in behind if t.name is not None or t.pos in ("NOUN", "PRON")), None)
    if topic is None or topic.pos == "PRON" or any(t.pos == "VERB" and not is_participle(t) for t in behind):
        return None
    gender = "f" if token.lower == "elle" else "m"
    named = [t for t in sentence.children(topic, "appos", "flat") if t.name is not None and t.index < token.index]
    for at in (topic, *named):
        found = reading.referents(sentence, at)
        if len(found) == 1 and reading.genders.get(found[0].entity, gender) in ("", gender):
            return (Reference(found[0].entity, "pronoun", "« quant à » names it", at.span),)
        if found:
            return None
    return () if not topic.plural and topic.gender in ("", gender) else None


def subject_again(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return whom an emphatic pronoun repeats: the name right before it, else the subject of its clause."""
    near = next((t for t in reversed(sentence.tokens[: token.index]) if t.text != ","), None)
    found = reading.referents(sentence, near) if near is not None and near.name is not None else ()
    if len(found) == 1:
        return tuple(Reference(r.entity, "pronoun", "the name before it", near.span if near else None) for r in found)
    return _of_subject(reading, sentence, _clause(sentence, token), token)


def _clause(sentence: Sentence, token: Token) -> Token | None:
    at = sentence.head(token)
    for _ in range(6):
        if at is None or at.pos in ("VERB", "AUX") or any(sentence.children(at, "cop", "nsubj")):
            return at
        at = sentence.head(at)
    return None


def _of_subject(reading: Reading, sentence: Sentence, verb: Token | None, token: Token) -> tuple[Reference, ...]:
    subjects = [t for t in surface_subject(sentence, verb) if t.index != token.index] if verb is not None else []
    of_all = token.lower.startswith("leur")  # « X et Y ont, à leur tour, »
    told = [one for t in subjects[:1] for one in (conjuncts(sentence, t) if of_all else (t,))]
    found = [(r, subject) for subject in told for r in reading.referents(sentence, subject)]
    return tuple(Reference(r.entity, "pronoun", "subject of its clause", subject.span) for r, subject in found)


def named_after_owner(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Novatel of « sa filiale Novatel Banque »: the only body of the text with whose name its own begins."""
    thing = sentence.head(token)
    if thing is None or thing.lower.removesuffix("s") not in _HELD or thing.index < token.index:
        return ()
    names = [reading.names.get(t.name) for t in sentence.children(thing, "appos", "flat") if t.name is not None]
    forms = [reading.entities[index].name for index in names if index is not None]
    bodies = (e for e in reading.entities.values() if e.type is EntityType.ORGANIZATION)
    owners = [e.id for e in bodies if any(form.startswith(f"{e.name} ") for form in forms)]
    return (Reference(owners[0], "pronoun", "named after its owner"),) if len(owners) == 1 else ()


def place_of_name(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the place of « la ville d'Anvers », "the city of Antwerp", the body of « le club des Girondins »."""
    kind = _NAMED_SO.get(token.lower)
    one = any(c.lower in INDEFINITE_ARTICLES for c in sentence.children(token, "det"))  # « un village de Corse »
    if kind is None or token.plural or one or _ranked(sentence, token):
        return ()
    for child in sentence.children(token, "nmod", "appos", "flat"):
        identifier = reading.names.get(child.name) if child.name is not None else None
        adjectives = sum(1 for c in sentence.children(token, "amod") if token.index < c.index < child.index)
        near = child.index - token.index <= 3 + adjectives  # « ville de la Haye », « île française du Ponant »
        joint = preposition(sentence, child)
        same = identifier is not None and reading.entities[identifier].type is kind
        near = near and sentence.tokens[child.index - 1].text != "("  # « la ville (Rhône) »
        many = token.lower in _OF_MANY
        near = near and (not many or any(c.lower == "des" for c in sentence.children(child, "case")))
        if identifier is not None and same and near and joint in ("de", "du", "d'", "of", ""):
            reading.roles.setdefault(identifier, set()).add(token.lower)  # so that « la ville » later is Anvers
            return (Reference(identifier, "nominal", "name of what it is", child.span),)
    return ()


def _ranked(sentence: Sentence, token: Token) -> bool:
    """Tell « la deuxième ville de Syrie », "the largest city of Nigeria": one of those that the land has."""
    told = list(sentence.children(token, "amod"))
    most = any(c.lower in ("plus", "moins", "most") for t in told for c in sentence.children(t, "advmod"))
    return most or any(t.lower in RANKED or t.lower.endswith(("ième", "est")) for t in told)
