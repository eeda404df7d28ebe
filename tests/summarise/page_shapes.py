"""Pages in many shapes, each with the sentences that are its article and those that are not."""

# ruff: noqa: E501 (tags stay in the line of what they hold)
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

_WHO = (
    "The harbour master", "A retired ferryman", "The town's only baker", "Every second visitor",
    "The keeper of the archive", "One of the divers", "The woman at the ticket window",
)  # fmt: skip
_DID = (
    "counted the boats that came in before the storm",
    "wrote down what the tide had left on the steps",
    "remembers the winter when the quay was under ice",
    "says that the new crane is too loud for the gulls",
    "has measured the depth of the basin with a rope",
    "would rather see the old warehouse kept as it is",
    "found a letter that nobody had opened for years",
    "walks the length of the pier each morning at six",
    "sold the last barrel of tar to a man from the north",
)
_AND = (
    "and the council heard of it in spring",
    "but few people in the street believed it",
    "because the lamp at the end had gone out",
    "although the paper had said otherwise",
    "so the bell was rung for the first time",
)


class Words:
    """Sentences without end, no two alike, and a record of those that a page was given."""

    def __init__(self, start: int = 0) -> None:
        self._numbers = count(start)
        self.said: list[str] = []

    def sentence(self) -> str:
        """The next sentence."""
        n = next(self._numbers)
        text = (
            f"{_WHO[n % len(_WHO)]} {_DID[n % len(_DID)]}, {_AND[n % len(_AND)]}"
            f" of the year {1700 + n}."
        )
        self.said.append(text)
        return text

    def prose(self, sentences: int = 3) -> str:
        """The next few sentences."""
        return " ".join(self.sentence() for _ in range(sentences))

    def paragraphs(self, number: int, tag: str = "p") -> str:
        """The next few paragraphs."""
        return "\n".join(f"<{tag}>{self.prose()}</{tag}>" for _ in range(number))


@dataclass(frozen=True, slots=True)
class Shape:
    """A page with its title, what must be kept of it and what must not be picked."""

    name: str
    page: str
    title: str
    kept: tuple[str, ...]
    junk: tuple[str, ...]


_TITLE = "The crane on the north quay"
_NAV = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("Home", "Tides", "Boats", "Contact"))
_SIDE = "".join(
    f'<li><a href="/s{n}">{text}</a></li>'
    for n, text in enumerate(
        ("Nine knots for a wet rope", "Where the herring went", "A lamp for the old pier")
    )
)

Maker = Callable[[Words, Words], str]
_MAKERS: dict[str, Maker] = {}


def _shape(make: Maker) -> Maker:
    _MAKERS[make.__name__.lstrip("_")] = make
    return make


def shapes() -> Iterator[Shape]:
    """All the pages."""
    for name, make in _MAKERS.items():
        real, junk = Words(), Words(600)
        page = make(real, junk)
        yield Shape(name, page, _TITLE, tuple(real.said), tuple(junk.said))


def _document(body: str, head: str = "", title: str = f"{_TITLE} | The Quay") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body>{body}</body></html>"
    )


@_shape
def _blog(real: Words, junk: Words) -> str:
    return _document(
        f"<header><div class='site-title'><a href='/'>The Quay</a></div><nav><ul>{_NAV}</ul></nav>"
        f"</header><div id='content'><article class='post hentry'><h1 class='entry-title'>"
        f"<a href='/crane' rel='bookmark'>{_TITLE}</a></h1><div class='entry-meta'>May 3 by Ada</div>"
        f"<div class='entry-content'>{real.paragraphs(3)}<h2>What it lifts</h2>{real.paragraphs(2)}"
        f"<blockquote><p>{real.sentence()}</p></blockquote>{real.paragraphs(1)}</div>"
        f"<div class='sharedaddy'><h3>Share this:</h3><ul><li>Facebook</li></ul></div></article>"
        f"<div id='comments'><h2>2 thoughts</h2><ol class='commentlist'><li class='comment'><p>"
        f"{junk.sentence()}</p></li><li class='comment'><p>{junk.sentence()}</p></li></ol></div>"
        f"</div><aside id='sidebar'><h3>Recent</h3><ul>{_SIDE}</ul></aside><footer>© The Quay</footer>"
    )


