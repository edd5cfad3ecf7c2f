"""What is known of a document while it is read: whom each word stands for, so far.

The coreference rules write into it, the frames read from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.extract.grammar.infinitives import PURPOSES
from kg.extract.grammar.prepositions import ACCORDING, preposition
from kg.lexicon.closed import AGED, ARMS
from kg.lexicon.tables import fold, lexicon, person_nouns
from kg.model import Entity, EntityType, Fact, Participant, Span
from kg.model.annotation import Annotation, Sentence, Token

INNER = ("nummod", "compound")  # what stands before a noun with words of its own
# Complements that say who says so, when or why, and are no part of the phrase that they follow.
_OUTSIDE: Final = (
    *ACCORDING,
    *"face à|à cause de|en raison de|à la suite de|suite à|lors de|pendant|durant|because of|during".split("|"),
)
_ROLES: Final = frozenset("role post job position career status reputation work term time tenure use spell".split())
_LIMBS: Final = frozenset(
    """tête cou gorge visage ventre thorax torse dos bras main mains jambe jambes cuisse épaule œil abdomen poitrine
    pied pieds genou mollet flanc crâne""".split()
)
_HURT: Final = frozenset("personne enfant touriste civil victime voisin voisine lycéen lycéenne".split())
_BY_NOW: Final = ("aujourd'hui", "aujourd’hui", "alors", ",")
# « condamné à deux ans de prison par la cour »: who did so is no part of the term
TERMS: Final = frozenset("an ans mois jours prison réclusion sursis euros dollars millions amende".split())
Place = tuple[int, int]  # (index of the sentence, index of the token)


@dataclass(frozen=True, slots=True)
class Reference:
    """Hold whom a word stands for, by which rule, and the earlier span that says so."""

    entity: str
    kind: str  # name, nominal or pronoun
    by: str
    antecedent: Span | None = None
    span: Span | None = None


@dataclass(slots=True)
class Reading:
    """Hold the annotation, the entities by id, and the references by place (a plural has several)."""

    annotation: Annotation
    language: str
    entities: dict[str, Entity] = field(default_factory=dict)
    references: dict[Place, tuple[Reference, ...]] = field(default_factory=dict)
    places: dict[str, list[Place]] = field(default_factory=dict)  # entity id → where words were taken for it, in turn
    kinds: dict[str, str] = field(default_factory=dict)  # entity id → platform, media, party …
    genders: dict[str, str] = field(default_factory=dict)  # entity id → m, f or empty
    roles: dict[str, set[str]] = field(default_factory=dict)  # person id → nouns that the text calls them by
    # person id → what the text describes them as: the noun, and all words with its complements
    described: dict[str, set[tuple[str, frozenset[str]]]] = field(default_factory=dict)
    singles: set[int] = field(default_factory=set)  # names of a people that stand for one person here
    possessors: dict[str, list[str]] = field(default_factory=dict)  # noun → whose the text says such a thing is
    owners: dict[str, str] = field(default_factory=dict)  # account id → id of the owner
    speakers: dict[int, tuple[Participant, ...]] = field(default_factory=dict)  # quotation → who says it
    placed: dict[str, str] = field(default_factory=dict)  # place id → town, land or region, by the prepositions
    many: set[str] = field(default_factory=set)  # ids of what the text once puts a plural article before
    once: set[str] = field(default_factory=set)  # and a singular one: « le RC Lens … les Lensois »
    late: set[str] = field(default_factory=set)  # ids of persons whom the text calls the late
    names: dict[int, str] = field(default_factory=dict)  # index of the name → entity id
    lands: tuple[str, ...] | None = None  # the countries in the order in which they are spoken of, once asked for
    spans: dict[Span, Sentence] | None = None  # the first sentence of each span, once asked for

    @property
    def text(self) -> str:
        """Return the document's text."""
        return self.annotation.document.text

    def refer(self, sentence: Sentence, token: Token, *references: Reference) -> None:
        """Note whom a word stands for."""
        self.references[(sentence.index, token.index)] = references
        for reference in references:
            self.places.setdefault(reference.entity, []).append((sentence.index, token.index))

    def referents(self, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
        """Return whom a word stands for; nothing where that is not known."""
        return self.references.get((sentence.index, token.index), ())

    def participant(self, reference: Reference, span: Span) -> Participant:
        """Return a participant that an entity of the document fills, mentioned at the span."""
        entity = self.entities[reference.entity]
        return Participant(entity.name, entity.id, entity.type, span)

    def sentence_of(self, fact: Fact) -> Sentence | None:
        """Return the sentence that a fact stands in, the first of those that share its span; None where none has it."""
        if self.spans is None:
            self.spans = {sentence.span: sentence for sentence in reversed(self.annotation.sentences)}
        return self.spans.get(fact.sentence)

    def sentence_numbers(self) -> dict[Span, int]:
        """Return the place of each sentence in the document, from 0, by its span; the last of those that share it."""
        return {sentence.span: sentence.index for sentence in self.annotation.sentences}

    def narrated(self) -> list[Sentence]:
        """Return the sentences outside of quotations, in order."""
        return sorted((s for s in self.annotation.sentences if s.inside is None), key=lambda s: s.span.start)

    def named(self, identifier: str) -> Iterator[Span]:
        """Yield where the text names an entity, in order."""
        return (self.annotation.names[n].span for n, entity in self.names.items() if entity == identifier)

    def first_named(self, identifier: str) -> Span | None:
        """Return where the text names an entity first; None where it only describes it."""
        return next(self.named(identifier), None)

    def kind_named(self, token: Token) -> str:
        """Return of what kind the body is that a word names ("platform", "party" …); empty where it is none."""
        return self.kinds.get(self.names.get(token.name, ""), "") if token.name is not None else ""

    def of_type(self, *types: EntityType) -> list[Entity]:
        """Return the document's entities of the types, in order of first mention."""
        return [entity for entity in self.entities.values() if entity.type in types]


_LEADS = ("including", "notably", "parmi", "among", "à")  # « , parmi lesquels A », « , à savoir A »


def _belongs(sentence: Sentence, token: Token, child: Token) -> bool:
    """Tell a complement of the phrase from a bare noun and from a day: "the president on Thursday [suspended …]"."""
    dated = child.index == token.index + 1 and "NUM" in (token.pos, child.pos)  # « l'accord du 5 mars 2015 »
    cases = [case.lower for case in sentence.children(child, "case")]
    day = "on" in cases and fold(child.lower) in lexicon()["calendar"]
    clause = child.lower == "ce" and child.pos == "PRON"  # « les actes de ce qui constitue une milice »
    agent = token.lower in TERMS and preposition(sentence, child) == "par"
    agent = agent or (child.lower in TERMS and token.lower not in TERMS and preposition(sentence, child) == "à")
    placed = "as" in cases and token.lower not in _ROLES  # "named her novel [as the favourite]"
    if placed or clause or agent or preposition(sentence, child) in _OUTSIDE or _armed(sentence, token, child):
        return False
    if child.lower == "moment" and any(sentence.children(child, "acl:relcl")):
        return False  # « vingt personnes au moment où »
    apart = (c for c in sentence.children(child, "case") if sentence.tokens[c.index - 1].text == ",")
    example = "dont" in cases or any(c.lower in _LEADS for c in apart)
    return not (day or example) and (child.name is not None or dated or bool(cases))


def _armed(sentence: Sentence, token: Token, child: Token) -> bool:
    """Tell « trois personnes au couteau », « un passant à la jambe »: how they were hurt, no « attaque au couteau »."""
    hurt = child.lower in ARMS | _LIMBS and preposition(sentence, child) == "à"
    one = token.lower.removesuffix("s")
    return hurt and (one in person_nouns() or one in _HURT)


def _after_comma(sentence: Sentence, token: Token, child: Token) -> bool:
    """Tell « un homme, âgé de 24 ans »: what a comma parts from the noun is said of it besides."""
    between = sentence.tokens[token.index + 1 : child.index]
    return child.dep.startswith("amod") and any(t.text == "," for t in between)


def _before_case(sentence: Sentence, token: Token, child: Token) -> bool:
    """Tell « seulement après l'attentat »: what stands before the preposition is no part of the noun phrase."""
    return child.dep.startswith("advmod") and any(case.index > child.index for case in sentence.children(token, "case"))


def _before_article(sentence: Sentence, token: Token, child: Token) -> bool:
    """Tell « habituellement » of « Habituellement les avions », « aussi » of « C'est aussi le dernier pays ».

    They are said of the clause.
    """
    articles = [c.index for c in sentence.children(token, "det") if c.lower in ("le", "la", "les", "l'")]
    of_clause = child.lower.endswith("ment") or any(sentence.children(token, "cop"))
    return child.dep.startswith("advmod") and of_clause and child.index < min(articles, default=0)


def _behind(sentence: Sentence, noun: Token) -> int:
    """Return where an adjective with its complement ends behind a noun: "a source close to the couple"."""
    words = [t for c in sentence.children(noun, "amod") if c.index == noun.index + 1 for t in sentence.subtree(c)]
    whole = 1 < len(words) <= 6 and all(t.pos not in ("VERB", "AUX", "PUNCT") for t in words)
    return max(t.span.end for t in words) if whole else noun.span.end


def _meant(sentence: Sentence, noun: Token) -> list[Token]:
    """Return the words of « de faire appel » behind « sa volonté », up to a comma."""
    if noun.lower not in PURPOSES:
        return []
    verbs = (c for c in sentence.children(noun, "acl") if "VerbForm=Inf" in c.morph and c.index <= noun.index + 3)
    below = sorted((t for verb in verbs for t in sentence.subtree(verb)), key=lambda t: t.index)
    comma = next((t.index for t in below if t.pos == "PUNCT"), len(sentence.tokens))
    return [t for t in below if t.index < comma]


_QUOTED: Final = ('" ', "” ", "' ", "’ ")


def phrase(sentence: Sentence, token: Token, text: str) -> Span:
    """Return the span of a noun phrase: the word with its determiner, adjectives and complements before a clause."""
    start, end = token.span.start, token.span.end
    for child in sentence.children(token, "det", "amod", "nummod", "flat", "fixed", "compound", "nmod:poss", "advmod"):
        if (
            child.quote is None
            and not (child.lower == "en" and child.dep == "nmod:poss")  # « en devient la directrice »
            and not _before_case(sentence, token, child)
            and not _after_comma(sentence, token, child)
            and not _before_article(sentence, token, child)
        ):
            # « plus de 91 personnes »: what qualifies the number belongs to it.
            # "human rights activists"
            whole = child.dep in INNER or child.lower in ("least", "most")  # "at least seven"
            whole = whole or (child.dep == "nmod:poss" and any(sentence.children(child, "det", "amod", "nummod")))
            # "the party's record", "next year's summit"
            first = min(sentence.subtree(child), key=lambda t: t.span.start) if whole else child
            start, end = min(start, first.span.start), max(end, child.span.end)
    end = max(end, _behind(sentence, token))
    for child in sentence.children(token, "nmod"):
        if child.index > token.index and "\n" not in text[end : child.span.end] and _belongs(sentence, token, child):
            end = max(end, phrase(sentence, child, text).end)
    end = max([end, *(t.span.end for t in _meant(sentence, token))])
    for child in sentence.children(token, "appos"):  # "an aide to Mayor Jane Miller"
        gap = text[end : child.span.start]
        near = (token.dep.startswith("nmod") and gap.isspace()) or gap in _QUOTED  # « a "no deal" Brexit »
        if child.name is not None and near:
            end = child.span.end
    return Span(start, _before_age(sentence, token, end))


def _before_age(sentence: Sentence, token: Token, end: int) -> int:
    """Return where the phrase ends before « âgés respectivement de 26 et 30 ans », « aujourd'hui âgé de 40 ans »."""
    behind = (t for t in sentence.tokens[token.index + 1 :] if t.span.end <= end and t.lower in AGED)
    aged = next((t for t in behind if _next(sentence, t) in ("de", "d'", "d’", "respectivement", "entre")), None)
    if aged is None:
        now = next(
            (t for t in sentence.tokens[token.index + 1 :][:2] if t.span.end == end and t.lower in _BY_NOW), None
        )
        aged = now if now is not None and _next(sentence, now) in AGED else None
    while aged is not None and sentence.tokens[aged.index - 1].lower in _BY_NOW:
        aged = sentence.tokens[aged.index - 1]
    return end if aged is None else sentence.tokens[aged.index - 1].span.end


def _next(sentence: Sentence, token: Token) -> str:
    return sentence.tokens[token.index + 1].lower if token.index + 1 < len(sentence.tokens) else ""
