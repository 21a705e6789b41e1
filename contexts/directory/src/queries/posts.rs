//! Posts, and who answers for them.
use authz::{Resource, Scope};
use base::{
    Known,
    codes::{EntityCode, TerritoryCode},
};
use db::{Conn, Error};
use jiff::civil::Date;

use crate::{
    domain::{Entity, Holder, Post, PostCode, answering},
    store,
};

/// A post with everybody who held it, and who answers for it on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostView {
    pub post: Post,
    /// The first first, those to come among them.
    pub holders: Vec<Holder>,
    /// None while it is vacant: its duties then show at its superior.
    pub answering: Option<Holder>,
}

/// The posts of a body on a day.
pub async fn posts_of(
    conn: &mut Conn,
    known: Known,
    on: Date,
    entity: &EntityCode,
) -> Result<Vec<PostView>, Error> {
    let posts = store::posts::of_entity(conn, known, on, entity).await?;
    let codes: Vec<PostCode> = posts.iter().map(|post| post.code.clone()).collect();
    let all = store::holders::of_posts(conn, known, &codes).await?;
    Ok(posts.into_iter().map(|post| view(post, &all, on)).collect())
}

/// One post as it stands on the day.
pub async fn post(
    conn: &mut Conn,
    known: Known,
    on: Date,
    code: &PostCode,
) -> Result<Option<PostView>, Error> {
    let Some(post) = store::posts::one(conn, known, on, code).await? else { return Ok(None) };
    let all = store::holders::of_posts(conn, known, std::slice::from_ref(code)).await?;
    Ok(Some(view(post, &all, on)))
}

fn view(post: Post, all: &[Holder], on: Date) -> PostView {
    let holders: Vec<Holder> = all.iter().filter(|holder| holder.post == post.code).cloned().collect();
    PostView { answering: answering(&holders, on).cloned(), holders, post }
}

/// Posts that the account holds on the day, by code.
pub async fn posts_held(conn: &mut Conn, known: Known, on: Date, account: &str) -> Result<Vec<Post>, Error> {
    store::posts::held_by(conn, known, on, account).await
}

/// Every post that the account held, holds or will hold.
pub async fn holdings(conn: &mut Conn, known: Known, account: &str) -> Result<Vec<Holder>, Error> {
    store::holders::of_account(conn, known, account).await
}

/// Every part of the state that a body lies in: itself, its sector, its level, its place and those above.
pub async fn scopes_of(
    conn: &mut Conn,
    known: Known,
    on: Date,
    entity: &Entity,
) -> Result<Vec<Scope>, Error> {
    let mut scopes = vec![Scope::Country, Scope::Entity(entity.code.clone())];
    scopes.extend(entity.level.map(|level| Scope::Level(level.as_str().to_owned())));
    scopes.extend(entity.sector.clone().map(Scope::Sector));
    let places = super::territories(conn, known, on).await?;
    let mut next: Option<&TerritoryCode> = Some(&entity.territory);
    while let Some(place) = next.and_then(|code| places.get(code.as_str())).filter(|_| scopes.len() < 16) {
        scopes.push(Scope::Territory(place.code.clone()));
        next = place.parent.as_ref();
    }
    Ok(scopes)
}

/// A body as a thing that something is done to.
pub async fn body(
    conn: &mut Conn,
    known: Known,
    on: Date,
    code: &EntityCode,
) -> Result<Option<Resource>, Error> {
    let all = super::entities(conn, known, on).await?;
    let Some(entity) = all.get(code.as_str()) else { return Ok(None) };
    let within = scopes_of(conn, known, on, entity).await?;
    Ok(Some(Resource::of("Body", code.to_string(), within)))
}
