//! Codes of reviews and decisions.
base::numbered_codes! {
    /// `j128`: the entry that convened the review.
    ReviewCode = 'j';
    /// `d128`: the entry that drafted the decision.
    DecisionCode = 'd';
}
