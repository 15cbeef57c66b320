//! The input log: everything that came into a run from outside, with its moment.

use machine::Moment;
use process::{Answer, Ending};

/// An answer to a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoggedAnswer {
    /// When it was asked for.
    pub moment: Moment,
    /// What came.
    pub answer: Answer,
}

/// The inputs of a run. With image and configuration it determines every moment of it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct InputLog {
    /// The answers, in order.
    pub answers: Vec<LoggedAnswer>,
    /// When and how the run ended; an ending that came from outside (Ctrl-C, a limit) is an input too.
    pub end: Option<(Moment, Ending)>,
}
