"""Whether two files of a release hold the same, where another machine makes other bytes of it."""

import base64
import gzip
import json
import sqlite3
from contextlib import closing

from scripts.package.zip_file import read_zip

_DATABASE = "data/database.js"


def is_same(ending: str, one: bytes, other: bytes) -> bool:
    """Return whether two files of one kind hold the same: zip, xlsx, sqlite or site.zip.

    A zip is the same byte for byte. Another zlib packs a workbook in other bytes, another version
    of SQLite orders pages otherwise: there the parts and the rows count.
    """
    if one == other or ending == "zip":
        return one == other
    if ending == "sqlite":
        return _dump(one) == _dump(other)
    parts, others = read_zip(one, ending), read_zip(other, ending)
    if _DATABASE in parts and _DATABASE in others:
        databases = [_dump(_unpack(found.pop(_DATABASE))) for found in (parts, others)]
        if databases[0] != databases[1]:
            return False
    return parts == others


def _dump(database: bytes) -> list[str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        return list(connection.iterdump())


def _unpack(script: bytes) -> bytes:
    """Return the database in the script that the site loads it by."""
    packed = json.loads(script.decode().partition("=")[2].rstrip(";\n"))
    return gzip.decompress(base64.b64decode(packed))
