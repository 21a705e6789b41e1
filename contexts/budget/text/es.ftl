# Lo que dice la sala del presupuesto, con los nombres que los funcionarios conocen.

# Medidas
budget-measure-pia = PIA
budget-measure-modifications = Modificaciones
budget-measure-pim = PIM
budget-measure-certified = Certificación
budget-measure-committed_annual = Compromiso anual
budget-measure-committed_monthly = Atención de compromiso mensual
budget-measure-accrued = Devengado
budget-measure-paid = Girado
budget-measure-disbursed = Pagado

# Dimensiones
budget-dimension-year = Año
budget-dimension-month = Mes
budget-dimension-level = Nivel de gobierno
budget-dimension-entity = Entidad
budget-dimension-sector = Sector
budget-dimension-pliego = Pliego
budget-dimension-sec_ejec = Unidad ejecutora (SEC_EJEC)
budget-dimension-ejecutora = Número de ejecutora
budget-dimension-department = Departamento de la sede
budget-dimension-province = Provincia de la sede
budget-dimension-district = Distrito de la sede
budget-dimension-meta_department = Departamento que se beneficia
budget-dimension-meta_province = Provincia que se beneficia
budget-dimension-meta_district = Distrito que se beneficia
budget-dimension-goal_sequence = Secuencia funcional
budget-dimension-programme = Programa presupuestal
budget-dimension-kind = Producto o proyecto (tipo)
budget-dimension-product = Producto / proyecto
budget-dimension-activity_kind = Actividad, acción u obra (tipo)
budget-dimension-activity = Actividad / acción de inversión / obra
budget-dimension-function = Función
budget-dimension-division = División funcional
budget-dimension-group = Grupo funcional
budget-dimension-goal = Meta
budget-dimension-purpose = Finalidad
budget-dimension-source = Fuente de financiamiento
budget-dimension-rubro = Rubro
budget-dimension-resource_type = Tipo de recurso
budget-dimension-category = Categoría de gasto
budget-dimension-transaction = Tipo de transacción
budget-dimension-generic = Genérica
budget-dimension-subgeneric = Subgenérica
budget-dimension-subgeneric_detail = Detalle de subgenérica
budget-dimension-specific = Específica
budget-dimension-specific_detail = Detalle de específica
budget-dimension-target_unit = Unidad de medida
budget-dimension-target_annual = Meta física anual
budget-dimension-target_semester = Meta física semestral
budget-dimension-progress_annual = Avance físico anual
budget-dimension-progress_semester = Avance físico semestral

# Entregas, reparaciones, hallazgos
budget-total = Total
budget-progress = Avance %
budget-absent = no informado
budget-delivery = Entrega { $number }
budget-superseded = reemplazada
budget-partial = parcial: { $rows } filas rechazadas
budget-already-delivered = Ya entregado: es la entrega { $number }; no se registra de nuevo.
budget-rule-pia_plus_modifications_is_pim = PIA más modificaciones no es el PIM
budget-rule-year_is_sum_of_months = La cifra del año no es la suma de sus meses
budget-rule-paid_within_accrued = Girado mayor que devengado en el año
budget-rule-disbursed_within_paid = Pagado mayor que girado en el año
budget-rule-accrued_within_committed_annual = Devengado mayor que el compromiso anual
budget-rule-committed_annual_within_certified = Compromiso anual mayor que la certificación
budget-rule-certified_within_pim = Certificación mayor que el PIM
budget-repair-enye = La Ñ llegó como ¥
budget-repair-district_name = Nombre del distrito según su UBIGEO
budget-repair-local_sector = Sector en blanco de gobierno local
budget-repair-local_pliego = Pliego en blanco de gobierno local
budget-month-00 = Presupuesto del año

# Cobertura
budget-coverage-claimed = Atribuido
budget-coverage-shared = Compartido
budget-coverage-unclaimed = Sin objetivo
budget-coverage-over_claimed = Atribuido de más
budget-coverage-total = Total del tesoro
budget-coverage-estimated = De ello, por estimación
budget-coverage-money-without-objective = Dinero sin objetivo
budget-coverage-objectives-without-money = Objetivos sin dinero
budget-coverage-none = Sin objetivo
budget-unfunded-no_claim = Nadie ha dicho qué dinero es suyo
budget-unfunded-no_money = Lo que se le atribuye no tiene dinero en el periodo
budget-basis-exact = exacta
budget-basis-rule = por regla
budget-basis-estimate = estimación
budget-nav-explorer = Presupuesto
budget-nav-coverage = Cobertura
budget-nav-deliveries = Entregas

