# Registro público
record-title = Registro público
record-lead = Cada vez que algo cambia en Quipu (llega una entrega de presupuesto, se carga un plan, se corrige un dato) queda aquí un asiento: qué se hizo, cuándo, sobre qué y qué cargo lo hizo. Ningún asiento se borra ni se cambia.
record-size = Asientos
record-size-note = Numerados desde el 1, sin saltos.
record-date = Fecha del último punto de control
record-date-note = Es la del último asiento que cubre.
record-trust = Por qué se puede confiar en él
record-trust-tree = De cada asiento se calcula una huella, y de todas las huellas una sola, la raíz. Cambiar una letra de cualquier asiento cambia la raíz. Un punto de control dice cuántos asientos hay y cuál es su raíz, y va firmado. Quien guarda uno hoy puede probar dentro de un año que no se reescribió nada de lo que cubría, sin tener que creerle a nadie.
record-trust-people = El registro no lleva datos personales: quien actúa figura con el código de su cargo o programa, y de un dato personal solo se anota la huella.
record-entries = Asientos, del último al primero
record-feed = Suscribirse (Atom)
record-feed-what = un lector de noticias avisa de cada asiento nuevo. Las entidades, los lugares y los objetivos tienen avisos propios en sus páginas.
record-number = N.º
record-when = Cuándo
record-what = Qué se hizo
record-subject = Sobre qué
record-who = Quién
record-command = Orden
record-moment = { $date }, { $time } UTC
record-none = Todavía no hay ningún asiento en lo que se sabía entonces. Elija otra fecha.

record-keep = Guarde un punto de control y compruébelo el próximo año
record-keep-what = Este es el punto de control de lo que muestra esta página:
record-keep-save = Copie el texto tal cual en un archivo, por ejemplo mine.txt, o descárguelo de /log/checkpoint. Guárdelo donde quienes administran este sistema no puedan cambiarlo; guarde también la clave.
record-keep-check = El próximo año, quien tenga la carpeta de datos lo comprueba con esta orden, que recalcula todo el registro y dice qué se alteró, si algo se alteró:
record-keep-client = Sin la carpeta de datos, esta orden descarga el registro de este sitio, recalcula la raíz de lo que cubría su punto de control y la compara con la suya. Cualquier otro programa que lea registros C2SP tlog-tiles hace lo mismo, con su punto de control, la clave y la dirección /log:

record-key = La clave
record-key-what = Con ella se comprueba la firma de los puntos de control. Compárela con la que haya guardado: no cambia.
record-raw = Para programas
record-raw-what = El registro sigue las normas C2SP tlog-tiles, tlog-checkpoint y signed-note. Cualquier sitio puede leer estas direcciones:
record-raw-checkpoint = el punto de control firmado
record-raw-key = la clave que comprueba la firma
record-raw-bundle = los últimos asientos, cada uno tras su longitud
record-raw-tile = sus huellas

# Un asiento
record-entry-title = Asiento { $n }
record-leaf-hash = Huella
record-leaf = El texto exacto
record-leaf-what = De estos bytes, y de nada más, se calcula la huella: es JSON canónico, con las claves en orden y sin espacios. En «effects» va la huella de las filas que el acto escribió en cada tabla.
record-leaf-json = Solo el texto
record-proof = La prueba de que está en el registro
record-proof-what = { $n ->
    [one] En el formato C2SP tlog-proof: el lugar del asiento desde 0 y el punto de control de un registro de { $n } asiento.
   *[other] En el formato C2SP tlog-proof: el lugar del asiento desde 0, las huellas vecinas que llevan de su huella a la raíz y el punto de control de un registro de { $n } asientos.
 }
record-apart = El contenido de este acto es demasiado largo para un asiento. Está entero en el archivo guardado cuyo SHA-256 es { $digest }.
record-beside = Asientos vecinos

# Lo que se hace
record-command-pack-load = Se cargaron las tablas del país
record-command-directory-load_territories = Se cargaron los territorios
record-command-directory-load_entities = Se cargaron entidades y unidades ejecutoras
record-command-planning-import_plan = Se importó un plan
record-command-planning-change_state = Un plan cambió de estado
record-command-monitoring-keep_values = Se guardó un borrador de datos
record-command-monitoring-record_values = Se registraron datos
record-command-monitoring-discard_values = Se descartó un borrador de datos
record-command-monitoring-import_series = Se importaron series
record-command-monitoring-import_observations = Se importaron observaciones
record-command-monitoring-import_cards = Se importaron fichas de indicadores
record-command-monitoring-bind = Se unieron indicadores a sus series
record-command-budget-import_budget = Llegó una entrega de presupuesto
record-command-budget-import_attributions = Se reclamó dinero para objetivos
record-command-accounts-create_account = Se abrió una cuenta
record-command-accounts-ask_reset = Se pidió una nueva contraseña
record-command-accounts-give_pass = Se dio un enlace para elegir contraseña
record-command-accounts-accept_pass = Se eligió una contraseña
record-command-accounts-change_password = Se cambió una contraseña
record-command-accounts-close_account = Se cerró una cuenta
record-command-accounts-log_in = Alguien ingresó
record-command-accounts-log_out = Alguien salió
record-command-accounts-spend_code = Se usó un código de segundo factor
record-command-accounts-enrol_totp = Se activó un segundo factor
record-command-accounts-drop_totp = Se quitó un segundo factor
record-command-accounts-record_failures = Se anotaron intentos fallidos de ingreso
record-command-accounts-link_identity = Alguien fue reconocido por un proveedor de identidad
record-command-accounts-open_by_identity = Se abrió una cuenta por un proveedor de identidad
record-command-directory-establish_posts = Se establecieron puestos
record-command-directory-appoint = Se nombró a alguien a un puesto
record-command-directory-relieve = Alguien dejó un puesto
record-command-mail-record_sendings = Se enviaron cartas
record-command-office-tell_posts = Se avisó a los puestos
record-command-office-choose_letters = Se eligió cada cuánto llegan cartas
record-command-office-make_feeds = Se crearon direcciones de agenda
record-command-office-end_feeds = Se anularon direcciones de agenda
record-command-formulation-open_case = Se abrió el expediente de un plan
record-command-formulation-put_draft = Se puso un proyecto de plan
record-command-formulation-comment = Se comentó un proyecto de plan
record-command-formulation-perform = Se hizo un acto del procedimiento de un plan
record-command-formulation-approve = Se aprobó un plan
record-command-formulation-consult = Se abrió la consulta pública de un proyecto
record-command-formulation-speak = Alguien opinó en una consulta pública
record-command-formulation-respond = Se leyó o respondió un comentario de una consulta pública
record-command-formulation-go_on = Siguió su camino un plan que fue consultado
