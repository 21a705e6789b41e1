//! The command line of accounts and posts.
use base::codes::EntityCode;
use clap::{Args, Subcommand};
use directory::domain::PostCode;
use jiff::civil::Date;

use crate::cli::Format;

pub const EXAMPLES: &str = "Examples:\n  \
    quipu admin create --name 'Ana Quispe' --email ana@pcm.gob.pe --post e-01-001.system-administrator --norm 'RM 010-2026-PCM'\n  \
    quipu admin reset ana@pcm.gob.pe\n  \
    quipu admin posts E:01-001\n\n\
    There is no password to begin with: `create` and `reset` print a link by which its owner chooses one. Give it to nobody else.";

#[derive(Debug, Args)]
pub struct AdminArgs {
    /// Where people find the service: what the links begin with.
    #[arg(long, global = true, default_value = "http://127.0.0.1:8080", env = "QUIPU_SITE", value_name = "URL", value_parser = site)]
    pub site: String,
    #[command(subcommand)]
    pub command: AdminCommand,
}

#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Make an account, and name its owner to a post.
    #[command(
        after_help = "Example:\n  quipu admin create --name 'Ana Quispe' --email ana@pcm.gob.pe --post e-01-001.system-administrator --norm 'RM 10-2026'"
    )]
    Create(CreateArgs),
    /// Print a link by which the owner of an account chooses a new password.
    #[command(after_help = "Example:\n  quipu admin reset ana@pcm.gob.pe")]
    Reset {
        /// Address or code of the account.
        account: String,
    },
    /// Close an account: nobody comes in by it again.
    #[command(after_help = "Example:\n  quipu admin close ana@pcm.gob.pe")]
    Close {
        /// Address or code of the account.
        account: String,
    },
    /// Every account, with who it is.
    #[command(after_help = "Example:\n  quipu admin list --format csv")]
    List {
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// The posts of a body, and who holds them.
    #[command(after_help = "Example:\n  quipu admin posts E:01-001")]
    Posts {
        entity: EntityCode,
        #[arg(long, value_enum, default_value = "table")]
        format: Format,
    },
    /// Name the owner of an account to a post.
    #[command(
        after_help = "Example:\n  quipu admin appoint ana@pcm.gob.pe e-01-001.planner --norm 'RM 11-2026'"
    )]
    Appoint(AppointArgs),
    /// End that somebody holds a post.
    #[command(
        after_help = "Example:\n  quipu admin relieve ana@pcm.gob.pe e-01-001.planner --norm 'RM 12-2026'"
    )]
    Relieve {
        account: String,
        post: PostCode,
        /// The first day without the post; today if not said.
        #[arg(long, value_name = "DAY")]
        on: Option<Date>,
        #[arg(long, value_name = "TEXT")]
        norm: String,
    },
}

#[derive(Debug, Args)]
pub struct CreateArgs {
    #[arg(long)]
    pub name: String,
    #[arg(long)]
    pub email: String,
    /// A post to name them to, from today.
    #[arg(long, requires = "norm", value_name = "CODE")]
    pub post: Option<PostCode>,
    /// What names them: a resolution and its number.
    #[arg(long, value_name = "TEXT")]
    pub norm: Option<String>,
}

#[derive(Debug, Args)]
pub struct AppointArgs {
    pub account: String,
    pub post: PostCode,
    /// The first day; today if not said.
    #[arg(long, value_name = "DAY")]
    pub from: Option<Date>,
    /// The last day; open if not said.
    #[arg(long, value_name = "DAY")]
    pub to: Option<Date>,
    /// In the titular's place.
    #[arg(long)]
    pub acting: bool,
    /// What names them: a resolution and its number.
    #[arg(long, value_name = "TEXT")]
    pub norm: String,
}

/// An origin: scheme and host, without a path.
pub fn site(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_host = |host: &str| {
        !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c))
    };
    match rest.map(|rest| rest.trim_end_matches('/')) {
        Some(host) if is_host(host) => Ok(text.trim_end_matches('/').to_owned()),
        _ => Err("write the address of the service, such as https://quipu.example".to_owned()),
    }
}
