//! `planning/procedures.csv` of the country pack: which procedure the plans of a type follow.
use base::{Validity, codes::EntityCode};
use jiff::civil::Date;
use pack::Pack;
use sheets::{Column, Record};
use workflow::Procedures;

const PATH: &str = "planning/procedures.csv";

const COLUMNS: [Column; 7] = [
    Column::required("plan_type", &[]),
    Column::required("procedure", &[]),
    Column::required("entity", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("note", &[]),
    Column::required("source", &[]),
];

/// Plans of a type follow a procedure, in a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follows {
    /// Code of a plan type of the pack.
    pub plan_type: String,
    /// Code of a procedure.
    pub procedure: String,
    /// The one body that may begin it; none where every body that prepares plans of the type may.
    pub entity: Option<EntityCode>,
    pub valid: Validity,
    pub source: String,
}

/// Why the table is refused.
#[derive(Debug, thiserror::Error)]
pub enum FollowsError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Table(#[from] sheets::TableError),
    #[error(
        "{PATH}: plans of {plan_type} follow two procedures on one day ({one} and {other}); which of them is the law?"
    )]
    Overlap { plan_type: String, one: String, other: String },
    #[error("{PATH}: {procedure} is not declared for a case begun on {on}")]
    NotDeclared { procedure: String, on: Date },
    #[error("{PATH}: {plan_type} is no plan type of planning/plan_types.csv")]
    NoType { plan_type: String },
}

/// Which procedure plans of which type follow: every row there is; none where the pack says nothing.
pub fn following(pack: &Pack) -> Result<Vec<Follows>, FollowsError> {
    let Ok(text) = pack.text(PATH) else { return Ok(Vec::new()) };
    Ok(sheets::rows_of(PATH, text, &COLUMNS, row)?)
}

fn row(record: &Record) -> Result<Follows, base::RowError> {
    let (from, to) = (record.parse("valid_from")?, record.parse_opt("valid_to")?);
    Ok(Follows {
        plan_type: record.required("plan_type")?.to_owned(),
        procedure: record.required("procedure")?.to_owned(),
        entity: record.parse_opt("entity")?,
        valid: Validity::new(from, to).map_err(|error| record.error("valid_to", error.to_string()))?,
        source: record.required("source")?.to_owned(),
    })
}

/// The row that holds for a plan type on a day.
pub fn follows<'a>(all: &'a [Follows], plan_type: &str, on: Date) -> Option<&'a Follows> {
    all.iter().find(|row| row.plan_type == plan_type && row.valid.holds_on(on))
}

/// What `quipu check-pack` refuses: plans of one type on two ways at once, a procedure that nobody declares on the day from
/// which it is to be followed, a type that no table names.
///
/// # Errors
/// The first of them; rows that cannot be read, all at once.
pub fn checked(
    pack: &Pack,
    procedures: &Procedures,
    plan_types: &[&str],
) -> Result<Vec<Follows>, FollowsError> {
    let all = following(pack)?;
    for (at, one) in all.iter().enumerate() {
        if !plan_types.contains(&one.plan_type.as_str()) {
            return Err(FollowsError::NoType { plan_type: one.plan_type.clone() });
        }
        let on = one.valid.from();
        if procedures.in_force(&one.procedure, on, Date::MAX).is_none() {
            return Err(FollowsError::NotDeclared { procedure: one.procedure.clone(), on });
        }
        let other = all.iter().skip(at + 1);
        let mut other =
            other.filter(|other| other.plan_type == one.plan_type && other.valid.overlaps(one.valid));
        if let Some(other) = other.next() {
            let (plan_type, one, other) =
                (one.plan_type.clone(), one.procedure.clone(), other.procedure.clone());
            return Err(FollowsError::Overlap { plan_type, one, other });
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use std::fs;

    use super::*;

    const HEAD: &str = "plan_type,procedure,entity,valid_from,valid_to,note,source\n";

    /// Peru's pack with other rows.
    fn refused(rows: &str) -> String {
        let peru = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../countries/peru");
        let folder = tempfile::tempdir().unwrap();
        for part in ["country.toml", "law/rules.csv", "law/holidays.csv", "law/non_working_days.csv"] {
            let to = folder.path().join(part);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(peru.join(part), to).unwrap();
        }
        for part in ["procedures", "planning"] {
            fs::create_dir_all(folder.path().join(part)).unwrap();
        }
        for file in fs::read_dir(peru.join("procedures")).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), folder.path().join("procedures").join(file.file_name())).unwrap();
        }
        fs::write(folder.path().join(PATH), format!("{HEAD}{rows}")).unwrap();
        let pack = Pack::open(folder.path()).unwrap();
        let all = checked(&pack, &pack.procedures().unwrap(), &["PEDN", "PEI"]);
        all.map_or_else(|error| error.to_string(), |all| format!("{} rows", all.len()))
    }

    #[test]
    fn what_the_table_is_refused_for() {
        let check = |rows: &str, expect: &str| {
            let found = refused(rows);
            assert!(found.contains(expect), "{rows}: {found}");
        };
        let change = "PEDN,pedn_approval,E:01-016,2014-04-04,2027-01-01,,DL 1088\n\
                      PEDN,pedn_approval_congress,E:01-016,2027-01-01,,,Ley 1\n";
        check(change, "2 rows");
        check("PEI,plan_approval,,2014-04-04,,,x\nPEI,pedn_approval,,2020-01-01,,,x\n", "on one day");
        check(
            "PEI,plan_approval,,2014-04-03,,,x\n",
            "plan_approval is not declared for a case begun on 2014-04-03",
        );
        check("PEI,by_acclamation,,2014-04-04,,,x\n", "by_acclamation is not declared");
        check("PEX,plan_approval,,2014-04-04,,,x\n", "PEX is no plan type");
        check("PEI,plan_approval,Lima norte,2014-04-04,,,x\n", "entity");
        check("PEI,plan_approval,,2014-04-04,2014-04-04,,x\n", "valid_to");
        check("PEI,plan_approval,,2014-04-04,,,\n", "source");
    }

    #[test]
    fn of_a_day_one_row_holds() {
        let peru = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../countries/peru");
        let all = following(&Pack::open(&peru).unwrap()).unwrap();
        let check = |plan_type: &str, on: &str, expect: Option<&str>| {
            let found = follows(&all, plan_type, on.parse().unwrap());
            assert_eq!(found.map(|row| row.procedure.as_str()), expect, "{plan_type} {on}");
        };
        check("PEDN", "2026-03-02", Some("pedn_approval"));
        check("PN", "2026-03-02", Some("national_policy_approval"));
        check("PEI", "2026-03-02", Some("plan_approval"));
        check("PEI", "2014-04-03", None);
        // The Review says nothing of how plans outside the chain are approved.
        check("PLAN-NACIONAL", "2026-03-02", None);
    }
}
