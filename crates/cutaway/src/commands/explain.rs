//! `cutaway explain`: the story of a run.

use std::path::Path;

use view::{Story, StoryOptions};

use crate::arguments::{ExplainArgs, Format};
use crate::driver::Quiet;
use crate::failure::Failure;
use crate::outside::{self, ProgramFiles};
use crate::{session, terminal};

/// Runs a program quietly and tells what memory did.
pub(crate) fn explain(arguments: &ExplainArgs) -> Result<u8, Failure> {
    let image = session::image(&arguments.program)?;
    let limits = session::limits_for_telling(&arguments.limits);
    let mut session =
        session::session(image, &arguments.program, Some(&arguments.checking), limits)?;
    session.run(&mut Quiet::new(&arguments.program.grants())?).map_err(session::not_loaded)?;
    let options = StoryOptions {
        steps: arguments.steps,
        calls_only: arguments.calls,
        ..StoryOptions::default()
    };
    let story = view::story(&session, &ProgramFiles, &options).map_err(session::not_loaded)?;
    match &arguments.output {
        Some(directory) => write(&story, arguments.format, directory)?,
        None => outside::print(&text(&story, arguments.format))?,
    }
    Ok(0)
}

fn text(story: &Story, format: Format) -> String {
    match format {
        Format::Text => figure::plain_text(story, terminal::output_style()),
        Format::Markdown => figure::markdown(story).text,
        Format::Html => figure::html(story),
    }
}

/// Writes the story into a directory, with one SVG figure for each entry.
fn write(story: &Story, format: Format, directory: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(directory).map_err(|error| Failure::write(directory, &error))?;
    let rendering = figure::markdown(story);
    for (name, svg) in &rendering.figures {
        outside::write_to(Some(&directory.join(name)), svg.as_bytes())?;
    }
    let (name, text) = match format {
        Format::Text => ("story.txt", figure::plain_text(story, figure::Style::PLAIN)),
        Format::Markdown => ("story.md", rendering.text),
        Format::Html => ("index.html", figure::html(story)),
    };
    let path = directory.join(name);
    outside::write_to(Some(&path), text.as_bytes())?;
    let figures = match rendering.figures.len() {
        1 => "1 figure".into(),
        count => format!("{count} figures"),
    };
    outside::print(&format!("{} and {figures} beside it\n", path.display()))
}
