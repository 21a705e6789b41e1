//! Every route, every role: what the policies say, kept as a table that people read, and what the service does.
use std::{collections::BTreeSet, fmt::Write as _};

use authz::{Grant, Policies, Principal, ROLES, Resource, Scope};
use web::gate::{Guard, Of, Route, Verb};

use super::people::Town;
use crate::{desk::Desk, sample::root};

const KEPT: &str = "app/quipu/tests/whole/access/matrix.txt";
const TOLD: &str = "# Who may ask for what: written by the test `the_matrix_is_the_one_that_was_read`, from the routes and the policies.\n\
                    # own: of their own body or account alone; all: of every one; - nobody but those named.\n";

const PROGRAMS: &str = "app/quipu/tests/whole/access/programs.txt";
const PROGRAMS_TOLD: &str = "# What a token must let a program do, of what is not everybody's: written by the test\n\
                             # `tokens_open_what_was_read_and_nothing_else`. The post must be permitted it too (matrix.txt).\n";

fn routes() -> Vec<Route> {
    let mut routes: Vec<Route> =
        quipu::contexts::registrations().iter().flat_map(|context| context.routes.listed()).collect();
    // The API has routes of its own making: all of them read what is public.
    let leaked = |path: String| -> &'static str { Box::leak(path.into_boxed_str()) };
    routes.extend(quipu::contexts::operations().unwrap().iter().map(|operation| Route {
        verb: Verb::Get,
        path: leaked(format!("{}{}", api::BASE, operation.path)),
        guard: web::gate::PUBLIC,
    }));
    routes.sort_by_key(|route| (route.path, route.verb));
    routes
}

fn policies() -> Policies {
    Policies::of(&quipu::contexts::POLICIES).unwrap()
}

/// A post for the role, in the body or in the whole.
fn post(role: &'static str) -> Principal {
    // The board of CEPLAN is of CEPLAN alone.
    let is_wide = role != "planning_board"
        && ROLES.iter().position(|one| *one == role) > ROLES.iter().position(|one| *one == "administrator");
    let scope = match role {
        "sector_coordinator" => Scope::Sector("11".to_owned()),
        "regional_unit" => Scope::Territory("24".parse().unwrap()),
        _ if is_wide => Scope::Country,
        _ => Scope::Entity("E:11-011".parse().unwrap()),
    };
    Principal::Post { post: format!("p.{role}"), role, scope, account: "own".to_owned() }
}

/// The thing of a guard: of the one who asks, and of somebody else.
fn things(guard: Guard) -> (Resource, Resource) {
    let within = |code: &str, sector: &str, place: &str| {
        let entity = Scope::Entity(code.parse().unwrap());
        vec![
            Scope::Country,
            entity,
            Scope::Sector(sector.to_owned()),
            Scope::Territory(place.parse().unwrap()),
        ]
    };
    match guard.of {
        Of::State => (Resource::state(), Resource::state()),
        Of::Own => (Resource::account("own"), Resource::account("other")),
        Of::Path { kind, .. } => (
            Resource::of(kind, "own".to_owned(), within("E:11-011", "11", "24")),
            Resource::of(kind, "other".to_owned(), within("E:09-009", "09", "15")),
        ),
    }
}

/// `own`, `all` or nothing.
fn reach(policies: &Policies, principal: &Principal, guard: Guard) -> Option<&'static str> {
    let (own, other) = things(guard);
    let may = |thing: &Resource| policies.decide(principal, guard.action, thing).is_allowed;
    match (may(&own), may(&other)) {
        (true, true) => Some("all"),
        (true, false) => Some("own"),
        (false, false) => None,
        (false, true) => panic!("{guard:?}: another's and not one's own"),
    }
}

