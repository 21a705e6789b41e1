//! A throwaway state with the country's layouts, and files handed in.
use std::{fs, path::PathBuf, sync::Arc};

use analytics::Engine;
use base::{Known, Money};
use budget::{
    Catalogue,
    actions::{BudgetFile, Imported, Receipt, Refusal, import_budget},
    domain::{Answer, Dimension, Measure},
    queries::{self, CutRequest, Reconciliation},
};
use testkit::Bench;

pub struct Desk {
    pub bench: Bench,
    pub engine: Engine,
    pub catalogue: Catalogue,
}

pub fn sample(name: &str) -> PathBuf {
    testkit::peru().join("sample/budget").join(name)
}

pub fn money(text: &str) -> Option<Money> {
    Some(text.parse().unwrap())
}

impl Desk {
    pub async fn new() -> Self {
        let rooms = [pack::MIGRATIONS, directory::MIGRATIONS, planning::MIGRATIONS, budget::MIGRATIONS];
        let bench = Bench::new(&rooms).await;
        let pack = pack::Pack::open(&testkit::peru()).unwrap();
        Self { bench, engine: Engine::default(), catalogue: Catalogue::of(&pack).unwrap() }
    }

    /// Pack and register of the country, as `quipu init` loads them.
    pub async fn load_country(&self) {
        let ctx = &self.bench.ctx;
        let folder = testkit::peru();
        let book = |path: &str| sheets::Book::open(&[folder.join(path)]).unwrap();
        pack::load(ctx, "peru", &pack::Pack::open(&folder).unwrap()).await.unwrap();
        directory::actions::load_territories(ctx, &book("territory/territories.csv")).await.unwrap();
        let files = directory::actions::EntityFiles {
            entities: Some(book("entities/entities.csv")),
            units: Some(book("entities/executing_units.csv")),
        };
        let today = jiff::civil::date(2026, 1, 1);
        directory::actions::load_entities(ctx, &files, false, today).await.unwrap();
    }

    pub async fn hand_in(&self, file: BudgetFile) -> Result<Imported, Refusal> {
        import_budget(&self.bench.ctx, &self.engine, &self.catalogue, &file).await
    }

    pub async fn import(&self, name: &str) -> Receipt {
        let file = BudgetFile { path: sample(name), source: "MEF".into(), ..BudgetFile::default() };
        match self.hand_in(file).await.unwrap() {
            Imported::Delivered(receipt) => *receipt,
            Imported::AlreadyDelivered(number) => panic!("{name} is already delivery {number}"),
        }
    }

    /// Bytes handed in under a name.
    pub fn file(&self, name: &str, bytes: &[u8]) -> BudgetFile {
        let path = self.bench.path().join(name);
        fs::write(&path, bytes).unwrap();
        BudgetFile { path, ..BudgetFile::default() }
    }

    pub async fn import_bytes(&self, name: &str, bytes: &[u8]) -> Result<Receipt, Refusal> {
        match self.hand_in(self.file(name, bytes)).await? {
            Imported::Delivered(receipt) => Ok(*receipt),
            Imported::AlreadyDelivered(number) => panic!("{name} is already delivery {number}"),
        }
    }

    pub async fn cut(&self, by: &[Dimension], filters: &[(Dimension, &str)]) -> Answer {
        self.cut_known(by, filters, self.bench.known().await).await
    }

    pub async fn cut_known(&self, by: &[Dimension], filters: &[(Dimension, &str)], known: Known) -> Answer {
        let request = CutRequest {
            by: by.to_vec(),
            filters: filters.iter().map(|(d, code)| (*d, (*code).to_owned())).collect(),
            year: None,
            measures: Measure::ALL.to_vec(),
        };
        let files = &self.bench.ctx.files;
        queries::cut(&mut *self.bench.read().await, files, &self.engine, known, &request)
            .await
            .map(Arc::unwrap_or_clone)
            .unwrap()
    }

    pub async fn reconcile(&self) -> Reconciliation {
        let (files, known) = (&self.bench.ctx.files, self.bench.known().await);
        let conn = &mut *self.bench.read().await;
        queries::reconcile(conn, files, &self.engine, &self.catalogue, known).await.unwrap()
    }
}
