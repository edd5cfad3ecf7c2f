"""Decoding with Python's lock held finds what spaCy's own loop finds."""

import pytest
from spacy.tokens import Doc

from kg.annotate import load
from kg.annotate.decoding import decodable, decode

TEXTS = {
    "fr": [
        "Anne Dubois, la maire de Lyon, a annoncé lundi que Novatel avait racheté Orbis.",
        "",
        "Non.",
        "Le groupe, qui emploie 300 personnes à Nantes et à Lille, supprimera 40 postes, selon Paul Martin.",
    ],
    "en": [
        "Jane Miller, the mayor of Leeds, said on Monday that Novatel had acquired Orbis.",
        "",
        "No.",
        "The group, which employs 300 people in Bristol, will cut 40 jobs, according to Paul Carter.",
    ],
}


def _read(doc: Doc) -> list[object]:
    names = [(name.start, name.end, name.label_) for name in doc.ents]
    return [*names, *((word.head.i, word.dep_, word.is_sent_start) for word in doc)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_same_names_and_trees(language: str) -> None:
    models = load(language)
    compared = set[str]()
    with models.at_work():
        for name in (*models.recognizers, *models.parsers):
            component = models.nlp.get_pipe(name)
            if not decodable(component):
                continue
            ours, own = ([models.nlp.make_doc(text) for text in TEXTS[language]] for _ in range(2))
            for doc in ours + own if name == "parser" else ():
                models.nlp.get_pipe("tok2vec")(doc)  # which it listens to
            decode(component, ours)
            component.set_annotations(own, models.nlp.get_pipe(name).predict(own))  # type: ignore[attr-defined]
            assert [_read(doc) for doc in ours] == [_read(doc) for doc in own]
            assert any(doc.ents or doc.has_annotation("DEP") for doc in ours)
            compared.add(name)
    assert compared == {*models.recognizers, "parser"}
