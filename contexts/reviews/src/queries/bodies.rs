//! Which bodies review, and who has a seat in each.
use std::{collections::BTreeMap, sync::Arc};

use authz::Scope;
use base::{Known, codes::EntityCode};
use db::{Conn, Files};
use directory::domain::{Entity, Held, PostCode, Territory};
use jiff::civil::Date;
use pack::Pack;

use super::{Terms, Unread};
use crate::{
    domain::{BodyRef, Remit, ReviewBody, Seat, SeatRow},
    reading,
};

/// Kinds of bodies of the register that stand for a sector and for a department.
const MINISTRY: &str = "ministry";
const REGIONAL: &str = "regional_government";

/// The bodies of a day, with the parts of the state that each reviews.
#[derive(Clone, Debug)]
pub struct Bodies {
    all: Vec<ReviewBody>,
    pub terms: Terms,
    entities: Arc<Held<Entity>>,
    places: Arc<Held<Territory>>,
}

/// A seat and the post that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatAt {
    pub row: SeatRow,
    pub entity: EntityCode,
    pub post: PostCode,
}

/// What there is on a day; none where the country has no reviews.
///
/// # Errors
/// A pack that cannot be read.
pub async fn bodies(
    conn: &mut Conn,
    files: &Files,
    (known, on, known_on): (Known, Date, Date),
) -> Result<Option<Bodies>, Unread> {
    let pack = match Pack::known(conn, files, known).await {
        Err(pack::Error::NoPack) => return Ok(None),
        pack => pack?,
    };
    let all = reading::bodies(&pack, on)?;
    if all.is_empty() {
        return Ok(None);
    }
    let law = Pack::law_known(conn, files, known).await?;
    let terms = Terms::of(&law.rulebook.at(on).known(known_on))?;
    let entities = directory::queries::entities(conn, known, on).await?;
    let places = directory::queries::territories(conn, known, on).await?;
    Ok(Some(Bodies { all, terms, entities, places }))
}

impl Bodies {
    /// What is known of a body; none where there is none, or where its part is none.
    pub fn body(&self, of: &BodyRef) -> Option<&ReviewBody> {
        let body = self.all.iter().find(|body| body.code == of.code)?;
        let is_there = match (body.remit, &of.part) {
            (Remit::Country, None) => true,
            (Remit::Sector | Remit::Region, Some(_)) => self.own_entity(body.remit, of).is_some(),
            _ => false,
        };
        is_there.then_some(body)
    }

    /// The ministry or regional government of a review.
    fn own_entity(&self, remit: Remit, of: &BodyRef) -> Option<&Entity> {
        let part = of.part.as_deref()?;
        self.entities.iter().find(|entity| match remit {
            Remit::Country => false,
            Remit::Sector => entity.kind == MINISTRY && entity.sector.as_deref() == Some(part),
            Remit::Region => entity.kind == REGIONAL && entity.territory.as_str() == part,
        })
    }

    /// Every body, one for each part that it reviews, with its row.
    pub fn each(&self) -> Vec<(BodyRef, &ReviewBody)> {
        let mut found: BTreeMap<BodyRef, &ReviewBody> = BTreeMap::new();
        for body in &self.all {
            let at = |part: Option<String>| BodyRef { code: body.code.clone(), part };
            match body.remit {
                Remit::Country => {
                    found.insert(at(None), body);
                }
                Remit::Sector => {
                    let ministries = self.entities.iter().filter(|entity| entity.kind == MINISTRY);
                    found.extend(ministries.filter_map(|one| Some((at(Some(one.sector.clone()?)), body))));
                }
                Remit::Region => {
                    let regional = self.entities.iter().filter(|entity| entity.kind == REGIONAL);
                    found.extend(regional.map(|one| (at(Some(one.territory.to_string())), body)));
                }
            }
        }
        found.into_iter().collect()
    }

    /// What part it reviews, in words of the register: the ministry or the regional government.
    pub fn part_name(&self, of: &BodyRef) -> Option<&str> {
        let body = self.all.iter().find(|body| body.code == of.code)?;
        Some(self.own_entity(body.remit, of)?.name.as_str())
    }

    /// Seats of a body on a day, with the posts that have them.
    pub fn seats(&self, of: &BodyRef, on: Date) -> Vec<SeatAt> {
        let Some(body) = self.body(of) else { return Vec::new() };
        let own = self.own_entity(body.remit, of).map(|entity| &entity.code);
        let seat = |row: &SeatRow| {
            let entity = row.entity.as_ref().or(own)?.clone();
            Some(SeatAt { post: PostCode::of(&entity, row.role), entity, row: row.clone() })
        };
        body.seats_on(on).filter_map(seat).collect()
    }

    /// What a post does in a body on a day.
    pub fn seats_of(&self, of: &BodyRef, on: Date, post: &str) -> Vec<Seat> {
        let seats = self.seats(of, on).into_iter();
        seats.filter(|seat| seat.post.as_str() == post).map(|seat| seat.row.seat).collect()
    }

    /// Parts of the state in which its sessions lie: what it reviews, and the bodies of those who have a seat.
    pub fn within(&self, of: &BodyRef, on: Date) -> Vec<Scope> {
        let mut within = vec![Scope::Country];
        if let (Some(body), Some(part)) = (self.body(of), &of.part) {
            within.extend(match body.remit {
                Remit::Country => None,
                Remit::Sector => Some(Scope::Sector(part.clone())),
                Remit::Region => part.parse().ok().map(Scope::Territory),
            });
        }
        let mut seated: Vec<EntityCode> = self.seats(of, on).into_iter().map(|seat| seat.entity).collect();
        seated.sort();
        seated.dedup();
        within.extend(seated.into_iter().map(Scope::Entity));
        within
    }

    pub fn entity(&self, code: &EntityCode) -> Option<&Entity> {
        self.entities.get(code.as_str())
    }

    /// Whether a body or a place lies in the part that a body reviews.
    pub(super) fn reviews(
        &self,
        of: (&BodyRef, &ReviewBody),
        entity: Option<&EntityCode>,
        place: Option<&str>,
    ) -> bool {
        let (at, body) = of;
        let part = at.part.as_deref();
        let entity = entity.and_then(|code| self.entity(code));
        match body.remit {
            Remit::Country => true,
            Remit::Sector => entity.is_some_and(|entity| entity.sector.as_deref() == part),
            Remit::Region => {
                let seat = entity.map(|entity| entity.territory.as_str());
                seat.into_iter()
                    .chain(place)
                    .any(|place| self.places.is_within(place, part.unwrap_or_default()))
            }
        }
    }
}
