# Words for the status of an indicator
status-achieved = Achieved
status-on_track = On track
status-behind = Behind
status-off_track = Off track
status-not_due = Not due yet
status-overdue = Value overdue
status-no_method = No method
status-no_target = No target
status-not_comparable = Not comparable
status-frozen_by_source = Source stopped
status-not_available = No value, with a reason

accumulation-stock = Level (the last one counts)
accumulation-flow = Flow (each period alone)
accumulation-cumulative = Sum over the horizon
accumulation-capacity = Increment over the baseline
accumulation-reduction = Fall from the baseline
accumulation-annual_reduction = Fall against the year before

sense-increase = Should rise
sense-decrease = Should fall
sense-at_least = At least
sense-at_most = At most
sense-within = Within a band

aggregation-sum = Sum of the parts
aggregation-ratio = Ratio of sums
aggregation-maximum = Largest of the parts
aggregation-minimum = Smallest of the parts
aggregation-none = Measured on its own

group-kind-sex = Sex
group-kind-area = Area
group-kind-ethnicity = Ethnicity
group-kind-age = Age

card-level-specific_result = Specific result
card-level-product = Product

# Explanation
explained-expected-stated = The target for { $period } is { $value }.
explained-expected-interpolated = { $value } is expected for { $period }: straight line between two milestones, { $months_done } of { $months_total } months.
explained-band = between { $low } and { $high }
explained-measured = The last comparable value is { $value }, of { $period } (up to { $date }).
explained-progress = { $done } of the { $due } due was done: { $percent } %.
explained-thresholds = On track from { $on_track } %, behind from { $behind } % (rule { $version }).
explained-baseline = Baseline: { $value } in { $period }.
explained-approved = Approval of the targets: { $approved_by }.
explained-not-approved = Who approved the targets is not on record.
explained-due = The value for { $period } is owed by now.

# Reasons
reason-targets_missing = The indicator has no targets.
reason-targets_before_baseline = Every target ends with the baseline or before it.
reason-nothing_due_before = The first value, for { $period }, is owed on { $due_on }.
reason-path_not_begun = Without a baseline, the first target is that of { $first }.
reason-value_owed = The value for { $period } is missing; it was owed on { $due_on }.
reason-source_stopped = The source stopped publishing on { $on }.
reason-not_available = There is no value for { $period }, and whoever owes it says why: “{ $words }”
reason-scale_differs = The value is on another scale ({ $value }) than the targets ({ $targets }).
reason-scale_unstated = There are values on several scales and nobody has said on which the targets stand.
reason-target_met = The target of the period is met.
reason-met_early = The targets to come are met already.
reason-last_target_missed = The last target has passed without being met.
reason-no_change_due = No change was due: the expected value is a limit to hold.
reason-level_compared = Without a starting point the level itself is compared.
reason-moved_away = The value moved away from the target.

refusal-method_missing = The card does not say how the indicator is computed.
refusal-sense_missing = The card does not say whether the value should rise or fall; it is never guessed.
refusal-accumulation_missing = The card does not say how values accumulate over time.
refusal-sense_contradicts = Capacity only rises and a reduction only falls: sense and accumulation contradict each other.
refusal-baseline_missing = The baseline to measure from is missing.
refusal-count_start_missing = The first day of the sum is missing.
refusal-band_incomplete = The band for { $periods } needs both its values, the lower first.
refusal-target_repeated = Two targets end on the same day: { $periods }.
refusal-target_length_mixed = Targets of a flow must have one length, not shorter than the reporting period: { $periods }.
refusal-observation_repeated = There are two values for { $periods }.
refusal-periods_missing = Values are missing for { $periods }.
refusal-overflow = A number goes beyond 28 digits.
refusal-division_by_zero = Division by zero.
refusal-not_aggregable = Values of this indicator are not added up over territories.
refusal-parts_missing = { $missing } of { $expected } territories are missing.
refusal-terms_disagree = The value of a part is not the ratio of its numerator and denominator.
refusal-scales_mixed = The parts of { $periods } are on different scales.
refusal-terms_missing = The numerator or denominator of a part is missing.

# The thread at a terminal
thread-asked = Money: { $year }. Plans and indicators judged on { $on }.
thread-all-years = all years
thread-element = element
thread-pim = PIM
thread-accrued = accrued
thread-percent = progress
monitoring-nav-indicators = Indicators

# Money of an element
monitoring-refused-no-rules = No rule for judging indicators was in force on { $date }. Choose a later year.
monitoring-unjudged = Not judged
monitoring-money-shared = Of it, { $amount } is shared by several objectives.
monitoring-money-estimated = Of it, { $amount } is an estimate.
monitoring-money-over-claimed = A further { $amount } was claimed that already belonged to others: over-claimed, not added.

# The thread
monitoring-judged-on = Plans and indicators judged on { $date }.
monitoring-thread-future-central = Comes from the central scenario for { $year }:
monitoring-thread-future = Comes from a scenario for { $year }:
monitoring-thread-above = Upward: what it serves
monitoring-thread-ways-left-out = { $n ->
    [one] { $n } more way is not shown.
   *[other] { $n } more ways are not shown.
 }
monitoring-thread-below = Downward: how it is done
monitoring-thread-how = Open each level to see which money it claims and how its indicators stand.
monitoring-thread-nothing-below = Nothing hangs from this element: no recorded plan says that it works for it.
monitoring-money-none = No money
monitoring-figure-pim-note = Budget of { $year } attributed to this objective and to what hangs from it
monitoring-figure-accrued-note = Expenditure accrued in { $year }
monitoring-indicators-counted = { $n ->
    [one] { $n } indicator:
   *[other] { $n } indicators:
 }
monitoring-column-depth = Level
monitoring-column-element = Code
monitoring-column-kind = Kind
monitoring-column-title = Title
monitoring-column-results = Status of indicators
monitoring-column-claims = Money it claims
monitoring-below-axis = { $n ->
    [one] { $n } axis
   *[other] { $n } axes
 }
monitoring-below-vision = { $n ->
    [one] { $n } vision
   *[other] { $n } visions
 }
monitoring-below-objective = { $n ->
    [one] { $n } objective
   *[other] { $n } objectives
 }
monitoring-below-action = { $n ->
    [one] { $n } action
   *[other] { $n } actions
 }
monitoring-below-activity = { $n ->
    [one] { $n } activity
   *[other] { $n } activities
 }
monitoring-node-money = PIM { $pim }; accrued { $accrued }; progress { $percent }.
monitoring-node-open = See its thread
monitoring-node-claims = Money it claims
monitoring-node-see-money = See this money in the budget
monitoring-node-indicators = Its indicators
monitoring-claim = { $share }% of: { $what }. Attribution: { $basis }, stated by post { $by }.
monitoring-claim-all = the whole budget
monitoring-claim-prefix = that begins with { $prefix }
monitoring-lead = (lead indicator)
monitoring-last-value = Last value: { $value } ({ $period }).
monitoring-no-value = No value that can be compared.

