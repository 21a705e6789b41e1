use base::Known;
use journal::{Act, Ctx};
use planning::{actions::change_state::enact, domain::content::Content};
use serde_json::json;
use workflow::{Act as CaseAct, By, Procedure};

use super::{Refusal, draft_of};
use crate::{
    APPROVED, Country, DRAFT,
    domain::{CaseCode, CaseHead, Consultation, ConsultationCode, Document, Taken, approved, tally},
    queries, store,
};

/// An act of the procedure, as somebody asks for it.
#[derive(Clone, Debug)]
pub struct Perform {
    pub act: String,
    /// The role of the post that acts.
    pub role: &'static str,
    pub post: String,
    pub reason: String,
    /// Working days or whatever unit the clock has.
    pub extend_by: Option<u16>,
    /// Files already stored, beside the draft.
    pub documents: Vec<Document>,
    /// Norm and number of what approves the plan, where this act does.
    pub resolution: String,
}

/// Does an act of the procedure, and writes the silence that fell before it. Where it leads to approval, the plan becomes
/// law in the same entry: held back while something in it breaks a rule, unless the reason why it passes is given, which the
/// public journal keeps.
pub async fn perform(ctx: &Ctx, country: Country, code: &CaseCode, asked: &Perform) -> Result<(), Refusal> {
    let head = store::one(&mut *ctx.db.read().await?, code).await?.ok_or(Refusal::NoCase)?;
    let mut act = match leads_to(ctx, country, &head, &asked.act).await? {
        Leads::Approval => ctx.open("formulation.approve").await?,
        Leads::Consultation => ctx.open("formulation.consult").await?,
        Leads::Shown => ctx.open("formulation.go_on").await?,
        Leads::Office => ctx.open_office("formulation.perform").await?,
    };
    let before = store::acts(act.conn(), code).await?;
    let at = act.at();
    let law = queries::Governing::of(act.conn(), &ctx.files, country, (&head, at)).await?;
    let engine = law.engine(&head)?;
    let asks_draft =
        engine.procedure.act(&asked.act).is_some_and(|act| act.documents.iter().any(|kind| kind == DRAFT));
    let mut documents = asked.documents.clone();
    if asks_draft && let Some(last) = store::drafts(act.conn(), code).await?.pop() {
        // The last that was put in is the one that is meant.
        documents.push(Document { kind: DRAFT.to_owned(), digest: last.digest, name: last.name });
    }
    let new = taken(&act, (engine.procedure, asked), documents.clone());
    let moved = engine.perform(&head.case(&before), &new.act, act.at())?;
    let procedure = law.laws.procedure(&head)?;
    let is_asked = procedure.act(&asked.act).is_some_and(|act| act.is_answered);
    let unanswered = unanswered(&mut act, code).await?;
    if is_asked && unanswered > 0 {
        return Err(Refusal::Unanswered(unanswered));
    }
    let from = moved.standing.events.last().map(|event| event.from.clone()).unwrap_or_default();
    let opens = procedure.consults(&moved.standing.state) && !procedure.consults(&from);
    let mut all: Vec<Taken> = moved.lapses.into_iter().map(silence).collect();
    all.push(new);
    let seq = act.seq();
    store::add_acts(act.conn(), seq, code, (before.len(), &all)).await?;
    if moved.standing.phase == APPROVED {
        let draft = law_of(ctx, country, &mut act, &head, asked).await?;
        let superseded = enact(&mut act, &draft).await?;
        let payload = json!({
            "act": asked.act, "entity": head.entity, "plan": head.plan, "version": head.version,
            "justification": asked.reason, "resolution": asked.resolution, "superseded": superseded,
        });
        act.commit(code.as_str(), &payload).await?;
        return Ok(());
    }
    if opens {
        open_consultation(ctx, country, &mut act, &head).await?;
    }
    let lapses = all.len() - 1;
    let kinds: Vec<&str> = documents.iter().map(|document| document.kind.as_str()).collect();
    act.commit(code.as_str(), &json!({ "act": asked.act, "documents": kinds, "lapses": lapses })).await?;
    Ok(())
}

