"""An exception as facts: where it came from, what was sent, what the server said."""

import importlib.util
import os
import traceback

LONGEST = 20000
MOST = 200


def describe(error, step):
    chain = chain_of(error)
    return dict(
        type=name_of(error),
        message=message_of(error),
        revision=step.revision,
        ms=step.elapsed(),
        frames=frames_of(error),
        syntax=first(chain, syntax_of),
        sql=first(chain, sql_of),
        server=first(chain, server_of),
        causes=[dict(type=name_of(each), message=message_of(each)) for each in chain[1:]],
        operations=operations(step),
        models=beside("models", lambda module: module.read(error.diffs)) if hasattr(error, "diffs") else None,
    )


def chain_of(error):
    """The exception, then what it came from, nearest first. SQLAlchemy keeps the driver's in `orig`."""
    found, rest = [], [error]
    while rest and len(found) < 20:
        each = rest.pop(0)
        if not isinstance(each, BaseException) or any(each is other for other in found):
            continue
        found.append(each)
        context = None if each.__suppress_context__ else each.__context__
        rest += [getattr(each, "orig", None), each.__cause__ or context, getattr(each, "driver_exception", None)]
    return found


def first(chain, read):
    for each in chain:
        value = read(each)
        if value is not None:
            return value
    return None


def name_of(error):
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else "%s.%s" % (kind.__module__, kind.__qualname__)


def message_of(error):
    """Of what a server said only the first line: further down come its detail and the parameters, which are rows."""
    try:
        if (sql_of(error) or server_of(error)) and error.args:
            return str(error.args[0]).split("\n", 1)[0][:LONGEST]
        return str(error)[:LONGEST]
    except Exception:
        return ""


def frames_of(error):
    frames = traceback.extract_tb(error.__traceback__)
    kept = frames if len(frames) <= MOST else frames[: MOST // 2] + frames[-MOST // 2 :]
    return [dict(file=absolute(each.filename), line=each.lineno or 0, function=each.name) for each in kept]


def absolute(path):
    return path if path.startswith("<") else os.path.abspath(path)


def syntax_of(error):
    if not isinstance(error, SyntaxError) or not error.filename:
        return None
    return dict(file=absolute(error.filename), line=error.lineno or 0, column=error.offset or 0)


def sql_of(error):
    statement = getattr(error, "statement", None)
    return statement[:LONGEST] if isinstance(statement, str) else None


def server_of(error):
    """psycopg and psycopg2 keep it in `diag`, asyncpg in attributes."""
    diag = getattr(error, "diag", None)
    if getattr(diag, "sqlstate", None):
        names = ("sqlstate", "severity", "message_primary", "message_detail", "message_hint", "context")
        return fields([getattr(diag, each, None) for each in names], diag.statement_position)
    if type(error).__module__.split(".")[0] == "asyncpg" and getattr(error, "sqlstate", None):
        names = ("sqlstate", "severity", "message", "detail", "hint", "context")
        return fields([getattr(error, each, None) for each in names], getattr(error, "position", None))
    return None


def fields(values, position):
    code, severity, message, detail, hint, where = [
        None if each is None else str(each)[:LONGEST] for each in values
    ]
    at = int(position) if str(position or "").isdigit() else None
    return dict(
        code=code, severity=severity or "ERROR", message=message or "", detail=detail, hint=hint, where=where, position=at
    )


def operations(step):
    """What the revision under way makes."""
    if step.revision is None:
        return []
    way = "upgrade" if step.upgrade else "downgrade"
    return beside("operations", lambda module: module.read(step.path, way)) or []


def beside(name, work):
    """Does a piece of work with a file of this folder; a failure of it must not take the rest with it."""
    try:
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".py")
        spec = importlib.util.spec_from_file_location("migration_gate_" + name, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return work(module)
    except Exception:
        return None
