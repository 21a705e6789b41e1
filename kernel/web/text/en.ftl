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

# Components
web-table-csv = Download CSV
web-table-csv-title = Download CSV: { $table }
web-table-xlsx = Download XLSX
web-table-xlsx-title = Download XLSX: { $table }
web-table-cite = Cite
web-table-cite-title = Cite: { $table }
web-source = Where does this come from?
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
web-footer-journal = { $n ->
    [one] The public journal has { $n } entry.
   *[other] The public journal has { $n } entries.
 }
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
web-refused-format = “{ $value }” is not a format. Use csv, xlsx, json or cite, or say none.
web-refused-parameter = The parameter “{ $name }” does not allow the value “{ $value }”.
web-refused-xlsx = This table does not fit in a spreadsheet. Download it as CSV.
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
