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

/// A Ctrl-C that the program was sent as `SIGINT`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LoggedInterrupt {
    /// When.
    pub moment: Moment,
    /// After how many answers.
    pub answer_count: usize,
    /// Whether the program waited for an answer.
    pub is_in_request: bool,
}

/// The inputs of a run. With image and configuration it determines every moment of it.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct InputLog {
    /// The answers, in order.
    pub answers: Vec<LoggedAnswer>,
    /// Ctrl-C, as often as it was the program's and did not end the run.
    pub interrupts: Vec<LoggedInterrupt>,
    /// When and how the run ended; an ending that came from outside (Ctrl-C, a limit) is an input too.
    pub end: Option<(Moment, Ending)>,
}
