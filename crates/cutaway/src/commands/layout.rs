//! `cutaway layout`: the sections of a program in memory; of one that does not run here, as its file says them.

use crate::arguments::LayoutArgs;
use crate::failure::Failure;
use crate::outside::{self, ProgramFiles};
use crate::{binary, session, terminal};

/// How many things of a region are listed without `--all`.
const CONTENTS_SHOWN: usize = 12;

/// Loads a program and lists its address space, or what the file of another system says of it.
pub(crate) fn layout(arguments: &LayoutArgs) -> Result<u8, Failure> {
    if let Some(views) = binary::static_layout(&arguments.program)? {
        outside::print(&figure::binary_text(&views, terminal::output_style()))?;
        return Ok(0);
    }
    let image = session::image(&arguments.program)?;
    let session = session::session(image, &arguments.program, None, Default::default())?;
    let view = view::layout_at_start(&session, &ProgramFiles).map_err(session::not_loaded)?;
    let shown = if arguments.all { usize::MAX } else { CONTENTS_SHOWN };
    outside::print(&figure::layout_text(&view, shown, terminal::output_style()))?;
    Ok(0)
}
