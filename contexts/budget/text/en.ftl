# What the budget room says.

# Measures
budget-measure-pia = PIA (opening budget)
budget-measure-modifications = Modifications
budget-measure-pim = PIM (modified budget)
budget-measure-certified = Certified
budget-measure-committed_annual = Annual commitment
budget-measure-committed_monthly = Monthly commitment
budget-measure-accrued = Accrued
budget-measure-paid = Drawn
budget-measure-disbursed = Paid

# Dimensions
budget-dimension-year = Year
budget-dimension-month = Month
budget-dimension-level = Level of government
budget-dimension-entity = Entity
budget-dimension-sector = Sector
budget-dimension-pliego = Budget entity (pliego)
budget-dimension-sec_ejec = Executing unit (SEC_EJEC)
budget-dimension-ejecutora = Executing unit number
budget-dimension-department = Department of the seat
budget-dimension-province = Province of the seat
budget-dimension-district = District of the seat
budget-dimension-meta_department = Department that benefits
budget-dimension-meta_province = Province that benefits
budget-dimension-meta_district = District that benefits
budget-dimension-goal_sequence = Goal sequence
budget-dimension-programme = Budget programme
budget-dimension-kind = Product or project (kind)
budget-dimension-product = Product / project
budget-dimension-activity_kind = Activity kind
budget-dimension-activity = Activity
budget-dimension-function = Function
budget-dimension-division = Functional division
budget-dimension-group = Functional group
budget-dimension-goal = Goal
budget-dimension-purpose = Purpose
budget-dimension-source = Funding source
budget-dimension-rubro = Rubro
budget-dimension-resource_type = Resource type
budget-dimension-category = Expenditure category
budget-dimension-transaction = Transaction
budget-dimension-generic = Generic
budget-dimension-subgeneric = Subgeneric
budget-dimension-subgeneric_detail = Subgeneric detail
budget-dimension-specific = Specific
budget-dimension-specific_detail = Specific detail
budget-dimension-target_unit = Unit of measure
budget-dimension-target_annual = Physical target (year)
budget-dimension-target_semester = Physical target (semester)
budget-dimension-progress_annual = Physical progress (year)
budget-dimension-progress_semester = Physical progress (semester)

# Deliveries, repairs, findings
budget-total = Total
budget-progress = Progress %
budget-absent = not reported
budget-delivery = Delivery { $number }
budget-superseded = superseded
budget-partial = partial: { $rows } rows refused
budget-already-delivered = Already delivered: it is delivery { $number }; nothing is recorded again.
budget-rule-pia_plus_modifications_is_pim = PIA plus modifications is not the PIM
budget-rule-year_is_sum_of_months = The figure of the year is not the sum of its months
budget-rule-paid_within_accrued = Drawn exceeds accrued over the year
budget-rule-disbursed_within_paid = Paid exceeds drawn over the year
budget-rule-accrued_within_committed_annual = Accrued exceeds the annual commitment
budget-rule-committed_annual_within_certified = Annual commitment exceeds the certificates
budget-rule-certified_within_pim = Certificates exceed the PIM
budget-repair-enye = Ñ arrived as ¥
budget-repair-district_name = Name of the district by its UBIGEO
budget-repair-local_sector = Blank sector of a local government
budget-repair-local_pliego = Blank pliego of a local government
budget-month-00 = Budget of the year

# Coverage
budget-coverage-claimed = Claimed
budget-coverage-shared = Shared
budget-coverage-unclaimed = Unclaimed
budget-coverage-over_claimed = Over-claimed
budget-coverage-total = Treasury total
budget-coverage-estimated = Of which estimated
budget-coverage-money-without-objective = Money without an objective
budget-coverage-objectives-without-money = Objectives without money
budget-coverage-none = No objective
budget-unfunded-no_claim = Nobody has said which money is its own
budget-unfunded-no_money = What is attributed to it has no money in the period
budget-basis-exact = exact
budget-basis-rule = by rule
budget-basis-estimate = estimate
budget-nav-explorer = Budget
budget-nav-coverage = Coverage
budget-nav-deliveries = Deliveries

