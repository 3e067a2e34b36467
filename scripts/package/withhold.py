"""A release without the words of withheld posts, to take the place of the one that had them."""

import hashlib
import json
from collections.abc import Collection, Mapping

from scripts.package.csv_text import read_table, write_table
from scripts.package.descriptor import DESCRIPTOR, dump_json

# Other files of a release may quote the posts.
_KEPT = ("LICENSE", "LICENSE-CODE", "NOTICE-POSTS.md", "extras/withdrawn_ids.csv")


def without_words(files: Mapping[str, bytes], posts: Collection[str]) -> dict[str, bytes]:
    """Return descriptor, tables and licences of a release without the words of some posts.

    Ids, offsets, hashes and codes stay. The columns with the posts' words are those that the
    release's own descriptor marks, and of a row's key the part before the first dot is its post.
    """
    descriptor = json.loads(files[DESCRIPTOR])
    kept = {path: files[path] for path in _KEPT if path in files}
    for table in descriptor["resources"]:
        fields = table["schema"]["fields"]
        names = [field["name"] for field in fields]
        words = [field["name"] for field in fields if field.get("postsWords")]
        rows, _ = read_table(table["name"], files[table["path"]], names)
        for row in rows:
            if (row.get("post_id") or row[names[0]].partition(".")[0]) in posts:
                row |= dict.fromkeys(words, "")
                if "text_status" in row:
                    row["text_status"] = "withheld"
        content = write_table(rows, names)
        table |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
        kept[table["path"]] = content
    return kept | {DESCRIPTOR: dump_json(descriptor)}
