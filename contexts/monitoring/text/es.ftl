# Palabras del estado de un indicador
status-achieved = Logrado
status-on_track = En camino
status-behind = Rezagado
status-off_track = Fuera de camino
status-not_due = Aún no corresponde
status-overdue = Dato vencido
status-no_method = Sin método
status-no_target = Sin meta
status-not_comparable = No comparable
status-frozen_by_source = Fuente detenida
status-not_available = Sin dato, con razón

accumulation-stock = Nivel (cuenta el último)
accumulation-flow = Flujo (cada periodo por separado)
accumulation-cumulative = Acumulado en el horizonte
accumulation-capacity = Incremento sobre la línea de base
accumulation-reduction = Reducción desde la línea de base
accumulation-annual_reduction = Reducción respecto del año anterior

sense-increase = Debe subir
sense-decrease = Debe bajar
sense-at_least = Como mínimo
sense-at_most = Como máximo
sense-within = Dentro de un rango

aggregation-sum = Suma de las partes
aggregation-ratio = Cociente de sumas
aggregation-maximum = El mayor de las partes
aggregation-minimum = El menor de las partes
aggregation-none = Se mide aparte

group-kind-sex = Sexo
group-kind-area = Área
group-kind-ethnicity = Pertenencia étnica
group-kind-age = Edad

card-level-specific_result = Resultado específico
card-level-product = Producto

# Explicación
explained-expected-stated = La meta de { $period } es { $value }.
explained-expected-interpolated = Para { $period } se espera { $value }: recta entre dos hitos, { $months_done } de { $months_total } meses.
explained-band = entre { $low } y { $high }
explained-measured = El último dato comparable es { $value }, de { $period } (hasta el { $date }).
explained-progress = Se hizo { $done } de { $due } que correspondía: { $percent } %.
explained-thresholds = En camino desde { $on_track } %, rezagado desde { $behind } % (regla { $version }).
explained-baseline = Línea de base: { $value } en { $period }.
explained-approved = Aprobación de las metas: { $approved_by }.
explained-not-approved = No consta quién aprobó las metas.
explained-due = El dato de { $period } ya es exigible.

# Razones
reason-targets_missing = El indicador no tiene metas.
reason-targets_before_baseline = Todas las metas terminan con la línea de base o antes.
reason-nothing_due_before = El primer dato, de { $period }, es exigible el { $due_on }.
reason-path_not_begun = Sin línea de base, la primera meta es la de { $first }.
reason-value_owed = Falta el dato de { $period }, exigible desde el { $due_on }.
reason-source_stopped = La fuente dejó de publicar el { $on }.
reason-not_available = No hay dato de { $period }, y quien lo debe dice por qué: «{ $words }»
reason-scale_differs = El dato está en otra escala ({ $value }) que las metas ({ $targets }).
reason-scale_unstated = Hay datos de varias escalas y nadie ha dicho en cuál están las metas.
reason-target_met = La meta del periodo se cumplió.
reason-met_early = Las metas que faltan ya se cumplieron.
reason-last_target_missed = El plazo de la última meta pasó sin cumplirse.
reason-no_change_due = No correspondía ningún cambio: el valor esperado es un límite que se mantiene.
reason-level_compared = Sin punto de partida, se compara el nivel mismo.
reason-moved_away = El valor se alejó de la meta.

refusal-method_missing = La ficha no dice cómo se calcula el indicador.
refusal-sense_missing = La ficha no dice si el valor debe subir o bajar; nunca se adivina.
refusal-accumulation_missing = La ficha no dice cómo se acumulan los valores en el tiempo.
refusal-sense_contradicts = La capacidad solo sube y la reducción solo baja: el sentido y la acumulación se contradicen.
refusal-baseline_missing = Falta la línea de base desde la que se mide.
refusal-count_start_missing = Falta el primer día desde el que se suma.
refusal-band_incomplete = El rango de { $periods } necesita sus dos valores, primero el menor.
refusal-target_repeated = Dos metas terminan el mismo día: { $periods }.
refusal-target_length_mixed = Las metas de un flujo deben tener la misma duración, no menor que la del reporte: { $periods }.
refusal-observation_repeated = Hay dos valores para { $periods }.
refusal-periods_missing = Faltan los datos de { $periods }.
refusal-overflow = Un número pasa de 28 dígitos.
refusal-division_by_zero = División entre cero.
refusal-not_aggregable = Los valores de este indicador no se agregan por territorio.
refusal-parts_missing = Faltan { $missing } de { $expected } territorios.
refusal-terms_disagree = El valor de alguna parte no es el cociente de su numerador y su denominador.
refusal-scales_mixed = Las partes de { $periods } están en escalas distintas.
refusal-terms_missing = Falta el numerador o el denominador de alguna parte.

# El hilo en la terminal
thread-asked = Dinero: { $year }. Planes e indicadores juzgados al { $on }.
thread-all-years = todos los años
thread-element = elemento
thread-pim = PIM
thread-accrued = devengado
thread-percent = avance
monitoring-nav-indicators = Indicadores

# Dinero de un elemento
monitoring-refused-no-rules = Ninguna regla para juzgar indicadores estaba vigente el { $date }. Elija un año posterior.
monitoring-unjudged = Sin juzgar
monitoring-money-shared = De ello, { $amount } lo comparten varios objetivos.
monitoring-money-estimated = De ello, { $amount } es una estimación.
monitoring-money-over-claimed = Además se reclamaron { $amount } que ya eran de otros: atribuido de más, no se suma.

# El hilo
monitoring-judged-on = Planes e indicadores juzgados al { $date }.
monitoring-thread-future-central = Viene del escenario apuesta para { $year }:
monitoring-thread-future = Viene de un escenario para { $year }:
monitoring-thread-above = Hacia arriba: a qué sirve
monitoring-thread-ways-left-out = { $n ->
    [one] Queda { $n } camino más sin mostrar.
   *[other] Quedan { $n } caminos más sin mostrar.
 }
monitoring-thread-below = Hacia abajo: con qué se hace
monitoring-thread-how = Abra cada nivel para ver qué dinero reclama y cómo van sus indicadores.
monitoring-thread-nothing-below = Nada cuelga de este elemento: ningún plan registrado dice que trabaja para él.
monitoring-money-none = Sin dinero
monitoring-figure-pim-note = Presupuesto de { $year } atribuido a este objetivo y a lo que cuelga de él
monitoring-figure-accrued-note = Gasto reconocido en { $year }
monitoring-indicators-counted = { $n ->
    [one] { $n } indicador:
   *[other] { $n } indicadores:
 }
monitoring-column-depth = Nivel
monitoring-column-element = Código
monitoring-column-kind = Tipo
monitoring-column-title = Título
monitoring-column-results = Estado de los indicadores
monitoring-column-claims = Dinero que reclama
monitoring-below-axis = { $n ->
    [one] { $n } eje
   *[other] { $n } ejes
 }
monitoring-below-vision = { $n ->
    [one] { $n } visión
   *[other] { $n } visiones
 }
monitoring-below-objective = { $n ->
    [one] { $n } objetivo
   *[other] { $n } objetivos
 }
monitoring-below-action = { $n ->
    [one] { $n } acción
   *[other] { $n } acciones
 }
monitoring-below-activity = { $n ->
    [one] { $n } actividad
   *[other] { $n } actividades
 }
monitoring-node-money = PIM { $pim }; devengado { $accrued }; avance { $percent }.
monitoring-node-open = Ver su hilo
monitoring-node-claims = Dinero que reclama
monitoring-node-see-money = Ver este dinero en el presupuesto
monitoring-node-indicators = Sus indicadores
monitoring-claim = { $share } % de: { $what }. Atribución { $basis }, dicha por el puesto { $by }.
monitoring-claim-all = todo el presupuesto
monitoring-claim-prefix = que empieza con { $prefix }
monitoring-lead = (indicador líder)
monitoring-last-value = Último dato: { $value } ({ $period }).
monitoring-no-value = Sin dato que se pueda comparar.

