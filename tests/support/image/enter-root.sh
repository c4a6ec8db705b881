# enter-root.sh <folder> <ro or rw> <user> <folder of Node> <volumes> <command>: runs a command with a folder as its file system, as a
# container does: with the programs of this machine, and with the volumes and /tmp as all that can be written to where it is `ro`.
# Runs as root in a mount namespace of its own (`unshare --mount`), which ends with the command. Each step gives way to the next one,
# so that the process keeps its id: a signal reaches the command.
set -e
root=$1 mode=$2 user=$3 node=$4 volumes=$5
shift 5
mount --make-rprivate /
mount --bind "$root" "$root"
cd "$root"
mount --bind /usr usr
mount -o remount,bind,ro usr
[ "$node" = /usr ] || mount --bind "$node" usr/local
mount --rbind /dev dev
mount --rbind /proc proc
mount -t tmpfs tmpfs tmp
for volume in $volumes; do mount --bind ".$volume" ".$volume"; done
[ "$mode" = rw ] || mount -o remount,bind,ro .
exec chroot --userspec="$user" . "$@"
