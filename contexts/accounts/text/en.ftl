# Log in
accounts-login = Log in
accounts-login-button = Log in
accounts-login-words = For the staff of public bodies. What Quipu publishes is read without an account.
accounts-email = E-mail address
accounts-password = Password
accounts-forgotten = I forgot my password
accounts-forgotten-words = Write the e-mail address of your account and we will send a link to choose another password. It is good for one hour.
accounts-forgotten-button = Send the link
accounts-forgotten-sent = If there is an account with that address, the link is on its way. Look into your mailbox, unwanted mail too.
accounts-choose = Choose your password
accounts-choose-button = Save the password
accounts-choose-invitation = This is the first password of the account { $email }. The invitation is good once.
accounts-choose-reset = This is the new password of the account { $email }. Saving it closes your open sessions.
accounts-chosen = The password is saved. You can log in with it.
accounts-password-new = New password
accounts-password-again = The same password again
accounts-password-hint = At least 12 characters. Several words that do not belong together are easy to remember and hard to guess.
accounts-password-before = Current password
accounts-change = Change the password
accounts-change-words = Changing it closes your other sessions; this one stays open.
accounts-again-differs = The two passwords are not the same.

# Second factor
accounts-factor = Second factor
accounts-factor-words = Your account asks for a code as well.
accounts-factor-button = Continue
accounts-factor-again = Begin again
accounts-factor-none = None. Posts that reach beyond one body ask for it.
accounts-factor-app = Application with codes
accounts-factor-keys = { $n ->
    [one] { $n } passkey
   *[other] { $n } passkeys
 }
accounts-factor-codes = { $n ->
    [0] no recovery codes are left
    [one] { $n } recovery code is left
   *[other] { $n } recovery codes are left
 }
accounts-code = Code
accounts-code-hint = The six digits of your application, or one of your recovery codes.
accounts-totp = Application with codes as second factor
accounts-totp-words = With an application for codes on your telephone, whoever knows your password cannot log in without the telephone.
accounts-totp-steps = Photograph the square with the application and write the six-digit code that it shows.
accounts-totp-codes = You will then be given ten recovery codes for when you do not have the telephone at hand.
accounts-totp-replaces = It takes the place of the application you use now; your recovery codes of before are void.
accounts-totp-square = Open in the application of this telephone
accounts-totp-type = If you cannot photograph it, type into the application:
accounts-totp-button = Activate
accounts-totp-code-hint = It changes every thirty seconds.
accounts-totp-done = The second factor is active
accounts-totp-written = Write these codes down and keep them away from the telephone. Each is good once, and they are not shown again.
accounts-totp-kept = I have kept them
accounts-totp-drop = Do without the second factor

# My account
accounts-account = My account
accounts-name = Name
accounts-sessions = Open sessions
accounts-session-this = This session
accounts-session-open = Open
accounts-session-ended = Closed
accounts-session-over = Ended by itself
accounts-session-end = Close this session
accounts-logins = Logins to my account
accounts-logins-words = You alone see this list. If something was not you, close that session and change your password.
accounts-login-when = When
accounts-login-means = How
accounts-login-place = From where
accounts-login-agent = With what
accounts-login-state = State
accounts-failures = Failed attempts
accounts-failures-words = Somebody typed a password or a code that was not yours.
accounts-attempts = Attempts
accounts-means-password = Password
accounts-means-totp = Password and application
accounts-means-recovery = Password and recovery code
accounts-means-passkey = Passkey
accounts-means-provider = Identity provider
accounts-means-provider_alone = Identity provider, one factor
accounts-done-password = The password is changed.
accounts-done-session = The session is closed.

# People and posts
accounts-people = People and posts
accounts-people-words = Permissions belong to posts. When the holder of a post changes, what is pending stays with the post.
accounts-people-done = It is recorded.
accounts-vacant = Vacant: what is pending shows at its superior.
accounts-handover = Hand-over of the post
accounts-appoint = Name a person to a post
accounts-appoint-words = A person without an account is invited by e-mail.
accounts-appoint-button = Name
accounts-appoint-email = The official one, if there is one.
accounts-post = Post
accounts-kind = As
accounts-kind-titular = titular
accounts-kind-acting = acting
accounts-from = From
accounts-to = Last day
accounts-norm = Resolution that says so
accounts-relieve = End the appointment
accounts-relieve-on = First day without the post
accounts-since = since { $date }
accounts-until = until before { $date }
accounts-erased = (person whose data were erased)

# Refusals
accounts-refused-wrong = The address or the password is not right.
accounts-refused-before = The current password is not right.
accounts-refused-code = The code is not right. Use the one that the application shows now.
accounts-refused-pass = The link is not good any more: it was used, or its time is over. Ask for another.
accounts-refused-taken = An account has this address already.
accounts-refused-account = There is no such account.
accounts-refused-name = Write the person's name, in at most 120 characters.
accounts-refused-email = Write an address such as nombre@entidad.gob.pe.
accounts-refused-kind = Choose titular or acting.
accounts-refused-day = Write a date such as 2026-03-01.
accounts-refused-ends = It would end before it begins.
accounts-refused-norm = Write the resolution that says so, with its number.
accounts-refused-held = Somebody else holds the post on those days. End that appointment first.
accounts-refused-same = That person holds the post on those days already.
accounts-refused-no-post = The post does not exist on that day.
accounts-refused-not-held = That person does not hold the post on that day.
accounts-weak-short = It has fewer than 12 characters.
accounts-weak-long = It has more than 128 characters.
accounts-weak-guessable = It would be guessed soon: take several words that do not belong together.

