//! Drivers: who answers the program's requests, and Ctrl-C.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use host::Host;
use process::{Answer, Driver, Request};
use signal_hook::consts::SIGINT;

use crate::arguments::GrantArgs;
use crate::failure::Failure;
use crate::grants;

/// A host that grants what the command line says, and that Ctrl-C interrupts: the session decides what the program makes of it. Another
/// one that comes before it could ends cutaway.
pub(crate) fn host(arguments: &GrantArgs) -> Result<Host, Failure> {
    let flag = Arc::new(AtomicBool::new(false));
    let failed =
        |error: std::io::Error| Failure::Failed(format!("cannot watch for Ctrl-C: {error}"));
    signal_hook::flag::register_conditional_shutdown(SIGINT, 130, Arc::clone(&flag))
        .map_err(failed)?;
    signal_hook::flag::register(SIGINT, Arc::clone(&flag)).map_err(failed)?;
    let mut host = Host::new(flag);
    grants::to_host(arguments, &mut host)?;
    Ok(host)
}

/// For commands that tell of a run: what the program writes is kept by the session, not shown now. On a terminal, what it
/// asks for is asked there.
pub(crate) struct Quiet {
    host: Host,
}

impl Quiet {
    /// A quiet driver.
    pub(crate) fn new(arguments: &GrantArgs) -> Result<Quiet, Failure> {
        Ok(Quiet { host: host(arguments)? })
    }
}

impl Driver for Quiet {
    fn answer(&mut self, request: &Request) -> Answer {
        match request {
            Request::Write { bytes, .. } => Answer::Count(bytes.len() as u64),
            Request::Read { .. } => {
                if std::io::stdin().is_terminal() {
                    eprintln!("(the program waits for input; end it with Ctrl-D)");
                }
                self.host.answer(request)
            }
            Request::File(_) => self.host.answer(request),
        }
    }

    fn is_interrupted(&mut self) -> bool {
        self.host.is_interrupted()
    }
}