# Columnas
budget-column-pia = PIA
budget-column-modifications = Modificaciones
budget-column-pim = PIM
budget-column-certified = Certificación
budget-column-committed_annual = Compromiso anual
budget-column-committed_monthly = Atención de compromiso mensual
budget-column-accrued = Devengado
budget-column-paid = Girado
budget-column-disbursed = Pagado
budget-meaning-pia = Presupuesto institucional de apertura: lo aprobado al comenzar el año
budget-meaning-pim = Presupuesto institucional modificado: lo que hay para gastar tras los cambios del año
budget-measure = Medida
budget-dimension = Dimensión
budget-no-code = (sin código en la fuente)
budget-also-called = también «{ $name }» ({ $years })
budget-own-page = ficha
budget-name-of = { $what }: nombre
budget-begins = códigos que empiezan con { $prefix }

# Explorador
budget-explorer = Presupuesto
budget-explorer-lead = Cuánto dinero público hay y cuánto se ha gastado, al céntimo, según los archivos que entregó el Estado. Pulse una fila para ver de qué se compone, o haga otra de las seis preguntas sobre el mismo dinero.
budget-trail = Pasos hasta aquí y dinero en cada uno
budget-whole-year = Todo lo entregado de { $year }
budget-whole = Todos los años entregados
budget-none = nada
budget-chosen = Condiciones elegidas
budget-without = quitar
budget-questions = Seis preguntas sobre este dinero
budget-question-who = ¿Quién gasta?
budget-question-what = ¿En qué se gasta?
budget-question-how = ¿Cómo se estructura el gasto?
budget-question-source = ¿Con qué se financia?
budget-question-where = ¿Dónde?
budget-question-when = ¿Cuándo?
budget-way-level = Nivel de gobierno
budget-way-sector = Sector
budget-way-entity = Entidad
budget-way-sec_ejec = Unidad ejecutora
budget-way-programme = Programa presupuestal
budget-way-product = Producto / proyecto
budget-way-activity = Actividad
budget-way-purpose = Finalidad
budget-way-function = Función
budget-way-division = División funcional
budget-way-group = Grupo funcional
budget-way-category = Categoría de gasto
budget-way-generic = Genérica
budget-way-subgeneric = Subgenérica
budget-way-subgeneric_detail = Detalle de subgenérica
budget-way-specific = Específica
budget-way-specific_detail = Detalle de específica
budget-way-source = Fuente
budget-way-rubro = Rubro
budget-way-resource_type = Tipo de recurso
budget-way-department = Departamento de la sede
budget-way-province = Provincia de la sede
budget-way-district = Distrito de la sede
budget-way-meta_department = Departamento que se beneficia
budget-way-meta_province = Provincia que se beneficia
budget-way-meta_district = Distrito que se beneficia
budget-way-month = Mes
budget-way-year = Año
budget-mix = Cruzar clasificaciones, ordenar o filtrar por código
budget-by-none = —
budget-by-first = Listar por
budget-by-second = y por
budget-by-third = y además por
budget-sort = Ordenar por
budget-sort-code = Código
budget-with = Solo donde
budget-with-code = tiene este código o estas palabras
budget-caption-year = { $by }, { $year } (en soles)
budget-caption = { $by } (en soles)
budget-total-of = { $n ->
    [one] Total de { $n } fila
   *[other] Total de { $n } filas
 }
budget-exact = Los mismos códigos y montos tal como los escribe «quipu budget» (CSV)
budget-note-month = El PIA y el PIM son del año y están en la fila «Presupuesto del año». El avance de cada mes es su devengado sobre el PIM del año; si una fuente da una cifra solo para el año entero, también está en esa fila.
budget-note-places = Hay dos lugares: la sede es donde está la oficina que gasta; el lugar que se beneficia es donde llega lo gastado. No suman lo mismo.
budget-note-pia = El PIA es cero: este dinero se incorporó al presupuesto después de aprobado.
budget-note-years = Estas cifras suman años distintos. Elija un año para ver uno solo.
budget-nothing-delivered = Todavía no hay ninguna entrega. Quien administra el sistema la trae con «quipu import budget ARCHIVO».
budget-nothing-in-year = Nadie ha entregado archivos del año { $year }. Los años entregados son: { $years }. Elija uno arriba.
budget-nothing-such = Ninguna fila del presupuesto cumple estas condiciones: puede que el código no exista ese año, o que nadie gaste en esa combinación. Quite una condición, revise el código o cambie de año.
budget-goals-heading = Qué se iba a lograr con este dinero y cuánto se logró
budget-goals-lead = Metas físicas que la propia entidad informa en su reporte del SIAF, junto a su dinero. Una meta física se cuenta una vez y no se suma con otras.
budget-goals = Metas físicas
budget-goals-left-out = Se ven las { $shown } con más PIM, de { $total }. El CSV las trae todas.
budget-goal = Año · unidad · secuencia
budget-goal-target = Meta anual
budget-goal-progress = Avance informado
budget-goal-percent = Avance físico %
budget-sources-lead = Estas entregas respondieron por el dinero de esta página. La suma de sus partes es el total de la tabla.
budget-sources = Entregas que responden
budget-command = La misma pregunta en la línea de órdenes, con la misma respuesta:
budget-refused-dimension = «{ $value }» no es una clasificación del presupuesto. Use una de estas: { $choices }.
budget-refused-measure = «{ $value }» no es una medida del presupuesto. Use una de estas: { $choices }.
budget-refused-condition = «{ $value }» no es una condición. Escríbala como clasificación=código, por ejemplo { $choices }.
budget-refused-twice = «{ $value }» se pide dos veces. Nómbrelo una sola vez.
budget-refused-by-many = Una tabla admite hasta { $max } clasificaciones a la vez.
budget-refused-where-many = Son demasiadas condiciones: use hasta { $max } clasificaciones.
budget-refused-delivery = No hay ninguna entrega { $number }, o todavía no había llegado en la fecha que está mirando.
budget-refused-coverage-by = La cobertura no se lista por «{ $value }». Use entity, objective, territory, seat, programme, sector o year.

