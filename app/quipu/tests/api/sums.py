"""CSV and Parquet hold the same rows, and the money of 2020 is that of the source, to the centimo."""
import json
import pathlib
import sys

import duckdb

folder, source = pathlib.Path(sys.argv[1]), sys.argv[2]
one = lambda sql: duckdb.sql(sql).fetchall()[0]
tables = 0
for descriptor in [folder / "datapackage.json", folder / "budget" / "datapackage.json"]:
    for part in json.loads(descriptor.read_text())["resources"]:
        csv, parquet = descriptor.parent / part["path"], descriptor.parent / part["parquet"]["path"]
        names = [field["name"] for field in part["schema"]["fields"]]
        columns = ", ".join(f'"{name}"' for name in names)
        text = f"read_csv('{csv}', header = true, all_varchar = true)"
        rows = [one(f"SELECT count(*) FROM {text}"), one(f"SELECT count(*) FROM '{parquet}'"), (part["rowCount"],)]
        assert len(set(rows)) == 1, (part["name"], rows)
        real = [row[0] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{parquet}'").fetchall()]
        assert real == names, (part["name"], real, names)
        kinds = {field["name"]: field["type"] for field in part["schema"]["fields"]}
        for name in names:
            if kinds[name] == "number":
                exact = one(f"SELECT sum(\"{name}\"::DECIMAL(38, 12)) FROM {text}")[0]
                other = one(f"SELECT sum(\"{name}\"::DECIMAL(38, 12)) FROM '{parquet}'")[0]
                near = exact == other or abs(exact - other) < abs(exact) / 10**9
                assert near, (part["name"], name, exact, other)
            else:
                count = f"SELECT count(DISTINCT nullif(\"{name}\"::VARCHAR, ''))"
                assert one(f"{count} FROM {text}") == one(f"{count} FROM '{parquet}'"), (part["name"], name)
        tables += 1
money = one(f"SELECT sum(pim), sum(accrued) FROM '{folder}/budget/budget-2020.parquet'")
told = one(
    "SELECT sum(MONTO_PIM::DECIMAL(24, 2)), sum(MONTO_DEVENGADO::DECIMAL(24, 2)) "
    f"FROM read_csv('{source}', all_varchar = true, header = true, strict_mode = false)"
)
assert money == told, (money, told)
print(f"  {tables} tables the same as CSV and Parquet; PIM and accrued of 2020 are {money[0]} and {money[1]}")
