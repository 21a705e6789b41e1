# Lo que dice el armazón de todas las páginas.
web-name = Quipu
web-tagline = Planes, dinero y resultados del Estado en un solo hilo
web-skip = Ir al contenido principal
web-menu = Secciones
web-crumbs = Está en
web-home = Inicio
web-language-this = Español
web-language-other = English
web-language-other-title = Ver esta página en inglés
web-no-styles = Los estilos de esta instalación no están construidos. Ejecute ./run para construirlos.
web-search = Buscar
web-search-field = Buscar en todo el sitio, por palabras o código
web-search-hint = Objetivo, entidad, lugar…

# Lo que se sabía
web-known-title = Lo que se sabía
web-known-now = Lo que se sabe hoy, { $date }
web-known-date = Así se sabía el { $date }
web-known-instant = Así se sabía el { $date }, a las { $time } (UTC)
web-known-change = Ver otra fecha u otro año
web-known-field = Como se sabía el
web-known-field-hint = Deje el campo vacío para ver lo que se sabe hoy.
web-known-year = Año
web-known-apply = Ver
web-known-back = Volver a lo que se sabe hoy

# Muestra
web-sample = muestra
web-sample-title = Muestra: no es un documento oficial
web-sample-page = Lo que dice esta página es una muestra hecha para enseñar el sistema. No es un plan ni una cifra oficial.
web-sample-mixed = En esta página hay datos reales y datos de muestra. Los de muestra llevan la marca { $badge }.
web-sample-some = con datos de muestra

# Componentes
web-table-csv = Descargar CSV
web-table-csv-title = Descargar CSV: { $table }
web-table-xlsx = Descargar XLSX
web-table-xlsx-title = Descargar XLSX: { $table }
web-table-pdf = Descargar PDF
web-table-pdf-title = Descargar PDF: { $table }
web-table-cite = Citar
web-table-cite-title = Citar: { $table }
web-source = ¿De dónde sale esto?
web-source-count = Ver los { $n } orígenes de estos datos
web-filter = Mostrar
web-pages = Páginas
web-page-previous = Anterior
web-page-next = Siguiente
web-page-of = Página { $page } de { $pages }
web-page-beyond = Esta lista termina en la página { $pages }: no hay página { $page }.
web-page-last = Ir a la última página
web-shown-of = { $from } a { $to } de { $total }
web-note-important = Importante
web-note-done = Hecho
web-note-warning = Atención
web-yes = sí
web-no = no
web-none = sin dato
web-trend-up = sube
web-trend-down = baja
web-trend-flat = sin cambio
web-trend-better = { $direction }, mejora
web-trend-worse = { $direction }, empeora
web-chart-observed = Observado
web-chart-target = Meta
web-chart-baseline = Línea de base
web-chart-table = Los mismos datos en una tabla
web-chart-period = Periodo

# Pie
web-footer-journal = Se muestra el estado tras el asiento { $n } del registro público.
web-footer-journal-title = Registro público
web-footer-about = Cada cambio queda anotado y no se borra: cualquiera puede comprobarlo.
web-footer-licence = Programa libre con licencia Apache 2.0. Los datos llevan la licencia de su fuente.
web-footer-source = Código fuente

# Cifras
web-money-units = { $sign }{ $currency } { $n }
web-money-millions = { $sign }{ $currency } { $n } millones
web-money-thousand-millions = { $sign }{ $currency } { $n } mil millones
web-date = { $day } de { $month } de { $year }
web-month-of = { $month } de { $year }
web-quarter = trimestre { $n } de { $year }
web-semester = semestre { $n } de { $year }
web-month-1 = enero
web-month-2 = febrero
web-month-3 = marzo
web-month-4 = abril
web-month-5 = mayo
web-month-6 = junio
web-month-7 = julio
web-month-8 = agosto
web-month-9 = setiembre
web-month-10 = octubre
web-month-11 = noviembre
web-month-12 = diciembre

