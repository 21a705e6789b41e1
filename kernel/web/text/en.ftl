# What the frame of every page says.
web-name = Quipu
web-tagline = The State's plans, money and results on a single cord
web-skip = Skip to main content
web-menu = Sections
web-crumbs = You are in
web-home = Home
web-language-this = English
web-language-other = Español
web-language-other-title = Read this page in Spanish
web-no-styles = The styles of this installation are not built. Run ./run to build them.
web-search = Search
web-search-field = Search the whole site, by words or code
web-search-hint = Objective, entity, place…

# What was known
web-known-title = What was known
web-known-now = What is known today, { $date }
web-known-date = As it was known on { $date }
web-known-instant = As it was known on { $date } at { $time } (UTC)
web-known-change = See another date or year
web-known-field = As it was known on
web-known-field-hint = Leave it empty to see what is known today.
web-known-year = Year
web-known-apply = Show
web-known-back = Back to what is known today

# Sample
web-sample = sample
web-sample-title = Sample: not an official document
web-sample-page = What this page says is a sample made to show the system. It is not an official plan or figure.
web-sample-mixed = This page holds real data and sample data. Samples carry the mark { $badge }.
web-sample-some = with sample data

# Components
web-table-csv = Download CSV
web-table-csv-title = Download CSV: { $table }
web-table-xlsx = Download XLSX
web-table-xlsx-title = Download XLSX: { $table }
web-table-pdf = Download PDF
web-table-pdf-title = Download PDF: { $table }
web-table-cite = Cite
web-table-cite-title = Cite: { $table }
web-source = Where does this come from?
web-source-count = See the { $n } origins of these data
web-filter = Show
web-pages = Pages
web-page-previous = Previous
web-page-next = Next
web-page-of = Page { $page } of { $pages }
web-page-beyond = This list ends on page { $pages }: there is no page { $page }.
web-page-last = Go to the last page
web-shown-of = { $from } to { $to } of { $total }
web-note-important = Important
web-note-done = Done
web-note-warning = Warning
web-yes = yes
web-no = no
web-none = no data
web-trend-up = rises
web-trend-down = falls
web-trend-flat = no change
web-trend-better = { $direction }, improving
web-trend-worse = { $direction }, worsening
web-chart-observed = Observed
web-chart-target = Target
web-chart-baseline = Baseline
web-chart-table = The same data in a table
web-chart-period = Period

# Footer
web-footer-journal = Shown as of entry { $n } of the public journal.
web-footer-journal-title = Public journal
web-footer-about = Every change is written down and never erased: anyone can check it.
web-footer-licence = Free software under the Apache 2.0 licence. Data carry the licence of their source.
web-footer-source = Source code

# Figures
web-money-units = { $sign }{ $currency } { $n }
web-money-millions = { $sign }{ $currency } { $n } million
web-money-thousand-millions = { $sign }{ $currency } { $n } billion
web-date = { $day } { $month } { $year }
web-month-of = { $month } { $year }
web-quarter = quarter { $n } of { $year }
web-semester = half { $n } of { $year }
web-month-1 = January
web-month-2 = February
web-month-3 = March
web-month-4 = April
web-month-5 = May
web-month-6 = June
web-month-7 = July
web-month-8 = August
web-month-9 = September
web-month-10 = October
web-month-11 = November
web-month-12 = December

# Errors
web-error-400 = We do not understand the address
web-error-400-what = Check what follows the “?” in the address, or start again from the home page.
web-error-404 = We cannot find this page
web-error-404-what = If you typed the address, check that it is complete. The code may not exist, or may not have been known yet on the date you are looking at.
web-error-405 = This page does not allow that operation
web-error-405-what = Go back to the previous page and try from its buttons.
web-error-408 = The answer took too long
web-error-408-what = Try again in a few minutes, or ask for less data at once.
web-error-413 = What you sent is too large
web-error-413-what = Send it in smaller parts.
web-error-500 = There is a problem with the service
web-error-500-what = It is not your fault. The failure has been recorded; try again later.
web-error-back = Go to the home page
web-refused-encoding = The address holds characters that cannot be read: { $value }
web-refused-repeated = The parameter “{ $value }” appears more than once.
web-refused-known = “{ $value }” is not a date. Write it as year-month-day, for instance 2020-12-31.
web-refused-later = The day { $value } has not come: nobody can tell what will be known then.
web-refused-year = “{ $value }” is not a year from 1900 to 2200.
web-refused-territory = “{ $value }” is not a territory code (UBIGEO).
web-refused-format = “{ $value }” is not a format. Use csv, xlsx, json, pdf or cite, or say none.
web-refused-parameter = The parameter “{ $name }” does not allow the value “{ $value }”.
web-refused-xlsx = This table does not fit in a spreadsheet. Download it as CSV.
web-sheet-whole = This page as PDF, to print
web-sheet-made = Printed on { $date }
web-sheet-cut = The first { $shown } of { $total } rows: all of them are in the CSV of the same table.
web-sheet-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
web-cite = Cite this table
web-cite-lead = With this, anybody can open the same table, even if something is corrected later, and check that it is the same.
web-cite-page = Page
web-cite-address = Address
web-cite-file = Address of the CSV
web-cite-known = As known
web-cite-rows = Rows
web-cite-sha256 = SHA-256 of the CSV
web-cite-text = Citation
web-cite-written = { $publisher }, { $country }: “{ $title }”. As known { $known }. { $url } (SHA-256 of the CSV: { $sha256 })
web-cite-check = How to check it
web-cite-check-lead = Download the CSV from that address and compute its SHA-256. If it is the one above, the table is the one cited:
web-cite-back = Back to the page