# Home
monitoring-home-title = What the state promises, funds, spends and achieves
monitoring-home-lead = Every objective of the country with the money that sustains it and the results that measure it, on one thread that anyone can follow and check.
monitoring-home-funded = Funds: PIM
monitoring-home-funded-note = Modified budget that is known
monitoring-home-spent = Spends: accrued
monitoring-home-spent-note = Expenditure accrued up to the last cut
monitoring-home-progress = Progress
monitoring-home-progress-note = Accrued over PIM
monitoring-home-with-objective = Money with an objective
monitoring-home-with-objective-note = Part of the PIM that some plan claims
monitoring-home-scope = This is not the whole budget of the state: it is the { $year } expenditure of { $units } executing units, as told by the deliveries received: { $files }. That expenditure is real. Plans marked as samples are not, nor is what they claim of that money.
monitoring-home-no-money = No money of { $year } is known: no delivery received tells of that year. Choose another year.
monitoring-home-results = Achieves: the indicators
monitoring-home-results-says = Each status is explained step by step on the indicator's page.
monitoring-home-national = Promises: the national objectives
monitoring-home-national-says = Open an objective to follow its thread: the plans that hang from it, its money and its results. The same money may serve several objectives: the figures of two objectives do not add up.
monitoring-home-no-plan = No national plan is recorded yet. Import it with “quipu import plan”.
monitoring-home-objective-no-money = No money attributed
monitoring-home-plans = { $n ->
    [0] No plan hangs from it
    [one] { $n } plan hangs from it
   *[other] { $n } plans hang from it
 }
monitoring-home-doors = Follow the money
monitoring-home-door-who = Who spends?
monitoring-home-door-who-says = By public entity
monitoring-home-door-what = On what?
monitoring-home-door-what-says = By budget programme
monitoring-home-door-where = Where?
monitoring-home-door-where-says = By department that benefits
monitoring-home-door-when = When?
monitoring-home-door-when-says = Month by month
monitoring-home-search = Search
monitoring-home-search-entity = Find an entity
monitoring-home-search-territory = Find a department, province or district
monitoring-home-proofs = What is missing, and where it comes from
monitoring-home-findings = Findings in plans
monitoring-home-findings-says = { $n ->
    [one] { $n } finding: something is not as the rules ask
   *[other] { $n } findings: something is not as the rules ask
 }
monitoring-home-coverage = Coverage
monitoring-home-coverage-says = { $n ->
    [one] { $n } objective without money, and money without an objective
   *[other] { $n } objectives without money, and money without an objective
 }
monitoring-home-deliveries = Deliveries
monitoring-home-deliveries-says = { $n ->
    [one] { $n } file answers for this year's figures
   *[other] { $n } files answer for this year's figures
 }
monitoring-home-nothing = There is nothing to show yet on the date you are looking at. Whoever runs the system can load a country with “quipu init”; if you are looking at a past date, go back to what is known today.

# The indicator
monitoring-indicator = Indicator
monitoring-indicator-thread = see the thread of { $code }
monitoring-indicator-judged = judged on { $date }
monitoring-indicator-why = Why
monitoring-indicator-json = Everything needed to recompute this status, as JSON
monitoring-indicator-places = In each territory
monitoring-indicator-places-left-out = { $n ->
    [one] { $n } more territory is not shown; it is in the list of indicators.
   *[other] { $n } more territories are not shown; they are in the list of indicators.
 }
monitoring-indicator-sources = Where the data come from
monitoring-indicator-card = What it measures: the card
monitoring-figure-last = Last value
monitoring-figure-expected = Expected
monitoring-figure-expected-note = By the targets, for that same period
monitoring-figure-done = Progress to the target
monitoring-figure-done-note = Of what was due by then
monitoring-none-comparable = No comparable value
monitoring-scale-unstated = scale not stated
monitoring-chart-says = Solid line: { $values } observed values. Dashed line: { $targets } points of baseline and targets.
monitoring-column-expected = Target or baseline
monitoring-column-note = Note
monitoring-column-change = History of the target
monitoring-column-rationale = Rationale
monitoring-column-group = Group
monitoring-column-value = Value
monitoring-column-source = Source
monitoring-column-quality = Quality and terms
monitoring-column-corrections = Corrections
monitoring-group-all = all people
monitoring-corrected = before { $value }, said on { $date }
monitoring-targets = Targets
monitoring-targets-none = This indicator has no targets for this territory: without a target there is nothing to judge.
monitoring-observations = What was observed
monitoring-observations-none = Nobody has delivered data for this indicator. Whoever answers for it can import them with “quipu import observations”.
monitoring-observations-left-out = { $n ->
    [one] { $n } more value is not shown; the CSV has all of them.
   *[other] { $n } more values are not shown; the CSV has all of them.
 }
monitoring-series = Series
monitoring-unit = Unit
monitoring-provenance = Provenance
monitoring-scale = Compares with
monitoring-frozen = The source stopped publishing on
monitoring-binding = Why it measures this indicator
monitoring-card-open = The card does not say
monitoring-card-method = Method of calculation
monitoring-card-justification = Justification
monitoring-card-relevance = Relevance
monitoring-card-limitations = Limitations
monitoring-card-post = Responsible post
monitoring-card-level = Level in the chain of results
monitoring-card-dimension = Dimension
monitoring-card-sense = Sense
monitoring-card-accumulation = Accumulation over time
monitoring-card-aggregation = Aggregation over territory
monitoring-card-periodicity = Periodicity
monitoring-card-source = Data source
monitoring-card-programme = Budget programme
monitoring-card-lead = Lead indicator
monitoring-periodicity-annual = annual
monitoring-periodicity-semester = every semester
monitoring-periodicity-quarter = quarterly
monitoring-periodicity-month = monthly
monitoring-change-set = recorded on { $date }
monitoring-change-withdrawn = withdrawn on { $date }
monitoring-change-raised = more demanding since { $date }
monitoring-change-lowered = less demanding since { $date }
monitoring-change-moved = changed on { $date }
monitoring-target-lowered = The target of { $period } was made less demanding on { $on }, when its result was already known ({ $known }).
monitoring-target-withdrawn = The target of { $period } was withdrawn on { $on }, when its result was already known ({ $known }).

# List of indicators
monitoring-indicators-lead = Every indicator of the plans that count, with its last value and its status. Choose one to see why it stands so.
monitoring-indicators-search = Name or code
monitoring-indicators-none = No indicators in what was known then. Load the country with “quipu init”, or choose another date.
monitoring-indicators-none-such = No indicator is as asked. Take a filter away to see more.
monitoring-column-serves = Serves
monitoring-column-territory = Territory

