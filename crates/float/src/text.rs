//! Numbers as text: the nearest number of a format to digits, and the shortest digits that lead
//! back to a number. Both are exact, however many digits there are.

mod natural;
mod read;
mod write;

pub use read::nearest;
pub use write::shortest;
