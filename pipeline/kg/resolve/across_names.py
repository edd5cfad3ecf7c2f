"""Names across documents: legal forms of companies, acronyms, surnames."""

from typing import Final

from kg.model.entity import Entity, EntityType
from kg.model.naming import fold

_LEGAL_FORMS: Final = frozenset(
    "sa sas sasu sarl sca scop se inc incorporated corp corporation co company ltd limited llc llp plc lp ag "
    "gmbh kg kgaa nv bv spa srl ab asa oyj oy kk sl pte pty".split()
)


def known(entity: Entity) -> str | None:
    """Return the identifier of a known entity (`wd:Q…`), or None."""
    return entity.key if entity.key.startswith("wd:") else None


def bare_name(name: str) -> str:
    """Return a folded organisation name without its legal form.

    >>> bare_name("Orange S.A.")
    'orange'
    """
    words = fold(name.replace(".", "")).split()
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def surname(entity: Entity) -> str | None:
    """Return the folded last word of a person's name, or None for another type of entity."""
    return fold(entity.name).split()[-1] if entity.type is EntityType.PERSON and fold(entity.name) else None


def single(entity: Entity) -> bool:
    """Tell whether a person is known by one word only, in every name that the document gives."""
    names = (entity.name, *entity.aliases)
    return entity.type is EntityType.PERSON and known(entity) is None and all(len(fold(n).split()) < 2 for n in names)


def acronym(name: str) -> str | None:
    """Return the folded acronym that the name is, or None.

    >>> acronym("O.M.S."), acronym("Orange")
    ('oms', None)
    """
    letters = name.replace(".", "").strip()
    return fold(letters) if letters.isupper() and 2 <= len(letters) <= 8 and letters.isalnum() else None


def acronyms_given(entity: Entity) -> frozenset[str]:
    """Return the acronyms that a document gives as other names of an organisation with a long name."""
    if entity.type is not EntityType.ORGANIZATION or acronym(entity.name):
        return frozenset()
    return frozenset(short for alias in entity.aliases if (short := acronym(alias)))
