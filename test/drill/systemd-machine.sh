#!/bin/sh
# npm run drill:systemd -- [<built server>] [<folder>]: the units on a bare Debian 12 with systemd, booted in a container (systemd-nspawn), by the
# steps of docs/self-hosting.md: installed, asked through Caddy and through nginx, copied and tried by the nightly service, restarted under
# requests, killed, lost, restored. Needs root, debootstrap and systemd-container, and nothing else at ports 443 and 8787.
set -eu
server=${1:-dist/server}
folder=${2:-/var/tmp/gleaner-drill}
machine=$folder/systemd
name=gleaner.hospital.example

[ "$(id -u)" = 0 ] || { echo 'This needs root.' >&2; exit 1; }
mkdir -p "$folder"
[ -e "$machine/usr/bin/caddy" ] ||
  debootstrap --variant=minbase --include=ca-certificates,sqlite3,systemd,systemd-sysv,dbus,curl,openssl,caddy,nginx-light bookworm "$machine" >"$folder/debootstrap.log"
! [ -e "$machine/usr/bin/node" ] || { echo 'There is a Node in it: this would prove nothing.' >&2; exit 1; }
rm -rf "$machine/opt/gleaner" "$machine/etc/gleaner" "$machine"/var/lib/gleaner* "$machine"/var/lib/private/gleaner* "$machine/var/log/journal"
find "$machine/etc/systemd/system" -name "gleaner*" -delete
mkdir -p "$machine/opt/gleaner" "$machine/etc/gleaner"
cp -r "$server/." "$machine/opt/gleaner/"
echo "127.0.0.1 localhost" >"$machine/etc/hosts"

cat >"$machine/root/drill.sh" <<'END'
set -eu
fail() { echo "FAILED: $*" >&2; journalctl --no-pager -u 'gleaner*' | tail -n 40 >&2; exit 1; }
status() { curl -s -o /dev/null -w '%{http_code}' "$@" || true; }
operate() { curl -sf --unix-socket /run/gleaner-operator.sock --data "$1" http://operator/; }
nightly() { systemctl start gleaner-backup.service || fail 'the nightly copy'; }
cd /root
cp -n /opt/gleaner/site.capnp /etc/gleaner/
install -m 0600 /opt/gleaner/environment.example /etc/gleaner/environment
cp /opt/gleaner/gleaner.socket /opt/gleaner/gleaner.service /opt/gleaner/gleaner-backup.service /opt/gleaner/gleaner-backup.timer /etc/systemd/system/
systemctl daemon-reload
systemctl disable -q --now caddy nginx
systemctl enable -q --now gleaner.socket gleaner.service gleaner-backup.timer
[ "$(status http://127.0.0.1:8787/ready)" = 200 ] || fail 'it does not answer'
systemctl is-active -q gleaner-backup.timer || fail 'the timer'
operate '["INSERT INTO network (slug, name, object, created_at) VALUES ('"'north', 'North', 'net:drill'"', 1)"]' >/dev/null

openssl req -x509 -newkey rsa:2048 -nodes -keyout /etc/gleaner/key.pem -out /etc/gleaner/cert.pem -days 2 -subj "/CN=$1" -addext "subjectAltName=DNS:$1" 2>/dev/null
through() { status --cacert /etc/gleaner/cert.pem --resolve "$1:443:127.0.0.1" "https://$1/health"; }
cp /opt/gleaner/Caddyfile.example /root/Caddyfile
caddy start --config /root/Caddyfile --adapter caddyfile >/root/caddy.log 2>&1 || fail "Caddy: $(cat /root/caddy.log)"
[ "$(through "$1")" = 200 ] || fail 'through Caddy'
caddy stop >/dev/null 2>&1
printf 'events {}\nhttp { include /opt/gleaner/nginx.conf.example; }\n' >/root/nginx.conf
nginx -q -c /root/nginx.conf
[ "$(through "$1")" = 200 ] || fail 'through nginx'
nginx -c /root/nginx.conf -s stop
echo 'It answers, by itself and through Caddy and nginx.'

sed -i 's/--keep 14/--keep 2/' /etc/systemd/system/gleaner-backup.service
systemctl daemon-reload
/opt/gleaner/gleaner-admin backup --data /var/lib/gleaner --to /var/lib/gleaner-backups >/dev/null || fail 'a copy made by root'
for night in 1 2 3; do sleep 1; nightly; done
kept=$(find -H /var/lib/gleaner-backups -name backup.txt | wc -l)
[ "$kept" = 2 ] || fail "$kept copies are kept instead of 2"
echo 'Three nights are copied and tried, two kept.'

(i=0; while [ $i -lt 40 ]; do status http://127.0.0.1:8787/health; echo; i=$((i + 1)); done) >/root/answers &
systemctl restart gleaner.service
wait $!
[ "$(sort -u /root/answers)" = 200 ] || fail "restarted: $(sort /root/answers | uniq -c)"
kill -9 "$(systemctl show -p MainPID --value gleaner.service)"
[ "$(status --retry 5 --retry-all-errors http://127.0.0.1:8787/health)" = 200 ] || fail 'killed'
echo 'Restarted, every request is answered; killed, it starts again.'

systemctl stop gleaner.socket gleaner.service
mv /var/lib/private/gleaner /var/lib/private/gleaner-before
/opt/gleaner/gleaner-admin restore "$(ls -d /var/lib/gleaner-backups/2* | tail -n 1)" --data /var/lib/private/gleaner --keep-sessions >/dev/null || fail 'restore'
systemctl start gleaner.socket
[ "$(operate '["SELECT slug FROM network"]')" = '[[{"slug":"north"}]]' ] || fail 'the directory'
/opt/gleaner/gleaner-admin close north --environment /etc/gleaner/environment >/dev/null
systemctl restart gleaner.service
[ "$(status http://127.0.0.1:8787/v1/networks/north/ideas)" = 503 ] || fail 'it is not closed'
systemd-analyze security --no-pager gleaner.service gleaner-backup.service 2>/dev/null | grep -i overall || true
echo "The drill of the units is passed on Debian $(cat /etc/debian_version), $(systemctl --version | head -n 1)"
END

systemd-nspawn --quiet --register=no --keep-unit --directory "$machine" --boot >"$folder/boot.log" 2>&1 &
outer=$!
inner=''
end() { { [ -n "$inner" ] && inside systemctl poweroff --force >/dev/null 2>&1; } || kill "$outer" 2>/dev/null; wait "$outer" 2>/dev/null || true; }
trap end EXIT
inside() { nsenter -t "$inner" -m -p -i -u -C -r -w "$@"; }
tries=0
until [ -n "$inner" ] && inside systemctl is-active -q multi-user.target 2>/dev/null; do
  tries=$((tries + 1))
  [ $tries -lt 120 ] || { cat "$folder/boot.log" >&2; exit 1; }
  sleep 0.5
  inner=$(tr -d ' ' <"/proc/$outer/task/$outer/children")
done
inside sh /root/drill.sh "$name"
