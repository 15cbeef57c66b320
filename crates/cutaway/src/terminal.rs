//! What the terminal is like: whether there is one, its width, its colours.

use std::io::IsTerminal;

use figure::Style;

/// How to write text to standard output.
pub(crate) fn output_style() -> Style {
    style(std::io::stdout().is_terminal())
}

/// How to write text to standard error.
pub(crate) fn error_style() -> Style {
    style(std::io::stderr().is_terminal())
}

/// Whether diagnostics may be coloured.
pub(crate) fn error_has_color() -> bool {
    error_style().has_color
}

/// Whether a person sits at both ends.
pub(crate) fn is_interactive() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// `NO_COLOR` (no-color.org) and a dumb terminal turn colours off; a pipe has neither colours nor a width.
fn style(is_terminal: bool) -> Style {
    if !is_terminal {
        return Style::PLAIN;
    }
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let columns = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    Style { has_color: !is_dumb && !no_color, width: columns.unwrap_or(80usize).clamp(60, 120) }
}
