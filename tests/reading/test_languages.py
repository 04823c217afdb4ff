"""The language of a text: English in all its registers, other languages by name, nothing for too little text."""

import subprocess
import sys

import pytest

from firsthand.reading.languages import language_of
from tests.reading.conftest import BODY, LEAD, SECOND

FRENCH = "Un cargo chargé de céréales s'est échoué lundi au large du port de Veldmar. Neuf marins ont été secourus."
RUSSIAN = "Сухогруз с зерном сел на мель у порта Вельдмар в понедельник. Девять моряков были спасены."

OTHERS = {
    "de": "Im Hafen von Veldmar ist am Montag ein Frachter auf Grund gelaufen. So was war in Estrand noch nie da.",
    "fr": FRENCH,
    "es": "Un buque cargado de grano encalló el lunes frente al puerto de Veldmar y nueve marineros fueron rescatados.",
    "pt": "Um navio carregado de cereais encalhou na segunda-feira ao largo do porto e nove marinheiros foram salvos.",
    "it": "Una nave carica di grano si è arenata lunedì al largo del porto e nove marinai sono stati tratti in salvo.",
    "nl": "Een graanschip is maandag vastgelopen voor de haven van Veldmar. Wat er in het schip over was is onbekend.",
    "da": "Et kornskib gik mandag på grund ud for havnen i Veldmar. Ni søfolk blev reddet, oplyser havnekontoret.",
    "sv": "Ett spannmålsfartyg gick på grund utanför hamnen i Veldmar på måndagen. Nio sjömän räddades.",
    "pl": "Statek ze zbożem wszedł w poniedziałek na mieliznę u wejścia do portu. Uratowano dziewięciu marynarzy.",
    "tr": "Tahıl yüklü bir gemi pazartesi günü Veldmar limanı açıklarında karaya oturdu. Dokuz denizci kurtarıldı.",
    "id": "Sebuah kapal gandum kandas di lepas pelabuhan Veldmar pada hari Senin. Sembilan pelaut diselamatkan.",
    "sw": "Meli ya nafaka ilikwama Jumatatu karibu na bandari ya Veldmar. Mabaharia tisa waliokolewa, ofisi ilisema.",
    "ru": RUSSIAN,
    "uk": "Суховантаж сів на мілину біля порту Вельдмар, дев'ятьох моряків врятовано.",
    "bg": "Кораб със зърно заседна в понеделник край пристанището. Девет моряци бяха спасени, съобщиха от управата.",
    "el": "Πλοίο φορτωμένο με σιτηρά προσάραξε τη Δευτέρα έξω από το λιμάνι.",
    "ar": "إنقاذ تسعة بحارة بعد جنوح سفينة حبوب قبالة ميناء فيلدمار",
    "fa": "یک کشتی حامل غلات روز دوشنبه در نزدیکی بندر ولدمار به گل نشست. نه ملوان نجات یافتند.",
    "he": "ספינה עמוסה בתבואה עלתה על שרטון ביום שני מול נמל ולדמר.",
    "hi": "अनाज से लदा एक जहाज सोमवार को वेल्डमार बंदरगाह के पास फंस गया। नौ नाविकों को बचा लिया गया।",
    "zh": "运粮船在维尔德马港外搁浅，九名船员获救。",
    "ja": "月曜日、ベルドマル港の沖で穀物を積んだ船が座礁した。",
    "ko": "월요일 벨드마르 항 앞바다에서 곡물을 실은 배가 좌초했다.",
    "th": "เรือบรรทุกธัญพืชเกยตื้นเมื่อวันจันทร์นอกท่าเรือเวลด์มาร์",
    "ta": "திங்கட்கிழமை வெல்ட்மார் துறைமுகத்தில் கப்பல் தரைதட்டியது",
    "pcm": "One ship wey carry grain don run ground. Dem don rescue nine sailors, na so di harbour office tok.",
}