@_shape
def _wiki(real: Words, junk: Words) -> str:
    edit = '<span class="mw-editsection">[<a href="/edit">edit</a>]</span>'
    note = '<sup class="reference"><a href="#cite-1">[1]</a></sup>'
    return _document(
        f"<div id='mw-head'><ul>{_NAV}</ul></div><div id='content' class='mw-body' role='main'>"
        f"<h1 id='firstHeading'>{_TITLE}</h1><div class='mw-parser-output'>"
        f"<div role='note' class='hatnote'>{junk.sentence()}</div>"
        f"<table class='infobox'><tr><th>Built</th><td>1904</td></tr><tr><th>Lifts</th><td>9 t</td>"
        f"</tr></table><p>{real.sentence()}{note} {real.sentence()}</p>{real.paragraphs(1)}"
        f"<div id='toc' class='toc'><h2>Contents</h2><ul><li><a href='#h'>1 History</a></li></ul></div>"
        f"<h2><span id='h'>History</span>{edit}</h2>{real.paragraphs(3)}<h3>Rope{edit}</h3>"
        f"{real.paragraphs(2)}<h2>References{edit}</h2><div class='reflist'><ol class='references'>"
        f"<li id='cite-1'>^ {junk.sentence()}</li><li>^ {junk.sentence()}</li></ol></div></div></div>"
        f"<div id='footer'>This page was last edited in May.</div>"
    )


@_shape
def _mdbook(real: Words, junk: Words) -> str:
    def heading(level: int, text: str) -> str:
        return f"<h{level} id='x'><a class='header' href='#x'>{text}</a></h{level}>"

    return _document(
        "<div id='mdbook-help-container'><div id='mdbook-help-popup'><h2 class='mdbook-help-title'>"
        f"Keyboard shortcuts</h2><div><p>{junk.sentence()}</p></div></div></div><div id='body-container'>"
        f"<nav id='sidebar' class='sidebar'><ol class='chapter'>{_SIDE}</ol></nav><div id='page-wrapper'"
        "><div class='page'><div id='menu-bar'><h1 class='menu-title'>The Quay</h1></div>"
        f"<div id='content'><main>{heading(1, _TITLE)}{real.paragraphs(2)}{heading(2, 'Rope')}"
        f"{real.paragraphs(2)}<pre><code class='language-sh'>tar --rope</code></pre>"
        f"{real.paragraphs(1)}</main><nav class='nav-wrapper'><a href='2.html'>Next</a></nav></div>"
        "</div></div></div>",
        title=f"{_TITLE} - The Quay",
    )


@_shape
def _sphinx(real: Words, _junk: Words) -> str:
    mark = '<a class="headerlink" href="#a" title="Link to this heading">¶</a>'
    return _document(
        f"<div class='related' role='navigation'><ul>{_NAV}</ul></div><div class='document'>"
        f"<div class='documentwrapper'><div class='bodywrapper'><div class='body' role='main'>"
        f"<section id='a'><h1>{_TITLE}{mark}</h1>{real.paragraphs(2)}<div class='admonition note'>"
        f"<p class='admonition-title'>Note</p><p>{real.sentence()}</p></div><section><h2>Rope{mark}"
        f"</h2>{real.paragraphs(2)}<dl class='py function'><dt class='sig'>lift(<em>load</em>){mark}"
        f"</dt><dd><p>{real.sentence()}</p></dd></dl></section></section></div></div></div>"
        f"<div class='sphinxsidebar' role='navigation'><h3>Navigation</h3><ul>{_SIDE}</ul></div></div>"
        f"<div class='footer' role='contentinfo'>© 2020, The Quay.</div>",
        title=f"{_TITLE} — The Quay 2.1 documentation",
    )


@_shape
def _docusaurus(real: Words, _junk: Words) -> str:
    def hash_link(text: str) -> str:
        return f'{text}<a href="#a" class="hash-link" aria-label="Direct link">\u200b</a>'

    return _document(
        f"<nav class='navbar'><a href='/'>The Quay</a></nav><div class='main-wrapper'><aside><ul>{_SIDE}"
        f"</ul></aside><main><article><nav class='theme-doc-breadcrumbs'><ul><li>Docs</li></ul></nav>"
        f"<div class='theme-doc-markdown markdown'><header><h1>{_TITLE}</h1></header>"
        f"{real.paragraphs(2)}<h2 class='anchor'>{hash_link('Rope')}</h2>{real.paragraphs(1)}"
        f"<div class='theme-admonition'><div class='heading'><span><svg></svg></span>tip</div><div>"
        f"<p>{real.sentence()}</p></div></div><ul><li>{real.sentence()}</li><li>{real.sentence()}</li>"
        f"</ul></div><footer><a href='/edit'>Edit this page</a></footer></article></main></div>"
    )


