//! Years of budget that a country might have had, in the layouts of its publisher, so that what is measured at the size
//! of a state can be measured again by anybody. The same pack, seed, rows and year give the same bytes on any machine,
//! whatever other years are asked for: every thing has its own [`dice::Dice`], and no number is a float.
//!
//! **Real**, from the country pack: columns and their order, executing units with their body and place, programmes,
//! products, the functional chain, sources, rubros, types of resource, expenditure codes. **Measured** in the pack's real
//! files and stated beside each figure in its `sample/generated.toml`: how lines are spread over units and goals, amounts,
//! phases, months, reversals, and how files are written. **Made**: which unit spends how much on what; activities,
//! purposes, projects and their names.
//!
//! A unit has as many goals as its lines fill. A goal's place in the unit is taken for some years by one project or one
//! activity, with its programme, purpose and lines, and then by another ([`goal`]). The lines of a goal are the same from
//! year to year but for a few, their money grows ([`spending`]). Every layout tells the same lines of a year: a monthly
//! file has one row for the budget of a line and one for each month in which something moves.
//!
//! **Not kept**: real rows of a unit stand together but its goals alternate, here each goal's rows stand together; a
//! project is of one unit; transfers between units do not match; a unit's programmes do not follow from its sector.
mod cells;
mod codes;
mod dice;
mod file;
mod goal;
mod layout;
mod shape;
mod spending;
mod world;

pub use file::{Written, write};
pub use layout::Template;
pub use shape::Shape;
pub use world::World;
