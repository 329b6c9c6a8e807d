"""Builds on a Spark cluster of several hosts, one of which falls off the network, and compares with one process.

    sudo python benchmarks/hosts.py [--articles 400] [--hosts 2]

The hosts are network namespaces of this machine, each with an address, an interface and a loopback of its own, joined
by a bridge: a master, workers, and the driver. They share the processors and the disk, so this shows that nothing
rests on being one host, and not how fast many are. When the first part is there, the link of one worker goes down.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyspark
from scale import rows, written

import kg
from kg.store import open_store
from kg.store.exports.rdf import sorted_nquads

SPARK = Path(pyspark.__file__).parent
MASTER = "spark://10.77.0.1:7077"
BUILD = """
import sys, kg
with kg.build(sys.argv[1], store=sys.argv[2], engine="spark", master=sys.argv[3], parts=sys.argv[4]) as graph:
    print(graph.building.recorded, "articles recorded,", len(graph.building.failures), "failed")
"""


def ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True)


@contextmanager
def network(hosts: Sequence[str]) -> Iterator[None]:
    """Make hosts, the first of them 10.77.0.1, on one bridge; and take them away."""
    ip("link", "add", "dragoman", "type", "bridge")
    ip("link", "set", "dragoman", "up")
    try:
        for number, host in enumerate(hosts, 1):
            ip("netns", "add", host)
            ip("link", "add", f"{host}-out", "type", "veth", "peer", "name", "eth0", "netns", host)
            ip("link", "set", f"{host}-out", "master", "dragoman", "up")
            for command in (f"addr add 10.77.0.{number}/24 dev eth0", "link set eth0 up", "link set lo up"):
                ip("-n", host, *command.split())
        yield
    finally:
        for host in hosts:
            subprocess.run(["ip", "netns", "del", host], check=False)
        ip("link", "del", "dragoman")


def on(host: str, address: str, *command: str | Path) -> subprocess.Popen[bytes]:
    """Start a program on a host."""
    told = {"SPARK_LOCAL_IP": address, "SPARK_HOME": str(SPARK), "PYSPARK_PYTHON": sys.executable}
    command = ("ip", "netns", "exec", host, *command)
    with Path(tempfile.gettempdir(), f"dragoman-{host}.log").open("wb") as log:
        return subprocess.Popen(command, env=os.environ | told, stdout=log, stderr=log)


def cut_off(host: str, parts: Path, driver: subprocess.Popen[bytes]) -> str:
    """Take down the link of a host when the first part is there; says what was there then."""
    while driver.poll() is None:
        if there := [path for path in parts.rglob("*") if path.is_file() and "part" in path.name]:
            ip("-n", host, "link", "set", "eth0", "down")
            return f"the link of {host} went down with {len(there)} files of parts there"
        time.sleep(0.05)
    return "the build ended before any link went down"


def main() -> int:
    """Parse the arguments and build; 1 where the graphs differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--hosts", type=int, default=2)
    options = parser.parse_args()
    workers = [f"worker{number}" for number in range(options.hosts)]
    hosts = ["master", *workers, "driver"]
    with tempfile.TemporaryDirectory() as name, network(hosts):
        folder, launch = Path(name), SPARK / "bin" / "spark-class"
        archive = folder / "archive"
        archive.mkdir()
        lines = written(folder, options.articles, rows()).read_text("utf-8").splitlines(keepends=True)
        for at in range(0, len(lines), 40):
            (archive / f"{at:06}.jsonl").write_text("".join(lines[at : at + 40]), encoding="utf-8")
        classes = "org.apache.spark.deploy"
        running = [on("master", "10.77.0.1", launch, f"{classes}.master.Master", "--host", "10.77.0.1")]
        for number, worker in enumerate(workers, 2):
            address = f"10.77.0.{number}"
            command = (launch, f"{classes}.worker.Worker", MASTER, "--host", address, "-c", "1", "-m", "1g")
            running.append(on(worker, address, *command, "-d", folder / worker))
        try:
            time.sleep(30)  # until the workers have found the master
            begun = time.perf_counter()
            arguments = (str(archive), str(folder / "spark"), MASTER, str(folder / "parts"))
            driver = on("driver", f"10.77.0.{len(hosts)}", sys.executable, "-c", BUILD, *arguments)
            print(cut_off(workers[-1], folder / "parts", driver), flush=True)
            driver.wait()
            print(f"the cluster's build ended after {time.perf_counter() - begun:.0f} s, with {driver.returncode}")
        finally:
            for process in running:
                process.terminate()
        kg.build(archive, store=folder / "one").close()
        both = []
        for store in ("spark", "one"):
            with open_store(folder / store, read_only=True) as opened:
                both.append(sorted_nquads(opened))
    print("the same bytes" if both[0] == both[1] else "THE GRAPHS DIFFER")
    return int(both[0] != both[1])


if __name__ == "__main__":
    sys.exit(main())
