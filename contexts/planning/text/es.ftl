# Lo que dice la sala de planes.

# Hallazgos
planning-finding-plan-absent = Entre los planes cargados no consta un { $plan_type } de la entidad, aprobado y con horizonte que alcance este día.
planning-finding-plan-type-unknown = El tipo de plan { $plan_type } no existe en el país.
planning-finding-horizon-length = El plan abarca { $years } años; un { $plan_type } abarca { $expected }.
planning-finding-horizon-beyond-framework = El plan llega hasta { $to } y el dinero se programa hasta { $programmed }. Años sin marco de gasto: { $years }.
planning-finding-horizon-outside = El horizonte { $from }–{ $to } sale del de { $parent }, del que cuelga ({ $parent_from }–{ $parent_to }).
planning-finding-instrument-absent = El plan figura como vigente y no dice qué norma lo aprobó.
planning-finding-state-policy-absent = En lo cargado ningún elemento del plan nombra una política de Estado.
planning-finding-policy-unknown = Nombra la política { $policy }, que no existe o no rige.
planning-finding-national-policy-absent = El plan no nombra ninguna política nacional, y su tipo debe hacerlo.
planning-finding-frame-contradicted = El indicador { $name } quiere lo contrario que { $parent }, que sigue la misma serie.
planning-finding-version-before-absent = Es una actualización o ampliación, pero no hay una versión anterior.
planning-finding-version-horizon = El horizonte no corresponde a una versión de esta clase ({ $kind }) respecto de la versión { $before }.
planning-finding-two-versions-in-force = También la versión { $other } de este plan figura como vigente.
planning-finding-plan-unlinked = Ningún elemento del plan se articula con un { $parent_type }, y debe hacerlo.
planning-finding-orphan = El elemento ({ $kind }) no cuelga de ningún otro.
planning-finding-parent-absent = Cuelga de { $parent }, que no existe.
planning-finding-parent-wrong = Cuelga de { $parent } ({ $parent_type }); la matriz de articulación no lo admite para un { $plan_type }.
planning-finding-parent-expired = Cuelga de { $parent }, que ya no rige.
planning-finding-thread-circular = Siguiendo lo que está encima se vuelve al mismo elemento.
planning-finding-dates-outside = La fecha { $date } sale del horizonte del plan ({ $from }–{ $to }).
planning-finding-vague-verb = La actividad empieza con «{ $verb }», que no dice qué se hará. Use un verbo concreto: capacitar, construir, implementar.
planning-finding-objective-unmeasured = El objetivo no tiene indicador.
planning-finding-owner-absent = «{ $name }» no tiene cargo responsable.
planning-finding-baseline-absent = «{ $name }» no tiene línea de base.
planning-finding-target-absent = «{ $name }» no tiene metas.
planning-finding-sense-absent = «{ $name }» no dice si es mejor que suba o que baje.
planning-finding-output-undated = «{ $name }» mide un producto y no tiene fecha de término.
planning-finding-output-unit-absent = «{ $name }» mide un producto y no tiene unidad.

# state
planning-state-draft = borrador
planning-state-validated = validado
planning-state-approved-by-board = aprobado por el consejo directivo
planning-state-in-force = vigente
planning-state-superseded = reemplazado

# version-kind
planning-version-kind-new = nuevo
planning-version-kind-updated = actualizado
planning-version-kind-extended = ampliado

# kind
planning-kind-vision = visión
planning-kind-axis = eje
planning-kind-objective = objetivo
planning-kind-action = acción
planning-kind-activity = actividad

# level
planning-level-impact = impacto
planning-level-outcome = resultado
planning-level-output = producto
planning-level-activity = actividad
planning-level-input = insumo

# dimension
planning-dimension-effectiveness = eficacia
planning-dimension-efficiency = eficiencia
planning-dimension-quality = calidad
planning-dimension-economy = economía

