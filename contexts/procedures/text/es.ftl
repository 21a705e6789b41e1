# Calculadora de plazos
procedures-deadline = Calculadora de plazos
procedures-lead = Elija un plazo de la ley y el día desde el que corre. Verá qué día vence y cómo se cuenta, día por día.
procedures-rule = Plazo
procedures-choose = Elija un plazo
procedures-from = Corre desde (recepción o notificación)
procedures-entity = Entidad (código, si la hay)
procedures-count = Calcular
procedures-due = Vence el
procedures-term = Plazo
procedures-runs-from = desde el { $day }
procedures-days-between = Días de calendario
procedures-skipped-days =
    { $n ->
        [0] todos cuentan
        [one] { $n } día no cuenta
       *[other] { $n } días no cuentan
    }
procedures-norm = Norma
procedures-in-force-since = vale desde el { $date }
procedures-counting = Cómo se cuenta
procedures-start-not-counted = Se cuenta desde el día siguiente.
procedures-start-counted = El primer día también cuenta.
procedures-roll-next = Si vence en día no laborable, pasa al siguiente laborable.
procedures-roll-stay = Vence ese día aunque no sea laborable.
procedures-for-whom = Para quién
procedures-everybody = Cualquier entidad del país
procedures-calendar = Calendario
procedures-calendar-of = Versión { $version }
procedures-unsure = La norma de este plazo todavía no se ha contrastado con su texto oficial. Confírmela antes de actuar.

procedures-term-working-days =
    { $n ->
        [one] { $n } día hábil
       *[other] { $n } días hábiles
    }
procedures-term-calendar-days =
    { $n ->
        [one] { $n } día calendario
       *[other] { $n } días calendario
    }
procedures-term-months =
    { $n ->
        [one] { $n } mes
       *[other] { $n } meses
    }
procedures-term-years =
    { $n ->
        [one] { $n } año
       *[other] { $n } años
    }

procedures-arithmetic = La cuenta, día por día
procedures-day = Día
procedures-weekday = De la semana
procedures-number = N.º
procedures-what = Qué pasa con él
procedures-counts = Cuenta
procedures-skipped = No cuenta
procedures-cannot-end = No puede vencer aquí
procedures-date-to-date = De fecha a fecha, el plazo llega hasta aquí
procedures-why-weekend = fin de semana
procedures-why-holiday = feriado, { $name }
procedures-why-decreed = día no laborable, { $name }
procedures-why-suspended = plazos suspendidos
procedures-terminal = Lo mismo en la terminal

procedures-how = Qué hay que saber
procedures-how-days = Los días hábiles no incluyen sábados, domingos, feriados ni días declarados no laborables.
procedures-how-months = Los meses y los años van de fecha a fecha. Si el último mes no tiene ese día, el plazo termina en el último que tiene.
procedures-how-suspended = Cuando una norma suspende los plazos, los días suspendidos no cuentan y el plazo se alarga en esos días.
procedures-how-known = La respuesta es la de la ley y el calendario publicados hasta la fecha que dice arriba. Si después se decreta un feriado, la misma cuenta puede dar otro día; con la fecha de antes se sigue viendo el de antes.

procedures-monday = lunes
procedures-tuesday = martes
procedures-wednesday = miércoles
procedures-thursday = jueves
procedures-friday = viernes
procedures-saturday = sábado
procedures-sunday = domingo

procedures-refused-entity = El registro no tiene en ese día ninguna entidad con el código { $code }.
procedures-refused-no-law = En esa fecha todavía no se había cargado la ley de ningún país. Elija otra fecha conocida.
procedures-refused-no-rule = Ninguna regla «{ $rule }» vale para el { $date }, según lo publicado hasta el { $known }. No se supone ninguna: elija otro día.
procedures-refused-no-term = La regla «{ $rule }» no es un plazo ese día.
procedures-refused-calendar = El calendario va de { $from } a { $to } y no dice nada del { $date }. Elija un día dentro de esos años.
procedures-refused-too-long = El plazo termina más allá de la última fecha que existe.

# API
procedures-api-get-deadline = Cuándo vence un plazo
procedures-api-get-deadline-about = El último día de un plazo de la ley que corre desde un día, y la cuenta día por día: una fila por día y motivo. Junto a las filas van el vencimiento, el plazo y la norma.
procedures-api-rule = Clave de la regla que da el plazo, como access.answer.
procedures-api-from = Día desde el que corre: recepción o notificación.
procedures-api-entity = Código de la entidad para la que se cuenta; sin él, el calendario del país.
procedures-field-date = Día.
procedures-field-step = Qué pasa con el día: counted (cuenta), skipped (no cuenta), cannot_end (el plazo no puede vencer en él).
procedures-field-ordinal = Número de orden del día dentro del plazo, desde 1; solo si cuenta.
procedures-field-reason = Por qué no cuenta: weekend (fin de semana), holiday (feriado), decreed (declarado no laborable), suspended (plazos suspendidos).
procedures-field-name-es = Nombre del feriado o día no laborable, en español.
procedures-field-name-en = Nombre del feriado o día no laborable, en inglés.
procedures-field-norm = Norma que lo dice.
procedures-field-article = Artículo de la norma.

# Procedimientos
procedures-list = Procedimientos
procedures-list-lead = Cómo se toman las decisiones formales: qué pasos siguen, quién puede dar cada uno, cuánto puede durar y qué pasa si el plazo se cumple en silencio.
procedures-none = En esa fecha no rige ningún procedimiento declarado.
procedures-procedure = Procedimiento
procedures-code = Código
procedures-states = Estados
procedures-acts = Actos
procedures-clocks = Plazos
procedures-one-lead = Qué pasos sigue, qué norma los manda y cuánto puede durar cada uno.
procedures-unsure-norm = Alguna norma de este procedimiento todavía no se ha contrastado con su texto oficial. Confírmela antes de actuar.
procedures-how-it-works = Cómo funciona
procedures-drawing = { $name }: estados y actos
procedures-drawing-how = Cada caja es un estado. A la derecha, los actos que llevan a uno de más abajo; a la izquierda, a uno de más arriba; con línea cortada, lo que ocurre en silencio al cumplirse un plazo. Los números son los de la tabla de actos.
procedures-roles = Quiénes intervienen
procedures-phases = Fases
procedures-state = Estado
procedures-phase = Fase
procedures-can = Qué puede pasar
procedures-ends = Aquí termina
procedures-act = Acto
procedures-who = Quién
procedures-needs = Qué exige
procedures-leads = Lleva a
procedures-stays = No cambia el estado
procedures-silence = El silencio, al cumplirse el plazo
procedures-reason = Motivo por escrito
procedures-clock = Reloj
procedures-extension = Prórroga
procedures-no-extension = No admite
procedures-no-term = La ley de ese día no lo dice
procedures-extension-words =
    { $times ->
        [one] Una vez, hasta { $cap } más
       *[other] Hasta { $times } veces, { $cap } más en total
    }
procedures-lapses = Si se cumple en silencio
procedures-followed = Planes que lo siguen
procedures-followed-none = Ninguno: está declarado, y ninguna norma lo pone en uso
procedures-answers = todo comentario de la consulta respondido