# Columns
budget-column-pia = PIA
budget-column-modifications = Modifications
budget-column-pim = PIM
budget-column-certified = Certificación
budget-column-committed_annual = Compromiso anual
budget-column-committed_monthly = Monthly commitment
budget-column-accrued = Devengado
budget-column-paid = Girado
budget-column-disbursed = Pagado
budget-meaning-pia = Opening budget: as approved when the year began
budget-meaning-pim = Modified budget: what there is to spend after the changes of the year
budget-measure = Measure
budget-dimension = Dimension
budget-no-code = (no code in the source)
budget-also-called = also “{ $name }” ({ $years })
budget-own-page = page
budget-name-of = { $what }: name
budget-begins = codes that begin with { $prefix }

# Explorer
budget-explorer = Budget
budget-explorer-lead = How much public money there is and how much of it is spent, to the céntimo, by the files that the State delivered. Choose a row to see what it is made of, or ask another of the six questions about the same money.
budget-trail = Steps taken and the money at each
budget-whole-year = All that is delivered of { $year }
budget-whole = All years delivered
budget-none = nothing
budget-chosen = Conditions chosen
budget-without = remove
budget-questions = Six questions about this money
budget-question-who = Who spends?
budget-question-what = What for?
budget-question-how = On what kinds of expense?
budget-question-source = From what source?
budget-question-where = Where?
budget-question-when = When?
budget-way-level = Level of government
budget-way-sector = Sector
budget-way-entity = Entity
budget-way-sec_ejec = Executing unit
budget-way-programme = Budget programme
budget-way-product = Product / project
budget-way-activity = Activity
budget-way-purpose = Purpose
budget-way-function = Function
budget-way-division = Functional division
budget-way-group = Functional group
budget-way-category = Expenditure category
budget-way-generic = Generic
budget-way-subgeneric = Subgeneric
budget-way-subgeneric_detail = Subgeneric detail
budget-way-specific = Specific
budget-way-specific_detail = Specific detail
budget-way-source = Source
budget-way-rubro = Rubro
budget-way-resource_type = Resource type
budget-way-department = Department of the seat
budget-way-province = Province of the seat
budget-way-district = District of the seat
budget-way-meta_department = Department that benefits
budget-way-meta_province = Province that benefits
budget-way-meta_district = District that benefits
budget-way-month = Month
budget-way-year = Year
budget-mix = Cross classifications, sort, or filter by code
budget-by-none = —
budget-by-first = List by
budget-by-second = and by
budget-by-third = and also by
budget-sort = Sort by
budget-sort-code = Code
budget-with = Only where
budget-with-code = has this code or these words
budget-caption-year = { $by }, { $year } (in soles)
budget-caption = { $by } (in soles)
budget-total-of = { $n ->
    [one] Total of { $n } row
   *[other] Total of { $n } rows
 }
