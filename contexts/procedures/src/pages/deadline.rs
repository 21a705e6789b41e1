//! `/plazos`: pick a term of the law and a day; see the day on which it is due, and how that is counted.
use askama::Template;
use axum::response::Response;
use base::codes::EntityCode;
use jiff::civil::Date;
use law::{Derivation, Roll, RuleStatus, StartRule, Step};
use web::components::{Cell, Column, Facts, Figure, Figures, Filters, Notice, NoticeKind, Table};
use web::{Html, Matter, PageError, Reading, Shell, origins};

use super::words;
use crate::{
    queries::{self, Deadline, DeadlineRequest, TermRule},
    refusal,
};

/// The files of the law that the arithmetic rests on.
const LAW: [&str; 5] =
    ["law/rules.csv", "law/names.csv", "law/holidays.csv", "law/non_working_days.csv", "law/suspensions.csv"];

#[derive(Template)]
#[template(path = "deadline.html")]
pub struct DeadlinePage {
    shell: Shell,
    form: Filters,
    /// Why there is no answer.
    refused: Option<Notice>,
    figures: Option<Figures>,
    facts: Facts,
    /// Said of a rule whose norm is still to be read.
    unsure: Option<Notice>,
    table: Option<Table>,
    command: Option<String>,
}

/// What the address asks for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub rule: Option<String>,
    pub from: Option<Date>,
    pub entity: Option<EntityCode>,
}

/// The answer, or in words why there is none.
pub type Answer = Option<Result<Deadline, String>>;

impl Asked {
    fn of(reading: &Reading) -> Result<Self, PageError> {
        let view = &reading.view;
        let from = view
            .one("from")
            .map(|text| web::figures::day(text).ok_or_else(|| PageError::parameter("from", text)));
        let entity = view.one("entity");
        let entity = entity.map(|text| text.parse().map_err(|_| PageError::parameter("entity", text)));
        Ok(Self {
            rule: view.one("rule").map(str::to_owned),
            from: from.transpose()?,
            entity: entity.transpose()?,
        })
    }
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let asked = Asked::of(&reading)?;
    let (known, known_on, files) = (reading.known, reading.known_on(), reading.app.files.clone());
    let terms =
        queries::terms(reading.conn(), &files, (known, known_on)).await.map_err(PageError::internal)?;
    if let Some(rule) = &asked.rule
        && terms.iter().all(|term| term.key != *rule)
    {
        return Err(PageError::parameter("rule", rule));
    }
    let mut shell = reading.shell(&reading.t("procedures-deadline"), Matter::Real);
    origins::add(&mut reading, &mut shell, &pack::origin(&LAW)).await?;
    let mut answer = None;
    if let (Some(rule), Some(start)) = (&asked.rule, asked.from) {
        let request = DeadlineRequest { rule, start, entity: asked.entity.as_ref(), known_on };
        answer = Some(match queries::deadline(reading.conn(), &files, known, &request).await {
            Ok(found) => Ok(found),
            Err(refused) => {
                let (key, args) = refusal::words(&shell.frame().texts, shell.lang(), refused)?;
                Err(shell.ta(key, &args))
            }
        });
    }
    let page = DeadlinePage::of(shell, &asked, &terms, &answer);
    if let Some(file) = Table::asked(&page.shell, page.table.as_ref()) {
        return file;
    }
    web::html(&page)
}

impl DeadlinePage {
    pub fn of(shell: Shell, asked: &Asked, terms: &[TermRule], answer: &Answer) -> Self {
        let warn = |words: &str| Notice::new(&shell, NoticeKind::Warning, words);
        let found = answer.as_ref().and_then(|answer| answer.as_ref().ok());
        let version = found.and_then(|found| found.derivation.rule.as_ref());
        let is_unsure = version.is_some_and(|version| version.status == RuleStatus::ToBeConfirmed);
        Self {
            form: form(&shell, asked, terms),
            refused: answer.as_ref().and_then(|answer| answer.as_ref().err()).map(|words| warn(words)),
            figures: found.map(|found| figures(&shell, found)),
            facts: found.map(|found| facts(&shell, asked, found)).unwrap_or_default(),
            unsure: is_unsure.then(|| warn(&shell.t("procedures-unsure"))),
            table: found.map(|found| arithmetic(&shell, &found.derivation)),
            command: found.map(|_| command(asked)),
            shell,
        }
    }
}

fn form(shell: &Shell, asked: &Asked, terms: &[TermRule]) -> Filters {
    let term = |term: &TermRule| (term.key.clone(), words::name(shell.lang(), term.name.as_ref(), &term.key));
    let mut options: Vec<(String, String)> = terms.iter().map(term).collect();
    options.sort_by_key(|(_, name)| base::text::fold(name));
    options.insert(0, (String::new(), shell.t("procedures-choose")));
    Filters::new(shell)
        .choice("rule", &shell.t("procedures-rule"), asked.rule.as_deref(), options)
        .date("from", &shell.t("procedures-from"), asked.from)
        .text("entity", &shell.t("procedures-entity"), asked.entity.as_ref().map(EntityCode::as_str))
        .button(&shell.t("procedures-count"))
}

