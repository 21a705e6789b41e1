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
