//! A client of gdb's remote protocol, as far as qemu's stub needs one.
//!
//! **Rule**: *Debugging with GDB*, appendix "GDB Remote Serial Protocol".

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use super::registers::Registers;

/// The number of `fcsr` in qemu's description of the target.
const FCSR: usize = 69;
/// The number of the first floating-point register.
const FLOAT: usize = 33;
/// Why the program stands still.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stop {
    /// At a breakpoint.
    Breakpoint,
    /// A signal is about to be delivered; gdb's number for it.
    Signal(u8),
    /// It has ended.
    Ended,
}

/// A connection.
#[derive(Debug)]
pub(super) struct Gdb {
    stream: UnixStream,
    received: Vec<u8>,
}

impl Gdb {
    /// Takes a stream for a connection whose every answer comes within a time.
    pub(super) fn new(stream: UnixStream, time_max: Duration) -> Result<Gdb, String> {
        stream.set_read_timeout(Some(time_max)).map_err(|error| format!("{error}"))?;
        let mut gdb = Gdb { stream, received: vec![] };
        // qemu shows single registers only to those who know how it describes them.
        gdb.ask("qXfer:features:read:target.xml:0,800")?;
        Ok(gdb)
    }

    /// The registers, and `fcsr`.
    pub(super) fn registers(&mut self) -> Result<(Registers, u64), String> {
        let mut registers = Registers::default();
        let integer = words(&self.ask("g")?)?;
        let (x, pc) = integer.split_at_checked(32).ok_or("qemu shows too few registers")?;
        registers.x.copy_from_slice(x);
        registers.pc = *pc.first().ok_or("qemu shows no pc")?;
        for (index, register) in registers.f.iter_mut().enumerate() {
            *register = self.register(FLOAT + index)?;
        }
        Ok((registers, self.register(FCSR)?))
    }

    fn register(&mut self, number: usize) -> Result<u64, String> {
        let said = words(&self.ask(&format!("p{number:x}"))?)?;
        said.first().copied().ok_or_else(|| format!("qemu shows no register {number}"))
    }

    /// Sets or removes a breakpoint.
    pub(super) fn breakpoint(&mut self, address: u64, is_set: bool) -> Result<(), String> {
        let letter = if is_set { 'Z' } else { 'z' };
        match &self.ask(&format!("{letter}0,{address:x},4"))?[..] {
            b"OK" => Ok(()),
            _ => Err(format!("qemu refuses the breakpoint at {address:#x}")),
        }
    }

    /// Lets the program go on; [`Gdb::wait`] says how far it came.
    pub(super) fn go_on(&mut self) -> Result<(), String> {
        self.send("c")
    }

    /// Lets the program go on with the signal that it stopped for.
    pub(super) fn deliver(&mut self, signal: u8) -> Result<(), String> {
        self.send(&format!("C{signal:02x}"))
    }

    /// Waits until the program stands still; `None` when that takes too long.
    pub(super) fn wait(&mut self) -> Result<Option<Stop>, String> {
        let Some(said) = self.receive()? else { return Ok(None) };
        let number = said.get(1..3).and_then(hex).and_then(|bytes| bytes.first().copied());
        match (said.first(), number) {
            (Some(b'T' | b'S'), Some(5)) => Ok(Some(Stop::Breakpoint)),
            (Some(b'T' | b'S'), Some(number)) => Ok(Some(Stop::Signal(number))),
            (Some(b'W' | b'X'), _) => Ok(Some(Stop::Ended)),
            _ => Err(format!("qemu says {}", String::from_utf8_lossy(&said))),
        }
    }

    fn ask(&mut self, packet: &str) -> Result<Vec<u8>, String> {
        self.send(packet)?;
        self.receive()?.ok_or_else(|| format!("qemu does not answer {packet}"))
    }

