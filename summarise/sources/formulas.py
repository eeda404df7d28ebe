r"""The formulas of LaTeX as text that can be read: ``\frac{a}{b}`` as a/b, ``\alpha`` as α."""

from __future__ import annotations

import re
import unicodedata

from summarise.sources.symbols import ESCAPED, SIGNS

_TOKEN = re.compile(r"\\([a-zA-Z]+)\*?\s*|\\(.)|([{}])|([_^])\s*|(\s+)|([^\\{}_^\s]+)", re.DOTALL)
#: Commands that only say how something looks or how large it is.
_LOOKS_NAMES = """
    left right middle displaystyle textstyle
    limits nolimits nonumber notag scriptstyle label tag hline vspace hspace phantom mathstrut
relax qedhere tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge strut
"""
_LOOKS = frozenset(_LOOKS_NAMES.split())
_DROPPED_WITH_WORDS = frozenset({"label", "tag", "vspace", "hspace", "phantom"})
#: Brackets and bars of a given size.
_LARGER = re.compile(r"[bB]igg?[lrm]?")
_DEEPEST = 30
_NO_SPACE = re.compile(r" (?=[_^),;])|(?<=[(]) ")
#: Signs that stand apart from what is on both sides of them.
_APART = frozenset("≤≥≠≈≡∼≃≅∝≪≫∈∉∋⊂⊆⊃⊇∪∩∧∨→←↔↦⇒⇐⇔±∓×÷⊢⊨≔≺≻∖⊕⊗≲≳·")
#: Marks over a letter, without which it is another variable.
_ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303",
    "bar": "\u0304", "dot": "\u0307", "ddot": "\u0308", "check": "\u030c", "vec": "\u20d7",
}  # fmt: skip
_CLOSED = re.compile(r"[^\W\d_]*|[\d.]*|\S")


def readable(formula: str) -> str:
    """A formula on one line or, where it has several, on as many."""
    lines = (_Formula(line).read() for line in re.split(r"\\\\(?:\[[^\]]*\])?", formula))
    tidied = (_NO_SPACE.sub("", " ".join(text.split())) for text in lines)
    return "\n".join(line for line in tidied if line)


class _Formula:
    def __init__(self, source: str) -> None:
        self._tokens = [match.groups() for match in _TOKEN.finditer(source)]
        self._at = 0

    def read(self, depth: int = 0) -> str:
        """All that is left of the group."""
        out: list[str] = []
        while self._at < len(self._tokens):
            if self._tokens[self._at][2] == "}":
                self._at += 1
                if depth:
                    break
                continue
            out.append(self._next(depth))
        return "".join(out)

    def _next(self, depth: int) -> str:
        """The next sign, command with its arguments, or group."""
        word, symbol, brace, script, space, text = self._tokens[self._at]
        self._at += 1
        if text:
            return text.replace("&", " ").replace("~", " ")
        if space:
            return " "
        if brace == "{":
            return self.read(depth + 1) if depth < _DEEPEST else ""
        if script:
            argument = self._argument(depth)
            return "°" if (script, argument) == ("^", "∘") else script + _closed(argument)
        if symbol:
            return ESCAPED.get(symbol, SIGNS.get(symbol, symbol))
        return self._command(word or "", depth)

    def _command(self, word: str, depth: int) -> str:
        match word:
            case "frac" | "dfrac" | "tfrac" | "cfrac":
                return f"{_closed(self._argument(depth))}/{_closed(self._argument(depth))}"
            case "sqrt":
                return f"√({self._argument(depth)})"
            case "binom":
                return f"({self._argument(depth)} over {self._argument(depth)})"
            case "mid":
                return " | "
            case _ if word in _ACCENTS:
                letter = self._argument(depth)
                accented = unicodedata.normalize("NFC", letter + _ACCENTS[word])
                return accented if len(letter) == 1 else letter
            case "begin" | "end":
                self._argument(depth)
                return " "
            case _ if word in _DROPPED_WITH_WORDS:
                self._argument(depth)
                return ""
            case _ if word in _LOOKS or _LARGER.fullmatch(word):
                return ""
            case _ if word in SIGNS:
                sign = SIGNS[word]
                return f" {sign} " if sign in _APART else sign
        following = self._tokens[self._at][2] if self._at < len(self._tokens) else None
        # \mathbf{x} and \text{if} are what they hold; \sin and \log are their own names.
        return "" if following == "{" else word + " "

    def _argument(self, depth: int) -> str:
        while self._at < len(self._tokens) and self._tokens[self._at][4]:
            self._at += 1
        if self._at >= len(self._tokens) or depth >= _DEEPEST:
            return ""
        text = self._tokens[self._at][5]
        if text and len(text) > 1:  # \frac12 takes one sign
            self._tokens[self._at] = (None, None, None, None, None, text[1:])
            return text[0]
        return self._next(depth + 1).strip()


def _closed(text: str) -> str:
    """A part of a formula in parentheses, unless it is one sign or word."""
    return text if _CLOSED.fullmatch(text) else f"({text})"
