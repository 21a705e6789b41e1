//! A data folder with letters, and a transport that does as it is told and remembers what it carried.
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

use db::{Conn, RowExt, query};
use mail::{BoxFuture, Handed, Keeper, Letter, Message, Posted, Sender, Transport};
use testkit::Bench;

pub async fn bench() -> Bench {
    Bench::new(&[mail::MIGRATIONS]).await
}

pub fn sender() -> Sender {
    Sender::new("Quipu <avisos@example.org>", "quipu.example.org").unwrap()
}

/// Due from the epoch on, to somebody of its own.
pub fn letter(id: &str) -> Letter {
    Letter {
        id: id.into(),
        recipient: format!("{}@example.org", id.replace('/', ".")),
        lang: "es".into(),
        subject: format!("Aviso {id}"),
        body: "Buenos días.\n".into(),
        not_before: jiff::Timestamp::UNIX_EPOCH,
    }
}

/// By an act of its own.
pub async fn post(bench: &Bench, letter: &Letter) -> Posted {
    let mut act = bench.ctx.open("test.post_letter").await.unwrap();
    let seq = act.seq();
    let posted = mail::post(act.conn(), seq, letter).await.unwrap();
    act.commit("letters", &()).await.unwrap();
    posted
}

#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub recipient: String,
    pub state: String,
    pub attempts: i64,
    pub next_try: String,
    pub sent_at: Option<String>,
    pub error: Option<String>,
}

pub async fn row(bench: &Bench, id: &str) -> Row {
    let mut read = bench.read().await;
    let sql = "SELECT * FROM mail_letters WHERE id = $1";
    let row = query(sql).bind(id.to_owned()).fetch_one(&mut *read as &mut Conn).await.unwrap();
    Row {
        recipient: row.text("recipient").unwrap(),
        state: row.text("state").unwrap(),
        attempts: row.int("attempts").unwrap(),
        next_try: row.text("next_try").unwrap(),
        sent_at: row.opt_text("sent_at").unwrap(),
        error: row.opt_text("error").unwrap(),
    }
}

pub async fn by_hand(bench: &Bench, sql: &'static str) {
    let mut write = bench.ctx.db.begin_write().await.unwrap();
    query(sql).execute(&mut *write as &mut Conn).await.unwrap();
    write.commit().await.unwrap();
}

/// What the transport does with the next letters.
#[derive(Clone, Debug, Default)]
pub struct Weather {
    /// Takes no letters at all.
    pub is_down: bool,
    /// Puts off so many letters, each at most seven times in all.
    pub delays: usize,
    /// Goes down when it has seen so many letters, and puts off the one that follows.
    pub down_after: Option<usize>,
    /// Never comes back from the letter after so many.
    pub hangs_after: Option<usize>,
    /// Takes so many, and the program dies with the one that follows taken.
    pub dies_after: Option<usize>,
}

#[derive(Debug, Default)]
pub struct Seen {
    pub weather: Weather,
    pub hands: usize,
    pub delayed: BTreeMap<String, usize>,
    /// Message-IDs, in order.
    pub carried: Vec<String>,
    /// Recipients that no server has.
    pub unknown: Vec<String>,
}

/// Shared between the test and the keeper that has it.
#[derive(Clone, Debug, Default)]
pub struct Post(Arc<Mutex<Seen>>);

impl Post {
    pub fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub fn set(&self, weather: Weather) {
        let mut seen = self.seen();
        seen.weather = weather;
        seen.hands = 0;
    }

    pub fn carried(&self) -> Vec<String> {
        self.seen().carried.clone()
    }

    pub fn keeper(&self) -> Keeper {
        Keeper::new(sender(), Box::new(self.clone()))
    }
}

enum Does {
    Answers(Handed),
    Hangs,
    Dies,
}

impl Seen {
    fn hand(&mut self, message: &Message) -> Does {
        let before = self.hands;
        self.hands += 1;
        if self.weather.hangs_after.is_some_and(|after| before >= after) {
            return Does::Hangs;
        }
        if self.weather.down_after.is_some_and(|after| before >= after) {
            self.weather.is_down = true;
            self.weather.delays = 1;
        }
        if message.envelope().to().iter().any(|address| self.unknown.contains(&address.to_string())) {
            return Does::Answers(Handed::Never("550 5.1.1 no such mailbox".into()));
        }
        if self.weather.delays > 0 && self.delayed.get(message.id()).is_none_or(|times| *times < 7) {
            self.weather.delays -= 1;
            return Does::Answers(self.delay(message));
        }
        self.carried.push(message.id().to_owned());
        if self.weather.dies_after.is_some_and(|after| before >= after) {
            return Does::Dies;
        }
        Does::Answers(Handed::Sent)
    }

    fn delay(&mut self, message: &Message) -> Handed {
        *self.delayed.entry(message.id().to_owned()).or_default() += 1;
        Handed::Later("451 4.7.1 try again".into())
    }
}

impl Transport for Post {
    fn ready(&self) -> BoxFuture<'_, Result<(), String>> {
        Box::pin(async move { if self.seen().weather.is_down { Err("no route".into()) } else { Ok(()) } })
    }

    fn hand<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Handed> {
        Box::pin(async move {
            let does = self.seen().hand(message);
            match does {
                Does::Answers(handed) => handed,
                Does::Hangs => std::future::pending().await,
                Does::Dies => panic!("killed with a letter in hand"),
            }
        })
    }
}
