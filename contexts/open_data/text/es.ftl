# Los datos para llevar y la API.
open-data-nav = Datos abiertos
open-data-title = Datos abiertos y API
open-data-lead = Todo lo que aquí se muestra puede llevarse entero o pedirse desde un programa. Sin clave y sin preguntar para qué.
open-data-people = Para llevar
open-data-people-what = Bajo cada tabla de este sitio hay un enlace a CSV y a XLSX con las mismas filas. Los archivos completos, con la descripción de cada columna en datapackage.json, se escriben cada noche.
open-data-bulk = Archivos completos
open-data-bulk-known = Muestran lo que se conocía a esta hora (UTC): { $at }. Descriptores:
open-data-bulk-none = Los archivos completos de esta instalación aún no se han escrito; se escriben cada noche, o con «quipu export».
open-data-kilobytes = { $n } kB
open-data-rows = Filas
open-data-programs = Para programas
open-data-programs-what = La API responde en JSON, CSV o Parquet, en /api/v1. Pruebe:
open-data-way-known = known=2026-03-01 responde como se conocía ese día. Cada respuesta dice de qué entrada del registro habla.
open-data-way-pages = Una lista larga viene por páginas: «next» trae la dirección de la siguiente, siempre del mismo estado. limit llega a 10 000.
open-data-way-formats = Accept: text/csv o application/vnd.apache.parquet, o format=csv en la dirección.
open-data-way-etag = Envíe el ETag en If-None-Match: si nada cambió, la respuesta es 304 y no cuesta nada.
open-data-way-errors = Los errores son application/problem+json (RFC 9457) y dicen qué parámetro y por qué. Un parámetro desconocido se rechaza, nunca se ignora.
open-data-way-limits = Desde una dirección se admiten { $burst } llamadas seguidas y después { $n } por segundo; X-RateLimit-Remaining dice cuántas quedan.
open-data-way-openapi = la API descrita para programas (OpenAPI 3.1), con ejemplos.
open-data-datasets = Conjuntos de datos
open-data-dataset = Conjunto
open-data-holds = Qué trae
open-data-read = Leer
open-data-operations = Lo que se calcula
open-data-operation = Pregunta
open-data-example = Ejemplo
open-data-columns = Columnas
open-data-column = Columna
open-data-meaning = Qué dice
open-data-type = Tipo
open-data-values = Valores
open-data-key = Parte de la clave
open-data-refers = Está en { $dataset } ({ $columns })
open-data-as = Como { $example }
open-data-optional = { $type }, puede faltar
open-data-whole = Completo: { $file }
open-data-type-text = texto
open-data-type-integer = entero
open-data-type-year = año
open-data-type-flag = sí o no
open-data-type-money = soles, con dos decimales
open-data-type-share = parte de uno, con seis decimales
open-data-type-decimal = número con decimales
open-data-type-date = día
open-data-type-instant = instante (UTC)

# Archivos completos
bulk-tables = Quipu: las tablas públicas
bulk-tables-about = Todas las tablas públicas del Estado que guarda esta instalación: territorios, entidades, planes, indicadores, metas, observaciones, entregas presupuestales, atribuciones y el registro de los cambios. Los montos están en soles.
bulk-money = Quipu: el dinero
bulk-money-about = La ejecución del presupuesto de cada año fiscal, por todas las clasificaciones, en soles. Donde dos entregas cuentan el mismo dinero responde una sola. Los nombres de los códigos están en el conjunto budget-names.
