# What the room of plans says.

# Findings
planning-finding-plan-absent = Among the plans loaded there is no { $plan_type } of the entity, approved and with a horizon that holds this day.
planning-finding-plan-type-unknown = The country has no plan type { $plan_type }.
planning-finding-horizon-length = The plan spans { $years } years; a { $plan_type } spans { $expected }.
planning-finding-horizon-beyond-framework = The plan runs to { $to } and money is programmed until { $programmed }. Years without a framework of spending: { $years }.
planning-finding-horizon-outside = The horizon { $from }–{ $to } runs outside that of { $parent }, from which it hangs ({ $parent_from }–{ $parent_to }).
planning-finding-instrument-absent = The plan is said to be in force and names no legal instrument.
planning-finding-state-policy-absent = No element of the plan, as loaded, names a State policy.
planning-finding-policy-unknown = It names the policy { $policy }, which does not exist or is not in force.
planning-finding-national-policy-absent = The plan names no National Policy, which its type must.
planning-finding-frame-contradicted = The indicator { $name } wants the contrary of { $parent }, which follows the same series.
planning-finding-version-before-absent = It is an update or extension, but there is no version before it.
planning-finding-version-horizon = The horizon does not fit a version of this kind ({ $kind }) after version { $before }.
planning-finding-two-versions-in-force = Version { $other } of this plan is said to be in force too.
planning-finding-plan-unlinked = No element of the plan hangs from a { $parent_type }, and one must.
planning-finding-orphan = The element ({ $kind }) hangs from nothing.
planning-finding-parent-absent = It hangs from { $parent }, which does not exist.
planning-finding-parent-wrong = It hangs from { $parent } ({ $parent_type }); the articulation matrix does not allow it for a { $plan_type }.
planning-finding-parent-expired = It hangs from { $parent }, which is no longer in force.
planning-finding-thread-circular = Following what is above leads back to the same element.
planning-finding-dates-outside = The date { $date } lies outside the plan's horizon ({ $from }–{ $to }).
planning-finding-vague-verb = The activity opens with “{ $verb }”, which does not say what will be done. Use a concrete verb: train, build, implement.
planning-finding-objective-unmeasured = The objective has no indicator.
planning-finding-owner-absent = “{ $name }” has no responsible post.
planning-finding-baseline-absent = “{ $name }” has no baseline.
planning-finding-target-absent = “{ $name }” has no target.
planning-finding-sense-absent = “{ $name }” does not say which way is better.
planning-finding-output-undated = “{ $name }” measures an output and has no end date.
planning-finding-output-unit-absent = “{ $name }” measures an output and has no unit.

# state
planning-state-draft = draft
planning-state-validated = validated
planning-state-approved-by-board = approved by the board
planning-state-in-force = in force
planning-state-superseded = superseded

# version-kind
planning-version-kind-new = new
planning-version-kind-updated = updated
planning-version-kind-extended = extended

# kind
planning-kind-vision = vision
planning-kind-axis = axis
planning-kind-objective = objective
planning-kind-action = action
planning-kind-activity = activity

# level
planning-level-impact = impact
planning-level-outcome = outcome
planning-level-output = output
planning-level-activity = activity
planning-level-input = input

# dimension
planning-dimension-effectiveness = effectiveness
planning-dimension-efficiency = efficiency
planning-dimension-quality = quality
planning-dimension-economy = economy

# sense
planning-sense-increase = increase
planning-sense-decrease = decrease
planning-sense-at-least = at least
planning-sense-at-most = at most
planning-sense-within = within

# accumulation
planning-accumulation-stock = last level
planning-accumulation-flow = each period alone
planning-accumulation-cumulative = sum over the horizon
planning-accumulation-capacity = increment over the baseline
planning-accumulation-reduction = fall from the baseline
planning-accumulation-annual-reduction = fall against the previous year

# aggregation
planning-aggregation-sum = sum
planning-aggregation-ratio = ratio of sums
planning-aggregation-maximum = maximum
planning-aggregation-minimum = minimum
planning-aggregation-none = none

