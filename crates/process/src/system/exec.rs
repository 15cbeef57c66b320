//! Executing another program: `execve`, `execveat`.

use super::{Arguments, Stop, Wait};
use crate::address_space::AddressSpace;
use crate::files::Program;
use crate::module::Module;
use crate::signals::{AlternateStack, SIGSEGV, SignalInfo};
use crate::stack::Start;
use crate::{Errno, Limit, Process};
use image::Image;
use machine::{PAGE_SIZE, VirtAddr};
use std::sync::Arc;

/// The current directory, in place of a descriptor.
const AT_FDCWD: u64 = -100i64 as u64;

/// The longest argument. **Rule**: Linux `MAX_ARG_STRLEN`.
const STRING_SIZE_MAX_BYTES: u64 = 32 * PAGE_SIZE;

/// How much arguments and environment may take together. **Rule**: a quarter of the usual stack, as Linux has it.
const STRINGS_SIZE_MAX_BYTES: usize = 2 << 20;

/// How often a script may name a script as its interpreter. **Rule**: Linux `exec_binprm`.
const SCRIPT_DEPTH_MAX: usize = 5;

/// How much of a script is looked at for its interpreter. **Rule**: Linux `BINPRM_BUF_SIZE`.
const SCRIPT_LINE_SIZE_MAX: usize = 256;

/// **Rule**: `man 2 execve`.
pub(super) fn execve(
    process: &mut Process,
    [path, arguments, environment, ..]: Arguments,
) -> Result<u64, Stop> {
    execveat(process, [AT_FDCWD, path, arguments, environment, 0, 0])
}

/// **Rule**: `man 2 execveat`.
pub(super) fn execveat(
    process: &mut Process,
    [directory, path, arguments, environment, flags, _]: Arguments,
) -> Result<u64, Stop> {
    let path = process.copy_in_string(VirtAddr(path), PAGE_SIZE)?;
    let mut start = Start {
        arguments: process.copy_in_strings(arguments)?,
        environment: process.copy_in_strings(environment)?,
        path,
    };
    let program = find(process, directory, flags, &mut start)?;
    let image = read(&program)?;
    let interpreter = interpreter(process, &image)?;
    become_program(process, &program, &image, interpreter.as_ref(), &start)
}

impl Process {
    /// An array of pointers to strings, ended by null; a null array has none.
    fn copy_in_strings(&mut self, array: u64) -> Result<Vec<Vec<u8>>, Errno> {
        let (mut strings, mut size) = (vec![], 0);
        if array == 0 {
            return Ok(strings);
        }
        loop {
            let at = array.wrapping_add(8 * strings.len() as u64);
            let [pointer] = self.copy_in_words(VirtAddr(at))?;
            if pointer == 0 {
                return Ok(strings);
            }
            let string = self.copy_in_string(VirtAddr(pointer), STRING_SIZE_MAX_BYTES)?;
            size += string.len() + 1 + size_of::<u64>();
            if string.len() as u64 == STRING_SIZE_MAX_BYTES || size > STRINGS_SIZE_MAX_BYTES {
                return Err(Errno::ArgumentsTooLong);
            }
            strings.push(string);
        }
    }
}

/// Finds the program. A script's is its interpreter, which gets the script as an argument.
/// **Rule**: `man 2 execve`, "Interpreter scripts".
fn find(
    process: &mut Process,
    directory: u64,
    flags: u64,
    start: &mut Start,
) -> Result<Program, Stop> {
    let given = start.path.clone();
    let mut program = process.find_program(directory, &given, flags)?;
    start.path = program.path.clone();
    let mut script = if given.is_empty() { program.path.clone() } else { given };
    for _ in 0..SCRIPT_DEPTH_MAX {
        let Some((interpreter, argument)) = script_line(&program.bytes)? else {
            return Ok(program);
        };
        let own = [Some(interpreter.clone()), argument, Some(script)];
        let rest = start.arguments.drain(..).skip(1).collect::<Vec<_>>();
        start.arguments = own.into_iter().flatten().chain(rest).collect();
        program = process.find_program(AT_FDCWD, &interpreter, 0)?;
        script = interpreter;
    }
    Err(Errno::TooManySymlinks.into())
}

