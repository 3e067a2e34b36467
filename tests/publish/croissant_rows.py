"""Load every record set with mlcroissant; print what it holds as JSON.

usage: python croissant_rows.py metadata/croissant.json (in an environment that has mlcroissant)
"""

import json
import sys
from collections import Counter

import mlcroissant

dataset = mlcroissant.Dataset(sys.argv[1])
tables = {}
for record_set in dataset.metadata.record_sets:
    first_key = record_set.key[0] if isinstance(record_set.key, list) else record_set.key
    ids = []
    missing: Counter[str] = Counter()
    for record in dataset.records(record_set.id):
        ids.append(record[first_key].decode())
        missing.update(field.split("/")[1] for field, value in record.items() if value is None)
    tables[record_set.id] = {"ids": ids, "missing": missing}
print(json.dumps({"tables": tables, "issues": dataset.metadata.ctx.issues.report()}))
