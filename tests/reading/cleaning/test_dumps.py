"""Page dumps without markup: title, date, captions, and furniture around and inside the article."""

from collections import Counter
from collections.abc import Callable

import pytest

from firsthand.model import Document
from tests.reading.conftest import BODY, LAST, LEAD, SECOND, THIRD, TITLE, kinds, page, rules

Reading = Callable[..., Document]


def test_dumps_plain_article_is_kept_verbatim(read_text: Reading) -> None:
    document = read_text(page(TITLE, LEAD, SECOND, THIRD, LAST))
    assert document.text == f"{TITLE}\n{BODY}"
    assert document.title == TITLE
    assert document.removed == ()
    assert [kind for kind, _ in kinds(document)] == ["title", "body", "body", "body", "body"]


def test_dumps_text_without_a_title(read_text: Reading) -> None:
    document = read_text(BODY)
    assert document.title is None
    assert document.text == BODY


def test_dumps_single_paragraph_is_no_title(read_text: Reading) -> None:
    document = read_text("The harbour of Veldmar stays closed until Friday.")
    assert document.title is None
    assert kinds(document) == [("body", "The harbour of Veldmar stays closed until Friday.")]


def test_dumps_breadcrumb_and_repeated_title(read_text: Reading) -> None:
    document = read_text(page(f"Home / World / {TITLE}", TITLE, LEAD, SECOND))
    assert document.text == page(TITLE, LEAD, SECOND).replace("\n\n", "\n")
    assert rules(document) == {"Home / World /": "navigation", TITLE: "repeated title"}


def test_dumps_section_label_over_the_title(read_text: Reading) -> None:
    document = read_text(page("Coast Desk", TITLE, "Nine sailors brought ashore", LEAD, SECOND))
    assert document.title == TITLE
    assert rules(document) == {"Coast Desk": "section", "Nine sailors brought ashore": "repeated title"}


def test_dumps_title_with_a_full_stop(read_text: Reading) -> None:
    title = "A grain ship lies off Veldmar … and the port waits."
    assert read_text(page(title, LEAD, SECOND)).title == title


@pytest.mark.parametrize(
    "line, published",
    [
        ("25 May, 2021", "2021-05-25"),
        ("May 25, 2021", "2021-05-25"),
        ("2021-05-25", "2021-05-25"),
        ("Posted on 25th May 2021", "2021-05-25"),
        ("Published: Tuesday, May 25, 2021 1:50 PM EST", "2021-05-25T13:50"),
        ("Posted: Tuesday, May 25, 2021 9:05 AM Updated: Friday, May 28, 2021 2:31 PM", "2021-05-25T09:05"),
        ("Updated: 05/25/2021 10:24 PM", "2021-05-25T22:24"),
        ("09:14, 25 May 2021", "2021-05-25T09:14"),
        ("05/06/2021", None),
    ],
)
def test_dumps_date_line(read_text: Reading, line: str, published: str | None) -> None:
    document = read_text(page(TITLE, line, LEAD, SECOND))
    assert document.published == published
    assert line not in document.text


def test_dumps_date_in_a_sentence_dates_nothing(read_text: Reading) -> None:
    sentence = "On 3 March 2019 another ship had struck the same sandbank, and its crew of twelve was saved as well."
    document = read_text(page(TITLE, LEAD, sentence))
    assert document.published is None
    assert sentence in document.text


def test_dumps_byline_gives_authors(read_text: Reading) -> None:
    document = read_text(page(TITLE, "By Mara Quist and Joss Ferrel", LEAD, SECOND))
    assert document.authors == ("Mara Quist", "Joss Ferrel")
    assert ("byline", "By Mara Quist and Joss Ferrel") in kinds(document)


