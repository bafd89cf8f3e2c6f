# What bin/demo and bin/test share: all that they need, on a bare Debian machine as well.
# Read by both with `.`; the current folder is the repository. POSIX sh, nothing else is there yet.

NODE_AT_LEAST="20.9"
PACKAGES=                         # Debian packages that are missing
child=                            # what is being waited for, if anything: it leads its own group

scratch=$(mktemp -d "${TMPDIR:-/tmp}/collab-XXXXXX")
chmod 755 "$scratch"

# Whatever happens, what was started here ends here.
at_end() { :; }

# end_group NUMBER: end a process and all that it started; after five seconds, without asking.
end_group() {
    kill -s TERM -- "-$1" 2>/dev/null || kill "$1" 2>/dev/null || return 0
    tries=0
    while [ $tries -lt 50 ] && kill -s 0 -- "-$1" 2>/dev/null; do
        tries=$((tries + 1))
        sleep 0.1
    done
    kill -s KILL -- "-$1" 2>/dev/null || :
    wait "$1" 2>/dev/null || :
}

tidy() {
    status=$?
    trap - EXIT INT TERM HUP
    [ -z "$child" ] || end_group "$child"
    at_end
    rm -rf "$scratch"
    exit "$status"
}
trap tidy EXIT
trap 'echo; exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# stop MESSAGE…: say what is wrong and what to do, one line each, and end.
stop() {
    printf '\n' >&2
    printf '%s\n' "$@" >&2
    exit 1
}

# step WHAT HINT COMMAND…: one line with its seconds; what the command said only if it fails.
step() {
    what=$1 hint=$2
    shift 2
    printf '  %s ... ' "$what"
    began=$(date +%s)
    setsid "$@" >"$scratch/said" 2>&1 </dev/null &
    child=$!
    if wait "$child"; then
        child=
        printf '%s s\n' "$(($(date +%s) - began))"
    else
        child=
        printf 'failed\n\n'
        tail -n 60 "$scratch/said" >&2
        stop "FAILED: $what" "$hint"
    fi
}

hash_of() { cat "$@" | sha256sum | cut -d ' ' -f 1; }

# Debian packages

# missing NAME: remember a package that has to be installed.
missing() { PACKAGES="$PACKAGES $1"; }

installed() { dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }

find_python() {
    for name in "${PYTHON:-python3}" /usr/bin/python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import ensurepip, sqlite3, ssl, sys, venv
sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            python=$name
            return 0
        fi
    done
    return 1
}

look_for_application() {
    find_python || { missing python3; missing python3-venv; }
    command -v dpkg-query >/dev/null || return 0
    liberation=fonts-liberation
    grep -qs '^VERSION_ID="12"' /etc/os-release && liberation=fonts-liberation2
    for name in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core $liberation; do
        installed "$name" || missing "$name"
    done
}

find_chromium() {
    for name in "${CHROMIUM:-chromium}" chromium-browser google-chrome; do
        if CHROMIUM=$(command -v "$name"); then
            export CHROMIUM
            return 0
        fi
    done
    unset CHROMIUM
    return 1
}

find_postgresql() {
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) ''; do
        if command -v "${folder:+$folder/}initdb" >/dev/null; then
            postgresql=${folder:+$folder/}
            return 0
        fi
    done
    return 1
}

look_for_tests() {
    find_chromium || missing chromium
    find_postgresql || missing postgresql
    command -v pdftoppm >/dev/null || missing poppler-utils
    command -v git >/dev/null || missing git
}

# Install what is missing, as root or with sudo; anyone else gets the one line to run.
debian_packages() {
    [ -n "$PACKAGES" ] || return 0
    command -v apt-get >/dev/null || stop \
        "Missing on this machine, by their Debian names:$PACKAGES" \
        "Install them (Python has to be 3.11 or later) and start this again."
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        as_root=sudo
        sudo -v || stop "Installing Debian packages needs your password, or an administrator."
    else
        stop "Some Debian packages are missing. Have an administrator run this line, then start again:" \
            "" "  apt-get update && apt-get install --no-install-recommends$PACKAGES"
    fi
    hint="See what apt-get says above: the network, the disk, or another installation running."
    step "Debian's list of packages" "$hint" $as_root apt-get update -q
    case " $PACKAGES " in *" postgresql "*) no_cluster ;; esac
    step "Debian packages:$PACKAGES" "$hint" $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends $PACKAGES
    PACKAGES=
}

