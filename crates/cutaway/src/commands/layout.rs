//! `cutaway layout`: the sections of a program in memory.

use crate::arguments::LayoutArgs;
use crate::failure::Failure;
use crate::outside::{self, ProgramFiles};
use crate::{session, terminal};

/// How many things of a region are listed without `--all`.
const CONTENTS_SHOWN: usize = 12;

/// Loads a program and lists its address space.
pub(crate) fn layout(arguments: &LayoutArgs) -> Result<u8, Failure> {
    let image = session::image(&arguments.program)?;
    let session = session::session(image, &arguments.program, None, Default::default())?;
    let view = view::layout_at_start(&session, &ProgramFiles).map_err(session::not_loaded)?;
    let shown = if arguments.all { usize::MAX } else { CONTENTS_SHOWN };
    outside::print(&figure::layout_text(&view, shown, terminal::output_style()))?;
    Ok(0)
}
