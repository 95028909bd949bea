# Runs one throwaway PostgreSQL for the JVM that holds the other end of standard input.
#
# arguments: DIRECTORY OWNER BIN PORT LOCALE [WRAPPER...]
#   DIRECTORY  made here; holds data/ and log; it is removed when the JVM lets go of the pipe, be it by close() or by
#              being killed
#   OWNER      whom the directory is given to, as in chown; empty: it stays the JVM's user's
#   BIN        PostgreSQL's bin folder
#   LOCALE     more options of initdb, parted by spaces
#   WRAPPER    the words that make a command run as another user than root; none for an ordinary user
#
# When initdb or the server ends by itself, the file DIRECTORY/ended appears, so that the JVM can read the log first.

directory=$1
owner=$2
bin=$3
port=$4
locale=$5
shift 5

# Ctrl-C in a terminal reaches this shell too; only the JVM's end may end it, or the directory would stay behind.
trap '' HUP INT TERM

# A background command gets /dev/null as standard input, so the pipe needs a number of its own.
exec 3<&0

# Runs a command to its end, or until the JVM is gone. A freshly forked shell ignores QUIT, hence the repetition.
run() {
  "$@" </dev/null >>"$directory/log" 2>&1 3<&- &
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

# The last words that the JVM may hear from here: later, writing to it when it is dead would end this shell too early.
mkdir -m 700 "$directory" && cd "$directory" || exit
[ -z "$owner" ] || chown "$owner" "$directory"
exec 2>/dev/null

# The server lives for one test run: nothing is synced to disk, and no vacuum comes in between by chance. Text sorts by
# code point; the C library's own locale is UTF-8 as well, since Python's open() goes by it. $locale is several words.
run "$@" "$bin/initdb" \
  --pgdata="$directory/data" --username=postgres --auth=trust \
  --encoding=UTF8 --locale=C --lc-ctype=C.UTF-8 $locale \
  --no-sync --no-instructions &&
  run "$@" "$bin/postgres" -D "$directory/data" -p "$port" \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off \
    -c timezone=UTC -c log_timezone=UTC -c lc_messages=C

echo "$status" >"$directory/ended"
read -r line <&3
cd /
rm -rf "$directory"