# The tests start a server of their own: Debian is asked not to set up one as well.
no_cluster() {
    $as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo "create_main_cluster = false" |
        $as_root tee /etc/postgresql-common/createcluster.d/collab.conf >/dev/null
}

# Python and Node

# python_packages FILE: the environment .venv with what FILE locks. Used again while FILE is the
# same; built again when it is broken, or was moved. requirements-dev.txt holds requirements.txt.
python_packages() {
    file=$1
    place="place $(pwd -P)"
    if ! .venv/bin/python -c 'import pip, sys
sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
        { [ -f .venv/installed ] && ! grep -qxF "$place" .venv/installed; }; then
        rm -rf .venv
        step "A Python environment in .venv" "Is there space on the disk?" "$python" -m venv .venv
    fi
    grep -qxF "$file $(hash_of "$file")" .venv/installed 2>/dev/null && return 0
    step "Python packages (a minute or two the first time)" \
        "Is there a network? pip uses this machine's own configuration. Start again to try again." \
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$file"
    {
        echo "$place"
        echo "requirements.txt $(hash_of requirements.txt)"
        [ "$file" = requirements.txt ] || echo "$file $(hash_of "$file")"
        grep '^requirements-node' .venv/installed 2>/dev/null || :
    } >"$scratch/installed"
    cp "$scratch/installed" .venv/installed
}

node_is_enough() {
    NODE_AT_LEAST=$NODE_AT_LEAST node -e '
        const [major, minor] = process.versions.node.split(".").map(Number);
        const [a, b] = process.env.NODE_AT_LEAST.split(".").map(Number);
        process.exit(major > a || (major === a && minor >= b) ? 0 : 1)' 2>/dev/null &&
        npm --version >/dev/null 2>&1
}

find_node() {
    node_is_enough && return 0
    PATH="$(pwd)/.venv/bin:$PATH"
    node_is_enough && return 0
    step "Node (none from $NODE_AT_LEAST on is on this machine)" \
        "Is there a network? Or install Node $NODE_AT_LEAST or later yourself and start again." \
        .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --require-hashes -r requirements-node.txt
    hash -r
    node_is_enough || stop "Node does not run here. Install Node $NODE_AT_LEAST or later and start again."
}

sources() { find static -path static/built -prune -o -type f -print | LC_ALL=C sort; }

# Styles and scripts: npm's packages when the lock changed, the build when its sources did.
styles() {
    packages=$(hash_of package.json package-lock.json .npmrc)
    sources | while read -r name; do sha256sum "$name"; done >"$scratch/sources"
    build="$packages $(hash_of "$scratch/sources")"
    if [ "$(cat static/built/.made-from 2>/dev/null)" = "$build" ] &&
        [ "$(cat node_modules/.made-from 2>/dev/null)" = "$packages" ]; then
        return 0
    fi
    find_node
    if [ "$(cat node_modules/.made-from 2>/dev/null)" != "$packages" ]; then
        step "npm packages" \
            "Is there a network? npm uses this machine's own configuration. Start again to try again." \
            npm ci --include=dev --ignore-scripts --no-audit --no-fund
        echo "$packages" >node_modules/.made-from
    fi
    step "Styles and scripts" "See what Sass says above." npm run --silent build
    echo "$build" >static/built/.made-from
}

application() {
    look_for_application
    debian_packages
    [ -n "${python:-}" ] || find_python || stop "No Python from 3.11 on was found. Set PYTHON to one."
    python_packages "$1"
    .venv/bin/python -c 'import weasyprint' 2>"$scratch/said" || {
        cat "$scratch/said" >&2
        stop "WeasyPrint's libraries are missing, so no PDF can be made. On Debian:" \
            "  apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    }
    styles
}
