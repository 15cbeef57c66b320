//! The canvas: SVG elements in order, with text measured well enough to be cut where it would not fit.
//!
//! **Units**: CSS pixels; whole numbers only, so that the bytes do not depend on how floats are printed.

use std::fmt::Write as _;

/// A font of the figures. Widths are averages of common fonts, on the safe side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Font {
    /// Proportional, 13 pixels.
    Sans,
    /// Proportional, 12 pixels.
    Note,
    /// Proportional, 11 pixels.
    Small,
    /// Proportional, bold, 13 pixels.
    Bold,
    /// Proportional, bold, 17 pixels.
    Title,
    /// Fixed width, 12 pixels.
    Mono,
}

impl Font {
    /// The average width of a character. **Units**: hundredths of a pixel.
    fn advance(self) -> usize {
        match self {
            Font::Sans => 690,
            Font::Note => 640,
            Font::Small => 590,
            Font::Bold => 890,
            Font::Title => 980,
            Font::Mono => 725,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Font::Sans => "s",
            Font::Note => "n",
            Font::Small => "xs",
            Font::Bold => "b",
            Font::Title => "t",
            Font::Mono => "m",
        }
    }

    /// How wide a text is.
    pub(crate) fn width(self, text: &str) -> i32 {
        (text.chars().count() * self.advance() / 100) as i32 + 1
    }

    /// A text cut to a width, with an ellipsis where something was cut.
    pub(crate) fn fit(self, text: &str, width: i32) -> String {
        if self.width(text) <= width {
            return text.to_string();
        }
        let room = (width.max(0) as usize * 100 / self.advance()).saturating_sub(1);
        let mut cut: String = text.chars().take(room).collect();
        cut.push('…');
        cut
    }
}

/// Where a text is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Anchor {
    /// By its start.
    Start,
    /// By its middle.
    Middle,
    /// By its end.
    End,
}

/// A drawing in progress.
#[derive(Default, Debug)]
pub(crate) struct Canvas {
    body: String,
}

impl Canvas {
    /// A text; `class` gives its colour.
    pub(crate) fn text(
        &mut self,
        x: i32,
        y: i32,
        anchor: Anchor,
        font: Font,
        class: &str,
        text: &str,
    ) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let font = font.class();
        let space = if class.is_empty() { "" } else { " " };
        let text = escape(text);
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\"{anchor} class=\"{font}{space}{class}\">{text}</text>"
        );
    }

    /// A rectangle with rounded corners.
    pub(crate) fn rect(
        &mut self,
        x: i32,
        y: i32,
        width: i32,
        height: i32,
        radius: i32,
        class: &str,
    ) {
        let _ = writeln!(
            self.body,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" \
             class=\"{class}\"/>"
        );
    }

    /// A straight line.
    pub(crate) fn line(&mut self, x1: i32, y1: i32, x2: i32, y2: i32, class: &str) {
        let _ = writeln!(
            self.body,
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" class=\"{class}\"/>"
        );
    }

    /// A path with an arrow head at its end; that of a pointer that must not be used is broken.
    pub(crate) fn arrow(&mut self, path: &str, is_broken: bool) {
        let (class, head) = if is_broken { ("broken", "b") } else { ("arrow", "a") };
        let _ = writeln!(
            self.body,
            "<path d=\"{path}\" class=\"{class}\" marker-end=\"url(#{head})\"/>"
        );
    }

    /// The elements drawn so far.
    pub(crate) fn into_body(self) -> String {
        self.body
    }
}

/// A text as XML wants it; control characters, which XML cannot hold, become U+FFFD.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push(' '),
            control if control.is_control() => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_to_their_width() {
        assert_eq!(Font::Mono.fit("abcdef", 100), "abcdef");
        assert_eq!(Font::Mono.fit("abcdefghijkl", 60), "abcdefg…");
        assert_eq!(Font::Mono.fit("abc", -5), "…");
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(escape("a<b>&\"\u{1}"), "a&lt;b&gt;&amp;&quot;\u{fffd}");
    }
}
