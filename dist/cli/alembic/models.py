"""What `alembic check` finds between models and schema, as facts."""

MOST = 200
LONGEST = 300


def read(diffs):
    found = []
    for each in diffs:
        # What changes one column comes together, in a list.
        for diff in each if isinstance(each, list) else [each]:
            found.append(difference(diff))
    kept, seen = found[:MOST], set(map(side, found[:MOST]))
    # Of a thousand that the models lack, the one that the schema lacks decides what is to be done.
    for each in found[MOST:]:
        if side(each) not in seen:
            seen.add(side(each))
            kept.append(each)
    return kept


def side(found):
    return found["change"], found["was"] == "", found["now"] == ""


def difference(diff):
    """The sides are those of Alembic: `add` is what the models have and the schema has not."""
    change, _, kind = diff[0].partition("_")
    if change == "modify":
        _, schema, table, column, _, was, now = diff
        return fact(change, kind, named(schema, table, column), text(was), text(now))
    if kind == "column":
        _, schema, table, column = diff
        return fact(change, kind, named(schema, table, column.name), "", text(column.type))
    thing = diff[1]
    if kind.startswith("table"):
        return fact(change, kind, named(thing.schema, thing.name))
    table = getattr(thing, "table", None)
    on = "" if table is None else named(table.schema, table.name)
    columns = ", ".join(text(getattr(each, "name", each)) for each in getattr(thing, "columns", None) or [])
    return fact(change, kind, text(getattr(thing, "name", None)), on, columns)


def named(*parts):
    return ".".join(str(each) for each in parts if each)[:LONGEST]


def text(value):
    try:
        if value is None or isinstance(value, bool):
            return {None: "", True: "yes", False: "no"}[value]
        # A default of the server.
        value = getattr(getattr(value, "arg", value), "text", getattr(value, "arg", value))
        # An empty default is one.
        return str(value)[:LONGEST] or "''"
    except Exception:
        return type(value).__name__


def fact(change, kind, name, was="", now=""):
    return dict(change=change, what=kind, name=name, was=was, now=now)
