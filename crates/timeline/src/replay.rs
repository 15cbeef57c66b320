//! A replay: a cursor in a recorded run.

use crate::watch::{Reached, Until, Watch};
use crate::{
    ActiveFrame, FrameHistory, Ghost, HeapHistory, Lenses, LoggedInterrupt, ReturnRegisters,
    Session, WriteHistory,
};
use checker::{Checker, Program, SourcePlace};
use machine::{Moment, VirtAddr};
use process::{Answer, Both, Ending, Errno, LoadError, Observer, Pause, Process, Request};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A step about to run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Its number, from 1.
    pub number: u64,
    /// How many instructions retired before it.
    pub moment: Moment,
    /// Its first instruction.
    pub pc: VirtAddr,
    /// The statement.
    pub place: SourcePlace,
    /// The function.
    pub function: String,
    /// How many of the user's functions are active; 1 in `main`.
    pub depth: u64,
}

/// Why a replay stopped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// At a step.
    Step(Step),
    /// A function of the user's has returned; the hart is where it was called.
    Returned {
        /// The frame that was popped.
        ghost: Ghost,
        /// Where the value is, if the function returns one in a register.
        value: ReturnRegisters,
    },
    /// Functions of the user's were left without a return: a `longjmp` or an exception has led back
    /// to one further out.
    Left {
        /// The frames that were popped, innermost first.
        ghosts: Vec<Ghost>,
    },
    /// The moment was reached.
    Moment,
    /// The observer broke off.
    Observer,
    /// The run has ended.
    Ended(Ending),
}

/// Something that the program wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Output {
    /// The step in which it did.
    pub step: u64,
    /// When.
    pub moment: Moment,
    /// 1 is standard output, 2 standard error.
    pub descriptor: u32,
    /// What.
    pub bytes: Vec<u8>,
}

/// A cursor in a recorded run, with lenses that follow it.
#[derive(Debug)]
pub struct Replay {
    session: Arc<Session>,
    lenses: Lenses,
    process: Process,
    watch: Watch,
    next_answer: usize,
    next_interrupt: usize,
    output: Vec<Output>,
    is_finished: bool,
}

impl Replay {
    pub(crate) fn new(session: Arc<Session>, lenses: Lenses) -> Result<Replay, LoadError> {
        let process = Process::load(&session.image, &session.config.process)?;
        let watch =
            Watch::new(session.program_of(&process), &process, &lenses, session.config.checker);
        Ok(Replay {
            session,
            lenses,
            process,
            watch,
            next_answer: 0,
            next_interrupt: 0,
            output: vec![],
            is_finished: false,
        })
    }

    /// Back to the beginning.
    pub fn rewind(&mut self) -> Result<(), LoadError> {
        *self = Replay::new(Arc::clone(&self.session), self.lenses.clone())?;
        Ok(())
    }

    /// The session.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The process as it is here.
    pub fn process(&self) -> &Process {
        &self.process
    }

    /// The checker, if it rides along.
    pub fn checker(&self) -> Option<&Checker> {
        self.watch.checker.as_ref()
    }

    /// The history of the stack.
    pub fn frame_history(&self) -> &FrameHistory {
        &self.watch.frames
    }

    /// The history of the heap.
    pub fn heap_history(&self) -> &HeapHistory {
        &self.watch.heap
    }

    /// Who wrote each byte last, if that lens rides along.
    pub fn write_history(&self) -> Option<&WriteHistory> {
        self.watch.writes.as_ref()
    }

    /// The program's functions and rows.
    pub fn program(&self) -> &Program {
        self.watch.program()
    }

    /// Active frames, innermost first.
    pub fn frames(&self) -> impl DoubleEndedIterator<Item = ActiveFrame> + ExactSizeIterator {
        self.watch.frames.frames(self.process.machine().hart.pc.0)
    }

    /// How many of the outermost frames have been active ever since this was last called; those
    /// made or popped since lie further in.
    pub fn take_kept_frame_count(&mut self) -> usize {
        self.watch.frames.take_kept_count()
    }

    /// Popped frames that newer ones do not cover, the one popped last at the end.
    pub fn ghosts(&self) -> &[Ghost] {
        self.watch.frames.ghosts()
    }

    /// How many instructions have retired.
    pub fn moment(&self) -> Moment {
        self.process.moment()
    }

    /// The step that runs, or is about to; 0 before the first.
    pub fn step_number(&self) -> u64 {
        self.watch.steps.count()
    }

    /// The statement that the innermost active call of the user's is in; `None` outside of `main`.
    pub fn step(&self) -> Option<Step> {
        let pc = self.watch.frames.user_pc(self.process.machine().hart.pc.0)?;
        let program = self.program();
        let (function, place) = program.statement_place(pc)?;
        Some(Step {
            number: self.step_number(),
            moment: self.moment(),
            pc: VirtAddr(pc),
            place: program.place(function, place),
            function: program.function(function).name.clone(),
            depth: self.watch.frames.depth(),
        })
    }

    /// Whether no function of the user's is active: before `main`, and after it returned.
    pub fn is_outside_main(&self) -> bool {
        self.watch.frames.depth() == 0
    }

    /// What the program wrote since this was last called.
    pub fn take_output(&mut self) -> Vec<Output> {
        std::mem::take(&mut self.output)
    }