    fn send(&mut self, packet: &str) -> Result<(), String> {
        let packet = format!("${packet}#{:02x}", sum(packet.as_bytes()));
        self.stream.write_all(packet.as_bytes()).map_err(|error| format!("qemu's stub: {error}"))
    }

    /// The next packet, which is acknowledged; `None` when none comes in time.
    fn receive(&mut self) -> Result<Option<Vec<u8>>, String> {
        loop {
            if let Some((packet, rest)) = unwrap(&self.received) {
                self.received = rest;
                self.stream.write_all(b"+").map_err(|error| format!("qemu's stub: {error}"))?;
                return Ok(Some(packet));
            }
            let mut block = [0; 4096];
            match self.stream.read(&mut block) {
                Ok(0) => return Err("qemu has hung up".into()),
                Ok(count) => self.received.extend(&block[..count]),
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => return Ok(None),
                Err(error) => return Err(format!("qemu's stub: {error}")),
            }
        }
    }
}

/// What the first whole packet contains, and what follows it. **Shape**: `$` contents `#` two digits of the sum.
fn unwrap(received: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let start = received.iter().position(|byte| *byte == b'$')? + 1;
    let size = received[start..].iter().position(|byte| *byte == b'#')?;
    let rest = received.get(start + size + 3..)?;
    Some((received[start..start + size].to_vec(), rest.to_vec()))
}

fn sum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| sum.wrapping_add(*byte))
}

/// Bytes from their digits.
fn hex(digits: &[u8]) -> Option<Vec<u8>> {
    let digit = |digit: u8| char::from(digit).to_digit(16);
    let byte = |pair: &[u8]| Some((digit(pair[0])? << 4 | digit(*pair.get(1)?)?) as u8);
    digits.chunks(2).map(byte).collect()
}

/// Little-endian doublewords from their digits.
fn words(digits: &[u8]) -> Result<Vec<u64>, String> {
    let bytes =
        hex(digits).ok_or_else(|| format!("qemu says {}", String::from_utf8_lossy(digits)))?;
    Ok(bytes.as_chunks::<8>().0.iter().map(|word| u64::from_le_bytes(*word)).collect())
}

#[cfg(test)]
mod tests {
    use super::{Gdb, Stop};
    use std::io::{Read, Write};
    use std::os::unix::net::UnixStream;
    use std::time::Duration;

    /// What a client makes of a stub that says something, and what the stub hears.
    fn with_stub<T>(says: &str, ask: impl FnOnce(&mut Gdb) -> T) -> (T, String) {
        let (ours, mut theirs) = UnixStream::pair().expect("a pair");
        theirs.write_all(format!("+$l#6c{says}").as_bytes()).expect("it is open");
        let mut gdb = Gdb::new(ours, Duration::from_millis(50)).expect("a stream");
        let said = ask(&mut gdb);
        drop(gdb);
        let mut heard = String::new();
        theirs.read_to_string(&mut heard).expect("text");
        (said, heard)
    }

    #[test]
    fn packets_are_wrapped_and_acknowledged() {
        let (done, heard) = with_stub("+$OK#9a", |gdb| gdb.breakpoint(0x1000, true));
        assert_eq!(done, Ok(()));
        assert!(heard.ends_with("+$Z0,1000,4#d7+"), "{heard}");
        let (done, _) = with_stub("+$E22#a9", |gdb| gdb.breakpoint(0x1000, true));
        assert_eq!(done, Err("qemu refuses the breakpoint at 0x1000".into()));
    }

    #[test]
    fn stops_are_told_apart() {
        let stop = |says| with_stub(says, |gdb| gdb.wait()).0;
        assert_eq!(stop("+$T05thread:p01.2aeb;#00"), Ok(Some(Stop::Breakpoint)));
        assert_eq!(stop("+$T0bthread:p01.2aeb;#00"), Ok(Some(Stop::Signal(11))));
        assert_eq!(stop("+$W03#00"), Ok(Some(Stop::Ended)));
        assert_eq!(stop("+"), Ok(None));
    }
}