# Errores
web-error-400 = No entendemos la dirección
web-error-400-what = Revise lo que sigue al signo «?» en la dirección, o vuelva a empezar desde el inicio.
web-error-404 = No encontramos esta página
web-error-404-what = Si escribió la dirección, revise que esté completa. Puede que el código no exista, o que todavía no se conociera en la fecha que está mirando.
web-error-405 = Esta página no admite esa operación
web-error-405-what = Vuelva a la página anterior e inténtelo desde sus botones.
web-error-408 = La respuesta tardó demasiado
web-error-408-what = Inténtelo de nuevo en unos minutos, o pida menos datos de una vez.
web-error-413 = Lo enviado es demasiado grande
web-error-413-what = Envíelo en partes más pequeñas.
web-error-500 = Hay un problema en el servicio
web-error-500-what = No es culpa suya. El fallo quedó anotado; inténtelo de nuevo más tarde.
web-error-back = Ir al inicio
web-refused-encoding = La dirección contiene signos que no se pueden leer: { $value }
web-refused-repeated = El parámetro «{ $value }» aparece más de una vez.
web-refused-known = «{ $value }» no es una fecha. Escríbala como año-mes-día, por ejemplo 2020-12-31.
web-refused-later = El día { $value } todavía no llega: nadie puede saber qué se sabrá entonces.
web-refused-year = «{ $value }» no es un año entre 1900 y 2200.
web-refused-territory = «{ $value }» no es un código de territorio (UBIGEO).
web-refused-format = «{ $value }» no es un formato. Use csv, xlsx, json, pdf o cite, o no diga ninguno.
web-refused-parameter = El parámetro «{ $name }» no admite el valor «{ $value }».
web-refused-xlsx = Esta tabla no cabe en una hoja de cálculo. Descárguela como CSV.
web-sheet-whole = Esta página en PDF, para imprimir
web-sheet-made = Impreso el { $date }
web-sheet-cut = Las primeras { $shown } de { $total } filas: todas están en el CSV de la misma tabla.
web-sheet-rows = { $n ->
    [one] { $n } fila
   *[other] { $n } filas
}
web-cite = Citar esta tabla
web-cite-lead = Con estos datos otra persona puede abrir la misma tabla, aunque después se corrija algo, y comprobar que es la misma.
web-cite-page = Página
web-cite-address = Dirección
web-cite-file = Dirección del CSV
web-cite-known = Según lo conocido
web-cite-rows = Filas
web-cite-sha256 = SHA-256 del CSV
web-cite-text = Cita
web-cite-written = { $publisher }, { $country }: «{ $title }». Según lo conocido { $known }. { $url } (SHA-256 del CSV: { $sha256 })
web-cite-check = Cómo comprobarlo
web-cite-check-lead = Descargue el CSV de esa dirección y calcule su SHA-256. Si es el de arriba, la tabla es la citada:
web-cite-back = Volver a la página