# Inicio
monitoring-home-title = Lo que el Estado promete, financia, gasta y logra
monitoring-home-lead = Cada objetivo del país con el dinero que lo sostiene y los resultados que lo miden, en un solo hilo que cualquiera puede seguir y comprobar.
monitoring-home-funded = Financia: PIM
monitoring-home-funded-note = Presupuesto modificado que se conoce
monitoring-home-spent = Gasta: devengado
monitoring-home-spent-note = Gasto reconocido hasta el último corte
monitoring-home-progress = Avance
monitoring-home-progress-note = Devengado sobre PIM
monitoring-home-with-objective = Dinero con objetivo
monitoring-home-with-objective-note = Parte del PIM que algún plan reclama
monitoring-home-scope = No es todo el presupuesto del Estado: es el gasto de { $year } de { $units } unidades ejecutoras, tal como lo dicen las entregas recibidas: { $files }. Ese gasto es real. Los planes con la marca de muestra no lo son, y tampoco lo que ellos reclaman de ese dinero.
monitoring-home-no-money = No se conoce dinero de { $year }: ninguna entrega recibida habla de ese año. Elija otro año.
monitoring-home-results = Logra: los indicadores
monitoring-home-results-says = Cada estado se explica paso a paso en la página del indicador.
monitoring-home-national = Promete: los objetivos nacionales
monitoring-home-national-says = Abra un objetivo para seguir su hilo: los planes que cuelgan de él, su dinero y sus resultados. Un mismo sol puede servir a varios objetivos: las cifras de dos objetivos no se suman.
monitoring-home-no-plan = Aún no hay un plan nacional registrado. Impórtelo con «quipu import plan».
monitoring-home-objective-no-money = Sin dinero atribuido
monitoring-home-plans = { $n ->
    [0] Ningún plan cuelga de él
    [one] { $n } plan cuelga de él
   *[other] { $n } planes cuelgan de él
 }
monitoring-home-doors = Siga el dinero
monitoring-home-door-who = ¿Quién gasta?
monitoring-home-door-who-says = Por entidad pública
monitoring-home-door-what = ¿En qué se gasta?
monitoring-home-door-what-says = Por programa presupuestal
monitoring-home-door-where = ¿Dónde?
monitoring-home-door-where-says = Por departamento que se beneficia
monitoring-home-door-when = ¿Cuándo?
monitoring-home-door-when-says = Mes a mes
monitoring-home-search = Buscar
monitoring-home-search-entity = Busque una entidad
monitoring-home-search-territory = Busque un departamento, provincia o distrito
monitoring-home-proofs = Qué falta y de dónde sale
monitoring-home-findings = Hallazgos en los planes
monitoring-home-findings-says = { $n ->
    [one] { $n } hallazgo: algo no está como manda la norma
   *[other] { $n } hallazgos: algo no está como manda la norma
 }
monitoring-home-coverage = Cobertura
monitoring-home-coverage-says = { $n ->
    [one] { $n } objetivo sin dinero, y el dinero sin objetivo
   *[other] { $n } objetivos sin dinero, y el dinero sin objetivo
 }
monitoring-home-deliveries = Entregas
monitoring-home-deliveries-says = { $n ->
    [one] { $n } archivo responde por las cifras de este año
   *[other] { $n } archivos responden por las cifras de este año
 }
monitoring-home-nothing = Todavía no hay nada que mostrar en la fecha que mira. Quien administra el sistema puede cargar un país con «quipu init»; si mira una fecha pasada, vuelva a lo que se sabe hoy.

# El indicador
monitoring-indicator = Indicador
monitoring-indicator-thread = ver el hilo de { $code }
monitoring-indicator-judged = juzgado al { $date }
monitoring-indicator-why = Por qué
monitoring-indicator-json = Todo lo necesario para recalcular este estado, en JSON
monitoring-indicator-places = En cada territorio
monitoring-indicator-places-left-out = { $n ->
    [one] Queda { $n } territorio más sin mostrar; está en la lista de indicadores.
   *[other] Quedan { $n } territorios más sin mostrar; están en la lista de indicadores.
 }
monitoring-indicator-sources = De dónde salen los datos
monitoring-indicator-card = Qué mide: la ficha
monitoring-figure-last = Último dato
monitoring-figure-expected = Se esperaba
monitoring-figure-expected-note = Según las metas, para ese mismo periodo
monitoring-figure-done = Avance hacia la meta
monitoring-figure-done-note = De lo que correspondía hasta entonces
monitoring-none-comparable = Sin dato comparable
monitoring-scale-unstated = escala no declarada
monitoring-chart-says = Línea continua: { $values } valores observados. Línea de guiones: { $targets } puntos entre línea de base y metas.
monitoring-column-expected = Meta o línea de base
monitoring-column-note = Nota
monitoring-column-change = Historia de la meta
monitoring-column-rationale = Sustento
monitoring-column-group = Grupo
monitoring-column-value = Valor
monitoring-column-source = Fuente
monitoring-column-quality = Calidad y términos
monitoring-column-corrections = Correcciones
monitoring-group-all = todas las personas
monitoring-corrected = antes { $value }, dicho el { $date }
monitoring-targets = Metas
monitoring-targets-none = Este indicador no tiene metas para este territorio: sin meta no hay nada que juzgar.
monitoring-observations = Lo observado
monitoring-observations-none = Nadie ha entregado datos de este indicador. Quien responde por él puede importarlos con «quipu import observations».
monitoring-observations-left-out = { $n ->
    [one] Queda { $n } valor más sin mostrar; el CSV los trae todos.
   *[other] Quedan { $n } valores más sin mostrar; el CSV los trae todos.
 }
monitoring-series = Serie
monitoring-unit = Unidad
monitoring-provenance = Procedencia
monitoring-scale = Se compara con
monitoring-frozen = La fuente dejó de publicar el
monitoring-binding = Por qué mide este indicador
monitoring-card-open = La ficha no lo dice
monitoring-card-method = Método de cálculo
monitoring-card-justification = Justificación
monitoring-card-relevance = Pertinencia
monitoring-card-limitations = Limitaciones
monitoring-card-post = Puesto responsable
monitoring-card-level = Nivel en la cadena de resultados
monitoring-card-dimension = Dimensión
monitoring-card-sense = Sentido
monitoring-card-accumulation = Acumulación en el tiempo
monitoring-card-aggregation = Agregación por territorio
monitoring-card-periodicity = Periodicidad
monitoring-card-source = Fuente de datos
monitoring-card-programme = Programa presupuestal
monitoring-card-lead = Indicador líder
monitoring-periodicity-annual = anual
monitoring-periodicity-semester = semestral
monitoring-periodicity-quarter = trimestral
monitoring-periodicity-month = mensual
monitoring-change-set = registrada el { $date }
monitoring-change-withdrawn = retirada el { $date }
monitoring-change-raised = más exigente desde el { $date }
monitoring-change-lowered = menos exigente desde el { $date }
monitoring-change-moved = cambiada el { $date }
monitoring-target-lowered = La meta de { $period } se hizo menos exigente el { $on }, cuando su resultado ya se conocía ({ $known }).
monitoring-target-withdrawn = La meta de { $period } se retiró el { $on }, cuando su resultado ya se conocía ({ $known }).

# Lista de indicadores
monitoring-indicators-lead = Todo indicador de los planes que cuentan, con su último dato y su estado. Elija uno para ver por qué está así.
monitoring-indicators-search = Nombre o código
monitoring-indicators-none = No hay indicadores en lo que se sabía entonces. Cargue el país con «quipu init», o elija otra fecha.
monitoring-indicators-none-such = Ningún indicador cumple lo que pide. Quite un filtro para ver más.
monitoring-column-serves = Sirve a
monitoring-column-territory = Territorio

