# Directorio
directory-territory-country = País
directory-territory-department = Departamento
directory-territory-ambit = Ámbito regional
directory-territory-province = Provincia
directory-territory-district = Distrito
directory-level-E = Gobierno nacional
directory-level-R = Gobierno regional
directory-level-M = Gobierno local
directory-nav-entities = Entidades
directory-nav-territories = Territorios

directory-kind-state = Estado
directory-kind-sector = Sector
directory-kind-ministry = Ministerio
directory-kind-autonomous_body = Organismo constitucionalmente autónomo o poder del Estado
directory-kind-agency = Organismo público adscrito
directory-kind-university = Universidad pública
directory-kind-regional_government = Gobierno regional
directory-kind-provincial_municipality = Municipalidad provincial
directory-kind-district_municipality = Municipalidad distrital
directory-kind-mancomunidad = Mancomunidad municipal
directory-kind-forum = Foro de concertación

directory-entities-lead = Las entidades públicas de los tres niveles de gobierno, como constaban ese día. Elija una para ver sus planes, su dinero y sus resultados.
directory-territories-lead = Los lugares del país, por su código UBIGEO. Elija uno para ver quién lo gobierna, qué dinero le llega y qué se le prometió.
directory-entity = Entidad
directory-code = Código
directory-kind = Tipo
directory-sector = Sector
directory-level = Nivel de gobierno
directory-place = Lugar
directory-place-kind = Tipo de lugar
directory-place-in = Está en
directory-population = Población
directory-any = Todos
directory-search = Nombre o código de la entidad
directory-search-place = Nombre o UBIGEO del lugar
directory-none = No hay nada en lo que se sabía entonces. Cargue el país con «quipu init», o elija otra fecha.
directory-none-such = Nada cumple lo que pide. Escriba menos palabras o quite un filtro.

# Conjuntos de datos
directory-dataset-territories = Territorios
directory-dataset-territories-about = El país, sus departamentos, provincias y distritos, con fechas.
directory-dataset-entities = Entidades
directory-dataset-entities-about = Entidades públicas de los tres niveles y los sectores a los que pertenecen, con fechas.
directory-dataset-executing-units = Unidades ejecutoras
directory-dataset-executing-units-about = Unidades que ejecutan el presupuesto, y la entidad de cada una.
directory-field-parent = Código de aquello a lo que pertenece
directory-field-capital = Nombre de la capital
directory-field-population = Habitantes según la fuente
directory-field-latitude = Latitud de la capital, en grados
directory-field-longitude = Longitud de la capital, en grados
directory-field-entities-level = Nivel de gobierno: E nacional, R regional, M local
directory-field-ejecutora = Número de la ejecutora dentro del pliego