/// The interpreter that a script names in its first line, and perhaps an argument for it.
type ScriptLine = (Vec<u8>, Option<Vec<u8>>);

/// The first line of a script; `None` for what is no script.
fn script_line(bytes: &[u8]) -> Result<Option<ScriptLine>, Errno> {
    let Some(rest) = bytes.strip_prefix(b"#!") else { return Ok(None) };
    let rest = &rest[..rest.len().min(SCRIPT_LINE_SIZE_MAX)];
    let line = rest.split(|&byte| byte == b'\n').next().unwrap_or_default().trim_ascii();
    let end = line.iter().position(|byte| b" \t".contains(byte)).unwrap_or(line.len());
    let (name, argument) = (line[..end].to_vec(), line[end..].trim_ascii().to_vec());
    if name.is_empty() {
        return Err(Errno::NotExecutable);
    }
    Ok(Some((name, Some(argument).filter(|argument| !argument.is_empty()))))
}

fn read(program: &Program) -> Result<Arc<Image>, Errno> {
    Image::read(program.bytes.clone()).map(Arc::new).map_err(|_| Errno::NotExecutable)
}

/// The interpreter of a dynamic program: of those that there are, or the one that the driver brought.
fn interpreter(process: &mut Process, image: &Image) -> Result<Option<Arc<Image>>, Stop> {
    let Some(path) = image.interpreter() else { return Ok(None) };
    let brought = process.config.interpreter.as_ref().map(|it| Arc::clone(&it.0));
    match (process.find_program(AT_FDCWD, path.as_bytes(), 0), brought) {
        (Ok(program), _) => Ok(Some(read(&program)?)),
        (Err(Stop::Errno(_)), Some(brought)) => Ok(Some(brought)),
        (Err(stop), _) => Err(stop),
    }
}

/// Nothing of the old program is left but what it has open and who it is. From here on there is no way back: what
/// cannot be loaded ends the process.
fn become_program(
    process: &mut Process,
    program: &Program,
    image: &Arc<Image>,
    interpreter: Option<&Arc<Image>>,
    start: &Start,
) -> Result<u64, Stop> {
    let Some(root) = process.machine.new_root() else {
        return Err(process.limit_reached(Limit::Memory, Errno::NoMemory).into());
    };
    process.leave_memory();
    process.end_other_threads();
    process.close_on_exec();
    process.task.reset_handlers();
    process.thread.id = process.task.id;
    process.thread.alternate_stack = AlternateStack::default();
    process.thread.name = [0; 16];
    let id = process.take_id();
    let mut space = AddressSpace::new(id, root, Module::new(image));
    space.executable = Some(program.place.clone());
    process.spaces.insert(id, space);
    process.task.space = id;
    process.enter_space(id);
    process.task.has_memory_of_its_own = true;
    let task = process.task.id;
    process.wake_all(|wait| *wait == Wait::Returned(task));
    process.drop_unused_spaces();
    if process.load_program(interpreter, start).is_err() {
        process.end_task_by_signal(&SignalInfo::from_kernel(SIGSEGV));
    }
    process.tell_switched();
    Err(Stop::Gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_names_its_interpreter_and_one_argument() {
        let line = |text: &str| script_line(text.as_bytes());
        let of = |name: &str, argument: Option<&str>| {
            Ok(Some((name.as_bytes().to_vec(), argument.map(|it| it.as_bytes().to_vec()))))
        };
        assert_eq!(line("#!/bin/sh\necho"), of("/bin/sh", None));
        assert_eq!(line("#! /bin/env  a b \n"), of("/bin/env", Some("a b")));
        assert_eq!(line("\x7fELF"), Ok(None));
        assert_eq!(line("#!  \n/bin/sh"), Err(Errno::NotExecutable));
    }
}