# Entidad, territorio, programa
monitoring-left-out = { $n ->
    [one] Hay uno más en la lista.
   *[other] Hay { $n } más en la lista.
}
monitoring-lines-left-out = { $n ->
    [one] Hay una línea más; el CSV la tiene.
   *[other] Hay { $n } líneas más; el CSV las tiene todas.
}
monitoring-no-money = No hay aquí dinero de este año en lo que se sabía entonces. Del Estado se conoce dinero de: { $years }.
monitoring-money-explore = Ver y cruzar este dinero en el explorador
monitoring-entity-kind = Qué es
monitoring-entity-above = De quién depende
monitoring-entity-units = Unidades ejecutoras
monitoring-entity-since = Consta desde
monitoring-entity-promises = Qué promete: sus planes
monitoring-entity-plans-none = No consta ningún plan de esta entidad, y ninguna regla en uso ese día le exige uno.
monitoring-entity-findings = Lo que sus planes no cumplen
monitoring-entity-results = Qué logra: sus indicadores
monitoring-entity-indicators = Ver los indicadores uno por uno
monitoring-entity-spends = Qué gasta
monitoring-entity-money = Dinero por programa presupuestal, { $year } (en soles)
monitoring-entity-under = Entidades que dependen de ella
monitoring-territory-roles = Su doble condición
monitoring-territory-capital = Capital
monitoring-territory-population = Población
monitoring-territory-money = El dinero y el lugar
monitoring-territory-money-lead = Son dos preguntas distintas: para qué lugar es el gasto, y dónde tiene su sede quien gasta. Sus sumas no se añaden una a otra.
monitoring-territory-benefits = Gasto que beneficia a este lugar, por función, { $year } (en soles)
monitoring-territory-benefits-explore = Ver en el explorador el gasto que beneficia a este lugar
monitoring-territory-seat = Gasto de las unidades ejecutoras con sede aquí, por entidad, { $year } (en soles)
monitoring-territory-seat-explore = Ver en el explorador el gasto de las entidades con sede aquí
monitoring-territory-results = Qué se le prometió y cómo va
monitoring-territory-indicators = Ver los indicadores de este lugar
monitoring-territory-within = Qué hay dentro
monitoring-territory-entities = Quién lo gobierna o tiene aquí su sede
monitoring-programme = Programa presupuestal
monitoring-programmes = Programas presupuestales
monitoring-programmes-lead = Cada programa con su dinero, la parte que algún objetivo reclama y las fichas técnicas que dicen cómo se mide.
monitoring-programmes-none = No hay programas en lo que se sabía entonces. Importe una entrega de presupuesto, o elija otra fecha.
monitoring-programme-coverage = Cuánto de este dinero tiene un objetivo detrás
monitoring-programme-claims = Qué objetivos y actividades reclaman este dinero
monitoring-programme-claims-none = Ningún elemento de un plan reclama este dinero en el año elegido.
monitoring-programme-pattern = Qué filas reclama
monitoring-programme-share = Parte %
monitoring-programme-basis = Sustento
monitoring-programme-products = Por producto o proyecto, { $year } (en soles)
monitoring-programme-entities = Por entidad que gasta, { $year } (en soles)
monitoring-programme-places = Por departamento que beneficia, { $year } (en soles)
monitoring-programme-cards = Fichas técnicas de sus indicadores
monitoring-programme-cards-lead = Las fichas dicen cómo se mide el programa. No traen metas ni valores.
monitoring-programme-cards-count = Fichas
monitoring-programme-claimed-percent = Con objetivo %
monitoring-basis-exact = exacto
monitoring-basis-rule = por regla
monitoring-basis-estimate = estimado
monitoring-sheet-level = Nivel
monitoring-sheet-product = Producto
monitoring-sheet-source = Fuente de datos
monitoring-nav-programmes = Programas
monitoring-territory-seats = Gasto según la sede de quien gasta, { $year } (en soles)
monitoring-territory-benefits-all = Gasto según el lugar que beneficia, { $year } (en soles)
monitoring-territory-benefits-none = En lo entregado de { $year } ninguna fila nombra este lugar como el que se beneficia. Hay fuentes que sólo nombran el departamento.
monitoring-territory-ambit = Este ámbito se superpone con provincias y ninguna fila del presupuesto lo nombra: su dinero se ve en ellas.
monitoring-results-none = No consta ningún indicador suyo en los planes que cuentan.
monitoring-entity-coverage = Cuánto de su dinero tiene un objetivo detrás
monitoring-entity-findings-counted = { $n ->
    [0] Ningún hallazgo: sus planes cumplen las reglas en uso ese día, o no tiene planes que revisar.
    [one] 1 hallazgo, con su regla y su base legal
   *[other] { $n } hallazgos, con su regla y su base legal
}
monitoring-entity-money-units = Dinero por unidad ejecutora, { $year } (en soles)
monitoring-entity-deliveries = Entregas de las que sale este dinero
monitoring-delivery = Entrega
monitoring-deliveries-years = Años que cuenta
monitoring-programme-held = PIM que sostiene (en soles)
monitoring-programme-unmet = ninguna fila del año
monitoring-programme-results = Qué logra: indicadores atados al programa como resultado suyo
monitoring-programme-results-none = Ningún indicador con mediciones está atado a este programa.
monitoring-programme-named = Nombre en { $years }
monitoring-percent-of-pim = { $percent } del PIM
monitoring-territory-plans = Los planes de este lugar y de sus gobiernos
monitoring-territory-present = Otras entidades que gastan desde aquí
monitoring-territory-present-lead = Tienen aquí una unidad ejecutora. El distrito capital lo gobierna la municipalidad de la provincia, que está en esta lista.
monitoring-beside = Lo último que se midió aquí
monitoring-beside-lead = Cada medida es del último período cumplido. Los lugares de arriba sólo llevan valor si es del mismo período y de la misma edición de la fuente: otro no se compara.
monitoring-beside-measure = Medida
monitoring-beside-here = Aquí
monitoring-glossary = Glosario
monitoring-glossary-lead = Qué quieren decir las palabras de los planes, del presupuesto y de este sitio, en lenguaje sencillo y con la norma o el documento de donde sale cada una.
monitoring-glossary-search = Buscar una palabra
monitoring-glossary-term = Palabra
monitoring-glossary-says = Qué quiere decir
monitoring-glossary-none = Ninguna palabra contiene lo que busca. Pruebe con menos letras.
monitoring-glossary-counted = { $n ->
    [0] Ninguna palabra
    [one] 1 palabra
   *[other] { $n } palabras
}
monitoring-health = Estado del sistema
monitoring-health-lead = Qué guarda este sistema, qué se anotó último y con qué versión de la ley y del calendario juzga. Es lo que se sabía en la fecha elegida.
monitoring-health-works = Responde
monitoring-health-yes = Sí
monitoring-health-not-yet = Por confirmar
monitoring-health-entries = Asientos del registro público
monitoring-health-deliveries = Entregas de presupuesto
monitoring-health-answering = { $n } responden por alguna unidad y año
monitoring-health-held = Qué guarda
monitoring-health-version = Versión del programa
monitoring-health-rows = Filas de presupuesto
monitoring-health-refused = Filas que una importación parcial dejó fuera
monitoring-health-plans = Versiones de planes
monitoring-health-indicators = Indicadores
monitoring-health-series = Series de mediciones
monitoring-health-entities = Entidades
monitoring-health-territories = Territorios
monitoring-health-entry = Asiento
monitoring-health-when = Cuándo
monitoring-health-act = Acto
monitoring-health-acts = Lo último que se anotó
monitoring-health-acts-none = Todavía no se anotó nada.
monitoring-health-law = Con qué ley juzga
monitoring-health-rules = Reglas en uso ese día
monitoring-health-rules-count = Reglas en uso
monitoring-health-unconfirmed = Con fuente por confirmar en la norma
monitoring-health-calendar = Versión del calendario de días hábiles
monitoring-health-calendar-years = Años que cubre
monitoring-health-rule = Regla
monitoring-health-norm = Norma
monitoring-health-since = Rige desde
monitoring-health-confirmed = Fuente confirmada
monitoring-health-json = Lo mismo para máquinas (JSON)

