"""A phrase split into tokens that mean the same in every language."""

import re

from .folding import fold
from .vocabulary import Token, Vocabulary, split_words, vocabulary

_SIGNS = {
    "-": "DASH", "/": "SLASH", "(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE",
    ",": "COMMA", "?": "PERHAPS", "~": "ABOUT", "&": "AND", "@": "CLOCK", ".": "DOT",
}  # fmt: skip
_PREFIX = Token("ORDINAL_PREFIX", text="-")
_ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_CYRILLIC_ROMAN = str.maketrans("хі", "xi")


def tokenise(text: str, lang: str) -> list[Token]:
    """Split a phrase by the words of one language."""
    words = vocabulary(lang)
    folded = fold(text)
    pieces = split_words(folded)
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        at = _number(pieces, at, words, tokens) or _phrase(pieces, at, words, tokens)
    return _by_neighbour(tokens)


def _by_neighbour(tokens: list[Token]) -> list[Token]:
    """Decide what some words mean by what stands beside them, and drop those that say nothing."""
    kept: list[Token] = []
    for token in tokens:
        before = kept[-1] if kept else Token("")
        if token.kind == "CENTURY_OR_FILL":
            # Russian "в." is a century after a number and "in" anywhere else.
            counted = before.kind == "NUMBER" and len(before.text) < 3
            token = Token("UNIT", 5) if counted or before.kind == "ROMAN" else Token("FILL")
        if token.kind == "CENTURY_OR_ABOUT":
            token = Token("UNIT", 5) if before.ordinal else Token("ABOUT", text=token.text)
        if token.kind == "DECEMBER_OR_UNTIL":
            day = before.kind == "NUMBER" and len(before.text) < 3
            token = Token("MONTH", 12) if day else Token("UNTIL_POST")
        if token.kind == "HALF_OR_MIDDLE":
            token = Token("HALF") if before.kind == "ORD" else Token("PART", 1)
        if token.kind == "NUMBER":
            # Georgian puts the ordinal before the number: მე-19.
            while kept and kept[-1].kind == "DASH" and kept[-2:-1] == [_PREFIX]:
                kept.pop()
            if kept and kept[-1] == _PREFIX:
                kept.pop()
                token = token._replace(ordinal=True)
        if token.kind == "ORDINAL_PREFIX":
            token = _PREFIX
        if token.kind != "FILL":
            kept.append(token)
    return kept


def _number(
    pieces: list[re.Match[str]], at: int, words: Vocabulary, tokens: list[Token]
) -> int | None:
    """Take a number with what is glued to it: 28th, 1920-е, 1918'de."""
    piece = pieces[at]
    if not piece.group().isdigit():
        return None
    number = Token("NUMBER", int(piece.group()) if piece.end() - piece.start() < 5 else -1,
                   piece.group())  # fmt: skip
    glued = _glued(pieces, at)
    if glued is not None:
        stop, letters = glued
        extra = words.endings.get(letters)
        if extra is not None:
            if any(token.kind == "ORDINAL" for token in extra):
                number = number._replace(ordinal=True)
            if any(token.kind == "DECADE" for token in extra):
                number = number._replace(kind="DECADE")
            tokens.append(number)
            tokens += [t for t in extra if t.kind not in ("ORDINAL", "DECADE")]
            return stop
    tokens.append(number)
    return at + 1


def _glued(pieces: list[re.Match[str]], at: int) -> tuple[int, str] | None:
    """The letters that follow a number without a space, with or without a hyphen between."""
    after = at + 1
    if after < len(pieces) and pieces[after].group() in ("-", "'"):
        if pieces[after].start() != pieces[at].end():
            return None
        after += 1
    if after >= len(pieces) or pieces[after].start() != pieces[after - 1].end():
        return None
    letters = pieces[after].group()
    return (after + 1, letters.replace("'", "")) if letters[0].isalpha() else None


def _phrase(pieces: list[re.Match[str]], at: int, words: Vocabulary, tokens: list[Token]) -> int:
    """Take the longest phrase that is known, else a sign or an unknown word."""
    texts = [match.group().replace("'", "") for match in pieces[at : at + 2 * words.longest]]
    # Dots after short forms do not count: "O.S." and "o s" are the same phrase.
    spots = [spot for spot, text in enumerate(texts) if text != "."]
    for length in range(min(words.longest, len(spots)), 0, -1):
        found = words.words.get(tuple(texts[spot] for spot in spots[:length]))
        if found is not None and spots[0] == 0:
            tokens.extend(found)
            return at + spots[length - 1] + 1
    text = texts[0] or "'"
    if text in _SIGNS:
        tokens.append(Token(_SIGNS[text], text=text))
    else:
        tokens.append(_roman(text) or Token("WORD", text=text))
    return at + 1


def _roman(text: str) -> Token | None:
    letters = text.translate(_CYRILLIC_ROMAN)
    if not _ROMAN.fullmatch(letters):
        return None
    values = [_ROMAN_DIGITS[letter] for letter in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return Token("ROMAN", sum(-v if v < after else v for v, after in pairs), text)
