// What an official types is kept in their browser until the service has it: a line that breaks, a session that ends or a
// power cut loses nothing. Never passwords, codes or files; for one account; dropped when it leaves, and after a week.
// Without this script forms work all the same.
const { account, kept, discard } = document.currentScript.dataset;
const PREFIX = `draft ${account} `;
const DAYS_KEPT = 7;
const here = location.pathname;
const shows_errors = document.querySelector("main .govuk-error-summary") !== null;

const TYPED = ["text", "number", "date", "email", "textarea", "select-one"];
const fields = (form) => [...form.elements].filter((field) => field.name && TYPED.includes(field.type));
const is_secret = (form) => form.querySelector("input[type=password], input[autocomplete=one-time-code]") !== null;
const forms = [...document.querySelectorAll("main form[method=post]")]
  .filter((form) => fields(form).length > 0 && !is_secret(form));
// Two forms of a page may go to the same address: the first field tells them apart.
const key = (form) => `${PREFIX}${new URL(form.action).pathname} ${fields(form)[0].id}`;

const all = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
};
const write = (name, draft) => {
  try {
    localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // A browser without room, or told to keep nothing.
  }
};

// The service had it when its answer to what was sent from a page is here, and is no refusal. Pages of errors run no script and
// are nobody's referrer: what they refused stays.
function drop_the_accepted() {
  const from = document.referrer && new URL(document.referrer);
  const came_back = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  const is_answer = (draft) => draft.sent && !shows_errors && !came_back && from.pathname === draft.page;
  const oldest = Date.now() - DAYS_KEPT * 86_400_000;
  for (const name of all()) {
    const draft = read(name);
    if (!draft || draft.at < oldest || (from?.origin === location.origin && is_answer(draft))) localStorage.removeItem(name);
  }
}

function keep(form) {
  const draft = read(key(form)) ?? { fields: {} };
  for (const field of fields(form)) {
    if (field.dataset.typed) draft.fields[field.name] = field.value;
  }
  write(key(form), { ...draft, at: Date.now(), page: here, sent: false });
}

function restore(form) {
  const draft = read(key(form));
  if (!draft) return;
  write(key(form), { ...draft, sent: false });
  const changed = fields(form).filter(({ name, value }) => name in draft.fields && draft.fields[name] !== value);
  if (changed.length === 0) return;
  const before = changed.map((field) => [field, field.value]);
  for (const field of changed) {
    field.value = draft.fields[field.name];
    field.dataset.typed = "yes";
  }
  const note = document.createElement("div");
  note.className = "govuk-inset-text q-draft";
  note.setAttribute("role", "status");
  const when = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  button.textContent = discard;
  button.addEventListener("click", () => {
    for (const [field, value] of before) field.value = value;
    localStorage.removeItem(key(form));
    note.remove();
    before[0][0].focus();
  });
  const words = document.createElement("p");
  words.textContent = kept.replace("{when}", when);
  note.append(words, button);
  form.prepend(note);
}

drop_the_accepted();
for (const form of forms) {
  if (!shows_errors) restore(form);
  const typed = (event) => {
    event.target.dataset.typed = "yes";
    keep(form);
  };
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("submit", () => {
    const draft = read(key(form));
    if (draft) write(key(form), { ...draft, sent: true });
  });
}
// Back by the browser's own memory: what was sent from here was not answered.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of forms) {
    const draft = read(key(form));
    if (draft) write(key(form), { ...draft, sent: false });
  }
});
// Who leaves takes it along: the next person at this browser finds nothing.
document.querySelector("form:has(.q-door-exit)")?.addEventListener("submit", () => {
  for (const name of all()) localStorage.removeItem(name);
});
