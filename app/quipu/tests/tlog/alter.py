"""Changes a database by hand, as somebody who has it would: alter.py FILE SQL."""
import sqlite3
import sys

file, sql = sys.argv[1:]
with sqlite3.connect(file) as database:
    changed = database.execute(sql).rowcount
if changed != 1:
    sys.exit(f"{changed} rows changed: {sql}")