# sense
planning-sense-increase = que suba
planning-sense-decrease = que baje
planning-sense-at-least = no menos de
planning-sense-at-most = no más de
planning-sense-within = dentro de la banda

# accumulation
planning-accumulation-stock = último nivel
planning-accumulation-flow = cada período por sí
planning-accumulation-cumulative = suma del horizonte
planning-accumulation-capacity = aumento sobre la línea de base
planning-accumulation-reduction = caída desde la línea de base
planning-accumulation-annual-reduction = caída frente al año anterior

# aggregation
planning-aggregation-sum = suma
planning-aggregation-ratio = razón de sumas
planning-aggregation-maximum = máximo
planning-aggregation-minimum = mínimo
planning-aggregation-none = no se agrega

# severity
planning-severity-breach = infracción
planning-severity-gap = vacío
planning-severity-notice = aviso

# move
planning-move-raised = meta elevada
planning-move-lowered = meta rebajada
planning-move-unjudged = meta cambiada; la ficha no dice el sentido
planning-move-set = meta fijada
planning-move-withdrawn = meta retirada

# Columnas de los formularios
planning-form-plan-plan = Código del plan, sin blancos. Ejemplo: PEI-MINSA.
planning-form-plan-version = Código de la versión. Ejemplo: 2019.
planning-form-plan-plan-type = PEDN, PESEM, PDRC, PDLC, PEI o POI.
planning-form-plan-title = Texto tal como está en el documento.
planning-form-plan-title-en = Puede quedar vacío.
planning-form-plan-entity = Código de la entidad. Ejemplo: E:11-011.
planning-form-plan-territory = Ubigeo: PE, 24, 2401 o 240101.
planning-form-plan-sector = Código del sector. Ejemplo: S:11.
planning-form-plan-horizon-from = Primer año.
planning-form-plan-horizon-to = Último año, incluido.
planning-form-plan-version-kind = nuevo, actualizado o ampliado.
planning-form-plan-state = borrador, validado, aprobado_por_consejo, vigente o reemplazado.
planning-form-plan-instrument = Norma que aprueba el plan.
planning-form-plan-instrument-date = Fecha de la norma: 2019-03-14 o 14/03/2019.
planning-form-plan-valid-from = Desde qué día rige.
planning-form-plan-valid-to = Día en que deja de regir.
planning-form-plan-sample = si o no: ¿es una muestra y no un documento oficial?
planning-form-plan-source = Dónde está el documento.
planning-form-elements-plan = Código del plan, sin blancos. Ejemplo: PEI-MINSA.
planning-form-elements-version = Código de la versión. Ejemplo: 2019.
planning-form-elements-code = Código dentro del plan. Ejemplo: OE1.
planning-form-elements-kind = vision, eje, objetivo, accion o actividad.
planning-form-elements-parent = Código del elemento superior en este mismo plan.
planning-form-elements-hangs-from = Elementos de planes superiores, separados por «;». Ejemplo: PEDN/OE1.
planning-form-elements-state-policies = Políticas de Estado, separadas por «;». Ejemplo: AN-13.
planning-form-elements-national-policies = Políticas nacionales, separadas por «;».
planning-form-elements-title = Texto tal como está en el documento.
planning-form-elements-title-en = Puede quedar vacío.
planning-form-elements-responsible-post = Código del cargo que responde, no de la persona.
planning-form-elements-start = Fecha o año de inicio.
planning-form-elements-end = Fecha o año de fin.
planning-form-indicators-plan = Código del plan, sin blancos. Ejemplo: PEI-MINSA.
planning-form-indicators-version = Código de la versión. Ejemplo: 2019.
planning-form-indicators-element = Código del elemento que mide.
planning-form-indicators-code = Código dentro del plan. Ejemplo: OE1.
planning-form-indicators-name = Nombre del indicador.
planning-form-indicators-name-en = Puede quedar vacío.
planning-form-indicators-level = impacto, resultado, producto, actividad o insumo.
planning-form-indicators-dimension = eficacia, eficiencia, calidad o economia.
planning-form-indicators-unit = Unidad de medida.
planning-form-indicators-sense = ascendente, descendente, al_menos, a_lo_mas o entre.
planning-form-indicators-accumulation = stock, flujo, acumulado, capacidad, reduccion o reduccion_anual.
planning-form-indicators-aggregation = suma, razon, maximo, minimo o ninguna.
planning-form-indicators-justification = Por qué se eligió este indicador.
planning-form-indicators-limitations = Qué no llega a medir.
planning-form-indicators-method = Cómo se calcula.
planning-form-indicators-relevance = Qué dice del objetivo.
planning-form-indicators-responsible-post = Código del cargo que responde, no de la persona.
planning-form-indicators-periodicity = anual, semestral, trimestral o mensual.
planning-form-indicators-data-source = Quién mide y dónde se publica.
planning-form-indicators-baseline-value = Valor de partida.
planning-form-indicators-baseline-period = Período del valor de partida. Ejemplo: 2018.
planning-form-indicators-lead = si o no: ¿es el indicador líder del objetivo?
planning-form-indicators-end-date = Fecha en que el producto debe estar terminado.
planning-form-indicators-series = Código de la serie de observaciones.
planning-form-indicators-programme = Código del programa presupuestal.
planning-form-indicators-product = Código del producto o proyecto.
planning-form-indicators-valid-from = Desde qué día rige.
planning-form-targets-plan = Código del plan, sin blancos. Ejemplo: PEI-MINSA.
planning-form-targets-version = Código de la versión. Ejemplo: 2019.
planning-form-targets-indicator = Código del indicador en este plan.
planning-form-targets-period = 2020, 2020-S1, 2020-T1 o 2020-01.
planning-form-targets-territory = Ubigeo: PE, 24, 2401 o 240101.
planning-form-targets-value = Meta; con «entre», el extremo inferior.
planning-form-targets-value-high = Sólo con «entre»: el extremo superior.
planning-form-targets-rationale = Por qué esta meta y no otra.
planning-form-targets-set-on = Fecha en que se fijó.