/// How many comments of the case's last consultation have no answer.
async fn unanswered(act: &mut Act, code: &CaseCode) -> Result<usize, Refusal> {
    let Some(last) = store::consultations::of_case(act.conn(), code).await?.into_iter().next() else {
        return Ok(0);
    };
    let voices = store::consultations::voices(act.conn(), Known::NOW, &last.code).await?;
    Ok(tally(&voices).unanswered)
}

/// Shows everybody the draft, in the entry of the act that asks them.
async fn open_consultation(
    ctx: &Ctx,
    country: Country,
    act: &mut Act,
    head: &CaseHead,
) -> Result<(), Refusal> {
    let last = store::drafts(act.conn(), &head.code).await?.pop().ok_or(Refusal::NoDraft)?;
    let draft = draft_of(&ctx.files, head, (&last.digest, &last.name))?;
    queries::Ways::same(act.conn(), &ctx.files, country, (head, &draft.plan)).await?;
    let (seq, opened_at) = (act.seq(), act.at());
    let new = Consultation {
        code: ConsultationCode::of(seq),
        case: head.code.clone(),
        entity: head.entity.clone(),
        plan: head.plan.clone(),
        version: head.version.clone(),
        plan_type: draft.plan.plan_type,
        title: draft.version.title,
        draft: (last.digest, last.name),
        opened_at,
    };
    store::consultations::open(act.conn(), seq, &new).await?;
    Ok(())
}

/// What an act changes of what everybody is shown.
enum Leads {
    /// A plan in force.
    Approval,
    /// A draft, for everybody to speak of.
    Consultation,
    /// Where a draft that everybody saw stands now.
    Shown,
    /// Nothing.
    Office,
}

async fn leads_to(ctx: &Ctx, country: Country, head: &CaseHead, act: &str) -> Result<Leads, Refusal> {
    let mut read = ctx.db.read().await?;
    let law = queries::Governing::of(&mut read, &ctx.files, country, (head, ctx.now)).await?;
    let procedure = law.laws.procedure(head)?;
    let to = procedure.act(act).and_then(|act| act.to.as_deref());
    let is_approval = to.and_then(|to| procedure.state(to)).is_some_and(|state| state.phase == APPROVED);
    let consulted = !store::consultations::of_case(&mut read, &head.code).await?.is_empty();
    Ok(match to {
        _ if is_approval => Leads::Approval,
        Some(to) if procedure.consults(to) => Leads::Consultation,
        _ if consulted => Leads::Shown,
        _ => Leads::Office,
    })
}

fn taken(act: &Act, (procedure, asked): (&Procedure, &Perform), documents: Vec<Document>) -> Taken {
    // Who plays no role in it acts as what is no code of a role, so the engine refuses it.
    let role = procedure.role_of(asked.role);
    let role = role.map_or_else(|| format!("the post {}", asked.role), str::to_owned);
    let mut new = CaseAct::new(&asked.act, act.at(), By::Role(role));
    new.documents = documents.iter().map(|document| document.kind.clone()).collect();
    new.reason.clone_from(&asked.reason);
    new.extend_by = asked.extend_by;
    Taken { act: new, post: Some(asked.post.clone()), documents }
}

fn silence(act: CaseAct) -> Taken {
    Taken { act, post: None, documents: Vec::new() }
}

/// The plan as it becomes law.
async fn law_of(
    ctx: &Ctx,
    country: Country,
    act: &mut Act,
    head: &CaseHead,
    asked: &Perform,
) -> Result<Content, Refusal> {
    let last = store::drafts(act.conn(), &head.code).await?.pop().ok_or(Refusal::NoDraft)?;
    let draft = draft_of(&ctx.files, head, (&last.digest, &last.name))?;
    let today = country.date(act.at());
    let new = approved(&draft, &asked.resolution, today)?;
    let held = queries::held_back(act.conn(), &ctx.files, today, &new).await?;
    if !held.0.is_empty() && asked.reason.trim().is_empty() {
        return Err(Refusal::Held(held.0.len()));
    }
    Ok(new)
}