# Entity, territory, programme
monitoring-left-out = { $n ->
    [one] There is one more in the list.
   *[other] There are { $n } more in the list.
}
monitoring-lines-left-out = { $n ->
    [one] There is one more line; the CSV has it.
   *[other] There are { $n } more lines; the CSV has them all.
}
monitoring-no-money = There is no money of this year here in what was known then. Of the state, money is known of: { $years }.
monitoring-money-explore = See and cross this money in the explorer
monitoring-entity-kind = What it is
monitoring-entity-above = What it depends on
monitoring-entity-units = Executing units
monitoring-entity-since = Recorded since
monitoring-entity-promises = What it promises: its plans
monitoring-entity-plans-none = No plan of this body is on record, and no rule in use on that day asks it for one.
monitoring-entity-findings = What its plans do not keep
monitoring-entity-results = What it achieves: its indicators
monitoring-entity-indicators = See the indicators one by one
monitoring-entity-spends = What it spends
monitoring-entity-money = Money by budget programme, { $year } (in soles)
monitoring-entity-under = Entities that depend on it
monitoring-territory-roles = Its double condition
monitoring-territory-capital = Capital
monitoring-territory-population = Population
monitoring-territory-money = Money and place
monitoring-territory-money-lead = These are two questions: for which place money is spent, and where those who spend it have their seat. Their sums are never added.
monitoring-territory-benefits = Spending that benefits this place, by function, { $year } (in soles)
monitoring-territory-benefits-explore = See in the explorer the spending that benefits this place
monitoring-territory-seat = Spending of executing units with their seat here, by entity, { $year } (in soles)
monitoring-territory-seat-explore = See in the explorer the spending of entities with their seat here
monitoring-territory-results = What it was promised and how it goes
monitoring-territory-indicators = See the indicators of this place
monitoring-territory-within = What is within
monitoring-territory-entities = Who governs it or has its seat here
monitoring-programme = Budget programme
monitoring-programmes = Budget programmes
monitoring-programmes-lead = Every programme with its money, the part that an objective claims, and the technical sheets that say how it is measured.
monitoring-programmes-none = No programmes in what was known then. Import a budget delivery, or choose another date.
monitoring-programme-coverage = How much of this money has an objective behind it
monitoring-programme-claims = Objectives and activities that claim this money
monitoring-programme-claims-none = No element of a plan claims this money in the chosen year.
monitoring-programme-pattern = Which rows it claims
monitoring-programme-share = Share %
monitoring-programme-basis = Basis
monitoring-programme-products = By product or project, { $year } (in soles)
monitoring-programme-entities = By spending entity, { $year } (in soles)
monitoring-programme-places = By department that benefits, { $year } (in soles)
monitoring-programme-cards = Technical sheets of its indicators
monitoring-programme-cards-lead = The sheets say how the programme is measured. They bring neither targets nor values.
monitoring-programme-cards-count = Sheets
monitoring-programme-claimed-percent = With an objective %
monitoring-basis-exact = exact
monitoring-basis-rule = by rule
monitoring-basis-estimate = estimate
monitoring-sheet-level = Level
monitoring-sheet-product = Product
monitoring-sheet-source = Data source
monitoring-nav-programmes = Programmes
monitoring-territory-seats = Spending by the seat of those who spend, { $year } (in soles)
monitoring-territory-benefits-all = Spending by the place that benefits, { $year } (in soles)
monitoring-territory-benefits-none = In what was delivered of { $year } no row names this place as the one that benefits. Some sources name the department alone.
monitoring-territory-ambit = This ambit overlaps with provinces and no budget row names it: its money shows in them.
monitoring-results-none = No indicator of it is recorded in the plans that count.
monitoring-entity-coverage = How much of its money has an objective behind it
monitoring-entity-findings-counted = { $n ->
    [0] No finding: its plans keep the rules in use on that day, or it has no plan to check.
    [one] 1 finding, with its rule and legal source
   *[other] { $n } findings, with their rules and legal sources
}
monitoring-entity-money-units = Money by executing unit, { $year } (in soles)
monitoring-entity-deliveries = Deliveries that this money comes from
monitoring-delivery = Delivery
monitoring-deliveries-years = Years it tells
monitoring-programme-held = PIM it holds (in soles)
monitoring-programme-unmet = no row of the year
monitoring-programme-results = What it achieves: indicators bound to the programme as its results
monitoring-programme-results-none = No measured indicator is bound to this programme.
monitoring-programme-named = Name in { $years }
monitoring-percent-of-pim = { $percent } of the PIM
monitoring-territory-plans = Plans of this place and of its governments
monitoring-territory-present = Other bodies that spend from here
monitoring-territory-present-lead = They have an executing unit here. The capital district is governed by the municipality of the province, which is in this list.
monitoring-beside = What was last measured here
monitoring-beside-lead = Each measure is of the last period that is over. Places above have a value only where it is of the same period and edition of the source: another does not compare.
monitoring-beside-measure = Measure
monitoring-beside-here = Here
monitoring-glossary = Glossary
monitoring-glossary-lead = What the words of plans, of the budget and of this site mean, in plain language, with the norm or document that each is from.
monitoring-glossary-search = Find a word
monitoring-glossary-term = Word
monitoring-glossary-says = What it means
monitoring-glossary-none = No word holds what you look for. Try fewer letters.
monitoring-glossary-counted = { $n ->
    [0] No word
    [one] 1 word
   *[other] { $n } words
}
monitoring-health = System status
monitoring-health-lead = What this system holds, what was last recorded, and by which version of the law and of the calendar it judges. It is what was known on the chosen date.
monitoring-health-works = Answers
monitoring-health-yes = Yes
monitoring-health-not-yet = To be confirmed
monitoring-health-entries = Entries of the public record
monitoring-health-deliveries = Budget deliveries
monitoring-health-answering = { $n } answer for some unit and year
monitoring-health-held = What it holds
monitoring-health-version = Version of the program
monitoring-health-rows = Budget rows
monitoring-health-refused = Rows that a partial import left out
monitoring-health-plans = Versions of plans
monitoring-health-indicators = Indicators
monitoring-health-series = Series of measurements
monitoring-health-entities = Public bodies
monitoring-health-territories = Territories
monitoring-health-entry = Entry
monitoring-health-when = When
monitoring-health-act = Act
monitoring-health-acts = What was last recorded
monitoring-health-acts-none = Nothing was recorded yet.
monitoring-health-law = By which law it judges
monitoring-health-rules = Rules in use on that day
monitoring-health-rules-count = Rules in use
monitoring-health-unconfirmed = With a source to be confirmed in the norm
monitoring-health-calendar = Version of the working-day calendar
monitoring-health-calendar-years = Years it covers
monitoring-health-rule = Rule
monitoring-health-norm = Norm
monitoring-health-since = In force since
monitoring-health-confirmed = Source confirmed
monitoring-health-json = The same for machines (JSON)

