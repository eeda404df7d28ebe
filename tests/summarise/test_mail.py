"""Mails and mailboxes: what was written is the article; quoted mails and signatures are aside."""

# ruff: noqa: E501 (lines of mails stay whole)

from __future__ import annotations

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest

import summarise
from summarise import Article, Kind, SourceError
from summarise.loading import source_of

BODY = """\
The ferry was late again on Monday, and nobody on the quay was told the
reason why. The council will hear of it on Thursday. Whoever waited that
day is asked to write down how long.

There will be coffee afterwards."""


def mail(body: str = BODY, **headers: str) -> bytes:
    """A mail as it is stored."""
    message = EmailMessage()
    said = {
        "From": "Änne Bell <ann@a.example>",
        "To": "All <all@a.example>",
        "Subject": "Re: The late ferry",
        "Date": "Sun, 01 Mar 2026 08:30:00 +0100",
        "Message-ID": "<1@a.example>",
    }
    for name, value in (said | {n.replace("_", "-"): v for n, v in headers.items()}).items():
        message[name] = value
    message.set_content(body)
    return bytes(message)


def read(tmp_path: Path, data: bytes, name: str = "a.eml") -> Article:
    path = tmp_path / name
    path.write_bytes(data)
    return summarise.load(path)


def picked(article: Article) -> str:
    return " ".join(article.sentences[i].text for i in article.candidates)


@pytest.mark.parametrize("name", ["a.eml", "a", "a.txt.1"])
def test_a_mail_says_who_when_and_what(tmp_path: Path, name: str):
    article = read(tmp_path, mail(), name)
    assert (article.title, article.author) == ("The late ferry", "Änne Bell")
    assert (article.date, article.form) == ("2026-03-01T08:30:00+01:00", "mail")
    assert picked(article).startswith("The ferry was late again on Monday, and nobody")
    assert len(article.candidates) == 4
    assert "Message-ID" not in article.text


def test_a_mailing_list_is_what_it_was_published_in(tmp_path: Path):
    data = mail(
        List_Id='"Friends of the harbour" <harbour.lists.example>',
        Archived_At="<https://l.example/7>",
    )
    article = read(tmp_path, data)
    assert (article.site, article.address) == ("Friends of the harbour", "https://l.example/7")


QUOTES = """\
I was there, and it was two hours late.

On Sun, 1 Mar 2026 at 08:30, Änne Bell <ann@a.example>
wrote:
> The ferry was late again on Monday.
>> Was it really?
>
> The council will hear of it.

So I would like to come, and bring my notes.

--{SPACE}
Carl Dee
Keeper of the lamp, Varnholm
""".replace("{SPACE}", " ")


def test_quoted_mails_and_the_signature_are_marked(tmp_path: Path):
    article = read(tmp_path, mail(QUOTES))
    assert picked(article) == (
        "I was there, and it was two hours late. So I would like to come, and bring my notes."
    )
    reasons = {p.boilerplate for p in article.paragraphs if p.boilerplate}
    assert reasons == {"quoted mail", "signature"}
    assert "Was it really?" in article.text
    assert "Keeper of the lamp" in article.text


@pytest.mark.parametrize(
    "line", ["-----Original Message-----", "_" * 32, "---- Ursprüngliche Nachricht ----"]
)
def test_the_mail_that_is_answered_may_stand_below_unmarked(tmp_path: Path, line: str):
    text = (
        f"I was there, and it was late.\n\n{line}\nFrom: Ann\nSubject: Ferry\n\nThe ferry was late."
    )
    assert picked(read(tmp_path, mail(text))) == "I was there, and it was late."


def test_a_mail_that_was_only_sent_on_is_read(tmp_path: Path):
    text = "---------- Forwarded message ---------\n\n" + BODY
    assert "coffee afterwards" in picked(read(tmp_path, mail(text)))


def test_a_mail_in_html_is_read_where_its_text_says_nothing(tmp_path: Path):
    message = EmailMessage()
    message["Subject"], message["From"] = "News", "a@b.example"
    message.set_content("Please view this mail in a browser.")
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.split("\n\n"))
    quote = "<div class=gmail_quote>On Sunday X wrote: <blockquote>Old words.</blockquote></div>"
    message.add_alternative(f"<html><body>{paragraphs}{quote}</body></html>", subtype="html")
    message.add_attachment(
        b"The attachment. It is no text.", maintype="text", subtype="plain", filename="x.txt"
    )
    article = read(tmp_path, bytes(message))
    assert "There will be coffee afterwards." in picked(article)
    assert "Old words" not in picked(article)
    assert "Old words." in article.text
    assert "attachment" not in article.text


@pytest.mark.parametrize(
    ("coding", "charset", "written"),
    [
        ("quoted-printable", "utf-8", b"F=C3=A4hre ist sp=C3=A4t. Alle war=\nten."),
        ("quoted-printable", "iso-8859-1", b"F=E4hre ist sp=E4t. Alle warten."),
        ("8bit", "x-unknown", "Fähre ist spät. Alle warten.".encode()),
        ("base64", "utf-8", base64.encodebytes("Fähre ist spät. Alle warten.".encode())),
        ("8bit", "no such charset", "Fähre ist spät. Alle warten.".encode()),
    ],
)
def test_codings_of_the_text_are_undone(tmp_path: Path, coding, charset, written):
    head = (
        f"From: =?iso-8859-1?q?=C4nne?= <a@b.example>\nSubject: =?utf-8?b?RsOkaHJl?=\nMIME-Version: 1.0\n"
        f'Content-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: {coding}\n\n'
    )
    article = read(tmp_path, head.encode() + written)
    assert picked(article) == "Fähre ist spät. Alle warten."
    assert (article.title, article.author) == ("Fähre", "Änne")