# The API and its answers
web-api-title = Quipu API
web-api-description = Everything public of the State on one cord: plans, money, results. No key, read only. Every answer says of which state of the record it tells (known), and can be asked for as known on another day. Amounts are decimals in soles written as text, so that nothing is rounded.
web-api-answer = The answer.
web-api-known = As known at the end of that day, or at that instant. Without it, what is known now.
web-api-lang = Language of the words in the answer.
web-api-limit = At most how many rows in this page: 1 to 10,000; usually 100.
web-api-format = Format of the answer; it counts more than the Accept header.
web-api-after = The page begins behind this key; the address of the next page has it.
web-api-unknown-parameter = This operation has no parameter { $name }.
web-api-missing-parameter = The parameter { $name } is missing.
web-api-token = For programs of an official (My account, Tokens). Nothing that is read here asks for it: with one, calls are counted by the token and not by the network address.
web-api-problem-refused = The call asks for something that cannot be
web-api-problem-not-found = There is nothing here
web-api-problem-method-not-allowed = It can only be read: GET
web-api-problem-not-acceptable = None of the formats you accept is offered here
web-api-problem-timeout = The answer took too long
web-api-problem-too-many-requests = Too many calls: wait the seconds that Retry-After says
web-api-problem-internal = The system failed; it has been noted
web-api-header-etag = Changes when the answer changes; send it in If-None-Match.
web-api-header-link = Address of the next page, with rel="next".
web-api-header-limit = How many calls in a row are admitted.
web-api-header-remaining = How many are left.
web-api-header-retry = Seconds to wait.
web-field-recorded-in = Number of the journal entry that recorded it
web-field-plan = Code of the plan
web-field-version = Version of the plan
web-field-element = Code of the element within its plan
web-field-indicator = Code of the indicator within its plan
web-field-territory = Code of the territory (UBIGEO, PE the country)
web-field-entity = Code of the entity
web-field-sector = Code of the sector
web-field-pliego = Code of the budget pliego
web-field-sec-ejec = Code of the executing unit in SIAF, unique in the State
web-field-programme = Code of the budget programme
web-field-product = Code of the product or project
web-field-source = Who says so, or where it comes from
web-field-provenance = From which file it was taken
web-field-name = Name
web-field-name-en = Name in English
web-field-title = Title
web-field-title-en = Title in English
web-field-valid-from = From which day it holds
web-field-valid-to = Until which day it holds, not counting it; empty where there is no end
web-field-kind = Kind
web-field-code = Code
web-field-unit = Unit of the values
web-field-note = What the reader must know
web-field-delivery = Number of the budget delivery
web-field-row-count = How many rows
web-field-year-first = First fiscal year
web-field-year-last = Last fiscal year
web-field-digest = SHA-256 of the content, to compare a copy
web-field-responsible-post = Responsible post; never a person
web-field-level = Level
web-field-dimension = Dimension
web-field-method = How the value is obtained
web-field-limitations = Limits and assumptions
web-field-data-source = Where the data come from
web-field-series = Code of the series
web-field-period = Period: year, half, quarter or month
web-field-value = Value
journal-dataset-entries = Journal
journal-dataset-entries-about = Each act that changed something, in order; the leaves of the tree published at /log.
journal-field-seq = Number of the entry
journal-field-at = When it was recorded
journal-field-actor = Code of the post or program that acted; never a person
journal-field-command = What was done
journal-field-subject = To what
journal-field-shown = The last entry, up to this one, that changed what the public is shown
journal-field-leaf = The exact text of the entry, of which its hash is taken
pack-dataset-pack-files = Files of the country pack
pack-dataset-pack-files-about = Which file of the country pack (law, calendar, territory, classifications) holds, with its digest.
pack-field-path = File, within the folder of the country
web-feed = What changed


# Maps and comparisons
web-map-skip = Skip the map and go to the table
web-map-projection = Equidistant cylindrical projection, standard parallel { $parallel }.
web-map-outlines = Outlines of { $vintage }, simplified for drawing: { $source } ({ $licence }). They settle no boundary.
web-map-none = No figure
web-map-range = { $least } to { $most }
web-map-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
web-map-unplaced = { $n ->
    [one] One place has no outline in the source; its figure is in the table: { $names }.
   *[other] { $n } places have no outline in the source; their figures are in the table: { $names }.
}
web-pairs-over = over 100%