# Datasets
monitoring-dataset-series = Series
monitoring-dataset-series-about = Series of observations, as their source publishes them.
monitoring-dataset-observations = Observations
monitoring-dataset-observations-about = What was measured, by place, period and group.
monitoring-dataset-bindings = Series of each indicator
monitoring-dataset-bindings-about = Which series measures which indicator of a plan.
monitoring-dataset-programme-cards = Cards of budget programmes
monitoring-dataset-programme-cards-about = Sheets of the performance indicators of budget programmes (RESULTA).
monitoring-dataset-no-values = Periods without a value, and why
monitoring-dataset-no-values-about = Why a period has no value, as whoever owes it says.
monitoring-dataset-value-reviews = Values awaiting acceptance, returned and accepted
monitoring-dataset-value-reviews-about = Values that somebody accepts, and where they stand.
monitoring-dataset-value-review-acts = What was done with values to accept
monitoring-dataset-value-review-acts-about = Each act, by whom and when; silence too.
monitoring-dataset-value-validations = Statistical validation of values
monitoring-dataset-value-validations-about = What the statistical authority says of each value.
monitoring-field-comparable-group = Which values may be compared with each other
monitoring-field-frozen-on = Since when the source is silent
monitoring-field-group-kind = By what the group of people is told apart; empty: everyone
monitoring-field-group-name = Which group; empty: everyone
monitoring-field-edition = Publication it was taken from
monitoring-field-numerator = Numerator of the ratio
monitoring-field-denominator = Denominator of the ratio
monitoring-field-quality-note = What is known to be wrong or weak
monitoring-field-published-on = Day on which the source published it
monitoring-field-targets-group = Scale on which the targets are stated
monitoring-field-year = Year of the sheet
monitoring-field-programme-name = Name of the programme, as printed
monitoring-field-product-name = Name of the product, as printed
monitoring-field-intervals-months = Every how many months a value is due
monitoring-field-scope = Whether national or regional
monitoring-field-places = Places for which values are due, as printed
monitoring-field-reported-on = Date of the sheet
monitoring-field-file = File of the sheet
monitoring-field-no-values-reason = Reason, of the country’s list
monitoring-field-no-values-words = The same in a sentence
monitoring-field-value-reviews-code = Code of the review
monitoring-field-procedure = Version of the procedure by which it is accepted
monitoring-field-began-at = When it was submitted first
monitoring-field-value-reviews-post = Post that submitted the value
monitoring-field-submissions = How often it was submitted
monitoring-field-submitted-seq = Journal entry that submitted the value
monitoring-field-state = State of the procedure
monitoring-field-phase = Under review, returned or accepted
monitoring-field-value-reviews-reason = Why it was returned the last time
monitoring-field-review = Code of the review
monitoring-field-number = Which act of the review
monitoring-field-act = What was done
monitoring-field-at = When
monitoring-field-value-review-acts-kind = Whether somebody acted or a term ended
monitoring-field-who = Role of whoever acted, or term that ended
monitoring-field-value-review-acts-post = Post that acted
monitoring-field-value-review-acts-reason = Why
monitoring-field-verdict = What was said of the value
monitoring-field-value-validations-words = Remarks, or why it is not validated
monitoring-field-value-validations-post = Post that said it
monitoring-field-punctuality-year = Year in which the values fall due
monitoring-field-month = Month in which they fall due
monitoring-field-punctuality-due = Values that fell due
monitoring-field-on-time = Of them, on time
monitoring-field-late = Late
monitoring-field-missing = Missing
monitoring-field-under-review = Under review
monitoring-field-not-due = Not due yet
monitoring-field-on-time-percent = Percentage on time, without what is under review
monitoring-api-list-statuses = How indicators stand
monitoring-api-list-statuses-about = The status of each indicator in each territory, judged by the rules in force that day. Ask for all, or for those of one objective, entity or territory.
monitoring-api-read-thread = The thread of a plan element
monitoring-api-read-thread-about = Up to the vision and down to the money and the results.
monitoring-api-objective = A plan element, as PLAN/ELEMENT: its own and those of what hangs from it
monitoring-api-entity = An entity: those of its plans
monitoring-api-territory = A territory: those promised for it
monitoring-api-on = Day on which it is judged; without it, today
monitoring-api-one-scope = Ask for one objective, one entity or one territory: one alone.
monitoring-api-thread-plan = Code of the plan; with @VERSION, that version
monitoring-api-year = Year of the money and of the results
monitoring-field-statuses-indicator = Indicator, as PLAN@VERSION/CODE
monitoring-field-statuses-element = Plan element, as PLAN@VERSION/CODE
monitoring-field-lead = Whether it leads its objective
monitoring-field-sample = Whether it is of a sample
monitoring-field-status = How it stands
monitoring-field-progress-percent = Progress against what was expected by the date, in percent
monitoring-field-last-period = Period of the last value
monitoring-field-last-value = Last value
monitoring-field-due = Period that is due
monitoring-api-no-rules = On that day there are no rules to judge by: they were not known yet, or the law says nothing.

# What if an element were removed
monitoring-impact-link = What if it were removed?
monitoring-impact-title = What if there were no “{ $element }”?
monitoring-impact-intro = Before an objective is taken out of a plan: what goes with it, what is left in the air, and which money is left without an objective.
monitoring-impact-nothing-removed = This page removes nothing: it compares what there is with what there would be.
monitoring-impact-plans = In the plans
monitoring-impact-gone = { $n ->
    [0] Below it, in its plan, there is nothing else that goes.
    [one] One element of its plan goes with it.
   *[other] { $n } elements of its plan go with it.
}
monitoring-impact-orphans = { $n ->
    [0] No element of another plan would be left serving nothing.
    [one] One element of another plan would be left serving nothing.
   *[other] { $n } elements of other plans would be left serving nothing.
}
monitoring-impact-kept = { $n ->
    [0] No element of another plan hangs from it and from something else too.
    [one] One element of another plan would still serve something else.
   *[other] { $n } elements of other plans would still serve something else.
}
monitoring-impact-gone-table = Go with it
monitoring-impact-orphans-table = Would be left serving nothing
monitoring-impact-kept-table = Would still serve something else
monitoring-impact-lost-figure = Money without an objective
monitoring-impact-lost-note = PIM of the year that nobody else claims
monitoring-impact-orphans-figure = Elements in the air
monitoring-impact-orphans-note = of other plans
monitoring-impact-indicators-figure = Indicators that go
monitoring-impact-indicators-note = with their targets
monitoring-impact-money-heading = In the money
monitoring-impact-money-what = Before and after, claimed plus shared plus unclaimed is the treasury total, to the céntimo.
monitoring-impact-money = Money with and without the element
monitoring-impact-measure = Measure
monitoring-impact-claimed = Claimed
monitoring-impact-shared = Shared
monitoring-impact-unclaimed = Unclaimed
monitoring-impact-claimed-after = Claimed without it
monitoring-impact-shared-after = Shared without it
monitoring-impact-unclaimed-after = Unclaimed without it
monitoring-impact-total = Total
monitoring-impact-indicator = Indicator
monitoring-impact-indicators = Indicators that would go, with { $targets } targets
monitoring-impact-findings = Findings that would appear
monitoring-impact-reaching-figure = Money that reaches it
monitoring-impact-reaching-note = PIM of the year, its own and of all that hangs from it

