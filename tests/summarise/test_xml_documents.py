"""Documents in XML: articles of journals, manuals, editions and drafts as what they show."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise import Article, load
from summarise.article import Kind, SpanKind
from summarise.draft import Draft, Parts
from summarise.errors import SourceError
from summarise.sources.files import articles_beside
from summarise.sources.reading import read_draft
from summarise.sources.xml_documents import roles
from summarise.sources.xml_documents.roles import Vocabulary
from summarise.sources.xml_documents.vocabularies import (
    DITA,
    DOCBOOK,
    GENERIC,
    JATS,
    RFC,
    TEI,
    XEP,
)

SENTENCE = "The ferry leaves the northern harbour at nine in the morning."

JATS_ARTICLE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.3//EN" "JATS.dtd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en">
<front><journal-meta><journal-title-group><journal-title>Harbour Studies</journal-title>
</journal-title-group></journal-meta><article-meta>
<title-group><article-title>Tides and <italic>ferries</italic></article-title>
<subtitle>a survey</subtitle></title-group>
<contrib-group>
<contrib contrib-type="author"><name><surname>Berg</surname><given-names>Ada</given-names></name>
<xref ref-type="aff" rid="a1">1</xref></contrib>
<contrib contrib-type="author"><name><surname>Holm</surname><given-names>Nils O.</given-names>
</name></contrib>
<contrib contrib-type="editor"><name><surname>No</surname><given-names>Body</given-names></name>
</contrib></contrib-group>
<aff id="a1">University of the Coast</aff>
<pub-date><day>7</day><month>3</month><year>2021</year></pub-date>
<abstract><p>We counted ferries for a year.</p></abstract>
<kwd-group><kwd>tide</kwd></kwd-group></article-meta></front>
<body><sec><label>1.</label><title>Introduction</title>
<p>Ferries wait for water<sup><xref ref-type="bibr" rid="r1">1</xref></sup> in
<bold>shallow</bold> harbours; see <ext-link xlink:href="https://a.example/x">the data</ext-link>.
<list list-type="order"><list-item><p>Low tide.</p></list-item>
<list-item><p>High tide.</p></list-item></list> The rest follows.</p>
<sec><title>Method</title><p>We used <monospace>tide.py</monospace>, where
<inline-formula><alternatives><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">
<mml:msup><mml:mi>h</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math><tex-math>h^2</tex-math>
</alternatives></inline-formula> is the height.<fn id="n1"><p>Measured at the pier.</p></fn></p>
<table-wrap><label>Table 1</label><caption><title>Ferries by month.</title></caption>
<table><thead><tr><th>Month</th><th>Ferries</th></tr></thead>
<tbody><tr><td>May</td><td>31</td></tr></tbody></table></table-wrap>
<fig><label>Figure 1</label><caption><p>The harbour.</p></caption><graphic xlink:href="f.png"/>
</fig></sec></sec></body>
<back><ack><title>Acknowledgements</title><p>We thank the crew.</p></ack>
<ref-list><title>References</title><ref id="r1"><label>1</label><element-citation><name>
<surname>Moe</surname><given-names>K</given-names></name><year>1999</year>
<source>Tides</source></element-citation></ref></ref-list></back></article>"""

JATS_SHOWN = """
JATS: Tides and ferries: a survey | Ada Berg, Nils O. Holm | 2021-03-07 | en | Harbour Studies
HEADING1 Tides and ferries: a survey
TEXT We counted ferries for a year.
HEADING2 1. Introduction
TEXT Ferries wait for water in shallow harbours; see the data.
LIST_ITEM1 1. Low tide.
LIST_ITEM1 2. High tide.
TEXT The rest follows.
HEADING3 Method
TEXT We used tide.py, where h^2 is the height.
TEXT (footnote) Measured at the pier.
CAPTION Table 1 Ferries by month.
TABLE Month  Ferries
May    31
CAPTION Figure 1 The harbour.
HEADING2 (front matter) Acknowledgements
TEXT (front matter) We thank the crew.
HEADING2 (reference list) References
TEXT (reference list) 1 Moe K 1999 Tides
"""

