"""Mends dependency trees: where parsers err by habit or treebanks differ, everything after reads one shape.

`order.py` says which mend runs when.
"""
