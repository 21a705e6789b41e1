//! Who holds how much of one row.
use super::{
    Attribution, Lineage,
    divide::{WHOLE, divide, scaled},
};

/// The net share of one element in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stake {
    /// Number of the element in the lineage.
    pub element: usize,
    /// Number of the claim that gives the own share.
    pub claim: usize,
    /// In millionths of the row; more than zero.
    pub net: u64,
}

/// All net shares of a row, in the order of the elements' names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stakes {
    /// Numbers of all claims on the row, also of those that hold nothing of it; ascending.
    pub claims: Vec<usize>,
    pub stakes: Vec<Stake>,
    /// In millionths of the row; above [`WHOLE`] it is over-claimed.
    pub demand: u64,
    /// Some two claimants stand in no line of descent.
    pub shared: bool,
}

/// One amount of a row, cut. `held`, `over` are in the order of the stakes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Division {
    pub held: Vec<i64>,
    pub unclaimed: i64,
    /// Demanded beyond the amount; not part of the identity.
    pub over: Vec<i64>,
}

impl Stakes {
    /// `elements`: per claim, the number of its element. `matching`: the claims on the row.
    pub fn new(claims: &[Attribution], elements: &[usize], matching: &[usize], lineage: &Lineage) -> Self {
        let mut own = own_shares(claims, elements, matching);
        let shared = own.iter().enumerate().any(|(at, (a, ..))| {
            own.iter().skip(at + 1).any(|(b, ..)| !lineage.is_below(*a, *b) && !lineage.is_below(*b, *a))
        });
        // Whoever has more above stands lower: everything below an element is done before it.
        own.sort_by_key(|(element, ..)| std::cmp::Reverse(lineage.above(*element).len()));
        let mut stakes: Vec<Stake> = Vec::with_capacity(own.len());
        for (element, claim, share) in own {
            let below = stakes.iter().filter(|stake| lineage.is_below(stake.element, element));
            let net = share.saturating_sub(below.map(|stake| stake.net).sum());
            if net > 0 {
                stakes.push(Stake { element, claim, net });
            }
        }
        stakes.sort_by(|a, b| lineage.name(a.element).cmp(lineage.name(b.element)));
        let demand = stakes.iter().map(|stake| stake.net).sum();
        Self { claims: matching.to_vec(), stakes, demand, shared }
    }

    pub const fn over_claimed(&self) -> bool {
        self.demand > WHOLE
    }

    /// Cuts an amount; `held` and `unclaimed` sum to it.
    pub fn divide(&self, centimos: i64) -> Division {
        let mut weights: Vec<u64> = self.stakes.iter().map(|stake| stake.net).collect();
        let beyond = if self.over_claimed() { scaled(centimos, self.demand - WHOLE) } else { 0 };
        let over = divide(beyond, &weights);
        weights.push(WHOLE.saturating_sub(self.demand));
        let mut held = divide(centimos, &weights);
        let unclaimed = if self.stakes.is_empty() { centimos } else { held.last().copied().unwrap_or(0) };
        held.truncate(self.stakes.len());
        Division { held, unclaimed, over }
    }
}

/// Element, claim and share of each claimant: its largest claim; of equal ones the surest, then the first
/// written. Never depends on the order of the claims.
fn own_shares(claims: &[Attribution], elements: &[usize], matching: &[usize]) -> Vec<(usize, usize, u64)> {
    let mut own: Vec<(usize, usize, u64)> = Vec::with_capacity(matching.len());
    for number in matching {
        let (Some(claim), Some(element)) = (claims.get(*number), elements.get(*number)) else { continue };
        let share = u64::from(claim.share.as_millionths());
        let Some(known) = own.iter_mut().find(|(of, ..)| of == element) else {
            own.push((*element, *number, share));
            continue;
        };
        let surer = claims.get(known.1).is_none_or(|best| {
            (claim.basis, &claim.pattern, claim.years) < (best.basis, &best.pattern, best.years)
        });
        if share > known.2 || (share == known.2 && surer) {
            *known = (*element, *number, share);
        }
    }
    own
}
