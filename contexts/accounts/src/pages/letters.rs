//! What letters say, in the language of whom they are for.
use web::{App, Arg, Lang};

use crate::{
    Site,
    actions::Words,
    domain::{PassKind, Person, Token},
};

/// The words of a letter with a pass. Its link begins with what the service calls itself: a request that names another host
/// cannot lead anybody there.
pub(crate) fn words(app: &App, site: &Site, kind: PassKind, person: &Person, token: &Token) -> Words {
    let lang = if person.lang == "en" { Lang::En } else { Lang::Es };
    let link = format!("{}{}/clave/nueva?pase={}", site.origin, lang.prefix(), token.as_str());
    let args: [(&str, Arg); 3] =
        [("name", person.name.as_str().into()), ("link", link.into()), ("site", site.origin.as_str().into())];
    let t = |part: &str| app.frame.texts.t(lang, &format!("accounts-letter-{}-{part}", kind.as_str()), &args);
    let lines = ["hello", "why", "link", "else"].map(t);
    Words { subject: t("subject"), body: format!("{}\n", lines.join("\n\n")) }
}
