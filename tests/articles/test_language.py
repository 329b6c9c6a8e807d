"""The language of a text is found out, and English is never taken for another."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.articles import read
from kg.articles.language import language_of
from kg.model import Article

FOREIGN = {
    "de": "Der russische Präsident hat am Montag mit seinem amerikanischen Amtskollegen telefoniert, so der Kreml.",
    "fr": "Le président russe s'est entretenu lundi par téléphone avec son homologue américain, a annoncé le Kremlin.",
    "es": "El presidente ruso habló por teléfono el lunes con su homólogo estadounidense, informó el Kremlin en Moscú.",
    "it": "Il presidente russo ha parlato lunedì al telefono con il suo omologo americano, ha annunciato il Cremlino.",
    "pt": "O presidente russo falou por telefone na segunda-feira com o seu homólogo americano, informou o Kremlin.",
    "nl": "De Russische president heeft maandag getelefoneerd met zijn Amerikaanse ambtgenoot, meldde het Kremlin.",
    "tr": "Rusya Devlet Başkanı pazartesi günü Amerikalı mevkidaşıyla telefonda görüştü, Kremlin açıkladı.",
    "ru": "Президент России провёл в понедельник телефонный разговор с президентом США, сообщили в Кремле.",
    "uk": "Президент України провів у понеділок телефонну розмову з президентом США, повідомили в Офісі президента.",
    "ar": "أجرى الرئيس الروسي اتصالا هاتفيا يوم الاثنين مع نظيره الأمريكي حسبما أعلن الكرملين في موسكو.",
    "zh": "俄罗斯总统星期一与美国总统通电话，克里姆林宫表示双方讨论了乌克兰局势。",
    "ja": "ロシアの大統領は月曜日にアメリカの大統領と電話で会談したと発表した。",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_other_languages_are_told(code: str) -> None:
    """One sentence is enough, and what a page states of its language does not hide it."""
    assert language_of(FOREIGN[code], "en") == code


def test_no_english_article_is_taken_for_another(root: Path) -> None:
    """Every article that the project has is English, and so is every sentence of theirs, or not told."""
    found = list(
        read(
            [root / "seeds", root / "tests" / "gold" / "dev" / "articles", root / "tests" / "gold" / "own" / "articles"]
        )
    )
    texts = [item for item in found if isinstance(item, Article)]
    assert len(texts) > 50
    assert {article.language for article in texts} <= {"en", ""}
    lines = [line for article in texts for line in article.readable.split("\n") if line.strip()]
    assert [line for line in lines if language_of(line) not in ("en", "")] == []


def test_short_texts_have_the_language_that_is_stated() -> None:
    """Names have no language: a headline is what its source says, or not told."""
    assert language_of("Macron, Modi in Paris.") == ""
    assert language_of("Macron, Modi in Paris.", "fr-FR") == "fr"
