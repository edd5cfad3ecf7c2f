"""Where paragraphs begin, above all on pages that have lost their line breaks."""

import pytest

from kg.annotate.paragraphs import find_paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "La route est coupée, a dit le maire.|Selon lui, rien ne presse.",
        'Tout est "sous contrôle", selon le ministère.|"Nous restons prudents", a ajouté Anne Dubois.',
        'Il dénonce "une erreur".|Les élus attendent.',
        "La mesure touche l'ONU (43%).|À Genève, on s'inquiète.",
        "Qui a tiré ?|L'enquête continue.",
        "Deux morts, selon BFMTV|Il a été arrêté hier.",
        "Elle a battu la Corvette ZR1.|Randy Pobst était au volant.",
        "Une ville sous tension|Le maire de Lyon a porté plainte.",
        "Le club est en tête depuis 2017.|« Nous y croyons », dit Paul Martin.",
        "Un premier mot.\n|Une autre ligne.|Une troisième.",
        'Il vit à Lyon.|"Nous avions peur"|"Tout brûlait", dit Anne Dubois.',
        'Il vit à Lyon.|La peur du lendemain|"Tout brûlait", dit Anne Dubois.',
        '"UNE RUPTURE"|Selon les élus, tout est dit.',
        '"Une rupture"|Selon les élus, tout est dit.',
        '"Tout brûlait", dit-il.|Il vit à Lyon.',
        'Elle vit à Nice.|- "Deux jeunes filles" -|Le film est beau.',
        'Elle l\'a dit.|- Un gros budget -|"Nous tournons", a dit le maire.',
        'Elle a écrit : "Nous partons demain.Nous reviendrons."|Le départ a eu lieu.',
    ],
)
def test_paragraphs_that_lost_their_break(text: str) -> None:
    whole = text.replace("|", "")
    assert [p.of(whole) for p in find_paragraphs(whole)] == [part.rstrip("\n") for part in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "M.Dubois et J.-P.Martin ont signé. Le texte est prêt.",
        "Voyez www.Novatel.com et le compte @realAnneDubois, sur YouTube.",
        "Les U.S.A ont voté à 12.30 heures.",
        "Le film - très attendu -Le Fleuve est beau.",
        'Il a dit : "C\'est fini." Le public a applaudi.',
    ],
)
def test_one_paragraph(text: str) -> None:
    assert [p.of(text) for p in find_paragraphs(text)] == [text]
