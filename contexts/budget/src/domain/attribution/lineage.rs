//! Who stands above whom among the elements that money is about.
use std::collections::{BTreeSet, HashMap};

/// Collects elements and their parents. Elements may come in any order.
#[derive(Clone, Debug, Default)]
pub struct LineageBuilder {
    numbers: HashMap<String, usize>,
    names: Vec<String>,
    parents: Vec<Vec<usize>>,
    objectives: Vec<bool>,
}

/// Elements by number, each with everything above it.
///
/// Plans hang from several plans, so this is no tree; input may even hold circles. Elements of one circle
/// stand in no order to each other.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    names: Vec<String>,
    numbers: HashMap<String, usize>,
    above: Vec<BTreeSet<usize>>,
    homes: Vec<usize>,
}

impl LineageBuilder {
    /// The number of an element, named as the caller names elements throughout.
    pub fn element(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len();
        self.numbers.insert(name.to_owned(), number);
        self.names.push(name.to_owned());
        self.parents.push(Vec::new());
        self.objectives.push(false);
        number
    }

    /// `child` hangs from `parent`; the parent named first is the one of its own plan.
    pub fn hang(&mut self, child: usize, parent: usize) {
        if let Some(parents) = self.parents.get_mut(child)
            && parent < self.names.len()
            && child != parent
            && !parents.contains(&parent)
        {
            parents.push(parent);
        }
    }

    /// Money below this element shows under it where money is listed by objective.
    pub fn mark_objective(&mut self, element: usize) {
        if let Some(mark) = self.objectives.get_mut(element) {
            *mark = true;
        }
    }

    pub fn build(self) -> Lineage {
        let reached: Vec<BTreeSet<usize>> = (0..self.names.len()).map(|e| self.reach(e)).collect();
        let in_circle = |a: usize, b: usize| reached.get(b).is_some_and(|above| above.contains(&a));
        let above = reached
            .iter()
            .enumerate()
            .map(|(e, all)| all.iter().copied().filter(|up| *up != e && !in_circle(e, *up)).collect())
            .collect();
        let homes = (0..self.names.len()).map(|e| self.home(e)).collect();
        Lineage { names: self.names, numbers: self.numbers, above, homes }
    }

    fn reach(&self, from: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            open.extend(self.parents.get(at).into_iter().flatten().copied().filter(|up| reached.insert(*up)));
        }
        reached
    }

    /// The nearest objective up the first parents, itself included; itself where there is none.
    fn home(&self, from: usize) -> usize {
        let mut seen = BTreeSet::new();
        let mut at = Some(from);
        while let Some(element) = at.filter(|element| seen.insert(*element)) {
            if self.objectives.get(element).copied().unwrap_or(false) {
                return element;
            }
            at = self.parents.get(element).and_then(|parents| parents.first().copied());
        }
        from
    }
}

impl Lineage {
    pub fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(name).copied()
    }

    pub fn name(&self, element: usize) -> &str {
        self.names.get(element).map_or("", String::as_str)
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Everything above, each once.
    pub fn above(&self, element: usize) -> impl ExactSizeIterator<Item = usize> + '_ {
        static NONE: BTreeSet<usize> = BTreeSet::new();
        self.above.get(element).unwrap_or(&NONE).iter().copied()
    }

    pub fn is_below(&self, element: usize, other: usize) -> bool {
        self.above.get(element).is_some_and(|above| above.contains(&other))
    }

    /// The one objective under which an element's net money is listed.
    pub fn home(&self, element: usize) -> usize {
        self.homes.get(element).copied().unwrap_or(element)
    }
}
