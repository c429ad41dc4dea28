"""The one error of this room."""


class DateError(ValueError):
    """A text that is not a date this product can hold, or not one it may guess.

    Attributes:
        text: what was given, cut short if it was long.
        reason: one line that says what was expected instead.
    """

    def __init__(self, text: object, reason: str) -> None:
        shown = text if isinstance(text, str) else repr(text)[:80]
        self.text = shown if len(shown) <= 80 else shown[:79] + "…"
        self.reason = reason
        super().__init__(f"{self.text!r}: {reason}")

    def __reduce__(self) -> tuple[type["DateError"], tuple[str, str]]:
        return type(self), (self.text, self.reason)


class UnreadError(DateError):
    """Words that the grammar does not know, which another reader may still try."""
