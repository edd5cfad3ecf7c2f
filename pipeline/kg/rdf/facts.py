"""A fact as a node: its triple, what qualifies it, where it stands in the text.

The node names its triple by `rdf:subject`, `rdf:predicate` and `rdf:object`, which every RDF 1.1 tool reads;
the triple itself stands beside it only where the text says that it is so (asserted or reported).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.model import Amount, Document, Fact, Modality, Participant, RoleValue, Span
from kg.model.ids import fragment
from kg.rdf import terms

Term = NamedNode | Literal
Triple = tuple[NamedNode, NamedNode, Term]
TRUE = frozenset({Modality.ASSERTED, Modality.REPORTED})


@dataclass(frozen=True, slots=True)
class Statements:
    """Hold what all facts of a document share: the document and the global id of each entity id."""

    document: Document
    mapping: Mapping[str, str]

    def term(self, participant: Participant) -> Term:
        """Return an entity's node, or the words of the text in its language."""
        if participant.id is None:
            return Literal(participant.name, language=self.document.language)
        return NamedNode(self.mapping.get(participant.id, participant.id))


def fact_triples(fact: Fact, statements: Statements) -> Iterator[Triple]:
    """Yield the triples of a fact: at most 12 with its evidence, where it has no further roles."""
    node = NamedNode(fact.id)
    yield node, terms.A, terms.FACT
    yield from _statement(node, fact, statements)
    yield node, terms.MODALITY, terms.own(fact.modality.value)
    yield node, terms.CONFIDENCE, terms.decimal(round(fact.confidence, 3))
    yield node, terms.RULE, terms.rule(fact.by)
    yield from _evidence(node, fact.evidence, statements.document)
    yield from _circumstances(node, fact, statements)
    for name, value in fact.roles:
        yield from _role(node, name, value, statements)


def _statement(node: NamedNode, fact: Fact, statements: Statements) -> Iterator[Triple]:
    predicate = terms.own(fact.relation)
    yield node, terms.PREDICATE, predicate
    subject = None if fact.subject is None else statements.term(fact.subject)
    object_ = None if fact.object is None else statements.term(fact.object)
    if subject is not None:
        yield node, terms.SUBJECT, subject
    if object_ is not None:
        yield node, terms.OBJECT, object_
    if isinstance(subject, NamedNode) and isinstance(object_, NamedNode) and fact.modality in TRUE:
        yield subject, predicate, object_


def _evidence(node: NamedNode, span: Span, document: Document) -> Iterator[Triple]:
    """Point to the evidence by position (code points) and by its words; facts of one span share the selector."""
    evidence = NamedNode(fragment(document.id, span.start, span.end))
    yield node, terms.EVIDENCE, evidence
    yield evidence, terms.START, terms.number(span.start)
    yield evidence, terms.END, terms.number(span.end)
    yield evidence, terms.EXACT, Literal(span.of(document.text))


def _circumstances(node: NamedNode, fact: Fact, statements: Statements) -> Iterator[Triple]:
    if fact.time is not None:
        yield node, terms.TIME, Literal(fact.time, datatype=terms.EDTF)
    if fact.place is not None:
        yield node, terms.PLACE, statements.term(fact.place)
    if fact.attributed_to is not None:
        yield node, terms.SPEAKER, statements.term(fact.attributed_to)
    if fact.quote is not None:
        yield node, terms.QUOTE, Literal(fact.quote, language=statements.document.language)
    if fact.amount is not None:
        yield from _amount(node, terms.AMOUNT, "amount", fact.amount)


def _role(node: NamedNode, name: str, value: RoleValue, statements: Statements) -> Iterator[Triple]:
    predicate = terms.own(name)
    if isinstance(value, Amount):
        yield from _amount(node, predicate, name, value)
    elif isinstance(value, str):
        yield node, predicate, Literal(value, language=statements.document.language)
    elif isinstance(value, (int, float)):
        yield node, predicate, terms.number(value)
    else:
        for item in (value,) if isinstance(value, Participant) else value:
            yield node, predicate, statements.term(item)


def _amount(node: NamedNode, predicate: NamedNode, name: str, amount: Amount) -> Iterator[Triple]:
    quantity = NamedNode(f"{node.value}#{name}")
    yield node, predicate, quantity
    yield quantity, terms.VALUE, terms.number(amount.value)
    parts = ((terms.CURRENCY, amount.currency), (terms.UNIT, amount.unit), (terms.QUALIFIER, amount.qualifier))
    for part, text in parts:
        if text is not None:
            yield quantity, part, Literal(text)
