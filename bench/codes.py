"""Real codes and names of the country pack, of which the documents of bench/search are made."""
import csv
import pathlib

PACK = pathlib.Path(__file__).resolve().parent.parent / "countries" / "peru"


def table(path):
    with open(PACK / path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Codes:
    def __init__(self):
        self.places = {row["code"]: row["name"] for row in table("territory/territories.csv")}
        self.entities = {row["code"]: row for row in table("entities/entities.csv")}
        self.programmes = {row["code"]: row["name"] for row in table("budget/programmes.csv")}
