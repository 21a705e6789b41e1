"""Real codes and names of the country pack, from which generated rows are made."""
import csv
import pathlib
import tomllib

PACK = pathlib.Path(__file__).resolve().parent.parent / "countries" / "peru"


def table(path):
    with open(PACK / path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def layout(code):
    """Columns of a layout in order: (header, role, of, month)."""
    with open(PACK / "budget" / "layouts" / f"{code}.toml", "rb") as file:
        columns = tomllib.load(file)["columns"]
    roles = ("code", "name", "amount", "check")
    return [(c["header"], next(r for r in roles if r in c), c) for c in columns]


class Codes:
    def __init__(self):
        self.places = {row["code"]: row["name"] for row in table("territory/territories.csv")}
        self.entities = {row["code"]: row for row in table("entities/entities.csv")}
        self.sectors = {row["sector"]: row["name"].removeprefix("Sector ") for row in self.entities.values() if row["kind"] == "sector"}
        self.units = [self.unit(row) for row in table("entities/executing_units.csv")]
        self.programmes = {row["code"]: row["name"] for row in table("budget/programmes.csv")}
        self.products = [(row["programme"], row["code"], row["name"]) for row in table("budget/products.csv")]
        self.functional = table("budget/functional.csv")
        self.sources = table("budget/sources.csv")
        names = {(row["level"], row["code"]): row["name"] for row in table("budget/expenditure.csv")}
        self.details = [self.chain(code, names) for (level, code) in names if level == "specific_detail"]

    def unit(self, row):
        entity = self.entities.get(row["entity"], {"level": "M", "sector": "", "pliego": "", "name": row["name"]})
        level = row["entity"][:1]
        return {
            "level": level,
            "sector": "" if level == "M" else entity["sector"],
            "pliego": "" if level == "M" else entity["pliego"],
            "pliego_name": entity["name"],
            "sec_ejec": row["sec_ejec"],
            "ejecutora": row["ejecutora"] or "001",
            "name": row["name"],
            "territory": row["territory"].ljust(6, "0"),
        }

    @staticmethod
    def chain(code, names):
        """Own part and name of each level: `2.3.1.5.1.1` is generic 3, subgeneric 1, 5, specific 1, 1."""
        parts = code.split(".")
        levels = ("generic", "subgeneric", "subgeneric_detail", "specific", "specific_detail")
        name = lambda depth, level: names.get((level, ".".join(parts[: depth + 2])), names[("specific_detail", code)])
        return [(level, parts[depth + 1], name(depth, level)) for depth, level in enumerate(levels)]
