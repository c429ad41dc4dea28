"""Text brought to one form, so that letter case, accents and kinds of dash make no difference."""

import re
import unicodedata

from .edtf import LONGEST
from .errors import DateError

# Marks that steer how text is shown and say nothing: soft hyphen, joiners, direction marks, BOM.
_UNSEEN = dict.fromkeys([0xAD, 0x61C, *range(0x200C, 0x2010), 0x2060, 0xFEFF])
_SIMPLER = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹘－⸺", "-"),
        **dict.fromkeys("’‘ʼ`´ʹ‛′", "'"),
        **dict.fromkeys("،、՝", ","),
        **dict.fromkeys("։․", "."),
        **dict.fromkeys("⁄∕", "/"),
        **dict.fromkeys('"“”„«»՛՜*;:', " "),
        "؟": "?",
        "≈": "~",
        "…": " ",
        # Letters that one language writes in two ways, or whose dot people leave out.
        "ı": "i",
        "ə": "e",
        "ә": "e",
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "ە": "ه",
        "ة": "ه",
    }
)
_CLOCK = re.compile(r"(?<![0-9])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9])")
_REFUSED = ("Cc", "Cf", "Cs", "Co", "Cn")


def check_text(text: object) -> str:
    """Refuse what is no short line of plain text.

    Raises:
        DateError: for anything but text, more than 200 characters, or control characters.
    """
    if not isinstance(text, str):
        raise DateError(text, f"expected a date in words, not {type(text).__name__}")
    if len(text) > LONGEST:
        raise DateError(text, f"expected a date of at most {LONGEST} characters, not {len(text)}")
    plain = re.sub(r"[\t\r\n]", " ", text).translate(_UNSEEN)
    for character in plain:
        if unicodedata.category(character) in _REFUSED:
            reason = f"expected a date in plain text, without the character U+{ord(character):04X}"
            raise DateError(ascii(text), reason)
    return plain.strip()


def fold(text: str) -> str:
    """Bring letters, digits, dashes and quotes to one form; drop accents and letter case.

    Dates and the words of the vocabularies go through the same fold, so it may be crude: й
    becomes и in both. Digits of any script become 0 to 9. A time of day, 10:14, becomes `@`.
    """
    folded = unicodedata.normalize("NFKD", text.translate(_UNSEEN)).casefold()
    # Twice, because folding case can set accents free: İ becomes i with a dot.
    folded = unicodedata.normalize("NFKD", folded)
    folded = "".join(c for c in folded if unicodedata.category(c) != "Mn")
    folded = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in folded)
    return " ".join(_CLOCK.sub(" @ ", folded).translate(_SIMPLER).split())
