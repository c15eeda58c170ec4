"""What Alembic and Python themselves say: cases as JSON on stdin, answers as JSON on stdout, one for each."""
import importlib
import json
import os
import sys
import tempfile
import warnings

import alembic.script.revision as revisions
from alembic import util
from alembic.config import CommandLine, Config
from alembic.script import ScriptDirectory, base
from sqlalchemy.util import OrderedSet

warnings.simplefilter("ignore")


def map_of(scripts):
    return revisions.RevisionMap(
        lambda: [
            revisions.Revision(s["id"], tuple(s["down"]), tuple(s["dependsOn"]), tuple(s["labels"]))
            for s in scripts
        ]
    )


def answer_graph(case):
    if ":" in case["target"]:
        raise util.CommandError("Range revision not allowed")
    map_ = map_of(case["scripts"])
    rows = tuple(case["rows"])
    order = map_.iterate_revisions(case["target"], rows, implicit_base=True)
    answer = {
        "heads": list(map_.heads),
        "effectiveHeads": list(map_._real_heads),
        "bases": list(map_.bases),
        "applied": sorted(r.revision for r in map_._get_ancestor_nodes(map_.get_revisions(rows))),
        "order": [r.revision for r in order][::-1],
        "ends": sorted(r.revision for r in map_._parse_upgrade_target(rows, case["target"], True)),
    }
    answer["chance"] = any(
        r is not None and len(r._normalized_resolved_dependencies) > 1 for r in map_._revision_map.values()
    )
    return answer


def graph(case):
    """Two own dependencies of one revision come out of a set, by chance: then with sets that keep their order too."""
    answer = answer_graph(case)
    if answer["chance"]:
        revisions.set = OrderedSet
        try:
            kept = answer_graph(case)
        finally:
            del revisions.set
        assert sorted(kept["order"]) == sorted(answer["order"])
        answer["order"] = kept["order"]
    return answer


def answer_descend(case):
    map_ = map_of(case["scripts"])
    rows = tuple(case["rows"])
    order = map_.iterate_revisions(rows, case["target"], select_for_downgrade=True)
    gone = [r.revision for r in order]
    stay = {r.revision for r in map_._get_ancestor_nodes(map_.get_revisions(rows))} - set(gone)
    below = {d for s in stay for d in map_.get_revision(s)._all_down_revisions}
    chance = any(r is not None and len(r._normalized_resolved_dependencies) > 1 for r in map_._revision_map.values())
    return {"order": gone, "leaves": sorted(stay - below), "chance": chance}


class SetKind(type):
    def __instancecheck__(cls, value):
        return isinstance(value, set)


class KeptSet(OrderedSet, metaclass=SetKind):
    """Keeps its order, and every set is taken for one."""


def descend(case):
    answer = answer_descend(case)
    if answer["chance"]:
        revisions.set = KeptSet
        try:
            answer["order"] = answer_descend(case)["order"]
        finally:
            del revisions.set
    return answer


def write(folder, files):
    for path, text in files.items():
        file = os.path.join(folder, path)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "wb") as out:
            out.write(text.encode("latin-1"))


def module(case):
    """The variables of a revision file after importing it."""
    with tempfile.TemporaryDirectory() as folder:
        write(folder, {"revision_file.py": case["file"]})
        loaded = util.load_python_file(folder, "revision_file.py")
    names = ("revision", "down_revision", "branch_labels", "depends_on")
    values = {name: value_of(getattr(loaded, name)) for name in names if hasattr(loaded, name)}
    return {"values": values, "doc": loaded.__doc__}


def value_of(value):
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, (tuple, list, set)) and all(isinstance(each, str) for each in value):
        return sorted(value) if isinstance(value, set) else list(value)
    return {"other": type(value).__name__}


def config(case):
    """What the command line makes of its configuration files, and which revision files it finds."""
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        write(folder, case["files"])
        os.chdir(os.path.join(folder, case["folder"]))
        before = list(sys.path)
        # As `python -m alembic` has it; packages of the case before are forgotten.
        sys.path.insert(0, os.getcwd())
        for name in [name for name in sys.modules if name.split(".")[0] == "pkg"]:
            del sys.modules[name]
        importlib.invalidate_caches()
        try:
            return read_config(case, folder)
        finally:
            sys.path[:] = before
            os.chdir("/")


def read_config(case, folder):
    line = CommandLine()
    toml, ini = line._inis_from_config(line.parser.parse_args([*case["args"], "heads"]))
    options = line.parser.parse_args([*case["args"], "heads"])
    config = Config(file_=ini, toml_file=toml, ini_section=options.name)
    script = ScriptDirectory.from_config(config)
    # What it would load, without loading it.
    paths = []
    base.Script._from_path = classmethod(lambda cls, directory, path: paths.append(str(path)))
    list(script._load_revisions())
    paths = [path for path in paths if base._only_source_rev_file.match(os.path.basename(path))]
    return {
        "scriptLocation": os.path.relpath(os.path.abspath(script.dir), folder),
        "versionLocations": [
            os.path.relpath(os.path.abspath(location), folder).replace(folder, "/root")
            for location in script._version_locations
        ],
        "recursive": bool(script.recursive_version_locations),
        "sourceless": bool(script.sourceless),
        "paths": [os.path.relpath(path, folder) for path in paths],
    }


def ini(case):
    """One key of an ini file, as ConfigParser has it."""
    with tempfile.TemporaryDirectory() as folder:
        folder = os.path.realpath(folder)
        write(folder, {"alembic.ini": case["file"]})
        config = Config(os.path.join(folder, "alembic.ini"))
        has = config.file_config.has_option("alembic", case["key"])
        value = config.file_config.get("alembic", case["key"]) if has else None
        return {"value": None if value is None else value.replace(folder, "/here")}


kinds = {"graph": graph, "descend": descend, "module": module, "config": config, "ini": ini}


def answer(kind, case):
    try:
        return kinds[kind](case)
    except (Exception, SystemExit) as error:
        return {"refused": type(error).__name__, "message": str(error)[:300]}


given = json.load(sys.stdin)
# What the cases print is theirs.
out, sys.stdout = sys.stdout, sys.stderr
answers = [answer(given["kind"], case) for case in given["cases"]]
json.dump(answers, out)
