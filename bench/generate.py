#!/usr/bin/env python3
"""Writes one fiscal year of MEF-shaped budget data: the same seed and rows give the same bytes.

    bench/generate.py annual  --rows 2800000 --seed 1 --output target/bench/annual.csv
    bench/generate.py monthly --rows 4000000 --seed 1 --output target/bench/monthly.csv

Real: columns and their order (budget/layouts), executing units, programmes, products, functional chain,
sources and expenditure codes of the country pack, so the number of distinct codes is the state's. Made:
which unit spends how much on what. What real years show is kept: a few units have most of the rows,
amounts span seven orders of magnitude, a third of the lines have no opening budget, months without
spending are zero, 3 in 100 lines have a reversal, phases are ordered over the year but not in a month,
local governments have no sector or pliego (a blank in the annual layout).
"""
import argparse
import math
import random

from codes import Codes, layout

LEVELS = {"E": "GOBIERNO NACIONAL", "R": "GOBIERNOS REGIONALES", "M": "GOBIERNOS LOCALES"}
CATEGORIES = {"5": "GASTO CORRIENTE", "6": "GASTO DE CAPITAL", "7": "SERVICIO DE LA DEUDA"}
LINES_PER_GOAL = 14


def money(centimos):
    sign = "-" if centimos < 0 else ""
    return f"{sign}{abs(centimos) // 100}.{abs(centimos) % 100:02}"


