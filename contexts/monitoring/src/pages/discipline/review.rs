//! `/oficina/revision/{review}`: a value that waits, what was done with it, and the acts that the post may do.
use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Column, Facts, Field, Form, Input, Table},
    gate::{Office, Posted},
    sections::{Page, Section},
};

use super::super::marks;
use super::{REVIEWS, about, names, post, see, title};
use crate::actions::review_values::{ReviewRefusal, Reviewing, review_values};
use crate::domain::review::{Phase, ReviewCode};
use crate::queries::reviews::{ReviewView, review};

const TOGETHER: &str = "together";

pub async fn get(office: Office, Path(code): Path<ReviewCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(
    office: &Office,
    code: &ReviewCode,
    wrong: Option<(&Posted, String)>,
) -> Result<Response, PageError> {
    let role = office.somebody.post().map_or("", |post| post.role);
    let mut reading = office.reading().await?;
    let (known, files) = (reading.known, reading.app.files.clone());
    let asked = (code, known, office.app.now(), role);
    let seen = review(reading.conn(), &files, asked).await.map_err(PageError::internal)?;
    let seen = seen.ok_or(PageError::NotFound)?;
    let bodies = names(&mut reading, std::iter::once(&seen.review.entity)).await?;
    let shell = reading.shell(&format!("{} {code}", reading.t("monitoring-review-title")), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("monitoring-entry-office"));
    let shell = shell.under(REVIEWS, &reading.t("monitoring-reviews-title"));
    let mut page = Page::new(shell);
    page.done("monitoring-reviews", &["acto"]);
    if let Some((_, words)) = &wrong {
        page.wrong(words);
    }
    let shell = &page.shell;
    let body = bodies.get(&seen.review.entity).map_or(seen.review.entity.as_str(), String::as_str);
    let mut all = vec![Section::top().html(Html::of(&facts(shell, &seen, body)))];
    let done = acts(shell, &seen);
    all.push(
        Section::new("parte-actos", &shell.t("monitoring-review-acts"))
            .table_or(done, &shell.t("monitoring-review-acts-none")),
    );
    if seen.phase == Phase::Review
        && !seen.possible.is_empty()
        && office.may("review_value", &office.resource)
    {
        let typed = |name: &str| wrong.as_ref().map_or("", |(posted, _)| posted.text(name));
        let form = form(shell, &seen, typed);
        all.push(Section::new("parte-decidir", &shell.t("monitoring-review-decide")).html(Html::of(&form)));
    }
    page.add_all(all);
    page.answer()
}

fn facts(shell: &Shell, seen: &ReviewView, body: &str) -> Facts {
    let review = &seen.review;
    let named = format!("{}/{}", review.plan, review.indicator);
    let view = shell.view.with_territory(Some(review.key.territory.clone()));
    let href = view.link_to(&["indicador", review.plan.as_str(), review.indicator.as_str()]);
    let state = seen.procedure.states.iter().find(|state| state.code == seen.standing.state);
    let state = state.map(|state| title(shell.lang(), &state.title)).unwrap_or_default();
    let mut facts = Facts::default()
        .with(&shell.t("monitoring-reviews-body"), body)
        .with(&shell.t("monitoring-reviews-indicator"), marks::link(&href, &named))
        .with(&shell.t("monitoring-reviews-about"), about(shell, &review.key))
        .with(&shell.t("monitoring-reviews-number"), shell.value(review.value))
        .with(&shell.t("monitoring-review-post"), review.post.as_str())
        .with(&shell.t("monitoring-reviews-state"), state);
    if let Some(due) = seen.due() {
        facts = facts.with(&shell.t("monitoring-reviews-due"), shell.date(due));
    }
    facts
}

fn acts(shell: &Shell, seen: &ReviewView) -> Table {
    let columns = ["when", "act", "post", "reason"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("monitoring-review-{name}")))).to_vec();
    let mut table = Table::new("actos", &shell.t("monitoring-review-acts"), columns).stacked();
    for event in &seen.standing.events {
        let act = seen.procedure.acts.iter().find(|act| act.code == event.act);
        let taken = event.written.and_then(|number| seen.taken.get(number));
        table.push(vec![
            Cell::text(&shell.moment(event.at)),
            Cell::text(&act.map(|act| title(shell.lang(), &act.title)).unwrap_or_default()),
            Cell::text(taken.and_then(|taken| taken.post.as_deref()).unwrap_or_default()),
            Cell::text(taken.map_or("", |taken| taken.act.reason.as_str())),
        ]);
    }
    table.with_files(shell)
}

fn form<'a>(shell: &Shell, seen: &ReviewView, typed: impl Fn(&str) -> &'a str) -> Form {
    let t = |name: &str| shell.t(&format!("monitoring-review-{name}"));
    let offered =
        seen.possible.iter().map(|act| (act.code.clone(), title(shell.lang(), &act.title))).collect();
    let of = [("one", t("one")), (TOGETHER, t("together"))].map(|(word, text)| (word.to_owned(), text));
    Form::new(shell, &format!("{REVIEWS}/{}/acto", seen.review.code), &t("send"))
        .field(Field::new("act", &t("act"), Input::Choice(offered)).value(typed("act")))
        .field(
            Field::new("reason", &t("reason"), Input::Area)
                .hint(&t("reason-hint"))
                .value(typed("reason"))
                .optional(),
        )
        .field(Field::new("of", &t("of"), Input::Choice(of.to_vec())).value(typed("of")))
}

pub async fn act(
    office: Office,
    Path(code): Path<ReviewCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (role, post) = post(&office)?;
    let asked = Reviewing {
        act: posted.text("act").to_owned(),
        role,
        post,
        account: office.somebody.account.clone(),
        reason: posted.text("reason").to_owned(),
        together: posted.text("of") == TOGETHER,
    };
    match review_values(&office.ctx(), &code, &asked).await {
        Ok(_) => Ok(see(&office, &format!("{REVIEWS}/{code}?hecho=acto"))),
        Err(refusal) => {
            let words = refused(&office, &refusal)?;
            show(&office, &code, Some((&posted, words))).await
        }
    }
}

/// What is said of a refusal that a person can do something about.
fn refused(office: &Office, refusal: &ReviewRefusal) -> Result<String, PageError> {
    let say = |key: &str| {
        Ok(office.app.frame.texts.t(office.view.lang, &format!("monitoring-review-refused-{key}"), &[]))
    };
    match refusal {
        ReviewRefusal::NoReview => Err(PageError::NotFound),
        ReviewRefusal::Own => say("own"),
        ReviewRefusal::NoProcedure => say("procedure"),
        ReviewRefusal::Reason | ReviewRefusal::Procedure(workflow::Refusal::ReasonMissing { .. }) => {
            say("reason")
        }
        ReviewRefusal::Procedure(_) => say("moved"),
        ReviewRefusal::Unread(_) | ReviewRefusal::Db(_) | ReviewRefusal::Journal(_) => {
            Err(PageError::internal(refusal))
        }
    }
}