# Páginas de entregas
budget-deliveries = Entregas
budget-deliveries-lead = Cada archivo de presupuesto que ha llegado, tal como llegó. Ninguno se cambia ni se borra: si llega otro mejor, responde en su lugar y el anterior sigue aquí. Con el SHA-256 puede comprobar que su copia es la misma.
budget-deliveries-none-in-year = Ninguna entrega es de ese año. Quite el año para verlas todas.
budget-delivery-column = Entrega
budget-state = Estado
budget-arrived = Registrada el
budget-source-column = Quién la entregó
budget-layout = Formato
budget-rows = Filas
budget-refused = Filas rechazadas
budget-units = Unidades ejecutoras
budget-units-answering = Responde por (unidades)
budget-digest = SHA-256
budget-units-note = unidades ejecutoras y años, cada una con una sola entrega que responde
budget-superseded-count = { $n ->
    [0] ninguna reemplazada
    [one] { $n } reemplazada
   *[other] { $n } reemplazadas
 }
budget-refused-count = { $n ->
    [0] ninguna rechazada
    [one] { $n } rechazada
   *[other] { $n } rechazadas
 }
budget-answers = responde
budget-answers-in-part = responde en parte
budget-delivery-lead = Lo que trajo este archivo, lo que se dudó de él y lo que se reparó, con el original.
budget-shrunk = Este archivo trae menos que el que reemplaza. Se aceptó por esta razón: { $reason }
budget-file = Archivo
budget-entry = Asiento del registro público
budget-month-last = Último mes con gasto
budget-answers-for = { $n } de { $units } ({ $year })
budget-digest-file = SHA-256 del archivo
budget-digest-rows = SHA-256 de lo guardado
budget-reconcile-this = Comprobar al céntimo que lo guardado es lo entregado
budget-compare-with = Comparar con la entrega { $number }, la anterior de lo mismo
budget-control-lead = Lo que sumaba cada medida cuando se leyó el archivo. Un monto negativo es una reversión: se cuenta, no se rechaza.
budget-control-total = Suma al leerlo (S/)
budget-control-totals = Totales de control
budget-negatives = Filas con monto negativo
budget-findings-heading = Dudas
budget-findings-lead = Lo que no cuadra en el propio archivo. Se dice y se guarda igual: corregirlo le toca a su fuente.
budget-no-findings = Ninguna duda: las fases del gasto están en orden y las sumas cuadran.
budget-finding = Qué no cuadra
budget-finding-count = Veces
budget-first-line = Primera línea del archivo
budget-findings = Lo que no cuadra
budget-repairs-heading = Reparaciones
budget-repairs-lead = Textos que llegaron dañados o en blanco y se muestran de otra forma, según reglas escritas. Los montos no se tocan nunca.
budget-no-repairs = Nada se reparó: todo se muestra como llegó.
budget-repairs = Reparaciones por regla
budget-repair-rule = Regla
budget-repair-texts = Textos distintos
budget-repair-examples = Lo que llegó y lo que se muestra
budget-repair-dimension = Dónde
budget-original = Llegó
budget-repaired = Se muestra
budget-blank = (en blanco)
budget-repairs-left-out = { $n ->
    [one] Una reparación más está en el CSV.
   *[other] Otras { $n } reparaciones están en el CSV.
 }