# Páginas
planning-state-ahead = aún no rige
planning-state-ended = dejó de regir
planning-state-over = horizonte concluido
planning-objectives = Objetivos
planning-plans = Planes
planning-findings = Hallazgos
planning-judged-on = Planes juzgados al { $date }.
planning-plan = Plan
planning-type = Tipo de plan
planning-plan-level = Nivel
planning-plan-level-national = nacional
planning-plan-level-sector = sectorial
planning-plan-level-region = regional
planning-plan-level-local = local
planning-plan-level-institution = institucional
planning-entity = Entidad
planning-horizon = Horizonte
planning-state = Estado
planning-versions = Versiones
planning-matter = Muestra
planning-any = Todos
planning-search-plan = Plan o entidad
planning-plans-lead = De cada plan se muestra la versión que cuenta ese día; las demás se ven en su página.
planning-plans-none = No hay planes en lo que se sabía entonces. Cargue el país con «quipu init» o un plan con «quipu import plan», o elija otra fecha.
planning-plans-none-such = Ningún plan cumple lo que pide. Quite un filtro para ver más.
planning-absent = Sin plan aprobado
planning-absent-lead = Las entidades que por ley deben tener un plan vigente o aprobado ese día, y las que no lo tienen en lo que se ha cargado.
planning-absent-must = Deben tenerlo
planning-absent-have = Lo tienen
planning-absent-sample = De muestra
planning-absent-without = No consta
planning-rule = Regla
planning-severity = Gravedad
planning-subject = De qué
planning-says = Qué pasa
planning-source = Base legal o doctrinal
planning-count = Hallazgos
planning-count-sample = De planes de muestra
planning-by-rule = Hallazgos por regla
planning-findings-lead = Lo que los planes cargados no cumplen: articulación con los planes superiores y calidad de indicadores y actividades. Cada hallazgo nombra su regla y de dónde sale.
planning-findings-none = Ningún hallazgo: los planes cargados cumplen todas las reglas en uso ese día, o no había planes ni entidades en lo que se sabía entonces.
planning-findings-none-such = Ningún hallazgo cumple lo que pide. Quite un filtro para ver más.
planning-plan-code = Código de plan
planning-entity-code = Código de entidad
planning-findings-unchecked = No hay reglas en uso para ese día: no se revisó nada. Elija una fecha posterior.
planning-rule-plan-absent = Sin plan aprobado
planning-rule-plan-type-unknown = Tipo de plan desconocido
planning-rule-horizon-length = Horizonte de otra duración
planning-rule-horizon-beyond-framework = Horizonte más largo que el marco de gasto
planning-rule-horizon-outside = Horizonte fuera del plan superior
planning-rule-instrument-absent = Sin norma que lo apruebe
planning-rule-state-policy-absent = Sin política de Estado
planning-rule-policy-unknown = Política que no existe
planning-rule-national-policy-absent = Sin política nacional
planning-rule-frame-contradicted = Contradice su marco
planning-rule-version-before-absent = Sin versión anterior
planning-rule-version-horizon = Horizonte impropio de la versión
planning-rule-two-versions-in-force = Dos versiones vigentes
planning-rule-plan-unlinked = Plan sin articular
planning-rule-orphan = Elemento suelto
planning-rule-parent-absent = Superior que no existe
planning-rule-parent-wrong = Superior que la matriz no admite
planning-rule-parent-expired = Superior que ya no rige
planning-rule-thread-circular = Hilo circular
planning-rule-dates-outside = Fechas fuera del horizonte
planning-rule-vague-verb = Actividad con verbo impreciso
planning-rule-objective-unmeasured = Objetivo sin indicador
planning-rule-owner-absent = Indicador sin responsable
planning-rule-baseline-absent = Indicador sin línea de base
planning-rule-target-absent = Indicador sin metas
planning-rule-sense-absent = Indicador sin sentido
planning-rule-output-undated = Producto sin fecha de término
planning-rule-output-unit-absent = Producto sin unidad