# Conjuntos de datos
monitoring-dataset-series = Series
monitoring-dataset-series-about = Series de observaciones, como las publica su fuente.
monitoring-dataset-observations = Observaciones
monitoring-dataset-observations-about = Lo que se midió, por lugar, período y grupo.
monitoring-dataset-bindings = Series de cada indicador
monitoring-dataset-bindings-about = Qué serie mide qué indicador de un plan.
monitoring-dataset-programme-cards = Fichas de programas presupuestales
monitoring-dataset-programme-cards-about = Fichas de los indicadores de desempeño de los programas presupuestales (RESULTA).
monitoring-dataset-no-values = Periodos sin dato, con su razón
monitoring-dataset-no-values-about = Por qué no hay dato de un período, como lo dice quien lo debe.
monitoring-dataset-value-reviews = Datos por aceptar, devueltos y aceptados
monitoring-dataset-value-reviews-about = Los datos que alguien acepta antes de quedar firmes, y dónde están.
monitoring-dataset-value-review-acts = Qué se hizo con los datos por aceptar
monitoring-dataset-value-review-acts-about = Cada acto, de quién y cuándo; también el silencio.
monitoring-dataset-value-validations = Validación estadística de datos
monitoring-dataset-value-validations-about = Lo que la autoridad estadística dice de cada dato.
monitoring-field-comparable-group = Qué valores pueden compararse entre sí
monitoring-field-frozen-on = Desde cuándo calla la fuente
monitoring-field-group-kind = Por qué se distingue el grupo de personas; vacío: todas
monitoring-field-group-name = Qué grupo; vacío: todas las personas
monitoring-field-edition = Publicación de la que se tomó
monitoring-field-numerator = Numerador de la razón
monitoring-field-denominator = Denominador de la razón
monitoring-field-quality-note = Lo que se sabe dudoso o débil
monitoring-field-published-on = Día en que la fuente lo publicó
monitoring-field-targets-group = Escala en la que están las metas
monitoring-field-year = Año de la ficha
monitoring-field-programme-name = Nombre del programa, como está impreso
monitoring-field-product-name = Nombre del producto, como está impreso
monitoring-field-intervals-months = Cada cuántos meses hay un valor
monitoring-field-scope = Si es nacional o regional
monitoring-field-places = Lugares para los que hay valores, como están impresos
monitoring-field-reported-on = Fecha de la ficha
monitoring-field-file = Archivo de la ficha
monitoring-field-no-values-reason = Razón, de la lista del país
monitoring-field-no-values-words = La misma en una frase
monitoring-field-value-reviews-code = Código de la revisión
monitoring-field-procedure = Versión del procedimiento por el que se acepta
monitoring-field-began-at = Cuándo se presentó por primera vez
monitoring-field-value-reviews-post = Puesto que presentó el valor
monitoring-field-submissions = Cuántas veces se presentó
monitoring-field-submitted-seq = Entrada del registro que presentó el valor
monitoring-field-state = Estado del procedimiento
monitoring-field-phase = En revisión, devuelto o aceptado
monitoring-field-value-reviews-reason = Por qué se devolvió la última vez
monitoring-field-review = Código de la revisión
monitoring-field-number = Qué acto de la revisión
monitoring-field-act = Qué se hizo
monitoring-field-at = Cuándo
monitoring-field-value-review-acts-kind = Si actuó alguien o venció un plazo
monitoring-field-who = Papel de quien actuó, o plazo que venció
monitoring-field-value-review-acts-post = Puesto que actuó
monitoring-field-value-review-acts-reason = Por qué
monitoring-field-verdict = Qué se dijo del dato
monitoring-field-value-validations-words = Observaciones, o por qué no se valida
monitoring-field-value-validations-post = Puesto que lo dijo
monitoring-field-punctuality-year = Año en que vencen los datos
monitoring-field-month = Mes en que vencen
monitoring-field-punctuality-due = Datos que ya vencieron
monitoring-field-on-time = De ellos, a tiempo
monitoring-field-late = Tarde
monitoring-field-missing = Que faltan
monitoring-field-under-review = En revisión
monitoring-field-not-due = Por vencer
monitoring-field-on-time-percent = Porcentaje a tiempo, sin lo que está en revisión
monitoring-api-list-statuses = Cómo están los indicadores
monitoring-api-list-statuses-about = El estado de cada indicador en cada territorio, juzgado por las reglas vigentes ese día. Se pide todo, o lo de un objetivo, una entidad o un territorio.
monitoring-api-read-thread = El hilo de un elemento de plan
monitoring-api-read-thread-about = Hacia arriba hasta la visión y hacia abajo hasta el dinero y los resultados.
monitoring-api-objective = Un elemento de plan, como PLAN/ELEMENTO: los suyos y los de lo que cuelga de él
monitoring-api-entity = Una entidad: los de sus planes
monitoring-api-territory = Un territorio: los prometidos para él
monitoring-api-on = Día en que se juzga; sin él, hoy
monitoring-api-one-scope = Pida un objetivo, una entidad o un territorio: uno solo.
monitoring-api-thread-plan = Código del plan; con @VERSIÓN, esa versión
monitoring-api-year = Año del dinero y de los resultados
monitoring-field-statuses-indicator = Indicador, como PLAN@VERSIÓN/CÓDIGO
monitoring-field-statuses-element = Elemento de plan, como PLAN@VERSIÓN/CÓDIGO
monitoring-field-lead = Si es el indicador principal de su objetivo
monitoring-field-sample = Si es de una muestra
monitoring-field-status = Cómo está
monitoring-field-progress-percent = Avance respecto de lo esperado a la fecha, en porcentaje
monitoring-field-last-period = Período del último valor
monitoring-field-last-value = Último valor
monitoring-field-due = Período que debe informarse
monitoring-api-no-rules = Ese día no hay reglas con las que juzgar: aún no se conocían, o la ley no dice nada.

# Qué pasaría sin un elemento
monitoring-impact-link = ¿Qué pasaría si se quitara?
monitoring-impact-title = ¿Qué pasaría sin «{ $element }»?
monitoring-impact-intro = Antes de quitar un objetivo de un plan: qué se va con él, qué queda en el aire y qué dinero se queda sin objetivo.
monitoring-impact-nothing-removed = Esta página no quita nada: compara lo que hay con lo que habría.
monitoring-impact-plans = En los planes
monitoring-impact-gone = { $n ->
    [0] Debajo de él, en su plan, no hay nada más que se vaya.
    [one] Con él se va un elemento de su plan.
   *[other] Con él se van { $n } elementos de su plan.
}
monitoring-impact-orphans = { $n ->
    [0] Ningún elemento de otro plan quedaría sin servir a nada.
    [one] Un elemento de otro plan quedaría sin servir a nada.
   *[other] { $n } elementos de otros planes quedarían sin servir a nada.
}
monitoring-impact-kept = { $n ->
    [0] Ningún elemento de otro plan cuelga de él y también de otra cosa.
    [one] Un elemento de otro plan seguiría sirviendo a otra cosa.
   *[other] { $n } elementos de otros planes seguirían sirviendo a otra cosa.
}
monitoring-impact-gone-table = Se van con él
monitoring-impact-orphans-table = Quedarían sin servir a nada
monitoring-impact-kept-table = Seguirían sirviendo a otra cosa
monitoring-impact-lost-figure = Dinero sin objetivo
monitoring-impact-lost-note = PIM del año que nadie más reclama
monitoring-impact-orphans-figure = Elementos en el aire
monitoring-impact-orphans-note = de otros planes
monitoring-impact-indicators-figure = Indicadores que se van
monitoring-impact-indicators-note = con sus metas
monitoring-impact-money-heading = En el dinero
monitoring-impact-money-what = Antes y después, lo reclamado más lo compartido más lo que nadie reclama es el total del tesoro, al céntimo.
monitoring-impact-money = Dinero con y sin el elemento
monitoring-impact-measure = Medida
monitoring-impact-claimed = Reclamado
monitoring-impact-shared = Compartido
monitoring-impact-unclaimed = Sin reclamar
monitoring-impact-claimed-after = Reclamado sin él
monitoring-impact-shared-after = Compartido sin él
monitoring-impact-unclaimed-after = Sin reclamar sin él
monitoring-impact-total = Total
monitoring-impact-indicator = Indicador
monitoring-impact-indicators = Indicadores que se irían, con { $targets } metas
monitoring-impact-findings = Hallazgos que aparecerían
monitoring-impact-reaching-figure = Dinero que llega a él
monitoring-impact-reaching-note = PIM del año, de lo suyo y de cuanto cuelga de él

