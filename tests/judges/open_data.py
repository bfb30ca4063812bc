#!/usr/bin/env python3
"""Judges the open data of an instance, downloaded into a folder, without the network.

    open_data.py FOLDER [OS_TYPES]

FOLDER holds datapackage.json and every file that it names, and the same of the budgets in its folder budget. Judged are
the data packages with all their tables (by the Frictionless framework), the GeoJSON file (by the rules of RFC 7946,
written down here) and the spreadsheet (opened again and compared with the CSV table). OS_TYPES is the list of column
types of OpenSpending (os-types.json): with it each column of a budget is judged, too. Every finding is printed; the last line is "N passed, N failed", counted in checks.
Exit status: 0 all held, 1 something was found, 2 no judgement.
"""

import csv
import datetime
import decimal
import json
import pathlib
import sys
import warnings


def package(folder):
    """Yields what the Frictionless framework finds in the package, its schemas and each row."""
    from frictionless import Package, system

    with system.use_context(trusted=True):
        described = Package(str(folder / "datapackage.json"))
        report = described.validate()
        if len(report.tasks) != len(described.resources) or not described.resources:
            yield f"{len(report.tasks)} of {len(described.resources)} resources were judged"
        for error in report.errors:
            yield error.message
        for task in report.tasks:
            for error in task.errors:
                yield f"{task.place}: {error.message}"
            for warning in task.warnings:
                yield f"{task.place}: {warning}"
    tables = [resource for resource in described.resources if resource.format == "csv"]
    for resource in tables:
        if not resource.schema.fields or any(not field.description for field in resource.schema.fields):
            yield f"{resource.path}: a column is not described"
    if not tables:
        yield "no table is described"


def budgets(folder, types):
    """Yields what the Frictionless framework and the column types of OpenSpending find in the budgets."""
    folder = folder / "budget"
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    if not described["resources"]:
        print("note    no budget is published")
        return
    yield from package(folder)
    names = [resource["name"] for resource in described["resources"]]
    if len(set(names)) != len(names):
        yield "two resources have one name"
    known = json.loads(types.read_text(encoding="utf-8")) if types else None
    if known is None:
        print("note    the column types are not beside the checkout")
    for resource in described["resources"]:
        fields = resource["schema"]["fields"]
        columns = [field.get("columnType") for field in fields]
        if None in columns:
            yield f"{resource['path']}: a column has no type of open fiscal data"
            continue
        once = [column for column in columns if column.split(":")[0] not in ("unknown", "value")]
        for column in {column for column in once if once.count(column) > 1}:
            yield f"{resource['path']}: two columns are {column}"
        for needed in ("budget-line-id", "date:fiscal-year", "direction", "phase:id", "value", "value-currency:code"):
            if needed not in columns:
                yield f"{resource['path']}: no column is {needed}"
        for field, column in zip(fields, columns) if known else ():
            if column not in known:
                yield f"{resource['path']}, {field['name']}: {column} is no type"
                continue
            if known[column]["dataType"] != field["type"]:
                yield f"{resource['path']}, {field['name']}: {column} is {known[column]['dataType']}"
            code = known[column].get("labelfor")
            if code and code not in columns:
                yield f"{resource['path']}, {field['name']}: no column is {code}, whose label it would be"


# How deep the positions of a geometry lie, and how many there are at least in the innermost list (RFC 7946, 3.1).
SHAPES = {
    "Point": (0, 1),
    "MultiPoint": (1, 0),
    "LineString": (1, 2),
    "MultiLineString": (2, 2),
    "Polygon": (2, 4),
    "MultiPolygon": (3, 4),
}
NOT_IN_A_FEATURE = {"coordinates", "geometries", "features"}


def position(value):
    if not isinstance(value, list) or len(value) not in (2, 3):
        return "a position has two or three numbers"
    if any(isinstance(number, bool) or not isinstance(number, (int, float)) for number in value):
        return "a position is made of numbers"
    if abs(value[0]) > 180 or abs(value[1]) > 90:
        return f"{value} is not on the Earth: longitude comes first"
    return None


def coordinates(value, depth, least, ring):
    if depth == 0:
        return position(value)
    if not isinstance(value, list):
        return "coordinates are lists"
    if depth == 1:
        if len(value) < least:
            return f"{len(value)} positions, at least {least} are needed"
        if ring and value[0] != value[-1]:
            return "a ring is not closed"
    return next((wrong for one in value if (wrong := coordinates(one, depth - 1, least, ring))), None)


