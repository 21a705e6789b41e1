"""The judge of cuts in other words: shares, per head, soles of one year, and years side by side.

Sums come from DuckDB over the source CSVs; what is made of them is made here with fractions, which round nothing, and
rounded once at the end, halves to the even one. Reads JSON from standard input: {"files": [...], "pack": folder,
"on": "YYYY-MM-DD", "cuts": [{"by", "filters", "measures", "as", "base", "across"}]}. Writes a JSON list of CSV texts.
"""
import csv
import io
import json
import sys
from fractions import Fraction
from pathlib import Path

import cuts

WHO = ["level", "entity", "sector", "pliego", "sec_ejec", "ejecutora", "department", "province", "district"]
PLACES = ["district", "province", "meta_department", "department"]


def rounded(value, places):
    scaled = round(value * 10**places)
    sign = "-" if scaled < 0 else ""
    digits = str(abs(scaled)).rjust(places + 1, "0")
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


def exact(amount):
    return None if amount is None else Fraction(str(amount))


class Judge:
    def __init__(self, request):
        self.database = cuts.read(request["files"])
        pack, on = Path(request["pack"]), request["on"]
        self.levels = self.prices(pack / "budget/prices.csv")
        read = "read_csv(?, all_varchar = true, header = true)"
        in_force = "valid_from <= ? AND (coalesce(valid_to, '') = '' OR valid_to >= ?)"
        heads = "FROM " + read + " t WHERE t." + in_force.replace("valid_to", "t.valid_to") + " AND t.population <> ''"
        territories = str(pack / "territory/territories.csv")
        places = self.database.execute("SELECT t.code, t.population " + heads, [territories, on, on]).fetchall()
        self.places = {code: int(population) for code, population in places}
        country = "SELECT t.population " + heads + " AND coalesce(t.parent, '') = ''"
        self.country = int(self.database.execute(country, [territories, on, on]).fetchone()[0])
        entities = self.database.execute(
            "SELECT e.code, t.population FROM " + read + " e JOIN " + read + " k ON k.kind = e.kind "
            "JOIN " + read + " t ON t.code = e.territory "
            "WHERE e.valid_from <= ? AND (coalesce(e.valid_to, '') = '' OR e.valid_to >= ?) "
            "AND t.valid_from <= ? AND (coalesce(t.valid_to, '') = '' OR t.valid_to >= ?) AND t.population <> ''",
            [str(pack / "entities/entities.csv"), str(pack / "budget/per_head.csv"), territories, on, on, on, on],
        ).fetchall()
        self.entities = {code: int(population) for code, population in entities}

    @staticmethod
    def prices(path):
        levels, level = {}, Fraction(1)
        with open(path, encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                levels.setdefault(int(row["year"]) - 1, level)
                level *= 1 + Fraction(row["inflation_percent"]) / 100
                levels[int(row["year"])] = level
        return levels

    def sums(self, by, filters, measures):
        rows = cuts.sums(self.database, by, filters, measures)
        return [(row[: len(by)], [exact(amount) for amount in row[len(by) :]]) for row in rows]

    def heads(self, by, codes, filters):
        for dimension in PLACES + ["entity"]:
            if dimension in by:
                of = self.entities if dimension == "entity" else self.places
                return of.get(codes[by.index(dimension)])
        for dimension in PLACES:
            named = {code for d, code in filters if d == dimension}
            if named:
                known = [self.places.get(code) for code in named]
                return None if None in known else sum(known)
        return self.country

    def share(self, amount, whole):
        return "" if amount is None or not whole else rounded(100 * amount / whole, 6)

    def per_head(self, amount, heads):
        return "" if amount is None or not heads else rounded(amount / heads, 2)

    def constant(self, years, base):
        """Of amounts by year."""
        return rounded(sum(amount * self.levels[base] / self.levels[year] for year, amount in years), 2)

    def listing(self, cut):
        by, filters, measures, way = cut["by"], cut["filters"], cut["measures"], cut["as"]
        if way == "constant":
            yield by + [f"{m}_in_soles_of_{cut['base']}" for m in measures]
            rows = {}
            for codes, amounts in self.sums(by + ["year"], filters, measures):
                rows.setdefault(codes[:-1], []).append((int(codes[-1]), amounts))
            for codes, years in rows.items():
                columns = ([(year, amounts[n]) for year, amounts in years] for n in range(len(measures)))
                yield list(codes) + [self.constant(column, cut["base"]) for column in columns]
            return
        lead = "pim" if "pim" in measures else measures[0]
        at = measures.index(lead)
        rows = self.sums(by, filters, measures)
        totals = [sum(amounts[n] for _, amounts in rows) for n in range(len(measures))]
        if way == "share":
            last = list(dict.fromkeys(d for d, _ in filters))[-1:]
            columns = [lead] + [f"{m}_percent_of_total" for m in measures]
            parent = None
            if last:
                columns.append(f"{lead}_percent_of_parent")
                before = [(d, code) for d, code in filters if d not in last]
                parent = self.sums([], before, [lead])[0][1][0]
            yield by + columns
            for codes, amounts in rows:
                shares = [self.share(amount, total) for amount, total in zip(amounts, totals)]
                shares += [self.share(amounts[at], parent)] if last else []
                yield list(codes) + [rounded(amounts[at], 2)] + shares
            return
        yield by + ["population", lead] + [f"{m}_per_head" for m in measures]
        for codes, amounts in rows:
            heads = self.heads(by, codes, filters)
            per_head = [self.per_head(amount, heads) for amount in amounts]
            yield list(codes) + ["" if heads is None else str(heads), rounded(amounts[at], 2)] + per_head

    def across(self, cut):
        by, filters, way, base = cut["by"], cut["filters"], cut["as"], cut["base"]
        measure = cut["measures"][0]
        shown = {
            "": measure,
            "share": f"{measure}_percent_of_total",
            "per_head": f"{measure}_per_head",
            "constant": f"{measure}_in_soles_of_{base}",
        }[way]
        years = sorted(int(codes[0]) for codes, _ in self.sums(["year"], [], [measure]))
        amounts, totals = {}, {}
        for codes, (amount,) in self.sums(by + ["year"], filters, [measure]):
            year = int(codes[-1])
            amounts.setdefault(codes[:-1], {})[year] = amount
            totals[year] = totals.get(year, 0) + amount
        who = [d for d in by if d in WHO]
        of_who = self.sums(who + ["year"], [(d, code) for d, code in filters if d in WHO], [measure])
        told = {(codes[:-1], int(codes[-1])) for codes, _ in of_who}

        def figure(codes, year):
            amount = amounts.get(codes, {}).get(year)
            if amount is None:
                return ""
            if way == "share":
                return self.share(amount, totals[year])
            if way == "per_head":
                return self.per_head(amount, self.heads(by, codes, filters))
            return self.constant([(year, amount)], base) if way == "constant" else rounded(amount, 2)

        def has_total(year):
            if year not in totals or (way == "share" and not totals[year]):
                return False
            return way != "per_head" or self.heads([], (), self.whole(by, filters)) is not None

        compared = [year for year in years if has_total(year)]
        compared = (compared[0], compared[-1]) if len(compared) > 1 else None
        header = by + [f"{shown}_in_{year}" for year in years]
        if compared:
            header.append("change_{}_{}".format(*compared))
            header += [] if way == "share" else ["change_percent_{}_{}".format(*compared)]
        yield header + ["years_without_data"]
        for codes in sorted(amounts):
            figures = {year: figure(codes, year) for year in years}
            row = list(codes) + list(figures.values())
            if compared:
                first, last = (figures[year] for year in compared)
                both = first != "" and last != ""
                row.append(rounded(Fraction(last) - Fraction(first), 6 if way == "share" else 2) if both else "")
                if way != "share":
                    rises = both and Fraction(first) > 0
                    row.append(rounded(100 * (Fraction(last) - Fraction(first)) / Fraction(first), 2) if rises else "")
            key = tuple(code for dimension, code in zip(by, codes) if dimension in who)
            row.append(" ".join(str(y) for y in years if figures[y] == "" and (key, y) not in told))
            yield row

    def whole(self, by, filters):
        return [(d, code) for d, code in filters if d in PLACES]

    def answer(self, cut):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(self.across(cut) if cut["across"] else self.listing(cut))
        return out.getvalue()


def main():
    request = json.load(sys.stdin)
    judge = Judge(request)
    json.dump([judge.answer(cut) for cut in request["cuts"]], sys.stdout)


main()
