#!/bin/sh
# Starts PostgreSQL as the official image's entrypoint does, as far as our tests see: POSTGRES_PASSWORD,
# POSTGRES_INITDB_ARGS, PGDATA, and a command that is postgres with its options.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  printf '%s\n' "$POSTGRES_PASSWORD" >/tmp/password
  # Several words.
  # shellcheck disable=SC2086
  "$BIN/initdb" -D "$PGDATA" --username=postgres --pwfile=/tmp/password --auth=scram-sha-256 ${POSTGRES_INITDB_ARGS:-}
  rm /tmp/password
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
fi
program=$1
shift
exec "$BIN/$program" -D "$PGDATA" -c 'listen_addresses=*' "$@"
