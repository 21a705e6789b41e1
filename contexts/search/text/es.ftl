# Búsqueda
search-title = Buscar
search-title-of = Buscar: { $q }
search-field = ¿Qué busca?
search-lead = Busque objetivos, indicadores, planes, entidades, lugares, programas y proyectos por sus palabras o por su código. Puede escribir sin tildes y en mayúsculas o minúsculas; también se encuentran otras formas de la palabra.
search-examples = Por ejemplo
search-example-words = palabras
search-example-code = un código
search-found = { $n ->
    [one] { $count } resultado
   *[other] { $count } resultados
 }
search-beginning = Nada tiene «{ $q }» tal como está escrito. Esto tiene palabras que empiezan así.
search-some = Nada tiene todas las palabras de «{ $q }». Esto tiene algunas.
search-nothing = Nada tiene «{ $q }». Escriba menos palabras, otras más generales, o el comienzo de una palabra.
search-nothing-small = «{ $q }» no tiene ninguna palabra que distinga una cosa de otra. Escriba también de qué se trata.
search-nothing-of-kind = No hay resultados de este tipo. De otros tipos sí: elija uno arriba.
search-did-you-mean = ¿Quiso decir…?
search-kinds = Por tipo
search-all-kinds = Todo
search-more-than-listed = Se pueden recorrer los primeros { $max } de { $count } resultados. Escriba una palabra más para llegar a los otros.
search-building = El buscador se está preparando. Vuelva a cargar esta página dentro de un momento.
search-updating = Se está incorporando lo último que se registró: lo más nuevo puede faltar todavía.
search-failed = El buscador no se pudo preparar con lo último que se registró: lo más nuevo falta. Quien administra esta instalación encuentra el motivo en su registro.
search-of-today = Se busca en lo que se sabe hoy, no en lo que se sabía en la fecha elegida. Los enlaces sí llevan a esa fecha, y lo que entonces no constaba no tiene página.
search-csv = Descargar CSV
search-csv-title = Descargar los resultados como CSV, hasta { $max }
search-column-kind = Tipo
search-column-code = Código
search-column-title = Nombre
search-column-of = De
search-column-sample = Muestra
search-column-address = Dirección

search-kind-objective = Objetivos
search-kind-element = Otros elementos de planes
search-kind-indicator = Indicadores
search-kind-plan = Planes
search-kind-entity = Entidades
search-kind-unit = Unidades ejecutoras
search-kind-territory = Territorios
search-kind-programme = Programas presupuestales
search-kind-product = Productos y proyectos
search-one-objective = Objetivo
search-one-element = Elemento de plan
search-one-indicator = Indicador
search-one-plan = Plan
search-one-entity = Entidad
search-one-unit = Unidad ejecutora
search-one-territory = Territorio
search-one-programme = Programa presupuestal
search-one-product = Producto o proyecto
