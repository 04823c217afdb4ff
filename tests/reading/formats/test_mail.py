"""Mail messages, mailboxes and pages saved as mail: what each part gives, and what a message tells of its article."""

import base64
import io
import time
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from firsthand.model import Problem
from firsthand.reading.draft import Draft
from firsthand.reading.payloads import read_stream
from tests.reading.conftest import BODY, LAST, LEAD, SECOND, THIRD, TITLE

PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>" + "".join(
    f"<p>{line}</p>" for line in BODY.split("\n")
)
FRENCH = "Le port de Veldmar a été fermé après l'accident du navire, a-t-on déclaré lundi à la capitainerie."
RUSSIAN = "Капитан порта сообщил, что девять моряков были доставлены на берег после аварии судна."


def found_in(data: bytes, name: str = "a.eml") -> tuple[list[Draft], list[str]]:
    entries = list(read_stream(name, io.BytesIO(data), ".eml"))
    drafts = [entry for entry in entries if isinstance(entry, Draft)]
    return drafts, [entry.message for entry in entries if isinstance(entry, Problem)]


def only(data: bytes) -> Draft:
    drafts, problems = found_in(data)
    assert problems == []
    assert len(drafts) == 1
    return drafts[0]


def message(text: str = BODY, html: str | None = None, **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = headers.pop("sender", "Ines Tolland <ines@estrand.example>")
    made["To"] = "desk@veldmar.example"
    made["Subject"] = headers.pop("subject", TITLE)
    made["Date"] = "Mon, 12 May 2014 10:00:00 +0200"
    made["Message-ID"] = "<1@estrand.example>"
    for key, value in headers.items():
        made[key.replace("_", "-")] = value
    made.set_content(text)
    if html is not None:
        made.add_alternative(html, subtype="html")
    return made


def raw(body: bytes, *headers: bytes) -> bytes:
    fixed = (
        b"Received: by mx.veldmar.example",
        b"From: Ines <ines@estrand.example>",
        b"Date: Mon, 12 May 2014 10:00:00 +0200",
    )
    return b"\r\n".join((*fixed, *headers, b"", body))


# texts


def test_mail_plain_text_with_subject_and_date() -> None:
    draft = only(bytes(message()))
    assert draft.body.strip() == BODY
    assert (draft.title, draft.published, draft.outlet) == (TITLE, "2014-05-12T10:00:00+02:00", None)


def test_mail_html_alone() -> None:
    draft = only(raw(PAGE.encode(), b"Subject: Ship", b"MIME-Version: 1.0", b"Content-Type: text/html; charset=utf-8"))
    assert SECOND in draft.body


def test_mail_takes_the_html_of_both_once() -> None:
    draft = only(bytes(message("See the page.\n" + BODY, PAGE)))
    assert "See the page" not in draft.body
    assert draft.body.count(SECOND) == 1


def test_mail_takes_the_plain_text_where_the_html_is_a_shell() -> None:
    assert (
        SECOND
        in only(bytes(message(BODY, "<html><body><a href='https://x.example'>View online</a></body></html>"))).body
    )


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_mail_transfer_encodings(encoding: str) -> None:
    made = message()
    made.set_content(FRENCH + "\n" + BODY, cte=encoding)
    assert only(bytes(made)).body.startswith(FRENCH)


@pytest.mark.parametrize(
    "text, written, declared",
    [
        (FRENCH, "utf-8", b"iso-8859-1"),
        (FRENCH, "cp1252", b"utf-8"),
        (FRENCH + " “Rien”", "cp1252", b"iso-8859-1"),
        (FRENCH, "utf-8", b"no-such-charset"),
        (FRENCH, "utf-8", b"unicode_escape"),
        (RUSSIAN, "koi8-r", b"koi8-r"),
        (RUSSIAN, "cp1251", b"windows-1251"),
    ],
)
def test_mail_charsets_and_charsets_that_lie(text: str, written: str, declared: bytes) -> None:
    head = (b"Subject: Ship", b"MIME-Version: 1.0", b"Content-Type: text/plain; charset=" + declared)
    assert only(raw(text.encode(written), *head)).body == text


def test_mail_wrapped_lines_of_flowed_text_are_joined() -> None:
    text = "A grain ship ran aground off the port of \r\nVeldmar on Monday.\r\n\r\nNine were saved.\r\n"
    head = (b"Subject: Ship", b"MIME-Version: 1.0", b"Content-Type: text/plain; charset=utf-8; format=flowed")
    assert only(raw(text.encode(), *head)).body == (
        "A grain ship ran aground off the port of Veldmar on Monday.\n\nNine were saved."
    )


def test_mail_text_that_an_attachment_divides_is_one() -> None:
    made = MIMEMultipart("mixed")
    made["From"], made["Subject"], made["Message-ID"] = "a@estrand.example", TITLE, "<2@estrand.example>"
    made.attach(MIMEText(LEAD))
    picture = MIMEText("x")
    picture.replace_header("Content-Type", "image/png")
    made.attach(picture)
    made.attach(MIMEText(SECOND))
    assert only(bytes(made)).body.split("\n\n") == [LEAD, SECOND]


# headers


@pytest.mark.parametrize(
    "raw_subject",
    [
        b"=?utf-8?Q?Navire_=C3=A9chou=C3=A9_=C3=A0_Veldmar?=",
        b"=?utf-8?B?" + base64.b64encode("Navire échoué à Veldmar".encode()) + b"?=",
        b"=?iso-8859-1?Q?Navire_=E9chou=E9?=\r\n =?iso-8859-1?Q?_=E0_Veldmar?=",
        b"Fwd: RE: =?UTF-8?q?Navire_=C3=A9chou=C3?= =?UTF-8?q?=A9_=C3=A0_Veldmar?=",
        "Navire échoué à Veldmar".encode(),
        "Navire échoué à Veldmar".encode("latin-1"),
        b"Navire =?utf-8?Q?=C3=A9chou=C3=A9?= =?utf-8?Q?_=C3=A0?= Veldmar",
    ],
)
def test_mail_subjects(raw_subject: bytes) -> None:
    assert only(raw(BODY.encode(), b"Subject: " + raw_subject)).title == "Navire échoué à Veldmar"


@pytest.mark.parametrize("date", [b"yesterday", b"Mon, 99 Foo 20145 99:99", b"", b"\xff\xfe"])
def test_mail_with_a_damaged_date_has_none(date: bytes) -> None:
    head = b"Received: x\nFrom: a@estrand.example\nSubject: Ship\nDate: " + date + b"\n\n" + BODY.encode()
    assert only(head).published is None


@pytest.mark.parametrize(
    "headers, outlet",
    [
        ({"sender": "Veldmar Courier <newsletter@courier.example>"}, "Veldmar Courier"),
        (
            {"sender": "Veldmar Courier <post@courier.example>", "List_Unsubscribe": "<https://courier.example/u>"},
            "Veldmar Courier",
        ),
        ({"sender": "breaking@courier.example"}, "courier.example"),
        ({"List_Id": "Coast Watch <coast.lists.example>", "List_Post": "<mailto:coast@lists.example>"}, "Coast Watch"),
        ({}, None),
    ],
)
def test_mail_sender_is_the_outlet_of_what_goes_out_to_many(headers: dict[str, str], outlet: str | None) -> None:
    assert only(bytes(message(**headers))).outlet == outlet


# attachments


def test_mail_attachments_are_read_by_their_content() -> None:
    made = message("Three files for you, see the harbour's own report among them.")
    made.add_attachment(BODY.encode(), "application", "octet-stream", filename="report.bin")
    made.add_attachment(
        f"title,text,date\nShip,{SECOND.replace(',', '')},2014-05-12\n", subtype="csv", filename="t.csv"
    )
    made.add_attachment(PAGE, subtype="html", filename="page.html")
    made.add_attachment(b"\x89PNG\r\n", "image", "png", filename="p.png")
    made.add_attachment(b"BEGIN:VCALENDAR", "text", "calendar", filename="i.ics")
    drafts, problems = found_in(bytes(made))
    assert problems == []
    assert [draft.path for draft in drafts] == ["a.eml", "a.eml#1", "a.eml#2#2", "a.eml#3"]
    assert drafts[1].body == BODY
    assert (drafts[1].title, drafts[1].published) == (None, None)
    assert drafts[3].title == TITLE


def test_mail_what_is_wrong_with_an_attachment_costs_it_only() -> None:
    made = message()
    made.add_attachment(b"\x00\x01\x02" * 300, "application", "octet-stream", filename="a.bin")
    made.add_attachment(b"%PDF-1.7 broken", "application", "pdf", filename="b.pdf")
    made.add_attachment(LEAD.encode(), "text", "plain", filename="c.txt")
    entries = list(read_stream("a.eml", io.BytesIO(bytes(made)), ".eml"))
    assert [entry.path for entry in entries if isinstance(entry, Draft)] == ["a.eml", "a.eml#3"]
    assert [entry.path for entry in entries if isinstance(entry, Problem)] == ["a.eml#1", "a.eml#2"]


def test_mail_without_text_says_so() -> None:
    made = EmailMessage()
    made["From"], made["To"], made["Message-ID"] = "a@estrand.example", "b@estrand.example", "<3@estrand.example>"
    made.set_content(b"\x89PNG\r\n", "image", "png")
    assert found_in(bytes(made)) == ([], ["no text in this mail; save the article that it shows as .html or .txt"])


def test_mail_encrypted_says_so() -> None:
    head = (b"MIME-Version: 1.0", b'Content-Type: multipart/encrypted; boundary="b"')
    body = b"--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b--"
    assert "encrypted" in found_in(raw(body, *head))[1][0]


# messages within messages


def test_mail_attached_message_is_an_article_of_its_own() -> None:
    inner = message(BODY, sender="Veldmar Courier <news@courier.example>", subject="Ship aground")
    outer = message("For your file.", subject="Fwd: Ship aground")
    outer.add_attachment(inner)
    drafts, problems = found_in(bytes(outer))
    assert problems == []
    assert [(draft.path, draft.title, draft.outlet) for draft in drafts] == [
        ("a.eml", "Ship aground", None),
        ("a.eml#1", "Ship aground", "Veldmar Courier"),
    ]


def test_mail_attached_message_in_base64() -> None:
    inner = base64.encodebytes(bytes(message(BODY)))
    part = (
        b"--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n" + inner + b"\r\n--b--\r\n"
    )
    draft = only(raw(part, b"MIME-Version: 1.0", b'Content-Type: multipart/mixed; boundary="b"'))
    assert draft.body.strip() == BODY


COURIER = "From: Veldmar Courier <news@courier.example>\n"
SUBJECT = "Subject: Ship aground\n"
SENT = "Sent: Sunday, May 11, 2014 8:30 AM\n"
TO = "To: Ines Tolland <ines@estrand.example>\n"
GMAIL = (
    f"---------- Forwarded message ---------\n{COURIER}Date: Sun, May 11, 2014 at 8:30 AM\n{SUBJECT}"
    "To: <list@courier.example>\n\n\n"
)
OUTLOOK = (
    f"-----Original Message-----\nFrom: Veldmar Courier [mailto:news@courier.example]\n{SENT}To: Ines Tolland;\n"
    f" b@estrand.example; c@estrand.example\nCc: d@estrand.example\n{SUBJECT}\n"
)
NEW_OUTLOOK = f"________________________________\n{COURIER}{SENT}{TO}{SUBJECT}\n"
APPLE = f"Begin forwarded message:\n\n{COURIER}{SUBJECT}Date: 11 May 2014 at 08:30:00 CEST\n{TO}\n"
GERMAN = (
    "-------- Weitergeleitete Nachricht --------\nBetreff: Ship aground\nDatum: Sun, 11 May 2014 08:30:00 +0200\n"
    "Von: Veldmar Courier <news@courier.example>\nAn: ines@estrand.example\n\n"
)
BARE = f"{COURIER}Sent: 11 May 2014 08:30\n{TO}Subject: FW: Ship aground\n\n"


@pytest.mark.parametrize("block", [GMAIL, OUTLOOK, NEW_OUTLOOK, APPLE, GERMAN, BARE])
@pytest.mark.parametrize("own", ["", "For your file.\n\n"])
def test_mail_forwarded_in_the_text_tells_title_date_and_outlet(block: str, own: str) -> None:
    draft = only(bytes(message(own + block + BODY, subject="Fwd: look at this")))
    assert [line for line in draft.body.split("\n") if line.strip()] == [*own.split("\n")[:1], *BODY.split("\n")][
        not own :
    ]
    assert (draft.title, draft.outlet) == ("Ship aground", "Veldmar Courier")
    assert "11" in str(draft.published)


def test_mail_forwarded_by_a_person_has_no_outlet() -> None:
    block = GMAIL.replace("Veldmar Courier <news@courier.example>", "Hans Holm <hans@estrand.example>")
    assert only(bytes(message(block + BODY))).outlet is None


def test_mail_forwarded_in_html() -> None:
    lines = "<br>".join(GMAIL.strip().replace("<", "&lt;").replace(">", "&gt;").split("\n"))
    draft = only(bytes(message("", f"<div>See below.</div><div>{lines}</div>{PAGE}", subject="Fwd: x")))
    assert draft.places is None or len(draft.places) == len(draft.body.split("\n"))
    assert "Forwarded message" not in draft.body
    assert "list@courier" not in draft.body
    assert SECOND in draft.body


@pytest.mark.parametrize(
    "line",
    [
        "On Sun, May 11, 2014 at 8:30 AM Hans Holm <hans@estrand.example> wrote:",
        "On 11 May 2014, at 08:30, Hans Holm <hans@estrand.example> wrote:",
        "On Sun, May 11, 2014 at 8:30 AM Hans Holm of the Estrand Office <\nhans@estrand.example> wrote:",
        "Am 11.05.2014 um 08:30 schrieb Hans Holm:",
        "Le dim. 11 mai 2014 à 08:30, Hans Holm <hans@estrand.example> a écrit :",
    ],
)
def test_mail_answer_keeps_the_quoted_text_without_its_marks(line: str) -> None:
    quoted = "\n".join(f"> {paragraph}\n>" for paragraph in BODY.split("\n"))
    draft = only(bytes(message(f"I agree with all of it.\n\n{line}\n{quoted}")))
    assert [part for part in draft.body.split("\n") if part] == ["I agree with all of it.", *BODY.split("\n")]
    assert draft.title == TITLE


def test_mail_sentence_that_only_looks_like_an_introduction_stays() -> None:
    said = "On 12 May 2014, Ms Tolland wrote:\n“The engine was lost.”\nFrom: this day on, no ship may enter."
    text = f"{LEAD}\n{said}\n{LAST}"
    assert only(bytes(message(text))).body.strip() == text


def test_mail_newsletter_keeps_a_letter_that_it_prints() -> None:
    text = "\n".join((BODY, COURIER.strip(), TO.strip(), SENT.strip(), SUBJECT.strip(), LAST))
    assert only(bytes(message(text, sender="Coast Post <newsletter@coast.example>"))).body.strip() == text


# mailboxes


def test_mail_mailbox_gives_each_message() -> None:
    box = b"".join(
        b"From ines@estrand.example Mon May 12 10:00:0%d 2014\n" % number
        + bytes(message(f"{line}\n>From the north came a second ship.", subject=f"Ship {number}"))
        + b"\n\n"
        for number, line in enumerate((LEAD, SECOND, THIRD))
    )
    drafts, problems = found_in(box, "all.mbox")
    assert problems == []
    assert [(draft.path, draft.title) for draft in drafts] == [(f"all.mbox#{n + 1}", f"Ship {n}") for n in range(3)]
    assert [draft.body.strip() for draft in drafts] == [
        f"{line}\nFrom the north came a second ship." for line in (LEAD, SECOND, THIRD)
    ]


def test_mail_mailbox_of_one_message_is_that_message() -> None:
    draft = only(b"From ines@estrand.example Mon May 12 10:00:00 2014\n" + bytes(message()))
    assert (draft.path, draft.title) == ("a.eml", TITLE)


# pages saved as mail


def mhtml(*headers: str, part: str = "Content-Location: https://courier.example/2014/ship.html") -> bytes:
    content = base64.encodebytes(PAGE.encode()).decode()
    lines = (
        *headers, "MIME-Version: 1.0", 'Content-Type: multipart/related; type="text/html"; boundary="b"', "", "",
        "--b", "Content-Type: text/css", "Content-Location: https://courier.example/a.css", "", "p {color: red}",
        "--b", "Content-Type: text/html", "Content-Transfer-Encoding: base64", part, "", content,
        "--b", "Content-Type: image/png", "Content-Location: https://courier.example/a.png", "", "x", "--b--", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize(
    "headers",
    [
        ("From: <Saved by Blink>", "Snapshot-Content-Location: https://courier.example/2014/ship.html",
         "Subject: =?utf-8?Q?Ship?=", "Date: Tue, 2 Jun 2020 10:00:00 -0000"),
        ('From: "Saved by Windows Internet Explorer 8"', "Subject: Ship", "Date: Tue, 2 Jun 2009 10:00:00 +0200"),
        (),
    ],
)  # fmt: skip
def test_mail_saved_page_has_its_address_and_not_the_day_it_was_saved(headers: tuple[str, ...]) -> None:
    draft = only(mhtml(*headers))
    assert SECOND in draft.body
    assert "color" not in draft.body
    assert draft.url == "https://courier.example/2014/ship.html"
    assert draft.title == TITLE
    assert not str(draft.published or "").startswith(("2009", "2020"))


def test_mail_saved_page_in_quoted_printable() -> None:
    quoted = "".join(
        f"={byte:02X}" if byte > 126 or byte == 61 else chr(byte) for byte in f"<html><p>{FRENCH}</p>".encode()
    )
    wrapped = "=\r\n".join(quoted[at : at + 70] for at in range(0, len(quoted), 70))
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/a\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{wrapped}\r\n--b--\r\n"
    )
    assert FRENCH in only(data.encode()).body


def test_mail_newsletter_with_located_pictures_is_no_saved_page() -> None:
    data = mhtml(
        "To: ines@estrand.example", "Received: by mx", "Subject: Ship", "Date: Mon, 12 May 2014 10:00:00 +0200"
    )
    assert only(data).published == "2014-05-12T10:00:00+02:00"


# damaged and hostile messages


def test_mail_cut_off_anywhere_never_fails() -> None:
    made = message(BODY, PAGE)
    made.add_attachment(BODY.encode() * 3, "application", "octet-stream", filename="a.txt")
    data = bytes(made)
    for end in range(200, len(data), 173):
        for entry in read_stream("a.eml", io.BytesIO(data[:end]), ".eml"):
            assert isinstance(entry, (Draft, Problem))


def test_mail_cut_off_in_an_attachment_is_read_as_far_as_it_goes() -> None:
    made = message(BODY)
    made.add_attachment((LEAD + "\n" + SECOND * 20).encode(), "text", "plain", filename="a.txt", cte="base64")
    drafts, problems = found_in(bytes(made)[:-2001])
    assert [draft.path for draft in drafts] == ["a.eml", "a.eml#1"]
    assert drafts[1].body.startswith(LEAD)
    assert ["cut off" in problem for problem in problems] == [True]


def test_mail_text_that_is_wrongly_said_to_be_base64() -> None:
    assert only(raw(BODY.encode(), b"Subject: x", b"Content-Transfer-Encoding: base64")).body == BODY


def nested(depth: int) -> bytes:
    head = raw(b"", b"MIME-Version: 1.0", b'Content-Type: multipart/mixed; boundary="b0"')
    parts = [b'--b%d\r\nContent-Type: multipart/mixed; boundary="b%d"\r\n\r\n' % (n, n + 1) for n in range(depth)]
    ends = b"".join(b"\r\n--b%d--" % number for number in range(depth, -1, -1))
    return (
        head + b"\r\n" + b"".join(parts) + b"--b%d\r\nContent-Type: text/plain\r\n\r\n" % depth + BODY.encode() + ends
    )


def test_mail_multiparts_within_multiparts() -> None:
    assert only(nested(30)).body.strip() == BODY


def attached_deep(depth: int) -> bytes:
    made = message(BODY)
    for _ in range(depth):
        outer = message("See below.")
        outer.add_attachment(made)
        made = outer
    return bytes(made)


def test_mail_forwarded_too_deep_says_so() -> None:
    drafts, problems = found_in(attached_deep(8))
    assert len(drafts) == 5
    assert "forwarded more than 5 deep" in problems[0]


@pytest.mark.parametrize(
    "data",
    [
        nested(3000),
        raw(b"x", b"Subject: " + b"=?utf-8?q?a?= " * 40_000),
        raw(b"x", b"Content-Type: text/plain" + b"; a=b" * 200_000),
        raw(b"x", b"Content-Type: multipart/mixed" + b";" * 900_000),
        raw(b"x", b"To: " + b"(" * 500_000),
        raw(b"--b\r\n\r\nx\r\n" * 100_000, b'Content-Type: multipart/mixed; boundary="b"'),
        raw(b"\r\n" * 1_000_000, b'Content-Type: multipart/mixed; boundary="b"'),
        raw(b"\r\n> " * 300_000, b"Subject: x"),
        raw(b"On 1 \r\n" * 200_000, b"Subject: x"),
        raw(b"From: a\r\n" * 200_000, b"Subject: x"),
        raw(b"To: a@b;\r\n" * 200_000, b"Subject: x"),
        raw(b"--------------------" * 50_000, b"Subject: x"),
        raw(b"a \r\n" * 300_000, b"Content-Type: text/plain; format=flowed", b"MIME-Version: 1.0"),
        b"From a@b Mon May 12 10:00:00 2014\nFrom: a\nTo: b\nMessage-ID: 1\n\nx\n\n" * 300,
    ],
)
def test_mail_hostile_messages_end_soon(data: bytes) -> None:
    start = time.perf_counter()
    for entry in read_stream("a.eml", io.BytesIO(data), ".eml"):
        assert isinstance(entry, (Draft, Problem))
    assert time.perf_counter() - start < 5


def test_mail_too_large_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.reading.formats.mail.MAX_MAIL", 1000)
    assert "save its attachments apart" in found_in(bytes(message(BODY * 9)))[1][0]
