//! The policies of all rooms, checked against what they may speak of, and asked.
use std::collections::{HashMap, HashSet};

use cedar_policy::{
    Authorizer, Context, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicyId, PolicySet, Request,
    RequestValidationError, RestrictedExpression, Schema, SchemaFragment, ValidationMode, Validator,
};

use crate::{Principal, Resource, Scope};

/// What a room brings: its policies, and the things and actions they speak of.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub context: &'static str,
    pub policies: &'static str,
    pub schema: &'static str,
}

const BASE: Part = Part {
    context: "base",
    policies: include_str!("../policies/base.cedar"),
    schema: include_str!("../policies/base.cedarschema"),
};

/// Why policies cannot be used: a defect of the program, found when it starts.
#[derive(Clone, Debug, thiserror::Error)]
#[error("policies of {context}: {detail}")]
pub struct Defect {
    pub context: &'static str,
    pub detail: String,
}

/// Every policy in force.
#[derive(Clone, Debug)]
pub struct Policies {
    set: PolicySet,
    schema: Schema,
    /// Each with the groups it is in: policies ask for them.
    actions: HashMap<EntityUid, Entity>,
    authorizer: Authorizer,
}

/// What was decided, and by which policies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub is_allowed: bool,
    /// Ids of the policies that decided; none where nothing permitted it.
    pub by: Vec<String>,
}

impl Policies {
    /// The policies of the kernel and of every room.
    ///
    /// # Errors
    /// Text that is no Cedar, a policy without id or with another's, one that speaks of what no schema declares.
    pub fn of(parts: &[Part]) -> Result<Self, Defect> {
        let parts: Vec<Part> = std::iter::once(BASE).chain(parts.iter().copied()).collect();
        let fragments = parts.iter().map(fragment).collect::<Result<Vec<_>, Defect>>()?;
        let whole = |detail: String| Defect { context: "all", detail };
        let schema = Schema::from_schema_fragments(fragments).map_err(|error| whole(error.to_string()))?;
        let mut set = PolicySet::new();
        for part in &parts {
            add(&mut set, part)?;
        }
        let judged = Validator::new(schema.clone()).validate(&set, ValidationMode::Strict);
        let words: Vec<String> = judged
            .validation_errors()
            .map(ToString::to_string)
            .chain(judged.validation_warnings().map(ToString::to_string))
            .collect();
        if words.is_empty() {
            let actions = schema.action_entities().map_err(|error| whole(error.to_string()))?;
            let actions = actions.iter().map(|action| (action.uid(), action.clone())).collect();
            Ok(Self { set, schema, actions, authorizer: Authorizer::new() })
        } else {
            Err(whole(words.join("; ")))
        }
    }

    /// Whether the principal may do the action to the thing. What no policy permits is refused, and so is what cannot be
    /// judged.
    pub fn decide(&self, principal: &Principal, action: &str, resource: &Resource) -> Decision {
        match self.judged(principal, action, resource) {
            Ok(decision) => decision,
            Err(error) => {
                tracing::error!(error, action, "a permission could not be judged");
                Decision { is_allowed: false, by: Vec::new() }
            }
        }
    }

    fn judged(&self, principal: &Principal, action: &str, resource: &Resource) -> Result<Decision, String> {
        let (who, mut entities) = principal_entities(principal)?;
        let (what, things) = resource_entities(resource)?;
        entities.extend(things);
        let action = uid("Action", action)?;
        entities.extend(self.actions.get(&action).cloned());
        let request = match Request::new(who, action, what, Context::empty(), Some(&self.schema)) {
            Ok(request) => request,
            // Nobody of this kind may do it to anything: no policy is asked.
            Err(RequestValidationError::InvalidPrincipalType(_)) => {
                return Ok(Decision { is_allowed: false, by: Vec::new() });
            }
            Err(error) => return Err(error.to_string()),
        };
        let entities =
            Entities::from_entities(distinct(entities), None).map_err(|error| error.to_string())?;
        let answer = self.authorizer.is_authorized(&request, &self.set, &entities);
        if let Some(error) = answer.diagnostics().errors().next() {
            return Err(error.to_string());
        }
        let mut by: Vec<String> = answer.diagnostics().reason().map(ToString::to_string).collect();
        by.sort_unstable();
        Ok(Decision { is_allowed: answer.decision() == cedar_policy::Decision::Allow, by })
    }

    /// Every action that a schema declares; groups of them are none.
    pub fn actions(&self) -> Vec<String> {
        let groups: HashSet<&EntityUid> = self.schema.action_groups().collect();
        let actions = self.schema.actions().filter(|action| !groups.contains(action));
        let mut actions: Vec<String> = actions.map(|action| action.id().unescaped().to_owned()).collect();
        actions.sort_unstable();
        actions
    }
}

