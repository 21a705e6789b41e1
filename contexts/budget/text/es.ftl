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
budget-dimension-department = Departamento (sede)
budget-dimension-province = Provincia (sede)
budget-dimension-district = Distrito (sede)
budget-dimension-meta_department = Departamento (meta)
budget-dimension-meta_province = Provincia (meta)
budget-dimension-meta_district = Distrito (meta)
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