DOCBOOK_ARTICLE = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "docbookx.dtd" [
<!ENTITY product "Harbour Server">]>
<article lang="en"><articleinfo><title>The Harbour Manual</title>
<author><firstname>Ada</firstname><surname>Berg</surname></author><pubdate>2020-05-04</pubdate>
<abstract><para>How to run a harbour.</para></abstract></articleinfo>
<sect1 id="start"><title>Getting started<indexterm><primary>start</primary></indexterm></title>
<para>Start <command>harbourd</command> &mdash; the <emphasis role="bold">daemon</emphasis> of
&product;<footnote><para>It needs root.</para></footnote>.
<itemizedlist><listitem><para>Ships come.</para></listitem><listitem><para>Ships go.</para>
</listitem></itemizedlist>
</para>
<example><title>A session</title><programlisting language="sh">harbourd --tide
  high</programlisting></example>
<variablelist><varlistentry><term>--tide</term><listitem><para>The tide to begin with.</para>
</listitem></varlistentry></variablelist>
<sect2><title>Choosing a port</title><note><title>Beware</title><para>Ports are
<quote>narrow</quote>; see <xref linkend="start"/> and <ulink url="https://a.example/p"/>.</para>
</note>
<table><title>Ports</title><tgroup cols="2"><thead><row><entry>Port</entry><entry>Depth</entry>
</row></thead><tbody><row><entry>North</entry><entry>9 m</entry></row></tbody></tgroup></table>
<blockquote><para>No ship is late.</para></blockquote></sect2></sect1>
<bibliography><biblioentry><title>Ports</title><date>1999</date></biblioentry></bibliography>
</article>"""

DOCBOOK_SHOWN = """
DocBook: The Harbour Manual | Ada Berg | 2020-05-04 | en |
HEADING1 The Harbour Manual
TEXT How to run a harbour.
HEADING2 Getting started
TEXT Start harbourd — the daemon of product.
LIST_ITEM1 • Ships come.
LIST_ITEM1 • Ships go.
TEXT (footnote) It needs root.
CAPTION A session
CODE harbourd --tide
  high
TEXT --tide
TEXT The tide to begin with.
HEADING3 Choosing a port
TEXT Beware
TEXT Ports are “narrow”; see Getting started and https://a.example/p.
CAPTION Ports
TABLE Port   Depth
North  9 m
QUOTATION No ship is late.
TEXT (reference list) Ports 1999
"""

DOCBOOK_5_BOOK = """<book xmlns="http://docbook.org/ns/docbook"
xmlns:xlink="http://www.w3.org/1999/xlink" version="5.0" xml:lang="de">
<info><title>Häfen</title><author><personname><firstname>Ada</firstname><surname>Berg</surname>
</personname></author><date>2019-01-02</date></info>
<chapter><info><title>Erstes Kapitel</title></info><para>Die Fähre fährt um neun
<link xlink:href="https://a.example/plan">nach Plan</link>.</para>
<section><title>Tiefer</title><simpara>Das Wasser steigt.</simpara></section></chapter></book>"""

DOCBOOK_5_SHOWN = """
DocBook: Häfen | Ada Berg | 2019-01-02 | de |
HEADING1 Häfen
HEADING2 Erstes Kapitel
TEXT Die Fähre fährt um neun nach Plan.
HEADING3 Tiefer
TEXT Das Wasser steigt.
"""

TEI_EDITION = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title type="main">Letters from the Harbour</title><author><persName>
<forename>Ada</forename><surname>Berg</surname></persName></author></titleStmt>
<publicationStmt><publisher>Coast Press</publisher><date when="1899-04-05">1899</date>
</publicationStmt></fileDesc><profileDesc><langUsage><language ident="en">English</language>
</langUsage></profileDesc></teiHeader>
<text><front><titlePage><docTitle><titlePart>LETTERS</titlePart></docTitle></titlePage>
<div type="contents"><list><item>First letter</item></list></div></front>
<body><div type="letter"><head>First letter</head>
<p>My dear <hi rend="italic">Nils</hi>, the <choice><sic>fery</sic><corr>ferry</corr></choice> came
<pb n="2"/>late.<note place="foot">As always.</note> She said <said>Wait</said>.</p>
<fw type="header">LETTERS FROM THE HARBOUR</fw>
<lg><l>The tide comes in,</l><l>the tide goes out.</l></lg>
<div><head>Postscript</head><p>Send tar.</p>
<list type="ordered"><item>Rope</item><item>Oil</item></list></div></div></body>
<back><listBibl><bibl>Moe, Tides, 1880.</bibl></listBibl></back></text></TEI>"""

