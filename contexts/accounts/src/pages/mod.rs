//! Pages of the room, one file each.
mod account;
pub(crate) mod asked;
pub(crate) mod cookies;
mod factor;
mod login;
mod logout;
mod passes;
mod password;
mod people;
mod plain;
mod words;

use web::{
    Doors, Registration,
    gate::{Guard, PUBLIC, Routes},
};

/// Where people come in and go out.
pub const DOORS: Doors = Doors { entrance: "/ingresar", office: "/oficina", exit: "/salir" };

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
            .get("/ingresar", PUBLIC, login::get)
            .post("/ingresar", PUBLIC, login::post)
            .get("/ingresar/codigo", PUBLIC, factor::ask)
            .post("/ingresar/codigo", PUBLIC, factor::confirm)
            .post("/salir", PUBLIC, logout::post)
            .get("/clave", PUBLIC, passes::ask)
            .post("/clave", PUBLIC, passes::asked)
            .get("/clave/nueva", PUBLIC, passes::choose)
            .post("/clave/nueva", PUBLIC, passes::chosen)
            .get("/cuenta", OWN, account::get)
            .post("/cuenta/sesion", OWN, account::end)
            .get("/cuenta/contrasena", OWN, password::get)
            .post("/cuenta/contrasena", OWN, password::post)
            .get("/cuenta/segundo-factor", OWN, factor::get)
            .post("/cuenta/segundo-factor", OWN, factor::post)
            .post("/cuenta/segundo-factor/quitar", OWN, factor::drop)
            .get("/oficina/entidad/{code}/personas", SEE_PEOPLE, people::get)
            .post("/oficina/entidad/{code}/nombrar", NAME_PEOPLE, people::appoint)
            .post("/oficina/entidad/{code}/cesar", NAME_PEOPLE, people::relieve),
    }
}
