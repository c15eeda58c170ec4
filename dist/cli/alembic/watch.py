"""What is watched: Alembic's steps, its statements, its connections and the exception that ends it."""

import contextlib
import functools
import gc
import importlib.util
import os
import sys


def _beside(name):
    """A file of this folder, which is not on the path of the program."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".py")
    spec = importlib.util.spec_from_file_location("migration_gate_" + name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


# New objects after which Python looks for cycles while files are read. Never would let them fill the memory.
SELDOM = 50000

channel_py = _beside("channel")
ending_py = _beside("ending")
failure_py = _beside("failure")
session_py = _beside("session")
step_py = _beside("step")

channel = channel_py.Channel()
# sitecustomize.py puts it here.
channel.open(globals().get("HANDED", {}))
under_way = step_py.Step(channel)
channel.look = under_way.look
ending_py.end_soon()


def guarded(function):
    """Errors of ours are told and swallowed."""

    @functools.wraps(function)
    def call(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception as error:
            channel.trouble(function.__name__, error)
            return None

    return call


def wrap(owner, name, make):
    """Puts a function in place of another, where there is one."""
    original = getattr(owner, name, None)
    if original is None:
        channel.trouble(name, "this Alembic has none")
    else:
        setattr(owner, name, functools.wraps(original)(make(original)))


def watch_environment(module):
    """alembic.runtime.environment has been imported."""

    def configure(original):
        def call(self, *args, **kwargs):
            result = original(self, *args, **kwargs)
            configured(self.get_context())
            return result

        return call

    def leave(original):
        def call(self, kind, error, trace):
            if error is not None:
                failed(error)
            return original(self, kind, error, trace)

        return call

    wrap(module.EnvironmentContext, "configure", configure)
    # env.py may set an excepthook of its own, and who calls Alembic may catch what it raises.
    wrap(module.EnvironmentContext, "__exit__", leave)
    wrap(module.MigrationContext, "autocommit_block", autocommit)
    watch_exceptions()
    session_py.watch_sessions(channel)
    session_py.watch_statements(channel, under_way)
    if os.environ.pop("MIGRATION_GATE_CAPTURE", None) == "1":
        _beside("capture").watch_captures(channel, under_way)


def watch_command_line(module):
    """alembic.config: its main function turns a CommandError into a line and an exit code."""

    def err(original):
        def call(*args, **kwargs):
            error = sys.exc_info()[1]
            if error is not None:
                failed(error)
            return original(*args, **kwargs)

        return call

    wrap(module.util, "err", err)


def watch_scripts(module):
    """alembic.script.base: every command begins here. Tells the graph, when that is what was asked for."""
    describing = os.environ.pop("MIGRATION_GATE_DESCRIBE", None) == "1"

    def from_config(original):
        def call(*args, **kwargs):
            channel.greet()
            directory = original(*args, **kwargs)
            if describing:
                describe(directory)
            return directory

        return call

    # A class method: the wrapper takes the bound one's place, so it must not be bound again.
    owner = module.ScriptDirectory
    bound = owner.from_config
    owner.from_config = staticmethod(functools.wraps(bound)(from_config(bound)))


@guarded
def describe(directory):
    channel.emit("graph", revisions=[described(each) for each in directory.walk_revisions()])


def described(script):
    return dict(
        id=script.revision,
        down=several(script.down_revision),
        dependsOn=several(script.dependencies),
        # Alembic hands labels on to the descendants; asked for are those of the file.
        labels=several(getattr(script, "_orig_branch_labels", script.branch_labels)),
        message=((script.doc or "").splitlines() or [""])[0],
        path=script.path,
    )


def several(value):
    if not value:
        return []
    return [value] if isinstance(value, str) else sorted(value) if isinstance(value, (set, frozenset)) else list(value)


@guarded
def configured(context):
    context.on_version_apply_callbacks = tuple(context.on_version_apply_callbacks) + (stepped,)
    if context._migrations_fn is not None:
        context._migrations_fn = announcing(context._migrations_fn)
    # A name that has to be quoted is sent like the others, and told apart by who reads it.
    table = ".".join(filter(None, (context.version_table_schema, context.version_table)))
    under_way.own = tuple("%s %s " % (verb, table) for verb in ("UPDATE", "INSERT INTO", "DELETE FROM"))
    channel.emit(
        "configured",
        versionTable=context.version_table,
        versionTableSchema=context.version_table_schema,
        transactionPerMigration=bool(context._transaction_per_migration),
        transactionalDdl=bool(context.impl.transactional_ddl),
        driver="%s+%s" % (context.dialect.name, context.dialect.driver),
        offline=bool(context.as_sql),
        autocommit=in_autocommit(context),
    )


def in_autocommit(context):
    """AUTOCOMMIT as the isolation level of the connection: nothing of a revision could be rolled back."""
    raw = getattr(getattr(context.connection, "connection", None), "dbapi_connection", None)
    return getattr(raw, "autocommit", False) is True


def announcing(steps_of):
    """Alembic takes step by step from this, each just before it runs."""

    def call(*args, **kwargs):
        with without_passes():
            steps = steps_of(*args, **kwargs)
        for step in steps:
            started(step)
            yield step

    return call


@contextlib.contextmanager
def without_passes():
    """Alembic reads all of its files, which leave next to nothing behind: Python looks for reference cycles seldom."""
    usual = gc.get_threshold()
    # 0: it never looks.
    rarely = (max(usual[0], SELDOM) if usual[0] else 0,) + usual[1:]
    gc.set_threshold(*rarely)
    try:
        yield
    finally:
        # Not where a file has chosen another.
        if gc.get_threshold() == rarely:
            gc.set_threshold(*usual)


@guarded
def started(step):
    script = getattr(step, "revision", None)
    # A stamp runs nothing.
    if script is None:
        return
    under_way.begin(script.revision, script.path, bool(step.is_upgrade))


@guarded
def stepped(**_):
    under_way.end()


def autocommit(original):
    @contextlib.contextmanager
    def call(self):
        with original(self):
            under_way.commit_beside()
            yield

    return call


def watch_exceptions():
    before = sys.excepthook

    def excepthook(kind, error, trace):
        failed(error)
        before(kind, error, trace)

    sys.excepthook = excepthook


_told = []


@guarded
def failed(error):
    # The environment, the command line and the interpreter may each see the same one.
    if any(error is each for each in _told):
        return
    if isinstance(error, SystemExit) and error.code in (None, 0):
        # sys.exit(0) where an exception was caught: that one is the story.
        error = error.__context__
        if error is None or any(error is each for each in _told):
            return
    _told.append(error)
    under_way.failed()
    channel.emit("failure", **failure_py.describe(error, under_way))