budget-refused-heading = Filas que no se tomaron
budget-refused-lead = Se importó sin ellas porque así se pidió. Su dinero no está en ninguna suma.
budget-line = Línea
budget-refused-column = Columna
budget-refused-value = Valor
budget-refused-reason = Por qué

# Comparar
budget-compare = Comparar dos entregas
budget-compare-link = Comparar dos entregas
budget-compare-lead = Qué cambió de un archivo a otro: líneas nuevas, líneas que ya no están, montos distintos. Una línea es la misma clasificación completa, con todos sus meses juntos.
budget-compare-old = La anterior
budget-compare-new = La nueva
budget-compare-choose = Elija dos entregas y pulse «Mostrar». Lo usual es comparar la de hoy con la última del mismo formato.
budget-compare-same = Las dos dicen lo mismo: ninguna línea difiere.
budget-compare-unlike = Estas entregas tienen formatos distintos: una clasificación que un formato no trae hace que la línea parezca otra.
budget-lines-added = Líneas nuevas
budget-lines-gone = Líneas que ya no están
budget-lines-changed = Líneas con otro monto
budget-rows-new = el archivo nuevo tiene { $n } filas
budget-rows-old = el anterior tenía { $n } filas
budget-difference = Diferencia
budget-compare-measures = Montos por medida (en soles)
budget-compare-lines = Líneas que difieren (en soles)
budget-compare-lines-lead = Primero las de mayor cambio. Cada monto es lo que la línea tiene de más (o de menos) en la nueva. El CSV trae todas las clasificaciones.
budget-line-change = Línea
budget-line-added = nueva
budget-line-gone = ya no está
budget-line-changed = cambió
budget-change-of = Cambio de { $measure }

# Conciliación
budget-reconciliation = Conciliación
budget-reconcile-link = Comprobar al céntimo que lo guardado es lo entregado
budget-reconcile-lead = Lo que muestra el sistema tiene que sumar lo mismo que el archivo que llegó. Aquí se vuelve a leer el archivo original, con otro lector de números, y se compara con lo guardado: en total y en cada clasificación. El resultado se calcula al abrir la página, nunca se guarda.
budget-reconcile-zero = Entrega { $number }: 0 céntimos de diferencia en { $checks } comparaciones. { $n ->
    [0] Todo cuadra.
   *[other] { $n }
 }
budget-reconcile-differs = Entrega { $number }: difieren { $n } de { $checks } comparaciones. Abajo se ve cuáles; no use estas cifras hasta que se aclare.
budget-reconcile-large = La entrega { $number } es demasiado grande para releerla mientras se espera una página. En la línea de órdenes: quipu reconcile
budget-reconcile-unreadable = El archivo original de la entrega { $number } no se puede leer como entonces: { $reason }
budget-zero-centimos = 0 céntimos
budget-centimos = { $n } céntimos
budget-source-total = El archivo
budget-stored-total = Lo guardado
budget-reconcile-totals = Por medida (en soles)
budget-reconcile-levels = Diferencia por clasificación
budget-reconcile-where = Medidas que difieren
budget-reconcile-levels-lead = La suma de los grupos de cada clasificación contra el archivo.
budget-reconcile-rollup = Sumas guardadas: { $name }
budget-rollup-goals = metas
budget-rollup-means = medios y fuentes
budget-rollup-classifier = clasificador de gasto
budget-rollup-months = meses
budget-rollup-programmes = programas
budget-rollup-state = el Estado entero
budget-rollup-units = unidades ejecutoras
budget-reconcile-choose = Elija una entrega
budget-reconcile-action = Comprobar
budget-reconcile-do = Releer la entrega { $number } y comparar

# Página de cobertura
budget-coverage = Cobertura: qué dinero tiene un objetivo detrás
budget-coverage-lead = De cada sol del presupuesto, cuánto dicen los planes que es para uno de sus objetivos. Lo que nadie reclama y lo que varios reclaman se muestra, no se esconde.
budget-coverage-nothing = No hay dinero entregado de ese año. Elija otro año arriba.
budget-coverage-identity = { $difference ->
    [0] Atribuido { $claimed } + compartido { $shared } + sin objetivo { $unclaimed } = { $treasury }, el total del tesoro. Diferencia: 0 céntimos.
   *[other] Atribuido { $claimed } + compartido { $shared } + sin objetivo { $unclaimed } no suman el total del tesoro, { $treasury }: la diferencia es de { $difference } céntimos. Es un error del sistema.
 }