# Qué cambió
monitoring-changes-title = Qué cambió: { $name }
monitoring-changes-intro = Cada vez que algo se anotó o se retiró, lo último primero. Nada se borra: el registro público lo prueba.
monitoring-changes-feed = Suscribirse (Atom)
monitoring-changes-feed-what = un lector de noticias avisa de cada cambio.
monitoring-changes-none = No se ha anotado nada de esto.
monitoring-changes-link = Qué cambió
monitoring-changes-older = Cambios anteriores
monitoring-changes-all = Todos los cambios de esta página, en una tabla
monitoring-changes-table = Cambios
monitoring-changes-step = { $what } (asiento { $n })
monitoring-changes-added = { $kind } { $name }: { $after }
monitoring-changes-changed = { $kind } { $name }: { $before } → { $after }
monitoring-changes-raised = { $kind } { $name }: sube de { $before } a { $after }
monitoring-changes-lowered = { $kind } { $name }: baja de { $before } a { $after }
monitoring-changes-withdrawn = { $kind } { $name }: se retira { $before }
monitoring-changes-delivery-name = { $delivery } del año { $year }, { $units ->
    [one] una unidad ejecutora
   *[other] { $units } unidades ejecutoras
}
monitoring-changes-pim = PIM S/ { $pim }
monitoring-changes-entity = Entidad
monitoring-changes-territory = Lugar
monitoring-changes-plan = Plan
monitoring-changes-element = Elemento
monitoring-changes-indicator = Indicador
monitoring-changes-target = Meta
monitoring-changes-claim = Reclamo
monitoring-changes-delivery = Entrega
monitoring-changes-observation = Valor
monitoring-changes-column-entry = Asiento
monitoring-changes-column-date = Fecha (UTC)
monitoring-changes-column-kind = Qué
monitoring-changes-column-fact = Cuál
monitoring-changes-column-before = Antes
monitoring-changes-column-after = Ahora

# Visita guiada
monitoring-visit-title = Visita guiada de diez minutos
monitoring-visit-step = Paso { $n } de { $of }
monitoring-visit-look = Qué mirar
monitoring-visit-back = Vuelva a esta página con el botón de su navegador y siga con el paso siguiente.
monitoring-visit-nav = Pasos de la visita
monitoring-visit-before = Paso anterior
monitoring-visit-next = Paso siguiente
monitoring-visit-end = Fin de la visita: ir al inicio
monitoring-visit-goal = ¿Qué quiere lograr el Estado?
monitoring-visit-goal-says = El plan nacional dice a dónde quiere llegar el país. Todo lo demás debería colgar de él, como las cuerdas de un quipu.
monitoring-visit-goal-link = Abrir el plan nacional
monitoring-visit-goal-look-a = Sus objetivos, de arriba abajo.
monitoring-visit-goal-look-b = Con qué indicadores dice que medirá si los logra.
monitoring-visit-goal-look-c = Los hallazgos: dónde el plan no es como la ley lo pide.
monitoring-visit-thread = ¿Quién trabaja para ese objetivo?
monitoring-visit-thread-says = El hilo de un objetivo muestra cada plan que le sirve, del ministerio al municipio, hasta la actividad.
monitoring-visit-thread-link = Abrir el hilo de un objetivo
monitoring-visit-thread-look-a = Despliegue un nivel: cada línea es un compromiso de alguien.
monitoring-visit-thread-look-b = Cuánto dinero y qué resultados hay en cada nivel.
monitoring-visit-thread-look-c = La marca «muestra» dice qué planes no son documentos oficiales.
monitoring-visit-money = ¿En qué se gasta el dinero?
monitoring-visit-money-says = Cada sol del presupuesto puede mirarse por quién gasta, en qué, con qué, de qué fuente, dónde y cuándo.
monitoring-visit-money-link = Abrir el presupuesto
monitoring-visit-money-look-a = PIM es lo que se puede gastar este año; devengado, lo que ya se reconoció que se debe pagar.
monitoring-visit-money-look-b = Haga clic en una línea para entrar en ella.
monitoring-visit-money-look-c = Bajo la tabla: el archivo, y cómo citarla. Al pie, la página entera en PDF, para imprimir.
monitoring-visit-money-look-d = «Comparar los años lado a lado»: qué cambió del primero al último, también por habitante o en soles de un mismo año.
monitoring-visit-money-look-e = Dentro de una entidad o un lugar, «Junto a sus pares»: los que cumplen una misma regla, dicha con su fuente.
monitoring-visit-unclaimed = ¿Cuánto dinero no tiene objetivo?
monitoring-visit-unclaimed-says = Los planes dicen qué dinero es suyo. Lo que nadie reclama se gasta sin que ningún plan diga para qué.
monitoring-visit-unclaimed-link = Abrir la cobertura
monitoring-visit-unclaimed-look-a = Reclamado, compartido y sin objetivo suman siempre el total del tesoro.
monitoring-visit-unclaimed-look-b = Qué entidades tienen más dinero sin objetivo.
monitoring-visit-result = ¿Se está cumpliendo?
monitoring-visit-result-says = Cada indicador compara lo prometido con lo medido, y explica su estado paso a paso.
monitoring-visit-result-link = Abrir un indicador
monitoring-visit-result-look-a = La meta, el último valor y de cuándo es.
monitoring-visit-result-look-b = La explicación: la regla, la línea de base, lo esperado a la fecha.
monitoring-visit-result-look-c = Si la meta se bajó después de fijada.
monitoring-visit-place = ¿Y donde yo vivo?
monitoring-visit-place-says = Busque su departamento, provincia o distrito: sus planes, su dinero y sus resultados, junto a los de sus vecinos.
monitoring-visit-place-link = Buscar mi lugar
monitoring-visit-place-look-a = Quién gobierna allí y cuánto ejecuta.
monitoring-visit-place-look-b = Lo último medido, junto al departamento y al país.
monitoring-visit-origin = ¿De dónde sale cada cifra?
monitoring-visit-origin-says = Cada archivo recibido se guarda entero, con su huella. Las sumas se comprueban contra él al céntimo.
monitoring-visit-origin-link = Abrir las entregas
monitoring-visit-origin-look-c = Al pie de toda página: qué importación trajo lo que se ve, con su asiento en el registro.
monitoring-visit-origin-look-a = Quién entregó qué y cuándo.
monitoring-visit-origin-look-b = Qué se corrigió al leerlo, con el original al lado.
monitoring-visit-proof = ¿Y si alguien lo cambia después?
monitoring-visit-proof-says = Nada se borra. Cada cambio es un asiento de un registro público que cualquiera puede comprobar sin confiar en nosotros.
monitoring-visit-proof-link = Abrir el registro
monitoring-visit-proof-look-a = Guarde el punto de control: con él podrá probar, dentro de un año, que nada se reescribió.
monitoring-visit-proof-look-b = Arriba de cada página, «Ver otra fecha»: la página como se conocía ese día.

# Valores por departamento
monitoring-spread = Por departamento
monitoring-spread-lead = El último periodo que varios departamentos comparten, con una misma edición de la fuente. Más oscuro es un valor mayor, no mejor.
monitoring-spread-title = { $name }, { $period } ({ $unit })
monitoring-spread-description = El cuadro que sigue tiene el valor de cada departamento.
monitoring-spread-value = Valor
monitoring-territory-around = Entre sus vecinos
monitoring-territory-around-map = El mismo mapa, con otras medidas

