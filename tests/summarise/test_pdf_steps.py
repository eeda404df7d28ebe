"""Each step from the characters of a PDF to its paragraphs, on its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest

from summarise.article import Chapter, Kind
from summarise.draft import Block
from summarise.sources.pdf.accents import with_accents, with_own_f
from summarise.sources.pdf.chapters import Bookmark, chapters_of
from summarise.sources.pdf.columns import columns
from summarise.sources.pdf.glyphs import BOLD, MONOSPACED, Glyph, Page, Run, upright
from summarise.sources.pdf.initials import with_initials
from summarise.sources.pdf.joining import Words, as_it_stands, joined
from summarise.sources.pdf.kinds import kind_of, levels
from summarise.sources.pdf.layout import Sheet, lay_out
from summarise.sources.pdf.legible import is_legible
from summarise.sources.pdf.lines import Line, lines_of, rows
from summarise.sources.pdf.margins import split_margins
from summarise.sources.pdf.metadata import author_of, date_of, title_of
from summarise.sources.pdf.notes import split_notes
from summarise.sources.pdf.paragraphs import Part, continued, paragraphs, steps_of
from summarise.sources.pdf.pdfium import character_of
from summarise.sources.pdf.right_to_left import lines_from_right, reads_from_right
from summarise.sources.pdf.running import Leaf, once, running_lines
from tests.summarise.pdf_pages import column, line, written

FULL = "The harbour froze in the first week of the year and"  # 51 letters, as wide as its column
REST = "no ship could leave it."


def texts(lines: list[Line]) -> list[str]:
    """What lines say."""
    return [found.text for found in lines]


def parted(lines: list[Line], body: float = 10) -> list[str]:
    """The paragraphs of a column."""
    found = continued(paragraphs(lines, steps_of([lines]), body), body)
    return [joined(part.lines, Words(lines)) for part in found]


# characters


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_a_page_that_is_turned_is_read_upright(quarter: int):
    def turned(g: Glyph) -> Glyph:
        x, y, right, top = g.left, g.baseline, g.right, g.baseline + g.size
        for _ in range(quarter):  # by a quarter to the left, on a page of 800 by 800
            x, y, right, top = 800 - top, x, 800 - y, right
        base = {0: y, 1: right, 2: top, 3: x}[quarter]
        return g._replace(left=x, bottom=y, right=right, top=top, baseline=base)

    glyphs = written("Turned by a quarter", 100, 500) + written("and one line more", 100, 480)
    page = upright(0, 800, 800, [Run(quarter, [turned(g) for g in glyphs])])
    assert texts(lines_of(page.glyphs)) == ["Turned by a quarter", "and one line more"]


def test_what_runs_another_way_than_the_page_is_kept_apart():
    page = upright(
        0, 600, 800, [Run(0, written("The text", 50, 700)), Run(1, written("stamp of", 5, 90))]
    )
    assert texts(lines_of(page.glyphs)) == ["The text"]
    assert page.turned == ("stamp of",)


def test_a_text_drawn_twice_to_look_bold_is_read_once():
    once_more = [g._replace(left=g.left + 0.3) for g in written("Bold", 50, 700)]
    page = upright(0, 600, 800, [Run(0, written("Bold", 50, 700)), Run(0, once_more)])
    assert texts(lines_of(page.glyphs)) == ["Bold"]


@pytest.mark.parametrize(
    ("code", "read"),
    [
        (ord("é"), "é"),
        (0xFB01, "fi"),
        (0x1C, "fi"),
        (0x93, "“"),
        (0x1D465, "x"),
        (0x02, "-"),
        (0x88, "\ufffd"),
        (0xD800, "\ufffd"),
        (0xA0, ""),
    ],
)
def test_ligatures_formulas_and_signs_of_old_fonts_are_letters(code: int, read: str):
    assert character_of(code) == read


# accents


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("higher", [0, 2.5])
def test_an_accent_drawn_over_a_letter_joins_it(first: bool, higher: float):
    word = written("etait", 50, 700)
    accent = word[0]._replace(text="´", baseline=700 + higher)
    glyphs = [accent, *word] if first else [*word, accent]
    assert texts(lines_of(with_accents(glyphs))) == ["était"]


def test_a_dotless_letter_gets_its_own_form_and_a_lone_accent_stays():
    word = written("naıve ´", 50, 700)
    glyphs = [*word[:2], word[2]._replace(text="¨"), *word[2:]]
    assert texts(lines_of(with_accents(glyphs))) == ["naïve ´"]


def test_an_f_that_a_font_calls_greek_is_an_f_in_latin_words_only():
    for page, read in (("beneϐit ϔine", "benefit fine"), ("λόϐος", "λόϐος"), ("ϐ", "ϐ")):
        assert texts(lines_of(with_own_f(written(page, 50, 700)))) == [read]


# lines


def test_words_come_apart_at_gaps_with_and_without_spaces_in_the_file():
    glyphs = written("two words", 50, 700)
    assert texts(lines_of(glyphs)) == ["two words"]
    assert texts(lines_of([g._replace(spaced=False) for g in glyphs])) == ["two words"]


def test_a_gap_of_two_sizes_ends_a_piece_and_rows_put_it_together():
    glyphs = written("left", 50, 700) + written("right", 90, 700)
    pieces = lines_of(glyphs)
    assert texts(pieces) == ["left", "right"]
    (row,) = rows(pieces)
    assert (row.text, row.cells, row.starts) == ("left right", ("left", "right"), (50, 90))


@pytest.mark.parametrize(
    ("before", "raised", "after", "read"),
    [
        ("word", "3", " goes on", "word goes on"),
        ("word", "[4]", " goes on", "word goes on"),
        ("in 2025.", "12", " Then", "in 2025. Then"),
        ("word", "2,3", "", "word"),
        ("an area of 4 km", "2", " here", "an area of 4 km² here"),
        ("about 10", "6", " of them", "about 10⁶ of them"),
        ("the 19", "th", " century", "the 19th century"),
        ("Name", "∗†", ", Name", "Name∗†, Name"),
    ],
)
def test_raised_numbers_of_notes_go_and_powers_and_endings_stay(before, raised, after, read):
    glyphs = written(before, 50, 700)
    glyphs += written(raised, glyphs[-1].right, 703.5, 6)
    glyphs += written(after, glyphs[-1].right, 700)
    assert texts(lines_of(glyphs)) == [read]


def test_lowered_numbers_stay_in_their_word():
    glyphs = written("H", 50, 700) + written("2", 55, 698, 7) + written("O", 58.5, 700)
    assert texts(lines_of(glyphs)) == ["H2O"]


def test_letters_that_are_set_apart_are_one_word():
    assert texts(lines_of(written("A B S T R A C T", 50, 700))) == ["ABSTRACT"]


def test_no_space_is_made_between_letters_of_unspaced_scripts():
    glyphs = written("古い", 50, 700) + written("灯台", 64, 700)
    assert texts(lines_of(glyphs)) == ["古い灯台"]


def test_a_font_that_says_that_it_is_monospaced_is_believed_if_its_letters_are():
    told = written("typed out", 50, 700, style=MONOSPACED | BOLD)
    (found,) = lines_of(told)
    assert found.monospaced
    assert found.bold
    wide = [g._replace(right=g.right + place % 2) for place, g in enumerate(told)]
    assert not lines_of(wide)[0].monospaced


# right to left


def test_lines_from_the_right_keep_numbers_foreign_words_and_brackets():
    # As the eye sees it from the left; the file may hold the characters in any order.
    seen = ".תרחוא הרעה) 2026 תנשב Smith Jones בתכ ךכ"
    glyphs = sorted(written(seen.replace(")", ")("), 50, 700), key=lambda g: g.text)
    page = Page(0, 600, 800, glyphs)
    assert reads_from_right(page)
    (found,) = lines_from_right(page)
    assert found.text.startswith("כך כתב Smith Jones בשנת 2026 ")
    assert "()" in found.text.replace(" ", "")


def test_a_page_with_one_foreign_name_is_read_from_the_left():
    assert not reads_from_right(Page(0, 600, 800, written("The word שלום means peace.", 50, 700)))


# initials


@pytest.mark.parametrize(
    ("initial", "rest", "read"),
    [("T", "he harbour froze", "The harbour"), ("A", "HARBOUR that froze", "A HARBOUR")],
)
def test_an_initial_opens_the_lines_that_stand_beside_it(initial: str, rest: str, read: str):
    lines = [
        line(initial, 50, 676, 36),
        *column([f"{rest} in the first week of the year", FULL[:48]], 70),
        *column([FULL + " so", REST], 50, 676),
    ]
    joined_up = with_initials(lines, 10)
    assert parted(joined_up)[0].startswith(read)
    assert len(parted(joined_up)) == 1


def test_a_large_letter_before_a_single_line_is_no_initial():
    lines = [line("A", 50, 700, 20), line("the first of the plans", 64, 700)]
    assert texts(with_initials(lines, 10)) == ["A", "the first of the plans"]


# columns


def test_a_title_over_two_columns_comes_before_them_and_the_left_one_first():
    title = line("A title across", 180, 760, 18)
    left = column([f"left {n} is a line of the first" for n in range(6)], 50, 700)
    right = column([f"right {n} is a line of the second" for n in range(6)], 320, 700)
    mixed = [piece for pair in zip(right, left, strict=True) for piece in pair]
    found = [piece.text for region in columns([*mixed, title]) for piece in region]
    assert found == ["A title across", *texts(left), *texts(right)]


def test_columns_of_one_page_may_be_cut_by_a_wide_picture():
    upper = [column([f"{side} above {n} in it" for n in range(4)], x) for side, x in SIDES]
    lower = [column([f"{side} below {n} in it" for n in range(4)], x, 560) for side, x in SIDES]
    caption = line("Figure 1: what stands across both of the columns of it", 60, 610)
    found = [
        piece.text for region in columns([*chain(*lower, *upper), caption]) for piece in region
    ]
    assert found.index("right above 3 in it") < found.index(caption.text)
    assert found.index(caption.text) < found.index("left below 0 in it")
    assert found.index("left below 3 in it") < found.index("right below 0 in it")


SIDES = (("left", 50), ("right", 320))


def test_the_cells_of_a_table_are_no_columns():
    cells = [
        line(text, x, 700 - 12 * n) for n in range(5) for x, text in ((50, "Oslo"), (150, "12"))
    ]
    (region,) = columns(cells)
    assert [piece.text for piece in region] == ["Oslo", "12"] * 5


# margins


def test_small_letters_before_a_line_are_no_part_of_it():
    glyphs = written("v3.10", 18, 700, 6) + written(FULL, 45, 700)
    assert texts(lines_of(glyphs)) == ["v3.10", FULL]
    raised = written(FULL, 50, 700) + written("st", 50 + 5 * len(FULL), 704, 6)
    assert texts(lines_of(raised)) == [f"{FULL}st"]


def test_notes_on_the_margins_are_parted_from_the_text():
    text = column([FULL, FULL, FULL, FULL, REST])
    left = [line("v3.10", 20, 700, 6), line("class only", 14, 664, 6)]
    right = [line("see the chapter", 320, 688, 7), line("on ice", 320, 680, 7)]
    kept, notes = split_margins([left[0], *text, left[1], *right], 10)
    assert texts(kept) == texts(text)
    assert [texts(note) for note in notes] == [
        ["v3.10"],
        ["see the chapter", "on ice"],
        ["class only"],
    ]


def test_the_cells_of_a_wide_table_in_small_print_are_no_notes():
    text = column([FULL, FULL, FULL, REST])
    cells = [
        line(said, x, 600 - 9 * n, 7) for n in range(3) for said, x in (("Oslo", 20), ("12", 90))
    ]
    kept, notes = split_margins([*text, *cells], 10)
    assert len(kept) == len(text) + len(cells)
    assert not notes


# titles


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            [("PRACTICAL USE OF", 18), ("SPECIAL KNOTS", 32), ("ON", 18), ("RIVERS", 32)],
            "PRACTICAL USE OF SPECIAL KNOTS ON RIVERS",
        ),
        ([("A Book of Knots", 32), ("Ada Byron", 18), ("Harbour School", 14)], "A Book of Knots"),
        ([("Proceedings of 2024", 14), ("A Book of Knots", 32)], "A Book of Knots"),
    ],
)
def test_a_title_is_all_of_its_lines(lines: list[tuple[str, float]], title: str):
    heads = [line(text, 50, 700 - 60 * n, size) for n, (text, size) in enumerate(lines)]
    body = column([FULL, FULL, FULL, REST], 50, 400)
    assert lay_out([Sheet(Leaf(800, [*heads, *body]))]).title == title


# running lines


def test_a_list_of_parts_beside_each_slide_is_running_wherever_it_stands():
    parts = [line(said, 20, 500 - 100 * n) for n, said in enumerate(("Knots", "Ice", "Boats"))]
    slides = [
        Leaf(800, [*parts, *column([f"{'abcdefgh'[n] * 4} is a knot", f"{FULL}"], 150, 450 - n)])
        for n in range(8)
    ]
    plain = Leaf(800, column([FULL, REST], 50, 400))
    marks = running_lines([*slides, *[plain] * 4])
    assert all(mark == [True, True, True, False, False] for mark in marks[:8])
    assert not any(any(mark) for mark in marks[8:])


def leaf(number: int, head: str, foot: str) -> Leaf:
    """A page of a book."""
    lines = [line(head, 50, 770), line(foot, 290, 30)]
    word = chr(ord("a") + number) * 4
    return Leaf(800, [*lines, *column([f"{word} of {word}", f"of {word}", f"to {word}"])])


def test_heads_and_page_numbers_are_running_and_the_first_line_of_a_chapter_is_not():
    leaves = [leaf(n, f"{n} A book of ropes", str(n)) for n in range(10, 14)]
    leaves.append(leaf(14, "A chapter of its own begins", "14"))
    marks = running_lines(leaves)
    assert [mark[:2] for mark in marks] == [[True, True]] * 4 + [[False, True]]
    assert not any(any(mark[2:]) for mark in marks)


def test_heads_may_take_turns():
    heads = ["The author", "The book"] * 3
    marks = running_lines([leaf(n, head, "Holm") for n, head in enumerate(heads)])
    assert all(mark[0] and mark[1] for mark in marks)


def test_text_that_repeats_itself_at_the_foot_of_a_page_is_no_running_line():
    long = "A sentence that every one of these pages happens to end with, at the same height"
    pages = [Leaf(800, column([f"Line {'abcd'[n]}", long], 50, 52)) for n in range(4)]
    assert not any(any(mark) for mark in running_lines(pages))


def test_running_lines_are_named_once_however_their_numbers_differ():
    assert once([line("Page 1"), line("Ropes"), line("Page 2")]) == ["Page 1", "Ropes"]


# notes


def test_small_print_at_the_foot_is_parted_into_notes():
    text = column([FULL, REST], 50, 300)
    small = column(["1 The first note", "that goes on.", "2 The second note."], 50, 200, 8, 9)
    kept, notes = split_notes([*text, *small], 10, 800)
    assert texts(list(kept)) == texts(text)
    assert [texts(note) for note in notes] == [
        ["1 The first note", "that goes on."],
        ["2 The second note."],
    ]


def test_small_print_that_begins_higher_up_is_no_note():
    small = column([f"[{n}] Holm, A. A book of knots." for n in range(60)], 50, 750, 8, 9)
    kept, notes = split_notes(small, 10, 800)
    assert len(kept) == 60
    assert notes == []


def test_a_caption_in_small_print_is_no_note():
    rows_ = [*column([FULL, REST], 50, 300), line("Figure 2: a harbour in ice", 50, 250, 8)]
    assert split_notes(rows_, 10, 800)[1] == []


# paragraphs


def test_an_indent_begins_a_paragraph():
    lines = column([FULL, REST, "  " + FULL[:-4], FULL, REST])
    assert len(parted(lines)) == 2


def test_a_gap_begins_a_paragraph():
    above = column([FULL, FULL, FULL])
    assert len(parted([*above, *column([FULL, FULL, REST], y=700 - 3 * 12 - 7)])) == 2


def test_a_short_line_that_ends_a_sentence_ends_the_paragraph():
    assert len(parted(column([FULL, REST, FULL, FULL, REST]))) == 2


def test_ragged_lines_stay_together():
    lines = column(
        [FULL[:46], FULL[:50], FULL[:48], FULL, "it thawed. But the ships that lay there had"]
    )
    assert len(parted(lines)) == 1


def test_two_centred_lines_are_one_heading():
    title = [line("A title that is long", 150, 700, 18), line("as two lines", 186, 678, 18)]
    assert parted([*title, *column([FULL, REST], y=640)])[0] == "A title that is long as two lines"


def test_items_keep_their_second_lines():
    lines = column(
        [
            "• The first item that is long and goes on in a line",
            "  below its word.",
            "• Short.",
            "• Last.",
        ]
    )
    assert parted(lines) == [
        "• The first item that is long and goes on in a line below its word.",
        "• Short.",
        "• Last.",
    ]


def test_a_number_within_a_sentence_begins_no_item():
    assert len(parted(column([FULL[:-3] + "in", "3. of the rest was lost, which is a pity."]))) == 1


def across(above: list[Line], below: list[Line]) -> list[str]:
    """The paragraphs of two columns."""
    steps = steps_of([above, below])
    parts = [*paragraphs(above, steps, 10, 0), *paragraphs(below, steps, 10, 1)]
    words = Words([*above, *below])
    return [joined(part.lines, words) for part in continued(parts, 10)]


def test_a_sentence_goes_on_in_the_next_column():
    assert across(column([FULL, FULL]), column([REST, "  " + FULL[:-4]], 320)) == [
        f"{FULL} {FULL} {REST}",
        FULL[:-4],
    ]


def test_a_sentence_goes_on_behind_a_picture():
    above = [*column([FULL, FULL]), line("Figure 1: A harbour.", 50, 640, 8)]
    assert across(above, column([REST])) == [f"{FULL} {FULL} {REST}", "Figure 1: A harbour."]


def test_a_paragraph_that_ended_does_not_go_on_in_the_next_column():
    assert len(across(column([FULL, REST]), column([FULL, REST], 320))) == 2


def test_a_heading_ends_what_was_open():
    above = [*column([FULL, FULL]), line("Spring", 50, 640, 14)]
    assert len(across(above, column([REST]))) == 3


def test_rows_of_aligned_cells_are_a_table():
    cells = [
        rows([line(a, 50, y), line(b, 200, y)])[0]
        for y, a, b in ((700, "Oslo", "12"), (688, "Bergen", "7"), (676, "Bodø", "31"))
    ]
    (part,) = paragraphs(cells, steps_of([cells]), 10)
    assert part.table


def test_wide_gaps_of_justified_lines_are_no_table():
    lines = [
        rows([line("of", 50, y), line("ice", x, y), line(last, 300 - 5 * len(last), y)])[0]
        for y, x, last in ((700, 130, "and"), (688, 160, "harbour"), (676, 100, "so"))
    ]
    assert not any(part.table for part in paragraphs(lines, steps_of([lines]), 10))


# lines joined


def test_a_word_that_the_document_has_is_whole_again():
    lines = column(["that was a harbour once", "we saw the har-", "bour again"])
    assert joined(lines[1:], Words(lines)) == "we saw the harbour again"


def test_a_compound_that_the_document_has_keeps_its_hyphen():
    lines = column(["a well-known harbour of", "it is well-", "known here"])
    assert joined(lines[1:], Words(lines)) == "it is well-known here"


def test_a_hyphen_that_stands_for_the_rest_of_a_word_stays():
    lines = column(["both one- or", "two-", "and threefold"])
    assert joined(lines[1:], Words(lines)) == "two- and threefold"


def test_words_are_joined_where_a_document_cuts_them_and_compounds_kept_where_it_does_not():
    cutting = column([f"some line has a cut syl{n}lab-" for n in range(9)] + ["ication of it"])
    assert joined(cutting[-2:], Words(cutting)).endswith("labication of it")
    whole = column(["a mad pirate sleep was here", "all were sleep-", "deprived again"])
    assert joined(whole[1:], Words(whole)) == "all were sleep-deprived again"


def test_unspaced_lines_join_without_a_space():
    assert joined(column(["古い灯", "台の話"]), Words([])) == "古い灯台の話"


def test_code_keeps_its_indents_and_blank_lines():
    lines = [line("if ready:", 50, 700), line("go()", 70, 688), line("stop()", 50, 660)]
    assert as_it_stands(lines) == "if ready:\n    go()\n\nstop()"


# kinds


def part_of(*lines: Line, **changes: object) -> Part:
    """A paragraph in a column that is 300 points wide."""
    (found, *_) = paragraphs(list(lines), {}, 10)
    found.lines = list(lines)
    found.measure = replace(found.measure, right=350)
    for name, value in changes.items():
        setattr(found, name, value)
    return found


@pytest.mark.parametrize(
    ("text", "size", "kind"),
    [
        ("What we found", 14, Kind.HEADING),
        ("2.1 What we found", 10, Kind.HEADING),
        ("WHAT WE FOUND", 10, Kind.HEADING),
        ("It was cold.", 10, Kind.TEXT),
        ("2.1 It was cold,", 10, Kind.TEXT),
        ("Figure 3: Ice in the harbour", 10, Kind.CAPTION),
        ("Table 2 Ice in the harbour", 8, Kind.CAPTION),
        ("Figure 3 shows ice in the harbour and more of it.", 10, Kind.TEXT),
        ("• An item", 10, Kind.LIST_ITEM),
        ("Ropes and knots . . . . . . . . . . 12", 10, Kind.TABLE),
        ("x = 3 + y / 2 (7)", 10, Kind.TABLE),
    ],
)
def test_kinds(text: str, size: float, kind: Kind):
    assert kind_of(part_of(line(text, size=size)), 10) is kind


def test_bold_lines_head_and_typed_ones_are_code():
    bold = replace(line("What we found"), bold=True)
    typed = replace(line("print(distance)"), monospaced=True)
    assert kind_of(part_of(bold), 10) is Kind.HEADING
    assert kind_of(part_of(typed), 10) is Kind.CODE


def test_larger_headings_stand_higher():
    parts = [part_of(line("A", size=size)) for size in (18, 14, 18, 12)]
    assert levels(parts) == [1, 2, 1, 3]


# what a file says of itself


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - ropes.doc",
        "ropes.indd",
        "untitled",
        "x2019_final_3",
        "about:blank",
        " ",
        "12",
    ],
)
def test_titles_that_programs_give_are_not_believed(title: str):
    assert (
        title_of({"Title": title}, "A book of ropes and more", "A book of ropes")
        == "A book of ropes"
    )


def test_a_title_is_believed_if_the_text_says_so_or_has_none():
    opening = "The book of ropes. Anna Holm"
    assert title_of({"Title": "Book of Ropes"}, opening, "Ropes") == "Book of Ropes"
    assert (
        title_of({"Title": "A template of letters"}, opening, "The book of ropes")
        == "The book of ropes"
    )
    assert title_of({"Title": "A template of letters"}, opening, "") == "A template of letters"


@pytest.mark.parametrize(
    ("author", "read"),
    [
        ("Anna Holm", "Anna Holm"),
        ("Anna Holm; Bo Ek", "Anna Holm, Bo Ek"),
        ("Administrator", ""),
        ("user1", ""),
        ("DESK-3\\anna", ""),
        ("a@b.org", ""),
        ("", ""),
    ],
)
def test_authors(author: str, read: str):
    assert author_of({"Author": author}) == read


@pytest.mark.parametrize(
    ("date", "producer", "read"),
    [
        ("D:20240103120000Z", "pdfTeX", "2024-01-03"),
        ("D:202401", "pdfTeX", "2024-01"),
        ("D:19700101000000Z", "pdfTeX", ""),
        ("D:20240103120000Z", "Skia/PDF m126", ""),
        ("yesterday", "pdfTeX", ""),
    ],
)
def test_dates(date: str, producer: str, read: str):
    assert date_of({"CreationDate": date, "Producer": producer}) == read


# chapters


BLOCKS = [
    Block("The book of ropes", Kind.HEADING),
    Block("Foreword."),
    Block("1. Knots", Kind.HEADING),
    Block("A knot."),
    Block("A splice."),
    Block("Anna Holm", aside="footnote"),
]


def test_a_part_begins_at_its_heading_or_else_at_the_first_block_of_its_page():
    marks = [Bookmark("Foreword", 0), Bookmark("Knots", 0), Bookmark("Splices", 2)]
    assert chapters_of(marks, BLOCKS, (0, 0, 0, 0, 3, -1)) == [
        Chapter("Foreword", 0),
        Chapter("Knots", 2),
        Chapter("Splices", 4),
    ]


def test_one_bookmark_makes_no_chapters_and_those_beyond_the_end_are_none():
    marks = [Bookmark("All of it", 0), Bookmark("Beyond", 9)]
    assert chapters_of(marks, BLOCKS, (0, 0, 0, 0, 3, -1)) == []


# legible


ENGLISH = "The harbour froze in the first week of the year and no ship could leave it. " * 4


def test_text_of_any_language_is_legible():
    for text in (
        ENGLISH,
        "古い灯台の話をした。" * 30,
        "المدينة القديمة " * 20,
        "Strč prst skrz krk a jdi domů, řekl mu otec. " * 6,
    ):
        assert is_legible(text)


def test_headlines_in_capitals_are_legible():
    assert is_legible(f"{ENGLISH}\n3D PLANS: 2ND QUAY, 'OLD' (AND NEW).\n".upper() * 3)


def test_figures_are_legible():
    assert is_legible("12.5 17.3 2019 44 " * 40)


@pytest.mark.parametrize(
    "text",
    [
        "".join(chr(ord(c) - 29) if c.isalpha() else c for c in ENGLISH),
        "".join(chr(0xE000 + ord(c)) if c.isalpha() else c for c in ENGLISH),
        "".join("\ufffd" if c in "aeiou" else c for c in ENGLISH),
        "".join(chr(ord(c) - 32) if c.isalpha() else c for c in ENGLISH + "Not so. " * 9),
        ENGLISH.translate({ord(c): d for c, d in zip("aeioutnshr", "bcdfghjklm", strict=True)}),
    ],
)
def test_letters_without_names_are_not_legible(text: str):
    assert not is_legible(text)