budget-exact = The same codes and amounts as “quipu budget” writes them (CSV)
budget-note-month = PIA and PIM are of the year and stand in the row “Budget of the year”. The progress of a month is its devengado over the PIM of the year; where a source gives a figure for the whole year alone, it stands in that row too.
budget-note-places = There are two places: the seat is where the office that spends is; the place that benefits is where what is spent arrives. They do not sum to the same.
budget-note-pia = The PIA is zero: this money came into the budget after it was approved.
budget-note-years = These figures sum different years. Choose a year to see one alone.
budget-nothing-delivered = There is no delivery yet. Whoever runs the system brings one in with “quipu import budget FILE”.
budget-nothing-in-year = Nobody has delivered files of { $year }. The years delivered are: { $years }. Choose one above.
budget-nothing-such = No row of the budget meets these conditions: the code may not exist that year, or nobody spends on that combination. Remove a condition, check the code, or change the year.
budget-goals-heading = What this money was to achieve and how much is achieved
budget-goals-lead = Physical targets that the entity itself reports in its SIAF report, beside their money. A target counts once and is never summed with others.
budget-goals = Physical targets
budget-goals-left-out = Shown are the { $shown } with most PIM, of { $total }. The CSV has them all.
budget-goal = Year · unit · sequence
budget-goal-target = Target of the year
budget-goal-progress = Progress reported
budget-goal-percent = Physical progress %
budget-sources-lead = These deliveries answered for the money on this page. Their parts sum to the total of the table.
budget-sources = Deliveries that answer
budget-command = The same question at the command line, with the same answer:
budget-refused-dimension = “{ $value }” is no classification of the budget. Use one of these: { $choices }.
budget-refused-measure = “{ $value }” is no measure of the budget. Use one of these: { $choices }.
budget-refused-condition = “{ $value }” is no condition. Write it as classification=code, for example { $choices }.
budget-refused-twice = “{ $value }” is asked for twice. Name it once.
budget-refused-by-many = A table takes up to { $max } classifications at once.
budget-refused-where-many = Those are too many conditions: use up to { $max } classifications.
budget-refused-delivery = There is no delivery { $number }, or it had not arrived by the date you are looking at.
budget-refused-coverage-by = Coverage is not listed by “{ $value }”. Use entity, objective, territory, seat, programme, sector or year.

# Pages of deliveries
budget-deliveries = Deliveries
budget-deliveries-lead = Every budget file that has arrived, as it arrived. None is changed or erased: where a better one arrives, it answers in its place and the earlier stays here. By the SHA-256 you can check that your copy is the same.
budget-deliveries-none-in-year = No delivery is of that year. Remove the year to see them all.
budget-delivery-column = Delivery
budget-state = State
budget-arrived = Recorded on
budget-source-column = Delivered by
budget-layout = Layout
budget-rows = Rows
budget-refused = Refused rows
budget-units = Executing units
budget-units-answering = Answers for (units)
budget-digest = SHA-256
budget-units-note = executing units and years, each with one delivery that answers
budget-superseded-count = { $n ->
    [0] none superseded
   *[other] { $n } superseded
 }
budget-refused-count = { $n ->
    [0] none refused
   *[other] { $n } refused
 }
budget-answers = answers
budget-answers-in-part = answers in part
budget-delivery-lead = What this file brought, what was doubted of it and what was repaired, with the original.
budget-shrunk = This file holds less than the one it replaces. It was accepted for this reason: { $reason }
budget-file = File
budget-entry = Entry of the public record
budget-month-last = Last month with spending
budget-answers-for = { $n } of { $units } ({ $year })
budget-digest-file = SHA-256 of the file
budget-digest-rows = SHA-256 of what is stored
budget-reconcile-this = Check to the céntimo that what is stored is what was delivered
budget-compare-with = Compare with delivery { $number }, the one before of the same
budget-control-lead = What each measure came to when the file was read. A negative amount is a reversal: counted, not refused.
budget-control-total = Sum when read (S/)
budget-control-totals = Control totals
budget-negatives = Rows with a negative amount
budget-findings-heading = Doubts
budget-findings-lead = What does not add up in the file itself. It is told and kept all the same: to correct it is up to its source.
budget-no-findings = No doubt: the phases of spending are in order and the sums add up.
budget-finding = What does not add up
budget-finding-count = Times
budget-first-line = First line of the file
budget-findings = What does not add up
budget-repairs-heading = Repairs
budget-repairs-lead = Texts that arrived damaged or blank and are shown otherwise, by written rules. Amounts are never touched.
budget-no-repairs = Nothing was repaired: all is shown as it arrived.
budget-repairs = Repairs by rule
budget-repair-rule = Rule
budget-repair-texts = Different texts
budget-repair-examples = What arrived and what is shown
budget-repair-dimension = Where
budget-original = Arrived
budget-repaired = Shown
budget-blank = (blank)
budget-repairs-left-out = { $n ->
    [one] One more repair is in the CSV.
   *[other] Another { $n } repairs are in the CSV.
 }