def geometry(value):
    if value is None:
        return None
    if not isinstance(value, dict):
        return "a geometry is an object or null"
    kind = value.get("type")
    if kind == "GeometryCollection":
        inner = value.get("geometries")
        if not isinstance(inner, list):
            return "a collection has geometries"
        return next((wrong for one in inner if (wrong := geometry(one) if one else "null in a collection")), None)
    if kind not in SHAPES:
        return f"{kind!r} is no geometry"
    if {"geometry", "properties", "features"} & value.keys():
        return "a geometry has members of a feature"
    depth, least = SHAPES[kind]
    return coordinates(value.get("coordinates"), depth, least, "Polygon" in kind)


def places_on_a_map(folder):
    """Yields what RFC 7946 does not allow in the GeoJSON file."""
    collection = json.loads((folder / "projects.geojson").read_text(encoding="utf-8"))
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        yield "not a FeatureCollection"
        return
    if {"coordinates", "geometries", "geometry", "properties", "crs"} & collection.keys():
        yield "a collection has members of something else"
    features = collection.get("features")
    if not isinstance(features, list):
        yield "features is not a list"
        return
    seen = set()
    for number, feature in enumerate(features, 1):
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            yield f"feature {number}: not a Feature"
            continue
        if "geometry" not in feature or "properties" not in feature or NOT_IN_A_FEATURE & feature.keys():
            yield f"feature {number}: members are missing or of something else"
        if not isinstance(feature.get("properties"), (dict, type(None))):
            yield f"feature {number}: properties are an object or null"
        if not isinstance(feature.get("id"), str) or feature["id"] in seen:
            yield f"feature {number}: its id is not a text or not its own"
        seen.add(feature.get("id"))
        wrong = geometry(feature.get("geometry"))
        if wrong:
            yield f"feature {number}: {wrong}"
    rows = table(folder)
    if [feature.get("id") for feature in features] != [row["reference"] for row in rows]:
        yield "not the projects of the table, in its order"
    placed = sum(1 for feature in features if feature.get("geometry"))
    points = sum(1 for row in rows if row["longitude"])
    if placed < points:
        yield f"{points} projects have a point in the table, {placed} on the map"
    print(f"note    {placed} of {len(features)} projects are on the map")


def table(folder):
    with open(folder / "projects.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def as_in_csv(value):
    """A value of a cell as the CSV table writes it."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, bool):
        return repr(value)
    if isinstance(value, (int, float)):
        return decimal.Decimal(repr(value)).normalize()
    return value


def same(cell, text):
    value = as_in_csv(cell)
    if isinstance(value, decimal.Decimal):
        try:
            return value == decimal.Decimal(text)
        except decimal.InvalidOperation:
            return False
    # CSV defuses formulas with an apostrophe; a spreadsheet knows a text when it has one. Line ends are XML's.
    if len(text) > 32767:
        return value.endswith("…")
    return value in (text, text.removeprefix("'"))


def spreadsheet(folder):
    """Yields where the spreadsheet, opened again, is not the CSV table, or has a formula."""
    import openpyxl

    book = openpyxl.load_workbook(folder / "projects.xlsx")
    if book.sheetnames != ["projects", "about"]:
        yield f"sheets: {book.sheetnames}"
        return
    rows = list(book["projects"].iter_rows())
    expected = table(folder)
    names = [cell.value for cell in rows[0]]
    if expected and names != list(expected[0]):
        yield "its columns are not those of the table"
        return
    if len(rows) - 1 != len(expected):
        yield f"{len(rows) - 1} rows, the table has {len(expected)}"
    for number, (row, wanted) in enumerate(zip(rows[1:], expected), 2):
        for name, cell in zip(names, row):
            if cell.data_type == "f":
                yield f"row {number}, {name}: a formula"
            elif not same(cell.value, wanted[name]):
                yield f"row {number}, {name}: {cell.value!r:.60}, the table has {wanted[name]!r:.60}"
    said = [row[0].value for row in book["about"].iter_rows() if row[0].value]
    if [name for name in names if name not in said]:
        yield "a column is not explained"


def judge(folder, types):
    checks = [("data package", package), ("geojson", places_on_a_map), ("spreadsheet", spreadsheet)]
    checks.append(("budgets", lambda folder: budgets(folder, types)))
    failed = 0
    for name, check in checks:
        found = list(check(folder))
        failed += bool(found)
        print(f"{'FAILED' if found else 'ok':<8}{name}")
        for sentence in found[:50]:
            print(f"        {sentence}")
        if len(found) > 50:
            print(f"        and {len(found) - 50} more")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    warnings.filterwarnings("ignore")
    try:
        return judge(*(pathlib.Path(word) for word in sys.argv[1:]), *[None] * (3 - len(sys.argv)))
    except Exception as error:  # Whatever happened inside a library, it is not a verdict on the files.
        print(f"no judgement: {type(error).__name__}: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
