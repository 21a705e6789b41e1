//! What a letter with notices says, in the language of whom it is for; and the loop that tells posts.
use std::{sync::Arc, time::Duration};

use accounts::{Accounts, actions::Words, domain::Person};
use budget::columnar::Columnar;
use formulation::Country;
use web::{App, Arg, Lang, figures};

use super::{following, notices::subject};
use crate::{
    actions::{TellError, Teller, Told, tell_followers, tell_posts},
    domain::{Notice, Told as Changed},
};

/// Lines of one letter; the page has the others.
const LINES_MAX: usize = 60;
/// In the country's time: before offices open.
const HOUR: i8 = 7;

/// The words of a letter to a person.
pub fn words(app: &App, origin: &str, person: &Person, notices: &[Notice]) -> Words {
    let lang = if person.lang == "en" { Lang::En } else { Lang::Es };
    let texts = &app.frame.texts;
    let t = |key: &str, args: &[(&str, Arg)]| texts.t(lang, key, args);
    let mut parts = vec![t("office-letter-hello", &[("name", person.name.as_str().into())])];
    for one in notices.iter().take(LINES_MAX) {
        let args = [
            ("what", t(&format!("office-notice-{}", one.kind.as_str()), &[]).into()),
            ("about", subject(lang, one).into()),
            ("date", figures::date(texts, lang, one.due).into()),
        ];
        parts.push(format!("{}\n{origin}{}{}", t("office-letter-line", &args), lang.prefix(), one.path));
    }
    let left_out = notices.len().saturating_sub(LINES_MAX);
    if left_out > 0 {
        parts.push(t("office-letter-more", &[("n", left_out.into())]));
    }
    let page = format!("{origin}{}/oficina/avisos", lang.prefix());
    parts.push(t("office-letter-else", &[("link", page.into())]));
    let subject = t("office-letter-subject", &[("n", notices.len().into())]);
    Words { subject, body: format!("{}\n", parts.join("\n\n")) }
}

/// Tells posts once a day, for as long as the service runs. A day that was missed is told when it runs again: what was told
/// is known by the ledger, never by the clock.
pub async fn tell_daily(app: App, every: Duration) {
    let mut turn = tokio::time::interval(every);
    let mut told_on = None;
    loop {
        turn.tick().await;
        let local = app.frame.country.offset().to_datetime(app.now());
        if told_on == Some(local.date()) || local.hour() < HOUR {
            continue;
        }
        match tell_now(&app).await {
            Ok(_) => told_on = Some(local.date()),
            Err(error) => tracing::error!(%error, "posts could not be told; tried again"),
        }
    }
}

/// Tells posts what they were not told yet, and everybody what changed in what they follow.
///
/// # Errors
/// A database or a pack that cannot be read: nothing was told.
pub async fn tell_now(app: &App) -> Result<Told, TellError> {
    let origin = app.part::<Accounts>().map(|accounts| accounts.site.origin.clone()).unwrap_or_default();
    let writer = |person: &Person, notices: &[Notice]| words(app, &origin, person, notices);
    let columnar = app.part::<Arc<dyn Columnar>>().cloned().map_err(|_| TellError::NoColumnar)?;
    let country = Country { offset: app.frame.country.offset() };
    let teller = Teller { country, columnar: &*columnar, writer: &writer };
    let ctx = web::gate::ctx(app, "office".to_owned());
    let posts = tell_posts(&ctx, &teller).await?;
    let digest = |person: &Person, told: &[Changed]| following::words(app, &origin, person, told);
    let others = tell_followers(&ctx, (&teller, &digest)).await?;
    Ok(Told { notices: posts.notices + others.notices, letters: posts.letters + others.letters })
}
