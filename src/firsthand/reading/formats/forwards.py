"""Messages quoted within the text of a message: the lines that mail programs write above them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.reading.draft import Draft, Hint

_MARK = re.compile(
    r"-{2,20} ?(?:Forwarded [Mm]essage|Original [Mm]essage|Original [Aa]ppointment|Weitergeleitete Nachricht|"
    r"Ursprüngliche Nachricht|Message transféré|Message d'origine|Mensaje reenviado|Пересылаемое сообщение)"
    r"[^-]{0,80}-{0,20}$|-{2,20} ?Forwarded by [^-]{3,120}-{0,20}$|Begin forwarded message:$|_{20,}$"
)
_FIELD = re.compile(
    r"\*?(From|Von|De|Da|Van|Sent|Date|Gesendet|Datum|Envoyé|Enviado|Data|To|An|À|Para|Cc|Bcc|Kopie|Subject|Betreff|"
    r"Objet|Asunto|Onderwerp|Oggetto|Reply-To|Importance|Attachments|Resent-From|Organization)\s{0,3}:\*?\s{1,9}(\S.{0,1000})$",
    re.IGNORECASE,
)
_BARE_FIELD = re.compile(r"\*?(From|Sent|Date|To|Cc|Subject|Reply-To)\s{0,3}:\*?$", re.IGNORECASE)
_KINDS = {
    "from": "from", "von": "from", "de": "from", "da": "from", "van": "from", "sent": "date", "date": "date",
    "gesendet": "date", "datum": "date", "envoyé": "date", "enviado": "date", "data": "date", "subject": "subject",
    "betreff": "subject", "objet": "subject", "asunto": "subject", "onderwerp": "subject", "oggetto": "subject",
}  # fmt: skip
_INTRODUCTION = re.compile(
    r"(?:On|Am|Le|El|Il giorno|Op) .{6,300}(?:wrote|schrieb.{0,100}|a écrit|escribió|ha scritto|schreef.{0,100})\s?:$"
)
_OPENS = re.compile(r"(?:On|Am|Le|El|Il giorno|Op) .{0,40}\d")
_TIMED = re.compile(r"\d[:.h]\d\d|@")  # without, it may be the article's own sentence
_QUOTE = re.compile(r"(?:> ?){1,50}")
DESK = re.compile(
    r"^(?:news|newsletters?|newsroom|alerts?|breaking|editors?|desk|media|press|pressoffice|bulletin|digest|wire|"
    r"updates?|noreply|no-reply|donotreply)(?:[+._-][\w.+-]*)?@",
    re.IGNORECASE,
)
"""An address from which no person writes, but a desk of an outlet."""

PREFIX = re.compile(
    r"^(?:(?:re|fwd?|aw|wg|tr|sv|vs|rif|rv|enc|ynt|antw|odp)\s?(?:\[\d+\])?\s?:\s{0,99}){1,20}", re.IGNORECASE
)
"""What mail programs put before the subject of an answer, or of what is passed on."""

_ADDRESS = re.compile(r"\s*[<\[(](?:mailto:)?[^<>\[\]()\s]{1,200}@[^<>\[\]()\s]{1,200}[>\])]\s*")
_LONGEST = 14  # lines of a block: a list of addressees may be wrapped
_OWN_WORDS = 60  # what a person may write above an article that is passed on


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines ``start`` to ``end`` of a text, and what they say of the message under them."""

    start: int
    end: int
    fields: dict[str, str]


def unwrapped(draft: Draft, hint: Hint) -> Draft:
    """A message's text without the lines that open quoted messages, and without the marks of quotation.

    Under at most a few words of the sender's, the first quoted message is the article: its own subject, date and sender
    hold then, not those of the message around it (``hint``, which gave the draft what it did not tell itself). A
    newsletter that does not begin so is left as it is.
    """
    lines = [_QUOTE.sub("", line, count=1) if line.startswith(">") else line for line in draft.body.split("\n")]
    blocks = _blocks(lines)
    first = next((block for block in blocks if block.fields), None)
    at_top = first is not None and sum(len(line.split()) for line in lines[: first.start]) <= _OWN_WORDS
    if hint.outlet and not at_top:
        return draft  # a newsletter that prints a letter within its text
    out = {number for block in blocks for number in range(block.start, block.end)}
    if not out and "\n".join(lines) == draft.body:
        return draft
    kept = [number for number in range(len(lines)) if number not in out]
    places = draft.places
    if places is not None and len(places) == len(lines):
        places = tuple(places[number] for number in kept)
    draft = replace(draft, body="\n".join(lines[number] for number in kept), places=places)
    return _of_the_quoted(draft, first.fields, hint) if first and at_top else draft