FURNITURE = [
    "0",
    "2 min read",
    "Advertisement",
    "Advertisement Continue reading the main story",
    "Scroll down for video",
    "Slideshow (2 Images)",
    "Share this article",
    "Share on Facebook Tweet Email Print",
    "1.2k shares",
    "Follow us on FacebookTwitter and Instagram to stay connected",
    "Read more: Estrand fishermen block the ferry",
    "READ MORE: What the sandbank hides",
    "[Map: where ships have run aground]",
    "• Storm keeps Morland ferries in port",
    "Can Ines Tolland keep the port of Veldmar open?",
    "Sign up for our newsletter and never miss a story.",
    "We use cookies to improve your experience. Accept all cookies",
    "Please enable Javascript to watch this video",
    "1:15 Ferry captain on his worst winter",
    "Morland ferries remain in port (2:20)",
    "Tags: Veldmar, shipping, grain",
    "desk@veldmarpost.example",
    "Read or Share this story: http://vp.example/x1",
    "___",
    "Text size: A A A",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_dumps_furniture_between_paragraphs(read_text: Reading, line: str) -> None:
    document = read_text(page(TITLE, LEAD, SECOND, line, THIRD, LAST))
    assert document.text == f"{TITLE}\n{BODY}"
    assert [removed.text for removed in document.removed] == [line]


KEPT = [
    "The pilots leave",
    "1,200 tonnes of grain",
    "'Nobody warned us'",
    "What happened on the bridge?",
    "The port told sailors to follow the harbour office on Twitter and to wait, Tolland said.",
    "Police asked everyone to sign up for a list of volunteers at the town hall of Estrand.",
    "The app store of the ferry company was closed for a week after the accident off the coast.",
    '"You can click here and there, but the chart on your screen stays wrong," the pilot explained.',
    "Home port of the ship is Morland City.",
    "She was watching.",
    "Published 24 May 2021 in a journal of the coastguard, the report names three other wrecks, Tolland said.",
]


@pytest.mark.parametrize("line", KEPT)
def test_dumps_article_lines_stay(read_text: Reading, line: str) -> None:
    document = read_text(page(TITLE, LEAD, SECOND, line, THIRD, LAST))
    assert ("body", line) in kinds(document)
    assert document.removed == ()


def test_dumps_announced_list_stays(read_text: Reading) -> None:
    names = ("• Tomas Reyl, 34", "• Anneke Dorst, 51", "• Piet Sander, 19")
    document = read_text(page(TITLE, LEAD, "The injured were named as:", *names, SECOND, THIRD))
    assert all(name in document.text for name in names)


def test_dumps_list_of_sentences_stays(read_text: Reading) -> None:
    points = ("• The engine failed at two in the morning.", "• The pilot called the harbour office at once.")
    document = read_text(page(TITLE, LEAD, SECOND, *points, THIRD))
    assert all(point in document.text for point in points)


def test_dumps_several_questions_are_subheads(read_text: Reading) -> None:
    questions = (
        "What do we know about the captain of Veldmar?",
        "Where is the owner Morland Grain now?",
        "Who pays the port of Estrand for it?",
    )
    document = read_text(page(TITLE, LEAD, questions[0], SECOND, questions[1], THIRD, questions[2], LAST))
    assert all(question in document.text for question in questions)


def test_dumps_comment_form_and_teasers_run_to_the_end(read_text: Reading) -> None:
    tail = (
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Check Also",
        "Mayor of Estrand opens a school",
        "The mayor said, in a statement to the Coast Courier, that there is a …",
        "Log In",
        "Forgot password?",
        "Enter your account data and we will send you a link to reset your password.",
        "Here you'll find all collections you've created before.",
    )
    document = read_text(page(TITLE, LEAD, SECOND, THIRD, LAST, *tail))
    assert document.text == f"{TITLE}\n{BODY}"
    assert {removed.text for removed in document.removed} == set(tail)


def test_dumps_comments_link_above_the_article_opens_nothing(read_text: Reading) -> None:
    document = read_text(page(TITLE, "Comments", LEAD, SECOND, THIRD, LAST))
    assert document.text == f"{TITLE}\n{BODY}"


def test_dumps_related_block_ends_where_the_article_goes_on(read_text: Reading) -> None:
    teasers = ("Related stories", "Estrand fishermen block the ferry", "Morland bans old ships")
    document = read_text(page(TITLE, LEAD, SECOND, *teasers, THIRD, LAST))
    assert document.text == f"{TITLE}\n{BODY}"
    assert set(rules(document).values()) == {"related stories"}


def test_dumps_teaser_cut_short_at_the_end(read_text: Reading) -> None:
    document = read_text(
        page(TITLE, LEAD, SECOND, THIRD, "Estrand Council Votes on Ferry", "The council voted on Tuesday to …")
    )
    assert document.text.endswith(THIRD)


def test_dumps_menu_above_the_article(read_text: Reading) -> None:
    document = read_text(page("News", "Coast", "Island Life", "Fishing", "Contact", TITLE, LEAD, SECOND))
    assert document.text == page(TITLE, LEAD, SECOND).replace("\n\n", "\n")


def test_dumps_headlines_of_other_stories(read_text: Reading) -> None:
    others = ("Morland Grain Company Names New Chief", "Estrand Hospital Opens Second Ward Today")
    document = read_text(page(TITLE, LEAD, SECOND, *others, THIRD, LAST))
    assert document.text == f"{TITLE}\n{BODY}"


CAPTIONS = [
    "The ship off the pier of Veldmar [Getty]",
    "Sailors are led ashore in Veldmar, May 24, 2021. REUTERS/Mara Quist",
    "Harbour master Ines Tolland speaks to reporters. (AP Photo/Mara Quist)",
    "VELDMAR, MORLAND - MAY 24: People watch the grain ship from the pier",
    "Getty Images Sailors wrapped in blankets on the pier",
    "File - In this Monday, May 24, 2021 photo, the ship lies off Veldmar.",
    "The sandbank at low tide, seen from the lighthouse of Estrand ©Joss Ferrel (AFP)",
    "Photo: Veldmar harbour office",
    "The ship has carried grain between Morland and the islands for thirty years",
]


@pytest.mark.parametrize("line", CAPTIONS)
def test_dumps_captions_stay_as_captions(read_text: Reading, line: str) -> None:
    document = read_text(page(TITLE, LEAD, SECOND, line, THIRD, LAST))
    assert ("caption", line) in kinds(document)


def test_dumps_caption_words_without_the_page_s(read_text: Reading) -> None:
    document = read_text(
        page(TITLE, LEAD, "Image copyright Getty Images Image caption The ship lay there for a day", SECOND)
    )
    assert "The ship lay there for a day" in document.text


CREDITS = [
    "Copyright 2021 The Associated Press. All rights reserved. This material may not be published or redistributed.",
    "© 2021 Veldmar Post",
    "(Reporting by Mara Quist in Veldmar; Editing by Joss Ferrel)",
    "The Associated Press contributed to this report.",
    "jm/dm (AFP, dpa)",
    "Source: Coast News Agency",
    "Reuters - AFP",
]


@pytest.mark.parametrize("line", CREDITS)
def test_dumps_credits_stay_as_credits(read_text: Reading, line: str) -> None:
    document = read_text(page(TITLE, LEAD, SECOND, THIRD, line))
    assert kinds(document)[-1] == ("credit", line)


def test_dumps_dateline_and_closing_credit_are_parts_of_their_own(read_text: Reading) -> None:
    document = read_text(page(TITLE, f"VELDMAR, May 24 (Reuters) - {LEAD}", SECOND, f"{LAST} (Editing by Joss Ferrel)"))
    assert kinds(document)[1:3] == [("dateline", "VELDMAR, May 24 (Reuters) -"), ("body", LEAD)]
    assert kinds(document)[-2:] == [("body", LAST), ("credit", "(Editing by Joss Ferrel)")]


@pytest.mark.parametrize(
    "dateline", ["VELDMAR —", "(CNN)", "PORT ESTRAND, Morland (AP) —", "Veldmar (AFP) -", "VELDMAR --"]
)
def test_dumps_datelines(read_text: Reading, dateline: str) -> None:
    assert ("dateline", dateline) in kinds(read_text(page(TITLE, f"{dateline} {LEAD}", SECOND)))


def test_dumps_repeated_caption_stays_and_repeated_paragraph_goes(read_text: Reading) -> None:
    caption = "Sailors are led ashore from the grain ship in the port of Veldmar [Getty]"
    document = read_text(page(TITLE, caption, LEAD, SECOND, caption, LEAD, THIRD))
    assert document.text.count(caption) == 2
    assert document.text.count(LEAD) == 1
    assert rules(document)[LEAD] == "repeated paragraph"


def test_dumps_hard_wrapped_paragraphs_are_joined(read_text: Reading) -> None:
    wrapped = (
        "A grain ship ran aground off the port of Veldmar on Monday,\n"
        "and nine sailors were taken ashore, the harbour office said\n"
        "in a statement that was read to reporters on the pier.\n\n"
        "Two of the sailors were treated for cold in the hospital of\n"
        "Estrand, which is a town forty kilometres to the north of\nthe port and has the only ward on that coast.\n"
    )
    assert len(read_text(wrapped).text.split("\n")) == 2


def test_dumps_non_breaking_spaces_stay(read_text: Reading) -> None:
    assert "40\u00a0km" in read_text(BODY.replace("40 km", "40\u00a0km")).text


def test_dumps_parts_cover_the_text_in_order(read_text: Reading) -> None:
    document = read_text(
        page(TITLE, "By Mara Quist", f"VELDMAR — {LEAD}", "The ship [Getty]", SECOND, "© 2021 Veldmar Post")
    )
    ends = [0, *(part.end for part in document.parts)]
    gaps = [document.text[end : part.start] for end, part in zip(ends, document.parts)]
    assert all(not gap.strip() for gap in gaps)
    assert document.parts[-1].end == len(document.text)


def test_dumps_title_below_menus_is_the_line_that_the_opening_repeats(read_text: Reading) -> None:
    top = ("Skip to content", "Navigation menu", "Coast", "Islands", "Trusted news for people who live by the sea")
    document = read_text(page(*top, TITLE, "Mara Quist in Veldmar", "2 hours ago", LEAD, SECOND))
    assert document.title == TITLE
    assert kinds(document) == [("title", TITLE), ("byline", "Mara Quist in Veldmar"), ("body", LEAD), ("body", SECOND)]


def test_dumps_reading_list_inside_the_article(read_text: Reading) -> None:
    box = (
        "Keep reading",
        "list of 2 items",
        "list 1 of 2",
        "Morland bans old ships",
        "list 2 of 2",
        "What is a sandbank?",
    )
    document = read_text(page(TITLE, LEAD, SECOND, *box, "end of list", THIRD, LAST))
    assert document.text == f"{TITLE}\n{BODY}"


def test_dumps_promotion_with_a_marked_end(read_text: Reading) -> None:
    box = (
        "Sign up to Low Tide",
        "Free weekly",
        "Our letter tells you what the sea brings and why it matters to all of us.",
    )
    document = read_text(page(TITLE, LEAD, SECOND, *box, "after newsletter promotion", THIRD, LAST))
    assert document.text == f"{TITLE}\n{BODY}"


def test_dumps_line_after_a_caption_label_is_a_caption(read_text: Reading) -> None:
    document = read_text(
        page(TITLE, "Image source, Getty Images", "Image caption,", "The ship had sailed for 40 years", LEAD, SECOND)
    )
    assert [kind for kind, _ in kinds(document)] == ["title", "caption", "caption", "body", "body"]


def test_dumps_credit_below_the_teasers_stays(read_text: Reading) -> None:
    document = read_text(page(TITLE, LEAD, SECOND, THIRD, "Most read", "Morland bans old ships", "© 2021 Veldmar Post"))
    assert kinds(document)[-1] == ("credit", "© 2021 Veldmar Post")
    assert "Morland bans" not in document.text


def test_dumps_every_word_is_in_the_text_or_among_what_was_removed(read_text: Reading) -> None:
    dump = page(
        f"Home / Coast / {TITLE}",
        "Posted on 25 May 2021",
        "Image caption The ship [Getty]",
        f"(CNN) {LEAD}",
        *FURNITURE,
        SECOND,
    )
    document = read_text(dump + "\n\nLeave a Reply\n\nYour email address will not be published.")
    told = Counter(document.text.split()) + Counter(" ".join(removed.text for removed in document.removed).split())
    assert Counter(dump.split()) - told == Counter()
