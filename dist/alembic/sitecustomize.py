"""Watches Alembic for Migration Gate, without a change to the project that runs it.

Python imports this file when it starts, because its folder is on PYTHONPATH. It then waits for Alembic to be
imported, and does nothing at all in a process where that does not happen. It never ends or changes a run by an
error of its own: whatever goes wrong here is swallowed. Python 3.8 and later, no dependency.
"""

import os
import stat
import sys

_folder = os.path.dirname(os.path.abspath(__file__))


def _other_folders(path):
    return [each for each in path if os.path.abspath(each or os.curdir) != _folder]


class _Finder:
    """Lets every other finder do its work, and calls us when one of Alembic's modules has been run."""

    def __init__(self, hooks):
        self.hooks = hooks

    def find_spec(self, name, path=None, target=None):
        hook = self.hooks.pop(name, None)
        if hook is None:
            return None
        if not self.hooks:
            sys.meta_path.remove(self)
        import importlib.util

        # Taken out above, so that this search does not end here again.
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.loader is not None:
            run = spec.loader.exec_module

            def exec_module(module):
                run(module)
                hook(module)

            try:
                spec.loader.exec_module = exec_module
            except Exception:
                pass
        return spec


def _call(name):
    """A function of watch.py, which is loaded only when it is needed and never breaks what calls it."""

    def hook(module):
        try:
            getattr(_watch(), name)(module)
        except Exception:
            pass

    return hook


def _watch():
    name = "migration_gate_watch"
    if name not in sys.modules:
        import importlib.util

        spec = importlib.util.spec_from_file_location(name, os.path.join(_folder, "watch.py"))
        module = importlib.util.module_from_spec(spec)
        module.HANDED = _handed
        spec.loader.exec_module(module)
        sys.modules[name] = module
        # What Alembic starts is no business of ours: another Python finds its path as the user left it.
        sys.path[:] = _other_folders(sys.path)
        rest = os.pathsep.join(_other_folders(os.environ.get("PYTHONPATH", "").split(os.pathsep)))
        os.environ.pop("PYTHONPATH", None)
        if rest:
            os.environ["PYTHONPATH"] = rest
    return sys.modules[name]


# Variable → number and identity of a descriptor.
_handed = {}


def _place():
    if "MIGRATION_GATE_EVENTS" not in os.environ:
        return
    # Looked at now, before the program could open others under these numbers: whoever starts Alembic for us may
    # have closed them.
    for variable in ("MIGRATION_GATE_EVENTS", "MIGRATION_GATE_LIFELINE"):
        try:
            number = int(os.environ[variable])
            seen = os.fstat(number)
            if stat.S_ISSOCK(seen.st_mode) or stat.S_ISFIFO(seen.st_mode):
                _handed[variable] = (number, (seen.st_dev, seen.st_ino))
        except (OSError, ValueError, KeyError):
            pass
    hooks = {
        "alembic.runtime.environment": _call("watch_environment"),
        "alembic.script.base": _call("watch_scripts"),
        "alembic.config": _call("watch_command_line"),
    }
    sys.meta_path.insert(0, _Finder(hooks))


def _chain():
    """The sitecustomize that would have been found without us; its errors are shown as Python shows them."""
    from importlib.machinery import PathFinder
    from importlib.util import module_from_spec

    spec = PathFinder.find_spec("sitecustomize", _other_folders(sys.path))
    if spec is not None and spec.loader is not None:
        module = module_from_spec(spec)
        sys.modules["sitecustomize"] = module
        spec.loader.exec_module(module)


try:
    _place()
except Exception:
    pass
_chain()