# What changed
monitoring-changes-title = What changed: { $name }
monitoring-changes-intro = Each time something was recorded or withdrawn, the latest first. Nothing is erased: the public journal proves it.
monitoring-changes-feed = Subscribe (Atom)
monitoring-changes-feed-what = a news reader tells of each change.
monitoring-changes-none = Nothing has been recorded of this.
monitoring-changes-link = What changed
monitoring-changes-older = Earlier changes
monitoring-changes-all = All changes of this page, as a table
monitoring-changes-table = Changes
monitoring-changes-step = { $what } (entry { $n })
monitoring-changes-added = { $kind } { $name }: { $after }
monitoring-changes-changed = { $kind } { $name }: { $before } → { $after }
monitoring-changes-raised = { $kind } { $name }: rises from { $before } to { $after }
monitoring-changes-lowered = { $kind } { $name }: falls from { $before } to { $after }
monitoring-changes-withdrawn = { $kind } { $name }: { $before } is withdrawn
monitoring-changes-delivery-name = { $delivery } of the year { $year }, { $units ->
    [one] one executing unit
   *[other] { $units } executing units
}
monitoring-changes-pim = PIM S/ { $pim }
monitoring-changes-entity = Entity
monitoring-changes-territory = Place
monitoring-changes-plan = Plan
monitoring-changes-element = Element
monitoring-changes-indicator = Indicator
monitoring-changes-target = Target
monitoring-changes-claim = Claim
monitoring-changes-delivery = Delivery
monitoring-changes-observation = Value
monitoring-changes-column-entry = Entry
monitoring-changes-column-date = Date (UTC)
monitoring-changes-column-kind = What
monitoring-changes-column-fact = Which
monitoring-changes-column-before = Before
monitoring-changes-column-after = Now

# Guided visit
monitoring-visit-title = Guided visit of ten minutes
monitoring-visit-step = Step { $n } of { $of }
monitoring-visit-look = What to look at
monitoring-visit-back = Come back to this page with your browser’s button and go on with the next step.
monitoring-visit-nav = Steps of the visit
monitoring-visit-before = Step before
monitoring-visit-next = Next step
monitoring-visit-end = End of the visit: go home
monitoring-visit-goal = What does the State want to achieve?
monitoring-visit-goal-says = The national plan says where the country wants to get to. Everything else should hang from it, as the cords of a khipu do.
monitoring-visit-goal-link = Open the national plan
monitoring-visit-goal-look-a = Its objectives, from top to bottom.
monitoring-visit-goal-look-b = The indicators by which it says it will know.
monitoring-visit-goal-look-c = The findings: where the plan is not as the law asks.
monitoring-visit-thread = Who works for that objective?
monitoring-visit-thread-says = The thread of an objective shows every plan that serves it, from the ministry to the municipality, down to the activity.
monitoring-visit-thread-link = Open the thread of an objective
monitoring-visit-thread-look-a = Unfold a level: each line is somebody’s commitment.
monitoring-visit-thread-look-b = How much money and which results there are at each level.
monitoring-visit-thread-look-c = The mark “sample” says which plans are no official documents.
monitoring-visit-money = What is the money spent on?
monitoring-visit-money-says = Each sol of the budget can be looked at by who spends, on what, with what, from which source, where and when.
monitoring-visit-money-link = Open the budget
monitoring-visit-money-look-a = PIM is what may be spent this year; devengado, what is already recognised as owed.
monitoring-visit-money-look-b = Click on a line to go into it.
monitoring-visit-money-look-c = Below the table: the file, and how to cite it. At the foot, the whole page as PDF, to print.
monitoring-visit-money-look-d = “Compare years side by side”: what changed from the first to the last, also per inhabitant or in soles of one year.
monitoring-visit-money-look-e = Inside a body or a place, “Beside its peers”: those that meet one rule, which is stated with its source.
monitoring-visit-unclaimed = How much money has no objective?
monitoring-visit-unclaimed-says = Plans say which money is theirs. What nobody claims is spent without any plan saying what for.
monitoring-visit-unclaimed-link = Open the coverage
monitoring-visit-unclaimed-look-a = Claimed, shared and without objective always sum to the treasury total.
monitoring-visit-unclaimed-look-b = Which bodies have most money without an objective.
monitoring-visit-result = Is it being achieved?
monitoring-visit-result-says = Each indicator compares what was promised with what was measured, and explains its status step by step.
monitoring-visit-result-link = Open an indicator
monitoring-visit-result-look-a = The target, the last value and of when it is.
monitoring-visit-result-look-b = The explanation: the rule, the baseline, what was expected by the date.
monitoring-visit-result-look-c = Whether the target was lowered after it was set.
monitoring-visit-place = And where I live?
monitoring-visit-place-says = Look for your department, province or district: its plans, its money and its results, beside those of its neighbours.
monitoring-visit-place-link = Look for my place
monitoring-visit-place-look-a = Who governs there and how much is executed.
monitoring-visit-place-look-b = What was last measured, beside the department and the country.
monitoring-visit-origin = Where does each figure come from?
monitoring-visit-origin-says = Each file received is kept whole, with its digest. The sums are checked against it to the céntimo.
monitoring-visit-origin-link = Open the deliveries
monitoring-visit-origin-look-c = At the foot of every page: which import brought what is seen, with its entry in the journal.
monitoring-visit-origin-look-a = Who delivered what and when.
monitoring-visit-origin-look-b = What was repaired while reading it, with the original beside.
monitoring-visit-proof = And if somebody changes it later?
monitoring-visit-proof-says = Nothing is erased. Each change is an entry of a public journal that anyone can check without trusting us.
monitoring-visit-proof-link = Open the journal
monitoring-visit-proof-look-a = Keep the checkpoint: with it you can prove, a year from now, that nothing was rewritten.
monitoring-visit-proof-look-b = At the top of each page, “See another date”: the page as it was known on that day.

# Values by department
monitoring-spread = By department
monitoring-spread-lead = The last period that several departments share, in one edition of the source. Darker is a greater value, not a better one.
monitoring-spread-title = { $name }, { $period } ({ $unit })
monitoring-spread-description = The table that follows has the value of each department.
monitoring-spread-value = Value
monitoring-territory-around = Among its neighbours
monitoring-territory-around-map = The same map, with other measures

