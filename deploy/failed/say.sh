#!/usr/bin/env bash
# Says where the database is after a deploy that did not finish: an annotation and a paragraph of the job summary.
# Reads FROM, TO and APPLIED from the environment, writes to standard output and GITHUB_STEP_SUMMARY.
set -euo pipefail

# The ids come out of a database. Only what an id can be made of stays, so none can be a workflow command or markup.
id() { printf '%s' "$1" | tr -cd '[:alnum:]_.,:@+-' | cut -c 1-200; }

from=$(id "${FROM:-}")
to=$(id "${TO:-}")
IFS=, read -r -a applied < <(printf '%s\n' "${APPLIED:-}" | tr -cd '[:alnum:]_.,:@+-'; echo)
count=${#applied[@]}

if [ "$count" -eq 0 ]; then
  title='Deploy failed and the database is unchanged'
  where="This run changed nothing in the database${to:+, which is at ${to}}."
  means='It may still be ahead of the version that is live, if an earlier run migrated it and was not deployed.'
else
  list=$(IFS=,; echo "${applied[*]:0:10}")
  [ "$count" -le 10 ] || list="$list and $((count - 10)) more"
  title='Deploy failed after the database was migrated'
  where="The database is already${to:+ at ${to}}${from:+, it was at ${from}}: this run applied $count ($list) before the deploy."
  means='The version that was live keeps running, now on the newer schema. That is safe only if each of these revisions is safe for it.'
fi
again='Run the failed job again: the gate finds nothing left to apply and the deploy is tried again.'
back='To go back, merge a new revision that undoes the change. Do not revert the merge: a commit without the applied revisions finds the database ahead of it, and the gate stays closed.'

# No comma and no colon in a title: there they end it.
printf '%s\n' "::error title=$title::$where $means $again"
printf '%s\n' "$back"
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  printf '### 🚧 %s\n\n%s\n\n%s\n\n- %s\n- %s\n' "$title" "$where" "$means" "$again" "$back" >>"$GITHUB_STEP_SUMMARY"
fi
