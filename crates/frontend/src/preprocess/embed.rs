//! `#embed` (C23 6.10.4): the bytes of a file as integer constants, with commas between them.
//!
//! They are read as a file is that holds them as text.

use std::fmt::Write as _;

use source::SourceFile;

use super::include::Header;
use super::pp_token::{PpKind, PpToken, SPACE};
use super::reader::Line;
use super::substitute::closing_paren;
use super::{INCLUDE_COUNT_MAX, Preprocessor, messages};
use crate::token::Encoding;

/// How many bytes a file may have.
const SIZE_MAX_BYTES: usize = 1 << 20;

/// The parameters of a directive.
#[derive(Default)]
struct Parameters {
    /// At most so many bytes are taken.
    limit: Option<usize>,
    /// What stands before and after the bytes, when there are any.
    prefix: String,
    suffix: String,
    /// What stands in place of no bytes.
    if_empty: String,
}

impl Preprocessor<'_> {
    /// `#embed <name> parameters` or `#embed "name" parameters`: what it becomes is read next.
    pub(super) fn embed(&mut self, line: &Line) {
        let span = line.span();
        let rest = line.tokens().get(1..).unwrap_or(&[]);
        let Some(&first) = rest.first() else {
            return self.report(messages::header_expected(span, ""));
        };
        let is_plain = matches!(first.kind, PpKind::HeaderName | PpKind::String(Encoding::Plain));
        let Some(header) = self.header(&rest[..1], first.span).filter(|_| is_plain) else {
            let text = self.spelling(first).into_owned();
            return self.report(messages::header_expected(span, &text));
        };
        let Some(parameters) = self.embed_parameters(&rest[1..]) else {
            return self.report(messages::embed_parameters(span));
        };
        match self.embedded_bytes(&header, line) {
            Some(bytes) => {
                let count = parameters.limit.unwrap_or(bytes.len()).min(bytes.len());
                self.include_count += 1;
                if self.include_count > INCLUDE_COUNT_MAX {
                    let diagnostic = messages::too_many_includes(span, INCLUDE_COUNT_MAX);
                    return self.report_fatal(diagnostic);
                }
                let name = format!("<embedded {}>", header.name);
                let text = embedded_text(&bytes[..count], &parameters);
                let file = self.map.add(SourceFile::new(name, text, false));
                self.enter_source(file, Some(span));
            }
            None => self.report(messages::embed_not_found(header.span, &header.spelling())),
        }
    }

    fn embedded_bytes(&self, header: &Header, line: &Line) -> Option<Vec<u8>> {
        let paths = self.paths(header, line.hash().span.file);
        let bytes = paths.iter().find_map(|path| self.files.load(path).ok())?;
        (bytes.len() <= SIZE_MAX_BYTES).then_some(bytes)
    }

    /// C23 6.10.4.2 to 6.10.4.5: `limit(n)`, `prefix(…)`, `suffix(…)`, `if_empty(…)`.
    fn embed_parameters(&mut self, tokens: &[PpToken]) -> Option<Parameters> {
        let mut parameters = Parameters::default();
        let mut at = 0;
        while let Some(&token) = tokens.get(at) {
            let PpKind::Identifier(name) = token.kind else { return None };
            let end = closing_paren(tokens, at + 1)?;
            let inner = &tokens[at + 2..end];
            match self.names.text(name).trim_matches('_') {
                "limit" => {
                    let expanded = self.expand_line(inner, token.span);
                    let [number] = expanded[..] else { return None };
                    parameters.limit = Some(self.spelling(number).parse().ok()?);
                }
                "prefix" => parameters.prefix = self.spelled_line(inner),
                "suffix" => parameters.suffix = self.spelled_line(inner),
                "if_empty" => parameters.if_empty = self.spelled_line(inner),
                _ => return None,
            }
            at = end + 1;
        }
        Some(parameters)
    }

    fn spelled_line(&self, tokens: &[PpToken]) -> String {
        let mut text = String::new();
        for &token in tokens {
            if token.has(SPACE) {
                text.push(' ');
            }
            text.push_str(&self.spelling(token));
        }
        text
    }
}

fn embedded_text(bytes: &[u8], parameters: &Parameters) -> String {
    let Some((last, before)) = bytes.split_last() else { return parameters.if_empty.clone() };
    let mut text = format!("{} ", parameters.prefix);
    for byte in before {
        let _ = write!(text, "{byte},");
    }
    let _ = write!(text, "{last} {}", parameters.suffix);
    text
}
