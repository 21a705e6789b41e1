//! `/territorio/{code}`: a place: who governs it, the money spent from it and for it, what is promised for it.
use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use base::codes::{EntityCode, TerritoryCode};
use budget::domain::Dimension;
use budget::pages::{Around, AroundMap, Summary, around, sources, summary};
use directory::domain::{Entity, Level, TerritoryKind};
use directory::queries::TerritoryView;
use jiff::civil::Date;
use journal::Rows;
use planning::domain::plan::Plan;
use web::components::{Facts, Table, years};
use web::{Html, Lang, PageError, Reading, Shell, origins};

use super::entity::{no_money, year_words};
use super::tables::{self, Short, left_out_words};
use super::{asked, changes, marks};
use crate::queries::beside::{Beside, beside};
use crate::queries::held_plans::{HeldPlan, held_plans};
use crate::queries::origin;
use crate::queries::roles::{Role, roles};
use crate::queries::standings::{Scope, Standing, standings, tally};

const LINES: usize = 12;
const LISTED: usize = 80;
/// Measures on the page; the file has all.
const MEASURED: usize = 40;

#[derive(Template)]
#[template(path = "territory.html")]
pub struct TerritoryPage {
    shell: Shell,
    kicker: String,
    way: Vec<Html>,
    facts: Facts,
    roles: Vec<Html>,
    years: Html,
    around: Option<AroundMap>,
    judged: String,
    plans: Option<Short>,
    measured: Option<Short>,
    seat: Option<(Short, String)>,
    benefits: Option<(Short, String)>,
    benefits_none: Option<String>,
    money_none: Html,
    counted: String,
    tally: Vec<Html>,
    indicators: String,
    children: Vec<Html>,
    entities: Vec<Html>,
    entities_left_out: Option<String>,
    present: Vec<Html>,
}

/// Everything the page shows of a place.
pub struct Found {
    pub view: TerritoryView,
    pub on: Date,
    pub roles: Vec<Role>,
    /// Those of the place and of its own governments.
    pub plans: Vec<HeldPlan>,
    /// What was last measured here, beside the places above that `others` names.
    pub measured: Vec<Beside>,
    pub others: Vec<String>,
    /// Of those that spend from here, and of what is spent for here.
    pub seat: Option<Summary>,
    pub benefits: Option<Summary>,
    /// The place among its neighbours.
    pub around: Option<Around>,
    pub standings: Vec<Standing>,
    pub years: Vec<i16>,
}

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let code = TerritoryCode::new(&code).map_err(|_| PageError::NotFound)?;
    let years = asked::with_year(&mut reading).await?;
    let (known, on, year) = (reading.known, reading.judged_on(), reading.view.year);
    let view = directory::queries::territory(reading.conn(), known, on, &code).await?;
    let view = view.ok_or(PageError::NotFound)?;
    let files = reading.app.files.clone();
    let roles = roles(reading.conn(), &files, known, on, &code).await.map_err(PageError::internal)?;
    let (mut seat, mut benefits) = (None, None);
    if let Some([of_seat, of_benefit]) = questions(view.territory.kind) {
        let filter = |dimension: Option<Dimension>| {
            dimension.map(|dimension| (dimension, code.to_string())).into_iter().collect()
        };
        seat = Some(summary(&mut reading, of_seat.0, filter(of_seat.1), year).await?);
        benefits = Some(summary(&mut reading, of_benefit.0, filter(of_benefit.1), year).await?);
    }
    let governing: BTreeSet<&EntityCode> =
        view.entities.iter().filter(|e| governs(e)).map(|entity| &entity.code).collect();
    let own = |plan: &Plan| {
        plan.territory.as_ref() == Some(&code) || plan.entity.as_ref().is_some_and(|e| governing.contains(e))
    };
    let plans = held_plans(reading.conn(), known, on, own).await?;
    let above: Vec<TerritoryCode> = view.path.iter().rev().map(|place| place.code.clone()).collect();
    let measured = beside(reading.conn(), known, on, &code, &above).await?;
    let others = view.path.iter().rev().map(|place| place.name.clone()).collect();
    let standings = match asked::rules(&mut reading).await? {
        Some(rules) => standings(reading.conn(), known, on, &rules, &Scope::Territory(code)).await?,
        None => Vec::new(),
    };
    let samples = plans.iter().map(|held| held.plan.sample).chain(standings.iter().map(|s| s.sample));
    let around = around(&mut reading, &view.territory, year).await?;
    let mut shell = reading.shell(&view.territory.name, tables::matter(samples));
    sources::add(&mut reading, &mut shell, year).await?;
    let found = Found { view, on, roles, plans, measured, others, seat, benefits, around, standings, years };
    origins::add(&mut reading, &mut shell, &found.origin()).await?;
    let page = TerritoryPage::of(shell, &found);
    if let Some(file) = Table::asked(&page.shell, page.tables()) {
        return file;
    }
    web::html(&page)
}