@_shape
def _news_with_deck(real: Words, junk: Words) -> str:
    deck = real.sentence()
    return _document(
        f"<header><nav><ul>{_NAV}</ul></nav></header><main><article><header><span class='kicker'>Port"
        f"</span><h1>{_TITLE}</h1><p class='standfirst'>{deck}</p><div class='byline'>By Ada Holm, "
        f"<time>3 May</time></div></header><figure><img src='a.jpg'><figcaption>Photograph: A. Holm"
        f"</figcaption></figure><div class='article-body'>{real.paragraphs(3)}<aside class='promo'>"
        f"<h3>Newsletter</h3><p>{junk.sentence()}</p></aside>{real.paragraphs(2)}<p><strong>Read also:"
        f"</strong> <a href='/x'>Nine knots for a wet rope</a></p>{real.paragraphs(2)}</div></article>"
        f"<section class='related'><h2>More</h2><ul><li><a href='/y'>{junk.sentence()}</a></li></ul>"
        f"</section></main><footer>© The Quay</footer>",
        f"<meta property='og:title' content='{_TITLE}'><meta name='description' content='{deck}'>",
    )


@_shape
def _deck_without_a_name(real: Words, junk: Words) -> str:
    return _document(
        f"<div class='top'><ul>{_NAV}</ul></div><div class='x1'><div class='x2'><h1>{_TITLE}</h1></div>"
        f"<div class='x3'><p>{real.sentence()}</p></div><div class='x4'>Ada Holm</div></div>"
        f"<div class='x5'><article>{real.paragraphs(5)}</article></div>"
        f"<div class='x6'><p><a href='/z'>{junk.sentence()}</a></p></div>"
    )


@_shape
def _deck_as_heading(real: Words, junk: Words) -> str:
    return _document(
        f"<main><article><h1>{_TITLE}</h1><h2>{real.sentence()}</h2><p class='author'>Ada</p>"
        f"{real.paragraphs(4)}</article></main><footer><p>{junk.sentence()}</p></footer>"
    )


@_shape
def _layout_of_the_nineties(real: Words, _junk: Words) -> str:
    return (
        f"<HTML><HEAD><TITLE>{_TITLE}</TITLE></HEAD><BODY BGCOLOR=#ffffff><CENTER><TABLE WIDTH=700 "
        f"BORDER=0><TR><TD COLSPAN=2><IMG SRC=top.gif></TD></TR><TR><TD WIDTH=120 VALIGN=top><FONT "
        f"SIZE=-1><A HREF=a.html>Home</A><BR><A HREF=b.html>Tides</A><BR></FONT></TD><TD><TABLE><TR>"
        f"<TD><H1><FONT COLOR=navy>{_TITLE}</FONT></H1><P><FONT FACE=Arial>{real.prose()}</FONT>"
        f"<P>{real.prose()} <I>{real.sentence()}</I> {real.sentence()}<P>{real.prose()}</TD></TR>"
        f"</TABLE></TD></TR><TR><TD COLSPAN=2>Best viewed at 800 by 600</TD></TR></TABLE></CENTER>"
        f"</BODY></HTML>"
    )


@_shape
def _cells_with_line_breaks(real: Words, _junk: Words) -> str:
    text = "<br><br>".join(real.prose() for _ in range(4))
    return (
        f"<html><head><title>{_TITLE}</title></head><body><table><tr><td class='menu'>"
        f"<a href=1>Home</a><br><a href=2>Tides</a></td><td><b>{_TITLE}</b><br><br>{text}</td></tr>"
        f"</table></body></html>"
    )


@_shape
def _one_cell_a_row(real: Words, _junk: Words) -> str:
    rows = "".join(f"<tr><td>{real.prose(2)}</td></tr>" for _ in range(5))
    return _document(f"<h1>{_TITLE}</h1><table>{rows}</table>", title=_TITLE)


@_shape
def _newsletter(real: Words, _junk: Words) -> str:
    def box(inside: str) -> str:
        return (
            "<table role='presentation' width='100%'><tbody><tr><td align='center'><table width='600'>"
            f"<tbody><tr><td style='padding:8px'>{inside}</td></tr></tbody></table></td></tr></tbody>"
            "</table>"
        )

    return _document(
        box(f"<h1>{_TITLE}</h1>")
        + "".join(box(f"<p>{real.prose()}</p>") for _ in range(4))
        + box(f"<span>{real.prose()}</span>")
        + box("<a href='/u'>Unsubscribe</a> <a href='/v'>View online</a>"),
        title=_TITLE,
    )


