"""The thin scroll bar of lists and documents."""

#: Rules that stand among those of a widget that scrolls.
THIN_SCROLLBAR = """
    scrollbar-size-vertical: 1;
    scrollbar-background: $background;
    scrollbar-background-hover: $background;
    scrollbar-background-active: $background;
    scrollbar-color: $rule;
    scrollbar-color-hover: $rail;
    scrollbar-color-active: $mark;
    &:ansi {
        scrollbar-background: ansi_default;
        scrollbar-background-hover: ansi_default;
        scrollbar-background-active: ansi_default;
        scrollbar-color: ansi_bright_black;
        scrollbar-color-hover: ansi_bright_black;
    }
"""