#[test]
fn the_matrix_is_the_one_that_was_read() {
    let policies = policies();
    let mut told = TOLD.to_owned();
    for route in routes() {
        let guard = route.guard;
        let mut cells = Vec::new();
        let account = Principal::Account { account: "own".to_owned() };
        let asking = [("visitor", Principal::Visitor), ("account", account)];
        let asking = asking.into_iter().chain(ROLES.map(|role| (role, post(role))));
        for (name, principal) in asking {
            cells.extend(reach(&policies, &principal, guard).map(|reach| format!("{name}:{reach}")));
        }
        let is_open = cells.len() == ROLES.len() + 2 && cells.iter().all(|cell| cell.ends_with(":all"));
        let cells = if is_open { "everybody".to_owned() } else { cells.join(" ") };
        writeln!(told, "{} {}  {}  {cells}", route.verb, route.path, guard.action).unwrap();
    }
    let kept = root().join(KEPT);
    if std::env::var_os("QUIPU_KEEP_MATRIX").is_some() {
        std::fs::write(&kept, &told).unwrap();
    }
    let before = std::fs::read_to_string(&kept).unwrap_or_default();
    assert_eq!(
        told, before,
        "a route or a policy changed: read {KEPT}, and keep it with QUIPU_KEEP_MATRIX=1"
    );
}

/// What programs may do by a token, whatever the post: kept apart, for it is what a leaked one opens.
#[test]
fn tokens_open_what_was_read_and_nothing_else() {
    let policies = policies();
    let mut told = PROGRAMS_TOLD.to_owned();
    for route in routes().into_iter().filter(is_guarded) {
        let (own, _) = things(route.guard);
        let anybody = ROLES.map(post).into_iter().chain([Principal::Account { account: "own".to_owned() }]);
        let mut opens = BTreeSet::new();
        for person in anybody {
            let may = |principal: &Principal| policies.decide(principal, route.guard.action, &own).is_allowed;
            let by = |grants: &[Grant]| Principal::Program {
                of: Box::new(person.clone()),
                grants: grants.to_vec(),
            };
            assert!(!may(&by(&[])), "a token that lets nothing opens {}", route.path);
            for grant in Grant::ALL.into_iter().filter(|grant| may(&by(&[*grant]))) {
                assert!(may(&person), "{} by a token, and not by the post: {person:?}", route.path);
                opens.insert(grant.as_str());
            }
        }
        // The page of a form may ask for what the form does; a form never for less.
        assert!(route.verb == Verb::Get || !opens.contains("read"), "{} by a token that reads", route.path);
        let opens: Vec<&str> = opens.into_iter().collect();
        let opens = if opens.is_empty() { "the person alone".to_owned() } else { opens.join(" or ") };
        writeln!(told, "{} {}  {opens}", route.verb, route.path).unwrap();
    }
    for opens in ["read", "write"] {
        assert!(
            told.lines().any(|line| line.ends_with(&format!("  {opens}"))),
            "no token opens anything: {opens}"
        );
    }
    let kept = root().join(PROGRAMS);
    if std::env::var_os("QUIPU_KEEP_MATRIX").is_some() {
        std::fs::write(&kept, &told).unwrap();
    }
    let before = std::fs::read_to_string(&kept).unwrap_or_default();
    assert_eq!(
        told, before,
        "what tokens open changed: read {PROGRAMS}, and keep it with QUIPU_KEEP_MATRIX=1"
    );
}

#[test]
fn every_action_of_the_policies_guards_something() {
    let mut used: BTreeSet<&str> = routes().iter().map(|route| route.guard.action).collect();
    // Asked by handlers, beside the guard of their route.
    used.insert("name_beyond");
    let declared = policies().actions();
    assert_eq!(declared.iter().map(String::as_str).collect::<BTreeSet<_>>(), used);
}

#[test]
fn roles_are_the_schemas_and_the_packs() {
    let pack = pack::Pack::open(&crate::sample::peru()).unwrap();
    let words = directory::actions::role_words(&pack).unwrap();
    assert_eq!(words.keys().copied().collect::<BTreeSet<_>>(), ROLES.into_iter().collect());
    let standing = directory::actions::standing(&pack).unwrap();
    let with_posts: BTreeSet<&str> = standing.iter().map(|line| line.role).collect();
    assert_eq!(with_posts, ROLES.into_iter().collect(), "every role has a post");
    // A schema that knew a role less would refuse these.
    for role in ROLES {
        assert!(policies().decide(&post(role), authz::READ_PUBLIC, &Resource::state()).is_allowed, "{role}");
    }
}

