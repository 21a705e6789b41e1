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
