#!/usr/bin/env python3
"""Judges an OC4IDS package with Open Contracting's own library, without the network.

    oc4ids.py FILE SCHEMA_DIR

SCHEMA_DIR holds project-package-schema.json, project-schema.json and codelists/. Every finding is printed; the last
line is "N passed, N failed", counted in checks. Exit status: 0 all held, 1 something was found, 2 no judgement.
"""

import collections
import json
import pathlib
import sys
import tempfile
import urllib.parse
import warnings

# What the public asks of a project first; the standard itself requires nothing but the id.
EXPECTED = (
    "title description status type sector purpose updated period locations budget publicAuthority parties documents "
    "contractingProcesses completion"
).split()


class NoJudgement(Exception):
    """The judge could not do its work: this says nothing about the file."""


def serve_from(folder):
    """Makes every request of every library end in `folder`, through an adapter in the place of the network."""
    import requests

    class Shelf(requests.adapters.BaseAdapter):
        def send(self, request, **options):
            name = pathlib.PurePosixPath(urllib.parse.urlsplit(request.url).path).name
            path = folder / "codelists" / name if name.endswith(".csv") else folder / name
            if not path.is_file():
                # Not an exception of `requests`: the library would take that for an empty codelist and be content.
                raise NoJudgement(f"{request.url} is not in {folder}")
            answer = requests.Response()
            answer.status_code = 200
            answer.url = request.url
            answer.request = request
            answer.encoding = "utf-8"
            answer._content = path.read_bytes()
            return answer

        def close(self):
            pass

    shelf = Shelf()
    requests.Session.get_adapter = lambda self, url: shelf


def examine(package):
    """The library's whole report."""
    from libcoveoc4ids.api import oc4ids_json_output

    with tempfile.TemporaryDirectory() as folder:
        return oc4ids_json_output(folder, json_data=package)


def findings(report):
    """Yields (check, sentence) for everything that is wrong."""
    for error, places in report["validation_errors"]:
        error = json.loads(error) if isinstance(error, str) else error
        for place in places:
            value = "" if place.get("value") is None else f" = {place['value']!r:.80}"
            yield "schema", f"{place.get('path') or '(package)'}{value}: {error.get('message')}"
    for entry in report["additional_closed_codelist_values"].values():
        yield "closed codelists", f"{entry['path']}/{entry['field']}: {', '.join(entry['values'])} not in {entry['codelist']}"
    for check in report["conformance_checks"]:
        yield "conformance", f"{check['check_id']}: {check['message']} {shown(check)}"
    for check in report["additional_checks"]:
        yield "quality", f"{check['check_id']}: {check['message']} {shown(check)}"


def shown(check):
    places = check.get("paths") or check.get("path_values") or []
    return f"({len(places)}: {', '.join(map(str, places[:5]))})" if places else ""


def notes(report, projects):
    """Yields what is worth knowing and not wrong."""
    for entry in report["additional_open_codelist_values"].values():
        yield f"own codes: {entry['path']}/{entry['field']}: {', '.join(entry['values'])}"
    for path, field, count in report.get("data_only") or []:
        yield f"not in the schema: {path}/{field} ({count})"
    for field in report.get("deprecated_fields") or []:
        yield f"deprecated: {field}"
    told = collections.Counter(name for project in projects for name in EXPECTED if project.get(name))
    yield "told: " + ", ".join(f"{name} {told[name]}/{len(projects)}" for name in EXPECTED)


def judge(file, folder):
    if not (folder / "project-package-schema.json").is_file():
        raise NoJudgement(f"{folder} holds no project-package-schema.json")
    try:
        package = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise NoJudgement(f"{file}: {error}") from error
    except ValueError as error:
        print(f"FAILED  json: {error}")
        print("0 passed, 1 failed")
        return 1
    if not isinstance(package, dict):
        print("FAILED  json: a package is an object")
        print("0 passed, 1 failed")
        return 1
    listed = package.get("projects")
    projects = [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []

    serve_from(folder)
    report = examine(package)
    found = collections.defaultdict(list)
    for check, sentence in findings(report):
        found[check].append(sentence)

    print(f"{file.name}: {len(projects)} projects, judged by OC4IDS {report.get('version_used', '0.9.5')}")
    for note in notes(report, projects):
        print(f"note    {note}")
    checks = ("schema", "closed codelists", "conformance", "quality")
    for check in checks:
        print(f"{'FAILED' if found[check] else 'ok':<8}{check}")
        for sentence in found[check]:
            print(f"        {sentence}")
    failed = sum(1 for check in checks if found[check])
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


def main():
    if len(sys.argv) != 3:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    warnings.filterwarnings("ignore")
    try:
        return judge(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    except Exception as error:  # Whatever happened inside the library, it is not a verdict on the file.
        print(f"no judgement: {type(error).__name__}: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
