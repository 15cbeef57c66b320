//! A program on both machines, kept in step.
//!
//! Both begin with the same registers and the same memory: ours takes over what qemu has put on the stack. From there on
//! each register must be the same before every instruction, and after every system call; so what differs by design is
//! made the same where it comes in, at system calls: memory is mapped where qemu maps it, and the answers of the calls
//! in [`super::calls`] are qemu's.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use image::Image;
use machine::{Moment, PAGE_SIZE, VirtAddr};
use process::{Answer, Config, Pause, Process, Request, STACK_TOP};
use riscv::Reg;

use super::gdb::Stop;
use super::qemu::Qemu;
use super::watch::{Calls, Watch};
use crate::guest;

/// How long qemu may run from one system call to the next; code near a breakpoint is slow.
const TIME_MAX: Duration = Duration::from_secs(1200);
/// The same when qemu is ahead only as far as its log's pipe is long.
const LOGGED_TIME_MAX: Duration = Duration::from_secs(60);
/// An `ecall`. **Rule**: RISC-V unprivileged "Environment Call and Breakpoints".
const ECALL: [u8; 4] = [0x73, 0, 0, 0];

/// How far two runs were followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reached {
    /// To the end: output, exit status and all memory are the same. **Units**: bytes of memory.
    End { memory_size: u64 },
    /// To the moment that was asked for.
    Moment,
}

/// What was found, as long as nothing differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Followed {
    pub(super) reached: Reached,
    /// How many instructions retired here.
    pub(super) moment: Moment,
    /// How many answers of system calls were taken over.
    pub(super) taken_over: u64,
}

/// Both runs.
pub(super) struct Pair {
    pub(super) qemu: Qemu,
    pub(super) process: Process,
    pub(super) watch: Watch,
    pub(super) output: [Vec<u8>; 2],
    /// Where qemu stops: at each `ecall` of the program.
    pub(super) breakpoints: BTreeSet<u64>,
    pub(super) taken_over: u64,
    /// How many instructions of ours may pass from one comparison with the log to the next.
    piece_max: Moment,
}

impl Pair {
    /// Both at their first instruction. If pieces are of one instruction, ours will be watched and compared before each;
    /// else it will run unwatched, as it does for users, and be compared after pieces of at most so many.
    pub(super) fn each_piece(executable: &Path, piece_max: Moment) -> Result<Pair, String> {
        let (qemu, log) = Qemu::start_logged(executable, LOGGED_TIME_MAX)?;
        let pair = Pair::new(executable, qemu, Watch::with_log(log))?;
        Ok(Pair { piece_max: piece_max.max(1), ..pair })
    }

    /// Both at their first instruction; they will be compared at each system call.
    pub(super) fn each_call(executable: &Path) -> Result<Pair, String> {
        Pair::new(executable, Qemu::start(executable, TIME_MAX)?, Watch::default())
    }

    fn new(executable: &Path, qemu: Qemu, watch: Watch) -> Result<Pair, String> {
        let image = guest::image(executable)?;
        let program = executable.display().to_string();
        let config = Config { program, ..Config::default() };
        let process = Process::load(&image, &config).map_err(|error| format!("{error}"))?;
        let breakpoints = watch.log.iter().flat_map(|_| ecalls(&image)).collect();
        let output = [vec![], vec![]];
        let mut pair =
            Pair { qemu, process, watch, output, breakpoints, taken_over: 0, piece_max: 1 };
        pair.begin().map_err(|why| format!("at the start: {why}"))?;
        Ok(pair)
    }

    /// Makes the beginnings equal.
    fn begin(&mut self) -> Result<(), String> {
        let (theirs, _) = self.qemu.gdb.registers()?;
        let sp = theirs.x[Reg::SP.index()];
        let ours = self.process.machine().hart.get(Reg::SP);
        let start = VirtAddr(sp.min(ours)).page();
        let stack = self.qemu.read(start.0, STACK_TOP.0.saturating_sub(start.0))?;
        self.poke(start, &stack)?;
        self.process.set_register(Reg::SP, sp);
        self.compare_registers()?;
        self.begin_segments()?;
        for breakpoint in &self.breakpoints {
            self.qemu.gdb.breakpoint(*breakpoint, true)?;
        }
        match self.watch.log {
            Some(_) => self.qemu.gdb.go_on(),
            None => Ok(()),
        }
    }

    /// Compares what was loaded, and takes over what the file has around it in the same pages, where Linux maps whole
    /// pages of it.
    fn begin_segments(&mut self) -> Result<(), String> {
        let image = Arc::clone(self.process.image());
        for segment in image.segments() {
            let (start, end) = (segment.address, segment.address + segment.memory_size);
            self.compare_range(VirtAddr(start), segment.memory_size)?;
            for (from, to) in
                [(start / PAGE_SIZE * PAGE_SIZE, start), (end, end.next_multiple_of(PAGE_SIZE))]
            {
                let bytes = self.qemu.read(from, to - from)?;
                self.poke(VirtAddr(from), &bytes)?;
            }
        }
        Ok(())
    }

