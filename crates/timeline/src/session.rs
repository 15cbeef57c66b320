//! A session: a program, what it is started with, and the one run of it that is recorded.

use crate::{InputLog, Lenses, LoggedAnswer, LoggedInterrupt, Replay, steps::StepLimit};
use checker::{Checker, Finding, Program};
use image::Image;
use machine::Moment;
use process::{
    Answer, Both, Driver, Ending, Limit, LoadError, Module, Observer, Pause, Process, Released,
    Request,
};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// How far a run may go.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Limits {
    /// How many steps.
    pub step_count_max: Option<u64>,
    /// How many instructions.
    pub instruction_count_max: Option<u64>,
    /// How much output on standard output and standard error together. **Units**: bytes.
    pub output_size_max_bytes: Option<u64>,
}

/// How a session runs its program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Config {
    /// What the process is started with.
    pub process: process::Config,
    /// How it is checked; `None` for not at all.
    pub checker: Option<checker::Config>,
    /// How far it may go.
    pub limits: Limits,
}

impl Default for Config {
    /// Checked, without limits.
    fn default() -> Config {
        Config {
            process: process::Config::default(),
            checker: Some(checker::Config::default()),
            limits: Limits::default(),
        }
    }
}

/// What became of a run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// How it ended.
    pub ending: Ending,
    /// When it ended.
    pub moment: Moment,
    /// How many steps began; `None` when nobody counted (an unchecked run without a limit of steps).
    pub step_count: Option<u64>,
    /// What the checker found, in order.
    pub findings: Vec<Finding>,
    /// **Units**: bytes that the program wrote, beyond the limit included.
    pub output_size: u64,
    /// What was released, lowest addresses first.
    pub released: Vec<Released>,
    /// The numbers of system calls that the program asked for and that are not there.
    pub unsupported_calls: BTreeSet<u64>,
    /// The limits that the program has met.
    pub limits_reached: BTreeSet<Limit>,
    /// A hash of the state at the end, before it was released; with and without the checker it is the same.
    pub state_hash: u64,
}

/// A program and its recorded run.
#[derive(Clone, Debug)]
pub struct Session {
    pub(crate) image: Arc<Image>,
    pub(crate) config: Config,
    pub(crate) log: InputLog,
    outcome: Option<Outcome>,
    /// What is known of the program, once somebody has asked.
    program: Arc<OnceLock<Program>>,
}

/// Between two looks at whether the user wants to stop. **Units**: instructions.
const SLICE_COUNT: u64 = 1 << 20;

impl Session {
    /// A session that has not run yet.
    pub fn new(image: Arc<Image>, config: Config) -> Session {
        Session { image, config, log: InputLog::default(), outcome: None, program: Arc::default() }
    }

    /// The program.
    pub fn image(&self) -> &Arc<Image> {
        &self.image
    }

    /// How it runs.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Its inputs so far.
    pub fn log(&self) -> &InputLog {
        &self.log
    }

    /// What became of its run, if it has run.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    /// Runs the program to its end, asking the driver and recording what it says.
    pub fn run(&mut self, driver: &mut dyn Driver) -> Result<&Outcome, LoadError> {
        let mut process = Process::load(&self.image, &self.config.process)?;
        let mut run = Recording {
            log: InputLog::default(),
            limits: self.config.limits,
            driver,
            output_size: 0,
        };
        let mut limit = self
            .config
            .limits
            .step_count_max
            .map(|count| StepLimit::new(self.program_of(&process), process.current().0, count));
        let mut checker = self.config.checker.map(|config| Checker::new(&self.image, config));
        match (&mut limit, &mut checker) {
            (None, None) => run.drive(&mut process, &mut ()),
            (Some(limit), None) => run.drive(&mut process, limit),
            (None, Some(checker)) => run.drive(&mut process, checker),
            (Some(limit), Some(checker)) => run.drive(&mut process, &mut Both(limit, checker)),
        }
        let is_limit = limit.as_ref().is_some_and(|limit| limit.is_reached);
        process.end(if is_limit { Ending::StepLimit } else { Ending::Finding });
        let ending = process.ending().cloned().unwrap_or(Ending::Finding);
        run.log.end = Some((process.moment(), ending.clone()));
        let (log, output_size) = (run.log, run.output_size);
        self.log = log;
        // Its libraries are known only now, if it has not become another program.
        if self.image.interpreter().is_some() && Arc::ptr_eq(process.image(), &self.image) {
            self.program = Arc::new(OnceLock::from(program_in(&process)));
        }
        Ok(self.outcome.insert(outcome(process, ending, limit, checker, output_size)))
    }