# Registro de datos en la oficina
monitoring-entry-title = Datos por registrar
monitoring-entry-office = Mi oficina
monitoring-entry-lead = Lo que ya venció y lo que vence en los próximos noventa días. Cada dato se guarda primero como borrador del puesto, se revisa y luego se registra: desde ese momento es público.
monitoring-entry-drafts = Borradores
monitoring-entry-drafts-words = Esperan que alguien del puesto los registre o los descarte. No se pierden si se corta la línea.
monitoring-entry-owed = Por registrar
monitoring-entry-owed-none = Nada venció y nada vence en los próximos noventa días.
monitoring-entry-other = Registrar un dato de otro indicador o periodo
monitoring-entry-many = Registrar muchos datos a la vez
monitoring-entry-many-words = Descargue la plantilla, llénela y envíela. Las filas sin valor se pasan por alto. Si una fila tiene un error no se guarda ninguna, y se dice cuál y por qué.
monitoring-entry-template = Plantilla con lo que falta (XLSX)
monitoring-entry-file = Tabla de datos (XLSX o CSV)
monitoring-entry-file-hint = La plantilla llena, o una tabla con las mismas columnas.
monitoring-entry-evidence = Sustento
monitoring-entry-evidence-hint = El documento que demuestra los datos. Se guarda tal cual; su nombre y su huella se publican con los datos, el documento no.
monitoring-entry-send = Revisar
monitoring-entry-continue = Revisar antes de registrar
monitoring-entry-indicator = Indicador
monitoring-entry-territory = Territorio
monitoring-entry-period = Periodo
monitoring-entry-due = Vence
monitoring-entry-late = vencido
monitoring-entry-how = Registro
monitoring-entry-record = Registrar
monitoring-entry-by-series = Lo mide la serie { $series }
monitoring-entry-draft = Borrador
monitoring-entry-name = Archivo
monitoring-entry-when = Guardado
monitoring-entry-post = Puesto
monitoring-entry-state = Estado
monitoring-entry-state-open = Por registrar
monitoring-entry-state-recorded = Registrado
monitoring-entry-state-discarded = Descartado
monitoring-entry-rows-file = Filas recibidas
monitoring-entry-value = Valor
monitoring-entry-source = Fuente
monitoring-entry-asked = Antes de registrar
monitoring-entry-values = Datos del borrador
monitoring-entry-known = Ya está registrado con este valor.
monitoring-entry-replaces = Reemplaza { $old }, que seguirá legible como lo que se decía antes.
monitoring-entry-jumps = Difiere { $percent } % del dato de { $before } ({ $value }). ¿Es correcto?
monitoring-entry-draft-title = Borrador de datos
monitoring-entry-registrar = Registrar y publicar
monitoring-entry-descartar = Descartar
monitoring-entry-record-words = Al registrar, los datos se publican con la fuente y el sustento indicados, y quedan en el registro público.
monitoring-entry-discard-words = Descartar este borrador
monitoring-entry-one = Registrar un dato
monitoring-entry-one-words = Se guarda como borrador y se muestra antes de registrarlo.
monitoring-entry-field-indicator = Indicador
monitoring-entry-field-territory = Territorio
monitoring-entry-field-period = Periodo
monitoring-entry-field-value = Valor
monitoring-entry-field-numerator = Numerador
monitoring-entry-field-denominator = Denominador
monitoring-entry-field-source = Fuente
monitoring-entry-field-quality_note = Nota de calidad
monitoring-entry-form-sheet = Datos
monitoring-entry-form-indicator = Plan y código, como PEDN/OE1-I1.
monitoring-entry-form-name = Para leer: no se importa.
monitoring-entry-form-unit = Para leer: no se importa.
monitoring-entry-form-territory = Ubigeo, como 15 o 150101; PE para todo el país.
monitoring-entry-form-period = 2025, 2025-S1, 2025-Q2 o 2025-03.
monitoring-entry-form-value = El número, con punto o coma decimal.
monitoring-entry-form-numerator = Solo si el indicador es una razón.
monitoring-entry-form-denominator = Solo si el indicador es una razón.
monitoring-entry-form-source = De dónde sale; si se deja en blanco, la entidad.
monitoring-entry-form-quality_note = Lo que quien lea el dato debe saber.
monitoring-entry-rows = Filas por corregir
monitoring-entry-row-sheet = Archivo
monitoring-entry-row-line = Línea
monitoring-entry-row-column = Columna
monitoring-entry-row-value = Se leyó
monitoring-entry-row-why = Por qué
monitoring-entry-done-registrado = Los datos están registrados y son públicos.
monitoring-entry-done-descartado = El borrador se descartó; no se registró nada.
monitoring-entry-refused-nothing-new = Todos los valores de este borrador ya están registrados, con las mismas palabras: no hay nada que registrar. Descarte el borrador.
monitoring-entry-refused-ended = Este borrador ya se registró o se descartó.
monitoring-entry-refused-rows = { $n ->
    [one] No se guardó nada: corrija { $n } fila y envíe la tabla de nuevo.
   *[other] No se guardó nada: corrija { $n } filas y envíe la tabla de nuevo.
 }