budget-coverage-over = Además, los planes reclaman { $money } que no existen: más del 100 % de algunas filas. Ese exceso se muestra aparte y no entra en la suma.
budget-coverage-by = Listar por
budget-coverage-by-entity = Entidad
budget-coverage-by-objective = Objetivo
budget-coverage-by-programme = Programa presupuestal
budget-coverage-by-sector = Sector
budget-coverage-by-territory = Departamento que se beneficia
budget-coverage-by-seat = Departamento de la sede
budget-coverage-by-year = Año
budget-coverage-caption = Cobertura por { $by }: { $measure } (en soles)
budget-coverage-percent = Con objetivo %
budget-gaps-lead = Nadie ha dicho para qué objetivo es. Pulse una fila para ver en qué se gasta; quien planifica puede atribuirlo en su siguiente archivo de atribuciones.
budget-gaps-left-out = Se ven { $shown } de { $total }. El CSV los trae todos.
budget-unfunded-lead = { $n ->
    [0] Ningún objetivo de los planes vigentes se queda sin dinero.
    [one] Un objetivo de los planes vigentes no tiene dinero. Hay dos razones, con dos remedios: nadie ha dicho qué dinero es suyo, o lo que se le atribuye no tiene dinero ese año.
   *[other] { $n } objetivos de los planes vigentes no tienen dinero. Hay dos razones, con dos remedios: nadie ha dicho qué dinero es suyo, o lo que se le atribuye no tiene dinero ese año.
 }
budget-unfunded-why = Por qué
budget-objective-title = Objetivo: nombre
budget-matter = Muestra
budget-refused-words-many = «{ $words }» está en { $n } nombres; caben { $max }. Escriba más palabras.
budget-compare-large = Estas entregas son demasiado grandes para compararlas mientras se espera una página. En la línea de órdenes: quipu deliveries diff
budget-units-told = { $n ->
    [one] De { $year } ha informado { $n } unidad ejecutora; las demás no están en estas cifras.
   *[other] De { $year } han informado { $n } unidades ejecutoras; las que no lo han hecho no están en estas cifras.
 }

# Conjuntos de datos
budget-dataset-deliveries = Entregas presupuestales
budget-dataset-deliveries-about = Cada archivo de ejecución recibido, con su huella.
budget-dataset-delivery-units = Ejecutoras de cada entrega
budget-dataset-delivery-units-about = De qué ejecutoras y años habla cada entrega.
budget-dataset-delivery-totals = Totales de control
budget-dataset-delivery-totals-about = Totales contados al leer cada entrega.
budget-dataset-budget-names = Nombres de los códigos
budget-dataset-budget-names-about = Los nombres de los códigos presupuestales como los trajo cada entrega.
budget-dataset-delivery-rollups = Sumas
budget-dataset-delivery-rollups-about = Sumas de una entrega por ciertas columnas, hechas cuando llegó, con las que se responde a la mayoría de las preguntas.
budget-dataset-delivery-repairs = Correcciones
budget-dataset-delivery-repairs-about = Qué se corrigió al leer, con el original.
budget-dataset-delivery-refusals = Filas rechazadas
budget-dataset-delivery-refusals-about = Filas que se dejaron fuera de una entrega parcial, y por qué.
budget-dataset-delivery-findings = Hallazgos en las entregas
budget-dataset-delivery-findings-about = Reglas que las cifras de una entrega no cumplen.
budget-dataset-claims = Atribuciones
budget-dataset-claims-about = Qué elemento de plan reclama qué filas del presupuesto, y cuánto.
budget-dataset-budget-rows = Ejecución del presupuesto
budget-dataset-budget-rows-about = El dinero por año, unidad, categoría, función, fuente, gasto y lugar, de las entregas que responden: ningún sol dos veces.
budget-field-file-name = Nombre con el que llegó el archivo
budget-field-layout = Formato del archivo
budget-field-precedence = Qué formato responde cuando dos cuentan el mismo dinero: el menor
budget-field-month-last = Último mes con gasto
budget-field-parquet = SHA-256 de las filas guardadas
budget-field-refused-count = Cuántas filas se dejaron fuera
budget-field-shrunk-reason = Por qué se aceptó un archivo que trae menos
budget-field-fiscal-year = Año fiscal
budget-field-pim = PIM en soles
budget-field-accrued = Devengado en soles
budget-field-measure = Medida: PIA, PIM, devengado…
budget-field-total = Total en soles
budget-field-negative-count = Cuántas filas traen una reversión
budget-field-rollup = Qué sumas
budget-field-dimensions = Por qué clasificaciones se sumaron las filas
budget-field-within = Códigos dentro de los que vale el nombre
budget-field-rule = Regla
budget-field-original = Lo que decía la fuente
budget-field-repaired = Lo que se muestra en su lugar
budget-field-position = Orden del rechazo
budget-field-line = Línea del archivo
budget-field-column-name = Columna del valor rechazado
budget-field-reason = Por qué se rechazó
budget-field-finding-count = Cuántas veces
budget-field-first-line = Dónde se vio primero
budget-field-claims-element = Elemento de plan que reclama, como PLAN/ELEMENTO
budget-field-pattern = Qué filas reclama: columna=código;…
budget-field-share = Qué parte de esas filas, de 0 a 1
budget-field-basis = Qué tan firme es: exacta, por regla o estimada
budget-field-claimed-by = Puesto que lo afirma
budget-field-rationale = Por qué el dinero es de ese elemento
budget-api-cut-budget = Dinero por cualquier combinación de dimensiones
budget-api-cut-budget-about = Suma las medidas por los códigos de «by», de las filas que cumplen los filtros: cada dimensión es un parámetro, con un código o un prefijo seguido de *. Varios códigos de una dimensión: cualquiera de ellos. Ningún sol se cuenta dos veces.
budget-api-cover-budget = Cuánto del dinero tiene un objetivo detrás
budget-api-cover-budget-about = Reclamado + compartido + sin reclamar es el total del tesoro de las mismas filas, al céntimo; lo reclamado en exceso va aparte.
budget-api-year = Año fiscal; sin él, todos los que se conocen
budget-api-by = Por qué dimensiones se suma; sin ninguna, un total
budget-api-by-many = Aquí se suma por { $max } dimensiones como máximo; los archivos completos traen todas las columnas.
budget-api-across = year: los años fiscales lado a lado, de una medida (el PIM si no se nombra otra), con el cambio entre el primero y el último y los años sin datos. Sin year y sin listar por año. Ejemplo: /api/v1/budget?by=level&measure=accrued&across=year responde accrued_in_2020, accrued_in_2025, change_2020_2025, change_percent_2020_2025 y years_without_data
budget-api-measure = Qué medidas; sin ninguna, las usuales
budget-api-coverage-by = Por qué se reparte; sin él, por entidad
budget-field-code = Código de aquello por lo que se reparte; vacío: el dinero que no lo tiene
budget-field-claimed = Reclamado por un solo objetivo, en soles
budget-field-shared = Reclamado por varios, repartido sin contarlo dos veces, en soles
budget-field-unclaimed = Sin objetivo detrás, en soles
budget-field-over-claimed = Reclamado más allá de lo que hay, en soles
budget-field-country = País (ISO 3166-1)

