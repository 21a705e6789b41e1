# Ingreso
accounts-login = Ingresar
accounts-login-button = Ingresar
accounts-login-words = Para el personal de las entidades. Lo que Quipu publica se lee sin cuenta.
accounts-email = Correo electrónico
accounts-password = Contraseña
accounts-forgotten = Olvidé mi contraseña
accounts-forgotten-words = Escriba el correo de su cuenta y le enviaremos un enlace para elegir otra contraseña. Sirve durante una hora.
accounts-forgotten-button = Enviar el enlace
accounts-forgotten-sent = Si hay una cuenta con ese correo, el enlace va en camino. Revise su buzón, también el correo no deseado.
accounts-choose = Elija su contraseña
accounts-choose-button = Guardar la contraseña
accounts-choose-invitation = Es la primera contraseña de la cuenta { $email }. La invitación sirve una sola vez.
accounts-choose-reset = Es la nueva contraseña de la cuenta { $email }. Al guardarla se cierran sus sesiones abiertas.
accounts-chosen = La contraseña quedó guardada. Ya puede ingresar con ella.
accounts-password-new = Contraseña nueva
accounts-password-again = La misma contraseña otra vez
accounts-password-hint = Al menos 12 caracteres. Varias palabras que no vayan juntas se recuerdan bien y no se adivinan.
accounts-password-before = Contraseña actual
accounts-change = Cambiar la contraseña
accounts-change-words = Al cambiarla se cierran sus otras sesiones; esta sigue abierta.
accounts-again-differs = Las dos contraseñas no son iguales.

# Segundo factor
accounts-factor = Segundo factor
accounts-factor-words = Su cuenta pide además un código.
accounts-factor-button = Continuar
accounts-factor-again = Empezar de nuevo
accounts-factor-none = No tiene. Los puestos que alcanzan a más de una entidad lo piden.
accounts-factor-app = Aplicación de códigos
accounts-factor-keys = { $n ->
    [one] { $n } llave de acceso
   *[other] { $n } llaves de acceso
 }
accounts-factor-codes = { $n ->
    [0] no le quedan códigos de respaldo
    [one] le queda { $n } código de respaldo
   *[other] le quedan { $n } códigos de respaldo
 }
accounts-code = Código
accounts-code-hint = Los seis dígitos de su aplicación, o uno de sus códigos de respaldo.
accounts-totp = Aplicación de códigos como segundo factor
accounts-totp-words = Con una aplicación de códigos en el teléfono, quien conozca su contraseña no puede ingresar sin el teléfono.
accounts-totp-steps = Fotografíe el cuadro con la aplicación y escriba el código de seis dígitos que ella muestra.
accounts-totp-codes = Después recibirá diez códigos de respaldo para cuando no tenga el teléfono a la mano.
accounts-totp-replaces = Reemplaza a la aplicación que usa hoy; sus códigos de respaldo de antes dejan de servir.
accounts-totp-square = Abrir en la aplicación de este teléfono
accounts-totp-type = Si no puede fotografiarlo, escriba en la aplicación:
accounts-totp-button = Activar
accounts-totp-code-hint = Cambia cada treinta segundos.
accounts-totp-done = El segundo factor quedó activado
accounts-totp-written = Anote estos códigos y guárdelos lejos del teléfono. Cada uno sirve una vez y no se vuelven a mostrar.
accounts-totp-kept = Ya los guardé
accounts-totp-drop = Quitar el segundo factor

# Mi cuenta
accounts-account = Mi cuenta
accounts-name = Nombre
accounts-sessions = Sesiones abiertas
accounts-session-this = Esta sesión
accounts-session-open = Abierta
accounts-session-ended = Cerrada
accounts-session-over = Terminó sola
accounts-session-end = Cerrar esta sesión
accounts-logins = Ingresos a mi cuenta
accounts-logins-words = Solo usted ve esta lista. Si algo no fue suyo, cierre esa sesión y cambie su contraseña.
accounts-login-when = Cuándo
accounts-login-means = Cómo
accounts-login-place = Desde dónde
accounts-login-agent = Con qué
accounts-login-state = Estado
accounts-failures = Intentos fallidos
accounts-failures-words = Alguien escribió una contraseña o un código que no eran los suyos.
accounts-attempts = Intentos
accounts-means-password = Contraseña
accounts-means-totp = Contraseña y aplicación
accounts-means-recovery = Contraseña y código de respaldo
accounts-means-passkey = Llave de acceso
accounts-means-provider = Proveedor de identidad
accounts-means-provider_alone = Proveedor de identidad, un factor
accounts-done-password = La contraseña quedó cambiada.
accounts-done-session = La sesión quedó cerrada.

