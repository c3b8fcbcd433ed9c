"""Our office: kept in the register's settings, and asked whether a name or a group in a document means us.

In: the office setting and names as documents write them.  Out: yes or no.
Promise: a body is us by its name, with or without the place behind it ("Sở Nội vụ" = "Sở Nội vụ tỉnh Lai Châu"); a collective is
ours in any wording that shares one of our kinds ("các sở, ngành, địa phương" for "các sở, ban, ngành"); nothing else is.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from models.directive import SEVERAL_BODIES
from models.office import Office
from pipeline.register.database import Register
from pipeline.register.fold import fold, words
from pipeline.rules.homes import province_of, same_province

_KEY = "office"
# Written short in documents: STYLE of NĐ 30/2020 writes them out, letters between offices do not.
_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ubmttq": "uy ban mat tran to quoc",
    "mttq": "mat tran to quoc",
    "tp": "thanh pho",
    "vp": "van phong",
}
_PLACE = ("tinh", "thanh pho", "huyen", "quan", "thi xa", "xa", "phuong", "dac khu", "thi tran")
# Words of a collective that do not tell which kind of body is meant.
_FILLER = re.compile(
    r"\b(tat ca|toan the|thu truong|lanh dao|nguoi dung dau|chu tich|giam doc|cac|nhung|moi|co lien quan|lien quan|khac|"
    r"cap tinh|cap thanh pho|(cua|thuoc|truc thuoc|trong|tren dia ban) (tinh|thanh pho)|tren dia ban|truc thuoc|uy ban nhan dan)\b"
)
_VILLAGE = re.compile(r"\bbản\b", re.IGNORECASE)
"""A village, which without its mark would be a committee (ban)."""
_KINDS = frozenset(
    ["so", "ban", "nganh", "bo", "co quan", "don vi", "doan the", "dia phuong", "phong", "phong ban", "so nganh", "to chuc"]
)
_ONE_ALONE = frozenset({"so", "bo", "ban", "phong"})
"""How a paper calls the body that issues it: "báo cáo về Sở trước ngày 15/12"."""
_BRANCHES = frozenset({"ban", "nganh"})


def get_office(register: Register) -> Office:
    """The office setting; an empty `Office` where none was made."""
    row = register.row("SELECT value FROM settings WHERE key = ?", (_KEY,))
    return Office.model_validate_json(row["value"]) if row else Office()


def load_office(connection: sqlite3.Connection) -> Office:
    """As `get_office`, inside the caller's transaction."""
    row = connection.execute("SELECT value FROM settings WHERE key = ?", (_KEY,)).fetchone()
    return Office.model_validate_json(row["value"]) if row else Office()


def set_office(register: Register, office: Office) -> None:
    """Keep the office setting, and mark anew which documents are our own."""
    with register.write() as connection:
        connection.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (_KEY, office.model_dump_json()),
        )
        issued = connection.execute("SELECT issuer, json_group_array(id) FROM documents_shown GROUP BY issuer").fetchall()
        for issuer, ids in issued:
            ours = int(is_ours(office, issuer))
            connection.execute("UPDATE documents SET ours = ? WHERE id IN (SELECT value FROM json_each(?))", (ours, ids))


def is_ours(office: Office, name: str | None, canonical: str | None = None, agency_id: str | None = None) -> bool:
    """Whether this body is our office itself."""
    if office.agency_id and agency_id:
        return office.agency_id == agency_id
    bodies = canonical.split(SEVERAL_BODIES) if canonical else (None,)
    return any(_is_office(office, name, body) for body in bodies)


def _is_office(office: Office, name: str | None, in_full: str | None) -> bool:
    """Whether one body, by its name as written or in full, is our office; "Sở Nội vụ" in a paper of another province is not."""
    own = [_expand(own) for own in (office.name, *office.aliases) if own]
    others = [_expand(other) for other in (name, in_full) if other]
    if not any(_same_body(ours, other) for other in others for ours in own):
        return False  # of nearly all bodies: which province they are of is costly to tell
    home, place = province_of(office.name), province_of(in_full)
    return not (home and place) or same_province(home, place)


def is_our_group(office: Office, name: str) -> bool:
    """Whether this collective includes our office; a single one of a kind ("Sở") is the body that writes, not a collective."""
    if " ".join(fold(name).split()) in _ONE_ALONE:
        return False
    members = _members(name)
    return any(_share(members, _members(group)) for group in office.groups)


def _share(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two collectives have members of one kind: branches beside ministries ("các Bộ, ngành") are others than those beside
    departments ("các sở, ban, ngành").
    """
    apart = ("bo" in a) != ("bo" in b) and not {"so"} & a & b
    return bool((a & b) - (_BRANCHES if apart else frozenset()))


@lru_cache(maxsize=50_000)
def concerns(office: Office, name: str, canonical: str | None = None, agency_id: str | None = None) -> bool:
    """Whether this agency of a task is our office or a group it belongs to; a group whose members are named has no others."""
    if is_ours(office, name, canonical, agency_id):
        return True
    return SEVERAL_BODIES not in (canonical or "") and is_our_group(office, name)


def _expand(name: str) -> list[str]:
    return " ".join(_SHORT.get(word, word) for word in words(name)).split()


def _same_body(a: Sequence[str], b: Sequence[str]) -> bool:
    short, long = sorted((a, b), key=len)
    if not short or list(long[: len(short)]) != list(short):
        return False
    rest = " ".join(long[len(short) :])
    # Behind the shorter name only a place may follow: "Sở Y tế | tỉnh Lai Châu", "UBND tỉnh | Lai Châu".
    ends_in_place = any(f" {' '.join(short)}".endswith(f" {kind}") for kind in _PLACE)
    return not rest or ends_in_place or any(f"{rest} ".startswith(f"{kind} ") for kind in _PLACE)


def _members(name: str) -> frozenset[str]:
    """The kinds of bodies a collective names: {"so", "ban", "nganh"} for "các sở, ban, ngành cấp tỉnh"."""
    name = _VILLAGE.sub("bản làng", unicodedata.normalize("NFC", name))
    parts = re.split(r"[,;/]| va | hoac | - ", fold(name).replace("–", " - "))
    found = set()
    for part in parts:
        plain = " ".join(_FILLER.sub(" ", " ".join(_expand(part))).split())
        head = re.sub(r" (tinh|thanh pho|trung uong)$", "", plain)
        found.add(head if head in _KINDS else plain)
    if "phong" in found and "so" not in found:
        found.discard("ban")  # "các phòng, ban": the units inside an office, not the committees beside the departments
    return frozenset(found - {""})
