"""Sets up a checkout and does the everyday things in it: see USAGE, or run it without arguments.

Needs Python 3.11 and nothing else, on Linux, macOS and Windows.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older ones are to read a sentence, not a traceback
    sys.exit("Agora Console needs Python 3.11 or newer; this is Python " + sys.version.split()[0])

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from devlib import debian
from devlib.environment import Environment, pip_install
from devlib.talk import CannotGoOn, say
from devlib.translating import translate as update_translations

USAGE = """\
usage: python3 packaging/dev.py VERB [ARGUMENTS]

  demo   open the panel on the built-in simulator; without a screen, run its tour offscreen
  run    run agora-console with the arguments, such as: run simulate --port 8080
  test   run every test; the arguments go to pytest
  bench  measure against floors and peers; --short is quick, --only GROUP a part of it
  shots  a picture of every screen, theme and size: shots [DIR] [--language de] [--scale 1.5]
  check  style, types, import contracts, dependencies; the arguments choose among them
  translate  bring the German texts up to date and compile them; FILE.json of pairs fills them
  lock   pin the dependencies of pyproject.toml again; `lock --upgrade` takes newer ones
  setup  only set up, for all of the above

Every verb first makes .venv and installs what it needs; a second run finds it done."""

ROOT = Path(__file__).resolve().parents[1]
UV = "uv==0.13.9"
COMPILED_ONCE = {"PYTHONDONTWRITEBYTECODE": ""}
"""For verbs that start the program again and again, which else is compiled each time."""
LOCK_NOTE = "# Written by `python3 packaging/dev.py lock` from pyproject.toml.\n"


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window can be seen."""
    if platform != "linux":
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def demo(environment: Environment, arguments: list[str]) -> int:
    """The panel on the simulator; where nobody could see it, the tour through it."""
    if has_screen(os.environ, sys.platform):
        return run(environment, ["--demo", *arguments])
    say("No screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the tour offscreen.")
    tour = [] if "--tour" in arguments else ["--tour"]
    return run(environment, ["--demo", *tour, *arguments], QT_QPA_PLATFORM="offscreen")


def run(environment: Environment, arguments: list[str], **variables: str) -> int:
    """The program itself."""
    screen = has_screen(os.environ, sys.platform)
    debian.require(debian.WINDOW + (debian.X_WINDOW if screen else ()))
    environment.ensure("runtime")
    return become(environment, ["-m", "agora_console", *arguments], variables)


def test(environment: Environment, arguments: list[str]) -> int:
    """Every test, with a real X window and a real Secret Service; all of them on all cores."""
    debian.require(debian.WINDOW + debian.X_WINDOW + debian.REAL_PARTS)
    environment.ensure("dev")
    os.chdir(ROOT)
    workers = ["-n", str(workers_for(os.cpu_count() or 1)), "--dist", "loadfile"]
    # The order is the one of tests/conftest.py: a file with few tests may well be a long one.
    shared = [] if arguments else [*workers, "--no-loadscope-reorder"]
    # Those who share the tests have to find them in the same order, those made from sets too.
    variables = {"PYTHONHASHSEED": "0", **COMPILED_ONCE}
    return become(environment, ["-m", "pytest", *shared, *arguments], variables)


def workers_for(cores: int) -> int:
    """Half as many again as there are cores: many tests wait for an answer or for the disk."""
    return cores + (cores + 1) // 2


def bench(environment: Environment, arguments: list[str]) -> int:
    """Benchmarks; the public client that they are held against gets an environment of its own."""
    debian.require(debian.WINDOW)
    environment.ensure("dev")
    os.chdir(ROOT)
    peer = Environment(ROOT, "build/bench")
    if "--short" not in arguments:
        peer.ensure("bench")
        arguments = [*arguments, f"--peer={peer.python}"]
    return become(environment, ["-m", "tests.bench", *arguments], COMPILED_ONCE)


def shots(environment: Environment, arguments: list[str]) -> int:
    """A picture of every screen on the simulator, in every theme and two sizes."""
    debian.require(debian.WINDOW)
    environment.ensure("dev")
    return become(
        environment, ["-m", "tests.support.shots", *arguments], {"QT_QPA_PLATFORM": "offscreen"}
    )


