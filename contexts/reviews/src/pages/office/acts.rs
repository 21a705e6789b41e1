//! What the secretariat and the chair do with a session.
use axum::{extract::Path, response::Response};
use base::{
    Period,
    codes::{EntityCode, TerritoryCode},
};
use jiff::tz::Offset;
use planning::domain::reference::IndicatorRef;
use rust_decimal::Decimal;
use web::{
    PageError,
    gate::{Office, Posted},
};

use super::{
    super::{columnar, links, words},
    OWNERS, post, review, see,
};
use crate::{
    actions::{self, NewChange, NewDecision, Refusal},
    domain::{Attendance, DecisionFault, Kind, ReviewCode},
};

/// The next page, or the session again with what was wrong.
async fn answered(
    office: &Office,
    code: &ReviewCode,
    posted: &Posted,
    (done, what): (Result<(), Refusal>, &str),
) -> Result<Response, PageError> {
    match done {
        Ok(()) => Ok(see(office, &format!("{}/{code}", links::OFFICE), what)),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            review::show(office, code, Some((posted, words))).await
        }
    }
}

fn offset(office: &Office) -> Offset {
    office.app.frame.country.offset()
}

pub async fn renew(
    office: Office,
    Path(code): Path<ReviewCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (columnar, by) = (columnar(&office.app)?, post(&office)?);
    let done = actions::renew_agenda(&office.ctx(), &*columnar, offset(&office), (&code, &by)).await;
    answered(&office, &code, &posted, (done.map(|_| ()), "agenda")).await
}

fn written(posted: &Posted) -> Result<NewDecision, Refusal> {
    let text = |name: &str| posted.text(name).trim().to_owned();
    let role = OWNERS.into_iter().find(|role| *role == posted.text("owner_role"));
    let entity = text("owner_entity");
    let no_owner = || Refusal::NoOwner(entity.chars().take(40).collect());
    let listed = text("evidence");
    let evidence = listed.split([';', ',', ' ']).filter(|code| !code.is_empty()).map(str::to_owned).collect();
    Ok(NewDecision {
        item: text("item").parse().map_err(|_| Refusal::NoItem(0))?,
        kind: text("kind").parse::<Kind>().map_err(|()| DecisionFault::Text)?,
        text: text("text"),
        owner_role: role.ok_or_else(no_owner)?,
        owner_entity: EntityCode::new(&entity).map_err(|_| no_owner())?,
        due_on: text("due_on").parse().map_err(|_| DecisionFault::Due)?,
        evidence,
        change: change(posted)?,
    })
}

/// None where nothing of it was written.
fn change(posted: &Posted) -> Result<Option<NewChange>, Refusal> {
    let names = ["indicator", "territory", "period", "target"];
    if names.iter().all(|name| posted.text(name).trim().is_empty()) {
        return Ok(None);
    }
    let [indicator, territory, period, target] = names.map(|name| posted.text(name).trim());
    let none = || Refusal::NoIndicator(indicator.chars().take(80).collect());
    Ok(Some(NewChange {
        indicator: indicator.parse::<IndicatorRef>().map_err(|_| none())?,
        territory: territory.parse::<TerritoryCode>().map_err(|_| DecisionFault::NoChange)?,
        period: period.parse::<Period>().map_err(|_| DecisionFault::NoChange)?,
        new: target.replace(',', ".").parse::<Decimal>().map_err(|_| DecisionFault::NoChange)?,
    }))
}

pub async fn decide(
    office: Office,
    Path(code): Path<ReviewCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let by = post(&office)?;
    let done = match written(&posted) {
        Ok(new) => actions::draft_decision(&office.ctx(), offset(&office), (&code, &by), new).await,
        Err(refusal) => Err(refusal),
    };
    answered(&office, &code, &posted, (done.map(|_| ()), "decision")).await
}

pub async fn drop(
    office: Office,
    Path(code): Path<ReviewCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let by = post(&office)?;
    let done = match posted.text("code").parse() {
        Ok(decision) => actions::drop_decision(&office.ctx(), offset(&office), (&code, &by), &decision).await,
        Err(_) => Err(Refusal::NoDecision),
    };
    answered(&office, &code, &posted, (done, "quitada")).await
}

pub async fn minutes(
    office: Office,
    Path(code): Path<ReviewCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let by = post(&office)?;
    let present = posted.text("present").split([';', ',', ' ']).filter(|code| !code.is_empty());
    let of =
        Attendance { present: present.map(str::to_owned).collect(), text: posted.text("minutes").to_owned() };
    let done = actions::write_minutes(&office.ctx(), offset(&office), (&code, &by), of).await;
    answered(&office, &code, &posted, (done, "acta")).await
}

pub async fn cancel(
    office: Office,
    Path(code): Path<ReviewCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let by = post(&office)?;
    let done = actions::cancel(&office.ctx(), offset(&office), (&code, &by), posted.text("reason")).await;
    answered(&office, &code, &posted, (done, "cancelada")).await
}

pub async fn sign(
    office: Office,
    Path(code): Path<ReviewCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let by = post(&office)?;
    let done = actions::sign(&office.ctx(), offset(&office), (&code, &by)).await;
    answered(&office, &code, &posted, (done, "firmada")).await
}