/// What is everybody's has no door to be tried.
fn is_guarded(route: &Route) -> bool {
    route.guard != web::gate::PUBLIC && route.guard.action != "come_in"
}

/// Posts of the sample, one for each role: those of a body in the ministry of health.
const POSTS: [(&str, &str); 18] = [
    ("planner", "e-11-011.planner"),
    ("budget_officer", "e-11-011.budget-officer"),
    ("indicator_owner", "e-11-011.indicator-owner"),
    ("planning_commission", "e-11-011.planning-commission"),
    ("approver", "e-11-011.approver"),
    ("administrator", "e-11-011.administrator"),
    ("sector_coordinator", "e-11-011.sector-coordinator"),
    ("regional_unit", "r-99-461.regional-unit"),
    ("governing_body", "e-01-016.governing-body"),
    ("budget_directorate", "e-09-009.budget-directorate"),
    ("delivery_unit", "e-01-001.delivery-unit"),
    ("comptroller", "e-19-019.comptroller"),
    ("congress", "e-28-028.congress"),
    ("ombudsman", "e-20-020.ombudsman"),
    ("system_administrator", "e-01-001.system-administrator"),
    ("planning_board", "e-01-016.planning-board"),
    ("council_of_ministers", "e-01-001.council-of-ministers"),
    ("statistician", "e-01-002.statistician"),
];

#[tokio::test]
async fn the_service_does_what_the_matrix_says() {
    let town = Town::over(Desk::bare()).await;
    let policies = policies();
    let guarded: Vec<Route> = routes().into_iter().filter(is_guarded).collect();
    assert!(guarded.len() > 8);
    let mut asked = 0;
    for (role, code) in [("visitor", ""), ("account", "")].into_iter().chain(POSTS) {
        let mut browser = match role {
            "visitor" => town.browser(),
            "account" => town.somebody("nobody yet", None).await,
            role => town.somebody(role, Some(code)).await,
        };
        let principal = match role {
            "visitor" => Principal::Visitor,
            "account" => Principal::Account { account: "own".to_owned() },
            role => post(ROLES.into_iter().find(|one| *one == role).unwrap()),
        };
        for route in &guarded {
            let reach = reach(&policies, &principal, route.guard);
            // A unit of a territory accompanies what lies there, and its own body does.
            let own = match role {
                "regional_unit" => (true, "R:99-461", "r-99-461.planner"),
                _ => (true, "E:11-011", "e-11-011.planner"),
            };
            for (is_own, entity, named) in [own, (false, "E:09-009", "e-09-009.planner")] {
                if matches!(route.guard.of, Of::Path { kind, .. } if !["Body", "Duty"].contains(&kind)) {
                    // Of a thing that somebody makes first: the tests of its room try every part in it.
                    continue;
                }
                let path = route.path.replace("{code}", entity).replace("{post}", named);
                if !is_own && path == route.path {
                    continue;
                }
                let expect = match reach {
                    Some("all") => true,
                    Some(_) => is_own,
                    None => false,
                };
                let answer = match route.verb {
                    Verb::Get => browser.get(&path).await,
                    // A form with nothing in it: let in or not, it changes nothing.
                    Verb::Post => browser.post(&path, &[]).await,
                };
                let to_entrance = answer.status == 303 && answer.location.starts_with("/ingresar");
                let is_in = !to_entrance && answer.status != 403;
                assert_eq!(
                    is_in, expect,
                    "{role} {} {path}: {} {}",
                    route.verb, answer.status, answer.location
                );
                assert_eq!(to_entrance, !expect && role == "visitor", "{role} {} {path}", route.verb);
                asked += 1;
            }
        }
    }
    assert!(asked > 200, "{asked}");
}
