"""Case endings of the languages that glue them on: a stem and its endings make many words."""

from collections.abc import Iterable, Mapping


def inflect(stems: Iterable[tuple[str, str]], cases: Mapping[str, str]) -> dict[str, str]:
    """Give every stem every ending.

    A stem takes all endings, right or wrong by vowel harmony: a reader need not correct spelling,
    and after folding most wrong ones are right ones anyway. `cases` maps the meaning that an
    ending adds ("" for none) to the endings.
    """
    found: dict[str, list[str]] = {}
    for meaning, stem in stems:
        found.setdefault(meaning, []).append(stem)
        for extra, endings in cases.items():
            key = f"{meaning} + {extra}" if extra else meaning
            found.setdefault(key, []).extend(stem + ending for ending in endings.split())
    return {meaning: ", ".join(words) for meaning, words in found.items()}