# Putting in data, in the office
monitoring-entry-title = Data to record
monitoring-entry-office = My office
monitoring-entry-lead = What is late and what falls due within ninety days. Each value is first kept as a draft of the post, looked at, then recorded: from that moment it is public.
monitoring-entry-drafts = Drafts
monitoring-entry-drafts-words = They wait for somebody of the post to record them or put them away. A line that breaks loses none.
monitoring-entry-owed = To be recorded
monitoring-entry-owed-none = Nothing is late and nothing falls due within ninety days.
monitoring-entry-other = Record a value of another indicator or period
monitoring-entry-many = Record many values at once
monitoring-entry-many-words = Download the form, fill it in and send it. Rows without a value are passed over. If one row is wrong none is kept, and you are told which and why.
monitoring-entry-template = Form with what is missing (XLSX)
monitoring-entry-file = Table of values (XLSX or CSV)
monitoring-entry-file-hint = The form filled in, or a table with the same columns.
monitoring-entry-evidence = Evidence
monitoring-entry-evidence-hint = The document that shows that the values are true. It is kept as it is; its name and its fingerprint are published with the values, the document is not.
monitoring-entry-send = Check
monitoring-entry-continue = Check before recording
monitoring-entry-indicator = Indicator
monitoring-entry-territory = Territory
monitoring-entry-period = Period
monitoring-entry-due = Due
monitoring-entry-late = late
monitoring-entry-how = Recording
monitoring-entry-record = Record
monitoring-entry-by-series = Measured by the series { $series }
monitoring-entry-draft = Draft
monitoring-entry-name = File
monitoring-entry-when = Kept
monitoring-entry-post = Post
monitoring-entry-state = State
monitoring-entry-state-open = To be recorded
monitoring-entry-state-recorded = Recorded
monitoring-entry-state-discarded = Put away
monitoring-entry-rows-file = Rows received
monitoring-entry-value = Value
monitoring-entry-source = Source
monitoring-entry-asked = Before recording
monitoring-entry-values = Values of the draft
monitoring-entry-known = Recorded with this value already.
monitoring-entry-replaces = Replaces { $old }, which stays readable as what was said before.
monitoring-entry-jumps = Differs by { $percent }% from the value of { $before } ({ $value }). Is it right?
monitoring-entry-draft-title = Draft of values
monitoring-entry-registrar = Record and publish
monitoring-entry-descartar = Put away
monitoring-entry-record-words = Recording publishes the values with the source and the evidence named, and enters them in the public record.
monitoring-entry-discard-words = Put this draft away
monitoring-entry-one = Record a value
monitoring-entry-one-words = It is kept as a draft and shown before it is recorded.
monitoring-entry-field-indicator = Indicator
monitoring-entry-field-territory = Territory
monitoring-entry-field-period = Period
monitoring-entry-field-value = Value
monitoring-entry-field-numerator = Numerator
monitoring-entry-field-denominator = Denominator
monitoring-entry-field-source = Source
monitoring-entry-field-quality_note = Note on quality
monitoring-entry-form-sheet = Data
monitoring-entry-form-indicator = Plan and code, as in PEDN/OE1-I1.
monitoring-entry-form-name = To be read: it is not imported.
monitoring-entry-form-unit = To be read: it is not imported.
monitoring-entry-form-territory = Ubigeo, as in 15 or 150101; PE for the whole country.
monitoring-entry-form-period = 2025, 2025-S1, 2025-Q2 or 2025-03.
monitoring-entry-form-value = The number, with a decimal point or comma.
monitoring-entry-form-numerator = Only where the indicator is a ratio.
monitoring-entry-form-denominator = Only where the indicator is a ratio.
monitoring-entry-form-source = Where it comes from; left empty, the body.
monitoring-entry-form-quality_note = What whoever reads the value should know.
monitoring-entry-rows = Rows to be corrected
monitoring-entry-row-sheet = File
monitoring-entry-row-line = Line
monitoring-entry-row-column = Column
monitoring-entry-row-value = Was read
monitoring-entry-row-why = Why
monitoring-entry-done-registrado = The values are recorded and public.
monitoring-entry-done-descartado = The draft was put away; nothing was recorded.
monitoring-entry-refused-nothing-new = Every value of this draft is recorded already, in the same words: there is nothing to record. Put the draft away.
monitoring-entry-refused-ended = This draft was recorded or put away already.
monitoring-entry-refused-rows = { $n ->
    [one] Nothing was kept: correct { $n } row and send the table again.
   *[other] Nothing was kept: correct { $n } rows and send the table again.
 }
