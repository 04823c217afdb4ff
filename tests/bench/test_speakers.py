import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
from bench.speakers import SPLITS, Answer, Story, answers, gathered, judged, measure, stories, table
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bench import speakers
from firsthand.model import Attribution

CONLLU = """\
# newdoc id = GUM_news_mill
# meta::genre = news
# newpar
# sent_id = GUM_news_mill-1
1	Dora	Dora	PROPN	NNP	Number=Sing	3	nsubj	3:nsubj	Entity=(1-person-new-nnnnn-cf1-1,2-coref
2	Quist	Quist	PROPN	NNP	Number=Sing	1	flat	1:flat	Entity=1)
3	runs	run	VERB	VBZ	_	0	root	0:root	_
4	Tarn	Tarn	PROPN	NNP	Number=Sing	5	compound	5:compound	Entity=(2-organization-new-nnnnn-cf2-2-coref
5	Mills	Mill	PROPN	NNP	Number=Plur	3	obj	3:obj	Entity=2)|SpaceAfter=No
6	.	.	PUNCT	.	_	3	punct	3:punct	_

# sent_id = GUM_news_mill-2
1	Per	Per	PROPN	NNP	Number=Sing	3	nsubj	3:nsubj	Entity=(3-person-new-nnnnn-cf1-1,2-coref
2	Quist	Quist	PROPN	NNP	Number=Sing	1	flat	1:flat	Entity=3)
3-4	didn't	_	_	_	_	_	_	_	SpaceAfter=No
3	did	do	AUX	VBD	_	0	root	0:root	_
4	n't	not	PART	RB	_	3	advmod	3:advmod	_
5	.	.	PUNCT	.	_	3	punct	3:punct	_

# newpar
# sent_id = GUM_news_mill-3
1	She	she	PRON	PRP	Person=3	2	nsubj	2:nsubj	Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
2	said	say	VERB	VBD	_	0	root	0:root	_
3	the	the	DET	DT	_	4	det	4:det	Entity=(2-organization-giv:inact-nnnnn-cf2-2-coref
4	firm	firm	NOUN	NN	Number=Sing	5	nsubj	5:nsubj	Entity=2)
5	told	tell	VERB	VBD	_	2	ccomp	2:ccomp	_
6	Quist	Quist	PROPN	NNP	Number=Sing	5	obj	5:obj	Entity=(3-person-giv:act-nnnnn-cf3-1-coref)|SpaceAfter=No
7	,	,	PUNCT	,	_	8	punct	8:punct	_
8	who	who	PRON	WP	PronType=Rel	9	nsubj	6:ref	_
9	told	tell	VERB	VBD	_	6	acl:relcl	6:acl:relcl	_
10	me	I	PRON	PRP	Person=1	9	obj	9:obj	Entity=(4-person-acc:inf-nnnnn-cf4-1-sgl)|SpaceAfter=No
11	.	.	PUNCT	.	_	2	punct	2:punct	_
"""
TEXT = "Dora Quist runs Tarn Mills. Per Quist didn't.\nShe said the firm told Quist, who told me. "
Told = Callable[..., list[Answer]]


@pytest.fixture
def story() -> Story:
    return next(stories(CONLLU))


@pytest.fixture
def told(story: Story, monkeypatch: pytest.MonkeyPatch) -> Told:
    """The answers where these words of the last paragraph are told to be these witnesses."""

    def tell(**witnesses: str | None) -> list[Answer]:
        found = []
        for word, witness in witnesses.items():
            words = word.replace("_", " ")
            at = TEXT.index(words, TEXT.index("\n"))
            found.append(Attribution(((0, 1),), witness, (at, at + len(words))))
        monkeypatch.setattr(speakers, "find_attributions", lambda doc: found)
        return list(answers(story, Doc(Vocab())))

    return tell


def test_speakers_text_is_as_it_was_printed(story: Story):
    assert story.text == TEXT
    assert (story.genre, story.sentences, story.paragraphs) == ("news", [0, 28, 46], [0, 46])
    assert [TEXT[word.start : word.end] for word in story.words] == [word.form for word in story.words]
    assert story.sentence(30) == "Per Quist didn't."


def test_speakers_mentions_know_their_names(story: Story):
    assert [story.said(mention) for mention in story.names("2")] == ["Tarn Mills"]
    assert story.names("1")[0].keys == {"dora", "quist"}
    assert not story.names("4")


def test_speakers_kinds_and_paragraphs(told: Told):
    found = told(She="Dora Quist (owner)", the_firm="firm", Quist="Per Quist", who="Per Quist", me="Per Quist")
    assert [(one.kind, one.chain, one.how, one.apart) for one in found] == [
        ("pronoun", "1", "right", True),
        ("role", "2", "none", True),
        ("name", "3", "right", False),
        ("pronoun", "3", "right", False),
    ]


def test_speakers_same_surname_is_not_enough(told: Told):
    assert [one.how for one in told(She="Per Quist")] == ["wrong"]
    assert [one.how for one in told(She="Quist")] == ["wrong"]  # Per is also called so
    assert [one.how for one in told(who="Quist")] == ["right"]


def test_speakers_none_names_nobody(told: Told):
    assert [one.how for one in told(She=None)] == ["none"]
    assert [one.how for one in told(She="she")] == ["none"]
    assert [one.how for one in told(the_firm="the mill's owners")] == ["wrong"]


def test_speakers_words_between_names_do_not_matter(story: Story):
    assert judged(story, "2", "the firm", "board of Tarn Mills") == "right"
    assert judged(story, "2", "the firm", "Tarn Council") == "wrong"


def test_speakers_people_in_a_row_are_no_name():
    row = CONLLU.replace(
        "3\truns\trun\tVERB\tVBZ\t_\t0\troot\t0:root\t_", "3\tPer\tPer\tPROPN\tNNP\t_\t1\tconj\t1:conj\t_"
    )
    row = row.replace("1:flat\tEntity=1)\n3", "1:flat\t_\n3").replace("1:conj\t_", "1:conj\tEntity=1)")
    assert not next(stories(row)).names("1")


def test_speakers_measure_takes_each_document_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "data" / "ud").mkdir(parents=True)
    for split in SPLITS:
        with lzma.open(tmp_path / "data" / "ud" / f"gum-{split}.conllu.xz", "wt", encoding="utf-8") as stream:
            stream.write(CONLLU)
    at = TEXT.index("She")
    found = [Attribution(((0, 1),), "Dora Quist", (at, at + 3)), Attribution(((0, 1),), "Dora", None)]
    monkeypatch.setattr(speakers, "find_attributions", lambda doc: found)
    monkeypatch.setattr(speakers, "load", lambda: lambda text: Doc(Vocab()))
    assert measure(tmp_path) == {"pronoun": 100.0, "role": 0.0, "name": 0.0}
    asked = gathered(tmp_path, SPLITS, lambda text: Doc(Vocab()))
    assert len(asked) == 1
    assert "news: pronoun" in table(asked)