TEI_SHOWN = """
TEI: Letters from the Harbour | Ada Berg | 1899-04-05 | en | Coast Press
HEADING1 Letters from the Harbour
TEXT (front matter) LETTERS
LIST_ITEM1 (table of contents) • First letter
HEADING2 First letter
TEXT My dear Nils, the ferry came late. She said “Wait”.
TEXT (footnote) As always.
TEXT (running line) LETTERS FROM THE HARBOUR
QUOTATION The tide comes in,
QUOTATION the tide goes out.
HEADING3 Postscript
TEXT Send tar.
LIST_ITEM1 1. Rope
LIST_ITEM1 2. Oil
TEXT (reference list) Moe, Tides, 1880.
"""

RFC_2 = """<?xml version="1.0"?><?rfc toc="yes"?>
<!DOCTYPE rfc SYSTEM "rfc2629.dtd" [<!ENTITY rfc2119 SYSTEM "reference.RFC.2119.xml">]>
<rfc ipr="trust200902" number="9999"><front><title abbrev="Tides">A Protocol for Tides</title>
<author fullname="Ada Berg" initials="A."><organization>Coast</organization><address><email>a@b.c
</email></address></author><date day="3" month="June" year="2014"/>
<abstract><t>This memo moves water.</t></abstract></front>
<middle><section title="Introduction" anchor="intro"><t>Water MUST move
<xref target="RFC2119"/>, as <xref target="pumps"/> says.
<list style="numbers"><t>It comes.</t><t>It goes.</t></list></t>
<section title="Pumps" anchor="pumps"><t>Pumps are <spanx style="verb">on</spanx> or off.</t>
<figure title="A pump"><artwork>
+--+
|  |
+--+</artwork></figure>
<texttable><ttcol>Pump</ttcol><ttcol>State</ttcol><c>1</c><c>on</c><c>2</c><c>off</c></texttable>
</section></section></middle>
<back><references title="Normative References">&rfc2119;
<reference anchor="TIDES"><front><title>Tides</title><author surname="Moe"/></front></reference>
</references></back></rfc>"""

RFC_2_SHOWN = """
RFC XML: A Protocol for Tides | Ada Berg | 2014-06-03 |  | RFC 9999
HEADING1 A Protocol for Tides
TEXT This memo moves water.
HEADING2 Introduction
TEXT Water MUST move [RFC2119], as Pumps says.
LIST_ITEM1 1. It comes.
LIST_ITEM1 2. It goes.
HEADING3 Pumps
TEXT Pumps are on or off.
CAPTION A pump
CODE +--+
|  |
+--+
TABLE Pump  State
1     on
2     off
HEADING2 (reference list) Normative References
TEXT (reference list) rfc2119
TEXT (reference list) [TIDES] Tides
"""

RFC_3 = """<rfc version="3" xml:lang="en"><front><title>Tides Again</title>
<author fullname="Ada Berg"/><date year="2022" month="11"/>
<abstract><t>This memo moves water once more.</t></abstract></front>
<middle><section anchor="s"><name>Tides</name><t indent="0">Water <bcp14>MUST</bcp14> move
<xref target="s" derivedContent="Section 1"/>.</t>
<dl><dt>High:</dt><dd><t>Much water.</t></dd></dl><ul><li>Salt.</li></ul>
<sourcecode type="c">int tide = 0;</sourcecode>
<blockquote>Water moves.</blockquote></section></middle></rfc>"""

RFC_3_SHOWN = """
RFC XML: Tides Again | Ada Berg | 2022-11 | en |
HEADING1 Tides Again
TEXT This memo moves water once more.
HEADING2 Tides
TEXT Water MUST move Section 1.
TEXT High:
TEXT Much water.
LIST_ITEM1 • Salt.
CODE int tide = 0;
QUOTATION Water moves.
"""

