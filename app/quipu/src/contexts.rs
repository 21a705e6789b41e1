//! The one list of contexts.
use std::sync::Arc;

use api::Operation;
use dataset::Dataset;
use db::{Conn, Migrations};

/// Tables of the kernel and of every context, in the order of their dependencies.
pub fn migrations() -> Vec<Migrations> {
    vec![
        journal::MIGRATIONS,
        pack::MIGRATIONS,
        mail::MIGRATIONS,
        directory::MIGRATIONS,
        accounts::MIGRATIONS,
        planning::MIGRATIONS,
        foresight::MIGRATIONS,
        formulation::MIGRATIONS,
        office::MIGRATIONS,
        budget::MIGRATIONS,
        monitoring::MIGRATIONS,
        alerts::MIGRATIONS,
        evaluations::MIGRATIONS,
        reviews::MIGRATIONS,
        perception::MIGRATIONS,
        incentives::MIGRATIONS,
        reports::MIGRATIONS,
    ]
}

/// Digest of every stored file that a table names, for `verify`.
pub async fn stored_files(conn: &mut Conn) -> anyhow::Result<Vec<base::Digest>> {
    let mut digests = pack::stored_files(conn).await?;
    digests.extend(journal::payload_files(conn).await?);
    digests.extend(budget::stored_files(conn).await?);
    digests.extend(formulation::stored_files(conn).await?);
    digests.extend(monitoring::stored_files(conn).await?);
    digests.extend(evaluations::stored_files(conn).await?);
    digests.extend(incentives::stored_files(conn).await?);
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
    if let Err(error) = directory::actions::standing(pack) {
        refused.push(error.to_string());
    }
    if let Err(error) = directory::actions::role_words(pack) {
        refused.push(error.to_string());
    }
    if let Err(error) = pack.procedures() {
        refused.push(error.to_string());
    }
    refused.extend(formulation::pack_defects(pack));
    refused.extend(alerts::reading::defects(pack));
    refused.extend(evaluations::pack_defects(pack));
    refused.extend(reviews::reading::defects(pack));
    refused.extend(perception::reading::defects(pack));
    refused.extend(incentives::reading::defects(pack));
    refused.extend(reports::reading::defects(pack));
    if let Err(error) = budget::Catalogue::of(pack) {
        refused.push(error.to_string());
    }
    if let Err(error) = budget::cohorts_of(pack) {
        refused.push(error.to_string());
    }
    refused.extend(monitoring::queries::discipline::defects(pack));
    if let Err(error) = monitoring::queries::glossary::of_pack(pack) {
        refused.push(error.to_string());
    }
    refused
}

/// Tables by whose last change things are kept, over all rooms.
pub fn expect_settled() {
    let monitoring = monitoring::queries::evidence::BOUND_TABLES;
    let rooms = [
        planning::queries::TABLES,
        directory::queries::TABLES,
        budget::queries::TABLES,
        pack::TABLES,
        monitoring,
    ];
    db::memo::expect_settled(rooms.into_iter().flatten().copied());
}

/// Who may do what, in every room.
pub const POLICIES: [authz::Part; 11] = [
    accounts::POLICIES,
    office::POLICIES,
    formulation::POLICIES,
    monitoring::POLICIES,
    foresight::POLICIES,
    alerts::POLICIES,
    evaluations::POLICIES,
    reviews::POLICIES,
    perception::POLICIES,
    incentives::POLICIES,
    reports::POLICIES,
];

/// What each room brings to the web.
pub fn registrations() -> Vec<web::Registration> {
    vec![
        directory::pages::registration(),
        planning::pages::registration(),
        budget::pages::registration(),
        monitoring::pages::registration(),
        search::pages::registration(),
        record::pages::registration(),
        procedures::pages::registration(),
        accounts::pages::registration(),
        office::pages::registration(),
        formulation::pages::registration(),
        foresight::pages::registration(),
        alerts::pages::registration(),
        evaluations::pages::registration(),
        reviews::pages::registration(),
        perception::pages::registration(),
        incentives::pages::registration(),
        reports::pages::registration(),
        open_data::pages::registration(),
    ]
}

/// What each room publishes, column by column.
pub const PUBLICATIONS: [dataset::Publication; 17] = [
    directory::PUBLICATION,
    formulation::PUBLICATION,
    office::PUBLICATION,
    accounts::PUBLICATION,
    planning::PUBLICATION,
    foresight::PUBLICATION,
    budget::PUBLICATION,
    monitoring::PUBLICATION,
    alerts::PUBLICATION,
    evaluations::PUBLICATION,
    reviews::PUBLICATION,
    perception::PUBLICATION,
    incentives::PUBLICATION,
    reports::PUBLICATION,
    dataset::Publication { context: "journal", toml: journal::PUBLISH },
    dataset::Publication { context: "pack", toml: pack::PUBLISH },
    dataset::Publication { context: "mail", toml: mail::PUBLISH },
];

/// Every dataset, in the order of their dependencies.
pub fn datasets() -> Result<Vec<Arc<Dataset>>, dataset::DeclaredError> {
    let mut all = Vec::new();
    for publication in &PUBLICATIONS {
        all.extend(dataset::datasets(publication)?.into_iter().map(Arc::new));
    }
    Ok(all)
}

/// Everything that programs may ask.
pub fn operations() -> Result<Vec<Operation>, dataset::DeclaredError> {
    let mut all: Vec<Operation> = datasets()?.iter().map(api::dataset_operation).collect();
    all.extend(computed());
    Ok(all)
}

/// What is answered beside the lists of datasets.
pub fn computed() -> Vec<Operation> {
    let mut all = budget::api::operations();
    all.extend(planning::api::operations());
    all.extend(monitoring::api::operations());
    all.extend(procedures::api::operations());
    all.extend(reports::api::operations());
    all.extend(search::api::operations());
    all
}

/// Words of every room, for answers at a terminal.
pub fn texts() -> anyhow::Result<web::Texts> {
    let messages: Vec<web::Messages> = MESSAGES.to_vec();
    Ok(web::Texts::new(&messages)?)
}

const MESSAGES: [web::Messages; 18] = [
    alerts::MESSAGES,
    evaluations::MESSAGES,
    reviews::MESSAGES,
    perception::MESSAGES,
    incentives::MESSAGES,
    reports::MESSAGES,
    foresight::MESSAGES,
    formulation::MESSAGES,
    accounts::MESSAGES,
    office::MESSAGES,
    directory::MESSAGES,
    planning::MESSAGES,
    budget::MESSAGES,
    monitoring::MESSAGES,
    search::MESSAGES,
    record::MESSAGES,
    procedures::MESSAGES,
    open_data::MESSAGES,
];