budget-refused-heading = Rows that were not taken
budget-refused-lead = The file was taken without them because it was so asked. Their money is in no sum.
budget-line = Line
budget-refused-column = Column
budget-refused-value = Value
budget-refused-reason = Why

# Compare
budget-compare = Compare two deliveries
budget-compare-link = Compare two deliveries
budget-compare-lead = What changed from one file to the other: new lines, lines that are gone, different amounts. A line is one whole classification, all its months together.
budget-compare-old = The earlier
budget-compare-new = The later
budget-compare-choose = Choose two deliveries and press the button. Usually one compares today's with the last of the same layout.
budget-compare-same = Both say the same: no line differs.
budget-compare-unlike = These deliveries have different layouts: a classification that one layout lacks makes a line look like another.
budget-lines-added = Lines added
budget-lines-gone = Lines gone
budget-lines-changed = Lines with another amount
budget-rows-new = the later file has { $n } rows
budget-rows-old = the earlier had { $n } rows
budget-difference = Difference
budget-compare-measures = Amounts by measure (in soles)
budget-compare-lines = Lines that differ (in soles)
budget-compare-lines-lead = The largest change first. Each amount is what the line has more (or less) in the later. The CSV has every classification.
budget-line-change = Line
budget-line-added = added
budget-line-gone = gone
budget-line-changed = changed
budget-change-of = Change of { $measure }

# Reconciliation
budget-reconciliation = Reconciliation
budget-reconcile-link = Check to the céntimo that what is stored is what was delivered
budget-reconcile-lead = What the system shows must sum to what the file that arrived does. Here the original file is read again, with another reader of numbers, and compared with what is stored: in total and in every classification. The result is computed when the page is opened, never kept.
budget-reconcile-zero = Delivery { $number }: 0 céntimos of difference in { $checks } comparisons. { $n ->
    [0] All adds up.
   *[other] { $n }
 }
budget-reconcile-differs = Delivery { $number }: { $n } of { $checks } comparisons differ. Below one sees which; do not use these figures until it is cleared up.
budget-reconcile-large = Delivery { $number } is too large to be read again while one waits for a page. At the command line: quipu reconcile
budget-reconcile-unreadable = The original file of delivery { $number } cannot be read as it was: { $reason }
budget-zero-centimos = 0 céntimos
budget-centimos = { $n } céntimos
budget-source-total = The file
budget-stored-total = What is stored
budget-reconcile-totals = By measure (in soles)
budget-reconcile-levels = Difference by classification
budget-reconcile-where = Measures that differ
budget-reconcile-levels-lead = The sum of the groups of each classification against the file.
budget-reconcile-rollup = Sums kept: { $name }
budget-rollup-goals = goals
budget-rollup-means = means and sources
budget-rollup-classifier = expenditure classifier
budget-rollup-months = months
budget-rollup-programmes = programmes
budget-rollup-state = the whole state
budget-rollup-units = executing units
budget-reconcile-choose = Choose a delivery
budget-reconcile-action = Check
budget-reconcile-do = Read delivery { $number } again and compare

# Page of coverage
budget-coverage = Coverage: which money has an objective behind it
budget-coverage-lead = Of every sol of the budget, how much the plans say is for one of their objectives. What nobody claims and what several claim is shown, not hidden.
budget-coverage-nothing = No money of that year is delivered. Choose another year above.
budget-coverage-identity = { $difference ->
    [0] Claimed { $claimed } + shared { $shared } + unclaimed { $unclaimed } = { $treasury }, the treasury total. Difference: 0 céntimos.
   *[other] Claimed { $claimed } + shared { $shared } + unclaimed { $unclaimed } do not sum to the treasury total, { $treasury }: they are { $difference } céntimos apart. It is a defect of the system.
 }