# severity
planning-severity-breach = breach
planning-severity-gap = gap
planning-severity-notice = notice

# move
planning-move-raised = target raised
planning-move-lowered = target lowered
planning-move-unjudged = target changed; the card states no sense
planning-move-set = target set
planning-move-withdrawn = target withdrawn

# Columns of the forms
planning-form-plan-plan = Code of the plan, no blanks. Example: PEI-MINSA.
planning-form-plan-version = Code of the version. Example: 2019.
planning-form-plan-plan-type = PEDN, PESEM, PDRC, PDLC, PEI or POI.
planning-form-plan-title = As it stands in the document.
planning-form-plan-title-en = May stay empty.
planning-form-plan-entity = Code of the entity. Example: E:11-011.
planning-form-plan-territory = Territory code: PE, 24, 2401 or 240101.
planning-form-plan-sector = Code of the sector. Example: S:11.
planning-form-plan-horizon-from = First year.
planning-form-plan-horizon-to = Last year, included.
planning-form-plan-version-kind = new, updated or extended.
planning-form-plan-state = draft, validated, approved_by_board, in_force or superseded.
planning-form-plan-instrument = Legal act that approves the plan.
planning-form-plan-instrument-date = Date of the act: 2019-03-14 or 14/03/2019.
planning-form-plan-valid-from = First day on which it holds.
planning-form-plan-valid-to = Day on which it ceases to hold.
planning-form-plan-sample = yes or no: is it a sample and not an official document?
planning-form-plan-source = Where the document is.
planning-form-elements-plan = Code of the plan, no blanks. Example: PEI-MINSA.
planning-form-elements-version = Code of the version. Example: 2019.
planning-form-elements-code = Code within the plan. Example: OE1.
planning-form-elements-kind = vision, axis, objective, action or activity.
planning-form-elements-parent = Code of the element above in the same plan.
planning-form-elements-hangs-from = Elements of plans above, separated by “;”. Example: PEDN/OE1.
planning-form-elements-state-policies = State policies, separated by “;”. Example: AN-13.
planning-form-elements-national-policies = National policies, separated by “;”.
planning-form-elements-title = As it stands in the document.
planning-form-elements-title-en = May stay empty.
planning-form-elements-responsible-post = Code of the post that answers for it, not of a person.
planning-form-elements-start = Date or year of the start.
planning-form-elements-end = Date or year of the end.
planning-form-indicators-plan = Code of the plan, no blanks. Example: PEI-MINSA.
planning-form-indicators-version = Code of the version. Example: 2019.
planning-form-indicators-element = Code of the element it measures.
planning-form-indicators-code = Code within the plan. Example: OE1.
planning-form-indicators-name = Name of the indicator.
planning-form-indicators-name-en = May stay empty.
planning-form-indicators-level = impact, outcome, output, activity or input.
planning-form-indicators-dimension = effectiveness, efficiency, quality or economy.
planning-form-indicators-unit = Unit of measure.
planning-form-indicators-sense = increase, decrease, at_least, at_most or within.
planning-form-indicators-accumulation = stock, flow, cumulative, capacity, reduction or annual_reduction.
planning-form-indicators-aggregation = sum, ratio, maximum, minimum or none.
planning-form-indicators-justification = Why this indicator was chosen.
planning-form-indicators-limitations = What it fails to measure.
planning-form-indicators-method = How it is computed.
planning-form-indicators-relevance = What it says about the objective.
planning-form-indicators-responsible-post = Code of the post that answers for it, not of a person.
planning-form-indicators-periodicity = annual, semester, quarter or month.
planning-form-indicators-data-source = Who measures, and where it is published.
planning-form-indicators-baseline-value = Value at the start.
planning-form-indicators-baseline-period = Period of that value. Example: 2018.
planning-form-indicators-lead = yes or no: is it the lead indicator of the objective?
planning-form-indicators-end-date = Day by which the output must be done.
planning-form-indicators-series = Code of the series of observations.
planning-form-indicators-programme = Code of the budget programme.
planning-form-indicators-product = Code of the product or project.
planning-form-indicators-valid-from = First day on which it holds.
planning-form-targets-plan = Code of the plan, no blanks. Example: PEI-MINSA.
planning-form-targets-version = Code of the version. Example: 2019.
planning-form-targets-indicator = Code of the indicator in this plan.
planning-form-targets-period = 2020, 2020-S1, 2020-Q1 or 2020-01.
planning-form-targets-territory = Territory code: PE, 24, 2401 or 240101.
planning-form-targets-value = Target; with “within”, the lower end.
planning-form-targets-value-high = Only with “within”: the upper end.
planning-form-targets-rationale = Why this target and no other.
planning-form-targets-set-on = Day on which it was set.