# La página de un plan
planning-version = Versión
planning-version-kind = Tipo de versión
planning-instrument = Norma que lo aprueba
planning-territory = Territorio
planning-state-policies = Políticas de Estado
planning-state-policies-none = No nombra ninguna.
planning-plan-source = De dónde sale
planning-horizon-years = { $from }–{ $to } ({ $n } años)
planning-plan-elements = Elementos
planning-plan-elements-note = Ejes, objetivos, acciones y actividades
planning-plan-indicators = Indicadores
planning-plan-indicators-note = Con sus líneas de base y metas, más abajo
planning-plan-indicators-none = Este plan no tiene indicadores en lo que se sabía entonces.
planning-plan-findings = Hallazgos
planning-plan-findings-note = Lo que este plan no cumple, con su regla
planning-tree = Lo que el plan quiere y lo que hace
planning-tree-lead = Abra cada nivel. El hilo de un elemento muestra su dinero y sus resultados.
planning-tree-none = Esta versión no tiene elementos.
planning-tree-thread = Ver su hilo: dinero y resultados
planning-tree-hangs-from = Cuelga de:
planning-tree-hang-from-it = De él cuelgan, en otros planes:
planning-tree-above-absent = { $element }, que no consta
planning-tree-left-out = { $n ->
    [one] y uno más, en su hilo
   *[other] y { $n } más, en su hilo
}
planning-tree-indicators = { $n ->
    [one] 1 indicador
   *[other] { $n } indicadores
}
planning-tree-below = { $n ->
    [one] 1 elemento de otro plan
   *[other] { $n } elementos de otros planes
}
planning-indicator = Indicador
planning-element = Elemento
planning-unit = Unidad
planning-sense = Sentido
planning-baseline = Línea de base
planning-target-of = Meta { $period }
planning-lead = indicador líder
planning-changes = Cambios frente a la versión anterior
planning-changes-lead = Qué cambió frente a { $version }. Una meta bajada es la que se hizo más fácil de alcanzar, según el sentido de su indicador.
planning-change = Cambio
planning-change-of = De qué
planning-change-before = Antes
planning-change-now = Ahora
planning-change-element-added = Elemento agregado
planning-change-element-dropped = Elemento retirado
planning-change-element-changed = Elemento cambiado
planning-change-indicator-added = Indicador agregado
planning-change-indicator-dropped = Indicador retirado
planning-change-indicator-changed = Indicador cambiado
planning-change-target-added = Meta agregada
planning-change-target-dropped = Meta retirada
planning-change-target-raised = Meta subida
planning-change-target-lowered = Meta bajada
planning-change-target-moved = Meta cambiada
planning-prepared-by = Quién lo elabora
planning-prepared-by-any = La propia entidad
planning-validity = Vigencia
planning-valid-since = desde el { $from }; la norma no fija un último día
planning-valid-until = desde el { $from }; deja de regir el { $to }
planning-national-policies = Políticas nacionales
planning-policies-counted = { $n ->
    [one] 1 política
   *[other] { $n } políticas
}
planning-plan-findings-none = Ningún hallazgo: esta versión cumple las reglas en uso ese día.
planning-plan-findings-more = { $n ->
    [one] Ver también el otro hallazgo de este plan
   *[other] Ver también los otros { $n } hallazgos de este plan
}
planning-log-title = Cómo cambiaron sus metas
planning-log = Registro de cambios de metas
planning-log-lead = Cada meta elevada, rebajada, agregada o retirada después del primer registro de esta versión, lo último primero. En la página de cada indicador se dice si la meta se rebajó cuando su resultado ya se conocía.
planning-log-none = Ninguna meta cambió desde que esta versión se registró por primera vez. Si alguna cambia, quedará aquí a la vista.
planning-log-more = { $n ->
    [one] Queda un cambio sin mostrar; el CSV los tiene todos.
   *[other] Quedan { $n } cambios sin mostrar; el CSV los tiene todos.
}
planning-log-period = Período
planning-log-on = Registrado el
planning-log-rationale = Sustento
planning-workbook = Descargar el plan como libro de Excel
planning-workbook-what = elementos, indicadores y metas completos, en las hojas que lee «quipu import plan».
planning-workbook-known = { $plan }, como se sabía el { $date }.
planning-workbook-import = Corrija o complete las hojas y cárguelas con «quipu import plan». Esta hoja no se lee.
planning-workbook-refused = Este plan no cabe en un libro de Excel: uno de sus textos es más largo de lo que admite una celda.