    /// Follows both to a moment or to the end.
    ///
    /// **Errors**: the first difference, and the instructions before it.
    pub(super) fn follow(mut self, until: Moment) -> Result<Followed, String> {
        let reached = self.follow_until(until);
        let Pair { process, watch, taken_over, piece_max, .. } = self;
        match reached {
            Ok(reached) => Ok(Followed { reached, moment: process.moment(), taken_over }),
            Err(why) => {
                let number = process.moment();
                let before = match piece_max {
                    1 => String::new(),
                    _ => format!(", or at most {} before it", piece_max - 1),
                };
                Err(format!("after instruction {number}{before}: {why}{}", watch.history()))
            }
        }
    }

    fn follow_until(&mut self, until: Moment) -> Result<Reached, String> {
        loop {
            match self.advance(until) {
                Pause::Limit => return Ok(Reached::Moment),
                Pause::Ended(ending) => {
                    let stop = self.next_stop(None)?;
                    return self.end_by_signal(&ending, stop);
                }
                _ => {}
            }
            if let Some(difference) = self.watch.difference.take() {
                return Err(difference);
            }
            match self.next_stop(Some(self.process.machine().hart.pc.0))? {
                Stop::Breakpoint => {}
                stop => return Err(format!("a system call is made, under qemu there is {stop:?}")),
            }
            self.compare_registers()?;
            if let Some(reached) = self.call()? {
                return Ok(reached);
            }
        }
    }

    /// Where qemu stops next: at the `ecall` at an address, if ours stands at one.
    fn next_stop(&mut self, ecall: Option<u64>) -> Result<Stop, String> {
        if let Some(log) = &mut self.watch.log {
            // qemu is on its way, and stops at any.
            log.skip_to(self.process.moment())?;
            return self.stop();
        }
        if let Some(pc) = ecall {
            self.qemu.gdb.breakpoint(pc, true)?;
        }
        self.qemu.gdb.go_on()?;
        self.stop()
    }

    /// Runs ours to a moment, its end, or where it stands still, and compares it on the way.
    fn advance(&mut self, until: Moment) -> Pause {
        if self.watch.log.is_none() || self.piece_max == 1 {
            return self.run(until);
        }
        loop {
            let piece_end = self.process.moment() + self.piece();
            let pause = self.run(until.min(piece_end));
            let hart = &self.process.machine().hart;
            // The record of a system call comes only when qemu has been let go on.
            if pause == Pause::Limit && !self.breakpoints.contains(&hart.pc.0) {
                self.watch.compare(hart);
            }
            match pause {
                Pause::Limit if self.watch.difference.is_some() => return Pause::Observer,
                Pause::Limit if piece_end < until => {}
                pause => return pause,
            }
        }
    }

    /// How long the next piece is: a number that the moment decides, and that looks like chance.
    fn piece(&self) -> Moment {
        const GOLDEN_RATIO: u64 = 0x9e37_79b9_7f4a_7c15;
        (self.process.moment().wrapping_mul(GOLDEN_RATIO) >> 32) % self.piece_max + 1
    }

    /// Runs ours, watched if each instruction is compared, and answers its requests.
    pub(super) fn run(&mut self, until: Moment) -> Pause {
        loop {
            let pause = match self.watch.log {
                Some(_) if self.piece_max == 1 => self.process.run(&mut self.watch, until),
                _ => self.process.run(&mut Calls(&mut self.watch), until),
            };
            match pause {
                Pause::Request(request) => {
                    let answer = self.answer(&request);
                    self.process.answer(answer);
                }
                pause => return pause,
            }
        }
    }

    /// Answers as the world of qemu's run does: its input is empty, its output goes into pipes.
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { descriptor, bytes } => {
                self.output[usize::from(*descriptor == 2)].extend(bytes);
                Answer::Count(bytes.len() as u64)
            }
            Request::Read { .. } => Answer::Bytes(vec![]),
            Request::File(_) => Answer::Error(process::Errno::NoEntry),
        }
    }

    /// Where qemu stops next.
    pub(super) fn stop(&mut self) -> Result<Stop, String> {
        self.qemu.gdb.wait()?.ok_or_else(|| "qemu does not come to a system call".into())
    }

    pub(super) fn poke(&mut self, start: VirtAddr, bytes: &[u8]) -> Result<(), String> {
        let poked = self.process.poke(start, bytes);
        poked.map_err(|at| format!("there is no memory at {at}"))
    }
}

/// The addresses of a program's `ecall`s; what only looks like one, within another instruction or a constant, does no harm.
fn ecalls(image: &Arc<Image>) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    for segment in image.segments().iter().filter(|segment| segment.permissions.execute) {
        let code = image.bytes().get(segment.file.clone()).unwrap_or_default();
        let places = (0..code.len()).step_by(2).filter(|&at| code[at..].starts_with(&ECALL));
        found.extend(places.map(|at| segment.address + at as u64));
    }
    found
}
