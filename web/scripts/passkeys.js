// Asks the device for a key and sends its answer with the form. Without this script the page offers the other ways in.
const answer = document.querySelector("input[name=answer]");
const form = answer?.form;

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const named = (keys) => keys?.map((key) => ({ ...key, id: bytes(key.id) }));

async function made(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: named(options.excludeCredentials),
  };
  const { id, rawId, type, response } = await navigator.credentials.create({ publicKey });
  const { attestationObject, clientDataJSON } = response;
  return {
    id, type, rawId: text(rawId),
    response: { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) },
  };
}

async function shown(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: named(options.allowCredentials),
  };
  const { id, rawId, type, response } = await navigator.credentials.get({ publicKey });
  const { authenticatorData, clientDataJSON, signature, userHandle } = response;
  return {
    id, type, rawId: text(rawId),
    response: {
      authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON),
      signature: text(signature), userHandle: userHandle && text(userHandle),
    },
  };
}

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    const { publicKey } = JSON.parse(form.elements.options.value);
    answer.value = JSON.stringify(await (publicKey.user ? made(publicKey) : shown(publicKey)));
  } catch {
    // Refused by its owner, or no key there: the service says so in words.
    answer.value = "";
  }
  form.submit();
});
