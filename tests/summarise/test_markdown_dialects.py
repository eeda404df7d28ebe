"""Markdown as sites show it: marks of its dialects are never read, their words stay."""
# ruff: noqa: E501 (sources stay in one line)

from __future__ import annotations

import pytest

from summarise.article import Kind
from summarise.draft import Aside
from summarise.parsing import parse_draft
from summarise.sources.markdown import read_markdown

LINE = "The ferry left at nine, and nobody waved."


def picked(text: str) -> list[str]:
    """The sentences that may be picked."""
    article = parse_draft(read_markdown(text))
    return [article.sentences[i].text for i in article.candidates]


def asides(text: str) -> dict[str, str | None]:
    return {b.text: b.aside for b in read_markdown(text).blocks if b.aside}


@pytest.mark.parametrize(
    "beside",
    [
        "[![Build](https://x/b.svg)](https://x) [![Docs](https://x/d.svg)](https://x)",
        "![A boat at the quay](boat.png)",
        "[![Build][b]][c] ![Docs][d]",
        "[Site](https://x) • [Blog](https://y) | [Chat](https://z)",
        '<p align="center">\n  <img src="logo.svg" alt="A boat">\n</p>',
        "- [Ropes](#ropes)\n- [Boats](#boats)",
        "[TOC]",
        "[[_TOC_]]",
        "<!-- a comment\n\nover a gap -->",
        "%% seen by nobody %%",
        "{/* nor this */}",
        "{{< youtube abc123 >}}",
        "{% include nav.html %}",
        "{% comment %}\nHidden.\n{% endcomment %}",
        "![[boat.png|300]]",
        "*[HTML]: Hypertext",
        "{: .wide #boats }",
        "import Boat from '../boat'",
        "import {\n  Boat,\n  Rope,\n} from '../boat'",
        "export const meta = {\n  title: 'Boats'\n}",
        '<Boat year={2018} on={() => "x"} />',
        "$$\nF = m g\n$$",
        "```{code-block} python\nx = 1\n```",
        "~~The ferry is late.~~",
        "[^1]: A note that is long enough to be a sentence.\n\n    And a second part of it.",
    ],
)
def test_what_is_no_sentence_is_not_picked(beside):
    assert picked(f"# Boats\n\n{beside}\n\n{LINE}\n") == [LINE]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("See [[The boats|the boats]] and [[Ropes]].", "See the boats and Ropes."),
        ("It is ==marked== so.", "It is marked so."),
        ("Nine left ^[or ten] today.", "Nine left today."),
        ("Nine left.[^1] Ten came.\n\n[^1]: A note.", "Nine left. Ten came."),
        ("Nine left[[3]](#notes) today.", "Nine left today."),
        ("The force $F = m g$ holds.", "The force F = m g holds."),
        ("It costs $5 or $10 a day.", "It costs $5 or $10 a day."),
        ("Set $HOME/$USER first.", "Set $HOME/$USER first."),
        ("It leaves ~~weekly~~ daily.", "It leaves weekly daily."),
        ("Nine left. ^block-9", "Nine left."),
        (":boat: Nine left. :rope:", "Nine left."),
        ("At 10:30: nine left.", "At 10:30: nine left."),
        ("Nine <Boat name={x}>left</Boat> today.", "Nine left today."),
        ("Type a List<Boat> here.", "Type a List here."),
        ("Write `[[a]] ==b== {{ c }}` so.", "Write [[a]] ==b== {{ c }} so."),
        ("If a == b and c == d it is so.", "If a == b and c == d it is so."),
    ],
)
def test_the_words_of_a_mark_stay(source, shown):
    texts = [b.text for b in read_markdown(source).blocks if b.aside is None]
    assert texts == [shown]


