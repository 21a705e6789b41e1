# Search
search-title = Search
search-title-of = Search: { $q }
search-field = What are you looking for?
search-lead = Search objectives, indicators, plans, entities, places, programmes and projects by their words or their code. Accents and capitals do not matter; other forms of a word are found too. Most names are in Spanish.
search-examples = For example
search-example-words = words
search-example-code = a code
search-found = { $n ->
    [one] { $count } result
   *[other] { $count } results
 }
search-beginning = Nothing has “{ $q }” as written. These have words that begin like it.
search-some = Nothing has all the words of “{ $q }”. These have some.
search-nothing = Nothing has “{ $q }”. Write fewer words, more general ones, or the beginning of a word.
search-nothing-small = “{ $q }” has no word that tells one thing from another. Write what it is about too.
search-nothing-of-kind = There are no results of this kind. There are of others: choose one above.
search-did-you-mean = Did you mean…?
search-kinds = By kind
search-all-kinds = All
search-more-than-listed = The first { $max } of { $count } results can be paged through. Write one more word to reach the others.
search-building = Search is being prepared. Load this page again in a moment.
search-updating = What was recorded last is being added: the newest may still be missing.
search-failed = Search could not be prepared with what was recorded last: the newest is missing. Whoever runs this installation finds the reason in its log.
search-of-today = Search looks in what is known today, not in what was known on the chosen date. Its links do lead to that date, and what was not on record then has no page.
search-csv = Download CSV
search-csv-title = Download the results as CSV, up to { $max }
search-column-kind = Kind
search-column-code = Code
search-column-title = Name
search-column-of = Of
search-column-sample = Sample
search-column-address = Address

search-kind-objective = Objectives
search-kind-element = Other elements of plans
search-kind-indicator = Indicators
search-kind-plan = Plans
search-kind-entity = Entities
search-kind-unit = Executing units
search-kind-territory = Territories
search-kind-programme = Budget programmes
search-kind-product = Products and projects
search-one-objective = Objective
search-one-element = Element of a plan
search-one-indicator = Indicator
search-one-plan = Plan
search-one-entity = Entity
search-one-unit = Executing unit
search-one-territory = Territory
search-one-programme = Budget programme
search-one-product = Product or project
