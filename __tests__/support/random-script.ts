/** Random texts of revision files, sane and strange, for the comparison with Python's own import. */
import fc from 'fast-check'

const word = fc.constantFrom('3f2a9c', 'a', '0001', 'v1.2', 'Änderung', 'drop it', '', 'it is', '日本', '😀x')
const quoted = (text: string) => [
  `'${text}'`,
  `"${text}"`,
  `'''${text}'''`,
  `"""${text}"""`,
  `u"${text}"`,
  `r'${text}'`,
  `R"""${text}"""`,
]
const string = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(word, fc.nat(6)).map(([text, how]) => quoted(text)[how] ?? '') },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...[
        "'a\\'b'",
        '"a\\x41\\u00e9\\101"',
        "'a' 'b'",
        '"a"  "b"\'c\'',
        "'a\\\nb'",
        "r'a\\'b'",
        "'tab\\there'",
      ],
      ...["'''a\nb'''", '"""a"b""c"""', "'\\q\\8'", "'#no comment'", "'\\N{DIGIT ONE}'", "'\\U0001F600'"],
      ...["'\\ud83d\\ude00'", "('a')", "('a'\n  'b')", "'a' \\\n 'b'", "( # why\n'a'\n)"],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        "b'a'",
        "f'a'",
        "f'{1}'",
        "'a' f'b'",
        "'a' + 'b'",
        'str(1)',
        "'a'.upper()",
        '7',
        'True',
        "'a' if 1 else 'b'",
      ],
      ...[
        "'%s' % 'a'",
        "'a'[0]",
        "lambda: 'a'",
        'x',
        '...',
        "rb'a'",
        "F'a{1!r:>{2}}'",
        "'a' or 'b'",
        '-1',
        '(yield)',
      ],
    ),
  },
)
const several = fc
  .tuple(fc.array(string, { maxLength: 3 }), fc.nat(6))
  .map(
    ([items, how]) =>
      [
        `(${items.join(', ')}${items.length === 1 ? ',' : ''})`,
        `[${items.join(', ')}]`,
        `[${items.join(',\n    ')},]`.replace('[,]', '[]'),
        `{${items.join(', ')}}`,
        items.length === 0 ? 'None' : `${items.join(', ')},`,
        `( ${items.map(item => `(${item})`).join(' , # one\n\t')} )`,
        `[*('a', 'b')]`,
      ][how] ?? 'None',
  )
const value = fc.oneof(
  { weight: 6, arbitrary: string },
  { weight: 4, arbitrary: several },
  { weight: 3, arbitrary: fc.constant('None') },
)
const variable = fc.constantFrom('revision', 'down_revision', 'branch_labels', 'depends_on')
const annotation = fc.constantFrom(
  ...['', '', '', ': str', ': Union[str, Sequence[str], None]', ': "str | None"', ': dict[str, "x = 1"]'],
)

const assignment = fc
  .tuple(variable, annotation, value, fc.constantFrom(' = ', '=', '  =\\\n  '))
  .map(([name, type, given, equals]) => `${name}${type}${equals}${given}`)

