#!/usr/bin/env bash
# Installs what uv.lock names. A package may run code while it is built: no variable that holds a database URL is passed on.
set -euo pipefail

without=(-u DATABASE_URL)
while IFS='=' read -r -d '' name value; do
  case "$value" in postgres://* | postgresql://* | postgresql+*://*) without+=(-u "$name") ;; esac
done < <(env -0)

if ! env "${without[@]}" uv sync --frozen; then
  # No comma and no colon in a title: there they end it.
  echo '::error title=The packages were not installed::uv sync --frozen failed; the log above has its words. Without a uv.lock, install what Alembic needs in a step of your own, and use the gate without this action.'
  exit 1
fi
