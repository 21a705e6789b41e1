"""The judge of cuts: answers them from the source CSV, with DuckDB and a mapping of its own.

Reads JSON from standard input: {"file": path, "cuts": [{"by": [...], "filters": [[dimension, code], ...],
"measures": [...]}]}. Writes a JSON list with the CSV text of each answer. A code ending in * is a prefix.
"""
import csv
import io
import json
import sys

import duckdb


def joined(*columns):
    return " || '.' || ".join(columns)


CLASSIFIER = ["TIPO_TRANSACCION", "GENERICA", "SUBGENERICA", "SUBGENERICA_DET", "ESPECIFICA", "ESPECIFICA_DET"]
DIMENSIONS = {
    "year": "ANO_EJE",
    "month": "lpad(MES_EJE, 2, '0')",
    "level": "TIPO_GOBIERNO",
    "entity": "CASE WHEN TIPO_GOBIERNO = 'M' THEN 'M:' || DEPARTAMENTO_EJECUTORA || PROVINCIA_EJECUTORA"
    " || DISTRITO_EJECUTORA || '-' || SEC_EJEC ELSE TIPO_GOBIERNO || ':' || SECTOR || '-' || PLIEGO END",
    "sector": "SECTOR",
    "pliego": "PLIEGO",
    "sec_ejec": "SEC_EJEC",
    "ejecutora": "EJECUTORA",
    "department": "DEPARTAMENTO_EJECUTORA",
    "province": "DEPARTAMENTO_EJECUTORA || PROVINCIA_EJECUTORA",
    "district": "DEPARTAMENTO_EJECUTORA || PROVINCIA_EJECUTORA || DISTRITO_EJECUTORA",
    "meta_department": "lpad(DEPARTAMENTO_META, 2, '0')",
    "goal_sequence": "SEC_FUNC",
    "programme": "PROGRAMA_PPTO",
    "kind": "CASE TIPO_ACT_PROY WHEN 'PROYECTO' THEN '2' ELSE '3' END",
    "product": "PRODUCTO_PROYECTO",
    "activity": "ACTIVIDAD_ACCION_OBRA",
    "function": "FUNCION",
    "division": "DIVISION_FUNCIONAL",
    "group": "GRUPO_FUNCIONAL",
    "goal": "META",
    "purpose": "FINALIDAD",
    "source": "FUENTE_FINANC",
    "rubro": "RUBRO",
    "resource_type": "TIPO_RECURSO",
    "category": "CATEG_GASTO",
    "transaction": "TIPO_TRANSACCION",
    "generic": joined(*CLASSIFIER[:2]),
    "subgeneric": joined(*CLASSIFIER[:3]),
    "subgeneric_detail": joined(*CLASSIFIER[:4]),
    "specific": joined(*CLASSIFIER[:5]),
    "specific_detail": joined(*CLASSIFIER),
}
MEASURES = {
    "pia": "MONTO_PIA",
    "pim": "MONTO_PIM",
    "certified": "MONTO_CERTIFICADO",
    "committed_annual": "MONTO_COMPROMETIDO_ANUAL",
    "committed_monthly": "MONTO_COMPROMETIDO",
    "accrued": "MONTO_DEVENGADO",
    "paid": "MONTO_GIRADO",
}


def sums(database, by, filters, measures):
    """Rows of codes and amounts; an amount is a decimal of two places."""
    conditions, values = {}, []
    for dimension, code in filters:
        conditions.setdefault(dimension, []).append(code)
    clauses = []
    for dimension, codes in conditions.items():
        either = []
        for code in codes:
            prefix = code.endswith("*")
            either.append(f"starts_with({DIMENSIONS[dimension]}, ?)" if prefix else f"{DIMENSIONS[dimension]} = ?")
            values.append(code[:-1] if prefix else code)
        clauses.append("(" + " OR ".join(either) + ")")
    columns = [DIMENSIONS[d] for d in by]
    amounts = [f"sum(cast({MEASURES[m]} AS DECIMAL(24, 2)))" for m in measures]
    sql = f"SELECT {', '.join(columns + amounts)} FROM rows"
    if clauses:
        sql += " WHERE " + " AND ".join(clauses)
    if columns:
        positions = ", ".join(str(n + 1) for n in range(len(columns)))
        sql += f" GROUP BY {positions} ORDER BY {positions}"
    else:
        sql += " HAVING count(*) > 0"
    return database.execute(sql, values).fetchall()


def answer(database, cut):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(cut["by"] + cut["measures"])
    writer.writerows(sums(database, cut["by"], cut["filters"], cut["measures"]))
    return out.getvalue()


def read(files):
    """A database with the rows of all files."""
    database = duckdb.connect()
    database.execute(
        "CREATE TABLE rows AS SELECT * FROM read_csv(?, all_varchar = true, header = true, quote = '\"')", [files]
    )
    return database


def main():
    request = json.load(sys.stdin)
    database = read([request["file"]])
    json.dump([answer(database, cut) for cut in request["cuts"]], sys.stdout)


if __name__ == "__main__":
    main()
