//! Somebody at a browser without scripts: follows addresses, keeps cookies, fills in forms.
use std::collections::BTreeMap;

use identity::Url;
use ureq::{Agent, Body, http::Response};

pub struct Browser {
    agent: Agent,
    cookies: BTreeMap<String, String>,
    login: String,
    /// Forms filled in, by what they ask.
    pub filled: Vec<String>,
}

/// Where the browser was sent in the end.
pub struct Back(pub Url);

impl Back {
    /// Empty where there is none.
    pub fn parameter(&self, name: &str) -> String {
        let found = self.0.query_pairs().find(|(key, _)| key == name);
        found.map(|(_, value)| value.into_owned()).unwrap_or_default()
    }
}

impl Browser {
    pub fn new(login: &str) -> Self {
        let config = Agent::config_builder().max_redirects(0).max_redirects_will_error(false).proxy(None);
        let agent = config.http_status_as_error(false).build().new_agent();
        Self { agent, cookies: BTreeMap::new(), login: login.to_owned(), filled: Vec::new() }
    }

    /// Goes where it is sent until it is sent to `end`, which it does not ask.
    pub fn follows(&mut self, start: &str, end: &str) -> Back {
        let mut url = Url::parse(start).unwrap();
        for _ in 0..12 {
            let mut page = self.agent.get(url.as_str()).header("Cookie", self.cookies()).call().unwrap();
            self.keep(&page);
            url = match sent(&url, &page) {
                Some(next) => next,
                None => self.fill(&url, &page.body_mut().read_to_string().unwrap()),
            };
            if url.as_str().starts_with(end) {
                return Back(url);
            }
        }
        panic!("sent around without end: {url}");
    }

    fn fill(&mut self, url: &Url, page: &str) -> Url {
        let action =
            url.join(&between(page, "action=\"").unwrap_or_else(|| panic!("no form: {page}"))).unwrap();
        let fields = self.fields(page);
        self.filled.push(fields[0].1.clone());
        let form = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let request = self.agent.post(action.as_str()).header("Cookie", self.cookies());
        let mut answer = request.send_form(form).unwrap();
        self.keep(&answer);
        let told = answer.body_mut().read_to_string().unwrap();
        sent(&action, &answer).unwrap_or_else(|| panic!("{action} sends nowhere: {told}"))
    }

    fn fields(&self, page: &str) -> Vec<(String, String)> {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        if let Some(xsrf) = between(page, "name=\"xsrf\" value=\"") {
            return vec![field("logout", "yes"), field("xsrf", &xsrf)];
        }
        let prompt = between(page, "name=\"prompt\" value=\"").unwrap_or_else(|| panic!("what form? {page}"));
        let mut fields = vec![field("prompt", &prompt)];
        if prompt == "login" {
            fields.extend([field("login", &self.login), field("password", "any")]);
        }
        fields
    }

    fn cookies(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn keep(&mut self, page: &Response<Body>) {
        for cookie in page.headers().get_all("set-cookie") {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

fn sent(from: &Url, page: &Response<Body>) -> Option<Url> {
    let location = page.headers().get("location")?.to_str().ok()?;
    from.join(location).ok()
}

fn between(page: &str, before: &str) -> Option<String> {
    let (_, rest) = page.split_once(before)?;
    Some(rest.split_once('"')?.0.to_owned())
}