XEP_DOCUMENT = """<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE xep SYSTEM 'xep.dtd' [<!ENTITY % ents SYSTEM 'xep.ent'> %ents;]>
<xep><header><title>Tide Presence</title><abstract>This document defines tides.</abstract>
&LEGALNOTICE;<number>0999</number><author><firstname>Ada</firstname><surname>Berg</surname>
<email>a@b.c</email></author><revision><version>0.1</version><date>2021-01-19</date>
<remark><p>First.</p></remark></revision></header>
<section1 topic='Introduction' anchor='intro'><p>Presence is defined in &rfc6121; and
&xep0030;<note>Service Discovery.</note> &amp; more.</p>
<section2 topic='Flow'><p>The server sends a <tt>tide</tt>:</p>
<example caption='A tide'><![CDATA[
<tide xmlns='urn:tide'/>
&nbsp; stays
]]></example><ul><li>high</li><li>low</li></ul>
<table caption='Tides'><tr><th>Tide</th><th>Hour</th></tr><tr><td>high</td><td>9</td></tr></table>
</section2></section1></xep>"""

XEP_SHOWN = """
XEP: Tide Presence | Ada Berg | 2021-01-19 |  | XEP-0999
HEADING1 Tide Presence
TEXT This document defines tides.
HEADING2 Introduction
TEXT Presence is defined in rfc6121 and xep0030 & more.
TEXT (footnote) Service Discovery.
HEADING3 Flow
TEXT The server sends a tide:
CAPTION A tide
CODE <tide xmlns='urn:tide'/>
&nbsp; stays
LIST_ITEM1 • high
LIST_ITEM1 • low
TABLE Tide  Hour
high  9
"""

DITA_TASK = """<?xml version="1.0"?>
<!DOCTYPE task PUBLIC "-//OASIS//DTD DITA Task//EN" "task.dtd">
<task id="moor" xml:lang="en-GB"><title>Mooring a <term>ferry</term></title>
<shortdesc>Mooring takes two ropes.</shortdesc>
<prolog><author>Ada Berg</author><critdates><created date="2018-02-03"/></critdates></prolog>
<taskbody><context><p>Wait for the <uicontrol>green</uicontrol> light.</p></context>
<steps><step><cmd>Throw the rope.</cmd><info>It is <codeph>heavy</codeph>.</info></step>
<step><cmd>Choose <menucascade><uicontrol>Rope</uicontrol><uicontrol>Tie</uicontrol></menucascade>.
</cmd></step></steps>
<result><note type="warning">Ropes break.</note></result>
<example><title>A knot</title><codeblock>tie(rope)</codeblock></example>
<simpletable><sthead><stentry>Rope</stentry><stentry>Metres</stentry></sthead>
<strow><stentry>bow</stentry><stentry>20</stentry></strow></simpletable></taskbody>
<related-links><link href="a.dita"><linktext>Ropes</linktext></link></related-links></task>"""

DITA_SHOWN = """
DITA: Mooring a ferry | Ada Berg | 2018-02-03 | en |
HEADING1 Mooring a ferry
TEXT Mooring takes two ropes.
TEXT Wait for the green light.
LIST_ITEM1 1. Throw the rope.
LIST_ITEM1 It is heavy.
LIST_ITEM1 2. Choose Rope > Tie.
TEXT Ropes break.
HEADING2 A knot
CODE tie(rope)
TABLE Rope  Metres
bow   20
TEXT (bar of links) Ropes
"""

UNKNOWN = f"""<report lang="en"><meta><title>The Harbour in Winter</title><author>Ada Berg</author>
<date>2017-12-01</date></meta><content><chapter><title>Ice</title>
<text>{SENTENCE} It is <i>always</i> late &product;.</text>
<text>When the ice comes, nothing moves for weeks and weeks.</text></chapter></content></report>"""

UNKNOWN_SHOWN = """
XML: The Harbour in Winter | Ada Berg | 2017-12-01 | en |
HEADING1 The Harbour in Winter
TEXT Ada Berg
TEXT 2017-12-01
HEADING2 Ice
TEXT The ferry leaves the northern harbour at nine in the morning. It is always late product.
TEXT When the ice comes, nothing moves for weeks and weeks.
"""

KNOWN = {
    "JATS": (JATS_ARTICLE, JATS_SHOWN),
    "DocBook": (DOCBOOK_ARTICLE, DOCBOOK_SHOWN),
    "DocBook 5": (DOCBOOK_5_BOOK, DOCBOOK_5_SHOWN),
    "TEI": (TEI_EDITION, TEI_SHOWN),
    "RFC XML": (RFC_2, RFC_2_SHOWN),
    "RFC XML 3": (RFC_3, RFC_3_SHOWN),
    "XEP": (XEP_DOCUMENT, XEP_SHOWN),
    "DITA": (DITA_TASK, DITA_SHOWN),
    "XML": (UNKNOWN, UNKNOWN_SHOWN),
}