# Pages
planning-state-ahead = not yet in force
planning-state-ended = no longer in force
planning-state-over = horizon over
planning-objectives = Objectives
planning-plans = Plans
planning-findings = Findings
planning-judged-on = Plans judged on { $date }.
planning-plan = Plan
planning-type = Plan type
planning-plan-level = Level
planning-plan-level-national = national
planning-plan-level-sector = sector
planning-plan-level-region = regional
planning-plan-level-local = local
planning-plan-level-institution = institutional
planning-entity = Entity
planning-horizon = Horizon
planning-state = State
planning-versions = Versions
planning-matter = Sample
planning-any = All
planning-search-plan = Plan or entity
planning-plans-lead = Of each plan the version that counts on that day is shown; its page has the others.
planning-plans-none = No plans in what was known then. Load the country with “quipu init” or a plan with “quipu import plan”, or choose another date.
planning-plans-none-such = No plan is as asked. Take a filter away to see more.
planning-absent = Without an approved plan
planning-absent-lead = Entities that by law must have a plan in force or approved on that day, and those that have none in what has been loaded.
planning-absent-must = Must have it
planning-absent-have = Have it
planning-absent-sample = By a sample
planning-absent-without = None on record
planning-rule = Rule
planning-severity = Severity
planning-subject = About
planning-says = What is wrong
planning-source = Legal or doctrinal source
planning-count = Findings
planning-count-sample = Of sample plans
planning-by-rule = Findings by rule
planning-findings-lead = What the loaded plans do not keep: how they hang from the plans above, and the quality of indicators and activities. Each finding names its rule and where the rule comes from.
planning-findings-none = No findings: the loaded plans keep every rule in use on that day, or there were no plans or entities in what was known then.
planning-findings-none-such = No finding is as asked. Take a filter away to see more.
planning-plan-code = Plan code
planning-entity-code = Entity code
planning-findings-unchecked = No rules were in use on that day: nothing was checked. Choose a later date.
planning-rule-plan-absent = No approved plan
planning-rule-plan-type-unknown = Unknown plan type
planning-rule-horizon-length = Horizon of another length
planning-rule-horizon-beyond-framework = Horizon beyond the framework of spending
planning-rule-horizon-outside = Horizon outside the plan above
planning-rule-instrument-absent = No legal instrument
planning-rule-state-policy-absent = No State policy
planning-rule-policy-unknown = Unknown policy
planning-rule-national-policy-absent = No National Policy
planning-rule-frame-contradicted = Contradicts its frame
planning-rule-version-before-absent = No version before it
planning-rule-version-horizon = Horizon wrong for the version
planning-rule-two-versions-in-force = Two versions in force
planning-rule-plan-unlinked = Plan not linked
planning-rule-orphan = Orphan element
planning-rule-parent-absent = Parent absent
planning-rule-parent-wrong = Parent not allowed
planning-rule-parent-expired = Parent expired
planning-rule-thread-circular = Circular thread
planning-rule-dates-outside = Dates outside the horizon
planning-rule-vague-verb = Activity with a vague verb
planning-rule-objective-unmeasured = Objective without indicator
planning-rule-owner-absent = Indicator without owner
planning-rule-baseline-absent = Indicator without baseline
planning-rule-target-absent = Indicator without targets
planning-rule-sense-absent = Indicator without sense
planning-rule-output-undated = Output without end date
planning-rule-output-unit-absent = Output without unit

