"""What a document says: one relation between participants, with all that qualifies it."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.entity import EntityType
from kg.model.span import Span


class Modality(StrEnum):
    """Name how far the text stands behind a fact."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Participant:
    """Hold who or what fills a role: an entity (`id` set) or words of the text (`id` None).

    `span` is the mention that fills the role in the sentence; None where it is inherited or implied.
    """

    name: str
    id: str | None = None
    type: EntityType | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """Hold a quantity: `currency` is an ISO 4217 code, `unit` a noun of the text or `%`."""

    value: float | int
    currency: str | None = None
    unit: str | None = None
    qualifier: str | None = None


RoleValue = str | int | float | Amount | Participant | tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold one fact with its evidence.

    `evidence`, `sentence` and `trigger` are spans of the document's text; `time` is EDTF (ISO 8601-2);
    `confidence` lies in 0..1 and is calibrated; `by` names the rule or model with its version; `steps` are
    the resolution steps that tie a participant to the evidence; `roles` are sorted by name.
    """

    id: str
    relation: str
    subject: Participant | None
    object: Participant | None
    document: str
    evidence: Span
    sentence: Span
    trigger: Span
    by: str
    confidence: float
    modality: Modality = Modality.ASSERTED
    time: str | None = None
    place: Participant | None = None
    amount: Amount | None = None
    quote: str | None = None
    attributed_to: Participant | None = None
    roles: tuple[tuple[str, RoleValue], ...] = ()
    steps: tuple[str, ...] = ()
