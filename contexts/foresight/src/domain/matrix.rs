//! Square matrices of whole numbers that say when they grow too large.

/// Rows of equal length, as many as columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix(Vec<Vec<u128>>);

impl Matrix {
    /// None where the rows do not make a square.
    pub fn of(rows: Vec<Vec<u128>>) -> Option<Self> {
        let size = rows.len();
        rows.iter().all(|row| row.len() == size).then_some(Self(rows))
    }

    pub fn size(&self) -> usize {
        self.0.len()
    }

    pub fn is_zero(&self) -> bool {
        self.0.iter().flatten().all(|value| *value == 0)
    }

    /// The product; none where the sizes differ or a value is beyond what is counted exactly.
    pub fn times(&self, other: &Self) -> Option<Self> {
        if self.size() != other.size() {
            return None;
        }
        let columns: Vec<Vec<u128>> = other.transposed().0;
        let dot = |row: &[u128], column: &[u128]| {
            row.iter().zip(column).try_fold(0_u128, |sum, (a, b)| sum.checked_add(a.checked_mul(*b)?))
        };
        let line =
            |row: &Vec<u128>| columns.iter().map(|column| dot(row, column)).collect::<Option<Vec<_>>>();
        self.0.iter().map(line).collect::<Option<Vec<_>>>().map(Self)
    }

    /// Sum of each row; none beyond what is counted exactly.
    pub fn rows_summed(&self) -> Option<Vec<u128>> {
        let sum = |row: &Vec<u128>| row.iter().try_fold(0_u128, |sum, value| sum.checked_add(*value));
        self.0.iter().map(sum).collect()
    }

    /// Sum of each column; none beyond what is counted exactly.
    pub fn columns_summed(&self) -> Option<Vec<u128>> {
        self.transposed().rows_summed()
    }

    #[must_use]
    pub fn transposed(&self) -> Self {
        let column = |at: usize| self.0.iter().filter_map(|row| row.get(at).copied()).collect();
        Self((0..self.size()).map(column).collect())
    }
}
