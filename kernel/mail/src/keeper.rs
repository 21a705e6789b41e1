//! Hands over what is due, and writes down what became of it.
use std::ops::AddAssign;

use db::Turn;
use journal::{Act, Ctx};
use serde_json::json;

use crate::{
    Due, Error, Handed, Sender, Transport,
    ledger::{self, Outcome, State},
    message::compose,
};

/// Letters handed over before what became of them is recorded: after a crash at most so many travel twice, with the
/// `Message-ID` they had.
pub const BATCH_MAX: i64 = 50;

/// Looks after the letters of one database. One keeper at a time does; it remembers what it handed over until that is
/// recorded, so that a full disk or a call that was dropped sends nothing twice.
pub struct Keeper {
    sender: Sender,
    transport: Box<dyn Transport>,
    unrecorded: Vec<Outcome>,
    turn: Option<Turn>,
}

/// What was recorded, in letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub sent: u64,
    /// Not taken now, and due again later.
    pub delayed: u64,
    pub refused: u64,
    pub halt: Option<Halt>,
}

/// Why a keeper stopped although letters may be due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Halt {
    /// The transport takes no letters; no attempt was counted.
    Unreachable(String),
    /// Another keeper looks after this database.
    Busy,
}

impl Report {
    pub const fn handed(&self) -> u64 {
        self.sent + self.delayed + self.refused
    }

    const fn count(&mut self, state: State) {
        match state {
            State::Waiting => self.delayed += 1,
            State::Sent => self.sent += 1,
            State::Refused => self.refused += 1,
        }
    }
}

impl AddAssign for Report {
    fn add_assign(&mut self, other: Self) {
        self.sent += other.sent;
        self.delayed += other.delayed;
        self.refused += other.refused;
        self.halt = other.halt.or_else(|| self.halt.take());
    }
}

impl Keeper {
    pub fn new(sender: Sender, transport: Box<dyn Transport>) -> Self {
        Self { sender, transport, unrecorded: Vec::new(), turn: None }
    }

    /// Hands over at most [`BATCH_MAX`] letters that are due at `ctx.now`, and records what became of them by one act.
    /// No letter keeps another from its turn.
    pub async fn send_due(&mut self, ctx: &Ctx) -> Result<Report, Error> {
        if !self.has_turn(ctx).await? {
            return Ok(Report { halt: Some(Halt::Busy), ..Report::default() });
        }
        // What an earlier call handed over and did not record is waiting in the ledger still.
        let mut report = self.record(ctx).await?;
        let due = ledger::due(&mut *ctx.db.read().await?, ctx.now, BATCH_MAX).await?;
        if due.is_empty() {
            return Ok(report);
        }
        // Where nothing can be recorded nothing is sent: it would be sent again at every call.
        drop(office(ctx).await?);
        let halt = self.hand_over(ctx, due).await;
        report += self.record(ctx).await?;
        report.halt = halt;
        Ok(report)
    }

    /// As [`Keeper::send_due`], batch by batch, until nothing is due at `ctx.now` or the transport takes no more.
    pub async fn send_until_empty(&mut self, ctx: &Ctx) -> Result<Report, Error> {
        let mut total = Report::default();
        loop {
            let report = self.send_due(ctx).await?;
            let is_done = report.handed() == 0 || report.halt.is_some();
            total += report;
            if is_done {
                return Ok(total);
            }
        }
    }

    async fn hand_over(&mut self, ctx: &Ctx, due: Vec<Due>) -> Option<Halt> {
        if let Err(why) = self.transport.ready().await {
            return Some(Halt::Unreachable(why));
        }
        for Due { letter, attempts } in due {
            let handed = match compose(&self.sender, &letter, ctx.now) {
                Ok(message) => self.transport.hand(&message).await,
                Err(why) => Handed::Never(why),
            };
            let is_delayed = matches!(handed, Handed::Later(_));
            self.unrecorded.push(Outcome { id: letter.id, attempts, handed, at: ctx.now });
            // Of a server that went away the letters behind this one are not told one by one.
            if is_delayed && let Err(why) = self.transport.ready().await {
                return Some(Halt::Unreachable(why));
            }
        }
        None
    }

    async fn record(&mut self, ctx: &Ctx) -> Result<Report, Error> {
        let mut report = Report::default();
        if self.unrecorded.is_empty() {
            return Ok(report);
        }
        let mut act = office(ctx).await?;
        for outcome in &self.unrecorded {
            if let Some(state) = ledger::record(act.conn(), outcome).await? {
                report.count(state);
            }
        }
        if report.handed() > 0 {
            let counts = json!({"sent": report.sent, "delayed": report.delayed, "refused": report.refused});
            act.commit("letters", &counts).await?;
        }
        self.unrecorded.clear();
        Ok(report)
    }

    /// Whether this keeper is the one of the database: from its first letter until it is dropped, its program killed, or the
    /// server of the database forgot it.
    async fn has_turn(&mut self, ctx: &Ctx) -> Result<bool, Error> {
        if let Some(turn) = &mut self.turn
            && turn.is_held().await
        {
            return Ok(true);
        }
        self.turn = ctx.db.take_turn("mail").await?;
        Ok(self.turn.is_some())
    }
}

/// The act by which sendings are recorded: it changes nothing that is public.
async fn office(ctx: &Ctx) -> Result<Act, journal::Error> {
    ctx.open_office("mail.record_sendings").await
}
