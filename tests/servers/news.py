"""A small press: documents that say, report, deny and plan, made by hand, with names that are hard to write down."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hand_made import entity, extraction
from kg.model import Amount, Entity, EntityType, Extraction, Modality, Participant

ORG = EntityType.ORGANIZATION
MUSK = entity("Elon Musk", key="wd:Q317521", aliases=["Musk"])
TRUMP, HARRIS = entity("Donald Trump", aliases=["Trump"]), entity("Kamala Harris", aliases=["Harris"])
X = entity("X", ORG, key="wd:Q918", aliases=["Twitter"])
CCDH = entity("Center for Countering Digital Hate", ORG)
DUDES = entity("White Dudes for Harris", EntityType.GROUP)
ROSS = entity("Ross Morales Rocketto")
ACCOUNT = entity("@dudes4harris", EntityType.ONLINE_ACCOUNT)
JUDGE, PARIS, RALLY = entity("Jean Breyer"), entity("Paris", EntityType.PLACE), entity("the rally", EntityType.EVENT)
NASTY = entity("L`E\"vil\\ '); MATCH (n) DETACH DELETE n //\nO’Neil {0} $name é 🦉", ORG)
BILL = entity("Infrastructure Act", EntityType.WORK)


def who(one: Entity) -> Participant:
    """Return an entity as a participant."""
    return Participant(one.name, one.id, one.type)


def document(
    title: str, *said: tuple[Entity, str, Entity, dict[str, Any]], beside: Sequence[Entity] = ()
) -> Extraction:
    """Make a document; the dictionaries say what is not plain in each fact."""
    made = extraction([line[:3] for line in said], title=title, source=f"{title}.txt")
    facts = tuple(replace(fact, **line[3]) for fact, line in zip(made.facts, said, strict=True))
    known = {one.id: one for one in (*made.entities, *beside)}
    return replace(made, facts=facts, entities=tuple(known.values()))


def words(text: str) -> Participant:
    """Return words of the text as a participant that is no entity."""
    return Participant(text)


PRESS = (
    document(
        "Suspension",
        (X, "suspended", ACCOUNT, {"time": "2024-07-30"}),
        (X, "reinstated", ACCOUNT, {"time": "2024-07-31"}),
        (DUDES, "hasAccount", ACCOUNT, {}),
        (DUDES, "accused", X, {"modality": Modality.REPORTED, "attributed_to": who(ROSS), "confidence": 0.62}),
        (ROSS, "founderOf", DUDES, {"roles": (("title", "fondateur"),)}),
        (ROSS, "stated", X, {"object": words("nous sommes de retour"), "quote": "Nous sommes « de retour »"}),
        (
            DUDES,
            "raisedFunds",
            HARRIS,
            {
                "object": None,
                "time": "2024-07-29",
                "amount": Amount(4_000_000, "USD", None, "more than"),
                "modality": Modality.REPORTED,
                "attributed_to": who(ROSS),
                "roles": (("participants", (who(HARRIS), who(PARIS))), ("share", Amount(12.5, None, "%"))),
            },
        ),
        beside=[PARIS],
    ),
    document(
        "Portrait",
        (MUSK, "endorses", TRUMP, {"time": "2024-07"}),
        (MUSK, "owns", X, {}),
        (TRUMP, "opponentOf", HARRIS, {}),
        (MUSK, "criticized", HARRIS, {"modality": Modality.ALLEGED, "attributed_to": who(ROSS), "confidence": 0.4}),
        (TRUMP, "raisedFunds", MUSK, {"object": None, "amount": Amount(2**70, "EUR")}),
    ),
    document(
        "Court",
        (X, "sued", CCDH, {"time": "2023-07"}),
        (JUDGE, "lawsuitDismissed", CCDH, {"time": "2024-03", "roles": (("plaintiff", who(X)),)}),
        (X, "accused", CCDH, {"roles": (("of", "theft of data"), ("by", "hand"), ("over-all `x`", 3))}),
        (JUDGE, "holdsPosition", PARIS, {"roles": (("title", "judge"),)}),
        (X, "suspended", ACCOUNT, {"time": "2024-07-30", "modality": Modality.DENIED}),
    ),
    document(
        "Plans",
        (HARRIS, "met", ROSS, {"modality": Modality.PLANNED, "time": "2024-08-01", "place": who(PARIS)}),
        (MUSK, "endorses", TRUMP, {"time": "2024-07-13"}),
        (HARRIS, "signed", BILL, {"modality": Modality.HYPOTHETICAL}),
        (NASTY, "acquired", X, {"quote": NASTY.name, "modality": Modality.DENIED}),
        (NASTY, "supports", HARRIS, {}),
        beside=[PARIS],
    ),
)
