"""Word documents, OpenDocument texts and EPUB books of given parts, as bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from summarise.draft import Draft
from summarise.sources.reading import read_draft

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_NAMES = " ".join(
    f'xmlns:{prefix}="{_OFFICE}{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("meta", "meta"),
    )
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these members."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return to.getvalue()


def relations(**targets: str) -> str:
    """The relationships of a part: what for, and to which part."""
    rows = "".join(
        f'<Relationship Id="r{n}" Type="http://example.org/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'


def word(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    core: str = "",
    main: str = "word/document.xml",
    namespace: str = _W,
) -> bytes:
    """A Word document by the XML of its parts."""

    def part(name: str, inside: str) -> str:
        return (
            f'<w:{name} xmlns:w="{namespace}" xmlns:m="http://example.org/m"'
            f' xmlns:mc="http://example.org/mc">{inside}</w:{name}>'
        )

    folder, _, name = main.rpartition("/")
    return zipped(
        {
            "[Content_Types].xml": "<Types><Default ContentType='x.wordprocessingml.x'/></Types>",
            "_rels/.rels": relations(officeDocument=main, **{"core-properties": "core.xml"}),
            f"{folder}/_rels/{name}.rels": relations(
                styles="s.xml", numbering="n.xml", footnotes="f.xml"
            ),
            main: part("document", f"<w:body>{body}</w:body>"),
            f"{folder}/s.xml": part("styles", styles),
            f"{folder}/n.xml": part("numbering", numbering),
            f"{folder}/f.xml": part("footnotes", footnotes),
            "core.xml": f"<p xmlns:dc='dc' xmlns:t='t'>{core}</p>",
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def opendocument(body: str, *, styles: str = "", automatic: str = "", meta: str = "") -> bytes:
    """An OpenDocument text by the XML of its parts."""

    def part(name: str, inside: str) -> str:
        return f"<office:document-{name} {_ODF_NAMES}>{inside}</office:document-{name}>"

    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "styles.xml": part("styles", f"<office:styles>{styles}</office:styles>"),
            "content.xml": part(
                "content",
                f"<office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body>",
            ),
            "meta.xml": part("meta", f"<office:meta>{meta}</office:meta>"),
        }
    )


def epub(
    pages: Mapping[str, str],
    *,
    metadata: str = "<dc:title>The book</dc:title>",
    spine: Sequence[str] = (),
    nav: str = "",
    ncx: str = "",
    guide: str = "",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A book of pages (the insides of their bodies by name), in their order."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(pages)
    )
    if nav:
        items += '<item id="nav" href="nav.xhtml" properties="nav" media-type="x"/>'
    if ncx:
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    references = spine or [f'<itemref idref="i{n}"/>' for n in range(len(pages))]
    opf = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="opf">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest>"
        f"<spine>{''.join(references)}</spine><guide>{guide}</guide></package>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            "<container><rootfiles><rootfile full-path='book/a.opf'/></rootfiles></container>"
        ),
        "book/a.opf": opf,
        "book/nav.xhtml": f"<html><body><nav epub:type='toc'>{nav}</nav></body></html>",
        "book/toc.ncx": f"<ncx><navMap>{ncx}</navMap></ncx>",
    }
    for name, page in pages.items():
        members[f"book/{name}"] = f"<html><head><title/></head><body>{page}</body></html>"
    return zipped(members | dict(more or {}))


def drafted(data: bytes | str, name: str = "a") -> Draft:
    """The draft of a file."""
    return read_draft(data.encode() if isinstance(data, str) else data, name)


def shown(draft: Draft) -> list[str]:
    """The blocks of a draft as "kind level [why aside] text", with what is not there left out."""
    return [
        " ".join(
            filter(
                None,
                (
                    block.kind.value,
                    str(block.level or ""),
                    f"[{block.aside}]" if block.aside else "",
                    block.text,
                ),
            )
        )
        for block in draft.blocks
    ]
