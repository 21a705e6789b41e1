# Public journal
record-title = Public journal
record-lead = Whenever something changes in Quipu (a budget delivery arrives, a plan is loaded, a figure is corrected) an entry is left here: what was done, when, to what, and by which post. No entry is ever erased or changed.
record-size = Entries
record-size-note = Numbered from 1, without gaps.
record-date = Date of the last checkpoint
record-date-note = That of the last entry it covers.
record-trust = Why it can be trusted
record-trust-tree = A fingerprint is computed of every entry, and a single one, the root, of all the fingerprints. Changing one letter of any entry changes the root. A checkpoint says how many entries there are and what their root is, and it is signed. Whoever keeps one today can prove in a year that nothing it covered was rewritten, without having to believe anybody.
record-trust-people = The journal holds no personal data: whoever acts appears by the code of their post or program, and of anything personal only the fingerprint is written down.
record-entries = Entries, from the last to the first
record-feed = Subscribe (Atom)
record-feed-what = a news reader tells of every new entry. Entities, places and objectives have feeds of their own on their pages.
record-number = No.
record-when = When
record-what = What was done
record-subject = To what
record-who = Who
record-command = Command
record-moment = { $date }, { $time } UTC
record-none = There is no entry yet in what was known then. Choose another date.

record-keep = Keep a checkpoint and check it next year
record-keep-what = This is the checkpoint of what this page shows:
record-keep-save = Copy the text exactly into a file, say mine.txt, or download it from /log/checkpoint. Keep it where those who run this system cannot change it; keep the key too.
record-keep-check = Next year, whoever has the data folder checks it with this command, which recomputes the whole journal and says what was altered, if anything was:
record-keep-client = Without the data folder, this command downloads the log of this site, recomputes the root of what your checkpoint covered and compares it with yours. Any other program that reads C2SP tlog-tiles logs does the same, given your checkpoint, the key and the address /log:

record-key = The key
record-key-what = It checks the signature of checkpoints. Compare it with the one you kept: it does not change.
record-raw = For programs
record-raw-what = The journal follows the C2SP standards tlog-tiles, tlog-checkpoint and signed-note. Any site may read these addresses:
record-raw-checkpoint = the signed checkpoint
record-raw-key = the key that checks the signature
record-raw-bundle = the last entries, each after its length
record-raw-tile = their fingerprints

# One entry
record-entry-title = Entry { $n }
record-leaf-hash = Fingerprint
record-leaf = The exact text
record-leaf-what = The fingerprint is of these bytes and of nothing else: canonical JSON, with its keys in order and no blanks. “effects” holds the fingerprint of the rows that the act wrote in each table.
record-leaf-json = The text alone
record-proof = The proof that it stands in the journal
record-proof-what = { $n ->
    [one] In the C2SP tlog-proof format: the place of the entry counted from 0, and the checkpoint of a journal of { $n } entry.
   *[other] In the C2SP tlog-proof format: the place of the entry counted from 0, the neighbouring fingerprints that lead from its own to the root, and the checkpoint of a journal of { $n } entries.
 }
record-apart = The content of this act is too long for an entry. It stands whole in the stored file whose SHA-256 is { $digest }.
record-beside = Neighbouring entries

# What is done
record-command-pack-load = The country's tables were loaded
record-command-directory-load_territories = Territories were loaded
record-command-directory-load_entities = Entities and executing units were loaded
record-command-planning-import_plan = A plan was imported
record-command-planning-change_state = A plan changed its state
record-command-monitoring-keep_values = A draft of values was kept
record-command-monitoring-record_values = Values were recorded
record-command-monitoring-discard_values = A draft of values was put away
record-command-monitoring-import_series = Series were imported
record-command-monitoring-import_observations = Observations were imported
record-command-monitoring-import_cards = Indicator cards were imported
record-command-monitoring-bind = Indicators were tied to their series
record-command-budget-import_budget = A budget delivery arrived
record-command-budget-import_attributions = Money was claimed for objectives
record-command-accounts-create_account = An account was opened
record-command-accounts-ask_reset = A new password was asked for
record-command-accounts-give_pass = A link to choose a password was given
record-command-accounts-accept_pass = A password was chosen
record-command-accounts-change_password = A password was changed
record-command-accounts-close_account = An account was closed
record-command-accounts-log_in = Somebody logged in
record-command-accounts-log_out = Somebody logged out
record-command-accounts-spend_code = A code of a second factor was used
record-command-accounts-enrol_totp = A second factor was activated
record-command-accounts-drop_totp = A second factor was dropped
record-command-accounts-record_failures = Failed attempts to log in were written down
record-command-accounts-link_identity = Somebody was recognised by an identity provider
record-command-accounts-open_by_identity = An account was opened by an identity provider
record-command-directory-establish_posts = Posts were established
record-command-directory-appoint = Somebody was named to a post
record-command-directory-relieve = Somebody left a post
record-command-mail-record_sendings = Letters were sent
record-command-office-tell_posts = Posts were told
record-command-office-choose_letters = It was chosen how often letters come
record-command-office-make_feeds = Addresses of a calendar were made
record-command-office-end_feeds = Addresses of a calendar were ended
record-command-formulation-open_case = A case of a plan was opened
record-command-formulation-put_draft = A draft of a plan was put in
record-command-formulation-comment = A draft of a plan was commented on
record-command-formulation-perform = An act of the procedure of a plan was done
record-command-formulation-approve = A plan was approved
record-command-formulation-consult = The public consultation of a draft was opened
record-command-formulation-speak = Somebody commented in a public consultation
record-command-formulation-respond = A comment of a public consultation was read or answered
record-command-formulation-go_on = A plan that was consulted on went on
