"""Print the types and properties of schema.org in a JSON-LD file that it does not have, one a line.

usage: python schema_terms.py metadata/croissant.json (in an environment that has rdflib)
"""

import sys

from rdflib import RDF, Graph
from rdflib.namespace import SDO

found = set()
for _, name, value in Graph().parse(sys.argv[1], format="json-ld"):
    found |= {str(name), str(value) if name == RDF.type else str(name)}
terms = {term.removeprefix(str(SDO)) for term in found if term.startswith(str(SDO))}
assert len(terms) > 20
print("\n".join(sorted(term for term in terms if term not in SDO)))
