"""Resolves « le compte », « leur compte », « le compte "White Dudes for Harris" » to an online account."""

from kg.extract.coreference.nouns import noun_classes
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.tables import fold
from kg.model import Entity, EntityType
from kg.model.annotation import Sentence, Token
from kg.model.ids import entity_id

OWNERS = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.GROUP)
DEFINITE = frozenset("le ce notre leur son the this our their its".split())


def link_handles(reading: Reading) -> None:
    """Note the owner of each handle that spells words of exactly one entity's name (« @elonmusk »)."""
    for account in reading.of_type(EntityType.ONLINE_ACCOUNT):
        handle = fold(account.name.lstrip("@"))
        owners = [entity.id for entity in reading.of_type(*OWNERS) if _spelt(handle, entity)]
        strong = [o for o in owners if _letters(reading.entities[o]) == handle] or owners
        if len(strong) == 1:
            reading.owners[account.id] = strong[0]


def _letters(entity: Entity) -> str:
    return "".join(char for char in fold(entity.name) if char.isalnum())


def _spelt(handle: str, entity: Entity) -> bool:
    """Tell whether the handle is made of the words of a name: all of them, or at least two long ones."""
    for form in (entity.name, *entity.aliases):
        words = [word for word in fold(form).split() if len(word) > 3]
        held = [word for word in words if word in handle]
        if "".join(char for char in fold(form) if char.isalnum()) == handle or len(held) >= 2:
            return sum(map(len, held)) >= 0.5 * len(handle)
    return False


def resolve_account(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the account that the noun stands for: by a handle or owner beside it, by its owner, or the last one."""
    if not _online(reading) or _idiom(sentence, token):
        return ()
    beside = _named_beside(reading, sentence, token) or _owned(reading, sentence, token)
    if beside is not None:
        return (beside,)
    words = {child.lower for child in sentence.children(token, "det")}
    return _last_account(reading, salience) if words & DEFINITE else ()


def account_of_described(reading: Reading, sentence: Sentence, owner: Token, told: tuple[Reference, ...]) -> None:
    """Note whose « le compte de l'influenceur » is, once the words behind say who that is."""
    noun = sentence.head(owner) if owner.dep.startswith("nmod") and owner.name is None and len(told) == 1 else None
    if noun is None or noun.index > owner.index or preposition(sentence, owner) not in ("de", "of"):
        return
    kind = noun_classes(reading.language).get(noun.lower)
    if kind is None or kind.name != "account" or not _online(reading) or _idiom(sentence, noun):
        return
    if reading.entities[told[0].entity].type not in OWNERS or reading.kinds.get(told[0].entity) == "platform":
        return
    account = account_of(reading, told[0].entity)
    if not reading.referents(sentence, noun):
        reading.refer(sentence, noun, Reference(account, "nominal", "account of its owner", owner.span))


def _named_beside(reading: Reading, sentence: Sentence, token: Token) -> Reference | None:
    """Return the account of the handle or owner whose name stands beside the noun."""
    near_ = [*sentence.children(token, "appos", "flat", "nmod", "dep", "obl", "compound")]
    inner = [t for child in near_ for t in sentence.subtree(child) if t.text.startswith("@")]
    for child in (*near_, *inner):  # « le compte de la présidence du pays (@presidence) »
        identifier = reading.names.get(child.name) if child.name is not None else None
        if identifier is None:
            continue
        kind, joint = reading.entities[identifier].type, preposition(sentence, child)
        if kind is EntityType.ONLINE_ACCOUNT and not joint:
            return Reference(identifier, "nominal", "handle beside the noun", child.span)
        if reading.kinds.get(identifier) == "platform":
            continue  # « le compte Twitter de la présidence »: where, not whose
        near = child.span.start - token.span.end < 25
        if kind in OWNERS and (joint in ("de", "of") or (not joint and near)):
            return Reference(account_of(reading, identifier), "nominal", "account of its owner", child.span)
    return None


def _owned(reading: Reading, sentence: Sentence, token: Token) -> Reference | None:
    """Return the account of whom the possessive before the noun stands for."""
    for child in sentence.children(token, "nmod:poss", "det"):
        owners = reading.referents(sentence, child)
        if owners and reading.entities[owners[0].entity].type in OWNERS:
            account = account_of(reading, owners[0].entity)
            return Reference(account, "nominal", "account of its owner", child.span)
    return None


def _online(reading: Reading) -> bool:
    """Tell whether the text speaks of a platform or of handles at all."""
    return "platform" in reading.kinds.values() or bool(reading.of_type(EntityType.ONLINE_ACCOUNT))


def _idiom(sentence: Sentence, token: Token) -> bool:
    """Tell « pour le compte de », « compte rendu », « se rendre compte », bank accounts from online accounts."""
    if preposition(sentence, token) in ("pour", "à", "sur", "on") and any(sentence.children(token, "nmod")):
        return preposition(sentence, token) in ("pour", "à")
    following = {child.lower for child in sentence.children(token, "amod", "nmod")}
    return bool(following & {"rendu", "bancaire", "bancaires", "rebours", "bank"}) or not any(
        sentence.children(token, "det", "nmod:poss")
    )


def _last_account(reading: Reading, salience: Salience) -> tuple[Reference, ...]:
    scores = salience.scores(30)
    fitting = {i: s for i, s in scores.items() if reading.entities[i].type is EntityType.ONLINE_ACCOUNT}
    if not fitting:
        return ()
    best = min(fitting, key=lambda i: (-fitting[i], i))
    return (Reference(best, "nominal", "the account spoken of last", salience.last(best)),)


def account_of(reading: Reading, owner: str) -> str:
    """Return the account of an owner: the one whose handle spells the name, else one named after the owner."""
    for known, holder in reading.owners.items():
        if holder == owner:
            return known
    entity = reading.entities[owner]
    name = f"compte de {entity.name}" if reading.language == "fr" else f"account of {entity.name}"
    key = f"account {entity.key}"
    made = EntityType.ONLINE_ACCOUNT
    account = Entity(entity_id(made.value, key, entity.name), made, name, key)
    reading.entities[account.id] = account
    reading.owners[account.id] = owner
    return account.id