monitoring-entry-refused-unreadable = The file is no table of values that can be read: { $why }
monitoring-entry-refused-empty = There is no value: write one, or choose a table that has some.
monitoring-board-title = Delivery of data in { $year }
monitoring-board-lead = Which data each body owed, month by month, and which came on time. A value that comes after its day counts as late, even where a later one stands in for it. What another source measures is not delivered by the body and does not count here.
monitoring-board-entity = Code of the body
monitoring-board-none = No body owed data.
monitoring-board-why-none = In that year no body was to record data itself: the indicators of its plans are measured by other sources, or fall due in another year. Try another year in the address (year=).
monitoring-board-rate = On time: { $percent } ({ $on_time } of { $owed } values that were owed by now).
monitoring-board-nothing-owed = No value was owed yet.
monitoring-board-body = Body
monitoring-board-percent = On time, %
monitoring-board-on-time = On time
monitoring-board-late = Late
monitoring-board-missing = Missing
monitoring-board-not-due = Not due
monitoring-board-on-time-short = on time
monitoring-board-late-short = late
monitoring-board-missing-short = missing
monitoring-board-not-due-short = not due
monitoring-board-caption = Deliveries by body and month
monitoring-board-values = Each value of the body
monitoring-board-indicator = Indicator
monitoring-board-place = Place
monitoring-board-period = Period
monitoring-board-due = Owed on
monitoring-board-recorded = Recorded on
monitoring-board-what = What became of it
monitoring-board-left-out = The first are shown; { $n } are left out.
monitoring-board-nav = Delivery of data
monitoring-dashboard = Dashboard of results
monitoring-nav-dashboard = Dashboard
monitoring-dashboard-lead = Of each indicator the three figures first: the target, what was expected by today, and what was measured. The level (how far) and the trend (where the last step leads) are two things.
monitoring-dashboard-map = Part of the judged indicators that stands well, by department
monitoring-dashboard-map-description = Map of the country by department: the darker, the larger the part of its judged indicators that are achieved or on track. The table below has the same figures.
monitoring-pyramid = Pyramid of indicators: from the nation to each body
monitoring-tier = Tier
monitoring-tier-national = National
monitoring-tier-sector = Sector
monitoring-tier-region = Regional
monitoring-tier-local = Local
monitoring-tier-institution = Management of each body
monitoring-sector = Sector
monitoring-well = Stand well (of those judged)
monitoring-target = Target
monitoring-level = Level
monitoring-trend = Trend
monitoring-trend-better = ↗ Better
monitoring-trend-worse = ↘ Worse
monitoring-trend-flat = → Flat
monitoring-trend-unknown = — No trend
monitoring-criteria = What each light means
monitoring-criteria-trend = The trend compares the last value with that of the period before, by the sense of the indicator; a sum, a band or values with a hole between them tell none.
monitoring-criteria-rules = Rules of that day: { $version }
monitoring-criterion = Criterion
monitoring-criterion-achieved = The last target, or the one that always holds, was reached.
monitoring-criterion-on_track = Progress is at least { $on_track } % of what was expected by the day.
monitoring-criterion-behind = Progress is between { $behind } % and { $on_track } % of what was expected by the day.
monitoring-criterion-off_track = Progress is below { $behind } % of what was expected by the day.
monitoring-criterion-not_due = No value is owed yet.
monitoring-criterion-overdue = A value that fell due is missing.
monitoring-criterion-no_method = The card does not say how it is computed.
monitoring-criterion-no_target = There is no target for the period.
monitoring-criterion-not_comparable = The value is on another scale or edition than the target.
monitoring-criterion-frozen_by_source = The source stopped publishing the series.
monitoring-horizons = Horizons: plans and multi-year framework
monitoring-horizons-nav = Horizons
monitoring-horizons-lead = A national plan looks ten years ahead; money is programmed for three. Here they are side by side, with the years of each plan that no framework reaches.
monitoring-horizons-none = There are no plans in force on that day.
monitoring-horizons-counted = { $n } plans in force; { $beyond } reach beyond { $last }, the last year programmed.
monitoring-horizons-table = Plans in force
monitoring-programmed = Money is programmed up to { $last } ({ $name }).
monitoring-programmed-by-rule = Money is programmed up to { $last }: the law asks for three years after { $now }, and no approved framework that reaches them is recorded here.
monitoring-horizon-plan = Years of the plan
monitoring-horizon-framework = Programmed up to
monitoring-horizon-beyond = Years not programmed
monitoring-horizon-finding = Finding
monitoring-horizon-mismatch = { $n ->
    [one] One year of the plan comes after { $last }: nobody programmes its money.
   *[other] { $n } years of the plan come after { $last }: nobody programmes their money.
}
monitoring-frameworks = Approved multi-year frameworks
monitoring-frameworks-lead = They are referential: no amount is committed and they are adjusted every year. Earlier ones stay.
monitoring-frameworks-none = No framework is recorded by that day.
monitoring-framework = Framework
monitoring-framework-approved = Approved
monitoring-framework-years = Years
monitoring-framework-source = Source
monitoring-horizon-title = Horizon and money: { $element }
monitoring-horizon-counted = The plan goes from { $first } to { $last }: years with money tied to it: { $funded }; budgeted without money tied to it: { $unfunded }; that nobody programmes yet: { $beyond }.
monitoring-horizon-carry-over = What was not spent in a year may pass to the next (¶312 of the OECD Review); what did pass is in the PIM of the following year.
monitoring-horizon-year = Year
monitoring-horizon-state = Money
monitoring-horizon-years = Year by year
monitoring-horizon-pia = PIA
monitoring-horizon-pim = PIM
monitoring-horizon-accrued = Devengado (accrued)
monitoring-horizon-unspent = Not spent
monitoring-year-funded = ● Money tied to it
monitoring-year-claimed = ◐ Tied; the budget of the year has not come yet
monitoring-year-unfunded = ○ Budgeted, no money tied to it
monitoring-year-programmed = ◇ Programmed by the framework, nothing tied to it
monitoring-year-beyond_framework = ✕ Beyond the framework: nobody programmes its money
monitoring-year-unknown = — Nothing is known of that year
monitoring-horizon-see = Horizon and money, year by year
monitoring-perception-see = What people perceive
monitoring-incentives-see = Its part in the municipal incentive plan
monitoring-frame-title = Logical frame: { $programme }
monitoring-frame-lead = From final result to input, as the sources tell it: the objectives of plans that tie its money, the indicator sheets of the Ministry of Economy and Finance, and the budget of the year.
monitoring-frame-not-told = Problem, population and magnitude are said by whoever leads the programme; no other source loaded tells them.
monitoring-frame-see = Logical frame
monitoring-frame-gaps = What is missing
monitoring-frame-gap = Gap
monitoring-frame-gap-of = Of
monitoring-frame-complete = Nothing that is checked is missing.
monitoring-frame-gap-no-final = No objective of a plan ties its money: nothing says which policy it serves
monitoring-frame-gap-no-specific = No sheet measures a specific result
monitoring-frame-gap-unmeasured = Product or project with money and without an indicator sheet
monitoring-frame-gap-unfunded = Product with an indicator and without money in the year
monitoring-frame-gap-no-dimension = Sheets that do not say which dimension they measure (effectiveness, efficiency, quality, economy)
monitoring-frame-gap-no-interval = Sheets that do not say how often they are measured
monitoring-frame-gap-not-measurable = Sheets without method, unit or source
monitoring-frame-final = Final result: objectives that it serves
monitoring-frame-final-none = No objective of a plan ties its money.
monitoring-frame-specific = Specific result: indicators
monitoring-frame-specific-none = No sheet measures a specific result.
monitoring-frame-products = Products and activities
monitoring-frame-products-none = No money of the programme is recorded of that year.
monitoring-frame-inputs = Inputs: by generic group of expenditure
monitoring-frame-held = PIM tied
monitoring-frame-dimension = Dimension
monitoring-frame-product = Product or project
monitoring-frame-pim = PIM
monitoring-frame-accrued = Devengado (accrued)
monitoring-frame-activities = Activities
monitoring-frame-indicators = Indicators
monitoring-frame-input = Generic group
explained-under-review = The value for { $period } is under review: its owner recorded it and it awaits acceptance. It counts since it was recorded.
explained-returned = A value for { $period } was returned to its owner and does not count until it is corrected: “{ $words }”
explained-validated = The statistical authority validated the value for { $period }.
explained-with-observations = The statistical authority validated the value for { $period } with remarks: “{ $words }”
explained-not-validated = The statistical authority does not validate the value for { $period }: “{ $words }”
monitoring-column-standing = Acceptance and validation
monitoring-value-review = Under review.
monitoring-value-returned = Returned, does not count: “{ $words }”
monitoring-value-accepted = Accepted.
monitoring-no-values = Periods without a value, and why
monitoring-no-value-why = Reason
monitoring-no-value-words = Explanation
monitoring-no-value-on = Said on
monitoring-verdict-validated = Validated
monitoring-verdict-with_observations = Validated with remarks
monitoring-verdict-not_validated = Not validated
monitoring-entry-has-value = There is a value: it is above
monitoring-entry-no-value = No value ({ $why }): { $words }
monitoring-entry-goes-up = Once recorded it is under review: nobody changes it until it is accepted or returned.
monitoring-entry-field-no_value = If there is no value, why
monitoring-entry-field-no_value_why = Explanation of why there is no value
monitoring-entry-form-no_value = Only if there is no value.
monitoring-entry-form-no_value_why = A sentence. It is published and counts as an answer; it is no number.
monitoring-entry-refused-no-procedure = The country declares no procedure by which these values are accepted. Tell whoever administers the system.
monitoring-entry-returned = Returned for correction
monitoring-entry-returned-words = They do not count and are owed again. Record the corrected value: it goes back to whoever returned it.
monitoring-board-under-review = Under review
monitoring-board-under-review-short = under review
monitoring-board-no-value = it was answered why there is no value
monitoring-board-more = More on the delivery of values
monitoring-board-series = The series by body and month, for programs (CSV)
monitoring-owners-title = Owners that are vacant or silent
monitoring-owners-lead = Bodies that owe values and whose post of indicator owner nobody holds that day, or that recorded nothing for as long as the rule says although something fell due before. While the post is vacant its duties are its superior’s.
monitoring-owners-none = No owner is vacant or silent.
monitoring-owners-body = Body
monitoring-owners-what = Situation
monitoring-owners-indicators = Indicators in their charge
monitoring-owners-missing = Values missing
monitoring-owners-since = The first was due on
monitoring-owners-last = Last recorded
monitoring-owners-vacant = Vacant post
monitoring-owners-silent = Silent
monitoring-reviews-title = Values to accept
monitoring-reviews-lead = Values that their owner recorded and that wait for your post. They are public and count; while they wait nobody changes them. If you return one, say why: it is owed again.
monitoring-reviews-none = No value waits for your post.
monitoring-reviews-value = Review
monitoring-reviews-body = Body
monitoring-reviews-indicator = Indicator
monitoring-reviews-about = About
monitoring-reviews-number = Value
monitoring-reviews-state = State
monitoring-reviews-due = Term
monitoring-reviews-done-acto = It is done and public.
monitoring-review-title = Review
monitoring-review-post = Recorded by
monitoring-review-acts = What was done
monitoring-review-acts-none = Nobody did anything yet.
monitoring-review-decide = Decide
monitoring-review-when = When
monitoring-review-act = Act
monitoring-review-reason = Reason
monitoring-review-reason-hint = Needed to return it. It is published.
monitoring-review-of = Which values
monitoring-review-one = This value alone
monitoring-review-together = All that were recorded with it and wait
monitoring-review-send = Do and publish
monitoring-review-refused-own = Whoever recorded a value neither accepts nor returns it: somebody else does, from another post.
monitoring-review-refused-procedure = The country’s procedure does not allow that act here.
monitoring-review-refused-reason = Say why, in at most 2000 characters.
monitoring-review-refused-moved = The value is no longer where it was, or that act is not your post’s. Look at it again.
monitoring-validation-title = Statistical validation of values
monitoring-validation-lead = Say of a value whether it is validated. The number does not change. Without a series, the last values are shown of which nothing was said yet.
monitoring-validation-none = There are no values to show: write the code of a series.
monitoring-validation-say = Say it
monitoring-validation-values = Values
monitoring-validation-series = Series
monitoring-validation-about = About
monitoring-validation-number = Value
monitoring-validation-source = Source
monitoring-validation-said = What was said
monitoring-validation-of = Value
monitoring-validation-verdict = Verdict
monitoring-validation-words = Remarks, or why not
monitoring-validation-words-hint = Needed unless it is plainly validated. They are published.
monitoring-validation-send = Say and publish
monitoring-validation-done-dicho = It is said and public.
monitoring-validation-refused-no-value = Choose a value and a verdict.
monitoring-validation-refused-exchanged = The value changed since you looked at it. Look again.
monitoring-validation-refused-words = Write the remarks or why it is not validated, in at most 2000 characters.
monitoring-validation-refused-nothing-new = The same was said of that value already.
monitoring-api-list-punctuality = Which values came on time, by body and month
monitoring-api-list-punctuality-about = Of the values that the owners of each body owe, how many fell due in each month of the year and how many came on time, late, are missing or under review. The percentage leaves out what is under review.
monitoring-api-punctuality-year = Year in which they fall due; without it, that of the day as of which it is judged
monitoring-entry-returned-why = Why it was returned
monitoring-criterion-not_available = A reason stands in the place of the value: it is not available.
monitoring-dashboard-percent = { $percent }%

