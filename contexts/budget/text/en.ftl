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
budget-dimension-department = Department (seat)
budget-dimension-province = Province (seat)
budget-dimension-district = District (seat)
budget-dimension-meta_department = Department (benefits)
budget-dimension-meta_province = Province (benefits)
budget-dimension-meta_district = District (benefits)
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
