//! What an import changes.
use std::collections::BTreeMap;

/// New against known facts by key. A key that the import does not mention is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<K, V> {
    pub added: Vec<(K, V)>,
    pub changed: Vec<(K, V)>,
    pub unchanged: usize,
}

impl<K, V> Difference<K, V> {
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }

    pub fn written(&self) -> impl Iterator<Item = &(K, V)> {
        self.added.iter().chain(&self.changed)
    }
}

/// Compares by key and content.
pub fn difference<K: Ord, V: PartialEq>(known: &BTreeMap<K, V>, new: BTreeMap<K, V>) -> Difference<K, V> {
    let mut found = Difference { added: Vec::new(), changed: Vec::new(), unchanged: 0 };
    for (key, value) in new {
        match known.get(&key) {
            None => found.added.push((key, value)),
            Some(old) if *old == value => found.unchanged += 1,
            Some(_) => found.changed.push((key, value)),
        }
    }
    found
}
