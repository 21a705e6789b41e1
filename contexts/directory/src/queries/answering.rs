use std::collections::BTreeMap;

use base::{Known, codes::EntityCode};
use db::{Conn, Error};
use jiff::civil::Date;

use crate::{
    domain::{Holder, Post, PostCode, answering},
    store,
};

/// Every post of a day, and who answers for it: for telling many at once.
#[derive(Clone, Debug, Default)]
pub struct Answering {
    posts: BTreeMap<PostCode, Post>,
    held: BTreeMap<PostCode, String>,
}

/// No chain of superiors is longer; one that turns in a circle ends here.
const SUPERIORS_MAX: usize = 8;

impl Answering {
    pub async fn on(conn: &mut Conn, on: Date) -> Result<Self, Error> {
        Self::known(conn, Known::NOW, on).await
    }

    /// As it was known.
    pub async fn known(conn: &mut Conn, known: Known, on: Date) -> Result<Self, Error> {
        let posts = store::posts::on(conn, known, on).await?;
        let mut by_post: BTreeMap<PostCode, Vec<Holder>> = BTreeMap::new();
        for holder in store::holders::on(conn, known, on).await? {
            by_post.entry(holder.post.clone()).or_default().push(holder);
        }
        let held = by_post
            .into_iter()
            .filter_map(|(post, holders)| Some((post, answering(&holders, on)?.account.clone())));
        Ok(Self {
            held: held.collect(),
            posts: posts.into_iter().map(|post| (post.code.clone(), post)).collect(),
        })
    }

    pub fn posts(&self) -> impl Iterator<Item = &Post> {
        self.posts.values()
    }

    /// Posts of a body for one of the roles.
    pub fn of_body<'a>(
        &'a self,
        entity: &'a EntityCode,
        roles: &'a [&'static str],
    ) -> impl Iterator<Item = &'a Post> {
        self.posts().filter(move |post| post.entity == *entity && roles.contains(&post.role))
    }

    /// Whether somebody holds the post itself that day, or stands in for its holder.
    pub fn is_held(&self, post: &PostCode) -> bool {
        self.held.contains_key(post)
    }

    /// The account that answers for the post: its holder's, else that of whoever answers for its superior.
    pub fn account(&self, post: &PostCode) -> Option<&str> {
        let mut next = Some(post);
        for _ in 0..SUPERIORS_MAX {
            let code = next?;
            if let Some(account) = self.held.get(code) {
                return Some(account);
            }
            next = self.posts.get(code)?.superior.as_ref();
        }
        None
    }
}