budget-coverage-over = Beside that, the plans claim { $money } that does not exist: more than 100% of some rows. The excess is shown apart and is in no sum.
budget-coverage-by = List by
budget-coverage-by-entity = Entity
budget-coverage-by-objective = Objective
budget-coverage-by-programme = Budget programme
budget-coverage-by-sector = Sector
budget-coverage-by-territory = Department that benefits
budget-coverage-by-seat = Department of the seat
budget-coverage-by-year = Year
budget-coverage-caption = Coverage by { $by }: { $measure } (in soles)
budget-coverage-percent = With an objective %
budget-gaps-lead = Nobody has said which objective it is for. Choose a row to see what it is spent on; planners can claim it in their next file of claims.
budget-gaps-left-out = Shown are { $shown } of { $total }. The CSV has them all.
budget-unfunded-lead = { $n ->
    [0] No objective of the plans in force is without money.
    [one] One objective of the plans in force has no money. There are two reasons, with two remedies: nobody has said which money is its own, or what is attributed to it has no money that year.
   *[other] { $n } objectives of the plans in force have no money. There are two reasons, with two remedies: nobody has said which money is their own, or what is attributed to them has no money that year.
 }
budget-unfunded-why = Why
budget-objective-title = Objective: name
budget-matter = Sample
budget-refused-words-many = “{ $words }” stands in { $n } names; { $max } fit. Write more words.
budget-compare-large = These deliveries are too large to be compared while one waits for a page. At the command line: quipu deliveries diff
budget-units-told = { $n ->
    [one] Of { $year }, { $n } executing unit has told; the others are not in these figures.
   *[other] Of { $year }, { $n } executing units have told; those that have not are not in these figures.
 }

# Datasets
budget-dataset-deliveries = Budget deliveries
budget-dataset-deliveries-about = Each execution file received, with its digest.
budget-dataset-delivery-units = Units of each delivery
budget-dataset-delivery-units-about = Of which units and years each delivery tells.
budget-dataset-delivery-totals = Control totals
budget-dataset-delivery-totals-about = Totals counted while each delivery was read.
budget-dataset-budget-names = Names of codes
budget-dataset-budget-names-about = Names of budget codes as each delivery bore them.
budget-dataset-delivery-rollups = Sums
budget-dataset-delivery-rollups-about = Sums of a delivery by chosen columns, made when it arrived, from which most questions are answered.
budget-dataset-delivery-repairs = Repairs
budget-dataset-delivery-repairs-about = What was repaired while reading, with the original.
budget-dataset-delivery-refusals = Refused rows
budget-dataset-delivery-refusals-about = Rows left out of a partial delivery, and why.
budget-dataset-delivery-findings = Findings in deliveries
budget-dataset-delivery-findings-about = Rules that the figures of a delivery do not keep.
budget-dataset-claims = Claims
budget-dataset-claims-about = Which plan element claims which budget rows, and how much.
budget-dataset-budget-rows = Budget execution
budget-dataset-budget-rows-about = Money by year, unit, category, function, source, expenditure and place, from the deliveries that answer: no sol twice.
budget-field-file-name = Name under which the file arrived
budget-field-layout = Layout of the file
budget-field-precedence = Which layout answers where two tell of the same money: the lowest
budget-field-month-last = Last month with spending
budget-field-parquet = SHA-256 of the stored rows
budget-field-refused-count = How many rows were left out
budget-field-shrunk-reason = Why a file that holds less was accepted
budget-field-fiscal-year = Fiscal year
budget-field-pim = PIM in soles
budget-field-accrued = Accrued (devengado) in soles
budget-field-measure = Measure: PIA, PIM, accrued…
budget-field-total = Total in soles
budget-field-negative-count = How many rows hold a reversal
budget-field-rollup = Which sums
budget-field-dimensions = By what the rows were summed
budget-field-within = Codes within which the name holds
budget-field-rule = Rule
budget-field-original = What the source wrote
budget-field-repaired = What is shown instead
budget-field-position = Order of the refusal
budget-field-line = Line of the file
budget-field-column-name = Column of the refused value
budget-field-reason = Why it was refused
budget-field-finding-count = How often
budget-field-first-line = Where first seen
budget-field-claims-element = Plan element that claims, as PLAN/ELEMENT
budget-field-pattern = Which rows it claims: column=code;…
budget-field-share = Which share of those rows, from 0 to 1
budget-field-basis = How good it is: exact, by rule or estimated
budget-field-claimed-by = Post that says so
budget-field-rationale = Why the money is that element's
budget-api-cut-budget = Money by any combination of dimensions
budget-api-cut-budget-about = Sums the measures by the codes of “by”, over the rows that meet the filters: each dimension is a parameter, with a code or a prefix followed by *. Several codes of one dimension: any of them. No sol is counted twice.
budget-api-cover-budget = How much of the money has an objective behind it
budget-api-cover-budget-about = Claimed + shared + unclaimed is the treasury total of the same rows, to the céntimo; what is over-claimed stands beside.
budget-api-year = Fiscal year; without it, all that are known
budget-api-by = By which dimensions to sum; without any, one total
budget-api-by-many = Here sums are by { $max } dimensions at most; the bulk files have every column.
budget-api-across = year: the fiscal years side by side, of one measure (the PIM where none is named), with the change between the first and the last and the years without data. Without year, and not by year. Example: /api/v1/budget?by=level&measure=accrued&across=year answers accrued_in_2020, accrued_in_2025, change_2020_2025, change_percent_2020_2025 and years_without_data
budget-api-measure = Which measures; without any, the usual ones
budget-api-coverage-by = What it is split by; without it, by entity
budget-field-code = Code of what it is split by; empty: money that has none
budget-field-claimed = Claimed by one objective alone, in soles
budget-field-shared = Claimed by several, divided without counting it twice, in soles
budget-field-unclaimed = With no objective behind it, in soles
budget-field-over-claimed = Claimed beyond what there is, in soles
budget-field-country = Country (ISO 3166-1)