@_shape
def _table_with_headings_for_prose(real: Words, _junk: Words) -> str:
    rows = "".join(
        f"<tr><td valign=top><b>{year}</b></td><td><p>{real.prose(2)}</p><p>{real.prose(2)}</p></td>"
        "</tr>"
        for year in (1904, 1911, 1926)
    )
    return _document(f"<h1>{_TITLE}</h1><table>{rows}</table>", title=_TITLE)


@_shape
def _forum_in_tables(real: Words, _junk: Words) -> str:
    posts = "".join(
        f"<table class='tablebg'><tr class='row1'><td class='postauthor'><b>{name}</b><br>Joined: 2009"
        f"<br>Posts: 12</td><td><div class='postbody'>{real.prose(4)}</div></td></tr></table>"
        for name in ("ada", "olaf", "minna")
    )
    return _document(f"<h2><a href='t1'>{_TITLE}</a></h2>{posts}", title=f"{_TITLE} - The Quay")


@_shape
def _mailing_list(real: Words, _junk: Words) -> str:
    lines = "\n\n".join("\n".join(real.sentence() for _ in range(4)) for _ in range(3))
    return _document(
        f"<h1>{_TITLE}</h1><b>Ada Holm</b> <a href='mailto:a'>ada at quay.example</a><br><i>Mon May 3"
        f"</i><ul><li>Previous message: <a href='1'>Rope</a></li></ul><hr><pre>{lines}</pre><hr>",
        title=f"[Quay] {_TITLE}",
    )


@_shape
def _amp(real: Words, junk: Words) -> str:
    return (
        f"<!doctype html><html ⚡ lang='en'><head><meta charset='utf-8'><title>{_TITLE}</title></head>"
        f"<body><amp-sidebar id='s'><ul>{_NAV}</ul></amp-sidebar><header><a href='/'>The Quay</a>"
        f"</header><main><article><h1>{_TITLE}</h1><p class='dek'>{real.sentence()}</p><amp-img src='a'"
        f" alt='x'></amp-img>{real.paragraphs(4)}<amp-ad></amp-ad>{real.paragraphs(1)}</article></main>"
        f"<amp-consent id='c'><div><p>{junk.sentence()}</p></div></amp-consent></body></html>"
    )


@_shape
def _by_hand(real: Words, _junk: Words) -> str:
    return (
        f"<title>{_TITLE}</title><h1>{_TITLE}</h1>{real.paragraphs(2)}<h2>Rope</h2>{real.paragraphs(1)}"
        f"<ul><li>{real.sentence()}<li>{real.sentence()}</ul>{real.paragraphs(2)}"
    )


@_shape
def _by_hand_below_a_banner(real: Words, _junk: Words) -> str:
    return _document(
        f"<div class='banner'><svg><title>Logo</title></svg><a href='/'>The Quay</a></div>"
        f"<h1>{_TITLE}</h1>{real.paragraphs(4)}<h2>Rope</h2>{real.paragraphs(2)}"
    )


@_shape
def _two_paragraphs(real: Words, _junk: Words) -> str:
    return _document(
        f"<div id='header'><ul>{_NAV * 6}</ul></div><div id='main'><div class='box'><h1>{_TITLE}</h1>"
        f"<div class='text'><div>{real.prose(5)}</div><div>{real.prose(5)}</div></div></div></div>"
        f"<div id='footer'><ul>{_NAV * 6}</ul></div>"
    )


@_shape
def _divisions_with_line_breaks(real: Words, _junk: Words) -> str:
    text = "<br /><br />".join(real.prose() for _ in range(6))
    return _document(
        f"<div class='nav'><ul>{_NAV}</ul></div><div class='release'><h1>{_TITLE}</h1><div>{text}</div>"
        f"</div>"
    )


@_shape
def _all_in_one_form(real: Words, _junk: Words) -> str:
    return _document(
        f"<form id='aspnetForm' method='post'><div class='menu'><ul>{_NAV}</ul></div><div id='main'>"
        f"<h1>{_TITLE}</h1>{real.paragraphs(5)}</div></form>"
    )


