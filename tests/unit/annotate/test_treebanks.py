"""Trees are read as the parser is given them: contracted words whole, names masked, labels under their older names."""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest
import spacy

FILE = Path(__file__).resolve().parents[3] / "tools" / "treebanks.py"
TREES = """# text = Le maire du Havre, Luc Rey Morin, part.
1\tLe\tle\tDET\t_\tDefinite=Def\t2\tdet\t_\t_
2\tmaire\tmaire\tNOUN\t_\tGender=Masc\t12\tnsubj:caus\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\tDefinite=Def|ExtPos=DET\t5\tdet\t_\t_
5\tHavre\tHavre\tPROPN\t_\t_\t2\tnmod\t_\tSpaceAfter=No
6\t,\t,\tPUNCT\t_\t_\t7\tpunct\t_\t_
7\tLuc\tLuc\tPROPN\t_\t_\t2\tappos\t_\t_
8\tRey\tRey\tPROPN\t_\t_\t7\tflat:name\t_\t_
9\tMorin\tMorin\tPROPN\t_\t_\t7\tflat:name\t_\tSpaceAfter=No
10\t,\t,\tPUNCT\t_\t_\t7\tpunct\t_\t_
11\tse\tse\tPRON\t_\t_\t12\texpl:pv\t_\t_
12\tpart\tpartir\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
13\t.\t.\tPUNCT\t_\t_\t12\tpunct\t_\t_
"""


@pytest.fixture
def treebanks(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("treebanks", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "treebanks", module)  # its dataclass looks itself up there
    spec.loader.exec_module(module)
    return module


def test_a_contracted_word_is_one_token_with_the_head_of_its_preposition(treebanks: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "one.conllu"
    file.write_text(TREES, encoding="utf-8")
    (tree,) = treebanks.read(file)
    assert tree.words == ["Le", "maire", "du", "Havre", ",", "Luc", "Rey", "Morin", ",", "se", "part", "."]
    assert tree.heads == [1, 10, 3, 1, 5, 1, 5, 5, 5, 10, 10, 10]
    assert tree.labels[1:3] == ["nsubj", "case"]
    assert tree.labels[9:11] == ["expl:comp", "ROOT"]
    assert tree.morph[2] == "Definite=Def"


def test_a_name_becomes_one_word_and_the_document_has_the_same_tree(treebanks: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "one.conllu"
    file.write_text(TREES, encoding="utf-8")
    tree = treebanks.masked(next(treebanks.read(file)), random.Random(1))
    assert len(tree.words) == 10
    assert tree.words[5] in ("Dupont", "Renault", "Paris")
    doc = treebanks.document(spacy.blank("fr").vocab, [tree, treebanks.unstopped(tree)])
    assert [len(sentence) for sentence in doc.sents] == [10, 9]
    assert doc[1].head.text == "part"
    assert doc[11].head.i == 18
