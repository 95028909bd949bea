"""Reads the wheel and the sources of this folder as Python's tools do.

    python check.py ROOT
"""

import base64
import csv
import email
import glob
import hashlib
import io
import pathlib
import sys
import tarfile
import tomllib
import zipfile

root = pathlib.Path(sys.argv[1])
sources = {
    path.relative_to(root).as_posix(): path.read_bytes()
    for path in root.glob("plpython/**/*")
    if path.suffix in (".py", ".typed")
}
[wheel_name] = glob.glob("*.whl")
[sdist_name] = glob.glob("*.tar.gz")
project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
info = f"plpython-{project['version']}.dist-info/"
assert wheel_name == f"plpython-{project['version']}-py3-none-any.whl"
assert sdist_name == f"plpython-{project['version']}.tar.gz"

with zipfile.ZipFile(wheel_name) as wheel:
    assert wheel.testzip() is None
    names = wheel.namelist()
    assert names[:-1] == sorted(names[:-1]) and names[-1] == info + "RECORD", names
    assert {entry.date_time for entry in wheel.infolist()} == {(2026, 1, 1, 0, 0, 0)}
    files = {name: wheel.read(name) for name in names}
assert sources == {name: files[name] for name in files if not name.startswith(info)}
for name, content in files.items():
    assert pathlib.Path("tree", name).read_bytes() == content

recorded = {
    name: (digest, size)
    for name, digest, size in csv.reader(io.StringIO(files[info + "RECORD"].decode()))
}
assert recorded.pop(info + "RECORD") == ("", "")
assert recorded == {
    name: (
        "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("="),
        str(len(content)),
    )
    for name, content in files.items()
    if name != info + "RECORD"
}

metadata = email.message_from_bytes(files[info + "METADATA"])
assert metadata["Name"] == "plpython" and metadata["Version"] == project["version"]
assert metadata["Requires-Python"] == project["requires-python"]
assert metadata["License-Expression"] == project["license"]
assert metadata.get_all("Classifier") == project["classifiers"]
assert metadata.get_payload() == (root / "README.md").read_text()
assert info + "licenses/" + metadata["License-File"] in files

with tarfile.open(sdist_name) as sdist:
    members = sdist.getmembers()
    assert [m.name for m in members] == sorted(m.name for m in members)
    assert {(m.mtime, m.mode, m.uid, m.uname) for m in members} == {(1767225600, 0o644, 0, "root")}
    unpacked = {m.name.split("/", 1)[1]: sdist.extractfile(m).read() for m in members}
assert unpacked.pop("PKG-INFO") == files[info + "METADATA"]
assert unpacked.pop("LICENSE") == files[info + "licenses/LICENSE"]
for name in ("pyproject.toml", "README.md"):
    assert unpacked.pop(name) == (root / name).read_bytes()
assert unpacked == sources
print("good")