# Where the facts of a page come from
web-origin-when = on { $date } (entry { $entry }); { $rows }
web-origin-rows = { $n ->
    [one] one row of those this page uses
   *[other] { $n } rows of those this page uses
}
web-origin-refused = { $n ->
    [0] none refused
    [one] one refused
   *[other] { $n } refused
}
web-origin-by-rows = As the rows themselves say: { $sources }
web-origin-journal = Public journal
web-origin-older = { $n ->
    [one] and one earlier entry
   *[other] and { $n } earlier entries
}

# Door
web-entrance = Log in
web-office = My office
web-exit = Log out
# What was written in a form and did not reach the service; {$when} is put by the browser.
web-draft-kept = We brought back what you wrote on { $when } in this browser and that was not sent. Check it before you send it.
web-draft-discard = Discard what was brought back
web-error-401 = The token does not work
web-error-401-what = It may be badly copied, expired or ended by its owner, or they no longer hold the post. Make another one in Quipu, in My account.
web-error-403-token-what = The token does not reach that far, or the post does not permit it. The account, its tokens and appointments ask for the person to log in.
web-error-403 = You are not permitted to see this
web-error-403-what = What you ask for is not of your post. If you think it should be, ask the administrator of your entity.
web-error-429 = Too many attempts in a row
web-error-429-what = Wait some minutes and try again.
web-refused-form = The form did not arrive as it should ({ $value }). Go back to the page and send it again.
web-form-wrong = There is something to correct
web-form-error = Error
web-form-optional = optional

# Why a row is refused; the English sentences are those of the importers
web-row-required = empty, and it is required
web-row-number = not a number of at most 28 digits
web-row-separators = write the number without thousands separators
web-row-date = not a date: write 2016-03-14, 14/03/2016 or a year
web-row-year = not a year between 1900 and 2200
web-row-yes-no = write yes or no
web-row-period = not a period (write 2020, 2020-S1, 2020-Q3 or 2020-07): { $value }
web-row-code-empty = empty code
web-row-code-long = a code has at most 80 characters: { $value }
web-row-code-blanks = a code has no blanks or control characters: { $value }
web-row-word = { $value } is not one of: { $accepted }
web-row-reference = { $value } is not a { $kind }
web-row-validity = validity ends ({ $to }) before it starts ({ $from })
web-row-horizon = the horizon ends before it starts
web-row-ends-before = it ends before it starts
web-row-empty-while = empty, while { $other } is stated
web-row-periodicity = write annual, semester, quarter or month
web-row-twice = { $line } says something else of the same
web-row-other-file = another file says something else of the same
web-row-width = { $found } values where the header names { $width } columns
web-row-quote = a quote is opened and not closed for hundreds of lines: the file is cut or damaged
web-row-unreadable = unreadable from here on: { $why }
web-row-homeless = this version is not recorded, nor is it in plan.csv of this import
web-row-without = without the rows of this import, { $why }
web-row-one-plan = versions of one plan have one type, entity, territory, sector and sample mark; { $place } differs
web-row-parent-absent = its parent { $parent } is not in this version of the plan
web-row-circle = it hangs from itself through its parents
web-row-kind = a { $child } cannot hang from a { $parent }
web-row-element-absent = its element { $element } is not in this version of the plan
web-row-indicator-absent = its indicator is not in this version of the plan
web-row-band = a band needs value and value_high, in that order; only the sense `within` has one
web-row-no-table = no table of a plan is called so; name the file or sheet one of: { $accepted }
web-row-series-or-indicator = name the series or the indicator, one of the two
web-row-indicator-form = write PLAN/CODE, as in PEDN/OE1-I1
web-row-name-indicator = name the indicator, as PLAN/CODE
web-row-series-unknown = no such series: import series.csv first
web-row-not-yours = no plan in force of your body has this indicator
web-row-by-series = its values come from the series { $series }, recorded from its own source
web-row-periods-such-as = the indicator is measured over periods such as { $example }
web-row-not-ended = the period has not ended
web-row-not-there = nothing is promised there; it is measured in { $places }
web-row-either = write a value or why there is none, one of the two
web-row-everyone = it is said of everyone in a place: leave group and edition empty
web-row-no-value-words = say in a sentence why there is no value
web-row-no-value-long = at most 500 characters
web-row-no-value-reason = not one of the reasons: { $accepted }
web-row-has-value = a value of that period is recorded: correct it instead
web-row-no-edition = leave it empty: the value is to be accepted
web-row-locked = the value is under review: it is changed once it is accepted or returned
web-row-returned = the value was returned: its owner corrects it in the office
web-row-sheet-taken = the sheet was entered before
web-row-sheet-twice = the sheet stands twice in the file
web-row-sheet-empty = the sheet answers no question
web-row-sheet-number = a sheet has a number of letters and digits, at most 20
web-row-department = no department has this code