# Design of budget programmes
monitoring-dataset-programme-designs = Design of budget programmes
monitoring-dataset-programme-designs-about = Which problem each programme answers, for whom, and how much of each product is planned.
monitoring-field-programme-designs-product = Product it is said of; empty: of the programme
monitoring-field-aspect = Which part of the design it is
monitoring-field-programme-designs-words = The same in words of whoever leads the programme
monitoring-field-quantity = How many
monitoring-field-programme-designs-year = Of which year
monitoring-field-programme-designs-source = Document that says so
monitoring-field-programme-designs-post = Post that said it
monitoring-frame-design = Design: problem, population and magnitude
monitoring-frame-design-none = Whoever leads the programme has not said here which problem it answers, for whom or how much.
monitoring-frame-planned = Planned
monitoring-frame-unit-cost = PIM by unit
monitoring-frame-unit-cost-about = PIM by unit divides the budget of the year by what is planned for that year; where one of the two is missing, it is not told.
monitoring-frame-gap-no-problem = The design does not say which problem it answers
monitoring-frame-gap-no-target-population = The design does not say which population it is meant for
monitoring-frame-gap-no-beneficiaries = Products with money whose design does not say who receives them
monitoring-frame-gap-no-magnitude = Products with money and no planned magnitude
monitoring-aspect-problem = Problem it answers
monitoring-aspect-target_population = Target population
monitoring-aspect-beneficiary_population = Who receives the product
monitoring-aspect-magnitude = Planned magnitude of the product
monitoring-aspect-specification = Technical specification of the product
monitoring-design-title = Design of budget programmes
monitoring-design-lead = Say of each programme that your body leads which problem it answers, for which population, and of each product who receives it and how much is planned. It is published in its logical frame; what was said before stays in the journal.
monitoring-design-nothing-led = Your body leads no budget programme of today's list.
monitoring-design-leads = Sector and pliego that leads it
monitoring-design-say = Say or correct
monitoring-design-of = Of
monitoring-design-programme = The programme
monitoring-design-aspect = What is said
monitoring-design-words = In words
monitoring-design-amount = How much
monitoring-design-source = Document
monitoring-design-source-hint = The one that says so, with its date. It is published.
monitoring-design-product = Product
monitoring-design-product-hint = For who receives it, the magnitude and the specification alone.
monitoring-design-quantity = How many
monitoring-design-quantity-hint = A number without thousands separator: 1250 or 12.5. With its unit and its year; a magnitude needs it.
monitoring-design-unit = Unit
monitoring-design-year = Year
monitoring-design-send = Say and publish
monitoring-design-done-dicho = It is said, and public.
monitoring-design-refused-aspect = Choose what is said.
monitoring-design-refused-product = This is said of a product: choose which.
monitoring-design-refused-no-product = The programme has no such product on today's list.
monitoring-design-refused-not-of-product = This is said of the programme and not of a product: leave the product unchosen.
monitoring-design-refused-words = Say it in words, 2000 characters at most.
monitoring-design-refused-source = Name the document that says so, 300 characters at most.
monitoring-design-refused-part-of-amount = A number has three parts: how many, of what unit, in which year.
monitoring-design-refused-quantity = How many is a number above zero, as 1250 or 12.5.
monitoring-design-refused-unit = A unit has 80 characters at most.
monitoring-design-refused-year = The year is one from 2007 to 2100.
monitoring-design-refused-magnitude = A magnitude is a number: how many, of what unit, in which year.
monitoring-design-refused-uncounted = No number belongs to a problem or a specification.
monitoring-design-refused-nothing-new = The same is said already.
