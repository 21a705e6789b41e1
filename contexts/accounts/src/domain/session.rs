//! Sessions and passes: how far somebody has shown who they are, by which means, and for how long.
use std::str::FromStr;

use jiff::SignedDuration;
use serde::Serialize;

/// How far the session goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// A password was given, and the account has a second factor that is still to be shown.
    Half,
    /// Let in.
    Full,
}

/// By what means somebody showed that the account is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    Password,
    /// Password and the code of an application.
    Totp,
    /// Password and one of the codes written down.
    Recovery,
    /// A key of the device, which is two factors at once.
    Passkey,
    /// An identity provider that asks everybody for two factors.
    Provider,
    /// An identity provider, of which one factor is known.
    ProviderAlone,
}

/// What a letter lets do once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PassKind {
    Invitation,
    Reset,
}

macro_rules! written {
    ($name:ident { $($value:ident => $text:literal),+ $(,)? }) => {
        impl $name {
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$value => $text),+ }
            }
        }

        impl FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                match text { $($text => Ok(Self::$value),)+ _ => Err(concat!("one of", $(" ", $text),+).to_owned()) }
            }
        }
    };
}

written!(Stage { Half => "half", Full => "full" });
written!(Means {
    Password => "password",
    Totp => "totp",
    Recovery => "recovery",
    Passkey => "passkey",
    Provider => "provider",
    ProviderAlone => "provider_alone",
});
written!(PassKind { Invitation => "invitation", Reset => "reset" });

impl Means {
    /// Whether two factors were shown: something known or carried, and something else.
    pub const fn is_strong(self) -> bool {
        matches!(self, Self::Totp | Self::Recovery | Self::Passkey | Self::Provider)
    }
}

/// A working day; afterwards one logs in again. The half of a login waits for ten minutes.
pub const fn session_lasts(stage: Stage) -> SignedDuration {
    match stage {
        Stage::Half => SignedDuration::from_mins(10),
        Stage::Full => SignedDuration::from_hours(12),
    }
}

/// A part-time official reads mail once a week; a way to a new password is used at once.
pub const fn pass_lasts(kind: PassKind) -> SignedDuration {
    match kind {
        PassKind::Invitation => SignedDuration::from_hours(14 * 24),
        PassKind::Reset => SignedDuration::from_hours(1),
    }
}

/// How long somebody has to sign in at an identity provider.
pub const SIGN_IN_LASTS: SignedDuration = SignedDuration::from_mins(10);
