"""Azerbaijani, in Latin letters. Words are folded, so ə, ı, ö, ü and e, i, o, u are the same."""

from .inflection import inflect

_MONTHS = (
    "yanvar",
    "fevral",
    "mart",
    "aprel",
    "may",
    "iyun",
    "iyul",
    "avqust",
    "sentyabr",
    "oktyabr",
    "noyabr",
    "dekabr",
)

# Case endings, folded. The ablative says "from", the terminative "until".
CASES = {
    "": "in un nin nun i u si su da de inda inde unda unde nda nde inin unun ki inki"
    " sinda sinde sinin sina sine"
    " a e ya ye na ne ina ine una une daki deki indaki indeki undaki undeki la le",
    "FROM_POST": "sindan sinden dan den ndan nden indan inden undan unden",
    "UNTIL_POST": "sinadek sinedek dek adek edek yadek yedek nadek nedek"
    " inadek inedek unadek unedek acan ecen yacan yecen dak",
}

WORDS = (
    inflect([(f"MONTH {n}", name) for n, name in enumerate(_MONTHS, 1)], CASES),
    inflect(
        [
            ("SEASON 21", "yaz"),
            ("SEASON 21", "bahar"),
            ("SEASON 22", "yay"),
            ("SEASON 23", "payız"),
            ("SEASON 24", "qış"),
            ("WEEKDAY 0", "bazar ertəsi"),
            ("WEEKDAY 1", "çərşənbə axşamı"),
            ("WEEKDAY 2", "çərşənbə"),
            ("WEEKDAY 3", "cümə axşamı"),
            ("WEEKDAY 4", "cümə"),
            ("WEEKDAY 5", "şənbə"),
            ("WEEKDAY 6", "bazar"),
            ("PART 0", "əvvəllər"),
            ("PART 0", "əvvəli"),
            ("PART 0", "başlanğıc"),
            ("PART 1", "orta"),
            ("PART 1", "ortalar"),
            ("PART 2", "son"),
            ("PART 2", "sonlar"),
            ("PART 2", "axır"),
            ("PART 2", "axırlar"),
            ("HALF 0", "yarı"),
            ("HALF 0", "yarım"),
            ("QUARTER 0", "rüb"),
            ("QUARTER 0", "kvartal"),
            ("SPAN 0", "gün"),
            ("SPAN 1", "həftə"),
            ("UNIT 2", "ay"),
            ("UNIT 2", "aylar"),
            ("UNIT 3", "il"),
            ("UNIT 4", "onillik"),
            ("UNIT 4", "onilliy"),
            ("UNIT 5", "əsr"),
            ("UNIT 5", "yüzillik"),
            ("UNIT 5", "yüzilliy"),
            ("YEARS", "illər"),
            ("DAYREL -1", "dünən"),
            ("DAYREL 0", "bugün"),
            ("NIGHT", "gecə"),
            ("CLOCK", "səhər"),
            ("CLOCK", "axşam"),
        ],
        CASES,
    ),
    {
        "MONTH 1": "yan",
        "MONTH 2": "fev, fevr",
        "MONTH 4": "apr",
        "MONTH 8": "avq, avg, avgust",
        "MONTH 9": "sen, sent, sentabr",
        "MONTH 10": "okt",
        "MONTH 11": "noy",
        "PART 0": "erkən, əvvəlində, ilk günləri, ilk günlərində, ilk aylarında, ilk ayları",
        "PART 2": "gec, son günləri, son günlərində, son aylarında, son ayları",
        "ORD 1": "birinci, ilk",
        "ORD 2": "ikinci",
        "ORD 3": "üçüncü",
        "ORD 4": "dördüncü",
        "ORD 18": "on səkkizinci",
        "ORD 19": "on doqquzuncu",
        "ORD 20": "iyirminci",
        "ORD 21": "iyirmi birinci",
        "ORD 99": "axırıncı, sonuncu",
        "COUNT 1": "bir",
        "COUNT 2": "iki",
        "COUNT 3": "üç",
        "COUNT 4": "dörd",
        "COUNT 5": "beş",
        "COUNT 6": "altı",
        "COUNT 7": "yeddi",
        "COUNT 8": "səkkiz",
        "COUNT 9": "doqquz",
        "COUNT 10": "on",
        "ABOUT": "təxminən, təqribən, təqr, təxm, radələrində, ətrafında, civarında",
        "PERHAPS": "ehtimal, ehtimal ki, yəqin ki, güman ki, bəlkə, ola bilsin, ehtimalən,"
        " dəqiq deyil, mübahisəli, qeyri-müəyyən",
        "NIGHT": "keçən gecə, keçən gecəsi, bağlayan gecə, bağlayan gecəsi",
        "SINCE_POST": "etibarən, bəri, başlayaraq, etibarlı",
        # A suffix of its own, or December cut short.
        "DECEMBER_OR_UNTIL": "dək",
        "UNTIL_POST": "qədər, kimi, daxil olmaqla",
        "BETWEEN_POST": "arasında, arası, aralığında",
        "AND": "və, ilə, &",
        "OR": "və ya, və yaxud, ya, yaxud, ya da, yoxsa",
        "NOW": "bu günə, bu gün, bugünə, bu günədək, bugünədək, indi, indiyə, indiyədək, hazırda,"
        " indiki zamana, hal-hazırda, hal-hazıradək, günümüzədək, günümüzə, hazırkı dövrə,"
        " hal-hazıra, indiki dövr",
        "LATER": "sonra",
        # Bare: "before" after an ablative, "ago" after a length; with endings it is "beginning".
        "EARLIER": "əvvəl, öncə, qabaq, bundan əvvəl, bundan öncə",
        # "ilə" is "and" too, so "to the year" needs its postposition.
        "UNIT 3 + UNTIL_POST": "ilə qədər, ilə kimi, ilə dək",
        "REL -1": "keçən, ötən, əvvəlki, bundan əvvəlki",
        "REL 0": "bu, o, həmin, eyni, cari, elə həmin, həmən",
        "REL 1": "növbəti, gələn, sonrakı, ertəsi, qarşıdan gələn, gələcək",
        "REL -1 + UNIT 3": "bıldır",
        "DAYREL 0": "bu günkü",
        "DAYREL 1": "sabah",
        "CLOCK": "günorta, saat, gecə yarısı, sübh, sübh tezdən",
        "OLD": "köhnə təqvim, köhnə təqvimlə, köhnə üslub, köhnə üslubla, k ü, köhnə stil,"
        " köhnə stillə, yuli təqvimi, yuli təqvimi ilə, köhnə təqvim ilə, julian təqvimi ilə",
        "NEW": "yeni təqvim, yeni təqvimlə, yeni üslub, yeni üslubla, y ü, yeni stil, yeni stillə,"
        " qriqori təqvimi, qriqori təqvimi ilə, yeni təqvim ilə",
        "CE": "miladi, miladın, eramızın, b e, bizim eranın, yeni eranın, eramızda",
        "BCE": "e ə, eramızdan əvvəl, miladdan əvvəl, b e ə, bizim eradan əvvəl",
        "FOREIGN": "hicri, hicri qəməri, hicri şəmsi, ramazan, məhərrəm, rəcəb, novruz",
        "FILL": "ərzində, zamanı, tarixində, tarixi, tarixli, müddətində, boyunca, boyu, vaxtı,"
        " çağı, yalnız",
    },
)

ENDINGS = {
    "ORDINAL": "ci, cu, inci, uncu, nci, ncu",
    "": CASES[""].replace(" ", ", "),
    "FROM_POST": CASES["FROM_POST"].replace(" ", ", "),
    "UNTIL_POST": CASES["UNTIL_POST"].replace(" ", ", "),
    "DECADE": "ler, lar, lerde, larda, lerin, larin, leri, lari",
    "DECADE + FROM_POST": "lerden, lardan",
}
