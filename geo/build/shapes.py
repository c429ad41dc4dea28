"""The shapes that region records point to, each as a set of cells.

A shape is what a line on the map can be drawn from; who held it and when stands in
``data/regions.yaml``, with its source.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable

from geo.build.units import NAKHCHIVAN

# Rayons of the former Elisabethpol governorate, west of Baku's; the rest of the plain and the
# coast was Baku governorate. By the seats of the uyezds.
ELISABETHPOL = (
    "aghdam aghjabadi aghstafa barda beylagan dashkasan fuzuli gadabay ganja-city goranboy goygol "
    "jabrayil kalbajar khankendi khojaly khojavend lachin mingacevir-city naftalan-city oghuz "
    "qabala qazakh qubadli samukh shaki shaki-city shamkir shusha shusha-city tartar tovuz "
    "yevlakh yevlakh-city zangilan aghdash"
)
ZAKATAL = "balakan zaqatala qakh"
KARABAKH_UEZDS = (  # Shusha, Jevanshir and Jebrail (Karyagin) uezds
    "aghdam aghjabadi barda tartar kalbajar khojaly khankendi khojavend shusha shusha-city fuzuli "
    "jabrayil beylagan"
)
KARABAKH_2021 = (  # Karabakh economic region, decree of 7 July 2021
    "khankendi aghjabadi aghdam barda fuzuli khojaly khojavend shusha shusha-city tartar"
)
EAST_ZANGEZUR_2021 = "jabrayil kalbajar qubadli lachin zangilan"
KURDISTAN = "kalbajar lachin qubadli"
SEVEN = "kalbajar lachin qubadli zangilan jabrayil fuzuli aghdam"


class Cells:
    """The cells of the coverage, picked by unit or by side of a historical line."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = frozenset(names)

    def of(self, *patterns: str) -> frozenset[str]:
        """Cells whose unit matches one of the patterns, e.g. ``aze-*``, ``rus``."""
        for pattern in patterns:
            if not any(fnmatch.fnmatch(n.split("|")[0], pattern) for n in self.names):
                raise KeyError(f"no unit matches {pattern}")
        return frozenset(
            n for n in self.names if any(fnmatch.fnmatch(n.split("|")[0], p) for p in patterns)
        )

    def aze(self, names: str) -> frozenset[str]:
        """Azerbaijani units by short name, several divided by blanks."""
        return self.of(*(f"aze-{n}" for n in names.split()))

    def side(self, cut: str) -> frozenset[str]:
        """Cells inside a historical area."""
        return frozenset(n for n in self.names if cut in n.split("|")[1:])