# Map
budget-nav-map = Map
budget-map = Money on the map
budget-map-lead = Where the bodies that spend have their seat, or which place benefits: these are two questions. Press a place to see its page.
budget-map-side = Place
budget-map-seat = Seat of the entity that spends
budget-map-benefit = Place that benefits
budget-map-level = Level
budget-map-by-department = Department
budget-map-by-province = Province
budget-map-by-district = District
budget-map-see-department = by department
budget-map-see-province = by province
budget-map-see-district = by district
budget-map-national = National level
budget-map-national-apart = apart
budget-map-national-together = added
budget-map-country = The whole country
budget-map-within = Within
budget-map-per = How it is measured
budget-map-per-none = Total amount
budget-map-per-head = Per head
budget-map-show = Show
budget-map-of-others = regional and local governments
budget-map-of-all = the three levels of government
budget-map-seat-department = department of the seat
budget-map-seat-province = province of the seat
budget-map-seat-district = district of the seat
budget-map-benefit-department = department that benefits
budget-map-benefit-province = province that benefits
budget-map-benefit-district = district that benefits
budget-map-unit = in { $currency }
budget-map-unit-head = in { $currency } per head
budget-map-title = { $within }: { $measure } { $year } of { $whose }, by { $where }, { $unit }
budget-map-description = The places with most: { $most }. The table that follows has all of them.
budget-map-choose-department = Districts are drawn department by department: choose one in the map or in the table.
budget-map-level-not-told = The deliveries that answer do not tell the place that benefits at this level ({ $level }). What the source does not divide is not divided here: see the level of department.
budget-map-national-note = The national government spends from its seats, nearly all in the capital, for the whole country: that money is not the place's of the seat, and stands apart.
budget-map-population = Population of the register of places, the same for every year. Source: { $source }.
budget-map-drawn = Money on the map
budget-map-national-money = National level
budget-map-national-money-note = not in the colours of the map
budget-map-others = Regional and local
budget-map-no-place = No place in the source
budget-map-no-place-note = the file does not tell the place at this level
budget-map-not-in-register = { $code } (not in the register)
budget-map-code = Code
budget-map-people = Population
budget-map-explore = The same money in the explorer
budget-map-thousands = { $n } k
budget-map-millions = { $n } M
budget-map-milliards = { $n } bn