/** Statements around the variables, many of which set one of them. */
const noise = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        'import os',
        '',
        '# revision = "comment"',
        'x = 1; y = 2',
        'x = {"revision": 1}',
        'print',
        '"""loose"""',
      ],
      ...['def f(revision="d", *, down_revision=None):\n    revision = "local"\n    return revision', '\f'],
      ...[
        "def g():\n    '''\n  revision = 'text'\n'''\n    return f'{1:>{3}}{{' f\"{'}'}\"",
        'class C:\n    revision = "c"',
      ],
      ...[
        'async def h(): revision = "h"',
        '@staticmethod\ndef k(): pass',
        'match = [1]; case = match',
        'if x: pass',
      ],
      ...[
        'for i in range(2):\n    pass\nelse:\n    i = 2',
        'y = dict(revision="kw")',
        'z = x.revision if 0 else 1',
      ],
      ...[
        'revision: str',
        'if False:\n    z = dict(revision=1)',
        'a = [revision for revision in ("c",)]',
        'x = (1,\n2)',
      ],
      ...[
        's = "# no comment"',
        "t = '''revision = 'n'\n'''",
        'n = 0x1f + 1_000 + 1e-5 + 1j',
        'o = a if x else b',
        '...',
      ],
      ...['def m():\n\tif 1:\n\t\trevision = 2\n\n# comment\n\n\treturn 1', 'l = lambda revision: revision'],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        'if True:\n    revision = "i"',
        'try:\n    down_revision = "t"\nexcept Exception:\n    pass',
        'import os as revision',
      ],
      ...[
        'from os import path as depends_on',
        'from os.path import *',
        'revision += "x"',
        'revision, x = "u", 1',
      ],
      ...[
        '(revision) = "p"',
        'x = revision = "chain"',
        'revision = x = "chain"',
        '(revision := "w")',
        'del branch_labels',
      ],
      ...[
        'for revision in ("l",): pass',
        'def f():\n    global revision\n    revision = "g"\nf()',
        '[revision, x] = "ab"',
      ],
      ...[
        'globals()["revision"] = "y"',
        'exec("revision = 1")',
        'down_revision.append("z")',
        'with open(os.devnull) as depends_on: pass',
      ],
      ...[
        'def revision(): pass',
        'class down_revision: pass',
        'while 1:\n    revision = "k"; break',
        'print(x := 1, depends_on := "w2")',
      ],
      ...[
        'if x: revision = "one"',
        'def d(a=(revision := "dflt")): pass',
        'z = [revision := "comp" for _ in (1,)]',
        'revision: str = x = "a"',
      ],
      ...[
        'match x:\n    case revision: pass',
        'try:\n    raise ValueError\nexcept ValueError as revision: pass',
        '*down_revision, x = "ab"',
      ],
      ...[
        'x = [down_revision]; x[0].append("q")',
        'revision = "one"; revision = "two"',
        'down_revision = ["l"]\ndown_revision += ["m"]',
      ],
      ...[
        'ｒevision = "wide"',
        'branch_labels = depends_on = ("s",)',
        'globals().update(revision="u")',
        'vars()["depends_on"] = "v"',
      ],
      ...[
        'import sys; sys.modules[__name__].__dict__["revision"] = "m"',
        'import sys; setattr(sys.modules.get(__name__, C), "revision", 1)',
      ],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "x = 'open",
      'x = (1',
      'x = 1)',
      "'''",
      'x = (1]',
      'x = $1',
      '  x = 1',
      "f'{1'",
      'x = \\ 1',
      'x ===',
    ),
  },
)

const head = fc.constantFrom(
  ...[
    '"""add orders\n\nRevision ID: 3f2a\n"""',
    "'''one line'''",
    "'plain' ' doc'",
    '',
    '# -*- coding: utf-8 -*-',
    'r"""raw\\n"""',
  ],
  ...[
    '#!/usr/bin/env python\n# vim: set fileencoding=utf-8 :\n"""doc"""',
    '\ufeff"""marked"""',
    '"""\n\n  late  \n more\n"""',
    '""""""',
  ],
  ...["f'no doc'", '("paren" "theses")', '"a"; x = 1', "b'bytes'"],
)

/** A file's bytes. */
export const scriptBytes: fc.Arbitrary<Buffer> = fc
  .tuple(
    head,
    fc.array(fc.oneof({ weight: 4, arbitrary: assignment }, { weight: 2, arbitrary: noise }), {
      maxLength: 7,
    }),
    fc.boolean(),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    fc.integer({ min: 0, max: 19 }),
  )
  .map(([top, lines, sane, end, odd]) => {
    // Most files set what every revision must, at a place of their own.
    const must = sane ? ['revision = "id1"', 'down_revision: Union[str, None] = None'] : []
    const middle = Math.floor(lines.length / 2)
    const imports = 'from typing import Sequence, Union\nimport os\nx = y = a = b = 1\nclass C: revision = 0'
    const text = [top, imports, ...lines.slice(0, middle), ...must, ...lines.slice(middle)].join('\n')
    const ended = `${text}\n`.replaceAll('\n', end)
    if (odd === 0) return Buffer.from(`# coding: latin-1${end}${ended.replace('\ufeff', '')}`, 'latin1')
    if (odd === 1) return Buffer.from(ended, 'latin1')
    return Buffer.from(ended)
  })