# The page of a plan
planning-version = Version
planning-version-kind = Kind of version
planning-instrument = Legal instrument
planning-territory = Territory
planning-state-policies = State policies
planning-state-policies-none = It names none.
planning-plan-source = Where it comes from
planning-horizon-years = { $from }–{ $to } ({ $n } years)
planning-plan-elements = Elements
planning-plan-elements-note = Axes, objectives, actions and activities
planning-plan-indicators = Indicators
planning-plan-indicators-note = With their baselines and targets, below
planning-plan-indicators-none = This plan has no indicators in what was known then.
planning-plan-findings = Findings
planning-plan-findings-note = What this plan does not keep, with its rule
planning-tree = What the plan wants and what it does
planning-tree-lead = Open each level. The thread of an element shows its money and its results.
planning-tree-none = This version has no elements.
planning-tree-thread = See its thread: money and results
planning-tree-hangs-from = It hangs from:
planning-tree-hang-from-it = From it hang, in other plans:
planning-tree-above-absent = { $element }, which is not recorded
planning-tree-left-out = { $n ->
    [one] and one more, in its thread
   *[other] and { $n } more, in its thread
}
planning-tree-indicators = { $n ->
    [one] 1 indicator
   *[other] { $n } indicators
}
planning-tree-below = { $n ->
    [one] 1 element of another plan
   *[other] { $n } elements of other plans
}
planning-indicator = Indicator
planning-element = Element
planning-unit = Unit
planning-sense = Sense
planning-baseline = Baseline
planning-target-of = Target { $period }
planning-lead = lead indicator
planning-changes = Changes against the version before
planning-changes-lead = What changed against { $version }. A lowered target is one that became easier to reach, by the sense of its indicator.
planning-change = Change
planning-change-of = Of what
planning-change-before = Before
planning-change-now = Now
planning-change-element-added = Element added
planning-change-element-dropped = Element dropped
planning-change-element-changed = Element changed
planning-change-indicator-added = Indicator added
planning-change-indicator-dropped = Indicator dropped
planning-change-indicator-changed = Indicator changed
planning-change-target-added = Target added
planning-change-target-dropped = Target dropped
planning-change-target-raised = Target raised
planning-change-target-lowered = Target lowered
planning-change-target-moved = Target changed
planning-prepared-by = Prepared by
planning-prepared-by-any = The entity itself
planning-validity = In force
planning-valid-since = from { $from }; the act sets no last day
planning-valid-until = from { $from }; no longer from { $to }
planning-national-policies = National policies
planning-policies-counted = { $n ->
    [one] 1 policy
   *[other] { $n } policies
}
planning-plan-findings-none = No findings: this version keeps the rules in use on that day.
planning-plan-findings-more = { $n ->
    [one] See the other finding of this plan too
   *[other] See the other { $n } findings of this plan too
}
planning-log-title = How its targets changed
planning-log = Log of target changes
planning-log-lead = Every target raised, lowered, added or withdrawn after this version was first recorded, the latest first. The page of each indicator says whether the target was lowered when its result was already known.
planning-log-none = No target has changed since this version was first recorded. Should one change, it will be seen here.
planning-log-more = { $n ->
    [one] One change is not shown; the CSV has all.
   *[other] { $n } changes are not shown; the CSV has all.
}
planning-log-period = Period
planning-log-on = Recorded on
planning-log-rationale = Rationale
planning-workbook = Download the plan as an Excel workbook
planning-workbook-what = all elements, indicators and targets, in the sheets that “quipu import plan” reads.
planning-workbook-known = { $plan }, as it was known on { $date }.
planning-workbook-import = Correct or complete the sheets and load them with “quipu import plan”. This sheet is not read.
planning-workbook-refused = This plan does not fit into an Excel workbook: one of its texts is longer than a cell holds.

