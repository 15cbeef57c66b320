//! The formats of `printf` and `scanf` against their arguments (C17 7.21.6.1, 7.21.6.2); only warnings rest on it.
//!
//! A *directive* is what begins with `%`. Nothing is said of a format that is no literal, or has a directive that is not
//! known here.

use source::Span;

use crate::tree::{Expr, ExprKind, FunctionId};
use crate::types::Basic;

use super::classify::Classify;
use super::{Sema, messages};

/// The functions with a format: which argument it is; the next one is the first that it speaks of.
const FUNCTIONS: &[(&str, usize, bool)] = &[
    ("printf", 0, false),
    ("fprintf", 1, false),
    ("sprintf", 1, false),
    ("snprintf", 2, false),
    ("dprintf", 1, false),
    ("asprintf", 1, false),
    ("scanf", 0, true),
    ("fscanf", 1, true),
    ("sscanf", 1, true),
];

/// What a directive wants of its argument.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Wanted {
    /// As it is written: `%ld`.
    directive: String,
    value: Value,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Value {
    /// An integer of so many bytes after promotion; with `scanf` a pointer to one.
    Integer(u64),
    /// A value of that floating type; with `scanf` a pointer to one.
    Floating(Basic),
    /// A pointer to characters.
    Characters,
    /// Any pointer to an object.
    Pointer,
}

impl Sema<'_> {
    /// Warns of arguments that do not fit the format that a library function is called with.
    pub(super) fn check_format(&mut self, function: Option<FunctionId>, arguments: &[Expr]) {
        let Some(id) = function else { return };
        let function = &self.functions[id.0 as usize];
        let name = self.text(function.name);
        let known = FUNCTIONS.iter().find(|it| it.0 == name);
        let known = known.map(|&(_, index, is_scan)| (is_scan, index, Some(index + 1)));
        let Some((is_scan, index, first)) = known.or(function.conventions.format) else { return };
        let Some((format, place)) = arguments.get(index).and_then(|it| self.literal(it)) else {
            return;
        };
        let Some(wanted) = directives(format, is_scan) else { return };
        let Some(given) = first.and_then(|first| arguments.get(first..)) else { return };
        if wanted.len() > given.len() {
            let missing = &wanted[given.len()].directive;
            let count = (wanted.len(), given.len());
            self.report(messages::format_without_argument(place, missing, count));
        } else if let Some(extra) = given.get(wanted.len()) {
            self.report(messages::argument_without_format(extra.span, place, is_scan));
        }
        for (wanted, argument) in wanted.iter().zip(given) {
            self.check_directive(wanted, argument, is_scan);
        }
    }

    /// The characters of a string literal that is passed, and its place.
    fn literal<'e>(&'e self, argument: &'e Expr) -> Option<(&'e [u8], Span)> {
        match &argument.kind {
            ExprKind::Convert(inner, _) => self.literal(inner),
            ExprKind::ArrayDecay(array) => match array.kind {
                ExprKind::String(id) => Some((&self.strings[id.0 as usize].bytes, argument.span)),
                _ => None,
            },
            _ => None,
        }
    }

    fn check_directive(&mut self, wanted: &Wanted, argument: &Expr, is_scan: bool) {
        if self.types.is_error(argument.ty.id) {
            return;
        }
        let fits = if is_scan {
            self.fits_scan(wanted.value, argument)
        } else {
            self.fits_print(wanted.value, argument)
        };
        if fits {
            return;
        }
        let needed = needed(wanted.value, is_scan);
        let given = self.spell(argument.ty);
        let is_place = matches!(argument.kind, ExprKind::Load(_)) || self.is_promoted(argument);
        let help = match is_scan && is_place && !self.types.is_pointer(argument.ty.id) {
            true => Some("write `&` before the name: the value is stored there".to_string()),
            false if self.types.is_complex(argument.ty.id) => Some(
                "no directive prints both parts: write one for `creal` of it, one for `cimag`"
                    .to_string(),
            ),
            false => self.directive_for(argument, is_scan).map(|it| format!("write `{it}`")),
        };
        let directive = &wanted.directive;
        let diagnostic =
            messages::format_mismatch(argument.span, directive, needed, &given, is_scan);
        self.report(match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        });
    }

    /// Whether an argument is a variable that was promoted, such as a `char`.
    fn is_promoted(&self, argument: &Expr) -> bool {
        let ExprKind::Convert(inner, _) = &argument.kind else { return false };
        inner.span == argument.span && matches!(inner.kind, ExprKind::Load(_))
    }

    fn fits_print(&self, wanted: Value, argument: &Expr) -> bool {
        let types = &self.types;
        let ty = argument.ty.id;
        match wanted {
            Value::Integer(size) => types.is_integer(ty) && types.size(ty) == size.max(4),
            Value::Floating(basic) => types.as_basic(ty) == Some(basic),
            Value::Characters => types.pointee(ty).is_some_and(|to| {
                types.is_void(to.id) || (types.is_integer(to.id) && types.size(to.id) == 1)
            }),
            Value::Pointer => types.is_pointer(ty),
        }
    }

    fn fits_scan(&self, wanted: Value, argument: &Expr) -> bool {
        let types = &self.types;
        let Some(to) = types.pointee(argument.ty.id).map(|to| to.id) else { return false };
        match wanted {
            Value::Integer(size) => types.is_integer(to) && types.size(to) == size,
            Value::Floating(basic) => types.as_basic(to) == Some(basic),
            Value::Characters => types.is_integer(to) && types.size(to) == 1,
            Value::Pointer => types.is_pointer(to),
        }
    }

    /// A directive that fits an argument.
    fn directive_for(&self, argument: &Expr, is_scan: bool) -> Option<&'static str> {
        let types = &self.types;
        let pointee = types.pointee(argument.ty.id).map(|to| to.id);
        let value = if is_scan { pointee? } else { argument.ty.id };
        let is_character = |ty| types.is_integer(ty) && types.size(ty) == 1;
        if pointee.is_some_and(is_character) {
            return Some("%s");
        }
        match types.as_basic(value) {
            Some(Basic::Int) => Some("%d"),
            Some(Basic::UnsignedInt) => Some("%u"),
            Some(Basic::Long) => Some("%ld"),
            Some(Basic::UnsignedLong) => Some("%lu"),
            Some(Basic::LongLong) => Some("%lld"),
            Some(Basic::UnsignedLongLong) => Some("%llu"),
            Some(Basic::Double) => Some(if is_scan { "%lf" } else { "%f" }),
            Some(Basic::Float) => Some("%f"),
            Some(Basic::LongDouble) => Some("%Lf"),
            _ => None,
        }
    }
}

