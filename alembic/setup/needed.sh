#!/usr/bin/env bash
# Decides from a plan whether this run needs Python. Reads WHEN, STATUS and REPORT of the plan, and DIRECTORY from the
# environment; writes `python` and `version-file` to GITHUB_OUTPUT. Exits 1 where the plan failed for a reason of its own.
set -euo pipefail

# The fault of a plan that asks for what is installed here: a revision that cannot be read without running it.
lacking='alembic-not-asked'

case "$WHEN/${STATUS:-}" in
  always/* | pending/pending) python=true ;;
  pending/up-to-date | pending/skipped) python=false ;;
  pending/*) ;;
  *)
    echo "::error title=Unknown value of when::when takes pending or always."
    exit 1
    ;;
esac

if [ -z "${python:-}" ]; then
  if ! grep -qs "\"id\": \"$lacking\"" "${REPORT:-}"; then
    echo 'The plan failed, so nothing was installed.'
    exit 1
  fi
  echo 'The revisions cannot be read without Python: it is installed, and Alembic is asked.'
  python=true
fi

# Without a version that was asked for, Python is what the project asks for.
file=
for name in .python-version pyproject.toml; do
  if [ -z "$file" ] && [ -f "$DIRECTORY/$name" ]; then file="$DIRECTORY/$name"; fi
done

[ "$python" = true ] || echo 'Nothing is pending: Python, uv and the packages are not needed, and not installed.'
printf 'python=%s\nversion-file=%s\n' "$python" "$file" >>"$GITHUB_OUTPUT"