# La API y sus respuestas
web-api-title = API de Quipu
web-api-description = Todo lo público del Estado en un solo cordón: planes, dinero, resultados. Sin clave y de solo lectura. Cada respuesta dice de qué estado del registro habla (known) y puede pedirse como era conocida otro día. Los montos son decimales en soles escritos como texto, para que nada se redondee.
web-api-answer = La respuesta.
web-api-known = Como se conocía al final de ese día, o en ese instante. Sin él, lo que se conoce ahora.
web-api-lang = Idioma de las palabras de la respuesta.
web-api-limit = Cuántas filas como máximo en esta página: de 1 a 10 000; usualmente 100.
web-api-format = Formato de la respuesta; vale más que la cabecera Accept.
web-api-after = La página empieza después de esta clave; la dirección de la página siguiente la trae.
web-api-unknown-parameter = Esta operación no tiene un parámetro { $name }.
web-api-missing-parameter = Falta el parámetro { $name }.
web-api-token = Para programas de un funcionario (Mi cuenta, Tokens). Nada de lo que aquí se lee lo pide: con él las llamadas se cuentan por el token y no por la dirección de red.
web-api-problem-refused = La llamada pide algo que no puede ser
web-api-problem-not-found = Aquí no hay nada
web-api-problem-method-not-allowed = Solo se puede leer: GET
web-api-problem-not-acceptable = Ninguno de los formatos que usted acepta se ofrece aquí
web-api-problem-timeout = La respuesta tardó demasiado
web-api-problem-too-many-requests = Demasiadas llamadas: espere los segundos que dice Retry-After
web-api-problem-internal = El sistema falló; queda anotado
web-api-header-etag = Cambia cuando cambia la respuesta; envíelo en If-None-Match.
web-api-header-link = Dirección de la página siguiente, con rel="next".
web-api-header-limit = Cuántas llamadas seguidas se admiten.
web-api-header-remaining = Cuántas quedan.
web-api-header-retry = Segundos que hay que esperar.
web-field-recorded-in = Número de la entrada del registro que lo anotó
web-field-plan = Código del plan
web-field-version = Versión del plan
web-field-element = Código del elemento dentro del plan
web-field-indicator = Código del indicador dentro del plan
web-field-territory = Código del territorio (UBIGEO, PE el país)
web-field-entity = Código de la entidad
web-field-sector = Código del sector
web-field-pliego = Código del pliego presupuestal
web-field-sec-ejec = Código de la unidad ejecutora en el SIAF, único en el Estado
web-field-programme = Código del programa presupuestal
web-field-product = Código del producto o proyecto
web-field-source = Quién lo dice o de dónde viene
web-field-provenance = De qué archivo se tomó
web-field-name = Nombre
web-field-name-en = Nombre en inglés
web-field-title = Título
web-field-title-en = Título en inglés
web-field-valid-from = Desde qué día vale
web-field-valid-to = Hasta qué día vale, sin contarlo; vacío si no tiene fin
web-field-kind = Clase
web-field-code = Código
web-field-unit = Unidad de los valores
web-field-note = Lo que el lector debe saber
web-field-delivery = Número de la entrega presupuestal
web-field-row-count = Cuántas filas
web-field-year-first = Primer año fiscal
web-field-year-last = Último año fiscal
web-field-digest = SHA-256 del contenido, para comparar una copia
web-field-responsible-post = Puesto responsable; nunca una persona
web-field-level = Nivel
web-field-dimension = Dimensión
web-field-method = Cómo se obtiene el valor
web-field-limitations = Límites y supuestos
web-field-data-source = De dónde salen los datos
web-field-series = Código de la serie
web-field-period = Período: año, semestre, trimestre o mes
web-field-value = Valor
journal-dataset-entries = Registro
journal-dataset-entries-about = Cada acto que cambió algo, en orden; las hojas del árbol que se publica en /log.
journal-field-seq = Número de la entrada
journal-field-at = Cuándo se anotó
journal-field-actor = Código del puesto o programa que actuó; nunca una persona
journal-field-command = Qué se hizo
journal-field-subject = Sobre qué
journal-field-shown = La última entrada, hasta esta, que cambió lo que se muestra al público
journal-field-leaf = El texto exacto de la entrada, del que se calcula su huella
pack-dataset-pack-files = Archivos del país
pack-dataset-pack-files-about = Qué archivo del país (ley, calendario, territorio, clasificadores) vale, con su huella.
pack-field-path = Archivo, dentro de la carpeta del país
web-feed = Qué cambió


# Mapas y comparaciones
web-map-skip = Saltar el mapa e ir al cuadro
web-map-projection = Proyección cilíndrica equidistante, paralelo estándar { $parallel }.
web-map-outlines = Contornos de { $vintage }, simplificados para dibujar: { $source } ({ $licence }). No fijan límites.
web-map-none = Sin dato
web-map-range = De { $least } a { $most }
web-map-places = { $n ->
    [one] { $n } lugar
   *[other] { $n } lugares
}
web-map-unplaced = { $n ->
    [one] Un lugar no tiene contorno en la fuente; su cifra está en el cuadro: { $names }.
   *[other] { $n } lugares no tienen contorno en la fuente; sus cifras están en el cuadro: { $names }.
}
web-pairs-over = más de 100 %

# De dónde salen los datos de una página
web-origin-when = el { $date } (asiento { $entry }); { $rows }
web-origin-rows = { $n ->
    [one] una fila de las que esta página usa
   *[other] { $n } filas de las que esta página usa
}
web-origin-refused = { $n ->
    [0] ninguna rechazada
    [one] una rechazada
   *[other] { $n } rechazadas
}
web-origin-by-rows = Según las propias filas: { $sources }
web-origin-journal = Registro público
web-origin-older = { $n ->
    [one] y un asiento anterior
   *[other] y { $n } asientos anteriores
}

# Puerta
web-entrance = Ingresar
web-office = Mi oficina
web-exit = Salir
# Lo que se escribió en un formulario y no llegó al servicio; {$when} lo pone el navegador.
web-draft-kept = Recuperamos lo que escribió el { $when } en este navegador y que no llegó a enviarse. Revíselo antes de enviarlo.
web-draft-discard = Descartar lo recuperado
web-error-401 = El token no sirve
web-error-401-what = Puede que esté mal copiado, haya vencido o lo haya terminado su dueño, o que ya no ocupe el puesto. Haga otro en Quipu, en Mi cuenta.
web-error-403-token-what = El token no llega a tanto, o el puesto no lo permite. La cuenta, sus tokens y los nombramientos piden que ingrese la persona.
web-error-403 = No tiene permiso para ver esto
web-error-403-what = Lo que pide no corresponde a su puesto. Si cree que debería, pídalo al administrador de su entidad.
web-error-429 = Demasiados intentos seguidos
web-error-429-what = Espere unos minutos y vuelva a intentarlo.
web-refused-form = El formulario no llegó como debía ({ $value }). Vuelva a la página y envíelo otra vez.
web-form-wrong = Hay algo que corregir
web-form-error = Error
web-form-optional = opcional