# Conjuntos de datos
planning-dataset-plans = Planes
planning-dataset-plans-about = Los planes, cualquiera sea su versión.
planning-dataset-plan-versions = Versiones de los planes
planning-dataset-plan-versions-about = Cada versión de un plan, con su acto y sus años.
planning-dataset-elements = Elementos de los planes
planning-dataset-elements-about = Ejes, objetivos, acciones y actividades, y de qué cuelga cada uno.
planning-dataset-indicators = Indicadores
planning-dataset-indicators-about = Fichas de los indicadores de los planes.
planning-dataset-targets = Metas
planning-dataset-targets-about = Metas de los indicadores por territorio y período.
planning-field-plan-type = Tipo de plan según el SINAPLAN
planning-field-sample = Si es una muestra y no un documento oficial
planning-field-state = Hasta dónde llegó la versión
planning-field-plan-versions-kind = Qué es respecto de la versión anterior
planning-field-horizon-from = Primer año del plan
planning-field-horizon-to = Último año del plan
planning-field-instrument = Acto que lo aprobó
planning-field-instrument-date = Fecha del acto
planning-field-parent = Elemento del mismo plan del que depende
planning-field-hangs-from = Elementos de otros planes a los que sirve, separados por ;
planning-field-state-policies = Políticas de Estado a las que sirve, separadas por ;
planning-field-national-policies = Políticas nacionales a las que sirve, separadas por ;
planning-field-start-on = Primer día
planning-field-end-on = Último día
planning-field-indicators-level = Lugar en la cadena de resultados
planning-field-indicators-dimension = Qué dimensión del desempeño juzga
planning-field-sense = Hacia dónde es mejor
planning-field-accumulation = Cómo varios períodos hacen uno
planning-field-aggregation = Cómo las partes de un territorio hacen el todo
planning-field-justification = Por qué este indicador
planning-field-relevance = Por qué importa
planning-field-periodicity = Cada cuánto se mide
planning-field-baseline-value = Valor de partida
planning-field-baseline-period = Período del valor de partida
planning-field-lead = Si es el indicador principal de su objetivo
planning-field-end-date = Último día del indicador
planning-field-value-high = Límite superior, donde la meta es un intervalo
planning-field-rationale = Por qué esa meta
planning-field-set-on = Día en que se fijó
planning-api-list-findings = Hallazgos en los planes
planning-api-list-findings-about = Dónde los planes no son como una regla los quiere, con la norma que lo dice.
planning-api-year = Se juzga al final de ese año; sin él, hoy
planning-api-severity = Solo los de ese peso
planning-field-findings-rule = Regla
planning-field-severity = Cuánto pesa
planning-field-about = De qué trata: entidad, plan, elemento o indicador
planning-field-subject = Su código
planning-field-text = El hallazgo en palabras
planning-field-rule-source = Norma y artículo