# Letters
accounts-letter-invitation-subject = Invitation to Quipu
accounts-letter-invitation-hello = Hello { $name },
accounts-letter-invitation-why = Your entity opened an account for you at Quipu ({ $site }) and named you to a post.
accounts-letter-invitation-link = Choose your password at this link. It is good once, for fourteen days: { $link }
accounts-letter-invitation-else = If you did not expect it, tell the administrator of your entity and do not open the link.
accounts-letter-reset-subject = New password at Quipu
accounts-letter-reset-hello = Hello { $name },
accounts-letter-reset-why = Somebody, perhaps you, asked for a new password for your account at { $site }.
accounts-letter-reset-link = Choose it at this link. It is good once, for one hour: { $link }
accounts-letter-reset-else = If it was not you, do nothing: your password stays as it is.

# Identity provider
accounts-identity = Log in with { $name }
accounts-identity-down = { $name } does not answer now. Log in with your password or try later.
accounts-refused-provider-down = The identity provider does not answer now. Log in with your password or try later.
accounts-refused-provider = The identity provider did not confirm who you are. Begin again.
accounts-refused-denied = The login was cancelled at the identity provider.
accounts-refused-sign-in = The login is over, or began in another browser. Begin again.
accounts-refused-uninvited = You have no account at Quipu. Ask the administrator of your entity for an invitation.
accounts-refused-unverified = The identity provider does not confirm your e-mail address. Confirm it there, or ask the administrator of your entity for an invitation.
accounts-refused-linked = The account of that address is another person's. Ask the administrator of your entity for an invitation.
accounts-out = You left Quipu
accounts-out-words = Your session at Quipu is closed. The one at { $name } is still to be closed.
accounts-out-provider = Close the session at { $name }

# Tokens of programs
accounts-tokens = Tokens for programs
accounts-tokens-words = With a token, a program of yours reads or acts in Quipu for you, without your password. Whoever has the token can do the same: keep it as you keep a password. A token never opens your account nor names people to posts.
accounts-tokens-none = You have no tokens.
accounts-token-new = Make a token
accounts-token-button = Make the token
accounts-token-name = What it is for
accounts-token-name-hint = For example: dashboard of the management.
accounts-token-post = Post
accounts-token-post-hint = The program sees and does what that post may. When you leave the post, the token stops working.
accounts-token-no-post = No post: what is public alone
accounts-token-grants = What it may do
accounts-token-grants-hint = To write is to do the acts of the post that are done with a form.
accounts-token-read = Read
accounts-token-write = Read and write
accounts-token-last-day = Last day
accounts-token-last-day-hint = At most { $n } days from today.
accounts-token-made = Your token
accounts-token-once = Copy the token now. It is not shown again.
accounts-token-how = The program sends it with every call, in this header:
accounts-token-kept = I have kept it
accounts-token-used = used { $when } from { $place }
accounts-token-unused = not used
accounts-token-made-at = made { $when }
accounts-token-until = until { $when }
accounts-token-ended = ended
accounts-token-over = expired
accounts-token-end = End this token
accounts-token-ended-done = The token no longer works.
accounts-token-refused-name = Write what it is for, in at most 60 characters.
accounts-token-refused-grants = Choose what it may do.
accounts-token-refused-days = Write the last day, from today and within the term.
accounts-token-refused-post = Choose one of the posts you act through today.
accounts-token-refused-many = You have twenty tokens already: end one first.

# Passkeys
accounts-keys = Passkeys
accounts-keys-words = A passkey is in your telephone, your computer or a device of its own, and opens with your finger, your face or your PIN. With it you log in without a password and without codes, and nobody can ask you for it on a false site.
accounts-keys-none = You have no passkeys.
accounts-key-new = Add a passkey
accounts-key-button = Add the passkey
accounts-key-name = What you call it
accounts-key-name-hint = For example: telephone, laptop of the office.
accounts-key-drop = Remove this passkey
accounts-key-made = The passkey was added
accounts-key-dropped = The passkey was removed
accounts-key-no-script = If your browser allows no passkeys, use instead:
accounts-key-enter = Log in with a passkey
accounts-key-enter-words = Your device will ask for your finger, your face or your PIN. If nothing happens, your browser allows no passkeys: log in another way.
accounts-key-enter-button = Use my passkey
accounts-key-enter-other = Log in with a password
accounts-key-refused-over = The question to your passkey expired or was answered already. Try again.
accounts-key-refused-unknown = No account has that passkey. Log in another way.
accounts-key-refused-answer = The passkey did not confirm that it is you, or your browser allows no passkeys. Try again or use another way.
accounts-key-refused-copied = The passkey counts fewer uses than before: somebody may have copied it. You were not logged in with it. Log in another way, remove it from your account and tell the administrator.
accounts-key-refused-name = Write what you call the passkey, in at most 60 characters.
accounts-factor-last-title = Remove the last second factor
accounts-factor-last = It is your last second factor, and one of your posts asks for two. Without it you cannot act through that post.
accounts-factor-last-button = Remove it all the same
accounts-factor-last-keep = Keep it
