"""Texts that are no article: nothing breaks, all evidence holds, and no walk is quadratic."""

import time

import pytest

from kg.annotate import annotate
from kg.extraction import extract
from kg.model import Document
from kg.rdf import quads
from kg.validate import validate, verify
from odd_texts import LONG

ODD = {
    "table": "Nom\tParti\tVoix\nPaul Martin\tPS\t12 %\nAnne Dubois\tLR\t13 %\n" * 50,
    "ticker": "AAPL 182.31 +1.2% MSFT 410.2 -0.3% " * 200,
    "capitals": "PAUL MARTIN ARRÊTÉ À NICE\nANNE DUBOIS DÉMISSIONNE DE RENAULT\n" * 30,
    "social media": "RT @dupont: lol 😂😂 #Macron2022 https://t.co/x @elonmusk t où???\n" * 100,
    "transcript": "- JEAN DUPONT: Oui.\n- Q: Et alors ?\n" * 200,
    "two languages": "Paul Martin a été arrêté à Nice. The company said it would appeal.\n" * 20,
    "lone quotation marks": '« Il a dit " que « oui " et puis » “ non ” \n' * 300,
    "a sentence of thousands of words": "Paul Martin et Anne Dubois ont rencontré Renault, " * 700 + ".",
    "right to left": "قال الوزير أحمد علي إن فرنسا ستدعم لبنان. Paul Martin a été arrêté. " * 50,
    "emoji": "👩‍👩‍👧‍👦🇫🇷 Paul Martin 👍🏽 a rencontré Anne Dubois 🎉. " * 100,
    "control characters": "Paul\x00Martin a été\u200b arrêté\ufeff à\u2028Nice.\r\nOui.\x0b" * 50,
    "blanks of other widths": "A\u00a0dit Paul\u00a0Martin, maire de\u2009Lyon\u00a0: 12\u202farrê\u00adtés. " * 20,
    "blank lines inside a sentence": "Le maire a suspendu son compte, \n\n deux fois. Il dort. " * 20,
    "one letter": "a",
    "a word spelled out": "Renault a dit A-T-T-E-N-T-I-O-N-À-L-A-M-A-R-C-H-E-I-L-P-L-E-U-T-D-E-H-O-R-S.",
    "a word without end": "Renault a parlé de la " + "a" * 40_000 + " de Renault.",
    "marks only": "« » “ ” … — !?",
}


@pytest.mark.models
@pytest.mark.parametrize("name", ODD)
def test_sentences_are_numbered_as_they_stand(name: str) -> None:
    annotation, _ = annotate(Document.create(ODD[name], "fr", name, published="2024-08-07"))
    assert [sentence.index for sentence in annotation.sentences] == list(range(len(annotation.sentences)))


@pytest.mark.models
@pytest.mark.timeout(120)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ODD)
def test_nothing_breaks(name: str, language: str) -> None:
    made = extract(Document.create(ODD[name], language, name, published="2024-08-07"))
    assert verify(made) == ()
    assert validate(quads(made, {})).results == ()


@pytest.mark.models
@pytest.mark.parametrize(
    "line",
    [
        "À lire aussi : Paul Martin a racheté Renault",
        "Sur le même sujet Paul Martin a racheté Renault",
        "Photo : Paul Martin a racheté Renault",
        "Anne Dubois pose devant l'usine. Image: Paul Martin.",
        "Par Paul Martin, journaliste de Renault",
        "Partager sur Facebook Partager sur Twitter Suivez Paul Martin sur Twitter",
        "Abonnez-vous à la lettre de Paul Martin, président de Renault",
        "LIRE AUSSI > Paul Martin a racheté Renault",
        "Lire aussi « Paul Martin a racheté Renault »",
        "Voir aussi : Paul Martin a racheté Renault",
        "© Paul Martin / AFP",
        "(Crédit photo : Paul Martin)",
        "Recevez les alertes de Renault, que dirige Paul Martin",
    ],
)
def test_boilerplate_gives_no_facts(line: str) -> None:
    assert extract(Document.create(f"{line}\n\nIl pleut.", "fr", "x")).facts == ()


@pytest.mark.models
@pytest.mark.parametrize(
    "line",
    [
        "Read more: Paul Martin bought Renault",
        "Read also: Paul Martin bought Renault",
        "See also: Paul Martin bought Renault",
        "Related: Paul Martin bought Renault",
        "By Paul Martin, Renault's reporter",
        "Photo by Paul Martin for Renault",
        "Share on Facebook Share on Twitter Follow Paul Martin on Twitter",
        "Subscribe to the newsletter of Paul Martin, president of Renault",
        "Sign up for alerts from Renault, which Paul Martin heads",
    ],
)
def test_english_boilerplate_gives_no_facts(line: str) -> None:
    assert extract(Document.create(f"{line}\n\nIt rains.", "en", "x")).facts == ()


@pytest.mark.models
@pytest.mark.timeout(300)
@pytest.mark.parametrize(("language", "name"), [*(("fr", name) for name in LONG), ("en", "English headlines")])
def test_four_times_the_text_takes_hardly_more_than_four_times_as_long(language: str, name: str) -> None:
    def seconds(size: int) -> float:
        document = Document.create((LONG[name] * size)[:size], language, name, published="2024-08-07")
        start = time.process_time()
        extract(document)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(24_000) < 4 * 1.9 * seconds(6_000) + 0.5
