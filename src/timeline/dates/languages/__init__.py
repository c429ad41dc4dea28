"""The words of each language: one module each, named by its ISO 639-1 code.

Each has `WORDS` (what a word means → the phrases that mean it, comma separated; a meaning is one
or more token kinds with a value, joined by `+`; a later group wins over an earlier one) and
`ENDINGS` (what may be glued to a number). The kinds of token are listed in `vocabulary`; how a
language writes dates is in `phrasing`.
"""
