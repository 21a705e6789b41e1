//! Whether somebody whom an identity provider knows is let in, and as whom. The provider says who they are; that they have
//! an account is for their entity to say.
use super::AccountStatus;

/// An account that may be theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub account: String,
    pub status: AccountStatus,
    /// Address of the account, as its entity wrote it.
    pub email: String,
    /// Whether it is linked to somebody whom a provider knows.
    pub is_linked: bool,
}

/// As whom somebody is let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admission {
    /// By the account that is linked to them.
    Enter(String),
    /// By the account of their address, which is linked to them from now on.
    Link(String),
    /// By an account that is made now.
    Open,
}

/// Why somebody is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAdmitted {
    #[error("no account is open to this person: ask the administrator of the entity for an invitation")]
    Uninvited,
    #[error(
        "the identity provider does not vouch for an address: ask it to verify one, then the administrator of the entity"
    )]
    Unverified,
    #[error("the account of this address belongs to somebody else: ask the administrator of the entity")]
    Linked,
}

/// Judges who comes from the provider with a `verified` address, or none. `linked` is the account linked to them,
/// `addressed` the one that is found by that address; `may_open` where the settings let accounts be made.
///
/// # Errors
/// Nobody invited them, or the account of that address is somebody else's.
pub fn admit(
    linked: Option<&Candidate>,
    verified: Option<&str>,
    addressed: Option<&Candidate>,
    may_open: bool,
) -> Result<Admission, NotAdmitted> {
    if let Some(own) = linked {
        let is_open = own.status != AccountStatus::Closed;
        return is_open.then(|| Admission::Enter(own.account.clone())).ok_or(NotAdmitted::Uninvited);
    }
    let email = verified.ok_or(NotAdmitted::Unverified)?;
    match addressed {
        None if may_open => Ok(Admission::Open),
        None => Err(NotAdmitted::Uninvited),
        Some(found) if found.status == AccountStatus::Closed => Err(NotAdmitted::Uninvited),
        // Found without regard to accents, by which two addresses may be one: here they are two people's.
        Some(found) if found.is_linked || !is_same(&found.email, email) => Err(NotAdmitted::Linked),
        Some(found) => Ok(Admission::Link(found.account.clone())),
    }
}

fn is_same(own: &str, told: &str) -> bool {
    own.trim().eq_ignore_ascii_case(told.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(status: AccountStatus, is_linked: bool) -> Candidate {
        Candidate { account: "own".into(), status, email: "ana@pcm.gob.pe".into(), is_linked }
    }

    #[test]
    fn the_provider_says_who_and_the_entity_says_that() {
        use AccountStatus::{Active, Closed, Invited};
        use NotAdmitted::{Linked, Uninvited, Unverified};
        let (ana, other) = (Some("Ana@PCM.gob.pe"), Some("aña@pcm.gob.pe"));
        let enter = || Ok(Admission::Enter("own".into()));
        let link = || Ok(Admission::Link("own".into()));
        let check = |linked: Option<Candidate>, verified, addressed: Option<Candidate>, may_open, expect| {
            assert_eq!(
                admit(linked.as_ref(), verified, addressed.as_ref(), may_open),
                expect,
                "{verified:?}"
            );
        };
        check(Some(account(Active, true)), None, None, false, enter());
        check(Some(account(Active, true)), other, Some(account(Active, false)), true, enter());
        check(Some(account(Closed, true)), ana, Some(account(Active, false)), true, Err(Uninvited));
        check(None, None, None, true, Err(Unverified));
        check(None, ana, None, false, Err(Uninvited));
        check(None, ana, None, true, Ok(Admission::Open));
        check(None, ana, Some(account(Active, false)), false, link());
        check(None, ana, Some(account(Invited, false)), false, link());
        check(None, ana, Some(account(Closed, false)), true, Err(Uninvited));
        check(None, ana, Some(account(Active, true)), true, Err(Linked));
        check(None, other, Some(account(Active, false)), true, Err(Linked));
    }
}