/// What a value is called in a message.
fn needed(value: Value, is_scan: bool) -> &'static str {
    match (value, is_scan) {
        (Value::Integer(8), false) => "a `long`",
        (Value::Integer(_), false) => "an `int`",
        (Value::Floating(Basic::LongDouble), false) => "a `long double`",
        (Value::Floating(_), false) => "a `double`",
        (Value::Characters, false) => "a string (`char *`)",
        (Value::Pointer, _) => "a pointer",
        (Value::Integer(1), true) => "the address of a `char`",
        (Value::Integer(2), true) => "the address of a `short`",
        (Value::Integer(8), true) => "the address of a `long`",
        (Value::Integer(_), true) => "the address of an `int`",
        (Value::Floating(Basic::LongDouble), true) => "the address of a `long double`",
        (Value::Floating(Basic::Float), true) => "the address of a `float`",
        (Value::Floating(_), true) => "the address of a `double`",
        (Value::Characters, true) => "an array of `char`",
    }
}

/// What each directive of a format wants, in order; none if one is not known.
fn directives(format: &[u8], is_scan: bool) -> Option<Vec<Wanted>> {
    let mut wanted = vec![];
    let mut rest = format.iter().copied().enumerate().peekable();
    while let Some((start, byte)) = rest.next() {
        if byte != b'%' {
            continue;
        }
        let mut is_suppressed = false;
        while let Some(&(_, next)) = rest.peek() {
            match next {
                b'*' if is_scan => is_suppressed = true,
                b'*' => {
                    wanted.push(Wanted { directive: "*".into(), value: Value::Integer(4) });
                }
                b'0'..=b'9' | b'.' | b'-' | b'+' | b' ' | b'#' | b'\'' => {}
                _ => break,
            }
            rest.next();
        }
        let mut length = String::new();
        while let Some(&(_, next @ (b'h' | b'l' | b'j' | b'z' | b't' | b'L'))) = rest.peek() {
            length.push(char::from(next));
            rest.next();
        }
        let (end, conversion) = rest.next()?;
        let value = conversion_value(conversion, &length, is_scan)?;
        if conversion == b'[' {
            // C17 7.21.6.2p12: a `]` that comes first belongs to the set.
            rest.next_if(|&(_, next)| next == b'^');
            rest.next();
            while rest.next()?.1 != b']' {}
        }
        if let (Some(value), false) = (value, is_suppressed) {
            let directive = String::from_utf8_lossy(&format[start..=end]).into_owned();
            wanted.push(Wanted { directive, value });
        }
    }
    Some(wanted)
}

