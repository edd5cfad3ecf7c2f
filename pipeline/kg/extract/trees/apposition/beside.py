"""Puts nouns and names that stand side by side into apposition, where parsers hang one of them elsewhere.

« … Donald Trump, l'adversaire de B » · « a dit Ross Rocketto, cofondateur de B » ·
"The union Unite criticized …". Everything after reads one shape: the second is `appos` of the first.
"""

from dataclasses import replace

from kg.extract.trees.apposition.kinds import (
    kinds_behind_brackets,
    names_after_adjectives,
    names_after_fields,
    names_after_kinds,
    names_after_nouns,
)
from kg.extract.trees.apposition.nouns import nouns_after_names, nouns_before_pronouns
from kg.extract.trees.apposition.persons import (
    joined_to_names,
    named_spokesmen,
    names_after_commas,
    names_after_complements,
    names_after_descriptions,
    second_subjects,
)
from kg.extract.trees.mend import mended
from kg.model.annotation import Annotation


def put_beside(annotation: Annotation) -> Annotation:
    """Return the annotation with such neighbours in apposition."""
    sentences = []
    for sentence in annotation.sentences:
        moved = {
            **names_after_complements(annotation, sentence),
            **names_after_adjectives(annotation, sentence),
            **kinds_behind_brackets(annotation, sentence),
            **names_after_fields(annotation, sentence),
            **names_after_kinds(annotation, sentence),
            **names_after_commas(annotation, sentence),
            **names_after_descriptions(annotation, sentence),
            **nouns_after_names(annotation, sentence),
            **names_after_nouns(annotation, sentence),
            **second_subjects(annotation, sentence),
            **nouns_before_pronouns(annotation, sentence),
            **joined_to_names(annotation, sentence),
            **named_spokesmen(annotation, sentence),
        }
        sentences.append(mended(sentence, moved))
    return replace(annotation, sentences=tuple(sentences))
