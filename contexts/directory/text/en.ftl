# Directory
directory-territory-country = Country
directory-territory-department = Department
directory-territory-ambit = Regional ambit
directory-territory-province = Province
directory-territory-district = District
directory-level-E = National government
directory-level-R = Regional government
directory-level-M = Local government
directory-nav-entities = Entities
directory-nav-territories = Territories

directory-kind-state = State
directory-kind-sector = Sector
directory-kind-ministry = Ministry
directory-kind-autonomous_body = Autonomous body or branch of the state
directory-kind-agency = Agency of a sector
directory-kind-university = Public university
directory-kind-regional_government = Regional government
directory-kind-provincial_municipality = Provincial municipality
directory-kind-district_municipality = District municipality
directory-kind-mancomunidad = Association of municipalities
directory-kind-forum = Forum

directory-entities-lead = The public bodies of the three levels of government, as recorded on that day. Choose one to see its plans, its money and its results.
directory-territories-lead = The places of the country, by their UBIGEO code. Choose one to see who governs it, what money reaches it and what it was promised.
directory-entity = Entity
directory-code = Code
directory-kind = Kind
directory-sector = Sector
directory-level = Level of government
directory-place = Place
directory-place-kind = Kind of place
directory-place-in = Lies in
directory-population = Population
directory-any = All
directory-search = Name or code of the entity
directory-search-place = Name or UBIGEO of the place
directory-none = There is nothing in what was known then. Load the country with “quipu init”, or choose another date.
directory-none-such = Nothing is as asked. Write fewer words or take a filter away.

# Datasets
directory-dataset-territories = Territories
directory-dataset-territories-about = The country, its departments, provinces and districts, dated.
directory-dataset-entities = Entities
directory-dataset-entities-about = Public bodies of the three levels and the sectors they belong to, dated.
directory-dataset-executing-units = Executing units
directory-dataset-executing-units-about = Units that execute the budget, and the entity of each.
directory-field-parent = Code of what it belongs to
directory-field-capital = Name of the capital
directory-field-population = Inhabitants according to the source
directory-field-latitude = Latitude of the capital, in degrees
directory-field-longitude = Longitude of the capital, in degrees
directory-field-entities-level = Level of government: E national, R regional, M local
directory-field-ejecutora = Number of the unit within its pliego