def read(source: str | bytes, name: str = "a.xml") -> Draft:
    """The draft of a document."""
    draft = read_draft(source.encode() if isinstance(source, str) else source, name)
    assert isinstance(draft, Draft)
    return draft


def shown(draft: Draft) -> str:
    """A draft as lines: what it says of itself, then its blocks."""
    facts = (draft.title, draft.author, draft.date, draft.language, draft.site)
    lines = [f"{draft.form}: {' | '.join(facts)}".rstrip()]
    for block in draft.blocks:
        level = str(block.level) if block.level else ""
        aside = f" ({block.aside})" if block.aside else ""
        lines.append(f"{block.kind.name}{level}{aside} {block.text}")
    return "\n".join(lines)


@pytest.mark.parametrize("kind", KNOWN)
def test_a_document_is_what_it_shows(kind: str) -> None:
    source, expected = KNOWN[kind]
    assert shown(read(source)) == expected.strip()


@pytest.mark.parametrize("kind", KNOWN)
def test_only_a_kind_that_is_known_is_not_questioned(kind: str) -> None:
    assert read(KNOWN[kind][0]).clean is (kind != "XML")


def test_an_xml_file_is_an_article_with_its_title_and_sentences(tmp_path: Path) -> None:
    path = tmp_path / "tides.nxml"
    path.write_text(JATS_ARTICLE)
    article = load(str(path))
    assert isinstance(article, Article)
    assert article.title == "Tides and ferries: a survey"
    assert "Ferries wait for water in shallow harbours; see the data." in {
        sentence.text for sentence in article.sentences
    }
    assert not any("<" in sentence.text or "&" in sentence.text for sentence in article.sentences)


def test_emphasis_code_and_links_are_set_apart_as_on_a_page() -> None:
    spans = [
        (block.text[span.start : span.end], span.kind, span.target)
        for block in read(JATS_ARTICLE).blocks
        for span in block.spans
    ]
    assert ("shallow", SpanKind.STRONG, "") in spans
    assert ("tide.py", SpanKind.CODE, "") in spans
    assert ("the data", SpanKind.LINK, "https://a.example/x") in spans


def test_a_listing_keeps_the_language_that_it_says_it_is_in() -> None:
    listing = [b for b in read(DOCBOOK_ARTICLE).blocks if b.text.startswith("harbourd --tide")]
    assert [span.target for span in listing[0].spans] == ["sh"]


def test_a_link_that_is_no_address_of_the_web_or_of_mail_goes_nowhere() -> None:
    source = f"<r xmlns:x='x'><p>{SENTENCE} <a href='javascript:x()'>Go</a> {SENTENCE}</p></r>"
    assert not any(block.spans for block in read(source).blocks)


def test_a_heading_that_is_written_in_paragraphs_is_one() -> None:
    source = f"<r><section><title><p>One</p><p>Two</p></title><p>{SENTENCE * 3}</p></section></r>"
    blocks = read(source.replace("morning.", "morning. ")).blocks
    assert [(b.kind, b.text) for b in blocks][:1] == [(Kind.HEADING, "One Two")]


def test_a_reference_without_words_shows_what_its_source_is_called() -> None:
    draft = read(
        "<article><title>T</title><para>See <xref linkend='a'/>.</para><bibliography>"
        "<bibliomixed id='a'><abbrev>XML</abbrev>Bray, 1998.</bibliomixed></bibliography></article>"
    )
    assert [block.text for block in draft.blocks[1:]] == ["See [XML].", "XML Bray, 1998."]


# -- marks


def test_marks_are_characters_where_html_knows_them_and_else_their_names() -> None:
    text = "A&#233; b&eacute; c&nbsp;d &lt;e&gt; &rfc3920; AT&T 5 < 6 &amp;lt;"
    draft = read(f"<article><front/><body><p>{text}</p></body></article>")
    assert draft.blocks[0].text == "Aé bé c d <e> rfc3920 AT&T 5 < 6 &lt;"


def test_literal_text_stays_as_it_is() -> None:
    draft = read(
        "<xep><section1 topic='A'><p>Send <![CDATA[<a>&nbsp;</a>]]> now.</p></section1></xep>"
    )
    assert draft.blocks[1].text == "Send <a>&nbsp;</a> now."