    /// Goes on to the next step.
    pub fn next_step(&mut self) -> Stop {
        self.go(Until::Step, &mut (), Moment::MAX)
    }

    /// Goes on to the next step, or to where a function of the user's has returned.
    pub fn next_event(&mut self) -> Stop {
        self.go(Until::Flow, &mut (), Moment::MAX)
    }

    /// Goes on with one more observer, until it breaks off or the moment comes.
    pub fn advance<O: Observer>(&mut self, observer: &mut O, until: Moment) -> Stop {
        self.go(Until::Never, observer, until)
    }

    /// Goes to a step, backwards or forwards; to the end when there is none of that number.
    pub fn seek_step(&mut self, number: u64) -> Result<Stop, LoadError> {
        if number <= self.step_number() || self.process.ending().is_some() {
            self.rewind()?;
        }
        Ok(self.go(Until::Number(number), &mut (), Moment::MAX))
    }

    /// Goes to a moment, backwards or forwards; to the end when it is later than that.
    pub fn seek_moment(&mut self, moment: Moment) -> Result<Stop, LoadError> {
        if moment < self.moment() || self.process.ending().is_some() {
            self.rewind()?;
        }
        Ok(self.go(Until::Never, &mut (), moment))
    }

    /// Goes on to the next step that begins at one of these instructions.
    pub(crate) fn go_to_places(&mut self, places: BTreeSet<u64>) -> Stop {
        self.go(Until::Places(places), &mut (), Moment::MAX)
    }

    /// Goes on to the end.
    pub fn finish(&mut self) -> Stop {
        self.go(Until::Never, &mut (), Moment::MAX)
    }

    fn go<O: Observer>(&mut self, until: Until, observer: &mut O, moment: Moment) -> Stop {
        self.watch.until = until;
        self.watch.reached = None;
        let end = self.session.log.end.as_ref().map_or(Moment::MAX, |(moment, _)| *moment);
        loop {
            self.interrupt_if_due();
            let until = moment.min(end).min(self.interrupt_moment());
            match self.process.run(&mut Both(&mut self.watch, observer), until) {
                Pause::Limit | Pause::Request(_) if self.is_interrupt_due() => {}
                Pause::Ended(ending) => return self.ended(ending),
                Pause::Observer => return self.stopped(),
                Pause::Limit if moment > end => {
                    self.watch.arrive(self.process.machine());
                    self.end();
                }
                Pause::Limit => {
                    self.watch.arrive(self.process.machine());
                    return Stop::Moment;
                }
                Pause::Request(request) => self.answer(request),
            }
        }
    }

    fn stopped(&mut self) -> Stop {
        match self.watch.reached.take() {
            Some(Reached::Step) => {
                // The pc is at a statement's first instruction, so there is a step.
                self.step().map_or(Stop::Observer, Stop::Step)
            }
            Some(Reached::Left(mut ghosts)) => {
                match ghosts.pop_if(|outermost| outermost.has_returned) {
                    Some(ghost) => {
                        let value = ReturnRegisters::of(self.process.machine());
                        Stop::Returned { ghost, value }
                    }
                    None => Stop::Left { ghosts },
                }
            }
            None => Stop::Observer,
        }
    }

    fn ended(&mut self, ending: Ending) -> Stop {
        if !std::mem::replace(&mut self.is_finished, true)
            && let Some(checker) = &mut self.watch.checker
        {
            checker.finish(&self.process);
        }
        Stop::Ended(ending)
    }

    /// The Ctrl-C that comes next, unless an answer comes before.
    fn next_interrupt(&self) -> Option<&LoggedInterrupt> {
        let next = self.session.log.interrupts.get(self.next_interrupt);
        next.filter(|it| it.answer_count == self.next_answer)
    }

    /// The moment at which a run must pause for it.
    fn interrupt_moment(&self) -> Moment {
        let next = self.next_interrupt().filter(|it| !it.is_in_request);
        next.map_or(Moment::MAX, |it| it.moment)
    }

    /// Whether it came where the process is.
    fn is_interrupt_due(&self) -> bool {
        let is_in_request = self.process.request().is_some();
        self.next_interrupt()
            .is_some_and(|it| (it.moment, it.is_in_request) == (self.moment(), is_in_request))
    }

    fn interrupt_if_due(&mut self) {
        if self.is_interrupt_due() {
            self.next_interrupt += 1;
            self.process.interrupt();
        }
    }

    /// The run ended here, whoever ended it.
    fn end(&mut self) {
        let ending = self.session.log.end.as_ref().map(|(_, ending)| ending.clone());
        self.process.end(ending.unwrap_or(Ending::Interrupted));
    }

    /// Answers from the log; where that ends, so did the run.
    fn answer(&mut self, request: Request) {
        let logged =
            self.session.log.answers.get(self.next_answer).map(|logged| logged.answer.clone());
        let Some(answer) = logged else { return self.end() };
        self.next_answer += 1;
        if let (Request::Write { descriptor, mut bytes }, Answer::Count(count)) = (request, &answer)
        {
            bytes.truncate(*count as usize);
            let (step, moment) = (self.step_number(), self.moment());
            self.output.push(Output { step, moment, descriptor, bytes });
        }
        debug_assert_ne!(answer, Answer::Error(Errno::Interrupted), "an interruption is an end");
        self.process.answer(answer);
    }
}
