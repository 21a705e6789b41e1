"""Ends badly where a report of Frictionless has an error, or no table: a descriptor of nothing is valid too."""
import json
import sys

report, descriptor = json.load(open(sys.argv[1])), sys.argv[2]
declared = len(json.load(open(descriptor))["resources"])
for task in report["tasks"]:
    for error in task["errors"]:
        print(task["name"], error["message"])
tables = report["stats"]["tasks"]
print(f"  {descriptor.rsplit('/bulk/', 1)[-1]}: {tables} tables read, {report['stats']['errors']} errors")
sys.exit(0 if report["valid"] and tables == declared > 0 else 1)
