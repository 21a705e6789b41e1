//! Merkle tree hashing of RFC 6962, section 2.1.
use base::Digest;
use sha2::{Digest as _, Sha256};

/// `SHA-256(0x00 ‖ leaf)`.
pub fn leaf_hash(leaf: &[u8]) -> Digest {
    Digest::new(Sha256::new().chain_update([0]).chain_update(leaf).finalize().into())
}

/// `SHA-256(0x01 ‖ left ‖ right)`.
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
    let hasher = Sha256::new().chain_update([1]).chain_update(left.as_bytes());
    Digest::new(hasher.chain_update(right.as_bytes()).finalize().into())
}

/// Root of no leaves: the hash of the empty string.
pub fn empty_root() -> Digest {
    Digest::of(b"")
}

/// The complete subtrees that make up a tree of `size` leaves, left to right, as (level, position).
pub fn subtrees(size: i64) -> Vec<(i64, i64)> {
    subtrees_from(0, size)
}

/// Those of the `size` leaves from `first` on, which is where a subtree that wide may begin.
pub fn subtrees_from(first: i64, size: i64) -> Vec<(i64, i64)> {
    let mut parts = Vec::new();
    let mut start = first;
    for level in (0..63).rev() {
        let width = 1_i64 << level;
        if size & width != 0 {
            parts.push((level, start >> level));
            start += width;
        }
    }
    parts
}

/// Root from the hashes of [`subtrees`], folded from the right.
pub fn fold(parts: &[Digest]) -> Digest {
    let mut parts = parts.iter().rev();
    let Some(last) = parts.next() else { return empty_root() };
    parts.fold(*last, |right, left| node_hash(left, &right))
}

/// Root of the tree over these leaf hashes.
pub fn root(leaves: &[Digest]) -> Digest {
    let Some(parts) = i64::try_from(leaves.len()).ok().map(subtrees) else { return empty_root() };
    let mut rest = leaves;
    let mut hashes = Vec::with_capacity(parts.len());
    for (level, _) in parts {
        let (subtree, after) = rest.split_at((1_usize << level).min(rest.len()));
        hashes.push(complete(subtree));
        rest = after;
    }
    fold(&hashes)
}

/// Root of a complete subtree, level by level.
fn complete(leaves: &[Digest]) -> Digest {
    let mut row = leaves.to_vec();
    while row.len() > 1 {
        let pairs = row.chunks(2);
        row = pairs.filter_map(|pair| Some(node_hash(pair.first()?, pair.get(1)?))).collect();
    }
    row.first().copied().unwrap_or_else(empty_root)
}

/// What stands beside the way from leaf `index` to the root of `size` leaves, from the leaf up: each the root of
/// the leaves from its first number on, as many as its second.
pub fn siblings(index: i64, size: i64) -> Vec<(i64, i64)> {
    let (mut start, mut size) = (0, size);
    let mut beside = Vec::new();
    while size > 1 {
        let left = left_size(size);
        if index < start + left {
            beside.push((start + left, size - left));
            size = left;
        } else {
            beside.push((start, left));
            (start, size) = (start + left, size - left);
        }
    }
    beside.reverse();
    beside
}

/// The largest power of two below `size`, which is more than 1.
const fn left_size(size: i64) -> i64 {
    1 << (i64::BITS - 1 - (size - 1).leading_zeros())
}

/// The root that a leaf hash and the hashes of its [`siblings`] lead to; `None` where their number is wrong.
pub fn root_by_proof(leaf: Digest, index: i64, size: i64, hashes: &[Digest]) -> Option<Digest> {
    let beside = siblings(index, size);
    if !(0..size).contains(&index) || beside.len() != hashes.len() {
        return None;
    }
    let step = |below: Digest, (at, hash): (&(i64, i64), &Digest)| {
        if at.0 > index { node_hash(&below, hash) } else { node_hash(hash, &below) }
    };
    Some(beside.iter().zip(hashes).fold(leaf, step))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    /// The definition of RFC 6962, word for word: split at the largest power of two below the size.
    fn by_definition(leaves: &[Digest]) -> Digest {
        match leaves {
            [] => empty_root(),
            [leaf] => *leaf,
            _ => {
                let split = leaves.len().next_power_of_two() / 2;
                let (left, right) = leaves.split_at(split);
                node_hash(&by_definition(left), &by_definition(right))
            }
        }
    }

    fn by_subtrees(leaves: &[Digest]) -> Digest {
        let parts: Vec<Digest> = subtrees(leaves.len().try_into().unwrap())
            .into_iter()
            .map(|(level, position)| {
                let width = 1_usize << level;
                let start = usize::try_from(position).unwrap() * width;
                by_definition(&leaves[start..start + width])
            })
            .collect();
        fold(&parts)
    }

    #[test]
    fn agrees_with_published_roots() {
        // Roots of the test leaves of the certificate-transparency reference implementation.
        let leaves: Vec<Digest> =
            [&b""[..], &[0][..], &[0x10][..]].iter().map(|leaf| leaf_hash(leaf)).collect();
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        ];
        for (size, root) in roots.iter().enumerate() {
            assert_eq!(by_subtrees(&leaves[..size]).to_string(), *root, "size {size}");
        }
    }

    proptest! {
        #[test]
        fn subtrees_give_the_root_of_the_definition(size in 0_usize..200) {
            let leaves: Vec<Digest> = (0..size).map(|n| leaf_hash(&n.to_be_bytes())).collect();
            prop_assert_eq!(by_subtrees(&leaves), by_definition(&leaves));
            prop_assert_eq!(root(&leaves), by_definition(&leaves));
        }

        #[test]
        fn every_leaf_leads_to_the_root(size in 1_usize..200, at in 0_usize..200) {
            let index = at % size;
            let leaves: Vec<Digest> = (0..size).map(|n| leaf_hash(&n.to_be_bytes())).collect();
            let (wide, place) = (i64::try_from(size).unwrap(), i64::try_from(index).unwrap());
            let hash = |(start, size): (i64, i64)| {
                let (start, size) = (usize::try_from(start).unwrap(), usize::try_from(size).unwrap());
                by_definition(&leaves[start..start + size])
            };
            let mut hashes: Vec<Digest> = siblings(place, wide).into_iter().map(hash).collect();
            let root = by_definition(&leaves);
            prop_assert_eq!(root_by_proof(leaves[index], place, wide, &hashes), Some(root));
            prop_assert_eq!(root_by_proof(leaves[index], wide, wide, &hashes), None);
            hashes.push(root);
            prop_assert_eq!(root_by_proof(leaves[index], place, wide, &hashes), None);
        }
    }
}
