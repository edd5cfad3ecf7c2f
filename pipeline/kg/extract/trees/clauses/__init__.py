"""Mends French clauses that parsers take apart: objects after a complement, « A et B ont … », « X, que dirige Y ».

Everything after reads one shape: the object hangs from its verb, the second subject from the first, the relative
clause from its antecedent.
"""

from dataclasses import replace

from kg.extract.trees.clauses.complements import (
    afterwards,
    ago,
    aims,
    aims_of_nouns,
    aims_told,
    complements_joined,
    of_idioms,
    titled,
    with_whom,
)
from kg.extract.trees.clauses.days import after_days, behind_marks
from kg.extract.trees.clauses.objects import describing, late_objects, quoted_adverbs
from kg.extract.trees.clauses.relative import (
    armed_subjects,
    cleft,
    located_subjects,
    relatives,
    subject_relatives,
    tolls,
)
from kg.extract.trees.clauses.subjects import first_subjects
from kg.extract.trees.mend import mended
from kg.model.annotation import Annotation


def put_clauses(annotation: Annotation) -> Annotation:
    """Return the annotation with such clauses mended; French only."""
    if annotation.document.language != "fr":
        return annotation
    made = []
    for sentence in annotation.sentences:
        better = mended(
            sentence,
            {
                **titled(sentence),
                **with_whom(sentence),
                **of_idioms(sentence),
                **complements_joined(annotation, sentence),
            },
        )
        better = mended(better, aims(better))
        better = mended(better, {**afterwards(better), **aims_told(better), **aims_of_nouns(better), **ago(better)})
        better = mended(better, relatives(better))
        better = mended(
            better,
            {
                **subject_relatives(better),
                **located_subjects(annotation, better),
                **cleft(better),
                **armed_subjects(better),
            },
        )
        better = mended(better, {**after_days(better), **first_subjects(better), **tolls(better)})
        better = mended(better, behind_marks(better))
        better = mended(better, quoted_adverbs(better))
        better = mended(better, describing(better))
        made.append(mended(better, late_objects(better)))
    return replace(annotation, sentences=tuple(made))
