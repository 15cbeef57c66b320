//! Places: how a user names a point of a run, and finding it.

use crate::{Replay, Step, Stop};
use checker::Program;
use image::access::{Event, UnitKind};
use process::LoadError;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A point of a run as a user names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// `12`: the step of that number.
    Step(u64),
    /// `memory.c:9`: the first step on that line, or on the next one that has steps.
    FileLine {
        /// The file's name, or its last parts.
        file: String,
        /// From 1.
        line: u32,
    },
    /// `main:3`: the same, lines counted within a function; its first one, where its name is, is 1.
    FunctionLine {
        /// The function.
        function: String,
        /// From 1.
        line: u32,
    },
}

/// A text that names no place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlaceParseError {
    text: String,
}

impl fmt::Display for PlaceParseError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        write!(out, "`{text}` is no place: write a step's number, FILE:LINE or FUNCTION:LINE")
    }
}

impl std::error::Error for PlaceParseError {}

impl FromStr for Place {
    type Err = PlaceParseError;

    fn from_str(text: &str) -> Result<Place, PlaceParseError> {
        let error = || PlaceParseError { text: text.into() };
        let Some((name, line)) = text.rsplit_once(':') else {
            let number = text.parse().ok().filter(|&number| number > 0);
            return number.map(Place::Step).ok_or_else(error);
        };
        let line: u32 = line.parse().ok().filter(|&line| line > 0).ok_or_else(error)?;
        match name {
            "" => Err(error()),
            _ if name.contains(['.', '/']) => Ok(Place::FileLine { file: name.into(), line }),
            _ => Ok(Place::FunctionLine { function: name.into(), line }),
        }
    }
}

/// As the user would write it.
impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Step(number) => write!(out, "{number}"),
            Place::FileLine { file: name, line } | Place::FunctionLine { function: name, line } => {
                write!(out, "{name}:{line}")
            }
        }
    }
}

/// Why a place was not found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PlaceError {
    /// No file of the user's has that name.
    UnknownFile(String),
    /// No function of the user's has that name.
    UnknownFunction(String),
    /// No statement begins at that line or after it in its file or function.
    NoStatement(Place),
    /// The run never gets there.
    NotReached {
        /// Where it should have.
        place: Place,
        /// How many steps the run has.
        step_count: u64,
    },
    /// The program cannot be loaded.
    Load(LoadError),
}

impl fmt::Display for PlaceError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlaceError::UnknownFile(name) => {
                write!(out, "no source file of the program is named `{name}`")
            }
            PlaceError::UnknownFunction(name) => {
                write!(out, "the program has no function `{name}`")
            }
            PlaceError::NoStatement(place) => {
                write!(out, "no statement begins at {place} or after it")
            }
            PlaceError::NotReached { place: Place::Step(number), step_count } => {
                write!(out, "there is no step {number}: the run has {step_count}")
            }
            PlaceError::NotReached { place, .. } => write!(out, "the run never reaches {place}"),
            PlaceError::Load(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for PlaceError {}

impl From<LoadError> for PlaceError {
    fn from(error: LoadError) -> PlaceError {
        PlaceError::Load(error)
    }
}

impl Replay {
    /// Goes to the first step of the run that is at a place.
    pub fn seek_place(&mut self, place: &Place) -> Result<Step, PlaceError> {
        let stop = match place {
            Place::Step(number) => self.seek_step(*number)?,
            Place::FileLine { .. } | Place::FunctionLine { .. } => {
                let starts = statement_starts(self.program(), place)?;
                self.rewind()?;
                self.go_to_places(starts)
            }
        };
        match stop {
            Stop::Step(step) => Ok(step),
            _ => {
                Err(PlaceError::NotReached { place: place.clone(), step_count: self.step_number() })
            }
        }
    }
}

/// Where statements begin: file, function, line and first instruction of each.
struct Start<'a> {
    file: &'a str,
    function: &'a str,
    function_line: u32,
    line: u32,
    pc: u64,
}

fn starts(program: &Program) -> impl Iterator<Item = Start<'_>> {
    let units = program.units().iter().filter(|unit| unit.kind == UnitKind::User);
    units.flat_map(|unit| {
        unit.functions.iter().flat_map(move |function| {
            let rows = function.rows.iter().filter(|row| row.event == Event::Statement);
            rows.map(move |row| Start {
                file: unit.files.get(usize::from(row.place.file)).map_or("", String::as_str),
                function: &function.name,
                function_line: function.place.line,
                line: row.place.line,
                pc: function.start + u64::from(row.offset),
            })
        })
    })
}

/// The first instructions of the statements on a place's line, or on the next line that has any.
fn statement_starts(program: &Program, place: &Place) -> Result<BTreeSet<u64>, PlaceError> {
    let (candidates, unknown): (Vec<Start>, PlaceError) = match place {
        Place::FileLine { file, .. } => (
            starts(program).filter(|start| is_file(start.file, file)).collect(),
            PlaceError::UnknownFile(file.clone()),
        ),
        Place::FunctionLine { function, .. } => (
            starts(program).filter(|start| start.function == function).collect(),
            PlaceError::UnknownFunction(function.clone()),
        ),
        Place::Step(_) => (vec![], PlaceError::NoStatement(place.clone())),
    };
    let wanted = match (place, candidates.first()) {
        (_, None) => return Err(unknown),
        (Place::FunctionLine { line, .. }, Some(start)) => {
            start.function_line.saturating_add(line - 1)
        }
        (Place::FileLine { line, .. }, _) => *line,
        (Place::Step(_), _) => 0,
    };
    let lines = candidates.iter().map(|start| start.line).filter(|&line| line >= wanted);
    let line = lines.min().ok_or_else(|| PlaceError::NoStatement(place.clone()))?;
    Ok(candidates.iter().filter(|start| start.line == line).map(|start| start.pc).collect())
}

/// Whether a name is a file's, or its last parts.
fn is_file(file: &str, name: &str) -> bool {
    file.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_back_as_they_are_written() {
        for text in ["12", "memory.c:9", "src/a.c:1", "main:3"] {
            assert_eq!(text.parse::<Place>().map(|place| place.to_string()), Ok(text.into()));
        }
        for text in ["", "0", "main:", ":3", "main:0", "x"] {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
        assert!(is_file("src/memory.c", "memory.c") && !is_file("src/memory.c", "ory.c"));
    }
}