def shapes(cells: Cells) -> dict[str, frozenset[str]]:
    """Every shape by id, as the cells it is made of."""
    of, aze, side = cells.of, cells.aze, cells.side
    az, am, ge = of("aze-*"), of("arm-*"), of("geo-*")
    nakhchivan, karki = aze(NAKHCHIVAN) | of("aze-karki"), of("aze-karki")
    nkao, held = side("nkao"), side("held")
    syunik, tavush = of("arm-syunik"), of("arm-tavush")
    lori_north = side("lori-north") & of("arm-lori")
    zangezur = syunik | aze("lachin qubadli zangilan") | (aze("shusha") - nkao)
    crimea = cells.of("ukr-crimea")
    out: dict[str, frozenset[str]] = {}

    # Governorates of the Russian Empire, by modern units.
    elisabethpol = aze(ELISABETHPOL) | syunik | tavush
    baku = az - nakhchivan - aze(ELISABETHPOL) - aze(ZAKATAL)
    batum = of("geo-ajaria", "tur-artvin")
    kars = of("tur-kars", "tur-ardahan")
    surmalu = of("tur-igdir")
    kutais = of("geo-abkhazia", "geo-samegrelo", "geo-guria", "geo-imereti", "geo-racha")
    tiflis = ge - kutais - of("geo-ajaria") | lori_north
    erivan = (am - syunik - tavush - lori_north) | nakhchivan | surmalu
    out |= {
        "baku-governorate": baku,
        "elisabethpol-governorate": elisabethpol,
        "zakatal-okrug": aze(ZAKATAL),
        "baku-elisabethpol": baku | elisabethpol | aze(ZAKATAL),
        "erivan-governorate": erivan,
        "tiflis-governorate": tiflis,
        "kutais-governorate": kutais,
        "kars-oblast": kars,
        "batum-oblast": batum,
    }

    # The three focus areas.
    sharur = aze("sharur sadarak")
    out |= {
        "zangezur-uezd": zangezur,
        "syunik": syunik,
        "zangezur-east": zangezur - syunik - nkao,
        "kurdistan-uezd": aze(KURDISTAN) - nkao,
        "nakhchivan-uezd": nakhchivan - sharur - karki,
        "sharur-west": sharur | karki,
        "nakhchivan": nakhchivan,
        "karabakh-uezds": (aze(KARABAKH_UEZDS) | nkao) - zangezur,
        "nkao": nkao,
        "karabakh-2021": aze(KARABAKH_2021),
        "east-zangezur-2021": aze(EAST_ZANGEZUR_2021),
    }

    # The three uezds of which Karabakh consisted, and Sharur-Daralagez whole.
    north = nkao & aze("tartar kalbajar")
    karyagin = (aze("fuzuli jabrayil beylagan") - nkao) | (nkao & side("hadrut"))
    jevanshir = (aze("tartar barda kalbajar") - nkao) | north
    out |= {
        "karyagin-uezd": karyagin - zangezur,
        "jevanshir-uezd": jevanshir - zangezur - karyagin,
        "shusha-uezd": out["karabakh-uezds"] - karyagin - jevanshir,
        "sharur-daralagez": sharur | karki | of("arm-vayots-dzor"),
    }

    # Exclaves and pieces near the border.
    out |= {
        "artsvashen": side("artsvashen") & am,
        "qazakh-exclaves": side("exclaves") & az,
        "four-villages": side("four-villages") & az,
        "karki": karki,
        "moved-1929": side("moved-1929") & am,
    }

    # Held by Armenian forces, 1992–1994: whole rayons, and the oblast, behind the line of 1994.
    inside = nkao & held
    taken = {name: held & aze(name) - nkao for name in SEVEN.split()}
    steps = {
        "held-1992-05-09": inside,
        "held-1992-05-18": inside | taken["lachin"],
        "held-1992-07-04": (inside | taken["lachin"]) - north,
        "held-1993-04-03": (inside | taken["lachin"] | taken["kalbajar"]) - north,
        "held-1993-06-27": inside | taken["lachin"] | taken["kalbajar"],
    }
    at = steps["held-1993-06-27"]
    for day, name in (
        ("1993-07-23", "aghdam"), ("1993-08-23", "fuzuli"), ("1993-08-26", "jabrayil"),
        ("1993-08-31", "qubadli"),
    ):  # fmt: skip
        at = at | taken[name]
        steps[f"held-{day}"] = at
    # 2020: rayons in the order in which Azerbaijan announced their centres.
    at = held
    for day, gone in (
        ("10-04", aze("jabrayil")), ("10-09", nkao & side("hadrut")), ("10-17", aze("fuzuli")),
        ("10-20", aze("zangilan")), ("10-25", aze("qubadli")),
    ):  # fmt: skip
        at = at - (gone - nkao if gone - nkao else gone)
        steps[f"held-2020-{day}"] = at
    out |= steps

    # Held by Armenian forces, 1994–2023.
    outside = (held & aze(SEVEN)) - nkao
    zone = (nkao & held) - aze("shusha shusha-city") - side("hadrut")
    # On 10 November 2020 the south was lost; then three hand-overs, each with its bordering bits.
    first = zone | (held - nkao - aze("qubadli zangilan jabrayil fuzuli khojavend"))
    second = first - (aze("aghdam aghjabadi barda tartar khojaly") - nkao)
    third = second - (aze("kalbajar dashkasan goygol goranboy") - nkao)
    out |= {
        "held-1994": held,
        "seven-districts": outside,
        "peacekeeper-zone": zone,
        "lachin-corridor": side("corridor"),
        "lachin-corridor-2022": side("corridor-2022"),
        "fighting-2020": held - first,
        "held-2020-11-10": first,
        "held-2020-11-20": second,
        "held-2020-11-25": third,
    }

    # States of the South Caucasus.
    transcaucasia = az | am | ge
    core = (baku | elisabethpol | aze(ZAKATAL)) - zangezur - tavush - nkao
    armenia_core = am - syunik - tavush - lori_north
    batum_treaty = of("arm-gegharkunik", "arm-kotayk", "arm-yerevan", "arm-vayots-dzor")
    batum_treaty |= of("arm-lori") - lori_north
    georgia_core = ge - of("geo-ajaria")
    south_georgia = of("geo-samtskhe-javakheti")
    out |= {
        "azerbaijan": az,
        "armenia": am,
        "georgia": ge,
        "transcaucasia": transcaucasia,
        "transcaucasia-1918-05": az | am | surmalu,
        "transcaucasia-1918": (transcaucasia - of("geo-ajaria")) | surmalu,
        "azerbaijan-core": core,
        "azerbaijan-claim": (az | syunik | tavush | surmalu | of("arm-vayots-dzor")) - core,
        "azerbaijan-1921": core | (nkao - zangezur) | (zangezur - syunik),
        "armenia-batum": batum_treaty,
        "armenia-core": armenia_core,
        "armenia-1918": armenia_core | surmalu,
        "armenia-1919": armenia_core | surmalu | kars,
        "armenia-1920": am - syunik - lori_north,
        "armenia-claim": zangezur | nkao | nakhchivan | tavush | lori_north,
        "georgia-core": georgia_core,
        "georgia-batum": georgia_core - south_georgia,
        "lori-neutral": lori_north,
        "contested-1918": zangezur | nkao | nakhchivan | tavush,
        "contested-1920": zangezur | nkao | nakhchivan,
    }

    # The neighbours, as far as the window reaches.
    tur, hatay = of("tur-*"), of("tur-hatay")
    east = kars | surmalu | of("tur-artvin")
    turkey = tur - hatay
    arab = of("syr", "irq") | hatay
    steppe = of("kaz", "uzb", "tkm")
    russia = of("rus")
    ukraine = of("ukr") | crimea
    lost_at_batum = (erivan | south_georgia) - batum_treaty
    out |= {
        "front-1918-05": (erivan - batum_treaty) - nakhchivan,
        "syria-mandate": of("syr") | hatay,
        "arab-lands": arab,
        "kars-batum": kars | batum,
        "artvin": of("tur-artvin"),
        "artvin-ardahan": of("tur-artvin", "tur-ardahan"),
        "turkey": tur,
        "turkey-1921": turkey,
        "turkey-1920": (turkey - east) | of("tur-kars", "tur-igdir"),
        "turkey-1918-12": turkey - east,
        "ottoman-1914": (turkey - east) | arab,
        "ottoman-brest": ((turkey - east) | kars | batum | arab),
        "ottoman-batum": ((turkey - east) | kars | batum | arab | lost_at_batum),
        "syria": of("syr"),
        "iraq": of("irq"),
        "iran": of("irn"),
        "russian-empire": russia | ukraine | steppe | transcaucasia | east,
        "russia-brest": russia | ukraine | steppe | (transcaucasia - of("geo-ajaria")) | surmalu,
        "russia-1918": russia | ukraine | steppe,
        "soviet-union": russia | ukraine | steppe | transcaucasia,
        "russia": russia,
        "ukraine": ukraine,
        "rsfsr-1922": russia | crimea | steppe,
        "rsfsr-1924": russia | crimea | of("kaz"),
        "rsfsr-1936": russia | crimea,
        "ukraine-ssr-1922": of("ukr") - crimea,
        "kazakhstan": of("kaz"),
        "uzbekistan": of("uzb"),
        "turkmenistan": of("tkm"),
    }
    return out