fn figures(shell: &Shell, found: &Deadline) -> Figures {
    let Derivation { term, start, due, .. } = &found.derivation;
    let figure = |key: &str, value: &str, note: String| Figure {
        label: shell.t(key),
        value: Html::text(value),
        note: Html::text(&note),
        href: None,
    };
    let skipped = shell.t1("procedures-skipped-days", "n", skipped(&found.derivation));
    let runs = shell.t1("procedures-runs-from", "day", words::day(shell, *start));
    Figures {
        figures: vec![
            figure("procedures-due", &shell.date(*due), words::weekday(shell, *due)),
            figure("procedures-term", &words::term(shell, *term), runs),
            figure("procedures-days-between", &shell.count(days(*start, *due)), skipped),
        ],
    }
}

fn days(from: Date, to: Date) -> usize {
    from.until(to).ok().and_then(|span| usize::try_from(span.get_days()).ok()).unwrap_or_default()
}

fn skipped(derivation: &Derivation) -> usize {
    derivation.steps.iter().filter(|step| !matches!(step, Step::Counted { .. })).count()
}

fn facts(shell: &Shell, asked: &Asked, found: &Deadline) -> Facts {
    let derivation = &found.derivation;
    let key = asked.rule.as_deref().unwrap_or_default();
    let mut facts = Facts::default()
        .with(&shell.t("procedures-rule"), words::name(shell.lang(), found.name.as_ref(), key).as_str());
    if let Some(version) = &derivation.rule {
        let norm = format!("{} {}", version.norm, version.article);
        let since = shell.t1("procedures-in-force-since", "date", shell.date(version.valid_from));
        facts = facts.with(&shell.t("procedures-norm"), format!("{} · {since}", norm.trim()).as_str());
    }
    let start = match derivation.start_rule {
        StartRule::StartNotCounted => "procedures-start-not-counted",
        StartRule::StartCounted => "procedures-start-counted",
    };
    let roll = match derivation.roll {
        Roll::NextWorkingDay => "procedures-roll-next",
        Roll::Stay => "procedures-roll-stay",
    };
    facts =
        facts.with(&shell.t("procedures-counting"), format!("{} {}", shell.t(start), shell.t(roll)).as_str());
    let whom = found.entity.as_ref().map_or_else(
        || shell.t("procedures-everybody"),
        |entity| format!("{} ({})", entity.name, entity.code),
    );
    facts = facts.with(&shell.t("procedures-for-whom"), whom.as_str());
    let calendar = shell.t1("procedures-calendar-of", "version", derivation.calendar_version.as_str());
    facts.with(&shell.t("procedures-calendar"), calendar.as_str())
}

/// The days that were counted and those that were not, one by one.
pub fn arithmetic(shell: &Shell, derivation: &Derivation) -> Table {
    let columns = vec![
        Column::text(&shell.t("procedures-day")),
        Column::text(&shell.t("procedures-weekday")),
        Column::number(&shell.t("procedures-number")),
        Column::text(&shell.t("procedures-what")),
    ];
    let mut table = Table::new("cuenta", &shell.t("procedures-arithmetic"), columns).stacked();
    let date = |date: Date| {
        let (shown, exact) = (Html::text(&shell.date(date)), date.to_string());
        [Cell::html(shown, &exact), Cell::text(&words::weekday(shell, date))]
    };
    if let Some(same) = derivation.date_to_date {
        let what = Cell::text(&shell.t("procedures-date-to-date"));
        table.push(date(same).into_iter().chain([Cell::default(), what]).collect());
    }
    for step in &derivation.steps {
        let (at, number, what) = match step {
            Step::Counted { date, ordinal } => {
                let number = Cell::count(shell, usize::try_from(*ordinal).unwrap_or_default());
                (*date, number, shell.t("procedures-counts"))
            }
            Step::Skipped { date, reasons } => {
                (*date, Cell::default(), why(shell, "procedures-skipped", reasons))
            }
            Step::CannotEnd { date, reasons } => {
                (*date, Cell::default(), why(shell, "procedures-cannot-end", reasons))
            }
        };
        table.push(date(at).into_iter().chain([number, Cell::text(&what)]).collect());
    }
    table.with_files(shell)
}

fn why(shell: &Shell, key: &str, reasons: &[law::SkipReason]) -> String {
    let reasons: Vec<String> = reasons.iter().map(|reason| words::reason(shell, reason)).collect();
    format!("{}: {}", shell.t(key), reasons.join("; "))
}

/// The same at a terminal.
fn command(asked: &Asked) -> String {
    let rule = asked.rule.as_deref().unwrap_or_default();
    let from = asked.from.map(|date| date.to_string()).unwrap_or_default();
    let entity = asked.entity.as_ref().map(|code| format!(" --entity {code}")).unwrap_or_default();
    format!("quipu deadline {rule} {from}{entity}")
}
