"""The judge of bench/import: CSV → Parquet → one cut, by DuckDB. Codes are texts and amounts exact decimals,
as the product keeps them. Prints the cut as CSV and, on the error stream, nothing."""
import sys

import duckdb

MEASURES = {
    "annual": ("MONTO_PIM", "MONTO_DEVENGADO_ANUAL"),
    "monthly": ("MONTO_PIM", "MONTO_DEVENGADO"),
}


def main():
    kind, source, parquet = sys.argv[1:4]
    base = duckdb.connect()
    base.execute("SET preserve_insertion_order = false")
    read = f"read_csv('{source}', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')"
    headers = [row[0] for row in base.execute(f"DESCRIBE SELECT * FROM {read}").fetchall()]
    columns = [f'CAST("{h}" AS DECIMAL(18,2)) AS "{h}"' if h.startswith("MONTO_") else f'"{h}"' for h in headers]
    base.execute(f"COPY (SELECT {', '.join(columns)} FROM {read}) TO '{parquet}' (FORMAT parquet, COMPRESSION zstd)")
    pim, accrued = MEASURES[kind]
    cut = f"SELECT FUNCION, sum({pim}), sum({accrued}) FROM '{parquet}' GROUP BY FUNCION ORDER BY FUNCION"
    for function, first, second in base.execute(cut).fetchall():
        print(f"{function},{first},{second}")


main()