# Mapa
budget-nav-map = Mapa
budget-map = El dinero en el mapa
budget-map-lead = Dónde tienen su sede las entidades que gastan, o qué lugar se beneficia: son dos preguntas. Pulse un lugar para ver su página.
budget-map-side = Lugar
budget-map-seat = Sede de la entidad que gasta
budget-map-benefit = Lugar que se beneficia
budget-map-level = Nivel
budget-map-by-department = Departamento
budget-map-by-province = Provincia
budget-map-by-district = Distrito
budget-map-see-department = por departamentos
budget-map-see-province = por provincias
budget-map-see-district = por distritos
budget-map-national = Nivel nacional
budget-map-national-apart = aparte
budget-map-national-together = sumado
budget-map-country = Todo el país
budget-map-within = Dentro de
budget-map-per = Cómo se mide
budget-map-per-none = Monto total
budget-map-per-head = Por habitante
budget-map-show = Mostrar
budget-map-of-others = gobiernos regionales y locales
budget-map-of-all = los tres niveles de gobierno
budget-map-seat-department = departamento de la sede
budget-map-seat-province = provincia de la sede
budget-map-seat-district = distrito de la sede
budget-map-benefit-department = departamento que se beneficia
budget-map-benefit-province = provincia que se beneficia
budget-map-benefit-district = distrito que se beneficia
budget-map-unit = en { $currency }
budget-map-unit-head = en { $currency } por habitante
budget-map-title = { $within }: { $measure } { $year } de { $whose }, por { $where }, { $unit }
budget-map-description = Los lugares con más: { $most }. El cuadro que sigue tiene todos.
budget-map-choose-department = Los distritos se dibujan departamento por departamento: elija uno en el mapa o en el cuadro.
budget-map-level-not-told = Las entregas que responden no dicen el lugar que se beneficia a este nivel ({ $level }). No se reparte lo que la fuente no reparte: mire el nivel de departamento.
budget-map-national-note = El gobierno nacional gasta desde sus sedes, casi todas en la capital, para todo el país: ese dinero no es del lugar de la sede, y va aparte.
budget-map-population = Población del registro de lugares, la misma para todos los años. Fuente: { $source }.
budget-map-drawn = Dinero en el mapa
budget-map-national-money = Nivel nacional
budget-map-national-money-note = no está en los colores del mapa
budget-map-others = Regionales y locales
budget-map-no-place = Sin lugar en la fuente
budget-map-no-place-note = el archivo no dice el lugar a este nivel
budget-map-not-in-register = { $code } (no está en el registro)
budget-map-code = Código
budget-map-people = Población
budget-map-explore = El mismo dinero en el explorador
budget-map-thousands = { $n } mil
budget-map-millions = { $n } mill.
budget-map-milliards = { $n } mil mill.

