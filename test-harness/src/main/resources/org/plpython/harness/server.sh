# Runs one throwaway PostgreSQL for the JVM that holds the other end of standard input.
#
# arguments: DIRECTORY OWNER BIN PORT LOCALE PREPARED [WRAPPER...]
#   DIRECTORY  made here; holds data/ and log; it is removed when the JVM lets go of the pipe, be it by close() or by
#              being killed
#   OWNER      whom the directory is given to, as in chown; empty: it stays the JVM's user's
#   BIN        PostgreSQL's bin folder
#   LOCALE     more options of initdb, parted by spaces
#   PREPARED   data that an earlier server began with, for all that follow; where they are missing, they are made, and a
#              copy is PREPARED.part-NAME, NAME being DIRECTORY's last part, when the server starts
#   WRAPPER    the words that make a command run as another user than root; none for an ordinary user
#
# When initdb or the server ends by itself, the file DIRECTORY/ended appears, so that the JVM can read the log first.

directory=$1
owner=$2
bin=$3
port=$4
locale=$5
prepared=$6
part=$prepared.part-${directory##*/}
input=/dev/null
shift 6

# Ctrl-C in a terminal reaches this shell too; only the JVM's end may end it, or the directory would stay behind.
trap '' HUP INT TERM

# A background command gets /dev/null as standard input, so the pipe needs a number of its own.
exec 3<&0

# Runs a command to its end, or until the JVM is gone. A freshly forked shell ignores QUIT, hence the repetition.
run() {
  "$@" <"$input" >>"$directory/log" 2>&1 3<&- &
  child=$!
  (
    read -r line <&3
    while kill -QUIT "$child"; do sleep 1; done
  ) >/dev/null 2>&1 &
  watcher=$!
  wait "$child"
  status=$?
  kill -KILL "$watcher" 2>/dev/null
  return "$status"
}

# Runs SQL, a statement a line, in a database, while no server runs.
single() {
  database=$1
  printf '%s\n' "$2" >"$directory/statements"
  shift 2
  input=$directory/statements
  run "$@" "$bin/postgres" --single -F -D "$directory/data" -c exit_on_error=on -c log_checkpoints=off "$database"
  input=/dev/null
  return "$status"
}

# Text sorts by code point; the C library's own locale is UTF-8 as well, since Python's open() goes by it. $locale is
# several words. All databases for tests are copies of the template. To make its extension loads Python, which proves
# that this machine can.
make() {
  run "$@" "$bin/initdb" \
    --pgdata="$directory/data" --username=postgres --auth=trust \
    --encoding=UTF8 --locale=C --lc-ctype=C.UTF-8 $locale \
    --no-sync --no-instructions &&
    single postgres 'CREATE DATABASE plpython_template IS_TEMPLATE true' "$@" &&
    single plpython_template "CREATE EXTENSION plpython3u
DO 'pass' LANGUAGE plpython3u" "$@" &&
    single postgres 'ALTER DATABASE plpython_template ALLOW_CONNECTIONS false' "$@"
}

# A copy of what was made, if there is a place for it: the JVM renames it, so that what bears the name is whole.
keep() {
  mkdir -p "${prepared%/*}"
  find "${prepared%/*}" -maxdepth 1 -name "${prepared##*/}.part-*" -mmin +10 -exec rm -rf {} +
  cp -R "$directory/data" "$part" || rm -rf "$part"
}

# The last words that the JVM may hear from here: later, writing to it when it is dead would end this shell too early.
mkdir -m 700 "$directory" && cd "$directory" || exit
[ -z "$owner" ] || chown "$owner" "$directory"
exec 2>/dev/null

if [ -e "$prepared/PG_VERSION" ] && cp -R "$prepared" "$directory/data" 2>>"$directory/log"; then
  status=0
  [ -z "$owner" ] || chown -R "$owner" "$directory"
else
  rm -rf "$directory/data"
  make "$@" && keep
fi

# The server lives for one test run: nothing is synced to disk, and no vacuum comes in between by chance.
[ "$status" -eq 0 ] &&
  run "$@" "$bin/postgres" -D "$directory/data" -p "$port" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off \
    -c timezone=UTC -c log_timezone=UTC -c lc_messages=C

echo "$status" >"$directory/ended"
read -r line <&3
cd /
rm -rf "$directory" "$part"
