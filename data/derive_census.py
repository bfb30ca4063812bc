#!/usr/bin/env python3
"""Derive places/census_2024.csv from the census tables, and check it.

    python3 data/derive_census.py SOURCE            write data/places/census_2024.csv
    python3 data/derive_census.py SOURCE --check    write nothing; fail if the file differs
    python3 data/derive_census.py --sane            only check the file that is there (no source needed)

SOURCE is a folder that holds, as published (see PROVENANCE.md):
    bmk_rgph2024_people.csv                                       the census indicators of the region
    ma_regions.csv, ma_provinces.csv, bmk_cercles.csv, ma_communes.csv   households per place

The result is long: place,indicator,area,sex,value. Places are HCP codes, MA for the country, 05 for the region.
A value the source leaves empty gives no row. Values are copied, never recomputed; the one sum is the households
of the country, added up from the twelve regions. Standard library only.
"""
import csv
import io
import sys
import tomllib
from pathlib import Path

DATA = Path(__file__).resolve().parent
RESULT = DATA / "places" / "census_2024.csv"
REGION = "05"
LEVELS = ("country", "region", "province", "cercle", "commune")  # urban centres are not places of the site
AREAS = ("total", "urban", "rural")
SEXES = ("all", "male", "female")
HOUSEHOLDS = "households_2024"  # this column lives in the place tables, not among the indicators
# The census says that figures combined from rounded ones can differ slightly; counts of people do not.
LARGEST = 700_000


def rows(path):
    with open(path, encoding="utf-8", newline="") as f:
        yield from csv.DictReader(f)


def indicators():
    with open(DATA / "places" / "indicators.toml", "rb") as f:
        return tomllib.load(f)["indicator"]


def derive(source):
    chosen = [(i["key"], i["columns"][0]) for i in indicators()]
    out = []
    for row in rows(source / "bmk_rgph2024_people.csv"):
        if row["level"] not in LEVELS:
            continue
        place = row["code"] or "MA"
        for key, column in chosen:
            if column != HOUSEHOLDS and row[column] != "":
                out.append((place, key, row["area"], row["sex"], row[column]))
    key = next(k for k, column in chosen if column == HOUSEHOLDS)
    country = 0
    for name in ("ma_regions", "ma_provinces", "bmk_cercles", "ma_communes"):
        for row in rows(source / f"{name}.csv"):
            value = row[HOUSEHOLDS]
            if name == "ma_regions":
                country += int(value)
            if value and (row.get("region_code") or row["code"]) == REGION:
                out.append((row["code"], key, "total", "all", value))
    out.append(("MA", key, "total", "all", str(country)))
    order = {k: n for n, (k, _) in enumerate(chosen)}
    out.sort(key=lambda r: (r[0] != "MA", r[0], order[r[1]], AREAS.index(r[2]), SEXES.index(r[3])))
    return out


def text(table):
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("place", "indicator", "area", "sex", "value"))
    writer.writerows(table)
    return buffer.getvalue()


def check(table):
    """Everything that must hold; returns what does not."""
    wrong = []
    unit = {i["key"]: i["unit"] for i in indicators()}
    value = {}
    for row in table:
        place, key, area, sex, v = row
        if key not in unit or area not in AREAS or sex not in SEXES:
            wrong.append(("unknown word", row))
            continue
        if (place, key, area, sex) in value:
            wrong.append(("twice", row))
        if unit[key] == "percent":
            n = float(v)
            if not 0 <= n <= 100:
                wrong.append(("not a percentage", row))
        else:
            n = int(v)
            if n < 0:
                wrong.append(("negative", row))
        value[place, key, area, sex] = n

    def same(what, whole, parts):
        if whole is not None and parts and None not in parts and whole != sum(parts):
            wrong.append((what, whole, sum(parts)))

    places = sorted({p for p, *_ in table})
    known = {r["code"]: r for r in rows(DATA / "places" / "ma_communes.csv") if r["region_code"] == REGION}
    provinces = [r["code"] for r in rows(DATA / "places" / "ma_provinces.csv") if r["region_code"] == REGION]
    cercles = [r["code"] for r in rows(DATA / "places" / "bmk_cercles.csv")]
    expected = {"MA", REGION, *provinces, *cercles, *known}
    if set(places) != expected:
        wrong.append(("places", sorted(expected ^ set(places))))

    def get(place, key, area="total", sex="all"):
        return value.get((place, key, area, sex))

    for place in places:
        for area in AREAS:
            same(f"{place} {area}: women and men", get(place, "population", area),
                 [get(place, "population", area, s) for s in ("male", "female")])
        for sex in SEXES:
            split = [get(place, "population", a, sex) for a in ("urban", "rural")]
            same(f"{place} {sex}: urban and rural", get(place, "population", "total", sex), split)
        for key, u in unit.items():
            if get(place, key) is None:
                wrong.append(("no figure for the whole place", place, key))
            if u == "percent":  # a mean lies between its parts (one rounding step allowed)
                for parts in ([get(place, key, sex=s) for s in ("male", "female")],
                              [get(place, key, area=a) for a in ("urban", "rural")]):
                    if None not in parts and not min(parts) - 0.1001 <= get(place, key) <= max(parts) + 0.1001:
                        wrong.append(("mean outside its parts", place, key, get(place, key), parts))
    for key in (k for k, u in unit.items() if u != "percent"):
        same(f"{key}: provinces", get(REGION, key), [get(p, key) for p in provinces])
        for p in provinces:
            same(f"{key}: communes of {p}", get(p, key),
                 [get(c, key) for c, r in known.items() if r["province_code"] == p])
        for z in cercles:
            same(f"{key}: communes of cercle {z}", get(z, key),
                 [get(c, key) for c, r in known.items() if r["cercle_code"] == z])
    for c, r in known.items():
        if get(c, "population") > int(r["population_2024"]):
            wrong.append(("municipal above legal population", c))
    size = len(text(table).encode())
    if size > LARGEST:
        wrong.append(("file too large", size))
    return wrong


def main():
    arguments = sys.argv[1:]
    if arguments == ["--sane"]:
        table = [tuple(r.values()) for r in rows(RESULT)]
    elif arguments and len(arguments) <= 2 and arguments[1:] in ([], ["--check"]):
        table = derive(Path(arguments[0]))
    else:
        sys.exit(__doc__)
    wrong = check(table)
    for w in wrong:
        print("wrong:", *w)
    if wrong:
        sys.exit(1)
    if arguments[-1] == "--check" and RESULT.read_text(encoding="utf-8") != text(table):
        sys.exit(f"{RESULT.name} differs from what the source gives")
    if len(arguments) == 1 and arguments[0] != "--sane":
        RESULT.write_text(text(table), encoding="utf-8")
    print(f"{len(table)} figures, {len({r[0] for r in table})} places, all sane")


if __name__ == "__main__":
    main()