monitoring-entry-refused-unreadable = El archivo no es una tabla de datos que se pueda leer: { $why }
monitoring-entry-refused-empty = No hay ningún valor: escriba uno o elija una tabla que los tenga.
monitoring-board-title = Entrega de datos de { $year }
monitoring-board-lead = Qué datos debía registrar cada entidad, mes por mes, y cuáles llegaron a tiempo. Un dato que llega después de su fecha cuenta como tarde, aunque otro posterior lo supla. Lo que mide otra fuente no lo entrega la entidad y no cuenta aquí.
monitoring-board-entity = Código de la entidad
monitoring-board-none = Ninguna entidad debía datos.
monitoring-board-why-none = En ese año ninguna entidad debía registrar datos por sí misma: los indicadores de sus planes los miden otras fuentes, o vencen en otro año. Pruebe con otro año en la dirección (year=).
monitoring-board-rate = A tiempo: { $percent } ({ $on_time } de { $owed } datos que ya se debían).
monitoring-board-nothing-owed = Todavía no se debía ningún dato.
monitoring-board-body = Entidad
monitoring-board-percent = A tiempo, %
monitoring-board-on-time = A tiempo
monitoring-board-late = Tarde
monitoring-board-missing = Falta
monitoring-board-not-due = Por vencer
monitoring-board-on-time-short = a tiempo
monitoring-board-late-short = tarde
monitoring-board-missing-short = falta
monitoring-board-not-due-short = por vencer
monitoring-board-caption = Entregas por entidad y mes
monitoring-board-values = Cada dato de la entidad
monitoring-board-indicator = Indicador
monitoring-board-place = Lugar
monitoring-board-period = Periodo
monitoring-board-due = Se debía el
monitoring-board-recorded = Se registró el
monitoring-board-what = Qué pasó
monitoring-board-left-out = Se muestran los primeros; faltan { $n }.
monitoring-board-nav = Entrega de datos
monitoring-dashboard = Tablero de resultados
monitoring-nav-dashboard = Tablero
monitoring-dashboard-lead = De cada indicador, primero las tres cifras: la meta, lo esperado a hoy y lo medido. El nivel (hasta dónde se llegó) y la tendencia (hacia dónde va el último paso) son dos cosas.
monitoring-dashboard-map = Parte de los indicadores juzgados que va bien, por departamento
monitoring-dashboard-map-description = Mapa del país por departamento: cuanto más oscuro, mayor la parte de sus indicadores juzgados que están logrados o en camino. La tabla que sigue tiene las mismas cifras.
monitoring-pyramid = Pirámide de indicadores: de lo nacional a cada entidad
monitoring-tier = Escalón
monitoring-tier-national = Nacional
monitoring-tier-sector = Sectorial
monitoring-tier-region = Regional
monitoring-tier-local = Local
monitoring-tier-institution = Gestión de cada entidad
monitoring-sector = Sector
monitoring-well = Van bien (de los juzgados)
monitoring-target = Meta
monitoring-level = Nivel
monitoring-trend = Tendencia
monitoring-trend-better = ↗ Mejora
monitoring-trend-worse = ↘ Empeora
monitoring-trend-flat = → Igual
monitoring-trend-unknown = — Sin tendencia
monitoring-criteria = Qué significa cada luz
monitoring-criteria-trend = La tendencia compara el último valor con el del periodo anterior, según el sentido del indicador; una suma, una banda o valores con un hueco no dan tendencia.
monitoring-criteria-rules = Reglas de ese día: { $version }
monitoring-criterion = Criterio
monitoring-criterion-achieved = Alcanzó la última meta, o la que vale para siempre.
monitoring-criterion-on_track = El avance es al menos { $on_track } % de lo esperado a la fecha.
monitoring-criterion-behind = El avance está entre { $behind } % y { $on_track } % de lo esperado a la fecha.
monitoring-criterion-off_track = El avance es menor que { $behind } % de lo esperado a la fecha.
monitoring-criterion-not_due = Todavía no corresponde ningún dato.
monitoring-criterion-overdue = Falta un dato que ya venció.
monitoring-criterion-no_method = La ficha no dice cómo se calcula.
monitoring-criterion-no_target = No hay meta para el periodo.
monitoring-criterion-not_comparable = El dato está en otra escala o edición que la meta.
monitoring-criterion-frozen_by_source = La fuente dejó de publicar la serie.
monitoring-horizons = Horizontes: planes y marco multianual
monitoring-horizons-nav = Horizontes
monitoring-horizons-lead = Un plan nacional mira diez años; el dinero se programa a tres. Aquí están uno junto al otro, y los años de cada plan que ningún marco alcanza.
monitoring-horizons-none = No hay planes vigentes en esa fecha.
monitoring-horizons-counted = { $n } planes vigentes; { $beyond } pasan de { $last }, el último año programado.
monitoring-horizons-table = Planes vigentes
monitoring-programmed = El dinero está programado hasta { $last } ({ $name }).
monitoring-programmed-by-rule = El dinero se programa hasta { $last }: la norma pide tres años después de { $now }, y no consta aquí un marco aprobado que los alcance.
monitoring-horizon-plan = Años del plan
monitoring-horizon-framework = Programado hasta
monitoring-horizon-beyond = Años sin programar
monitoring-horizon-finding = Hallazgo
monitoring-horizon-mismatch = { $n ->
    [one] Un año del plan queda después de { $last }: nadie programa su dinero.
   *[other] { $n } años del plan quedan después de { $last }: nadie programa su dinero.
}
monitoring-frameworks = Marcos multianuales aprobados
monitoring-frameworks-lead = Son referenciales: no comprometen montos y se ajustan cada año. Los anteriores quedan.
monitoring-frameworks-none = Hasta esa fecha no consta ningún marco.
monitoring-framework = Marco
monitoring-framework-approved = Aprobado
monitoring-framework-years = Años
monitoring-framework-source = Fuente
monitoring-horizon-title = Horizonte y dinero: { $element }
monitoring-horizon-counted = El plan va de { $first } a { $last }: años con dinero vinculado: { $funded }; con presupuesto y sin dinero vinculado: { $unfunded }; que nadie programa todavía: { $beyond }.
monitoring-horizon-carry-over = Lo no ejecutado de un año puede pasar al siguiente (¶312 de la Reseña de la OCDE); lo que pasó se ve en el PIM del año que sigue.
monitoring-horizon-year = Año
monitoring-horizon-state = Dinero
monitoring-horizon-years = Año por año
monitoring-horizon-pia = PIA
monitoring-horizon-pim = PIM
monitoring-horizon-accrued = Devengado
monitoring-horizon-unspent = Sin ejecutar
monitoring-year-funded = ● Con dinero vinculado
monitoring-year-claimed = ◐ Vinculado; el presupuesto del año aún no llega
monitoring-year-unfunded = ○ Presupuestado, sin dinero vinculado
monitoring-year-programmed = ◇ Programado por el marco, nada vinculado
monitoring-year-beyond_framework = ✕ Más allá del marco: nadie programa su dinero
monitoring-year-unknown = — Sin datos de ese año
monitoring-horizon-see = Horizonte y dinero, año por año
monitoring-perception-see = Lo que la gente percibe
monitoring-incentives-see = Su parte en el plan de incentivos municipales
monitoring-frame-title = Marco lógico: { $programme }
monitoring-frame-lead = Del resultado final al insumo, como lo cuentan las fuentes: los objetivos de los planes que vinculan su dinero, las fichas de indicadores del MEF, y el presupuesto del año.
monitoring-frame-not-told = El problema, la población y la magnitud los dice quien conduce el programa; ninguna otra fuente cargada los trae.
monitoring-frame-see = Marco lógico
monitoring-frame-gaps = Qué le falta
monitoring-frame-gap = Vacío
monitoring-frame-gap-of = De
monitoring-frame-complete = No le falta nada de lo que se comprueba.
monitoring-frame-gap-no-final = Ningún objetivo de un plan vincula su dinero: no consta a qué política sirve
monitoring-frame-gap-no-specific = Ninguna ficha mide un resultado específico
monitoring-frame-gap-unmeasured = Producto o proyecto con dinero y sin ficha de indicador
monitoring-frame-gap-unfunded = Producto con indicador y sin dinero en el año
monitoring-frame-gap-no-dimension = Fichas que no dicen qué dimensión miden (eficacia, eficiencia, calidad, economía)
monitoring-frame-gap-no-interval = Fichas que no dicen cada cuánto se miden
monitoring-frame-gap-not-measurable = Fichas sin método, sin unidad o sin fuente
monitoring-frame-final = Resultado final: objetivos a los que sirve
monitoring-frame-final-none = Ningún objetivo de un plan vincula su dinero.
monitoring-frame-specific = Resultado específico: indicadores
monitoring-frame-specific-none = Ninguna ficha mide un resultado específico.
monitoring-frame-products = Productos y actividades
monitoring-frame-products-none = No consta dinero del programa ese año.
monitoring-frame-inputs = Insumos: por genérica de gasto
monitoring-frame-held = PIM vinculado
monitoring-frame-dimension = Dimensión
monitoring-frame-product = Producto o proyecto
monitoring-frame-pim = PIM
monitoring-frame-accrued = Devengado
monitoring-frame-activities = Actividades
monitoring-frame-indicators = Indicadores
monitoring-frame-input = Genérica
explained-under-review = El dato de { $period } está en revisión: su responsable lo registró y falta que lo acepten. Cuenta desde que se registró.
explained-returned = Un dato de { $period } se devolvió a su responsable y no cuenta hasta que lo corrija: «{ $words }»
explained-validated = La autoridad estadística validó el dato de { $period }.
explained-with-observations = La autoridad estadística validó el dato de { $period } con observaciones: «{ $words }»
explained-not-validated = La autoridad estadística no valida el dato de { $period }: «{ $words }»
monitoring-column-standing = Aceptación y validación
monitoring-value-review = En revisión.
monitoring-value-returned = Devuelto, no cuenta: «{ $words }»
monitoring-value-accepted = Aceptado.
monitoring-no-values = Periodos sin dato, y por qué
monitoring-no-value-why = Razón
monitoring-no-value-words = Explicación
monitoring-no-value-on = Se dijo el
monitoring-verdict-validated = Validado
monitoring-verdict-with_observations = Validado con observaciones
monitoring-verdict-not_validated = No validado
monitoring-entry-has-value = Hay dato: está arriba
monitoring-entry-no-value = Sin dato ({ $why }): { $words }
monitoring-entry-goes-up = Al registrarse queda en revisión: nadie lo cambia hasta que lo acepten o lo devuelvan.
monitoring-entry-field-no_value = Si no hay dato, por qué
monitoring-entry-field-no_value_why = Explicación de por qué no hay dato
monitoring-entry-form-no_value = Solo si no hay valor.
monitoring-entry-form-no_value_why = Una frase. Se publica y cuenta como respuesta; no es un número.
monitoring-entry-refused-no-procedure = El país no declara el procedimiento por el que se aceptan estos datos. Avise a quien administra el sistema.
monitoring-entry-returned = Devueltos para corregir
monitoring-entry-returned-words = No cuentan y se deben otra vez. Registre el valor corregido: vuelve a quien lo devolvió.
monitoring-board-under-review = En revisión
monitoring-board-under-review-short = en revisión
monitoring-board-no-value = se respondió por qué no hay dato
monitoring-board-more = Más de la entrega de datos
monitoring-board-series = La serie por entidad y mes, para programas (CSV)
monitoring-owners-title = Responsables vacantes o callados
monitoring-owners-lead = Entidades que deben datos y de cuyo puesto de responsable de indicadores no hay titular ese día, o que no registraron nada en el tiempo que dice la regla aunque algo venció antes. Cuando el puesto está vacante, sus deberes son de su superior.
monitoring-owners-none = Ningún responsable está vacante ni callado.
monitoring-owners-body = Entidad
monitoring-owners-what = Situación
monitoring-owners-indicators = Indicadores a su cargo
monitoring-owners-missing = Datos que faltan
monitoring-owners-since = El primero se debía el
monitoring-owners-last = Último registro
monitoring-owners-vacant = Puesto vacante
monitoring-owners-silent = Callado
monitoring-reviews-title = Datos por aceptar
monitoring-reviews-lead = Datos que registró su responsable y que esperan a su puesto. Son públicos y cuentan; mientras esperan nadie los cambia. Si los devuelve, diga por qué: se deben otra vez.
monitoring-reviews-none = Ningún dato espera a su puesto.
monitoring-reviews-value = Revisión
monitoring-reviews-body = Entidad
monitoring-reviews-indicator = Indicador
monitoring-reviews-about = De qué
monitoring-reviews-number = Valor
monitoring-reviews-state = Estado
monitoring-reviews-due = Plazo
monitoring-reviews-done-acto = Está hecho y es público.
monitoring-review-title = Revisión
monitoring-review-post = Lo registró
monitoring-review-acts = Qué se hizo
monitoring-review-acts-none = Todavía nadie hizo nada.
monitoring-review-decide = Decidir
monitoring-review-when = Cuándo
monitoring-review-act = Acto
monitoring-review-reason = Razón
monitoring-review-reason-hint = Hace falta para devolver. Se publica.
monitoring-review-of = Qué datos
monitoring-review-one = Solo este dato
monitoring-review-together = Todos los que se registraron con él y esperan
monitoring-review-send = Hacer y publicar
monitoring-review-refused-own = Quien registró un dato no lo acepta ni lo devuelve: lo hace otra persona desde otro puesto.
monitoring-review-refused-procedure = El procedimiento del país no permite ese acto aquí.
monitoring-review-refused-reason = Diga por qué, en 2000 caracteres como máximo.
monitoring-review-refused-moved = El dato ya no está donde estaba, o ese acto no es de su puesto. Vuelva a mirarlo.
monitoring-validation-title = Validación estadística de datos
monitoring-validation-lead = Diga de un dato si está validado. El número no cambia. Sin nombrar una serie se muestran los últimos datos de los que aún no se dijo nada.
monitoring-validation-none = No hay datos que mostrar: escriba el código de una serie.
monitoring-validation-say = Decirlo
monitoring-validation-values = Datos
monitoring-validation-series = Serie
monitoring-validation-about = De qué
monitoring-validation-number = Valor
monitoring-validation-source = Fuente
monitoring-validation-said = Qué se dijo
monitoring-validation-of = Dato
monitoring-validation-verdict = Veredicto
monitoring-validation-words = Observaciones, o por qué no
monitoring-validation-words-hint = Hacen falta si no se valida sin más. Se publican.
monitoring-validation-send = Decir y publicar
monitoring-validation-done-dicho = Está dicho y es público.
monitoring-validation-refused-no-value = Elija un dato y un veredicto.
monitoring-validation-refused-exchanged = El dato cambió desde que lo miró. Vuelva a mirarlo.
monitoring-validation-refused-words = Escriba las observaciones o por qué no se valida, en 2000 caracteres como máximo.
monitoring-validation-refused-nothing-new = De ese dato ya se dijo lo mismo.
monitoring-api-list-punctuality = Qué datos llegaron a tiempo, por entidad y mes
monitoring-api-list-punctuality-about = De los datos que los responsables de cada entidad deben, cuántos vencieron en cada mes del año y cuántos llegaron a tiempo, tarde, faltan o están en revisión. El porcentaje deja fuera lo que está en revisión.
monitoring-api-punctuality-year = Año en que vencen; sin él, el del día en que se juzga
monitoring-entry-returned-why = Por qué se devolvió
monitoring-criterion-not_available = En lugar del dato hay una razón: no está disponible.
monitoring-dashboard-percent = { $percent } %