def _of_the_quoted(draft: Draft, told: dict[str, str], hint: Hint) -> Draft:
    """The draft with what the block says, where the draft has but what the message around it says."""
    fields: dict[str, object] = {}
    if draft.title in (None, hint.title) and told.get("subject"):
        fields["title"] = PREFIX.sub("", told["subject"])
    if draft.published in (None, hint.published) and told.get("date"):
        fields["published"] = told["date"]
    if draft.outlet in (None, hint.outlet):
        fields["outlet"] = hint.outlet or _sender(told.get("from", ""))
    rules = {**draft.rules, **{field: "forwarded message" for field, value in fields.items() if value}}
    return replace(draft, **fields, rules=rules)  # type: ignore[arg-type]


def _sender(value: str) -> str | None:
    """The sender's name if a desk wrote it, which its address shows."""
    address = _ADDRESS.search(value)
    found = address.group().strip(" <>[]()").removeprefix("mailto:") if address else value
    return _ADDRESS.sub("", value).strip("\"'* ") or None if DESK.match(found) else None


def _blocks(lines: Sequence[str]) -> list[_Block]:
    blocks: list[_Block] = []
    at = 0
    while at < len(lines):
        block = _introduction(lines, at) or _header_block(lines, at)
        if block:
            blocks.append(block)
            at = block.end
        else:
            at += 1
    return blocks


def _introduction(lines: Sequence[str], at: int) -> _Block | None:
    """ "On …, … wrote:", which programs wrap over up to three lines."""
    if not _OPENS.match(lines[at]):
        return None
    text = ""
    for end in range(at, min(at + 3, len(lines))):
        text = f"{text} {lines[end].strip()}".strip()
        if len(text) <= 300 and _INTRODUCTION.match(text) and _TIMED.search(text):
            return _Block(at, end + 1, {})
    return None


def _header_block(lines: Sequence[str], at: int) -> _Block | None:
    """A mark ("---- Forwarded message ----"), headers one a line, or both."""
    start = at
    marked = _MARK.match(lines[at].strip())
    if marked:
        at += 1
        while at < len(lines) and at < start + 3 and not lines[at].strip():
            at += 1
    elif not _FIELD.match(lines[at].strip()):
        return None
    fields, end, names = _fields(lines, at)
    if "from" in fields and len(names) >= (2 if marked else 3) and fields.keys() & {"date", "subject"}:
        return _Block(start, end, fields)
    plain_mark = marked and not lines[start].startswith("_")
    return _Block(start, start + 1, {}) if plain_mark else None


def _fields(lines: Sequence[str], at: int) -> tuple[dict[str, str], int, set[str]]:
    """What header lines say, where they end, and which there are. Blank lines may stand between, and values wrap."""
    fields: dict[str, str] = {}
    names: set[str] = set()
    end = number = at
    while number < min(at + 2 * _LONGEST, len(lines)) and len(names) < _LONGEST:
        text = lines[number].strip()
        found = _FIELD.match(text)
        if not found and _BARE_FIELD.match(text) and number + 1 < len(lines):
            found = _FIELD.match(f"{text} {lines[number + 1].strip()}")
            number += found is not None
        if found:
            name = found[1].lower()
            if name in names:
                break
            names.add(name)
            fields.setdefault(_KINDS.get(name, name), found[2].strip())
            end = number + 1
        elif text and not _wraps(lines, number, names):
            break
        number += 1
    return fields, end, names


def _wraps(lines: Sequence[str], number: int, names: set[str]) -> bool:
    """Whether a line goes on with the addressees above it: another header follows."""
    following = next((line.strip() for line in lines[number + 1 : number + 4] if line.strip()), "")
    return bool(names) and ("@" in lines[number] or ";" in lines[number]) and _FIELD.match(following) is not None
