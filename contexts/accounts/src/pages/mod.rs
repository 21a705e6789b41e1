//! Pages of the room, one file each.
mod account;
pub(crate) mod asked;
pub(crate) mod cookies;
mod factor;
mod identity;
mod letters;
mod login;
mod logout;
mod passes;
mod passkeys;
mod password;
mod people;
mod plain;
mod tokens;
mod words;

#[cfg(test)]
mod tests;

use web::{
    Doors, Registration,
    gate::{Guard, Routes},
};

/// Where people come in and go out.
pub const DOORS: Doors = Doors { entrance: "/ingresar", office: "/oficina", exit: "/salir" };

/// Whoever comes to the door, and goes.
const ENTRANCE: Guard = Guard::state("come_in");
const OWN: Guard = Guard::own("keep_own_account");
const SEE_PEOPLE: Guard = Guard::of("see_people", "Body", "code");
const NAME_PEOPLE: Guard = Guard::of("name_people", "Body", "code");

/// The line of a cookie that says which post is acted through. It gives nobody a post.
///
/// # Errors
/// A service without accounts.
pub fn post_cookie(app: &web::App, post: &str) -> Result<String, web::PageError> {
    Ok(cookies::chosen_post(&crate::Accounts::of(app)?.site, post))
}

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[],
        routes: Routes::new()
            .get("/ingresar", ENTRANCE, login::get)
            .post("/ingresar", ENTRANCE, login::post)
            .get("/ingresar/codigo", ENTRANCE, factor::ask)
            .post("/ingresar/codigo", ENTRANCE, factor::confirm)
            .get("/ingresar/identidad", ENTRANCE, identity::begin)
            .get("/ingresar/identidad/vuelta", ENTRANCE, identity::back)
            .get("/ingresar/llave", ENTRANCE, passkeys::ask)
            .post("/ingresar/llave", ENTRANCE, passkeys::enter)
            .post("/salir", ENTRANCE, logout::post)
            .get("/clave", ENTRANCE, passes::ask)
            .post("/clave", ENTRANCE, passes::asked)
            .get("/clave/nueva", ENTRANCE, passes::choose)
            .post("/clave/nueva", ENTRANCE, passes::chosen)
            .get("/cuenta", OWN, account::get)
            .post("/cuenta/sesion", OWN, account::end)
            .get("/cuenta/contrasena", OWN, password::get)
            .post("/cuenta/contrasena", OWN, password::post)
            .get("/cuenta/segundo-factor", OWN, factor::get)
            .post("/cuenta/segundo-factor", OWN, factor::post)
            .post("/cuenta/segundo-factor/quitar", OWN, factor::drop)
            .get("/cuenta/llaves", OWN, passkeys::get)
            .post("/cuenta/llaves", OWN, passkeys::register)
            .post("/cuenta/llaves/quitar", OWN, passkeys::drop)
            .get("/cuenta/tokens", OWN, tokens::get)
            .post("/cuenta/tokens", OWN, tokens::make)
            .post("/cuenta/tokens/terminar", OWN, tokens::end)
            .get("/oficina/entidad/{code}/personas", SEE_PEOPLE, people::get)
            .post("/oficina/entidad/{code}/nombrar", NAME_PEOPLE, people::appoint)
            .post("/oficina/entidad/{code}/cesar", NAME_PEOPLE, people::relieve),
    }
}