# Design of budget programmes
monitoring-dataset-programme-designs = Diseño de los programas presupuestales
monitoring-dataset-programme-designs-about = Qué problema atiende cada programa, a quiénes, y cuánto de cada producto está previsto.
monitoring-field-programme-designs-product = Producto del que se dice; vacío: del programa
monitoring-field-aspect = Qué parte del diseño es
monitoring-field-programme-designs-words = Lo mismo en palabras de quien conduce el programa
monitoring-field-quantity = Cuántos
monitoring-field-programme-designs-year = De qué año
monitoring-field-programme-designs-source = Documento que lo dice
monitoring-field-programme-designs-post = Puesto que lo dijo
monitoring-frame-design = Diseño: problema, población y magnitud
monitoring-frame-design-none = Quien conduce el programa no ha dicho aquí qué problema atiende, a quiénes ni cuánto.
monitoring-frame-planned = Previsto
monitoring-frame-unit-cost = PIM por unidad
monitoring-frame-unit-cost-about = El PIM por unidad divide el presupuesto del año entre lo previsto para ese año; donde falta uno de los dos, no se dice.
monitoring-frame-gap-no-problem = El diseño no dice qué problema atiende
monitoring-frame-gap-no-target-population = El diseño no dice cuál es la población objetivo
monitoring-frame-gap-no-beneficiaries = Productos con dinero cuyo diseño no dice quién los recibe
monitoring-frame-gap-no-magnitude = Productos con dinero sin magnitud prevista
monitoring-aspect-problem = Problema que atiende
monitoring-aspect-target_population = Población objetivo
monitoring-aspect-beneficiary_population = Población beneficiaria del producto
monitoring-aspect-magnitude = Magnitud prevista del producto
monitoring-aspect-specification = Especificación técnica del producto
monitoring-design-title = Diseño de programas presupuestales
monitoring-design-lead = Diga de cada programa que su entidad conduce qué problema atiende, a qué población, y de cada producto quién lo recibe y cuánto se prevé. Se publica en su marco lógico; lo dicho antes queda en el registro.
monitoring-design-nothing-led = Su entidad no conduce ningún programa presupuestal de la lista de hoy.
monitoring-design-leads = Sector y pliego que lo conduce
monitoring-design-say = Decir o corregir
monitoring-design-of = De
monitoring-design-programme = El programa
monitoring-design-aspect = Qué se dice
monitoring-design-words = En palabras
monitoring-design-amount = Cuánto
monitoring-design-source = Documento
monitoring-design-source-hint = El que lo dice, con su fecha. Se publica.
monitoring-design-product = Producto
monitoring-design-product-hint = Solo para la población beneficiaria, la magnitud y la especificación.
monitoring-design-quantity = Cuántos
monitoring-design-quantity-hint = Un número sin separador de miles: 1250 o 12.5. Con su unidad y su año; para la magnitud hace falta.
monitoring-design-unit = Unidad
monitoring-design-year = Año
monitoring-design-send = Decir y publicar
monitoring-design-done-dicho = Está dicho y es público.
monitoring-design-refused-aspect = Elija qué se dice.
monitoring-design-refused-product = Esto se dice de un producto: elija cuál.
monitoring-design-refused-no-product = El programa no tiene ese producto en la lista de hoy.
monitoring-design-refused-not-of-product = Esto se dice del programa y no de un producto: deje el producto sin elegir.
monitoring-design-refused-words = Dígalo en palabras, en 2000 caracteres como máximo.
monitoring-design-refused-source = Nombre el documento que lo dice, en 300 caracteres como máximo.
monitoring-design-refused-part-of-amount = Un número tiene tres partes: cuántos, de qué unidad y de qué año.
monitoring-design-refused-quantity = Cuántos es un número mayor que cero, como 1250 o 12.5.
monitoring-design-refused-unit = La unidad tiene 80 caracteres como máximo.
monitoring-design-refused-year = El año va de 2007 a 2100.
monitoring-design-refused-magnitude = Una magnitud es un número: cuántos, de qué unidad y de qué año.
monitoring-design-refused-uncounted = A un problema o a una especificación no le toca ningún número.
monitoring-design-refused-nothing-new = Eso mismo ya está dicho.
