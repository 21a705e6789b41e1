# Deadline calculator
procedures-deadline = Deadline calculator
procedures-lead = Choose a term of the law and the day from which it runs. You will see the day on which it is due, and how that is counted, day by day.
procedures-rule = Term
procedures-choose = Choose a term
procedures-from = Runs from (receipt or notification)
procedures-entity = Public body (code, if any)
procedures-count = Calculate
procedures-due = Due on
procedures-term = Term
procedures-runs-from = from { $day }
procedures-days-between = Calendar days
procedures-skipped-days =
    { $n ->
        [0] all of them count
        [one] { $n } day does not count
       *[other] { $n } days do not count
    }
procedures-norm = Norm
procedures-in-force-since = in force since { $date }
procedures-counting = How it is counted
procedures-start-not-counted = Counting begins on the following day.
procedures-start-counted = The first day counts too.
procedures-roll-next = If it ends on a day that is not worked, it is due on the next one that is.
procedures-roll-stay = It is due that day even if it is not worked.
procedures-for-whom = For whom
procedures-everybody = Any public body of the country
procedures-calendar = Calendar
procedures-calendar-of = Version { $version }
procedures-unsure = The norm of this term has not been compared with its official text yet. Confirm it before acting on it.

procedures-term-working-days =
    { $n ->
        [one] { $n } working day
       *[other] { $n } working days
    }
procedures-term-calendar-days =
    { $n ->
        [one] { $n } calendar day
       *[other] { $n } calendar days
    }
procedures-term-months =
    { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
procedures-term-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }

procedures-arithmetic = The arithmetic, day by day
procedures-day = Day
procedures-weekday = Weekday
procedures-number = No.
procedures-what = What becomes of it
procedures-counts = Counts
procedures-skipped = Does not count
procedures-cannot-end = Cannot be due here
procedures-date-to-date = From date to date, the term reaches this day
procedures-why-weekend = weekend
procedures-why-holiday = holiday, { $name }
procedures-why-decreed = day off by decree, { $name }
procedures-why-suspended = terms suspended
procedures-terminal = The same at a terminal

procedures-how = What to know
procedures-how-days = Working days leave out Saturdays, Sundays, holidays and days decreed as not worked.
procedures-how-months = Months and years go from date to date. Where the last month has no such day, the term ends on the last one that it has.
procedures-how-suspended = When a norm suspends terms, the suspended days do not count and the term grows by those days.
procedures-how-known = The answer is that of the law and the calendar published by the date that stands above. If a holiday is decreed later the same sum may give another day; with the earlier date the earlier day is still seen.

procedures-monday = Monday
procedures-tuesday = Tuesday
procedures-wednesday = Wednesday
procedures-thursday = Thursday
procedures-friday = Friday
procedures-saturday = Saturday
procedures-sunday = Sunday

procedures-refused-entity = The register holds no public body with the code { $code } on that day.
procedures-refused-no-law = On that date no country's law had been recorded yet. Choose another known date.
procedures-refused-no-rule = No rule “{ $rule }” holds on { $date }, as published by { $known }. None is assumed: choose another day.
procedures-refused-no-term = The rule “{ $rule }” is not a term on that day.
procedures-refused-calendar = The calendar goes from { $from } to { $to } and says nothing of { $date }. Choose a day within those years.
procedures-refused-too-long = The term ends beyond the last date there is.

# API
procedures-api-get-deadline = When a term is due
procedures-api-get-deadline-about = The last day of a term of the law that runs from a day, and the arithmetic day by day: a row per day and reason. Beside the rows stand the due day, the term and the norm.
procedures-api-rule = Key of the rule that gives the term, such as access.answer.
procedures-api-from = Day from which it runs: of receipt or notification.
procedures-api-entity = Code of the public body for which it is counted; the country's calendar without it.
procedures-field-date = Day.
procedures-field-step = What becomes of the day: counted, skipped (does not count), cannot_end (the term cannot end on it).
procedures-field-ordinal = Number of the day within the term, from 1; only where it counts.
procedures-field-reason = Why it does not count: weekend, holiday, decreed (day off by decree), suspended (terms suspended).
procedures-field-name-es = Name of the holiday or day off, in Spanish.
procedures-field-name-en = Name of the holiday or day off, in English.
procedures-field-norm = Norm that says so.
procedures-field-article = Article of the norm.

# Procedures
procedures-list = Procedures
procedures-list-lead = How formal decisions are made: which steps they follow, who may take each, how long it may last and what happens if the term ends in silence.
procedures-none = No declared procedure was in force on that date.
procedures-procedure = Procedure
procedures-code = Code
procedures-states = States
procedures-acts = Acts
procedures-clocks = Clocks
procedures-one-lead = Which steps it follows, which norm orders them and how long each may last.
procedures-unsure-norm = Some norm of this procedure has not been compared with its official text yet. Confirm it before acting on it.
procedures-how-it-works = How it works
procedures-drawing = { $name }: states and acts
procedures-drawing-how = Each box is a state. At the right stand the acts that lead to one further down, at the left those that lead to one further up; with a broken line, what happens in silence when a term ends. The numbers are those of the table of acts.
procedures-roles = Who takes part
procedures-phases = Phases
procedures-state = State
procedures-phase = Phase
procedures-can = What may happen
procedures-ends = It ends here
procedures-act = Act
procedures-who = Who
procedures-needs = What it requires
procedures-leads = Leads to
procedures-stays = The state does not change
procedures-silence = Silence, when the term ends
procedures-reason = A written reason
procedures-clock = Clock
procedures-extension = Extension
procedures-no-extension = None
procedures-no-term = The law of that day does not say
procedures-extension-words =
    { $times ->
        [one] Once, up to { $cap } more
       *[other] Up to { $times } times, { $cap } more in all
    }
procedures-lapses = If it ends in silence
procedures-followed = Plans that follow it
procedures-followed-none = None: it is declared, and no norm puts it in use
procedures-answers = every comment of the consultation answered
