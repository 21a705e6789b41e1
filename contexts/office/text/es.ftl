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
