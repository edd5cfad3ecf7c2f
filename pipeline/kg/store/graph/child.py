"""The process of the local graph server: `python -m kg.store.graph.child FOLDER BOLT_PORT HTTP_PORT HEAP LIMIT`.

It runs apart, so that a crash or a hang of the server never touches the store, and ends when the last process
that uses it has ended: each of those holds a shared lock on USERS, which the system frees however they end.
"""

import fcntl
import json
import os
import sys
from pathlib import Path

import jpype
from arcadedb_embedded.server import ArcadeDBServer

PLUGIN = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
DATABASE = "kg"
READER = "reader"
_FETCH_NOTHING = [f"-Darcadedb.opencypher.loadCsv.allow{kind}Urls=false" for kind in ("File", "Remote")]
_RIGHTS = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}}


def main(folder: Path, bolt: int, http: int, heap: str, limit: int) -> None:
    """Serve until nobody uses the server any more; ports are on the loopback device.

    A query is stopped after `limit` milliseconds; 0 is no limit.
    """
    os.chdir(folder)  # It writes its log to ./log.
    config = {
        "server_plugins": PLUGIN,
        "bolt_port": bolt,
        "http_port": http,
        "host": "127.0.0.1",
        "mode": "development",
    }
    password = (folder / "password").read_text(encoding="utf-8")
    arguments = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", *_FETCH_NOTHING, f"-Darcadedb.command.timeout={limit}"]
    options = {"heap_size": heap, "jvm_args": arguments}
    server = ArcadeDBServer(str(folder / "server"), password, config, options)
    server.start()
    server.create_database(DATABASE)
    _let_read(server, (folder / READER).read_text(encoding="utf-8"))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    with (folder / "USERS").open("a+b") as users:
        fcntl.flock(users, fcntl.LOCK_EX)  # Comes through once the last user has ended.
        server.stop()
    os._exit(0)  # What threads the machine still has are not waited for.


def _let_read(server: ArcadeDBServer, password: str) -> None:
    """Make the user who may read and change nothing: the server takes writes also in sessions meant for reading."""
    security = server._java_server.getSecurity()  # noqa: SLF001 - the wheel has no words for users of its own
    made = jpype.JClass("com.arcadedb.serializer.json.JSONObject")
    security.saveGroup("*", READER, made(json.dumps(_RIGHTS)))
    user = made(json.dumps({"name": READER, "databases": {DATABASE: [READER]}}))
    known = security.getUser(READER)
    # Encoded anew, the same password would be another one to those who came back before this line.
    keeps = known is not None and security.passwordMatch(password, known.getPassword())
    user.put("password", known.getPassword() if keeps else security.encodePassword(password))
    (security.createUser if known is None else security.updateUser)(user)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5]))
