#!/bin/sh
# npm run drill -- [<built server>] [<folder>]: the server on a bare Debian 12 (debootstrap, no Node), as a system user without any capability:
# started, asked, copied while it runs, lost, restored, asked again. Needs root and debootstrap; not a part of npm test. With a second run the
# system in the folder is used again.
set -eu
server=${1:-dist/server}
folder=${2:-/var/tmp/gleaner-drill}
machine=$folder/machine
port=${PORT:-8917}

[ "$(id -u)" = 0 ] || { echo 'This needs root.' >&2; exit 1; }
mkdir -p "$folder"
[ -e "$machine/usr/bin/sqlite3" ] || debootstrap --variant=minbase --include=ca-certificates,sqlite3 bookworm "$machine" >"$folder/debootstrap.log"
! [ -e "$machine/usr/bin/node" ] || { echo 'There is a Node in it: this would prove nothing.' >&2; exit 1; }
rm -rf "$machine/opt/gleaner" "$machine/srv/gleaner" "$machine/srv/copies" "$machine/etc/gleaner"
mkdir -p "$machine/opt/gleaner" "$machine/etc/gleaner"
cp -r "$server/." "$machine/opt/gleaner/"
cp "$server/site.capnp" "$machine/etc/gleaner/"
install -d -o 990 -g 990 -m 0700 "$machine/srv/gleaner" "$machine/srv/copies"

as_system_user() { chroot "$machine" setpriv --reuid 990 --regid 990 --clear-groups --bounding-set=-all --no-new-privs "$@"; }
now() { date +%s%3N; }
start() {
  began=$(now)
  rm -f "$machine/srv/gleaner/operator.sock"
  # Without a shell of ours in between, so that its number is the server's own.
  exec_as="chroot $machine setpriv --reuid 990 --regid 990 --clear-groups --bounding-set=-all --no-new-privs"
  $exec_as sh -c "cd /opt/gleaner && umask 077 && exec ./workerd serve -I /etc/gleaner -d data=/srv/gleaner -s http=127.0.0.1:$port -s operator=unix:/srv/gleaner/operator.sock config.capnp" >"$folder/log" 2>&1 &
  server_pid=$!
  tries=0
  until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/v1/me")" = 401 ]; do
    tries=$((tries + 1))
    [ $tries -lt 200 ] || { cat "$folder/log" >&2; exit 1; }
    sleep 0.05
  done
  echo "answers after $(($(now) - began)) ms"
}
end() { kill "$server_pid"; wait "$server_pid" 2>/dev/null || true; }
trap '[ -z "${server_pid:-}" ] || kill "$server_pid" 2>/dev/null || true' EXIT
operate() { curl -sf --unix-socket "$machine/srv/gleaner/operator.sock" --data "$1" http://operator/; }

start
operate '["INSERT INTO network (slug, name, object, created_at) VALUES ('"'north', 'North', 'net:drill'"', 1)"]' >/dev/null
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/")" = 200 ]
as_system_user /opt/gleaner/gleaner-admin backup --data /srv/gleaner --to /srv/copies --keep 14
as_system_user /opt/gleaner/gleaner-admin drill --to /srv/copies
end
rm -rf "${machine:?}/srv/gleaner"
install -d -o 990 -g 990 -m 0700 "$machine/srv/gleaner"
as_system_user sh -c '/opt/gleaner/gleaner-admin restore /srv/copies/2* --data /srv/gleaner --keep-sessions'
start
said=$(operate '["SELECT slug FROM network"]')
[ "$said" = '[[{"slug":"north"}]]' ] || { echo "The directory says: $said" >&2; exit 1; }
end
echo "The network is there: the drill is passed on $(cat "$machine/etc/debian_version")"
