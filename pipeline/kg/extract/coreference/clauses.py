"""Tells which words share a clause, where two words are seldom one entity."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final

from kg.extract.coreference.predicates import said_to_be
from kg.extract.frames.load import load_frames
from kg.extract.grammar.antecedents import antecedent as noun_of_relative
from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.coordination import conjuncts, parted
from kg.extract.grammar.examples import gives_example
from kg.extract.grammar.prepositions import ACCORDING, preposition
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import COMPOUND_RELATIVES, POSSESSIVES
from kg.lexicon.tables import places
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

Strangers = dict[tuple[int, int], str]  # sentence and place of the word → who without a name it speaks of
_THINGS: Final = frozenset("bilan rapport texte projet gouvernement parti groupe pays enquête loi".split())
_APART: Final = ("advcl", "parataxis", "punct", "acl:relcl")
_BESIDE: Final = frozenset(
    """selon avec chez derrière devant autour après avant près sous sur vers hors with behind around before after near
    under beside""".split()
)
_FACED: Final = frozenset("avec contre face devant derrière à par with against by to".split())
_WITH_OTHERS: Final = ("agree", "disagree", "met", "meet", "spoke", "talk", "negotiat", "fought", "argu", "work")
_OF_WHOM: Final = frozenset("for of to in against pour de à contre envers".split())
_WHOM: Final = COMPOUND_RELATIVES | {"qui"}  # « à qui elle a donné »
_THAT: Final = frozenset("que qu' qu’ où where whom".split())
_CHARGING: Final = ("alleging", "accusing")  # "Novatel sued Airbus, alleging that the company …"
_TWO: Final = 2
_ASKING: Final = frozenset(
    "demande demandent demandait demandé réclame réclamait réclamé exige exigé refuse refusé".split()
)
_MADE: Final = frozenset(("entendre", "savoir"))  # « Dubois laisse entendre qu'elle partira », « a fait savoir que »


def commanded(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell whether the entity is the subject of a verb above the word: no description takes it up (Principle C)."""
    at = sentence.head(token)
    for _ in range(8):
        if at is None or (at.dep.startswith("advcl") and not at.lower.startswith(_CHARGING)):
            return False
        if at.pos in ("VERB", "AUX"):
            subjects = [t for t in surface_subject(sentence, at) if t.index != token.index]
            if any(r.entity == identifier for t in subjects for r in reading.referents(sentence, t)):
                return True
            if at.dep == "conj" and any(sentence.children(at, "nsubj")):
                return False  # "Gloria fell ill and the parents sent the child away": the first subject is not above it
        at = sentence.head(at)
    return False


def same_clause(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell whether the entity is another argument of the word's own verb (« il l'a vu » is two people)."""
    head = _verb_of(sentence, token)
    beside = token.pos == "PRON" and preposition(sentence, token) in _BESIDE  # « Dubois emporte avec lui ses rêves »
    beside = beside and (head is None or not head.lower.startswith(_WITH_OTHERS))  # "agreed with him"
    owns = token.lower in POSSESSIVES and (token.lower != "her" or not token.dep.startswith(("obj", "iobj", "obl")))
    if head is None or beside or owns or head.pos not in ("VERB", "AUX"):
        return False
    others = [*sentence.children(head, "nsubj", "obj", "iobj"), *surface_subject(sentence, head)]
    if token.dep.startswith("nsubj"):  # « Avec Dubois, il a gagné »
        others += [t for t in sentence.children(head, "obl") if preposition(sentence, t) in _FACED]
        others += _acted_on(sentence, token, head)
    return any(
        reference.entity == identifier
        for other in chain(others, _examples(sentence, others))
        for child in conjuncts(sentence, other)
        if child.index != token.index
        for reference in reading.referents(sentence, child)
    )


def _examples(sentence: Sentence, others: Sequence[Token]) -> Iterator[Token]:
    """Yield A of « Des élus comme A ou B le critiquent »: whoever is an example acts as well."""
    plural = (t for t in others if t.name is None and t.plural)
    below = (c for t in plural for c in sentence.children(t, "nmod", "obl", "appos"))
    yield from (child for child in below if gives_example(sentence, child))


def _acted_on(sentence: Sentence, subject: Token, verb: Token) -> Iterator[Token]:
    """Yield whom the subject acts on in what opens the clause: « En devançant Dubois, il gagne », « Après avoir … »."""
    for below in sentence.children(verb, "advcl"):
        bare = "VerbForm=Part" in below.morph or "VerbForm=Inf" in below.morph
        if below.index < subject.index and bare and not any(sentence.children(below, "nsubj")):
            yield from sentence.children(below, "obj", "iobj")


def _verb_of(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb that a word is an argument of, also inside its object: "voiced support for him"."""
    head = sentence.head(token)
    inside = head is not None and head.dep == "obj" and token.pos == "PRON" and preposition(sentence, token) in _OF_WHOM
    return sentence.head(head) if inside and head is not None else head