# Por qué se rechaza una fila
web-row-required = está vacío y es obligatorio
web-row-number = no es un número de 28 cifras como máximo
web-row-separators = escriba el número sin separadores de miles
web-row-date = no es una fecha: escriba 2016-03-14, 14/03/2016 o un año
web-row-year = no es un año entre 1900 y 2200
web-row-yes-no = escriba sí o no
web-row-period = no es un periodo (escriba 2020, 2020-S1, 2020-Q3 o 2020-07): { $value }
web-row-code-empty = el código está vacío
web-row-code-long = un código tiene como máximo 80 caracteres: { $value }
web-row-code-blanks = un código no tiene espacios ni caracteres de control: { $value }
web-row-word = { $value } no es una de estas palabras: { $accepted }
web-row-reference = { $value } no nombra lo que pide la columna: { $kind }
web-row-validity = la vigencia termina ({ $to }) antes de empezar ({ $from })
web-row-horizon = el horizonte termina antes de empezar
web-row-ends-before = termina antes de empezar
web-row-empty-while = está vacío aunque hay { $other }
web-row-periodicity = escriba anual, semestre, trimestre o mes
web-row-twice = { $line } dice otra cosa de lo mismo
web-row-other-file = otro archivo dice otra cosa de lo mismo
web-row-width = tiene { $found } valores y el encabezado nombra { $width } columnas
web-row-quote = una comilla se abre y no se cierra en cientos de líneas: el archivo está cortado o dañado
web-row-unreadable = ilegible desde aquí: { $why }
web-row-homeless = esta versión no está registrada ni viene en la hoja plan de este envío
web-row-without = sin las filas de este envío: { $why }
web-row-one-plan = las versiones de un plan tienen un solo tipo, entidad, territorio, sector y marca de muestra; { $place } difiere
web-row-parent-absent = su superior { $parent } no está en esta versión del plan
web-row-circle = depende de sí mismo a través de sus superiores
web-row-kind = un elemento de tipo { $child } no puede depender de uno de tipo { $parent }
web-row-element-absent = su elemento { $element } no está en esta versión del plan
web-row-indicator-absent = su indicador no está en esta versión del plan
web-row-band = una banda necesita value y value_high, en ese orden; solo el sentido `within` la tiene
web-row-no-table = ninguna tabla de un plan se llama así; nombre el archivo o la hoja con una de estas palabras: { $accepted }
web-row-series-or-indicator = nombre la serie o el indicador, uno de los dos
web-row-indicator-form = escriba PLAN/CÓDIGO, como PEDN/OE1-I1
web-row-name-indicator = nombre el indicador como PLAN/CÓDIGO
web-row-series-unknown = esa serie no existe: importe antes series.csv
web-row-not-yours = ningún plan vigente de su entidad tiene este indicador
web-row-by-series = sus datos vienen de la serie { $series }, que se registra desde su propia fuente
web-row-periods-such-as = el indicador se mide en periodos como { $example }
web-row-not-ended = el periodo todavía no terminó
web-row-not-there = nada se prometió allí; se mide en { $places }
web-row-either = escriba un valor o por qué no lo hay, uno de los dos
web-row-everyone = se dice de todos en un lugar: deje vacíos el grupo y la edición
web-row-no-value-words = diga en una frase por qué no hay dato
web-row-no-value-long = 500 caracteres como máximo
web-row-no-value-reason = no es una de las razones: { $accepted }
web-row-has-value = hay un dato registrado de ese periodo: corríjalo
web-row-no-edition = déjela vacía: el dato se acepta más arriba
web-row-locked = el dato está en revisión: se cambia cuando lo acepten o lo devuelvan
web-row-returned = el dato se devolvió: su responsable lo corrige en su oficina
web-row-sheet-taken = la hoja ya se ingresó
web-row-sheet-twice = la hoja está dos veces en el archivo
web-row-sheet-empty = la hoja no responde ninguna pregunta
web-row-sheet-number = una hoja tiene un número de letras y cifras, de 20 a lo más
web-row-department = ningún departamento tiene este código
