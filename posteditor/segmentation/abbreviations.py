"""Abbreviations that do not end a sentence, over all languages this project names.

Rule: a word belongs here only if something must follow it (a name, a number); words
that may end a sentence ("etc.", "U.S.", "p.m.") are left to sentencex.
"""

from __future__ import annotations

import re

from posteditor.segmentation.marks import OPENERS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Titles and connectives, as written, with their full stops.
TITLES = _words(
    """
    Mr. Mrs. Ms. Mx. Messrs. Dr. Drs. Prof. Hon. H.E. H.H. H.M. H.R.H. Rev. Fr. Sr.
    Gen. Lt. Col. Maj. Capt. Cmdr. Cdr. Adm. Brig. Sgt. Cpl. Sen. Rep. Gov. Pres. Amb.
    Min. Supt. Insp. Gen.-Lt. Maj.-Gen. Lt.-Gen. Lt.-Col. St. Sts. Mt. Ft.
    e.g. i.e. E.g. I.e. cf. Cf. viz. vs. ca. approx. incl. esp. resp.
    M. MM. Mme. Mmes. Mlle. Mlles. Mgr. Me. Dre.
    Sr. Sra. Sres. Sras. Srta. Dra. Dn. Dña. Excmo. Excma. Ilmo. Ilma. p.ej. p.e.
    Hr. Hrn. Frl. Dipl.-Ing. Ing. Mag. z.B. d.h. u.a. o.g. s.o. s.u. bzw. sog. vgl. Vgl.
    Hl. geb. insb. einschl. ggf. evtl.
    г-н. г-жа. гр. им. проф. акад. ген. полк. подп. лейт. адм. тов. см. ср. напр. т.е.
    т.к. т.н. ул. пр. просп. пл. обл. р-н. о. св. Св. доц. канд. зам. инж.
    ім. вул. див. пор. тобто. просп. р-н. заст. св. Св. п. пп.
    د. أ. أ.د. م. ص. ج.
    """
)

# Words that keep the number after them: "No. 5", "Art. 7", "ст. 7", "núm. 3".
NUMBERED = _words(
    """
    no nos nr nrs n nn art arts sec secs sect para paras par pars fig figs ch chap chs
    vol vols p pp ref res doc op sess add rev corr eq app tab ser cl subpara reg ann
    abs ziff bd kap rn anm abb s lit
    al núm núms num pág págs cap párr inc apdo
    ст п пп ч гл абз разд розд стр с рис табл т тт вып изд мал вид
    """
)

# A letter after one of these is a label, not somebody's initial: "Plan B. Next".
_LABELS = _words(
    """
    plan annex appendix vitamin hepatitis group class grade part section type option
    category team block zone phase table figure article list schedule chart exhibit
    column row level point item question answer model version variant
    план приложение группа часть раздел витамин вариант додаток група частина
    anhang anlage teil gruppe klasse annexe groupe partie anexo grupo parte
    """
)

# sentencex knows whether these end a sentence.
_ACRONYMS = _words("U.S. U.N. U.K. E.U. D.C. U.S.A. U.S.S.R. U.A.E. P.R.C.")

# Languages that write ordinal numbers with a full stop: "die 5. Sitzung".
ORDINAL_DOT = _words("de da nb nn no fi et lv cs sk sl hr sr bs hu pl tr is")

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_ORDINAL = re.compile(r"\d{1,2}\.")
_ROMAN = re.compile(r"[IVXLC]+\b")


def holds_on(text: str, start: int, end: int, following: int, language: str) -> bool:
    """Does the word that ends at `end`, with a full stop, want what follows?

    `start` is where its sentence begins, `following` where the next word does.
    """
    at = text.rfind(" ", max(start, end - _LONGEST), end) + 1 or start
    word = text[max(at, start) : end].lstrip(OPENERS)
    if word in TITLES:
        return True
    if _is_number(text, following) and _stem(word) in NUMBERED:
        return True
    if language in ORDINAL_DOT and _ORDINAL.fullmatch(word):
        return text[following].isalpha()
    return _is_initials(word) and not _is_label(text, start, at, word)


_LONGEST = 14


def _stem(word: str) -> str:
    """Without its full stop and without an elided article: "l’art."."""
    return word[:-1].replace("'", "’").rpartition("’")[2].casefold()


def _is_number(text: str, at: int) -> bool:
    first = text[at]
    return first.isdigit() or (first in "IVXLC" and _ROMAN.match(text, at) is not None)


def _is_initials(word: str) -> bool:
    return (
        word[:1].isupper()
        and word not in _ACRONYMS
        and _INITIALS.fullmatch(word) is not None
        and word.replace("-", "").isupper()
    )


def _is_label(text: str, start: int, at: int, word: str) -> bool:
    """Is the single letter a label ("Annex A.") or the pronoun I?"""
    if len(word) > len("A."):
        return False
    before = text[max(start, at - 24) : at].split()
    if not before:
        return False
    return before[-1].casefold() in _LABELS or word == "I."
