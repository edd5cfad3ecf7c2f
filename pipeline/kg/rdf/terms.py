"""The terms of the graph: known vocabularies first, `kgo:` only where none fits."""

from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.model.entity import EntityType
from kg.model.ids import BASE, ONTOLOGY

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SCHEMA: Final = "https://schema.org/"
_OA: Final = "http://www.w3.org/ns/oa#"
_PROV: Final = "http://www.w3.org/ns/prov#"
_SEM: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/"

A: Final = NamedNode(_RDF + "type")
SUBJECT: Final = NamedNode(_RDF + "subject")
PREDICATE: Final = NamedNode(_RDF + "predicate")
OBJECT: Final = NamedNode(_RDF + "object")
REIFIES: Final = NamedNode(_RDF + "reifies")
LABEL: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
ALT_LABEL: Final = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
SAME_AS: Final = NamedNode("http://www.w3.org/2002/07/owl#sameAs")

ARTICLE: Final = NamedNode(_SCHEMA + "NewsArticle")
HEADLINE: Final = NamedNode(_SCHEMA + "headline")
AUTHOR: Final = NamedNode(_SCHEMA + "author")
BODY: Final = NamedNode(_SCHEMA + "articleBody")
LANGUAGE: Final = NamedNode(_SCHEMA + "inLanguage")
PUBLISHED: Final = NamedNode(_SCHEMA + "datePublished")
MENTIONS: Final = NamedNode(_SCHEMA + "mentions")
SOURCE: Final = NamedNode("http://purl.org/dc/terms/source")

REFERS_TO: Final = NamedNode("http://www.w3.org/2005/11/its/rdf#taIdentRef")
KIND: Final = NamedNode(ONTOLOGY + "kind")

FACT: Final = NamedNode(ONTOLOGY + "Fact")
MODALITY: Final = NamedNode(ONTOLOGY + "modality")
CONFIDENCE: Final = NamedNode(ONTOLOGY + "confidence")
QUOTE: Final = NamedNode(ONTOLOGY + "quote")
TIME: Final = NamedNode(_SEM + "hasTimeStamp")
PLACE: Final = NamedNode(_SEM + "hasPlace")
SPEAKER: Final = NamedNode(_PROV + "wasAttributedTo")
RULE: Final = NamedNode(_PROV + "wasGeneratedBy")
EVIDENCE: Final = NamedNode(_PROV + "wasDerivedFrom")
START: Final = NamedNode(_OA + "start")
END: Final = NamedNode(_OA + "end")
EXACT: Final = NamedNode(_OA + "exact")

AMOUNT: Final = NamedNode(_SCHEMA + "amount")
VALUE: Final = NamedNode(_SCHEMA + "value")
CURRENCY: Final = NamedNode(_SCHEMA + "currency")
UNIT: Final = NamedNode(_SCHEMA + "unitText")
QUALIFIER: Final = NamedNode(ONTOLOGY + "qualifier")

EDTF: Final = NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")
_INTEGER, _DECIMAL, _DATE = (NamedNode(XSD + name) for name in ("integer", "decimal", "date"))

CLASSES: Final = {
    EntityType.PERSON: NamedNode(_SCHEMA + "Person"),
    EntityType.ORGANIZATION: NamedNode(_SCHEMA + "Organization"),
    EntityType.PLACE: NamedNode(_SCHEMA + "Place"),
    EntityType.ONLINE_ACCOUNT: NamedNode("http://xmlns.com/foaf/0.1/OnlineAccount"),
    EntityType.GROUP: NamedNode("http://xmlns.com/foaf/0.1/Group"),
    EntityType.EVENT: NamedNode(_SCHEMA + "Event"),
    EntityType.WORK: NamedNode(_SCHEMA + "CreativeWork"),
    EntityType.OTHER: NamedNode(_SCHEMA + "Thing"),
}


def own(name: str) -> NamedNode:
    """Return a term of the ontology by its local name."""
    return NamedNode(ONTOLOGY + name)


def rule(by: str) -> NamedNode:
    """Return the node of a rule or model with its version (`frame:acquired@0.1.0`), which all its facts share."""
    return NamedNode(f"{BASE}rule/{by.replace(' ', '_')}")


def number(value: float) -> Literal:
    """Return a number as the canonical integer or decimal, which a store keeps as it is."""
    exact = Decimal(repr(value))
    if exact == exact.to_integral_value():
        return Literal(str(int(exact)), datatype=_INTEGER)
    return Literal(f"{exact.normalize():f}", datatype=_DECIMAL)


def decimal(value: float) -> Literal:
    """Return a number as a canonical decimal, also where it is whole."""
    exact = Decimal(repr(value))
    text = str(int(exact)) if exact == exact.to_integral_value() else f"{exact.normalize():f}"
    return Literal(text, datatype=_DECIMAL)


def date(value: str) -> Literal:
    """Return an ISO date (YYYY-MM-DD) as a literal."""
    return Literal(value, datatype=_DATE)