# Personas y puestos
accounts-people = Personas y puestos
accounts-people-words = Los permisos son de los puestos. Cuando cambia quien ocupa un puesto, lo pendiente queda en el puesto.
accounts-people-done = Quedó registrado.
accounts-vacant = Vacante: lo pendiente se muestra a su superior.
accounts-handover = Entrega del puesto
accounts-appoint = Nombrar a una persona
accounts-appoint-words = Si la persona no tiene cuenta, recibirá una invitación en su correo.
accounts-appoint-button = Nombrar
accounts-appoint-email = El institucional, si tiene.
accounts-post = Puesto
accounts-kind = En calidad de
accounts-kind-titular = titular
accounts-kind-acting = encargado
accounts-from = Desde
accounts-to = Último día
accounts-norm = Resolución que lo dispone
accounts-relieve = Terminar el encargo o la designación
accounts-relieve-on = Primer día sin el puesto
accounts-since = desde el { $date }
accounts-until = hasta antes del { $date }
accounts-erased = (persona cuyos datos se borraron)

# Negativas
accounts-refused-wrong = El correo o la contraseña no son correctos.
accounts-refused-before = La contraseña actual no es correcta.
accounts-refused-code = El código no es correcto. Use el que la aplicación muestra ahora.
accounts-refused-pass = El enlace ya no sirve: se usó o venció. Pida otro.
accounts-refused-taken = Ya hay una cuenta con ese correo.
accounts-refused-account = No existe esa cuenta.
accounts-refused-name = Escriba el nombre de la persona, en no más de 120 caracteres.
accounts-refused-email = Escriba un correo como nombre@entidad.gob.pe.
accounts-refused-kind = Elija titular o encargado.
accounts-refused-day = Escriba una fecha como 2026-03-01.
accounts-refused-ends = Terminaría antes de empezar.
accounts-refused-norm = Escriba la resolución que lo dispone, con su número.
accounts-refused-held = Otra persona ocupa el puesto en esas fechas. Termine primero esa designación.
accounts-refused-same = Esa persona ya ocupa el puesto en esas fechas.
accounts-refused-no-post = El puesto no existe en esa fecha.
accounts-refused-not-held = Esa persona no ocupa el puesto en esa fecha.
accounts-weak-short = Tiene menos de 12 caracteres.
accounts-weak-long = Tiene más de 128 caracteres.
accounts-weak-guessable = Se adivinaría pronto: tome varias palabras que no vayan juntas.

# Cartas
accounts-letter-invitation-subject = Invitación a Quipu
accounts-letter-invitation-hello = Hola, { $name }:
accounts-letter-invitation-why = Su entidad le abrió una cuenta en Quipu ({ $site }) y lo nombró a un puesto.
accounts-letter-invitation-link = Elija su contraseña en este enlace. Sirve una vez, durante catorce días: { $link }
accounts-letter-invitation-else = Si no lo esperaba, avise al administrador de su entidad y no abra el enlace.
accounts-letter-reset-subject = Nueva contraseña en Quipu
accounts-letter-reset-hello = Hola, { $name }:
accounts-letter-reset-why = Alguien, quizá usted, pidió una nueva contraseña para su cuenta en { $site }.
accounts-letter-reset-link = Elíjala en este enlace. Sirve una vez, durante una hora: { $link }
accounts-letter-reset-else = Si no fue usted, no haga nada: su contraseña sigue igual.

# Proveedor de identidad
accounts-identity = Ingresar con { $name }
accounts-identity-down = { $name } no responde ahora. Ingrese con su contraseña o inténtelo más tarde.
accounts-refused-provider-down = El proveedor de identidad no responde ahora. Ingrese con su contraseña o inténtelo más tarde.
accounts-refused-provider = El proveedor de identidad no confirmó quién es usted. Empiece de nuevo.
accounts-refused-denied = El ingreso se canceló en el proveedor de identidad.
accounts-refused-sign-in = El ingreso venció o empezó en otro navegador. Empiece de nuevo.
accounts-refused-uninvited = Usted no tiene cuenta en Quipu. Pida una invitación al administrador de su entidad.
accounts-refused-unverified = El proveedor de identidad no confirma su correo. Confírmelo con él, o pida una invitación al administrador de su entidad.
accounts-refused-linked = La cuenta de ese correo es de otra persona. Pida una invitación al administrador de su entidad.
accounts-out = Salió de Quipu
accounts-out-words = Su sesión en Quipu quedó cerrada. Falta cerrar la de { $name }.
accounts-out-provider = Cerrar la sesión de { $name }