class Generator:
    def __init__(self, kind, seed, year):
        self.dice = random.Random(f"{seed}/{kind}")
        self.codes = Codes()
        self.kind, self.year = kind, year
        self.columns = layout(f"mef_{kind}")
        self.amounts_from = next(i for i, (_, role, _) in enumerate(self.columns) if role in ("amount", "check"))
        self.units = list(self.codes.units)
        self.dice.shuffle(self.units)
        # Zipf: the busiest unit has some 250 times the rows of the median one.
        self.weights = [1.0 / (rank + 3) ** 0.9 for rank in range(len(self.units))]
        self.goals_of = [0] * len(self.units)

    def goal(self):
        """Codes and names that all lines of one goal share."""
        dice, codes = self.dice, self.codes
        at = dice.choices(range(len(self.units)), cum_weights=self.cumulated)[0]
        unit = self.units[at]
        self.goals_of[at] += 1
        territory = unit["territory"]
        places = [(dimension, territory[2 * n : 2 * n + 2], codes.places.get(territory[: 2 * n + 2], "")) for n, dimension in enumerate(("department", "province", "district"))]
        # The publisher writes the department's name for the district.
        places[2] = ("district", places[2][1], places[0][2])
        project = dice.random() < 0.25
        programme, product, product_name = dice.choice(codes.products)
        if project:
            number = int(dice.paretovariate(0.8) * 1000) % 60_000
            product, product_name = f"2{400_000 + number}", f"MEJORAMIENTO DEL SERVICIO NUMERO {number}, DISTRITO DE {places[1][2]}"
        chain = dice.choice(codes.functional)
        activity = int(dice.paretovariate(1.0) * 40) % 6_000
        purpose = dice.randrange(1, 40_000)
        meta = territory[:2] if dice.random() < 0.93 else f"{dice.randrange(1, 26):02}"
        blank = " " if self.kind == "annual" else "00"
        own = {
            "year": (str(self.year), ""),
            "level": (unit["level"], LEVELS[unit["level"]]),
            "sector": (unit["sector"] or blank, codes.sectors.get(unit["sector"], "GOBIERNOS LOCALES")),
            "pliego": (unit["pliego"] or (blank if blank == " " else "000"), unit["pliego_name"]),
            "sec_ejec": (unit["sec_ejec"], ""),
            "ejecutora": (unit["ejecutora"], unit["name"]),
            "goal_sequence": (str(self.goals_of[at]), ""),
            "programme": (programme, codes.programmes[programme]),
            "kind": (("2" if project else "3") if self.kind == "annual" else ("PROYECTO" if project else "ACTIVIDAD"), ""),
            "product": (product, product_name),
            "activity": (f"{4 if project else 5}{activity:06}", f"ACTIVIDAD NUMERO {activity} DEL CATALOGO"),
            "function": (chain["function"], chain["function_name"]),
            "division": (chain["division"], chain["division_name"]),
            "group": (chain["group"], chain["group_name"]),
            "goal": (f"{self.goals_of[at] % 100_000:05}", ""),
            "purpose": (f"{purpose:07}", f"FINALIDAD {purpose}"),
            "meta_department": (meta, codes.places.get(meta, "")),
            "transaction": ("2", "GASTOS PRESUPUESTARIOS"),
            **{dimension: (code, name) for dimension, code, name in places},
        }
        own["category"] = ("6", CATEGORIES["6"]) if project else ("5", CATEGORIES["5"])
        return own

    def line(self, goal):
        """The fixed part of a line as text with a place for the month."""
        dice, codes = self.dice, self.codes
        source = dice.choice(codes.sources)
        resource = dice.choice("0123456789ABC")
        own = dict(goal)
        own["source"] = (source["source_code"], source["source_name"])
        own["rubro"] = (source["rubro"], source["rubro_name"])
        own["resource_type"] = (resource, f"TIPO DE RECURSO {resource}")
        for dimension, code, name in dice.choice(codes.details):
            own[dimension] = (code, name)
        own["month"] = ("\0", "")
        cells = []
        for header, role, column in self.columns[: self.amounts_from]:
            text = own[column[role]][0 if role == "code" else 1]
            bare = self.kind == "monthly" and header in ("ANO_EJE", "MES_EJE", "SEC_EJEC", "SEC_FUNC")
            cells.append(text if bare else '"' + text.replace('"', '""') + '"')
        return ",".join(cells)

    def spending(self):
        """PIA, PIM, certified, committed, accrued by month, paid by month, in céntimos; phases ordered over the year."""
        dice = self.dice
        pim = int(math.exp(dice.gauss(8.0, 2.3))) * 100 if dice.random() > 0.04 else 0
        pia = 0 if dice.random() < 0.35 else int(pim / 100 * dice.uniform(0.4, 1.3)) * 100
        certified = int(pim * (1 - dice.random() ** 3))
        committed = int(certified * (1 - dice.random() ** 4))
        months = sorted(dice.sample(range(12), dice.choice((0, 1, 1, 2, 3, 5, 9, 12))))
        accrued, paid, left, owed = [0] * 12, [0] * 12, committed, 0
        for month in months:
            part = int(left * dice.uniform(0.05, 0.6))
            accrued[month] = part
            left -= part
            owed += part
            paid[month] = int(owed * dice.choice((0.0, 0.9, 1.0, 1.0)))
            owed -= paid[month]
        if months and dice.random() < 0.03:
            month = months[-1]
            back = min(sum(accrued), accrued[month] + dice.randrange(1, 50_000))
            accrued[month] -= back
            paid[month] = min(paid[month], sum(accrued) - sum(paid) + paid[month])
        return pia, pim, certified, committed, accrued, paid

    def amounts(self, values):
        return ",".join(money(value) for value in values)

    def rows_of(self, line):
        pia, pim, certified, committed, accrued, paid = self.spending()
        if self.kind == "annual":
            values = (pia, pim, certified, committed, *accrued, sum(accrued), sum(paid))
            yield line + "," + ",".join(f'"{money(value)}"' for value in values)
            return
        yield line.replace("\0", "0") + "," + self.amounts((pia, pim, 0, 0, 0, 0, 0))
        first = True
        for month in range(12):
            if accrued[month] or paid[month]:
                whole = (certified, committed) if first else (0, 0)
                first = False
                values = (0, 0, *whole, accrued[month], accrued[month], paid[month])
                yield line.replace("\0", str(month + 1)) + "," + self.amounts(values)

    def write(self, file, rows):
        total = 0.0
        self.cumulated = [total := total + weight for weight in self.weights]
        # As published: the annual files with a byte-order mark and CRLF, the monthly ones without.
        end = "\r\n" if self.kind == "annual" else "\n"
        if self.kind == "annual":
            file.write("\ufeff")
        file.write(",".join(f'"{header}"' for header, _, _ in self.columns) + end)
        written = 0
        while written < rows:
            goal = self.goal()
            for _ in range(1 + int(self.dice.expovariate(1 / LINES_PER_GOAL))):
                for row in self.rows_of(self.line(goal)):
                    if written < rows:
                        file.write(row + end)
                        written += 1
        return written


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("annual", "monthly"))
    parser.add_argument("--rows", type=int, default=2_800_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--year", type=int, default=2025)
    parser.add_argument("--output", required=True)
    args = parser.parse_args()
    with open(args.output, "w", encoding="utf-8", newline="", buffering=1 << 20) as file:
        Generator(args.kind, args.seed, args.year).write(file, args.rows)


if __name__ == "__main__":
    main()
