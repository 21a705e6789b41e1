//! Accounts, and how somebody shows that one is theirs. Pure: time and chance are arguments.
mod account;
mod admission;
mod api_token;
mod key;
mod password;
mod recovery;
mod session;
mod throttle;
mod token;
mod totp;
mod waiting;

pub use account::{AccountCode, AccountStatus, NoAccount, Person, PersonError};
pub use admission::{Admission, Candidate, NotAdmitted, admit};
pub use api_token::{
    API_TOKEN_PREFIX, ApiToken, TOKEN_DAYS_MAX, TOKENS_MAX, TokenError, TokenPlan, grant_words, grants_of,
};
pub use key::{CEREMONY_LASTS, key_name};
pub use password::{Weakness, judge};
pub use recovery::{CODES, codes, digest_of_code};
pub use session::{Means, PassKind, SIGN_IN_LASTS, Stage, pass_lasts, session_lasts};
pub use throttle::{Attempt, Throttle, Wait};
pub use token::{Token, digest_of};
pub use totp::{Step, TotpError, code_step, new_secret, provisioning_uri};
pub use waiting::Waiting;