@pytest.mark.parametrize("code", OTHERS)
def test_languages_are_named(code: str) -> None:
    assert language_of(OTHERS[code]) == (code, "its words" if code == "pcm" else "its letters")
    assert language_of(OTHERS[code] * 30, "en")[0] == code


ENGLISH = [
    BODY,
    LEAD.upper(),
    "Ship aground off Veldmar; nine sailors saved, harbour office says",
    "NINE SAILORS SAVED AS GRAIN SHIP RUNS AGROUND OFF VELDMAR PORT",
    "Militants release 21 schoolgirls to Nigerian government after talks",
    "Veldmar police arrested three suspects Monday. Detectives seized weapons, cash, phones. Charges expected.",
    "Fighters from Liwa al-Fajr and Jaysh al-Sahil clashed near Tell Abyan, Deir Samra and Kafr Zayta, activists said.",
    "Killed: Eddie Holm, 13. Injured: none. Location: Estrand, Veldmar. Weapon: shotgun. Status: suspect arrested.",
    "Ship runs aground Posted: Sunday, August 2, 2015 11:49 AM EDT Updated: Sunday, August 2, 2015 11:49 AM EDT",
    "„Wir haben alles verloren“, said Mrs Holm. „Das Haus, das Boot, die Netze, alles ist weg, und niemand hat uns "
    "gewarnt“, the fisherman told reporters in Estrand. “Es war wie im Krieg,” his wife said.",
    f"{LEAD} {SECOND}\n{FRENCH}",
    f"{RUSSIAN}\n{BODY}",
]


@pytest.mark.parametrize("text", ENGLISH)
@pytest.mark.parametrize("stated", [None, "de"])
def test_languages_english_is_english(text: str, stated: str | None) -> None:
    assert language_of(text, stated)[0] == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Salim al-Hourani, Gen. Abd al-Rahman Qasim, Sheikh Yusuf bin Khalifa, Qasr Abu Hadi, Bani Tarif",
        "Col. Nguyen Van Thanh, Tran Thi Hoa, Pham Quoc Bao, Le Duc Minh, Vo Van Kiet",
        "Rossi, Bianchi, Esposito, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti",
        "Ship aground off Veldmar",
        "Veldmar 12 3 45",
        "",
        "运粮船",
    ],
)
def test_languages_names_and_little_text_tell_nothing(text: str) -> None:
    assert language_of(text) == (None, None)


def test_languages_the_greater_part_of_a_mixed_text_tells() -> None:
    assert language_of(f"{FRENCH} {FRENCH} {LEAD}")[0] == "fr"
    assert language_of(f"{RUSSIAN} {RUSSIAN} {RUSSIAN} Nine saved off Veldmar.")[0] == "ru"


def test_languages_end_of_a_long_text_counts() -> None:
    assert language_of(f"{FRENCH}\n" * 10 + f"{BODY}\n" * 60)[0] == "en"


@pytest.mark.parametrize(
    "stated, code",
    [
        ("en", "en"), ("en-GB", "en"), ("EN_us", "en"), (" de ", "de"), ("English", "en"), ("eng", "en"),
        ("fr; q=1", "fr"),
        ("und", None), ("x-default", None), ("none given", None), ("", None), ("  ", None), ("12", None),
    ],
)  # fmt: skip
def test_languages_what_is_stated_counts_for_little_text(stated: str, code: str | None) -> None:
    assert language_of("Ship aground", stated) == ((code, "metadata") if code else (None, None))


def test_languages_english_does_not_load_the_identifier() -> None:
    code = (
        "from firsthand.reading import languages; "
        f"assert languages.language_of({BODY!r}) == ('en', 'its words'); "
        "assert languages._identifier.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize("text", ["“" * 50_000, "a" * 500_000, ". " * 100_000, "\n" * 100_000 + "x", "é " * 100_000])
def test_languages_odd_text_is_told_soon(text: str) -> None:
    assert language_of(text)[0] != "en"