# Brecha de ejecución
budget-nav-gap = Brecha
budget-gap = Brecha entre dinero y obra
budget-gap-lead = Cuánto se ha gastado de lo presupuestado, junto a cuánto se ha hecho de lo previsto, de mayor a menor distancia. Solo de metas con meta física: lo demás queda fuera y se nombra.
budget-gap-by = Ver por
budget-gap-by-goal = Meta
budget-gap-by-programme = Programa
budget-gap-by-entity = Entidad
budget-gap-financial = Avance financiero
budget-gap-physical = Avance físico
budget-gap-points = Brecha (puntos)
budget-gap-words = Financiero { $financial } · físico { $physical } · brecha { $gap } puntos
budget-gap-goals = Metas
budget-gap-units = Unidad
budget-gap-measured = Con ambas cifras
budget-gap-measured-note = { $n ->
    [one] de una meta con unidad física
   *[other] de { $n } metas con unidad física
}
budget-gap-out-money = Fuera: dinero sin meta física
budget-gap-out-money-note = PIM de filas que no dicen unidad de medida
budget-gap-out-goals = Fuera: sin comparación
budget-gap-out-goals-note = meta física o PIM en cero o no informados
budget-gap-mixed = { $n ->
    [one] una meta, no comparable
   *[other] { $n } metas, en unidades distintas: no se suman
}
budget-gap-table = Avance financiero y físico, { $year }
budget-gap-none = Ninguna entrega de { $year } informa metas físicas. Las informa el reporte de gasto que cada entidad descarga del SIAF. Años que sí las tienen: { $years }.
budget-gap-none-ever = Ninguna entrega conocida informa metas físicas. Las informa el reporte de gasto que cada entidad descarga del SIAF.
budget-gap-how = El avance financiero es devengado entre PIM; el físico, lo avanzado entre la meta anual. De varias metas se dividen las sumas, nunca se promedian porcentajes, y solo se suman cantidades de una misma unidad.
budget-gap-over = Un avance de más de 100 % se muestra como la fuente lo da.
budget-gap-zero = Todas las metas comparadas tienen avance físico cero en la fuente: puede ser que no se haya avanzado o que no se haya registrado. La fuente no lo distingue.
budget-gap-left-out = Aquí están las { $shown } de mayor brecha de { $total }; el archivo las tiene todas.
budget-gap-chart = Círculo lleno: financiero. Rombo vacío: físico. La barra entre ambos es la brecha; la raya vertical, el 100 %.

# El dinero en otras palabras
budget-as = Mostrar en:
budget-as-soles = soles
budget-as-share = partes del total
budget-as-per-head = soles por habitante
budget-as-constant = soles constantes
budget-as-soles-note = Soles de cada año.
budget-as-share-note = Cada parte es del total de lo listado, redondeada una sola vez, con seis decimales en los archivos: su suma puede diferir apenas de 100. La última columna, si la hay, es de lo que había un paso antes.
budget-as-per-head-note = Dinero entre los habitantes del lugar de la fila; donde no hay lugar, del país. Las entidades que no gobiernan un lugar no tienen habitantes: se ve una raya, no un cero. Población: { $source }.
budget-as-constant-note = Soles de { $base }: cada año se lleva a los precios de { $base } por la inflación encadenada. Cada cifra, también la del total, se hace de los montos exactos y se redondea una sola vez, al céntimo: el total es el mismo se liste como se liste, y la suma de las filas puede diferir de él en medio céntimo por fila. Las entregas, abajo, están en soles de su año. Fuente: { $source }.
budget-as-column-share = { $measure }, % del total
budget-as-column-parent = { $measure }, % del paso anterior
budget-as-column-population = Habitantes
budget-as-column-per-head = { $measure } por habitante
budget-as-column-constant = { $measure }, soles de { $year }
budget-refused-prices = No hay precios de { $year }: se conocen de { $first } a { $last }.
budget-note-before = No hay datos antes de { $year }.
budget-refused-as-unknown = Las tablas del país que se conocían entonces no traen precios ni población para mostrarlo así.
budget-source-told = { $source }, { $rows } filas, { $repaired } de ellas con algo reparado
budget-source-more = { $n ->
    [one] y una entrega más
   *[other] y { $n } entregas más
}
budget-called-until = hasta { $years }: «{ $name }»
budget-called-from = desde { $years }: «{ $name }»
budget-rows-after = { $n ->
    [one] … y 1 fila más
   *[other] … y { $n } filas más
 }
