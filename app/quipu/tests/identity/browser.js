// Somebody at a browser without scripts: keeps cookies by site, says where a form comes from, fills in the provider's forms.
export class Browser {
  constructor(login) {
    this.login = login;
    this.jars = new Map();
    this.filled = [];
  }

  jar(url) {
    const { host } = new URL(url);
    if (!this.jars.has(host)) this.jars.set(host, new Map());
    return this.jars.get(host);
  }

  async ask(url, form) {
    const jar = this.jar(url);
    const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") };
    if (form) headers.origin = new URL(url).origin;
    const body = form && new URLSearchParams(form);
    const answer = await fetch(url, { redirect: "manual", method: form ? "POST" : "GET", headers, body });
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(";");
      const at = pair.indexOf("=");
      if (pair.slice(at + 1)) jar.set(pair.slice(0, at), pair.slice(at + 1));
      else jar.delete(pair.slice(0, at));
    }
    const sent = answer.headers.get("location") ?? answer.headers.get("refresh")?.split("url=")[1];
    return { url, status: answer.status, text: await answer.text(), sent: sent && new URL(sent, url).href };
  }

  /** Goes where it is sent, through the forms of `provider`, until a page of another site answers; `went` is the way. */
  async follow(url, provider) {
    const went = [];
    let answer = await this.ask(url);
    for (let times = 0; times < 20; times += 1) {
      if (answer.sent) {
        went.push(answer.sent);
        answer = await this.ask(answer.sent);
      } else if (answer.url.startsWith(provider)) {
        answer = await this.fill(answer);
      } else {
        return { ...answer, went };
      }
    }
    throw new Error(`sent around without end: ${went.join(" ")}`);
  }

  fill({ url, text }) {
    const found = (pattern) => text.match(pattern)?.[1];
    const action = new URL(found(/action="([^"]+)"/) ?? url, url).href;
    const xsrf = found(/name="xsrf" value="([^"]+)"/);
    const prompt = found(/name="prompt" value="([^"]+)"/);
    this.filled.push(prompt ?? "logout");
    if (xsrf) return this.ask(action, { logout: "yes", xsrf });
    if (!prompt) throw new Error(`${url} asks what nobody knows: ${text.slice(0, 400)}`);
    return this.ask(action, prompt === "login" ? { prompt, login: this.login, password: "any" } : { prompt });
  }
}
