//! Dividing money among municipalities without losing or inventing a céntimo.
use base::Money;

/// A part of `whole` for each weight, in proportion: rounded down, and the céntimos that are left go one each to the largest
/// remainders, of equal ones to the first. The parts sum to the whole. Nothing for a whole of nothing or less.
pub fn divide(whole: Money, weights: &[u32]) -> Vec<Money> {
    let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    let centimos = i128::from(whole.as_centimos().max(0));
    if total == 0 {
        return vec![Money::ZERO; weights.len()];
    }
    // Not past `centimos`, which is an i64.
    let part = |weight: u32| i64::try_from(centimos * i128::from(weight) / total).unwrap_or(i64::MAX);
    let mut parts: Vec<i64> = weights.iter().map(|weight| part(*weight)).collect();
    let remainder = |at: usize| weights.get(at).map_or(0, |weight| centimos * i128::from(*weight) % total);
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(remainder(*at)), *at));
    let given: i128 = parts.iter().map(|part| i128::from(*part)).sum();
    let left = usize::try_from(centimos - given).unwrap_or_default();
    for at in order.into_iter().take(left) {
        if let Some(part) = parts.get_mut(at) {
            *part += 1;
        }
    }
    parts.into_iter().map(Money::centimos).collect()
}
