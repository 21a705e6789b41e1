//! The one list of contexts.
use db::{Conn, Migrations};

/// Tables of the kernel and of every context, in the order of their dependencies.
pub fn migrations() -> Vec<Migrations> {
    vec![
        journal::MIGRATIONS,
        pack::MIGRATIONS,
        directory::MIGRATIONS,
        planning::MIGRATIONS,
        budget::MIGRATIONS,
        monitoring::MIGRATIONS,
    ]
}

/// Digest of every stored file that a table names, for `verify`.
pub async fn stored_files(conn: &mut Conn) -> anyhow::Result<Vec<base::Digest>> {
    let mut digests = pack::stored_files(conn).await?;
    digests.extend(journal::payload_files(conn).await?);
    digests.extend(budget::stored_files(conn).await?);
    digests.sort_unstable();
    digests.dedup();
    Ok(digests)
}

/// What each room refuses of a country pack, in words.
pub fn pack_defects(pack: &pack::Pack) -> Vec<String> {
    let mut refused = Vec::new();
    if let Err(error) = pack.country() {
        refused.push(error.to_string());
    }
    match pack.law() {
        Ok(law) => {
            // Any day will do to read the tables; which rows hold on it is another question.
            let day = jiff::civil::Date::constant(2016, 1, 1);
            if let Err(error) = planning::reading::frame::Law::of(pack, &law.rulebook, day, day) {
                refused.push(error.to_string());
            }
        }
        Err(error) => refused.push(error.to_string()),
    }
    if let Err(error) = budget::Catalogue::of(pack) {
        refused.push(error.to_string());
    }
    if let Err(error) = monitoring::queries::glossary::of_pack(pack) {
        refused.push(error.to_string());
    }
    refused
}

/// What each room brings to the web.
pub fn registrations() -> Vec<web::Registration> {
    vec![
        directory::pages::registration(),
        planning::pages::registration(),
        budget::pages::registration(),
        monitoring::pages::registration(),
        search::pages::registration(),
        record::pages::registration(),
    ]
}

/// Words of every room, for answers at a terminal.
pub fn texts() -> anyhow::Result<web::Texts> {
    let messages: Vec<web::Messages> = MESSAGES.to_vec();
    Ok(web::Texts::new(&messages)?)
}

const MESSAGES: [web::Messages; 6] = [
    directory::MESSAGES,
    planning::MESSAGES,
    budget::MESSAGES,
    monitoring::MESSAGES,
    search::MESSAGES,
    record::MESSAGES,
];