budget-rows-before = { $n ->
    [one] … 1 fila antes de estas
   *[other] … { $n } filas antes de estas
 }
budget-rows-amount = { $amount } de { $measure }
budget-rows-amount-year = { $amount } de { $measure } en { $year }
budget-rows-next = Las filas que siguen
budget-rows-back = Las filas de antes
budget-rows-file = Todas las filas en CSV
budget-no-data-before = No hay datos antes de { $year }: ninguna entrega cuenta de un año fiscal anterior.
budget-no-data-of = No hay datos de { $years }: ninguna entrega cuenta de ellos.
budget-across-enter = Comparar los años lado a lado
budget-across-leave = Ver un solo año
budget-across-measure = Comparar:
budget-across-caption-soles = { $by }: { $measure }, año junto a año (soles de cada año)
budget-across-caption = { $by }: { $measure }, año junto a año
budget-across-change = Variación { $first }–{ $last }
budget-across-change-percent = Variación { $first }–{ $last }, %
budget-across-change-points = Variación { $first }–{ $last }, puntos
budget-across-without = Años sin datos
budget-across-no-data = sin datos
budget-across-no-price = sin precios
budget-across-units = Los años no los cuentan las mismas unidades ejecutoras ({ $list }): parte de una variación puede ser solo eso.
budget-across-note = La variación es entre el primer y el último año con total, de las filas que tienen cifra en los dos. Para comparar solo algunos años, agregue la condición Año.
budget-across-note-dash = –: las entregas de ese año no traen nada de este dinero.
budget-across-note-no-data = Sin datos: ninguna entrega cuenta de esa entidad, unidad o lugar en ese año. No es cero.
budget-across-note-heads = Todos los años se dividen entre una sola población, la que tiene el registro: { $source }. No es la de cada año, que ninguna tabla del país trae; si la población creció, los años anteriores se ven menores de lo que fueron por persona.
budget-refused-across-by = Los años ya están lado a lado: liste por otra cosa que no sea el año.
budget-refused-across-year = Una comparación es de varios años: quite el año de la dirección, o pida algunos con la condición Año.
budget-peers = Junto a sus pares
budget-peers-lead = El mismo dinero de quienes el país compara entre sí, por una regla que se dice.
budget-peers-back = Volver al presupuesto
budget-peers-way = Comparar con sus pares
budget-peers-with = Pares:
budget-peers-rule = { $n ->
    [one] { $cohort }: el registro no tiene a nadie más con quien comparar.
   *[other] { $cohort }: { $n } en el registro.
 }
budget-peers-told = { $told ->
    [0] De { $year } ninguna entrega trae el dinero de nadie entre ellos.
    [one] De { $year } hay entregas con el dinero de 1.
   *[other] De { $year } hay entregas con el dinero de { $told }.
 }
budget-peers-unit = La unidad ejecutora { $code } gasta para { $name }: se compara la entidad.
budget-peers-why = Por qué regla: { $source }. Se aplica desde { $from }.
budget-peers-why-until = Por qué regla: { $source }. Se aplicó de { $from } a { $to }.
budget-peers-shared = Se compara solo el dinero que cumple estas condiciones, en todas:
budget-peers-caption = { $cohort }, { $year } (en soles)
budget-peers-peer = Par
budget-peers-name = Nombre
budget-peers-asked = Por quien se pregunta
budget-peers-has-told = Hay datos del año
budget-peers-yes = sí
budget-peers-no = no
budget-peers-this = por quien se pregunta
budget-peers-none = nada
budget-peers-median = Mediana
budget-peers-median-is = mediana de sus pares: { $value }
budget-peers-note-median = La mediana es la de quienes tienen cifra, columna por columna, también de por quien se pregunta. Si son un número par, es la menor de las dos del medio: siempre la cifra de alguien, nunca un promedio.
budget-peers-note-how = Apartarse de la mediana no es una falta: los pares difieren en lo que deben hacer, en lo que reciben y en cuándo lo reciben.
budget-peers-note-population = Los habitantes son los del lugar que cada cual gobierna, o que es. Población: { $source }.
budget-peers-unknown = El registro no tiene «{ $name }» en ese año. Revise el código o cambie el año.
budget-peers-no-cohort = Las tablas del país no dicen con quién se compara «{ $name }».
budget-peers-no-rules = Las tablas del país que se conocían entonces no dicen quién se compara con quién.
budget-peers-refused-subject = Una comparación es de una entidad, unidad ejecutora o lugar: nombre exactamente uno, por ejemplo where=entity=R:99-461 o where=department=24.
budget-peers-heading = { $name }, junto a sus pares
