"""What a revision makes, as far as the literals in its syntax tree tell."""

import ast

# Positions of table and object among the positional arguments of `op.X`. In a batch the table is left out.
PLACES = {
    "create_table": (0, None),
    "drop_table": (0, None),
    "rename_table": (0, 1),
    "add_column": (0, 1),
    "drop_column": (0, 1),
    "alter_column": (0, 1),
    "create_index": (1, 0),
    "drop_index": (1, 0),
    "create_unique_constraint": (1, 0),
    "create_check_constraint": (1, 0),
    "create_exclude_constraint": (1, 0),
    "create_primary_key": (1, 0),
    "create_foreign_key": (1, 0),
    "drop_constraint": (1, 0),
    "create_table_comment": (0, None),
    "drop_table_comment": (0, None),
    "bulk_insert": (0, None),
    "execute": (None, None),
}
TABLES = ("table_name", "source_table", "old_table_name")
OBJECTS = ("index_name", "constraint_name", "column_name", "new_table_name", "column")
SCHEMAS = ("schema", "source_schema")
LONGEST = 20000


def read(path, function):
    with open(path, "rb") as file:
        tree = ast.parse(file.read())
    reader = Reader(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            reader.visit(node)
    return reader.found


class Reader(ast.NodeVisitor):
    def __init__(self, tree):
        self.found = []
        self.op = {"op"}
        self.batches = {}
        self.constants = {}
        for node in tree.body:
            self.note(node)

    def note(self, node):
        """Top level names: another name of `op`, and texts such as TABLE = "users"."""
        if isinstance(node, ast.ImportFrom) and node.module == "alembic":
            self.op |= {each.asname for each in node.names if each.name == "op" and each.asname}
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    self.constants[target.id] = node.value.value

    def visit_With(self, node):
        for item in node.items:
            call, name = item.context_expr, item.optional_vars
            if self.method(call) == ("op", "batch_alter_table") and isinstance(name, ast.Name):
                table = self.text(call.args[0] if call.args else keyword(call, TABLES))
                self.batches[name.id] = (table, self.text(keyword(call, SCHEMAS)))
        self.generic_visit(node)

    def visit_Call(self, node):
        owner, name = self.method(node)
        if owner is not None and name not in ("batch_alter_table", "f", "get_bind", "get_context", "inline_literal"):
            self.found.append(self.operation(owner, name, node))
        self.generic_visit(node)

    def method(self, node):
        """("op" or the name of a batch, method) of a call; else (None, None)."""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            return None, None
        value = node.func.value
        if not isinstance(value, ast.Name):
            return None, None
        if value.id in self.op:
            return "op", node.func.attr
        return (value.id, node.func.attr) if value.id in self.batches else (None, None)

    def operation(self, owner, name, node):
        table_at, object_at = PLACES.get(name, (None, None))
        schema = self.text(keyword(node, SCHEMAS))
        if owner != "op":
            table, batch_schema = self.batches[owner]
            object_at = None if object_at is None else 0
            schema = schema or batch_schema
        else:
            table = self.text(argument(node, table_at, TABLES))
        sql = self.text(argument(node, 0, ("sqltext",))) if name == "execute" else None
        return dict(
            line=node.lineno,
            name=name,
            table=table,
            schema=schema,
            object=self.text(argument(node, object_at, OBJECTS)),
            sql=None if sql is None else sql[:LONGEST],
        )

    def text(self, node):
        """A literal, a constant of the file, or the first literal inside `op.f(…)`, `sa.text(…)`, `sa.Column(…)`."""
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else None
        if isinstance(node, ast.Name):
            value = self.constants.get(node.id)
            return value if isinstance(value, str) else None
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", None))
            if name in ("f", "text", "Column", "DDL", "quoted_name"):
                return self.text(argument(node, 0, ("name", "text")))
            # sa.text("…").bindparams(…)
            return self.text(node.func.value) if isinstance(node.func, ast.Attribute) else None
        return None


def argument(node, place, names):
    if place is not None and place < len(node.args):
        return node.args[place]
    return keyword(node, names)


def keyword(node, names):
    for each in node.keywords:
        if each.arg in names:
            return each.value
    return None