def test_what_a_mark_stands_for_is_never_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the password")
    source = (
        f'<!DOCTYPE article [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>'
        f"<article><front/><body><p>{SENTENCE} &leak;</p></body></article>"
    )
    assert [block.text for block in read(source).blocks] == [f"{SENTENCE} leak"]


def test_marks_that_stand_for_many_others_are_refused_in_a_line() -> None:
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    source = f"<!DOCTYPE r [{''.join(lines)}]><r><p>{SENTENCE} &a9;</p></r>"
    with pytest.raises(SourceError, match="stand for many others, which may do harm"):
        read(source)


# -- what is no document


def test_data_without_text_are_told_in_a_line() -> None:
    source = "<ports>" + "<port id='1'><name>North</name><depth>9</depth></port>" * 30 + "</ports>"
    with pytest.raises(SourceError, match="is XML that holds data and no text"):
        read(source)


def test_data_are_read_as_they_are_under_the_name_of_a_text() -> None:
    draft = read("<ports><port><name>North</name></port></ports>", "a.txt")
    assert draft.blocks[0].text == "<ports><port><name>North</name></port></ports>"


def test_a_text_that_is_called_xml_is_read_as_text() -> None:
    assert [block.text for block in read(SENTENCE).blocks] == [SENTENCE]


def test_feeds_and_pages_are_found_first() -> None:
    feed = "<?xml version='1.0'?><rss><channel><item><title>A</title></item></channel></rss>"
    assert isinstance(read_draft(feed.encode(), "a.xml"), Parts)
    page = f"<html><head><title>Tides</title></head><body><p>{SENTENCE}</p></body></html>"
    for before in ("", "<?xml version='1.0'?>", "<?xml version='1.0'?><?xml-stylesheet href='a'?>"):
        assert read(before + page).form == "web page"


@pytest.mark.parametrize("kind", KNOWN)
def test_what_is_piped_in_is_known_by_how_it_begins(kind: str) -> None:
    source, expected = KNOWN[kind]
    source = source if source.startswith("<?xml") else f"<?xml version='1.0'?>\n{source}"
    assert shown(read(source, "")) == expected.strip()


def test_documents_in_the_answer_of_a_server_are_found_in_it() -> None:
    start = JATS_ARTICLE.index("<article")
    answer = f"<OAI-PMH><record><metadata>{JATS_ARTICLE[start:]}</metadata></record></OAI-PMH>"
    assert shown(read(answer)) == JATS_SHOWN.strip()


# -- whatever a file holds


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_any_encoding_is_read(encoding: str) -> None:
    document = "<TEI><text><body><p>Café.</p></body></text></TEI>"
    source = f"<?xml version='1.0' encoding='{encoding}'?>{document}"
    assert [block.text for block in read(source.encode(encoding)).blocks] == ["Café."]


def test_a_document_that_breaks_off_is_read_as_far_as_it_goes_and_says_so() -> None:
    draft = read(JATS_ARTICLE[: JATS_ARTICLE.index("<sec><title>Method")])
    assert draft.blocks[-1].text == "The rest follows."
    assert "its XML is broken" in draft.note
    assert not read(JATS_ARTICLE).note


def test_a_prefix_that_nobody_declared_does_no_harm() -> None:
    draft = read(f"<xep><section1 topic='A'><x:p>{SENTENCE}</x:p></section1></xep>")
    assert [block.text for block in draft.blocks] == ["A", SENTENCE]
    assert not draft.note


@pytest.mark.parametrize("end", ["</a>", ""])
def test_marks_that_are_nested_without_end_are_refused_in_a_line(end: str) -> None:
    with pytest.raises(SourceError, match="nested too deep"):
        read("<a>" * 100_000 + SENTENCE + end * 100_000)


def test_marks_without_end_are_refused_in_a_line() -> None:
    with pytest.raises(SourceError, match="more marks in it than can be read"):
        read("<article><body>" + "<p>x</p>" * 1_000_000 + "</body></article>")