@pytest.mark.parametrize(
    "admonition",
    [
        "> [!NOTE]\n> {0}",
        "> [!warning]- Mind the gap\n> {0}",
        '!!! note "Mind the gap"\n    {0}',
        "??? tip\n    {0}",
        ":::tip\n{0}\n:::",
        "::: warning Mind the gap\n{0}\n:::",
        ":::note[Mind the gap]\n\n{0}\n\n:::",
        "::: {{.column width=40%}}\n{0}\n:::",
        "```{{note}}\n{0}\n```",
        "<Note type='info'>\n  {0}\n</Note>",
    ],
)
def test_an_admonition_is_its_text(admonition):
    source = f"# Boats\n\n{admonition.format(LINE)}\n\nAnd so it was.\n"
    assert picked(source) == [LINE, "And so it was."]
    assert all(b.kind is not Kind.QUOTATION for b in read_markdown(source).blocks)


def test_tasks_show_their_boxes():
    blocks = read_markdown("- [ ] Paint the boat\n- [x] Buy rope\n- [link](x) too").blocks
    assert [b.text for b in blocks] == ["• ☐ Paint the boat", "• ☑ Buy rope", "• link too"]


def test_a_list_of_definitions():
    blocks = read_markdown(
        "# Words\n\nJib\n: The arm of a crane.\n\nHook\n: What it ends in."
    ).blocks
    assert [(b.kind, b.text) for b in blocks[1:]] == [
        (Kind.HEADING, "Jib"),
        (Kind.TEXT, "The arm of a crane."),
        (Kind.HEADING, "Hook"),
        (Kind.TEXT, "What it ends in."),
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<h1 align="center">Boats</h1>',
        '<h1 align="center">\n  <img src="logo.svg"><br>\n  Boats\n</h1>',
        '<div align="center">\n\n# Boats\n\n</div>',
        '<h1 align="center">\n\nBoats\n\n</h1>',
        "# ![Boats](logo.svg)",
        "# Boats {#boats .wide}",
        "# Boats :boat:",
        "Boats\n=====",
    ],
)
def test_the_title_is_the_heading_however_it_is_written(head):
    draft = read_markdown(f"{head}\n\n{LINE}\n\n## Ropes\n\n{LINE}\n")
    assert draft.title == "Boats"
    assert [b.text for b in draft.blocks if b.kind is Kind.HEADING] == ["Boats", "Ropes"]


def test_sections_of_the_highest_level_are_no_title():
    assert read_markdown(f"{LINE}\n\n# One\n\n{LINE}\n\n# Two\n\n{LINE}").title == ""


def test_html_in_markdown_keeps_its_kinds():
    source = "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>\n\n<blockquote>Said <b>he</b>.</blockquote>\n"
    assert [(b.kind, b.text) for b in read_markdown(source).blocks] == [
        (Kind.LIST_ITEM, "• One"),
        (Kind.LIST_ITEM, "• Two"),
        (Kind.QUOTATION, "Said he."),
    ]


def test_listings_of_site_generators_are_code():
    source = "{% highlight sh %}\ntar {{ rope }}\n{% endhighlight %}\n\n{{< highlight sh >}}\nls\n{{< /highlight >}}"
    assert [(b.kind, b.text) for b in read_markdown(source).blocks] == [
        (Kind.CODE, "tar {{ rope }}"),
        (Kind.CODE, "ls"),
    ]


def test_what_stands_beside_the_text_says_why():
    source = f"![A boat](b.png)\n\n{LINE}^[Or ten.]\n\n[A](#a)\n\n[X](x) | [Y](y)"
    assert asides(source) == {
        "A boat": Aside.PICTURE,
        "Or ten.": Aside.FOOTNOTE,
        "A": Aside.CONTENTS,
        "X | Y": Aside.LINKS,
    }


@pytest.mark.parametrize("level", [30, 60, 200])
def test_no_text_is_lost_below_the_depth_that_the_parser_knows(level):
    items = "".join(f"{'  ' * n}- item {n} is here\n" for n in range(level))
    assert len(read_markdown(items).blocks) == level
    assert [b.text for b in read_markdown("> " * level + LINE).blocks] == [LINE]