/// What a conversion wants: outer none for one that is not known, inner none for `%%`.
fn conversion_value(conversion: u8, length: &str, is_scan: bool) -> Option<Option<Value>> {
    let size = match (length, is_scan) {
        ("", _) => 4,
        ("hh", true) => 1,
        ("h", true) => 2,
        ("hh" | "h", false) => 4,
        ("l" | "ll" | "j" | "z" | "t", _) => 8,
        _ => 0,
    };
    Some(Some(match conversion {
        b'%' => return Some(None),
        b'd' | b'i' | b'u' | b'x' | b'X' | b'o' if size != 0 => Value::Integer(size),
        b'c' if length.is_empty() && is_scan => Value::Characters,
        b'c' if length.is_empty() => Value::Integer(4),
        b's' | b'[' if length.is_empty() && (is_scan || conversion == b's') => Value::Characters,
        b'p' if length.is_empty() => Value::Pointer,
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'a' | b'A' => {
            Value::Floating(floating_type(length, is_scan)?)
        }
        _ => return None,
    }))
}

/// The type that a floating conversion wants (C17 7.21.6.1p7, 7.21.6.2p11).
fn floating_type(length: &str, is_scan: bool) -> Option<Basic> {
    match (length, is_scan) {
        ("L", _) => Some(Basic::LongDouble),
        ("", true) => Some(Basic::Float),
        ("l", _) | ("", false) => Some(Basic::Double),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_found() {
        let check = |format: &str, is_scan, expected: Option<&[(&str, Value)]>| {
            let found = directives(format.as_bytes(), is_scan);
            let found: Option<Vec<_>> = found
                .as_ref()
                .map(|wanted| wanted.iter().map(|it| (it.directive.as_str(), it.value)).collect());
            assert_eq!(found.as_deref(), expected, "{format}");
        };
        check(
            "100%%, %-5.2d|%s\n",
            false,
            Some(&[("%-5.2d", Value::Integer(4)), ("%s", Value::Characters)]),
        );
        check(
            "%*lu %hhx",
            false,
            Some(&[
                ("*", Value::Integer(4)),
                ("%*lu", Value::Integer(8)),
                ("%hhx", Value::Integer(4)),
            ]),
        );
        check(
            "%*d %hd %[^]x] %lf",
            true,
            Some(&[
                ("%hd", Value::Integer(2)),
                ("%[", Value::Characters),
                ("%lf", Value::Floating(Basic::Double)),
            ]),
        );
        check(
            "%Lg %.3a%5f",
            false,
            Some(&[
                ("%Lg", Value::Floating(Basic::LongDouble)),
                ("%.3a", Value::Floating(Basic::Double)),
                ("%5f", Value::Floating(Basic::Double)),
            ]),
        );
        check("%e", true, Some(&[("%e", Value::Floating(Basic::Float))]));
        check("%hf", false, None);
        check("%y", false, None);
        check("%", false, None);
    }
}
