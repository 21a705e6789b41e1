//! Letters leave while the service runs.
use std::time::Duration;

use anyhow::Context;
use journal::Ctx;
use mail::{Keeper, Outbox, Sender, Smtp, Transport};

use crate::{cli::ServeArgs, state::State};

/// How long a letter waits to be noticed.
const EVERY: Duration = Duration::from_secs(10);

/// Who hands letters over: a mail server, or a folder of files where there is none.
pub fn keeper(state: &State, args: &ServeArgs) -> anyhow::Result<Keeper> {
    let host = args.site.split("//").nth(1).unwrap_or_default();
    let domain = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let sender = Sender::new(&args.mail_from, domain).context("--mail-from and --site")?;
    let transport: Box<dyn Transport> = match &args.smtp {
        Some(url) => Box::new(Smtp::new(url, &sender, None).context("--smtp")?),
        None => Box::new(Outbox::new(&state.folder().join("outbox"))),
    };
    Ok(Keeper::new(sender, transport))
}

/// Hands over what is due, again and again.
pub async fn send(state: State, mut keeper: Keeper, clock: web::Clock) {
    let mut turn = tokio::time::interval(EVERY);
    loop {
        turn.tick().await;
        let ctx = Ctx { actor: "mail".to_owned(), now: clock(), ..state.ctx.clone() };
        if let Err(error) = keeper.send_until_empty(&ctx).await {
            tracing::error!(%error, "letters could not be handed over");
        }
    }
}