def named_below(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return who is named below a subject: « il estime que Dubois a raison » is not Dubois (Principle C)."""
    verb = sentence.head(token) if token.dep.startswith("nsubj") else None
    if verb is None or verb.index < token.index:
        return set()
    after = [t for t in sentence.children(verb, "ccomp", "xcomp", "obj", "iobj", "obl:arg") if t.index > verb.index]
    made = {name for name, at in _names_in(reading, sentence, after) if at > verb.index}
    if token.pos == "PRON" and verb.lower in load_frames(reading.language).clause_verbs["saying"]:
        ahead = [t for t in sentence.children(verb, "ccomp") if t.index < token.index and not parted(sentence, t, verb)]
        made |= {name for name, at in _names_in(reading, sentence, ahead) if at < token.index}
        made |= _named_in_quotes(reading, sentence, verb)  # "Carter should not go, he said" is not Carter
    return made


def _names_in(reading: Reading, sentence: Sentence, level: list[Token]) -> Iterator[tuple[str, int]]:
    """Yield who is named in a content, and where."""
    for _ in range(6):
        yield from ((reading.names[t.name], t.index) for t in level if t.name in reading.names)
        level = [c for t in level for c in sentence.children(t) if not c.dep.startswith(_APART)]


def named_in_saying(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return who is named in what a noun's verb says between marks: « "Ma fille Anne a gagné", dit l'actrice »."""
    verb = sentence.head(token) if token.dep.startswith("nsubj") else None
    if verb is None or verb.index > token.index:
        return set()
    verbs = load_frames(reading.language).clause_verbs
    says = verb.lower in verbs["saying"] or verb.lower in verbs["quoting"]
    if not says or any(quote.span.contains(token.span) for quote in reading.annotation.quotes):
        return set()  # « "Ils avaient bu, a dit le procureur, Paul Martin. Ils …" »: marks around the saying as well
    return _named_in_quotes(reading, sentence, verb)


def _named_in_quotes(reading: Reading, sentence: Sentence, verb: Token) -> set[str]:
    """Return who is named in what a verb says between marks: "It is not for Carter to judge," he said: not Carter."""
    names = reading.annotation.names
    made: set[str] = set()
    for token in sentence.tokens:
        if token.quote is None or verb.index not in (token.head, token.index):
            continue
        span = reading.annotation.quotes[token.quote].span
        first = bisect_left(names, span.start, key=lambda name: name.span.start)
        last = bisect_left(names, span.end, key=lambda name: name.span.start)
        made |= {reading.names[i] for i in range(first, last) if i in reading.names}
    return made


def within_itself(reading: Reading, sentence: Sentence, noun: Token) -> set[str]:
    """Return who is named within a description and so is somebody else: « son frère », « la mère de Dubois »."""
    made = {r.entity for c in sentence.children(noun, "nmod:poss", "det") for r in reading.referents(sentence, c)}
    for child in sentence.children(noun, "nmod"):
        made.update(r.entity for r in reading.referents(sentence, child))
        if child.name is not None and child.name in reading.names:  # « le frère de Dubois », which is read later
            made.add(reading.names[child.name])
    return made | _of_clause(reading, sentence, noun) | _part_of(reading, sentence, noun)


def _part_of(reading: Reading, sentence: Sentence, noun: Token) -> set[str]:
    """Return Opel of « Opel, la filiale de l'entreprise »: what has the noun as a complement is another."""
    made: set[str] = set()
    at: Token | None = noun
    while at is not None and at.dep.startswith("nmod"):
        at = sentence.head(at)
        if at is not None and at.name is None:
            made.update(r.entity for r in reading.referents(sentence, at))
    return made


def _of_clause(reading: Reading, sentence: Sentence, noun: Token) -> set[str]:
    """Return Dubois of « Face à son adversaire, Dubois a … »: it is his, so he is not it."""
    own = any(t.lower in POSSESSIVES for t in sentence.children(noun, "det", "nmod:poss"))
    verb = verb_above(sentence, noun) if own else None
    while verb is not None and not any(sentence.children(verb, "nsubj")):  # « En battant son adversaire, Dubois a … »
        verb = verb_above(sentence, verb)
    names = [t.name for t in sentence.children(verb, "nsubj") if t.index > noun.index] if verb is not None else []
    return {reading.names[name] for name in names if name is not None and name in reading.names}


def around(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return who owns or is what a pronoun belongs to: « Dubois, sa directrice », « le fils de ce dernier »."""
    thing = sentence.head(token)
    if thing is None or thing.pos in ("VERB", "AUX"):
        return set()
    made = {r.entity for r in reading.referents(sentence, thing)} if thing.index < token.index else set()
    beside = (c.name for c in sentence.children(thing, "appos", "flat"))  # « son propriétaire Jean Dubois »
    made.update(reading.names[name] for name in beside if name is not None and name in reading.names)
    above = sentence.head(thing)
    if thing.dep == "appos" and above is not None:
        made.update(r.entity for r in reading.referents(sentence, above))
    return made | said_to_be(reading, sentence, thing)


def of_own_relative(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return Novatel of « Novatel, dont il était l'employé », « qu'il dirige »: « il » is somebody else."""
    before = sentence.tokens[token.index - 1] if token.index else None
    verb = sentence.head(token)
    if before is None or verb is None or not token.dep.startswith("nsubj"):
        return set()
    if before.lower in _WHOM and before.index > 1 and sentence.tokens[before.index - 1].pos == "ADP":
        near = next((t for t in reversed(sentence.tokens[: before.index - 1]) if t.text != ","), before)
        return {r.entity for r in reading.referents(sentence, near)}
    if before.lower == "dont":
        return {r.entity for r in reading.referents(sentence, before)}
    above = sentence.head(verb) if before.lower in _THAT and verb.dep.startswith("acl:relcl") else None
    return {r.entity for r in reading.referents(sentence, above)} if above is not None else set()


def source_before(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return Dubois of « Selon Dubois, l'homme avait bu. Il veut mourir. », who only vouches for it."""
    verb = sentence.head(token)
    last = reading.annotation.sentences[sentence.index - 1] if sentence.index else None
    saying = verb is not None and verb.lower in load_frames(reading.language).clause_verbs["saying"]
    if last is None or saying or not token.dep.startswith("nsubj") or last.paragraph != sentence.paragraph:
        return set()
    top = next((t for t in last.tokens if t.dep == "ROOT"), None)
    told = list(last.children(top, "nsubj")) if top is not None else []
    alike = [t for t in told if t.pos == "NOUN" and t.name is None and _agrees(t, token) and t.lower not in _THINGS]
    sources = [t for t in last.tokens if alike and t.index < alike[0].index and preposition(last, t) in ACCORDING]
    return {r.entity for t in sources for r in reading.referents(last, t)}


def _agrees(noun: Token, pronoun: Token) -> bool:
    """Tell whether a noun has the gender and number of a pronoun, as far as both show it."""
    signs = [s for s in pronoun.morph.split("|") if s.startswith(("Gender=", "Number="))]
    return all(s in noun.morph or s.partition("=")[0] not in noun.morph for s in signs)


def speakers(reading: Reading, sentence: Sentence) -> set[str]:
    """Return who speaks the quotation that a sentence stands in; nobody calls himself « il »."""
    return told_in(reading, sentence, _told_by)


def told_in(reading: Reading, sentence: Sentence, told: Callable[[Reading, Sentence, Token], set[str]]) -> set[str]:
    """Return what is told of the verb that brings in the quotation a sentence stands in.

    A quotation without a verb goes on with the one before: « … », dit Dubois. « … »
    """
    made: set[str] = set()
    last: set[str] = set()
    for host in reading.annotation.sentences if sentence.inside is not None else ():
        if host.inside is not None:
            continue
        quotes = [t for t in host.tokens if t.quote is not None]
        for quote in quotes:
            verb = host.head(quote)
            found = told(reading, host, verb) if verb is not None else last
            made.update(found if quote.quote == sentence.inside else ())
            last = found or last
        last = last if quotes else set()
    return made


def _told_by(reading: Reading, host: Sentence, verb: Token) -> set[str]:
    """Return who is the subject of a verb, by name or by a pronoun that is settled, or named behind « selon »."""
    if preposition(host, verb) in ACCORDING:  # « … », selon les précisions apportées par Dubois
        return {reading.names[t.name] for t in host.subtree(verb) if t.name is not None and t.name in reading.names}
    near = [t for s in surface_subject(host, verb) for t in (s, *host.children(s, "appos", "flat"))]
    named = {reading.names[t.name] for t in near if t.name is not None and t.name in reading.names}
    return named or {r.entity for t in near if t.name is None for r in reading.referents(host, t)}


def own_subject(reading: Reading, sentence: Sentence, token: Token, strangers: Strangers) -> str | None:
    """Return the subject of the clause that a word stands in: « Dubois aide son frère » is Dubois's brother.

    `strangers` says who without a name stands where.
    """
    verb = clause_verb(sentence, token)
    if verb is None:
        return None
    for subject in surface_subject(sentence, verb):
        within = any(t is token for t in sentence.subtree(subject))
        found = _stood_for(reading, sentence, subject, strangers)
        if not within and len(found) == 1 and subject.index < token.index:
            return found[0]
    return None


def clause_verb(sentence: Sentence, token: Token) -> Token | None:
    """Return the verb of the clause that a word stands in."""
    verb = sentence.head(token)
    for _ in range(6):
        if verb is None or verb.pos in ("VERB", "AUX"):
            return verb
        verb = sentence.head(verb)
    return None


def _stood_for(reading: Reading, sentence: Sentence, token: Token, strangers: Strangers) -> list[str]:
    stranger = strangers.get((sentence.index, token.index))
    return [r.entity for r in reading.referents(sentence, token)] or ([stranger] if stranger else [])


def who_says_so(reading: Reading, sentence: Sentence, token: Token, strangers: Strangers) -> str | None:
    """Return who says what the word is the subject of: « Dubois annonce qu'elle partira »."""
    clause = sentence.head(token)
    verb = sentence.head(clause) if clause is not None and clause.dep == "ccomp" else None
    made = verb is not None and verb.lower in _MADE and verb.dep == "xcomp"
    if verb is None or not (made or verb.lower in load_frames(reading.language).clause_verbs["saying"]):
        return None
    verb = (sentence.head(verb) or verb) if made else verb
    subjects = surface_subject(sentence, verb)
    found = [one for subject in subjects for one in _stood_for(reading, sentence, subject, strangers)]
    return found[0] if len(found) == 1 else None


def outside_before(reading: Reading, sentence: Sentence, few: int) -> Iterator[Sentence]:
    """Yield those of the few sentences before that stand outside of quotations."""
    near = reading.annotation.sentences[max(0, sentence.index - few) : sentence.index]
    return (s for s in near if s.inside is None and s.span.end <= sentence.span.start)


def antecedent(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return whom « qui », "whose" stands for: the word that its clause hangs from."""
    at = sentence.head(token)
    for _ in range(6):
        if at is None:
            return _right_before(reading, sentence, token)
        if at.dep.startswith("acl"):
            above = sentence.head(at)
            if above is not None and (
                above.text in places() or reading.kind_named(above) == "platform"
            ):  # « basé à Lyon, qui … »
                above = noun_of_relative(sentence, at) or above
            above = _somebody_before(reading, sentence, token, above) or above
            found = _told_of(reading, sentence, above, at) if above is not None and above.index < token.index else ()
            found = () if _says_it(reading, at, found) else found
            by = "what the relative clause hangs from"
            return tuple(
                Reference(r.entity, "pronoun", by, r.span or r.antecedent)
                for r in found
                if token.lower != "which" or reading.entities[r.entity].type is not EntityType.PERSON
            )
        at = sentence.head(at)
    return ()


def _somebody_before(reading: Reading, sentence: Sentence, token: Token, above: Token | None) -> Token | None:
    """Return X of « Contre les Diables rouges, X, qui a parlé »: a person named right before « , qui »."""
    comma, near = [*reversed(sentence.tokens[: token.index]), None, None][:2]
    if above is None or near is None or comma is None or comma.text != "," or near.name is None:
        return None
    who = reading.names.get(near.name)
    person = who is not None and reading.entities[who].type is EntityType.PERSON
    free = near.dep.startswith(("nsubj", "conj")) and not any(sentence.children(near, "case", "cc"))
    return near if token.lower == "qui" and person and free and near.index > above.index else None


def _says_it(reading: Reading, verb: Token, found: tuple[Reference, ...]) -> bool:
    """Tell « le président de la commission sur l'affaire A, qui a demandé … »: no affair and no book asks."""
    things = all(reading.entities[r.entity].type in (EntityType.EVENT, EntityType.WORK) for r in found)
    return things and (verb.lower in load_frames(reading.language).clause_verbs["saying"] or verb.lower in _ASKING)


def _told_of(reading: Reading, sentence: Sentence, head: Token, verb: Token) -> tuple[Reference, ...]:
    """Return whom a relative clause tells of: both of « Toulouse et Créteil, qui ont gagné »."""
    many = any("Number=Plur" in t.morph for t in (verb, *sentence.children(verb, "aux", "cop")))
    above = sentence.head(head)
    first = above if head.dep == "conj" and above is not None else head
    joined = [reading.referents(sentence, t) for t in conjuncts(sentence, first) if t.index < verb.index]
    found = reading.referents(sentence, head)
    if not many or head.plural:
        return found
    if len(joined) < _TWO or not all(joined):  # « des os, à Lyon, qui ont été vus »: not the town
        return tuple(r for r in found if reading.entities[r.entity].type is not EntityType.PLACE or len(found) > 1)
    return tuple({r.entity: r for found in joined for r in found}.values())


def _right_before(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the name that « qui » follows, where the parser hangs its clause from elsewhere."""
    before = sentence.tokens[token.index - 1] if token.index else None
    if before is None or before.name is None or token.lower != "qui":
        return ()
    by = "the name before the relative clause"
    return tuple(Reference(r.entity, "pronoun", by, before.span) for r in reading.referents(sentence, before))
