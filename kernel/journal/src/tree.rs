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
    let mut parts = Vec::new();
    let mut start = 0_i64;
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
        }
    }
}
