"""Markdown in blocks: the markup goes, the words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.article import Kind
from summarise.draft import Aside
from summarise.parsing import parse_draft
from summarise.sources.markdown import read_markdown
from summarise.text.sanitise import sanitise


def shown(text: str) -> list[tuple[str, Kind, int]]:
    return [(b.text, b.kind, b.level) for b in read_markdown(text).blocks]


def test_headings_and_paragraphs():
    text = "# One *two*\n\nA paragraph\nover two lines.\n\nThree\n---\n\n#### Four"
    assert shown(text) == [
        ("One two", Kind.HEADING, 1),
        ("A paragraph over two lines.", Kind.TEXT, 0),
        ("Three", Kind.HEADING, 2),
        ("Four", Kind.HEADING, 4),
    ]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("**bold** and *italic*", "bold and italic"),
        ("a [link](https://example.org 'title')", "a link"),
        ("`code` and ~~old~~ new", "code and old new"),
        ("<b>bold</b> text", "bold text"),
        ("an <https://example.org> address", "an https://example.org address"),
        ("&amp; &copy; &#65;", "& © A"),
        (r"\*not italic\*", "*not italic*"),
        ("[b]not markup[/b] [@click=app.quit]x[/]", "[b]not markup[/b] [@click=app.quit]x[/]"),
    ],
)
def test_inline_markup_becomes_its_text(markup, text):
    assert shown(markup) == [(text, Kind.TEXT, 0)]


def test_images_become_captions():
    assert shown("![The old bridge](bridge.jpg)") == [("The old bridge", Kind.CAPTION, 0)]
    assert shown("![](bridge.jpg)") == []


@pytest.mark.parametrize(
    "markup",
    [
        "![](quay.jpg)\n\n*The quay at low tide, drawn by the harbour master.*",
        "![](quay.jpg)\n_The quay at low tide, drawn by the [harbour master](#him)_.",
        '<img src="quay.jpg">\n<p class="img-caption">The quay at low tide, drawn.</p>',
        '<div class="imgcap">\n<img src="quay.jpg">\n<div class="thecap">The quay at low tide.'
        "</div>\n</div>",
        "<Figure>\n  <Quay />\n  <FigureCaption number={3}>\n    The quay at low tide.\n"
        "  </FigureCaption>\n</Figure>",
    ],
)
def test_what_stands_below_a_picture_in_italics_or_is_called_so_is_its_caption(markup):
    blocks = read_markdown(f"The boats wait for the tide.\n\n{markup}\n\nNine left.").blocks
    assert [block.kind for block in blocks] == [Kind.TEXT, Kind.CAPTION, Kind.TEXT]
    assert blocks[1].text.startswith("The quay at low tide")


@pytest.mark.parametrize(
    "markup",
    [
        "![](quay.jpg)\n\n*The quay* at low tide is drawn by the harbour master.",
        "![](quay.jpg)\n\n*The quay at low tide.*\\\n*It was drawn by the harbour master.*",
        "![](quay.jpg) rises\n\n*The quay at low tide.*",
        "---\n\n*The quay at low tide is drawn.*",
        '<p class="recap">The quay at low tide.</p>',
    ],
)
def test_other_italics_are_the_text(markup):
    assert Kind.CAPTION not in [b.kind for b in read_markdown(f"Before it.\n\n{markup}").blocks]


def test_a_hard_line_break_makes_a_tight_block():
    blocks = read_markdown("The rope is wet,  \nthe morning grey.").blocks
    assert [(b.text, b.tight) for b in blocks] == [
        ("The rope is wet,", False),
        ("the morning grey.", True),
    ]


def test_lists():
    blocks = read_markdown("- one\n- two\n  1. inner\n  2. more\n- three\n\nAfter.").blocks
    assert [(b.text, b.kind, b.level, b.tight) for b in blocks] == [
        ("• one", Kind.LIST_ITEM, 1, False),
        ("• two", Kind.LIST_ITEM, 1, True),
        ("1. inner", Kind.LIST_ITEM, 2, True),
        ("2. more", Kind.LIST_ITEM, 2, True),
        ("• three", Kind.LIST_ITEM, 1, True),
        ("After.", Kind.TEXT, 0, False),
    ]


def test_a_second_list_starts_anew():
    blocks = read_markdown("- one\n\nBetween.\n\n3. two").blocks
    assert [(b.text, b.tight) for b in blocks] == [
        ("• one", False),
        ("Between.", False),
        ("3. two", False),
    ]


def test_quotations():
    assert shown("> said he\n>\n>> said she") == [
        ("said he", Kind.QUOTATION, 1),
        ("said she", Kind.QUOTATION, 2),
    ]


def test_code_keeps_its_lines():
    assert shown("```python\ndef f():\n    return 1\n```") == [
        ("def f():\n    return 1", Kind.CODE, 0)
    ]
    assert shown("    x = 1\n    y = 2") == [("x = 1\ny = 2", Kind.CODE, 0)]


def test_tables_are_aligned():
    assert shown("| River | km |\n|---|--:|\n| Danube | 2850 |\n| 莱茵河 | 1233 |") == [
        ("River     km\nDanube  2850\n莱茵河  1233", Kind.TABLE, 0)
    ]


def test_columns_of_numbers_are_even_at_the_side_that_the_source_says():
    head = "| No | River | km |\n|---:|:--|--:|\n"
    rows = "| 1 | **Rhine** | 12 |\n| 1802 | | [2850](https://e.org) |\n"
    block = read_markdown(head + rows).blocks[0]
    assert block.text.splitlines() == [
        "No    River    km",
        "   1  Rhine    12",
        "1802         2850",
    ]
    assert [block.text[s.start : s.end] for s in block.spans][1:] == ["Rhine", "2850"]


def test_raw_html_is_stripped_to_its_text():
    text = "<div class='x'>Raw <b>text</b> &amp; more<!-- no --></div>"
    assert shown(text) == [("Raw text & more", Kind.TEXT, 0)]


@pytest.mark.parametrize(
    "head",
    [
        '---\ntitle: "A: title"\nlang: en-GB\n---\n',
        "+++\ntitle = 'A: title'\nlanguage = 'en'\n+++\n",
    ],
    ids=["yaml", "toml"],
)
def test_front_matter_gives_title_and_language(head):
    draft = read_markdown(f"{head}\n# Another heading\n\nText.")
    assert (draft.title, draft.language) == ("A: title", "en")
    assert [b.text for b in draft.blocks] == ["Another heading", "Text."]


def test_front_matter_is_read_as_yaml_writes_it():
    fields = "title: 'The ferry''s end'\ndate: 2024-05-01 09:00:00 -0400"
    draft = read_markdown(f"---\n{fields}\n---\nIt left at noon.\n")
    assert (draft.title, draft.date) == ("The ferry's end", "2024-05-01T09:00:00-04:00")
    assert read_markdown("---\ndate: May 2024\n---\nIt left at noon.\n").date == "May 2024"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (r'"H\xE4vst\xe5ng \u2013 \"f\xf6rr\""', 'Hävstång – "förr"'),
        (r'"Ferries \U0001F6A2 and \ud83d\udea2"', "Ferries 🚢 and 🚢"),
        (r'"C:\\x41\nnext"', "C:\\x41 next"),
        (r"'C:\x41'", r"C:\x41"),
        (r'"half \ud83d of it"', "half \ufffd of it"),
    ],
)
def test_characters_that_yaml_writes_by_number_are_those_characters(said, title):
    assert read_markdown(f"---\ntitle: {said}\n---\nIt left at noon.\n").title == title


@pytest.mark.parametrize(
    "head",
    [
        '---\ntitle: "A{0}"\nauthor: "Ada{0}"\ndate: "May{0}"\n---',
        '+++\ntitle = "A{0}"\nauthor = "Ada{0}"\ndate = "May{0}"\n+++',
        '{{"title": "A{0}", "author": "Ada{0}", "date": "May{0}"}}',
    ],
)
def test_no_control_comes_in_by_its_number(head):
    draft = read_markdown(head.format(r" \u001b[2J\u202e\u009b") + "\n\nIt left at noon.\n")
    for said in (draft.title, draft.author):
        assert said
        assert said.isprintable()
    assert draft.date.isprintable()


def test_fields_may_be_named_in_the_language_of_their_text():
    fields = "titre : La fin du bac\nauteur: Ada Byron\ndate : 2024-05-01"
    draft = read_markdown(f"---\n{fields}\n---\nIl est parti.\n")
    assert (draft.title, draft.author, draft.date) == ("La fin du bac", "Ada Byron", "2024-05-01")
    fields = "Titel: Das Ende der Fähre\nTitle: The end\nDatum: 2024-05-01"
    draft = read_markdown(f"---\n{fields}\n---\nSie fuhr ab.\n")
    assert (draft.title, draft.date) == ("The end", "2024-05-01")


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ("author: Ada Byron", "Ada Byron"),
        ("authors:\n- Ada Byron\n- Bo Li # the second", "Ada Byron, Bo Li"),
        ("authors:\n  - 'Ada Byron'\n  - \"Bo Li\"\ntags:\n  - ice", "Ada Byron, Bo Li"),
        ('authors: ["Ada Byron", Bo Li]', "Ada Byron, Bo Li"),
        ("authors: [\n  Ada Byron,\n  Bo Li\n]", "Ada Byron, Bo Li"),
        ("author:\n  name: Ada Byron\n  url: https://ada.example", "Ada Byron"),
        (
            "author:\n  - name: Ada Byron\n    affiliations:\n      - name: Harbour School\n"
            "  - name:\n      given: Bo\n      family: Li\n    orcid: 0000-0001",
            "Ada Byron, Bo Li",
        ),
        (
            "authors:\n- {name: Ada Byron, email: a@b.example}\n- {name: 'Bo Li, PhD'}",
            "Ada Byron, Bo Li, PhD",
        ),
        ("byline: By Ada Byron and Bo Li", "Ada Byron, Bo Li"),
        ("byline: Ministry of Ice and Boats", "Ministry of Ice and Boats"),
        ("author: Ada Byron <ada@harbour.example>", "Ada Byron"),
        ("author: '[Ada Byron](https://ada.example)'", "Ada Byron"),
        ("author: >-\n  Ada\n  Byron", "Ada Byron"),
        ("params:\n  author: Ada Byron", "Ada Byron"),
        ("post_author: Ada Byron", "Ada Byron"),
        ("primary_author:\n  id: 7\n  name: Ada Byron", "Ada Byron"),
        ("author: ''\nauthors: []\nwriter: ~", ""),
    ],
)
def test_the_fields_say_who_wrote_it(fields, author):
    draft = read_markdown(f"---\ntitle: Ferry\n{fields}\n---\nIt left at noon.\n")
    assert (draft.title, draft.author) == ("Ferry", author)
    assert [block.text for block in draft.blocks] == ["It left at noon."]


@pytest.mark.parametrize(
    ("fields", "author", "date"),
    [
        ('authors = ["Ada Byron"]\npublished = 2024-05-01', "Ada Byron", "2024-05-01"),
        ('[author]\nname = "Ada Byron"', "Ada Byron", ""),
        ('[[authors]]\nname = "Ada Byron"\n[[authors]]\nname = "Bo Li"', "Ada Byron, Bo Li", ""),
        ('[taxonomies]\nauthors = ["Ada Byron"]', "Ada Byron", ""),
        ('date = 2018-10-03T09:00:00-04:00\n[extra]\nauthor = "Bo Li"', "Bo Li",
         "2018-10-03T09:00:00-04:00"),
        ('author = "Ada Byron"\ndate = 2018-10-03 at nine', "Ada Byron", "2018-10-03"),
    ],
)  # fmt: skip
def test_toml_says_who_wrote_it_and_when(fields, author, date):
    draft = read_markdown(f"+++\ntitle = 'Ferry'\n{fields}\n+++\nIt left at noon.\n")
    assert (draft.title, draft.author, draft.date) == ("Ferry", author, date)


@pytest.mark.parametrize(
    ("field", "date"),
    [
        ("date: 2021-03-16", "2021-03-16"),
        ("date: 2018-10-03T09:00:00-04:00", "2018-10-03T09:00:00-04:00"),
        ("pubDate: 'Jul 08 2022'", "2022-07-08"),
        ("pubDatetime: 2022-09-23T04:58:53Z", "2022-09-23T04:58:53+00:00"),
        ("publishDate: 2020-01-02 # the first", "2020-01-02"),
        ("date_published: 2020-01-02T03:04:05Z", "2020-01-02T03:04:05+00:00"),
        ("published_at: 2020-01-02", "2020-01-02"),
        ("published: true\ncreated: 2020-01-02", "2020-01-02"),
        ("date: last-modified\nissued: 2020-01-02", "2020-01-02"),
        ("date: today", ""),
        ("date: 03/04/2021", "03/04/2021"),
        ("updated: 2020-01-02", ""),
        ("entries:\n  - date: 2020-01-02", ""),
    ],
)
def test_the_fields_say_when_it_was_published(field, date):
    assert read_markdown(f"---\ntitle: Ferry\n{field}\n---\nIt left at noon.\n").date == date


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("The Ferry&#8217;s End &amp; After", "The Ferry’s End & After"),
        ("Review: _The Ferry_ by <i>Ada Holm</i>", "Review: The Ferry by Ada Holm"),
        ("The `ferry` and **its** [harbour](https://example.org)", "The ferry and its harbour"),
        ("The <title> of `<ferry>` and List<Boat>", "The <title> of <ferry> and List<Boat>"),
        ("ferry_of_1900 <- 2 * 3 * 4 [draft]", "ferry_of_1900 <- 2 * 3 * 4 [draft]"),
    ],
)
def test_a_title_in_front_matter_is_shown_as_the_site_shows_it(title, shown):
    assert read_markdown(f"---\ntitle: '{title}'\n---\nIt left.\n").title == shown


@pytest.mark.parametrize(
    "head",
    [
        '\n{\n  "title": "The Ferry",\n  "authors": ["Ada Holm"],\n  "draft": false\n}\n\n',
        '@def date = Date(2024, 5, 1)\n@def about = """ A ferry.\nIt left. """\n'
        '@def title = "The Ferry"\n@def authors = "Ada Holm"\n\n',
        "name: ferry_1900\nisbn: 0525562710\ntitle: [The Ferry](https://example.org)\n"
        "author: Ada Holm\nyear: 1900\nstarted: 2024-05-01\n\n",
    ],
    ids=["JSON", "Franklin", "notes"],
)
def test_other_heads_give_title_and_author_and_are_no_text(head):
    draft = read_markdown(f"{head}The ferry left at noon.\n")
    assert (draft.title, draft.author) == ("The Ferry", "Ada Holm")
    assert [block.text for block in draft.blocks] == ["The ferry left at noon."]


@pytest.mark.parametrize(
    "text",
    [
        '{"ferries": 3}\n\nThe ferry left at noon.\n',
        '{ "title": "The Ferry" } is what it sent.\n',
        '{"title": "The Ferry"\n\nThe ferry left at noon.\n',
        "@def is how Julia says it.\n",
        "Norwick: the title: a dream\nNote: it left at noon\n\nThe ferry left.\n",
        "title: a dream\nSo he said: it left\n\nThe ferry left at noon.\n",
    ],
)
def test_what_only_looks_like_a_head_is_text(text):
    draft = read_markdown(text)
    assert not draft.title
    assert "".join(text.split()) == "".join("".join(b.text for b in draft.blocks).split())


@pytest.mark.parametrize(
    ("head", "author", "date"),
    [
        (
            "% The end of\n  the ferry\n% Ada Byron; Bo Li\n% 1 May 2024",
            "Ada Byron, Bo Li",
            "2024-05-01",
        ),
        ("% The end of the ferry\n% Ada Byron\n  Bo Li", "Ada Byron, Bo Li", ""),
        ("% The end of the ferry\n%\n% May 2024", "", "May 2024"),
        ("% The end of the ferry", "", ""),
    ],
)
def test_a_title_block_of_pandoc_is_no_text(head, author, date):
    draft = read_markdown(f"{head}\n\nIt left at noon.\n")
    assert (draft.title, draft.author, draft.date) == ("The end of the ferry", author, date)
    assert [block.text for block in draft.blocks] == ["It left at noon."]


def test_a_per_cent_sign_is_not_always_one():
    for text in ("%5 of the ferries left.", "% The ferries left\nat noon.", "%\n\nThey left."):
        assert read_markdown(f"{text}\n").title == ""


def test_a_title_may_go_on_in_the_next_lines():
    for title in (">-\n  The ferry:\n  an end", "The ferry\n  - an end", "|\n  The ferry\n  ended"):
        found = read_markdown(f"---\ntitle: {title}\nauthor: Ada\n---\nIt left.\n")
        assert found.title == " ".join(title.lstrip("|>-\n ").split())
        assert found.author == "Ada"


def test_fields_nested_without_end_are_read_without_harm():
    deep = "\n".join(f"{' ' * depth}a:" for depth in range(400))
    lists = "author: " + "[" * 3000
    for field in (deep, lists, "a = " + "[" * 3000):
        for rule in ("---", "+++"):
            text = f"{rule}\ntitle: Ferry\n{field}\n{rule}\nIt left at noon.\n"
            assert read_markdown(text).blocks[-1].text == "It left at noon."


def test_fields_may_stand_without_rules_around_them():
    text = "title: The Ferry\ndate: 2024-05-01\ntags: ice, boats\n\nThe ferry left at noon.\n"
    draft = read_markdown(text)
    assert (draft.title, draft.date) == ("The Ferry", "2024-05-01")
    assert [block.text for block in draft.blocks] == ["The ferry left at noon."]
    for prose in (
        "Title: it has one.\n\nThe ferry left at noon.",
        "Title: The Ferry\nNote: this is no field.\n\nThe ferry left at noon.",
        "date: 2024\nslug: ferry\n\nThe ferry left at noon.",
    ):
        assert not read_markdown(prose).title


def test_a_rule_is_not_front_matter():
    draft = read_markdown("---\n\nJust a text between rules.\n\n---\n\nMore.")
    assert [b.text for b in draft.blocks] == ["Just a text between rules.", "More."]


def test_the_first_heading_of_level_one_is_the_title():
    assert read_markdown("## Not this\n\n# But *this*\n\n# Nor that").title == "But this"
    assert read_markdown("Only text.").title == ""


def test_authored_text_is_clean():
    draft = read_markdown("Share\n\nSubscribe")
    assert draft.clean
    assert draft.form == "Markdown"


def test_control_sequences_do_not_come_back_through_entities():
    text = "a &#27;[31m b&#x202e; c&#13;d &#x1B;&#155;\n\n<p>&#27;]0;x&#7;y</p>\n\n    &#27;"
    for block in read_markdown(text).blocks:
        assert sanitise(block.text) == block.text


@pytest.mark.parametrize("text", ["", "\n\n", "---", "<!-- only a comment -->", "[x]: http://y"])
def test_nothing_to_read(text):
    assert read_markdown(text).blocks == ()


@given(st.text(st.sampled_from("ab \n*_`#>-+1.[]()!|<&;~\\="), max_size=200))
def test_any_text_can_be_read(text):
    for block in read_markdown(text).blocks:
        assert block.text == block.text.strip("\n")
        assert block.text


@pytest.mark.parametrize("piece", ["> ", "- ", "[", "*a ", "![", "<", "`", "  - a\n"])
def test_deep_and_endless_markup_is_read_in_time(piece):
    assert isinstance(read_markdown(piece * 5000).blocks, tuple)


def test_scripts_and_styles_are_not_text():
    text = "<script>\nalert(1)\n\nalert(2)\n</script>\n\n<style>p {}</style>\n\nA line.\n"
    assert [b.text for b in read_markdown(text).blocks] == ["A line."]


def test_the_number_of_a_footnote_leaves_its_sentence():
    blocks = read_markdown("It froze[^1] here, as `[^a]` says.\n\n[^1]: In 1985.\n").blocks
    assert [b.text for b in blocks] == ["It froze here, as [^a] says.", "In 1985."]
    assert [b.aside for b in blocks] == [None, Aside.FOOTNOTE]


def test_a_deep_list_keeps_its_items():
    text = "".join(f"{'  ' * level}- item {level} is here\n" for level in range(20))
    assert [b.text for b in read_markdown(text).blocks] == [
        f"• item {level} is here" for level in range(20)
    ]


@pytest.mark.parametrize("depth", [40, 400])
@pytest.mark.parametrize(
    "line",
    [
        lambda at: "- " * at + "item",
        lambda at: "1. " * at + "item",
        lambda at: "> " * at + "item",
        lambda at: "> - " * at + "item",
        lambda at: "  " * at + "- item",
        lambda at: "\t" * at + "- item",
        lambda at: "   " * at + "1. item",
        lambda at: ">" * at + " item",
    ],
)
def test_lists_and_quotations_are_read_however_deep(line, depth):
    text = "\n\n".join(f"{line(at)} {at} is here" for at in range(1, depth)) + "\n\nBehind it."
    draft = read_markdown(text)
    found = " ".join(block.text for block in draft.blocks)
    assert all(f"item {at} is here" in found for at in range(1, depth))
    assert found.endswith("Behind it.")
    assert not draft.note


def test_what_is_nested_too_deep_for_the_parser_is_said():
    text = "".join(f"{':' * (90 - at)} note\nItem {at}.\n" for at in range(80))
    assert read_markdown(text).note == "parts of it are nested too deep to be read"
    assert not read_markdown("::: note\nItem.\n:::").note


def test_a_comment_ends_where_it_ends():
    text = "One. <!-- a\n\nb --> Two.\n\nThree. <!-- four\n\nFive. {/* six */} Seven."
    found = " ".join(block.text for block in read_markdown(text).blocks)
    assert "One. Two." in found
    assert "Five." in found and "Seven." in found
    assert "six" not in found


def test_a_list_of_what_was_read_is_no_part_of_an_article_that_somebody_marked_up():
    entries = [
        "Holm, A. B. 1994. The tide knows best. Journal of Harbours, 32(3): 349-363.",
        "Rask, C. & Holm, A. B. (2001). Where the sand goes. Norwick Press.",
        "Bell, D., Holm, A. B. and Rask, C. 2003a. The woods upstream. Journal of Rivers.",
    ]
    prose = "The sand of Norwick comes from the woods upstream, which were cut in 1994."
    for listed in ("\n\n".join(entries), "\n".join(f"- {entry}" for entry in entries)):
        article = parse_draft(read_markdown(f"# Sand\n\n{prose}\n\n{listed}\n\n{prose}"))
        outside = [p.boilerplate for p in article.paragraphs if p.kind is not Kind.HEADING]
        assert outside == [None, *["reference list"] * 3, None]
    two = parse_draft(read_markdown("\n\n".join((prose, *entries[:2]))))
    assert not any(p.boilerplate for p in two.paragraphs)
