"""Print the types and properties of a JSON-LD file that schema.org does not have, one a line.

usage: python schema_terms.py metadata/schema-org.jsonld (in an environment that has rdflib)
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rdflib.namespace import SDO


def terms(value: Any) -> Iterator[str]:
    """Yield every type and property, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from terms(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name == "@type":
                yield item
            elif not name.startswith("@"):
                yield name
            yield from terms(item)


found = set(terms(json.loads(Path(sys.argv[1]).read_text("utf-8"))))
print("\n".join(sorted(term for term in found if term not in SDO)))