def check(environment: Environment, arguments: list[str]) -> int:
    """All checks, also after one has failed, each with its output only where it did."""
    environment.ensure("dev")
    commands: dict[str, list[str | Path]] = {
        "lint": [environment.program("ruff"), "check", "."],
        "format": [environment.program("ruff"), "format", "--check", "."],
        "types": [environment.program("mypy")],
        "contracts": [environment.program("lint-imports"), "--no-logo"],
        "dependencies": [environment.program("deptry"), "."],
    }
    unknown = sorted(set(arguments) - set(commands))
    if unknown:
        raise CannotGoOn(f"No check is called {unknown[0]}: there are {', '.join(commands)}.")
    failed = [name for name in arguments or commands if not passes(name, commands[name])]
    if failed:
        say(f"{', '.join(failed)} failed.")
    return 1 if failed else 0


def passes(name: str, command: list[str | Path]) -> bool:
    """Run one check and say how it went."""
    begin = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    verdict = "FAILED" if done.returncode else "ok"
    say(f"{name:<12} {verdict} ({time.monotonic() - begin:.1f} s)")
    if done.returncode:
        sys.stderr.flush()
        sys.stderr.buffer.write(done.stdout)
        sys.stderr.flush()
    return done.returncode == 0


def lock(environment: Environment, arguments: list[str]) -> int:
    """Resolve for every supported Python and system at once, and pin by hash."""
    runtime = environment.requirements("runtime").relative_to(ROOT)
    dev = environment.requirements("dev").relative_to(ROOT)
    build = environment.requirements("build").relative_to(ROOT)
    peer = environment.requirements("bench").relative_to(ROOT)
    outputs: tuple[tuple[Path, list[str]], ...] = (
        (runtime, ["pyproject.toml"]),
        (dev, ["pyproject.toml", "--group", "dev", "-c", str(runtime)]),
        (build, ["pyproject.toml", "--group", "build", "-c", str(dev)]),
        (peer, ["--group", "bench"]),
    )
    with tempfile.TemporaryDirectory(prefix="agora-lock-") as folder:
        tools = Environment(Path(folder))
        say(f"Installing {UV} apart from the project")
        tools.make()
        pip_install(tools.python, [UV])
        compile_ = [str(tools.program("uv")), "--quiet", "pip", "compile"]
        compile_ += ["--universal", "--python-version", "3.11", "--generate-hashes"]
        compile_ += ["--no-emit-index-url", "--no-emit-find-links", "--no-header", *arguments]
        for output, more in outputs:
            say(f"Resolving {output.name}")
            command = [*compile_, *more, "-o", str(output)]
            if subprocess.run(command, cwd=ROOT, check=False).returncode:
                raise CannotGoOn(f"{output.name} could not be resolved; see above.")
            pins = (ROOT / output).read_text(encoding="utf-8")
            (ROOT / output).write_text(LOCK_NOTE + pins, encoding="utf-8", newline="\n")
    return 0


def translate(environment: Environment, arguments: list[str]) -> int:
    """The German texts of the window: gathered, filled, compiled; what is missing is named."""
    environment.ensure("dev")
    return update_translations(environment, arguments)


def setup(environment: Environment, _arguments: list[str]) -> int:
    """Everything the other verbs would install."""
    debian.require(debian.WINDOW + debian.X_WINDOW + debian.REAL_PARTS)
    environment.ensure("dev")
    say(f"Ready: {environment.folder}")
    return 0


def become(environment: Environment, arguments: list[str], variables: Mapping[str, str]) -> int:
    """Run the environment's Python in this process's place, so that signals reach it directly."""
    # -P: the program is the one of this checkout, whatever lies in the current folder.
    command = [str(environment.python), "-P", *arguments]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    sys.stdout.flush()
    if os.name == "nt":  # there, exec would give the prompt back while the program still runs
        return subprocess.run(command, env=environ, check=False).returncode
    os.execve(command[0], command, environ)


VERBS: dict[str, Callable[[Environment, list[str]], int]] = {
    "demo": demo,
    "run": run,
    "test": test,
    "bench": bench,
    "shots": shots,
    "check": check,
    "translate": translate,
    "lock": lock,
    "setup": setup,
}


def main(arguments: list[str]) -> int:
    """The exit code; 2 where the command line was wrong."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(USAGE)
        return 0 if arguments else 2
    verb, *rest = arguments
    if verb not in VERBS:
        say(f"No verb is called {verb}.\n\n{USAGE}")
        return 2
    try:
        return VERBS[verb](Environment(ROOT), rest)
    except CannotGoOn as problem:
        say(str(problem))
    except OSError as problem:
        say(f"Could not {verb}: {problem.strerror}: {problem.filename}")
    except KeyboardInterrupt:
        say("Interrupted.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