@pytest.mark.parametrize("name", ["a", "sec", "fn", "table", "list", "italic", "xref", "label"])
def test_the_deepest_that_is_read_is_not_too_deep_to_be_walked_over(name: str) -> None:
    inside = f"<{name}>x " * 147 + SENTENCE + f"</{name}>" * 147
    draft = read(f"<article><front/><body>{inside}<p>{SENTENCE}</p></body></article>")
    assert any(SENTENCE in block.text for block in draft.blocks)


@pytest.mark.parametrize(
    "piece",
    [
        "<p>a<fn><p>b</p></fn></p>",
        "<p>a <xref rid='q'/></p>",
        "<sec id='q'><title>a</title></sec>",
        "<label>a</label>",
        "<table><tr><td>a</td></tr></table>",
        "<x>a</x>",
    ],
)
def test_the_work_grows_with_the_document_and_not_with_its_square(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0
    local = roles.local

    def counted(node: object) -> str:
        nonlocal asked
        asked += 1
        return local(node)

    monkeypatch.setattr(roles, "local", counted)
    work = []
    for number in (200, 800):
        asked = 0
        read(f"<article><front/><body><p>{SENTENCE}</p>{piece * number}</body></article>")
        work.append(asked)
    assert work[1] < 6 * work[0]


# -- words


_DOCUMENTS = (
    (JATS, "<article><front/><body>{}<p>The end.</p></body></article>"),
    (DOCBOOK, "<article><title>T</title>{}<para>The end.</para></article>"),
    (TEI, "<TEI><text><body>{}<p>The end.</p></body></text></TEI>"),
    (RFC, "<rfc><middle>{}<t>The end.</t></middle></rfc>"),
    (XEP, "<xep>{}<p>The end.</p></xep>"),
    (DITA, "<topic><title>T</title><body>{}<p>The end.</p></body></topic>"),
    (GENERIC, f"<r>{{}}<p>{SENTENCE} {SENTENCE}</p></r>"),
)


def _elements(vocabulary: Vocabulary) -> list[str]:
    """The elements of a vocabulary that show all that is in them, and one that it does not know."""
    lost = (roles.Role.SKIP, roles.Role.ONE_OF, roles.Role.FORMULA)
    known = {name for name, what in vocabulary.roles.items() if what not in lost}
    return sorted(known | set(vocabulary.aside) | {"x"})


@pytest.mark.parametrize(
    ("form", "name", "document"),
    [
        pytest.param(vocabulary.form, name, document, id=f"{vocabulary.form}-{name}")
        for vocabulary, document in _DOCUMENTS
        for name in _elements(vocabulary)
    ],
)
def test_no_element_loses_what_is_in_it(form: str, name: str, document: str) -> None:
    """Alone, in a paragraph, before and behind text, and around a paragraph."""
    inside = (
        f"<p>{SENTENCE}</p> <{name}>one two</{name}> "
        f"<p>three <{name}>four five</{name}> six</p> <{name}><p>seven</p> eight</{name}> nine "
        f"<p>{SENTENCE}</p>"
    )
    words = " ".join(block.text for block in read(document.format(inside)).blocks).split()
    wanted = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
    assert wanted <= {word.strip("“”[]") for word in words}, form


@st.composite
def _trees(draw: st.DrawFn, names: list[str], depth: int = 4) -> str:
    word = st.text("abcdefghijk", min_size=3, max_size=6)
    inside = st.lists(word | _trees(names, depth - 1) if depth else word, max_size=4)
    name = draw(st.sampled_from(names))
    return f"<{name}> {' '.join(draw(inside))} </{name}>"


@pytest.mark.parametrize("known", _DOCUMENTS, ids=lambda known: known[0].form)
@given(data=st.data())
def test_words_are_kept_however_elements_are_nested(
    known: tuple[Vocabulary, str], data: st.DataObject
) -> None:
    vocabulary, document = known
    tree = data.draw(_trees(_elements(vocabulary)))
    texts = [block.text for block in read(document.format(tree)).blocks]
    kept = Counter(re.findall(r"[a-k]{3,6}", " ".join(texts)))
    assert Counter(re.sub(r"<[^>]*>", " ", tree).split()) <= kept


def test_a_folder_shows_documents_and_not_every_file_of_data(tmp_path):
    for name in ("pom.xml", "paper.nxml", "guide.dbk"):
        (tmp_path / name).write_text("<x/>", encoding="utf-8")
    names, _ = articles_beside(str(tmp_path))
    assert set(names) == {"paper.nxml", "guide.dbk"}