    /// The program's functions and rows, as a replay has them.
    ///
    /// **Errors**: the program cannot be loaded.
    pub fn program(&self) -> Result<Program, LoadError> {
        match self.program.get() {
            Some(program) => Ok(program.clone()),
            None => Ok(self.program_of(&Process::load(&self.image, &self.config.process)?)),
        }
    }

    /// The program's functions and rows, where a process of it has them; with those of the libraries
    /// that it has mapped.
    pub(crate) fn program_of(&self, process: &Process) -> Program {
        self.program.get_or_init(|| program_in(process)).clone()
    }

    /// A cursor at the beginning of the recorded run, with lenses that ride along.
    pub fn replay(&self, lenses: Lenses) -> Result<Replay, LoadError> {
        Replay::new(Arc::new(self.clone()), lenses)
    }
}

/// What runs in a process, as far as it is mapped now.
fn program_in(process: &Process) -> Program {
    let mut modules = process.modules().iter().cloned();
    let program = modules.next().unwrap_or_else(|| Module::unmoved(process.image()));
    Program::new(program, modules.chain(process.libraries()).collect())
}

fn outcome(
    mut process: Process,
    ending: Ending,
    limit: Option<StepLimit>,
    mut checker: Option<Checker>,
    output_size: u64,
) -> Outcome {
    if let Some(checker) = &mut checker {
        checker.finish(&process);
    }
    let counted = limit.as_ref().map(|limit| limit.steps.count().min(limit.count_max()));
    Outcome {
        ending,
        moment: process.moment(),
        step_count: counted.or(checker.as_ref().map(Checker::step)),
        findings: checker.map_or(vec![], |checker| checker.findings().to_vec()),
        output_size,
        unsupported_calls: process.unsupported_calls().clone(),
        limits_reached: process.limits_reached().clone(),
        state_hash: process.state_hash(),
        released: process.release(),
    }
}

/// A run being recorded.
struct Recording<'a> {
    log: InputLog,
    limits: Limits,
    driver: &'a mut dyn Driver,
    output_size: u64,
}

impl Recording<'_> {
    /// Runs until the end, or until the observer breaks off.
    fn drive<O: Observer>(&mut self, process: &mut Process, observer: &mut O) {
        let last = self.limits.instruction_count_max.unwrap_or(Moment::MAX);
        loop {
            let until = process.moment().saturating_add(SLICE_COUNT).min(last);
            match process.run(observer, until) {
                Pause::Ended(_) | Pause::Observer => return,
                Pause::Limit if process.moment() >= last => process.end(Ending::StepLimit),
                Pause::Limit => {}
                Pause::Request(request) => self.answer(process, &request),
            }
            if self.driver.is_interrupted() && process.ending().is_none() {
                self.interrupt(process);
            }
        }
    }

    /// The first Ctrl-C is the program's, if it does anything but end; the next one ends the run.
    fn interrupt(&mut self, process: &mut Process) {
        let logged = LoggedInterrupt {
            moment: process.moment(),
            answer_count: self.log.answers.len(),
            is_in_request: process.request().is_some(),
        };
        if self.log.interrupts.is_empty() && process.interrupt() {
            self.log.interrupts.push(logged);
        } else {
            process.end(Ending::Interrupted);
        }
    }

    /// Asks the driver. Of output beyond the limit it sees nothing; the run ends there.
    fn answer(&mut self, process: &mut Process, request: &Request) {
        let mut request = request.clone();
        if let Request::Write { bytes, .. } = &mut request {
            let wanted = bytes.len() as u64;
            let room = self
                .limits
                .output_size_max_bytes
                .map_or(u64::MAX, |max| max.saturating_sub(self.output_size));
            if wanted > room {
                self.output_size += wanted;
                bytes.truncate(room as usize);
                if !bytes.is_empty() {
                    self.driver.answer(&request);
                }
                return process.end(Ending::OutputLimit);
            }
        }
        let answer = self.driver.answer(&request);
        if answer == Answer::Error(process::Errno::Interrupted) {
            return;
        }
        if let Request::Write { bytes, .. } = &request {
            self.output_size += bytes.len() as u64;
        }
        self.log.answers.push(LoggedAnswer { moment: process.moment(), answer: answer.clone() });
        process.answer(answer);
    }
}
