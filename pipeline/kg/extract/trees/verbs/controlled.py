"""Hangs from the right verb a participle or gerund of saying that stands behind an infinitive; French only.

« a poussé X à critiquer la loi, affirmant que … »: X affirms it · « lui a proposé de travailler ensemble en se
félicitant de … »: whoever proposes it is pleased.
"""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import clause_verbs
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

# Verbs that make somebody do what the infinitive says
_MAKING: Final = (
    *("pouss", "amen", "condui", "incit", "forc", "contrain", "oblig", "encourag", "autoris"),
    *("invit", "décid", "détermin"),
)
_ASKING: Final = ("propos", "demand", "conseill", "recommand", "enjoi", "suggér", "ordonn", "promet", "promi")


def put_controlled(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles below the verb whose subject speaks."""
    return mend_each(annotation, _spoken) if annotation.document.language == "fr" else annotation


def _spoken(sentence: Sentence) -> dict[int, Token]:
    saying = clause_verbs("fr", "saying", "quoting")
    moved: dict[int, Token] = {}
    for said in sentence.tokens[2:]:
        if said.dep == "advcl" and said.lower.endswith("ant") and said.lower in saying:
            speaks = _whoever_asks(sentence, said) or _made_to(sentence, said)
            if speaks is not None:
                moved[said.index] = replace(said, head=speaks.index)
    return moved


def _made_to(sentence: Sentence, said: Token) -> Token | None:
    """Return the infinitive of « a poussé X à critiquer la loi, affirmant que … »."""
    above = sentence.tokens[said.head]
    opens = [said.index, *(t.index for t in sentence.children(said, "mark", "expl", "obj") if t.index < said.index)]
    before = sentence.tokens[min(opens) - 1] if min(opens) else said
    made = above.lower.startswith(_MAKING) and any(sentence.children(above, "obj", "nsubj:pass"))
    if before.text != "," or not made:
        return None
    return next((t for t in sentence.children(above, "xcomp") if above.index < t.index < said.index), None)


def _whoever_asks(sentence: Sentence, said: Token) -> Token | None:
    """Return the verb of « lui a proposé de travailler ensemble en se félicitant de … »."""
    above = sentence.tokens[said.head]
    gerund = any(t.lower == "en" for t in sentence.children(said, "mark", "case"))
    top = sentence.head(above) if gerund and above.dep == "xcomp" else None
    return top if top is not None and top.lower.startswith(_ASKING) else None
