# The data to take away and the API.
open-data-nav = Open data
open-data-title = Open data and API
open-data-lead = Everything shown here can be taken away whole or asked for by a program. No key, and nobody asks what for.
open-data-people = To take away
open-data-people-what = Under each table of this site there is a link to CSV and XLSX with the same rows. The bulk files, with every column described in datapackage.json, are written every night.
open-data-bulk = Bulk files
open-data-bulk-known = They show what was known at this time (UTC): { $at }. Descriptors:
open-data-bulk-none = The bulk files of this installation have not been written yet; they are written every night, or by “quipu export”.
open-data-kilobytes = { $n } kB
open-data-rows = Rows
open-data-programs = For programs
open-data-programs-what = The API answers in JSON, CSV or Parquet, at /api/v1. Try:
open-data-way-known = known=2026-03-01 answers as known on that day. Every answer says of which journal entry it tells.
open-data-way-pages = A long list comes in pages: “next” has the address of the next one, always of the same state. limit goes up to 10,000.
open-data-way-formats = Accept: text/csv or application/vnd.apache.parquet, or format=csv in the address.
open-data-way-etag = Send the ETag in If-None-Match: if nothing changed, the answer is 304 and costs nothing.
open-data-way-errors = Errors are application/problem+json (RFC 9457) and say which parameter and why. An unknown parameter is refused, never ignored.
open-data-way-limits = One address may make { $burst } calls in a row and then { $n } a second; X-RateLimit-Remaining says how many are left.
open-data-way-openapi = the API described for programs (OpenAPI 3.1), with examples.
open-data-datasets = Datasets
open-data-dataset = Dataset
open-data-holds = What it holds
open-data-read = Read
open-data-operations = What is computed
open-data-operation = Question
open-data-example = Example
open-data-columns = Columns
open-data-column = Column
open-data-meaning = What it says
open-data-type = Type
open-data-values = Values
open-data-key = Part of the key
open-data-refers = Is in { $dataset } ({ $columns })
open-data-as = As { $example }
open-data-optional = { $type }, may be absent
open-data-whole = Whole: { $file }
open-data-type-text = text
open-data-type-integer = whole number
open-data-type-year = year
open-data-type-flag = yes or no
open-data-type-money = soles, with two decimals
open-data-type-share = share of one, with six decimals
open-data-type-decimal = number with decimals
open-data-type-date = day
open-data-type-instant = instant (UTC)

# Bulk files
bulk-tables = Quipu: the public tables
bulk-tables-about = All public tables of the State that this installation keeps: territories, entities, plans, indicators, targets, observations, budget deliveries, claims and the journal of changes. Amounts are in soles.
bulk-money = Quipu: the money
bulk-money-about = The execution of the budget of each fiscal year, by every classification, in soles. Where two deliveries tell of the same money one alone answers. The names of the codes are in the dataset budget-names.
