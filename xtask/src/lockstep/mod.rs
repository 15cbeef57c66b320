//! Lockstep: programs that GCC builds run here and under `qemu-riscv64`. All registers are compared before each of the
//! first instructions, and at every system call; at the end output, exit status and all memory.

mod calls;
mod compare;
mod corpus;
mod exchange;
mod gdb;
mod log;
mod pair;
mod qemu;
mod registers;
#[cfg(test)]
mod tests;
mod watch;

use std::path::{Path, PathBuf};
use std::time::Duration;

use corpus::Case;
use machine::Moment;
use pair::{Followed, Pair, Reached};

use crate::outcome::{self, TOO_LONG, Trial};
use crate::{cross, jobs, release};

/// What is followed, and how far.
#[derive(Debug)]
pub(crate) struct Wish {
    /// C files, or folders of them; this repository's programs if there are none.
    pub(crate) paths: Vec<PathBuf>,
    /// How many of csmith's programs, and the first one's seed.
    pub(crate) random_count: u64,
    pub(crate) random_first: u64,
    /// How many instructions of each program are compared one by one.
    pub(crate) instruction_count: Moment,
    /// 1, or how many instructions may pass, unwatched, from one comparison to the next.
    pub(crate) piece_max: Moment,
    pub(crate) job_count: usize,
}

/// What came of a program at one level.
enum Verdict {
    Same(Figures),
    Differs(String),
    /// GCC refuses it.
    NotBuilt(String),
}

/// How far programs were followed while nothing differed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Figures {
    /// Instructions before which all registers were compared.
    compared: Moment,
    /// Instructions that were executed in step.
    executed: Moment,
    taken_over: u64,
    /// How many came to no end under qemu in time.
    endless: u64,
    /// How many ended, and how much memory was compared then. **Units**: bytes.
    ended: u64,
    memory_size: u64,
}

/// Follows all programs and says in what they differ.
pub(crate) fn run(wish: &Wish) -> Result<(), String> {
    if !release::IS_RELEASE {
        return release::again();
    }
    let mut cases = match wish.paths.is_empty() {
        true => corpus::own(),
        false => corpus::below(&wish.paths)?,
    };
    if wish.random_count > 0 {
        cases.extend(corpus::random(wish.random_first, wish.random_count)?);
    }
    let verdicts = jobs::map(&cases, wish.job_count, |case| {
        let verdict = case.judge(wish.instruction_count, wish.piece_max);
        match &verdict {
            Verdict::Same(_) => {}
            Verdict::Differs(why) => println!("{}: {why}", case.name),
            Verdict::NotBuilt(why) => println!("not built: {}: {why}", case.name),
        }
        verdict
    });
    report(&verdicts)
}

fn report(verdicts: &[Verdict]) -> Result<(), String> {
    let (mut same, mut differing) = (0, 0);
    let mut figures = Figures::default();
    for verdict in verdicts {
        match verdict {
            Verdict::Same(more) => {
                same += 1;
                figures.add(more);
            }
            Verdict::Differs(_) => differing += 1,
            Verdict::NotBuilt(_) => {}
        }
    }
    let (count, not_built) = (verdicts.len(), verdicts.len() - same - differing);
    println!("{count} executables: {same} same, {differing} differ, {not_built} not built by gcc");
    println!("{figures}");
    match (same, differing) {
        (0, 0) => Err("no program was followed".into()),
        (_, 0) => Ok(()),
        _ => Err(format!("{differing} executables differ")),
    }
}

impl Case {
    fn judge(&self, instruction_count: Moment, piece_max: Moment) -> Verdict {
        match cross::build(&self.source, &self.options) {
            Err(why) => Verdict::NotBuilt(why),
            Ok(executable) => {
                let pair = Pair::each_piece(&executable, piece_max);
                let first = pair.and_then(|pair| pair.follow(instruction_count));
                match first.and_then(|first| follow_to_end(&executable, &first, self.time_max)) {
                    Ok(figures) => Verdict::Same(figures),
                    Err(why) => Verdict::Differs(why),
                }
            }
        }
    }
}

/// Follows an executable whose first instructions are known anew, at full speed from system call to system call, to its
/// end, if it comes to one under qemu in time.
fn follow_to_end(
    executable: &Path,
    first: &Followed,
    time_max: Duration,
) -> Result<Figures, String> {
    let mut figures = Figures { compared: first.moment, ..Figures::default() };
    figures.reach(first);
    let is_ended = first.reached != Reached::Moment;
    if is_ended || outcome::theirs(&Trial::new(executable, time_max))?.status != TOO_LONG {
        let whole = Pair::each_call(executable)?.follow(Moment::MAX);
        figures.reach(&whole.map_err(|why| format!("at full speed, {why}"))?);
    } else {
        figures.endless = 1;
    }
    Ok(figures)
}

impl Figures {
    /// Notes how far a program was followed.
    fn reach(&mut self, followed: &Followed) {
        self.executed = followed.moment;
        self.taken_over = followed.taken_over;
        if let Reached::End { memory_size } = followed.reached {
            self.ended = 1;
            self.memory_size = memory_size;
        }
    }

    fn add(&mut self, more: &Figures) {
        self.compared += more.compared;
        self.executed += more.executed;
        self.taken_over += more.taken_over;
        self.endless += more.endless;
        self.ended += more.ended;
        self.memory_size += more.memory_size;
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Figures { compared, executed, taken_over, endless, ended, memory_size } = self;
        writeln!(
            out,
            "{compared} instructions in step with qemu's log, {executed} from system call to system call"
        )?;
        writeln!(out, "{taken_over} answers of system calls taken over from qemu")?;
        let size = memory_size >> 20;
        write!(
            out,
            "{ended} end with the same output, status and memory ({size} MiB), {endless} come to no end"
        )
    }
}
