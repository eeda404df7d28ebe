"""The keys of the comparison, the most useful first."""

from __future__ import annotations

from textual.binding import Binding, BindingType

_LENGTH = Binding.Group("length", compact=True)

COMPARE_BINDINGS: list[BindingType] = [
    Binding(
        "tab,l,right", "column(1)", "column", id="compare.next", tooltip="Go to the next column"
    ),
    Binding(
        "shift+tab,h,left",
        "column(-1)",
        "Column before",
        id="compare.previous",
        show=False,
        tooltip="Go to the column before",
    ),
    Binding(
        "c",
        "choose",
        "choose",
        id="compare.choose",
        tooltip="Read on with the method of this column, at this length; so does enter",
    ),
    Binding("escape,q,v", "dismiss(None)", "back", id="compare.back", tooltip="Back, as it was"),
    Binding(
        "minus,underscore",
        "length(-1)",
        "shorter",
        id="compare.less",
        tooltip="One sentence less in every column",
        group=_LENGTH,
        key_display="-",
    ),
    Binding(
        "plus",
        "length(1)",
        "longer",
        id="compare.more",
        tooltip="One sentence more in every column",
        group=_LENGTH,
        key_display="+",
    ),
    Binding(
        "s",
        "votes",
        "votes",
        id="compare.votes",
        tooltip="Show the votes over the whole source, or the summaries again",
    ),
    Binding("m", "method", "method", id="compare.method", tooltip="Another method in this column"),
    Binding("a", "add", "add", id="compare.add", tooltip="One method more, up to four"),
    Binding("x", "remove", "remove", id="compare.remove", tooltip="One method less, down to two"),
    Binding(
        "question_mark",
        "help",
        "help",
        id="compare.help",
        tooltip="All keys",
        key_display="?",
    ),
]