fn fragment(part: &Part) -> Result<SchemaFragment, Defect> {
    let refused = |detail: String| Defect { context: part.context, detail };
    let (fragment, warnings) =
        SchemaFragment::from_cedarschema_str(part.schema).map_err(|error| refused(error.to_string()))?;
    match warnings.map(|warning| warning.to_string()).reduce(|all, one| format!("{all}; {one}")) {
        Some(warnings) => Err(refused(warnings)),
        None => Ok(fragment),
    }
}

/// A policy is named by its annotation, so that a decision says by which rule it was made.
fn add(set: &mut PolicySet, part: &Part) -> Result<(), Defect> {
    let refused = |detail: String| Defect { context: part.context, detail };
    let own: PolicySet = part.policies.parse().map_err(|error| refused(format!("{error}")))?;
    for policy in own.policies() {
        let id = policy.annotation("id").ok_or_else(|| refused(format!("a policy has no @id: {policy}")))?;
        set.add(policy.new_id(PolicyId::new(id))).map_err(|error| refused(error.to_string()))?;
    }
    Ok(())
}

fn uid(kind: &str, id: &str) -> Result<EntityUid, String> {
    let kind: EntityTypeName = kind.parse().map_err(|error| format!("{kind}: {error}"))?;
    Ok(EntityUid::from_type_name_and_id(kind, EntityId::new(id)))
}

fn bare(uid: EntityUid) -> Entity {
    Entity::new_no_attrs(uid, HashSet::new())
}

fn scope_uid(scope: &Scope) -> Result<EntityUid, String> {
    uid("Scope", &scope.to_string())
}

fn principal_entities(principal: &Principal) -> Result<(EntityUid, Vec<Entity>), String> {
    match principal {
        Principal::Visitor => Ok((uid("Visitor", "anyone")?, Vec::new())),
        Principal::Account { account } => {
            let own = uid("Account", account)?;
            Ok((own.clone(), vec![bare(own)]))
        }
        Principal::Post { post, role, scope, account } => {
            let (own, role) = (uid("Post", post)?, uid("Role", role)?);
            let (scope, account) = (scope_uid(scope)?, uid("Account", account)?);
            let attributes = HashMap::from([
                ("scope".to_owned(), RestrictedExpression::new_entity_uid(scope.clone())),
                ("account".to_owned(), RestrictedExpression::new_entity_uid(account.clone())),
            ]);
            let post = Entity::new(own.clone(), attributes, HashSet::from([role.clone()]))
                .map_err(|error| error.to_string())?;
            Ok((own, vec![post, bare(role), bare(scope), bare(account)]))
        }
        Principal::Program { of, grants } => {
            let (own, mut entities) = principal_entities(of)?;
            let words =
                grants.iter().map(|grant| RestrictedExpression::new_string(grant.as_str().to_owned()));
            let token = RestrictedExpression::new_set(words);
            let at = entities.iter().position(|entity| entity.uid() == own);
            let before = at.map(|at| entities.swap_remove(at)).ok_or("nobody makes a token")?;
            entities.push(with_attribute(before, "token", token)?);
            Ok((own, entities))
        }
    }
}

fn with_attribute(entity: Entity, name: &str, value: RestrictedExpression) -> Result<Entity, String> {
    let (uid, mut attributes, within) = entity.into_inner();
    attributes.insert(name.to_owned(), value);
    Entity::new(uid, attributes, within).map_err(|error| error.to_string())
}

fn resource_entities(resource: &Resource) -> Result<(EntityUid, Vec<Entity>), String> {
    let own = uid(resource.kind, &resource.id)?;
    let within = resource.within.iter().map(scope_uid).collect::<Result<HashSet<_>, String>>()?;
    let mut entities: Vec<Entity> = within.iter().cloned().map(bare).collect();
    entities.push(Entity::new(own.clone(), HashMap::new(), within).map_err(|error| error.to_string())?);
    Ok((own, entities))
}

/// One entity of each name: somebody may act on what is their own.
fn distinct(entities: Vec<Entity>) -> Vec<Entity> {
    let mut by_name: HashMap<EntityUid, Entity> = HashMap::new();
    for entity in entities {
        let is_fuller = |before: &Entity| before.attrs().count() == 0 && entity.attrs().count() > 0;
        match by_name.get(&entity.uid()) {
            Some(before) if !is_fuller(before) => {}
            _ => {
                by_name.insert(entity.uid(), entity);
            }
        }
    }
    by_name.into_values().collect()
}