# Execution gap
budget-nav-gap = Gap
budget-gap = Gap between money and work
budget-gap-lead = How much of the budget has been spent, beside how much of the work has been done, the widest gap first. Of goals with a physical target alone: the rest is left out and named.
budget-gap-by = See by
budget-gap-by-goal = Goal
budget-gap-by-programme = Programme
budget-gap-by-entity = Entity
budget-gap-financial = Financial progress
budget-gap-physical = Physical progress
budget-gap-points = Gap (points)
budget-gap-words = Financial { $financial } · physical { $physical } · gap { $gap } points
budget-gap-goals = Goals
budget-gap-units = Unit
budget-gap-measured = With both figures
budget-gap-measured-note = { $n ->
    [one] of one goal with a physical unit
   *[other] of { $n } goals with a physical unit
}
budget-gap-out-money = Left out: money without a physical target
budget-gap-out-money-note = PIM of rows that name no unit of measure
budget-gap-out-goals = Left out: nothing to compare
budget-gap-out-goals-note = physical target or PIM zero or not reported
budget-gap-mixed = { $n ->
    [one] one goal, not comparable
   *[other] { $n } goals, in different units: not added
}
budget-gap-table = Financial and physical progress, { $year }
budget-gap-none = No delivery of { $year } reports physical targets. The expenditure report that each entity downloads from SIAF does. Years that have them: { $years }.
budget-gap-none-ever = No delivery known reports physical targets. The expenditure report that each entity downloads from SIAF does.
budget-gap-how = Financial progress is accrued over PIM; physical progress, what was done over the annual target. Of several goals the sums are divided, percentages are never averaged, and only quantities of one unit are added.
budget-gap-over = Progress over 100% is shown as the source gives it.
budget-gap-zero = Every goal compared has zero physical progress in the source: it may be that nothing was done or that nothing was recorded. The source does not tell which.
budget-gap-left-out = Here are the { $shown } widest gaps of { $total }; the file has all of them.
budget-gap-chart = Full disc: financial. Empty diamond: physical. The bar between them is the gap; the upright line, 100%.

# Money in other words
budget-as = Show in:
budget-as-soles = soles
budget-as-share = shares of the total
budget-as-per-head = soles per inhabitant
budget-as-constant = constant soles
budget-as-soles-note = Soles of each year.
budget-as-share-note = Each share is of the total listed, rounded once, with six decimals in files: their sum can differ slightly from 100. The last column, where there is one, is of what there was one step before.
budget-as-per-head-note = Money over the inhabitants of the row’s place; where there is none, of the country. Bodies that govern no place have no inhabitants: a dash is shown, no zero. Population: { $source }.
budget-as-constant-note = Soles of { $base }: each year is taken to the prices of { $base } by chained inflation. Each figure, also that of the total, is made of exact amounts and rounded once, to the céntimo: the total is the same however it is listed, and the sum of the rows can differ from it by half a céntimo a row. The deliveries below are in soles of their year. Source: { $source }.
budget-as-column-share = { $measure }, % of the total
budget-as-column-parent = { $measure }, % of the step before
budget-as-column-population = Inhabitants
budget-as-column-per-head = { $measure } per inhabitant
budget-as-column-constant = { $measure }, soles of { $year }
budget-refused-prices = There are no prices of { $year }: they are known from { $first } to { $last }.
budget-note-before = There are no data before { $year }.
budget-refused-as-unknown = The country’s tables known then hold no prices or population to show it so.
budget-source-told = { $source }, { $rows } rows, { $repaired } of them with something repaired
budget-source-more = { $n ->
    [one] and one delivery more
   *[other] and { $n } deliveries more
}
budget-called-until = until { $years }: “{ $name }”
budget-called-from = from { $years } on: “{ $name }”
budget-rows-after = { $n ->
    [one] … and 1 more row
   *[other] … and { $n } more rows
 }