impl Found {
    /// What it is, its plans, and what was measured here.
    fn origin(&self) -> Vec<Rows> {
        let code = self.view.territory.code.as_str();
        let plans = self.plans.iter().map(|held| held.plan.code.as_str());
        let place = directory::queries::origin::places_of(&[code]);
        [place, planning::queries::origin::plans_of(plans), origin::observations_in(code)].concat()
    }
}

/// A listing and the condition that its rows meet.
type Question = (Dimension, Option<Dimension>);

/// The two places of a budget row at the level of a place: the seat of the unit, and where money benefits.
/// An ambit overlaps with provinces, and no row names it.
const fn questions(kind: TerritoryKind) -> Option<[Question; 2]> {
    use Dimension::{
        Department, District, Entity, Function, MetaDepartment, MetaDistrict, MetaProvince, Province,
    };
    match kind {
        TerritoryKind::Country => Some([(Department, None), (MetaDepartment, None)]),
        TerritoryKind::Department => Some([(Entity, Some(Department)), (Function, Some(MetaDepartment))]),
        TerritoryKind::Province => Some([(Entity, Some(Province)), (Function, Some(MetaProvince))]),
        TerritoryKind::District => Some([(Entity, Some(District)), (Function, Some(MetaDistrict))]),
        TerritoryKind::Ambit => None,
    }
}

impl TerritoryPage {
    pub fn of(mut shell: Shell, found: &Found) -> Self {
        let Found { view, standings, years: known, .. } = found;
        let place = &view.territory;
        let list = shell.t("directory-nav-territories");
        shell = shell.under("/territorios", &list);
        shell.feed = Some(changes::told_of(&shell, &["territorio", place.code.as_str()]));
        let link = |code: &str, name: &str| marks::link(&marks::territory_href(&shell, code), name);
        let mut way: Vec<Html> = view.path.iter().map(|t| link(t.code.as_str(), &t.name)).collect();
        way.push(Html::text(&place.name));
        let rest = view.entities.len().saturating_sub(LISTED);
        let kind = shell.t(&format!("directory-territory-{}", place.kind.as_str()));
        let seat = table(&shell, found.seat.as_ref(), "sede", seat_key(place.kind));
        let benefits = table(&shell, found.benefits.as_ref(), "beneficio", benefits_key(place.kind));
        let none = found.seat.is_some() && seat.is_none() && benefits.is_none();
        // Some sources name the place that benefits by its department alone: that is not "nothing was spent".
        let benefits_none = match (&found.benefits, &benefits) {
            (None, _) => Some(shell.t("monitoring-territory-ambit")),
            (Some(_), None) if !none => {
                Some(shell.t1("monitoring-territory-benefits-none", "year", year_words(&shell)))
            }
            _ => None,
        };
        let shown = shell.view.year.unwrap_or_else(|| shell.today.year());
        let here = shell.view.with_territory(Some(place.code.clone()));
        Self {
            kicker: format!("{kind} {}", place.code),
            way: if view.path.is_empty() { Vec::new() } else { way },
            facts: facts(&shell, view),
            roles: found.roles.iter().map(|role| role_words(&shell, role)).collect(),
            years: years(&shell, shown, known.iter().copied()),
            around: found.around.as_ref().and_then(|around| around.shown(&shell)),
            judged: shell.t1("planning-judged-on", "date", shell.date(found.on)),
            plans: tables::plans(&shell, &found.plans, found.on, LINES),
            measured: measured(&shell, found),
            seat,
            benefits,
            benefits_none,
            money_none: if none { no_money(&shell, known) } else { Html::default() },
            counted: marks::count(&shell, "monitoring-indicators-counted", standings.len()),
            tally: marks::tally(&shell, &tally(standings)),
            indicators: here.link("/indicadores"),
            children: view.children.iter().map(|t| link(t.code.as_str(), &t.name)).collect(),
            entities: bodies(&shell, &view.entities),
            entities_left_out: (rest > 0).then(|| marks::count(&shell, "monitoring-left-out", rest)),
            present: if place.kind == TerritoryKind::District {
                bodies(&shell, &view.present)
            } else {
                Vec::new()
            },
            shell,
        }
    }