# Tokens de programas
accounts-tokens = Tokens para programas
accounts-tokens-words = Con un token, un programa suyo lee o actúa en Quipu por usted, sin su contraseña. Quien tenga el token puede lo mismo: guárdelo como una contraseña. Un token nunca abre su cuenta ni nombra a personas.
accounts-tokens-none = No tiene tokens.
accounts-token-new = Hacer un token
accounts-token-button = Hacer el token
accounts-token-name = Para qué es
accounts-token-name-hint = Por ejemplo: tablero de la gerencia.
accounts-token-post = Puesto
accounts-token-post-hint = El programa ve y hace lo que ese puesto puede. Cuando usted deje el puesto, el token deja de servir.
accounts-token-no-post = Sin puesto: solo lo público
accounts-token-grants = Qué puede hacer
accounts-token-grants-hint = Escribir es hacer los actos del puesto que se hacen con un formulario.
accounts-token-read = Leer
accounts-token-write = Leer y escribir
accounts-token-last-day = Último día
accounts-token-last-day-hint = Como máximo { $n } días desde hoy.
accounts-token-made = Su token
accounts-token-once = Copie el token ahora. No se vuelve a mostrar.
accounts-token-how = El programa lo envía en cada llamada, en esta cabecera:
accounts-token-kept = Ya lo guardé
accounts-token-used = usado { $when } desde { $place }
accounts-token-unused = sin usar
accounts-token-made-at = hecho { $when }
accounts-token-until = hasta { $when }
accounts-token-ended = terminado
accounts-token-over = vencido
accounts-token-end = Terminar este token
accounts-token-ended-done = El token ya no sirve.
accounts-token-refused-name = Escriba para qué es, en no más de 60 caracteres.
accounts-token-refused-grants = Elija qué puede hacer.
accounts-token-refused-days = Escriba el último día, desde hoy y dentro del plazo.
accounts-token-refused-post = Elija uno de los puestos por los que actúa hoy.
accounts-token-refused-many = Ya tiene veinte tokens: termine alguno primero.

# Llaves de acceso
accounts-keys = Llaves de acceso
accounts-keys-words = Una llave de acceso está en su teléfono, su computadora o un dispositivo aparte, y se abre con su huella, su cara o su PIN. Con ella ingresa sin contraseña y sin códigos, y nadie puede pedírsela en un sitio falso.
accounts-keys-none = No tiene llaves de acceso.
accounts-key-new = Agregar una llave
accounts-key-button = Agregar la llave
accounts-key-name = Cómo la llama
accounts-key-name-hint = Por ejemplo: teléfono, laptop de la oficina.
accounts-key-drop = Quitar esta llave
accounts-key-made = La llave quedó agregada
accounts-key-dropped = La llave quedó quitada
accounts-key-no-script = Si su navegador no permite llaves, use en su lugar:
accounts-key-enter = Ingresar con una llave de acceso
accounts-key-enter-words = Su dispositivo le pedirá su huella, su cara o su PIN. Si no pasa nada, su navegador no permite llaves: ingrese de otra manera.
accounts-key-enter-button = Usar mi llave
accounts-key-enter-other = Ingresar con contraseña
accounts-key-refused-over = La pregunta a su llave venció o ya se usó. Inténtelo otra vez.
accounts-key-refused-unknown = Ninguna cuenta tiene esa llave. Ingrese de otra manera.
accounts-key-refused-answer = La llave no confirmó que es usted, o su navegador no permite llaves. Inténtelo otra vez o use otra manera.
accounts-key-refused-copied = La llave cuenta menos usos que antes: puede que alguien la haya copiado. No se ingresó con ella. Ingrese de otra manera, quítela de su cuenta y avise al administrador.
accounts-key-refused-name = Escriba cómo llama a la llave, en no más de 60 caracteres.
accounts-factor-last-title = Quitar el último segundo factor
accounts-factor-last = Es su último segundo factor, y uno de sus puestos pide dos. Sin él no podrá actuar por ese puesto.
accounts-factor-last-button = Quitarlo de todos modos
accounts-factor-last-keep = Conservarlo