# Matriz de alineamiento
planning-version-with = Compararla
planning-version-compare = Junto a { $version }
planning-matrix = Matriz de alineamiento
planning-matrix-what = qué objetivos suyos sirven a cuáles de los planes de arriba, y quién sirve a los suyos.
planning-matrix-title = Alineamiento de { $plan }
planning-matrix-intro = Cada fila es un objetivo de este plan; cada columna, un objetivo del plan de arriba. Una fila vacía es un objetivo que no sirve a nadie allí; una columna vacía, un objetivo de arriba al que este plan no sirve.
planning-matrix-none = Ningún elemento de este plan cuelga de otro plan.
planning-matrix-objectives = Objetivos
planning-matrix-objectives-note = de este plan
planning-matrix-alone = No sirven a ninguno
planning-matrix-alone-note = de los planes de arriba
planning-matrix-unserved = Nadie los sirve
planning-matrix-unserved-note = desde los planes de abajo
planning-matrix-own = Objetivo de este plan
planning-matrix-parent = Objetivo de arriba
planning-matrix-serves = Sirve a
planning-matrix-serves-none = a ninguno
planning-matrix-served-by = Lo sirven
planning-matrix-served-by-plans = Elementos de otros planes que lo sirven
planning-matrix-served-none = nadie
planning-matrix-of = Objetivos por objetivos de { $plan }
planning-matrix-columns = Objetivos de { $plan } y quién los sirve
planning-matrix-direct = ● directo
planning-matrix-lead = { $rows } de { $of-rows } objetivos no sirven a ninguno de este plan de arriba; { $columns } de { $of-columns } de los de arriba no tienen quien los sirva aquí.
planning-matrix-below = Desde abajo
planning-matrix-below-what = Qué elementos de otros planes cuelgan de cada objetivo de este.
planning-matrix-served = Quién sirve a los objetivos de este plan
planning-matrix-left-out = Aquí se ven { $rows } de { $of-rows } filas y { $columns } de { $of-columns } columnas; el CSV y el XLSX las tienen todas.
planning-change-element-reworded = Elemento reescrito
planning-change-element-moved = Elemento movido: de qué cuelga
planning-change-indicator-sense = Cambió hacia dónde es mejor