budget-rows-before = { $n ->
    [one] … 1 row before these
   *[other] … { $n } rows before these
 }
budget-rows-amount = { $amount } of { $measure }
budget-rows-amount-year = { $amount } of { $measure } in { $year }
budget-rows-next = The next rows
budget-rows-back = The rows before
budget-rows-file = All rows as CSV
budget-no-data-before = No data before { $year }: no delivery tells of an earlier fiscal year.
budget-no-data-of = No data of { $years }: no delivery tells of them.
budget-across-enter = Compare years side by side
budget-across-leave = One year alone
budget-across-measure = Compare:
budget-across-caption-soles = { $by }: { $measure }, year beside year (soles of each year)
budget-across-caption = { $by }: { $measure }, year beside year
budget-across-change = Change { $first }–{ $last }
budget-across-change-percent = Change { $first }–{ $last }, %
budget-across-change-points = Change { $first }–{ $last }, points
budget-across-without = Years without data
budget-across-no-data = no data
budget-across-no-price = no prices
budget-across-units = The years are not told by the same executing units ({ $list }): part of a change may be only that.
budget-across-note = The change is that between the first and the last year with a total, of the rows that have a figure in both. To compare only some years, add the condition Year.
budget-across-note-dash = –: the deliveries of that year hold none of this money.
budget-across-note-no-data = No data: no delivery tells of that body, unit or place in that year. It is not zero.
budget-across-note-heads = All years are divided by one population, the one that the register holds: { $source }. It is not that of each year, which no table of the country has; where population grew, years before it look smaller than they were per person.
budget-refused-across-by = The years stand side by side already: list by something other than the year.
budget-refused-across-year = A comparison is of several years: leave the year out of the address, or ask for some with the condition Year.
budget-peers = Beside its peers
budget-peers-lead = The same money of those that the country compares with each other, by a rule that is stated.
budget-peers-back = Back to the budget
budget-peers-way = Compare with its peers
budget-peers-with = Peers:
budget-peers-rule = { $n ->
    [one] { $cohort }: the register holds nobody else to compare with.
   *[other] { $cohort }: { $n } in the register.
 }
budget-peers-told = { $told ->
    [0] No delivery tells of any of them in { $year }.
    [one] Deliveries tell of 1 of them in { $year }.
   *[other] Deliveries tell of { $told } of them in { $year }.
 }
budget-peers-unit = The executing unit { $code } spends for { $name }: compared is the body.
budget-peers-why = By what rule: { $source }. Applied since { $from }.
budget-peers-why-until = By what rule: { $source }. Applied from { $from } to { $to }.
budget-peers-shared = Compared is only the money that meets these conditions, in all of them:
budget-peers-caption = { $cohort }, { $year } (in soles)
budget-peers-peer = Peer
budget-peers-name = Name
budget-peers-asked = Asked for
budget-peers-has-told = There are data of the year
budget-peers-yes = yes
budget-peers-no = no
budget-peers-this = asked for
budget-peers-none = none
budget-peers-median = Median
budget-peers-median-is = median of its peers: { $value }
budget-peers-note-median = The median is that of those with a figure, column by column, the one asked for among them. Of an even number it is the lower of the two in the middle: always a figure of somebody, never an average.
budget-peers-note-how = To differ from the median is no fault: peers differ in what they must do, in what they receive and in when they receive it.
budget-peers-note-population = Inhabitants are those of the place that each governs, or is. Population: { $source }.
budget-peers-unknown = The register does not hold “{ $name }” in that year. Check the code, or change the year.
budget-peers-no-cohort = The country’s tables do not say with whom “{ $name }” is compared.
budget-peers-no-rules = The country’s tables known then do not say who is compared with whom.
budget-peers-refused-subject = A comparison is of one body, executing unit or place: name exactly one, for example where=entity=R:99-461 or where=department=24.
budget-peers-heading = { $name } beside its peers
