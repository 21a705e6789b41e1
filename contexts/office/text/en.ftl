office-title = My office
office-hello = { $name }, this is what waits at your post.
office-acting = You act as
office-change = Act through this post
office-others = { $n ->
    [one] You hold { $n } more post
   *[other] You hold { $n } more posts
 }
office-withheld = { $n ->
    [one] One of your posts reaches beyond one body and asks for a second factor: activate it under “My account” and log in again.
   *[other] { $n } of your posts reach beyond one body and ask for a second factor: activate it under “My account” and log in again.
 }
office-no-post = You hold no post today. The administrator of your body can name you to one.
office-overdue = Overdue measurements
office-overdue-none = No measurement is overdue.
office-counted = { $n } of { $all } measurements of the indicators of your plans.
office-indicator = Indicator
office-due = Was to be measured
office-last = Last measurement
office-undertakings = Commitments, recommendations, decisions and goals to carry out
office-undertakings-none = There are no commitments, recommendations, decisions or goals to carry out.
office-undertaking = Code
office-kind = What it is
office-text = What was undertaken or asked
office-kind-commitment = Commitment of an evaluation
office-kind-recommendation = Recommendation
office-kind-decision = Decision of a review
office-kind-evidence = Evidence for a goal of the incentive plan
office-kind-verification = Evidence for a goal, to be verified
office-overdue-since = { $date } (overdue)
office-no-day = No day
office-plans = Plans of the body
office-plans-none = The body has no recorded plans.
office-plan = Plan
office-version = Version
office-years = Years
office-vacant = Vacant posts in your charge
office-vacant-words = Nobody holds them today: what is pending of them is yours.
office-links = Also
office-body = Body
office-findings = Findings about the plans of the body
office-handover = Hand-over of the post
office-post = Post
office-reach = Reach
office-now = Held today by
office-as-of = As of
office-holders = Who held the post
office-holders-none = Nobody has held it yet.
office-who = Person
office-as = As
office-from = From
office-to = Last day
office-norm = Resolution
office-plans-under-way = Plans under way
office-studies = Foresight studies
office-evaluations = Evaluations, commitments and budget requests
office-recommendations = Recommendations and audits
office-waiting = Waiting for an act of yours
office-cases-none = No plan is under way.
office-findings-none = The checks found nothing in its plans.
office-notices = Notices
office-notices-words = What your posts were told. Each notice is given once.
office-notices-none = Your posts were not told anything yet.
office-what = Notice
office-about = About
office-due-on = Due
office-notice-value_late = Value overdue
office-notice-value_soon = Value soon due
office-notice-case_soon = Term soon over
office-notice-case_extended = Term extended
office-notice-case_lapsed = Term over
office-notice-alert = Alert to answer
office-notice-decision = Decision to carry out
office-notice-decision_late = Decision overdue
office-reviews = Reviews and decisions
office-notice-value_to_accept = Values to accept
office-notice-value_returned = Value returned
office-alerts = Alerts that wait for an answer
office-notice-due = Due on { $date }.
office-often-title = Letters
office-often = How often you want them
office-often-daily = On each day on which there is something to tell
office-often-weekly = On Mondays, with everything of the week
office-often-never = Never: I see it here or in my calendar
office-often-button = Keep
office-feeds = Calendar and news reader
office-feeds-words = A secret address brings the due days of your posts to your calendar (iCalendar) and the notices to a news reader (Atom). Whoever knows it sees them: do not share it. Posts that reach beyond one body are not in it.
office-feeds-since = You have addresses since { $when }.
office-feeds-make = Make addresses
office-feeds-again = Make others: those before stop working
office-feeds-end = End the addresses
office-feeds-once = Copy them now: they are not shown again.
office-feeds-calendar = For your calendar
office-feeds-atom = For a news reader
office-calendar = Due days of my posts
office-done-cartas = Kept.
office-done-agenda = The addresses show nothing any more.
office-letter-subject = { $n ->
    [one] Quipu: { $n } notice for your posts
   *[other] Quipu: { $n } notices for your posts
 }
office-letter-hello = { $name }, this waits at your posts.
office-letter-line = { $what }, { $date }: { $about }
office-letter-more = { $n ->
    [one] And { $n } more notice on the page.
   *[other] And { $n } more notices on the page.
 }
office-letter-else = To see all notices, to get fewer letters or to bring the due days to your calendar: { $link }
office-soon = Soon due
office-record = Record data of the body
office-to-accept = Values to accept
office-describe = Design of budget programmes
office-validate = Statistical validation of values
office-following = What I follow
office-following-words = Of what you follow here, a letter tells what changed in its alerts, each change once and as often as you chose under Notices. Nobody else sees what you follow.
office-following-none = You follow nothing yet.
office-following-done-sigue = You follow it.
office-following-done-quitado = You follow it no longer.
office-follow = Follow
office-unfollow = Stop following
office-followed-kind = What
office-followed-entity = Body
office-followed-territory = Place
office-followed-objective = Objective
office-followed-code = Code
office-followed-code-hint = As E:11-011, 24 or PEDN/OE2.
office-follow-refused-code = There is nothing with that code.
office-follow-refused-many = At most { $n } things are followed: stop following one.
office-change-raised = New alert
office-change-moved = Alert that changed
office-change-cleared = Alert that ended
office-digest-subject = { $n ->
    [one] Quipu: { $n } change in what you follow
   *[other] Quipu: { $n } changes in what you follow
 }
office-digest-hello = { $name }: this changed in what you follow.
office-digest-line = { $what }: { $about }
office-digest-else = To follow other things or stop following: { $link }
office-reports = Reports to prepare and sign
office-checklists = Checklists
office-surveys = Perception surveys
office-incentives = Municipal incentive plan
