#!/bin/sh
# Starts the asl command: finds Java, builds the command when its sources are newer than what was
# built last, and starts it from a cache of loaded classes so that it answers at once.
#
#   ASL_JAVA_HOME   the JDK to use, before JAVA_HOME, PATH and the usual folders
#   ASL_JAVA_OPTS   further options for Java, such as -Xmx4g
#
# Exit codes of its own: 2 no Java or no Maven to be found, 3 the build failed. Messages go to
# standard error. Only sh and find are needed for a start, and no process but find runs before Java.

oldest_java=21

say() {
  printf '%s\n' "$*" >&2
}

# --- where this script lives, also when called through links ---------------------------------

script=$0
while [ -L "$script" ]; do
  target=$(readlink "$script")
  case $target in
    /*) script=$target ;;
    *) script=${script%/*}/$target ;;
  esac
done
case $script in
  */*) root=$(CDPATH='' cd -P -- "${script%/*}/" && pwd) || exit 2 ;;
  *) root=$(pwd) ;;
esac
build=$root/asl-cli/target/quick
state=$build/launcher
jar=$build/asl-cli.jar

# --- Java -------------------------------------------------------------------------------------

# Sets version and major to those of the JDK in folder $1, which says them in its file `release`:
# reading it costs nothing, starting a Java to ask would. Fails if there is no Java in the folder.
read_version() {
  version='' major=0
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        version=${line#*\"}
        version=${version%%\"*}
        major=${version%%[!0-9]*}
        break
        ;;
    esac
  done <"$1/release"
  [ -n "$major" ] && [ -n "$version" ]
}

looked=''
note() {
  looked="$looked
  $1"
}

# Takes folder $2, which $1 names, if its Java is new enough.
try() {
  if ! read_version "$2"; then
    note "$1: $2 (no Java there)"
    return 1
  fi
  if [ "$major" -lt "$oldest_java" ]; then
    note "$1: $2 (Java $version)"
    return 1
  fi
  java_home=$2
}

# The folder of the java on PATH; macOS has a stub there that belongs to no JDK.
java_on_path() {
  found=$(command -v java) || return 1
  while [ -L "$found" ]; do
    target=$(readlink "$found")
    case $target in
      /*) found=$target ;;
      *) found=${found%/*}/$target ;;
    esac
  done
  path_home=${found%/bin/java}
}

# The newest JDK in the folders where systems and tools put them.
newest_in_folders() {
  newest=0
  newest_home=''
  for folder in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/openjdk* /opt/java/* \
    /opt/jdk* /opt/openjdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    read_version "$folder" || continue
    if [ "$major" -lt "$oldest_java" ]; then
      note "$folder (Java $version)"
    elif [ "$major" -gt "$newest" ]; then
      newest=$major
      newest_home=$folder
    fi
  done
  [ -n "$newest_home" ] && try 'newest JDK found' "$newest_home"
}

find_java() {
  if [ -n "${ASL_JAVA_HOME-}" ]; then
    try ASL_JAVA_HOME "$ASL_JAVA_HOME" && return
    say "asl: ASL_JAVA_HOME does not name a Java $oldest_java or newer:$looked"
    exit 2
  fi
  [ -n "${JAVA_HOME-}" ] && try JAVA_HOME "$JAVA_HOME" && return
  java_on_path && try PATH "$path_home" && return
  newest_in_folders && return
  say "asl: Java $oldest_java or newer is needed, and none was found. Looked at:${looked:-
  (no Java anywhere)}
Looked for JDKs in /usr/lib/jvm, /usr/java, /usr/local, /opt, ~/.sdkman, ~/.jdks, ~/.asdf, mise,
Homebrew and /Library/Java.
To mend it: install a JDK $oldest_java or newer (Debian and Ubuntu: apt install openjdk-21-jdk; macOS: brew
install openjdk; everywhere: https://adoptium.net), or set ASL_JAVA_HOME to the folder of one."
  exit 2
}

# --- the build --------------------------------------------------------------------------------

# Whether any source is newer than the last build. Folders count too: they change when a file goes.
is_stale() {
  [ -f "$state/built" ] && [ -f "$jar" ] || return 0
  changed=$(find "$root/pom.xml" "$root"/asl-core/pom.xml "$root"/asl-runtime/pom.xml \
    "$root"/asl-testing/pom.xml "$root"/asl-cli/pom.xml "$root"/asl-core/src/main \
    "$root"/asl-runtime/src/main "$root"/asl-testing/src/main "$root"/asl-cli/src/main \
    -newer "$state/built" -print 2>/dev/null)
  [ -n "$changed" ]
}

# Two asl commands started together must not build over each other: the second one waits.
lock() {
  mkdir -p "$state" || exit 3
  until mkdir "$state/lock" 2>/dev/null; do
    holder=$(cat "$state/lock/holder" 2>/dev/null)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$state/lock"
    else
      sleep 1
    fi
  done
  trap 'rm -rf "$state/lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  echo $$ >"$state/lock/holder"
}

unlock() {
  rm -rf "$state/lock"
  trap - EXIT INT TERM HUP
}

build() {
  if ! command -v mvn >/dev/null 2>&1; then
    say "asl: the command has to be built first, and there is no mvn on PATH.
To mend it: install Maven 3.8 or newer (Debian and Ubuntu: apt install maven; macOS: brew install maven)."
    exit 2
  fi
  say "asl: building the command (first use, or its sources changed) ..."
  log=$state/build.log
  : >"$state/building"
  (
    # Maven and the compiler run on the Java found here, if it is a whole JDK.
    [ -x "$java_home/bin/javac" ] && JAVA_HOME=$java_home && export JAVA_HOME
    cd "$root" && mvn -B -Dquick -Dmaven.test.skip=true -pl asl-cli -am package
  ) >"$log" 2>&1 </dev/null
  if [ $? -ne 0 ]; then
    say "asl: the build failed. The end of $log:"
    grep -F '[ERROR]' "$log" | head -n 20 >&2
    exit 3
  fi
  mv "$state/building" "$state/built"
}

# --- the cache of loaded classes --------------------------------------------------------------

# Sets cache to the file that belongs to this Java, cache_option and make_option to the options that
# use and make it, and cache_log to the name under which Java would complain about it.
name_cache() {
  old_ifs=$IFS
  IFS=/
  set -f
  set -- $java_home
  IFS=-
  cache=$state/$version$*
  set +f
  IFS=$old_ifs
  if [ "$major" -ge 25 ]; then
    cache=$cache.aot
    cache_log=aot
    cache_option=-XX:AOTCache=$cache
    make_option=-XX:AOTCacheOutput=$cache.new
  else
    cache=$cache.jsa
    cache_log=cds
    cache_option=-XX:SharedArchiveFile=$cache
    make_option=-XX:ArchiveClassesAtExit=$cache.new
  fi
}

# Java does not use a cache that is older than a jar, and does not say so either.
is_cache_stale() {
  [ -f "$cache" ] || return 0
  changed=$(find "$jar" "$build/lib" -newer "$cache" -print 2>/dev/null)
  [ -n "$changed" ]
}

# A Java that cannot make a cache leaves an empty file, so that it is not asked at each start.
make_cache() {
  "$java_home/bin/java" -XX:+UseSerialGC "$make_option" -cp "$jar" io.asl4j.cli.Rehearsal "$root" \
    >/dev/null 2>&1 </dev/null
  [ -s "$cache.new" ] || : >"$cache.new"
  mv "$cache.new" "$cache"
}

# ----------------------------------------------------------------------------------------------

find_java
name_cache
if is_stale; then
  lock
  is_stale && build
  unlock
fi
if is_cache_stale && [ -w "$state" ]; then
  lock
  is_cache_stale && make_cache
  unlock
fi
[ -s "$cache" ] || cache_option=-Xshare:auto
[ -t 1 ] && stdout=terminal || stdout=other
[ -t 2 ] && stderr=terminal || stderr=other
collector=-XX:+UseSerialGC
case ${ASL_JAVA_OPTS-} in
  *-XX:+Use*GC*) collector='' ;;
esac
# Java writes its own warnings to standard output, where they would mix with results.
exec "$java_home/bin/java" "$cache_option" ${collector:+"$collector"} \
  -Xlog:disable -Xlog:all=warning:stderr "-Xlog:$cache_log*=off:stderr" \
  -Dasl.stdout=$stdout -Dasl.stderr=$stderr ${ASL_JAVA_OPTS-} -jar "$jar" "$@"
