office-title = Mi oficina
office-hello = { $name }, esto es lo que espera en su puesto.
office-acting = Actúa como
office-change = Actuar en este puesto
office-others = { $n ->
    [one] Tiene { $n } puesto más
   *[other] Tiene { $n } puestos más
 }
office-withheld = { $n ->
    [one] Uno de sus puestos alcanza a más de una entidad y pide segundo factor: actívelo en «Mi cuenta» y vuelva a ingresar.
   *[other] { $n } de sus puestos alcanzan a más de una entidad y piden segundo factor: actívelo en «Mi cuenta» y vuelva a ingresar.
 }
office-no-post = Hoy no tiene ningún puesto. El administrador de su entidad puede nombrarlo.
office-overdue = Mediciones vencidas
office-overdue-none = No hay mediciones vencidas.
office-counted = { $n } de { $all } mediciones de los indicadores de sus planes.
office-indicator = Indicador
office-due = Debía medirse
office-last = Última medición
office-undertakings = Compromisos, recomendaciones, decisiones y metas por cumplir
office-undertakings-none = No hay compromisos, recomendaciones, decisiones ni metas por cumplir.
office-undertaking = Código
office-kind = De qué se trata
office-text = Qué se asumió o se pidió
office-kind-commitment = Compromiso de una evaluación
office-kind-recommendation = Recomendación
office-kind-decision = Decisión de una revisión
office-kind-evidence = Evidencia de una meta del plan de incentivos
office-kind-verification = Evidencias de una meta por verificar
office-overdue-since = { $date } (vencido)
office-no-day = Sin fecha
office-plans = Planes de la entidad
office-plans-none = La entidad no tiene planes registrados.
office-plan = Plan
office-version = Versión
office-years = Años
office-vacant = Puestos vacantes a su cargo
office-vacant-words = Nadie los ocupa hoy: lo pendiente de ellos le corresponde a usted.
office-links = Además
office-body = Entidad
office-findings = Hallazgos sobre los planes de la entidad
office-handover = Entrega del puesto
office-post = Puesto
office-reach = Alcance
office-now = Lo ocupa hoy
office-as-of = A la fecha
office-holders = Quiénes ocuparon el puesto
office-holders-none = Nadie lo ocupó todavía.
office-who = Persona
office-as = En calidad de
office-from = Desde
office-to = Último día
office-norm = Resolución
office-plans-under-way = Planes en elaboración
office-studies = Estudios prospectivos
office-evaluations = Evaluaciones, compromisos y pedidos de presupuesto
office-recommendations = Recomendaciones y auditorías
office-waiting = Esperan un acto suyo
office-cases-none = No hay planes en elaboración.
office-findings-none = Las revisiones no encontraron nada en sus planes.
office-notices = Avisos
office-notices-words = Lo que se avisó a sus puestos. Cada aviso se da una sola vez.
office-notices-none = Todavía no se avisó nada a sus puestos.
office-what = Aviso
office-about = Sobre
office-due-on = Vence
office-notice-value_late = Dato vencido
office-notice-value_soon = Dato por vencer
office-notice-case_soon = Plazo por vencer
office-notice-case_extended = Plazo prorrogado
office-notice-case_lapsed = Plazo vencido
office-notice-alert = Alerta por responder
office-notice-decision = Decisión por cumplir
office-notice-decision_late = Decisión vencida
office-reviews = Revisiones y decisiones
office-notice-value_to_accept = Datos por aceptar
office-notice-value_returned = Dato devuelto
office-alerts = Alertas que esperan respuesta
office-notice-due = Vence el { $date }.
office-often-title = Cartas
office-often = Cada cuánto quiere recibirlas
office-often-daily = Cada día en que haya algo que avisar
office-often-weekly = Los lunes, con todo lo de la semana
office-often-never = Nunca: lo veo aquí o en mi agenda
office-often-button = Guardar
office-feeds = Agenda y lector de noticias
office-feeds-words = Una dirección secreta lleva los plazos de sus puestos a su calendario (iCalendar) y los avisos a un lector de noticias (Atom). Quien la conozca los ve: no la comparta. Los puestos que alcanzan a más de una entidad no aparecen en ella.
office-feeds-since = Tiene direcciones desde el { $when }.
office-feeds-make = Crear direcciones
office-feeds-again = Crear otras: las de antes dejan de servir
office-feeds-end = Anular las direcciones
office-feeds-once = Cópielas ahora: no se vuelven a mostrar.
office-feeds-calendar = Para su calendario
office-feeds-atom = Para un lector de noticias
office-calendar = Plazos de mis puestos
office-done-cartas = Guardado.
office-done-agenda = Las direcciones ya no muestran nada.
office-letter-subject = { $n ->
    [one] Quipu: { $n } aviso para sus puestos
   *[other] Quipu: { $n } avisos para sus puestos
 }
office-letter-hello = { $name }: esto espera en sus puestos.
office-letter-line = { $what }, { $date }: { $about }
office-letter-more = { $n ->
    [one] Y { $n } aviso más en la página.
   *[other] Y { $n } avisos más en la página.
 }
office-letter-else = Para ver todos los avisos, recibir menos cartas o llevar los plazos a su calendario: { $link }
office-soon = Por vencer
office-record = Registrar datos de la entidad
office-to-accept = Datos por aceptar
office-describe = Diseño de programas presupuestales
office-validate = Validación estadística de datos
office-following = Lo que sigo
office-following-words = De lo que siga aquí, una carta le dice qué cambió en sus alertas, cada cambio una sola vez y con la frecuencia que eligió en Avisos. Nadie más ve qué sigue.
office-following-none = Todavía no sigue nada.
office-following-done-sigue = Lo sigue.
office-following-done-quitado = Ya no lo sigue.
office-follow = Seguir
office-unfollow = Dejar de seguir
office-followed-kind = Qué
office-followed-entity = Entidad
office-followed-territory = Territorio
office-followed-objective = Objetivo
office-followed-code = Código
office-followed-code-hint = Como E:11-011, 24 o PEDN/OE2.
office-follow-refused-code = No hay nada con ese código.
office-follow-refused-many = Se siguen { $n } cosas como máximo: deje de seguir alguna.
office-change-raised = Alerta nueva
office-change-moved = Alerta que cambió
office-change-cleared = Alerta que terminó
office-digest-subject = { $n ->
    [one] Quipu: { $n } cambio en lo que sigue
   *[other] Quipu: { $n } cambios en lo que sigue
 }
office-digest-hello = { $name }: esto cambió en lo que sigue.
office-digest-line = { $what }: { $about }
office-digest-else = Para seguir otras cosas o dejar de seguirlas: { $link }
office-reports = Informes por preparar y firmar
office-checklists = Listas de verificación
office-surveys = Encuestas de percepción
office-incentives = Plan de incentivos municipales