    fn tables(&self) -> impl Iterator<Item = &Table> {
        let money = self.benefits.iter().chain(&self.seat).map(|(short, _)| &short.table);
        let around = self.around.iter().map(|around| &around.table);
        money.chain(around).chain(self.plans.iter().chain(&self.measured).map(|short| &short.table))
    }
}

/// A government of the place, not a body that has its seat there.
fn governs(entity: &Entity) -> bool {
    matches!(entity.level, Some(Level::Regional | Level::Local))
}

fn bodies(shell: &Shell, entities: &[Entity]) -> Vec<Html> {
    let link = |e: &Entity| marks::link(&marks::entity_href(shell, e.code.as_str()), &e.name);
    entities.iter().take(LISTED).map(link).collect()
}

/// Columns of places above of which nothing comparable is known are left out.
fn measured(shell: &Shell, found: &Found) -> Option<Short> {
    let known = |at: usize| found.measured.iter().any(|row| row.others.get(at).is_some_and(Option::is_some));
    let kept: Vec<usize> = (0..found.others.len()).filter(|at| known(*at)).collect();
    let pick = |row: &Beside| {
        let others = kept.iter().map(|at| row.others.get(*at).copied().flatten()).collect();
        Beside { others, ..row.clone() }
    };
    let rows: Vec<Beside> = found.measured.iter().map(pick).collect();
    let names: Vec<String> = kept.iter().filter_map(|at| found.others.get(*at).cloned()).collect();
    tables::beside(shell, &rows, &names, MEASURED)
}

/// The note of a role in the language of the page, or marked as Spanish where it has no translation.
fn role_words(shell: &Shell, role: &Role) -> Html {
    #[derive(Template)]
    #[template(ext = "html", source = r#"<span lang="es">{{ note }}</span>"#)]
    struct Spanish<'a> {
        note: &'a str,
    }
    match (shell.lang(), &role.note_en) {
        (Lang::En, Some(note)) => Html::text(note),
        (Lang::En, None) => Html::of(&Spanish { note: &role.note }),
        (Lang::Es, _) => Html::text(&role.note),
    }
}

const fn seat_key(kind: TerritoryKind) -> &'static str {
    match kind {
        TerritoryKind::Country => "monitoring-territory-seats",
        _ => "monitoring-territory-seat",
    }
}

const fn benefits_key(kind: TerritoryKind) -> &'static str {
    match kind {
        TerritoryKind::Country => "monitoring-territory-benefits-all",
        _ => "monitoring-territory-benefits",
    }
}

fn table(shell: &Shell, money: Option<&Summary>, id: &str, key: &str) -> Option<(Short, String)> {
    let money = money.filter(|money| !money.is_empty())?;
    let caption = shell.t1(key, "year", year_words(shell));
    let (table, left_out) = money.table(shell, id, &caption, LINES);
    Some((Short { table, left_out: left_out_words(shell, left_out) }, money.href(shell)))
}

fn facts(shell: &Shell, view: &TerritoryView) -> Facts {
    let place = &view.territory;
    let none = || shell.t("web-none");
    let population = place.population.and_then(|n| usize::try_from(n).ok());
    Facts::default()
        .with(&shell.t("monitoring-territory-capital"), place.capital.clone().unwrap_or_else(none))
        .with(
            &shell.t("monitoring-territory-population"),
            population.map_or_else(none, |population| shell.count(population)),
        )
        .with(&shell.t("monitoring-entity-since"), shell.date(place.validity.from()))
        .with(&shell.t("planning-plan-source"), place.source.as_str())
}