@_shape
def _inline_elements(real: Words, _junk: Words) -> str:
    first = real.sentence()
    second = real.sentence()
    third = real.sentence()
    return _document(
        f"<article><h1>{_TITLE}</h1>{real.paragraphs(2)}"
        f"<p>{first.replace('the year', 'the <time>year</time>')} "
        f"{second.replace('year', '<nobr>ye<wbr>ar</nobr>')} "
        f"{third.replace(' the ', ' <small>the</small> ').replace('year', 'y&shy;ear')}</p>"
        f"{real.paragraphs(2)}</article>"
    )


@_shape
def _questions(real: Words, _junk: Words) -> str:
    answers = "".join(
        f"<div class='answer'><div class='vote'>{n}</div><div class='post-text'>{real.paragraphs(2)}"
        "</div></div>"
        for n in (9, 4)
    )
    return _document(
        f"<div id='content'><div id='question-header'><h1><a href='/q'>{_TITLE}</a></h1></div><div "
        f"id='mainbar'><div class='question'><div class='post-text'>{real.paragraphs(2)}</div></div>"
        f"<div id='answers'>{answers}</div></div><div id='sidebar'><ul>{_SIDE}</ul></div></div>"
    )


@_shape
def _description_list(real: Words, _junk: Words) -> str:
    terms = "".join(
        f"<dt>{name}</dt><dd>{real.prose(2)}</dd>" for name in ("Jib", "Hook", "Winch", "Cab")
    )
    return _document(
        f"<main><h1>{_TITLE}</h1><p>{real.prose()}</p><dl>{terms}</dl>{real.paragraphs(2)}</main>"
    )


@_shape
def _formulas(real: Words, _junk: Words) -> str:
    formula = (
        "<math><semantics><mrow><mi>F</mi><mo>=</mo><mi>m</mi><mi>g</mi></mrow><annotation "
        "encoding='application/x-tex'>F=mg</annotation></semantics></math>"
    )
    katex = (
        f"<span class='katex'><span class='katex-mathml'>{formula}</span><span class='katex-html' "
        "aria-hidden='true'>F=mg</span></span>"
    )
    first, second = real.sentence(), real.sentence()
    real.said += [f"The load is F = mg. {first}", f"Again it is F = mg here. {second}"]
    return _document(
        f"<article><h1>{_TITLE}</h1>{real.paragraphs(2)}<p>The load is {formula}. {first}</p>"
        f"<p>Again it is {katex} here. {second}</p>{real.paragraphs(2)}</article>"
    )


@_shape
def _long_talk_below(real: Words, junk: Words) -> str:
    talk = "".join(
        f"<li class='comment'><div class='comment-body'><p>{junk.prose(3)}</p></div></li>"
        for _ in range(9)
    )
    return _document(
        f"<main><article><h1>{_TITLE}</h1>{real.paragraphs(3)}</article><div id='comments'><ol "
        f"class='comment-list'>{talk}</ol></div></main>"
    )


@_shape
def _cut_by_boxes(real: Words, junk: Words) -> str:
    parts = "".join(
        f"<div class='row'><div class='col'><div class='txt'>{real.paragraphs(2)}</div></div></div>"
        f"<div class='ad-slot'><p>{junk.sentence()}</p></div>"
        for _ in range(4)
    )
    return _document(f"<main><div class='grid'><h1>{_TITLE}</h1>{parts}</div></main>")


@_shape
def _steps(real: Words, junk: Words) -> str:
    steps = "".join(f"<li><p>{real.prose(2)}</p><img src='{n}.png'></li>" for n in range(5))
    return _document(
        f"<div class='nav'><ul>{_NAV}</ul></div><div class='content'><h1>{_TITLE}</h1>"
        f"<p>{real.prose()}</p><ol>{steps}</ol></div><div class='footer'><p>{junk.sentence()}</p></div>"
    )


@_shape
def _folded_questions(real: Words, _junk: Words) -> str:
    parts = "".join(
        f"<details><summary>What of the rope in {n}?</summary><p>{real.prose(2)}</p></details>"
        for n in (1904, 1911, 1926)
    )
    return _document(f"<main><h1>{_TITLE}</h1><p>{real.prose()}</p>{parts}</main>")


@_shape
def _only_a_role(real: Words, junk: Words) -> str:
    return _document(
        f"<div role='banner'>The Quay</div><div role='navigation'><ul>{_NAV}</ul></div><div role='main'>"
        f"<div><div><h1>{_TITLE}</h1></div></div><div><div><div>{real.prose(4)}</div></div><div>"
        f"{real.prose(4)}</div></div></div><div role='complementary'><p>{junk.sentence()}</p></div>"
    )
