"""Month names as newspapers and archives print them, without the machine's locale."""

from __future__ import annotations

import unicodedata

_GREGORIAN = {
    1: "janvier janv jan january يناير جانفي كانون_الثاني",
    2: "février févr fév fevrier fevr fev february feb فبراير فيفري شباط",
    3: "mars mar march مارس آذار",
    4: "avril avr april apr أبريل إبريل ابريل أفريل افريل نيسان",
    5: "mai may مايو ماي أيار ايار",
    6: "juin june jun يونيو يونيه جوان حزيران",
    7: "juillet juil july jul يوليو يوليه جويلية جوليه تموز",
    8: "août aout august aug أغسطس اغسطس أوت اوت غشت آب",
    9: "septembre sept sep september سبتمبر شتنبر أيلول ايلول",
    10: "octobre oct october أكتوبر اكتوبر تشرين_الأول تشرين_الاول",
    11: "novembre nov november نوفمبر نونبر تشرين_الثاني",
    12: "décembre déc decembre dec december ديسمبر دجنبر كانون_الأول كانون_الاول",
}
_HIJRI = (
    "محرم صفر ربيع_الأول ربيع_الاول ربيع_الثاني ربيع_الآخر جمادى_الأولى جمادى_الاولى جمادى_الآخرة جمادى_الثانية رجب "
    "شعبان رمضان شوال ذو_القعدة ذي_القعدة ذو_الحجة ذي_الحجة "
    "mouharram muharram safar rabi_al-awwal rabi_al-thani rabia_al-awal rabia_al-thani joumada_al-oula "
    "joumada_al-thania jumada_al-ula jumada_al-akhira rajab chaabane chaabân shaaban sha'ban ramadan ramadhan "
    "chawwal shawwal dhou_al-qi'da dhou_al-hijja dhu_al-qadah dhu_al-hijjah dhul-hijja"
)


def _spoken(names: str) -> list[str]:
    return [unicodedata.normalize("NFC", name.replace("_", " ")) for name in names.split()]


MONTHS: dict[str, int] = {name: number for number, names in _GREGORIAN.items() for name in _spoken(names)}
"""Number of a month by its name in lower case: French, English and Arabic, of the Maghreb and of the Levant."""

HIJRI_MONTHS: frozenset[str] = frozenset(_spoken(_HIJRI))
"""Names of the months of the Islamic calendar, in Arabic and as French and English papers write them."""