def test_a_mailbox_gives_its_messages_to_choose_from(tmp_path: Path):
    first = mail(BODY.replace("The council", "\n>From the start the council"))
    second = mail("A second mail. It says little.", Subject="Second", From="carl@a.example")
    path = tmp_path / "box.mbox"
    path.write_bytes(
        b"From ann@a.example Sun Mar  1 08:30:00 2026\n" + first
        + b"\nFrom carl@a.example Mon Mar  2 08:30:00 2026\n" + second
    )  # fmt: skip
    sources = source_of(path).open()
    assert isinstance(sources, tuple)
    assert [s.name for s in sources] == ["The late ferry · Änne Bell", "Second · carl@a.example"]
    assert {s.group for s in sources} == {"box.mbox"}
    articles = summarise.load_all(path)
    assert "\nFrom the start the council" in articles[0].text
    assert picked(articles[1]) == "A second mail. It says little."
    assert source_of(path).open()[1].load().title == "Second"  # type: ignore[index]


def test_a_mailbox_is_known_by_its_beginning(tmp_path: Path):
    path = tmp_path / "inbox"
    path.write_bytes(b"From a@b Sun Mar  1 08:30:00 2026\n" + mail())
    assert summarise.load(path).title == "The late ferry"


def test_a_mailbox_without_messages_is_one_line(tmp_path: Path):
    with pytest.raises(SourceError, match="is a mailbox without messages"):
        read(tmp_path, b"The ferry was late again.\n", "a.mbox")


def test_a_letter_that_begins_like_a_mailbox_is_none(tmp_path: Path):
    text = "From the harbour we saw the ferry come in late.\n\nNobody was told why. It was cold."
    assert read(tmp_path, text.encode(), "a.txt").form == "text"


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nSubject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=",
        b"Message-ID: <1>\nFrom: a@b\n\n",
        b"MIME-Version: 1.0\nFrom: a\n"
        + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 3000,
        b"From a@b Sun Mar  1 2026\nMIME-Version: 1.0\nSubject: =?utf-8?b?////?=\nFrom: <<>>,,\n\n",
        b"MIME-Version: 1.0\nSubject: =?no-such?q?=41?=\nDate: never\nFrom: =?utf-8?x?a?=\n\nText here.",
    ],
)
def test_mails_of_any_shape_are_an_article_or_one_line(tmp_path: Path, data: bytes):
    try:
        assert read(tmp_path, data).text
    except SourceError as error:
        assert str(error).isprintable()


@pytest.mark.parametrize("charset", ["utf-8", "latin-1"])
def test_a_subject_that_names_no_coding_is_read_like_a_text(tmp_path: Path, charset: str):
    subject = "Fähren fahren über Nacht wieder: die Brücke ist gesperrt, größere Züge fallen aus"
    path = tmp_path / "a.eml"
    mail = f"From: Ann <a@example.org>\nSubject: {subject}\nMime-Version: 1.0\n\nIt is late.\n"
    path.write_bytes(mail.encode(charset))
    assert summarise.load(path).title == subject


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("text/plain", "has no text in it"),
        ("application/pdf", "has no text in it, only attachments"),
        ("text/plain\nContent-Disposition: attachment", "has no text in it, only attachments"),
    ],
)
def test_a_mail_without_text_says_whether_something_is_attached(
    tmp_path: Path, kind: str, reason: str
):
    path = tmp_path / "a.eml"
    path.write_text(f"Message-Id: <1@a>\nFrom: Ann <a@example.org>\nContent-Type: {kind}\n\n\n")
    with pytest.raises(SourceError) as caught:
        summarise.load(path)
    assert caught.value.reason == reason


PATCH = """\
diff --git a/quay.c b/quay.c
index f943acd7d2..b1a790b217 100644
--- a/quay.c
+++ b/quay.c
@@ -1,3 +1,4 @@
 #include <quay.h>

-# Boards that wait long can sit down on the old bench.
+# Boards that wait long can sit down on the new bench.
\\ No newline at end of file"""


def test_a_patch_is_code_and_who_signed_it_is_aside(tmp_path: Path):
    signed = 'Fixes: 93c962c7af7e ("quay: a bench")\nReviewed-by: Bo Lind <bo@a.example>'
    listed = "---\n quay.c  | 2 +-\n bench.c | 12 ++++++++----\n 2 files changed, 9 insertions(+)\n"
    behind = "Note: the quay is closed on Monday."
    article = read(tmp_path, mail(f"{BODY}\n\n{signed}\n{listed}\n{PATCH}\n\n{behind}\n"))
    kinds = {p.kind for p in article.paragraphs if "bench" in article.text[p.start : p.end]}
    assert kinds <= {Kind.CODE, Kind.TEXT}
    assert picked(article) == picked(read(tmp_path, mail(f"{BODY}\n\n{behind}")))
    code = [article.text[p.start : p.end] for p in article.paragraphs if p.kind is Kind.CODE]
    assert any("+# Boards that wait long" in text for text in code)
    assert "Bo Lind" in article.text


@pytest.mark.parametrize(
    "text",
    [
        "--- so it began\nand went on.",
        "Note: the ferry is late.",
        "---\nOne | two\nthree.",
        "+ tea\n+ milk",
    ],
)
def test_what_only_looks_like_a_patch_is_text(tmp_path: Path, text: str):
    article = read(tmp_path, mail(f"{BODY}\n\n{text}"))
    assert not any(p.kind is Kind.CODE for p in article.paragraphs)
    assert article.paragraphs[-1].boilerplate is None
