//! A browser: keeps cookies, says where its forms come from, follows nothing by itself.
use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, header},
};
use tower::ServiceExt as _;

#[derive(Clone)]
pub struct Browser {
    service: Router,
    pub cookies: BTreeMap<String, String>,
    /// From where it asks, as the proxy says.
    pub address: String,
}

pub struct Answer {
    pub status: u16,
    pub location: String,
    pub text: String,
    pub bytes: Vec<u8>,
    pub headers: axum::http::HeaderMap,
}

impl Browser {
    pub fn new(service: &Router) -> Self {
        Self { service: service.clone(), cookies: BTreeMap::new(), address: "10.0.0.1".to_owned() }
    }

    pub fn at(mut self, address: &str) -> Self {
        address.clone_into(&mut self.address);
        self
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None, &[]).await
    }

    /// Sends a form of this site, as a browser does.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(Method::POST, path, Some(form(fields)), &[("sec-fetch-site", "same-origin")]).await
    }

    /// Sends a form with files, as a browser does.
    pub async fn upload(
        &mut self,
        path: &str,
        texts: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in texts {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        for (name, file, bytes) in files {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n"
            );
            body.extend(head.bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(b"--edge--\r\n");
        let kind =
            [("sec-fetch-site", "same-origin"), ("content-type", "multipart/form-data; boundary=edge")];
        self.deliver(Method::POST, path, Body::from(body), &kind).await
    }

    pub async fn send(
        &mut self,
        method: Method,
        path: &str,
        body: Option<String>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let kind = ("content-type", "application/x-www-form-urlencoded");
        match body {
            Some(body) => self.deliver(method, path, Body::from(body), &[headers, &[kind]].concat()).await,
            None => self.deliver(method, path, Body::empty(), headers).await,
        }
    }

    async fn deliver(&mut self, method: Method, path: &str, body: Body, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "quipu.test")
            .header("x-forwarded-for", &self.address)
            .header(header::USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
        if !self.cookies.is_empty() {
            let line: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, line.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.service.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        for line in head.headers.get_all(header::SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            match value {
                "" => self.cookies.remove(name),
                value => self.cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let location = head.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        Answer {
            status: head.status.as_u16(),
            location: location.unwrap_or_default(),
            text,
            bytes,
            headers: head.headers,
        }
    }
}

pub fn form(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{name}={}", web::encode(value))).collect::<Vec<_>>().join("&")
}
