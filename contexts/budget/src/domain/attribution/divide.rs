//! Cutting céntimos by shares, none lost.

/// A whole in the unit of shares: millionths.
pub const WHOLE: u64 = 1_000_000;

/// Cuts `centimos` in proportion to `weights` by largest remainder: the parts sum to `centimos`, each is
/// within one céntimo of its exact value, and none has the opposite sign. Equal remainders go to the
/// earlier weight, so the caller's order decides ties. Without any weight there are only zeros.
pub fn divide(centimos: i64, weights: &[u64]) -> Vec<i64> {
    let sum: u128 = weights.iter().map(|w| u128::from(*w)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let magnitude = u128::from(centimos.unsigned_abs());
    let exact = weights.iter().map(|w| magnitude * u128::from(*w));
    let mut parts: Vec<(u128, u128)> = exact.map(|e| (e / sum, e % sum)).collect();
    let left = magnitude - parts.iter().map(|(whole, _)| whole).sum::<u128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    // Stable: ties stay in the order of the weights.
    order.sort_by_key(|at| std::cmp::Reverse(parts.get(*at).map(|(_, remainder)| *remainder)));
    for at in order.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        if let Some((whole, _)) = parts.get_mut(at) {
            *whole += 1;
        }
    }
    parts.into_iter().map(|(whole, _)| signed(whole, centimos < 0)).collect()
}

/// `centimos` times `weight` over [`WHOLE`], to the nearest céntimo, halves away from zero.
pub(super) fn scaled(centimos: i64, weight: u64) -> i64 {
    let product = u128::from(centimos.unsigned_abs()) * u128::from(weight);
    signed((product + u128::from(WHOLE / 2)) / u128::from(WHOLE), centimos < 0)
}

fn signed(magnitude: u128, negative: bool) -> i64 {
    let magnitude = i64::try_from(magnitude).unwrap_or(i64::MAX);
    if negative { -magnitude } else { magnitude }
}
