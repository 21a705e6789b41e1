//! Which posts a country has in which bodies, as its pack says.
use authz::Scope;
use base::{Validity, codes::EntityCode};
use jiff::civil::Date;

use super::{Entity, Post, PostCode};

/// A line of the pack's `posts/standing.csv`: every body of these kinds, or one body, has a post for the role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub role: &'static str,
    pub bodies: Bodies,
    pub reach: Reach,
    /// Role of the superior in the same body.
    pub superior: Option<&'static str>,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bodies {
    OfKinds(Vec<String>),
    One(EntityCode),
}

/// What a standing post's permissions reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Entity,
    Sector,
    Territory,
    Country,
}

impl std::str::FromStr for Reach {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "entity" => Ok(Self::Entity),
            "sector" => Ok(Self::Sector),
            "territory" => Ok(Self::Territory),
            "country" => Ok(Self::Country),
            _ => Err("write entity, sector, territory or country".to_owned()),
        }
    }
}

impl Standing {
    fn is_of(&self, entity: &Entity) -> bool {
        match &self.bodies {
            Bodies::OfKinds(kinds) => kinds.contains(&entity.kind),
            Bodies::One(code) => *code == entity.code,
        }
    }

    /// None where the body has no sector, and so no sector to reach.
    fn scope(&self, entity: &Entity) -> Option<Scope> {
        Some(match self.reach {
            Reach::Entity => Scope::Entity(entity.code.clone()),
            Reach::Sector => Scope::Sector(entity.sector.clone()?),
            Reach::Territory => Scope::Territory(entity.territory.clone()),
            Reach::Country => Scope::Country,
        })
    }
}

/// The posts that the bodies of a day have, by code.
pub fn posts(standing: &[Standing], entities: &[Entity], on: Date) -> Vec<Post> {
    let mut posts = Vec::new();
    for entity in entities {
        let own = standing.iter().filter(|line| line.is_of(entity));
        for line in own {
            let Some(scope) = line.scope(entity) else { continue };
            posts.push(Post {
                code: PostCode::of(&entity.code, line.role),
                entity: entity.code.clone(),
                role: line.role,
                scope,
                superior: line.superior.map(|role| PostCode::of(&entity.code, role)),
                validity: Validity::since(on),
                source: line.source.clone(),
            });
        }
    }
    posts.sort_by(|a, b| a.code.cmp(&b.code));
    posts.dedup_by(|a, b| a.code == b.code);
    posts
}