# Datasets
planning-dataset-plans = Plans
planning-dataset-plans-about = Plans, whatever their version.
planning-dataset-plan-versions = Plan versions
planning-dataset-plan-versions-about = Each version of a plan, with its act and its years.
planning-dataset-elements = Plan elements
planning-dataset-elements-about = Axes, objectives, actions and activities, and what each hangs from.
planning-dataset-indicators = Indicators
planning-dataset-indicators-about = Cards of the plans' indicators.
planning-dataset-targets = Targets
planning-dataset-targets-about = Targets of the indicators by territory and period.
planning-field-plan-type = Type of plan after SINAPLAN
planning-field-sample = Whether it is a sample and no official document
planning-field-state = How far the version has come
planning-field-plan-versions-kind = What it is to the version before
planning-field-horizon-from = First year of the plan
planning-field-horizon-to = Last year of the plan
planning-field-instrument = Act that approved it
planning-field-instrument-date = Date of the act
planning-field-parent = Element of the same plan it is under
planning-field-hangs-from = Elements of other plans it serves, separated by ;
planning-field-state-policies = State policies it serves, separated by ;
planning-field-national-policies = National policies it serves, separated by ;
planning-field-start-on = First day
planning-field-end-on = Last day
planning-field-indicators-level = Place in the chain of results
planning-field-indicators-dimension = Which dimension of performance it judges
planning-field-sense = Which way is better
planning-field-accumulation = How several periods make one
planning-field-aggregation = How the parts of a territory make the whole
planning-field-justification = Why this indicator
planning-field-relevance = Why it matters
planning-field-periodicity = How often it is measured
planning-field-baseline-value = Value at the start
planning-field-baseline-period = Period of the value at the start
planning-field-lead = Whether it leads its objective
planning-field-end-date = Last day of the indicator
planning-field-value-high = Upper bound, where the target is a band
planning-field-rationale = Why that target
planning-field-set-on = Day on which it was set
planning-api-list-findings = Findings in plans
planning-api-list-findings-about = Where plans are not as a rule wants them, with the norm that says so.
planning-api-year = Judged at the end of that year; without it, today
planning-api-severity = Only those of that weight
planning-field-findings-rule = Rule
planning-field-severity = How much it weighs
planning-field-about = What it is about: entity, plan, element or indicator
planning-field-subject = Its code
planning-field-text = The finding in words
planning-field-rule-source = Norm and article

# Alignment matrix
planning-version-with = Compare
planning-version-compare = Beside { $version }
planning-matrix = Alignment matrix
planning-matrix-what = which of its objectives serve which of the plans above, and who serves its own.
planning-matrix-title = Alignment of { $plan }
planning-matrix-intro = Each row is an objective of this plan; each column, an objective of the plan above. An empty row is an objective that serves nobody there; an empty column, an objective above that this plan does not serve.
planning-matrix-none = No element of this plan hangs from another plan.
planning-matrix-objectives = Objectives
planning-matrix-objectives-note = of this plan
planning-matrix-alone = Serve none
planning-matrix-alone-note = of the plans above
planning-matrix-unserved = Nobody serves them
planning-matrix-unserved-note = from the plans below
planning-matrix-own = Objective of this plan
planning-matrix-parent = Objective above
planning-matrix-serves = Serves
planning-matrix-serves-none = none
planning-matrix-served-by = Served by
planning-matrix-served-by-plans = Elements of other plans that serve it
planning-matrix-served-none = nobody
planning-matrix-of = Objectives by objectives of { $plan }
planning-matrix-columns = Objectives of { $plan } and who serves them
planning-matrix-direct = ● direct
planning-matrix-lead = { $rows } of { $of-rows } objectives serve none of this plan above; { $columns } of { $of-columns } of those above have nobody here that serves them.
planning-matrix-below = From below
planning-matrix-below-what = Which elements of other plans hang from each objective of this one.
planning-matrix-served = Who serves the objectives of this plan
planning-matrix-left-out = Shown here are { $rows } of { $of-rows } rows and { $columns } of { $of-columns } columns; the CSV and the XLSX have them all.
planning-change-element-reworded = Element reworded
planning-change-element-moved = Element moved: what it hangs from
planning-change-indicator-sense = Which way is better changed
