//! A finding as text: sentence, source with labels, the past, the repair, the clause.

use view::{FindingView, LabelView};

use super::style::{Style, wrap};

/// A finding, told for a terminal.
pub fn finding(view: &FindingView, style: Style) -> String {
    let mut out = headline(view, style);
    excerpts(&mut out, &view.labels, style);
    for sentence in &view.history {
        paragraph(&mut out, sentence, style);
    }
    if view.calls.len() > 1 {
        let calls = calls(&view.calls);
        paragraph(&mut out, &format!("Calls, innermost first: {calls}."), style);
    }
    out.push('\n');
    if !view.repair.is_empty() {
        paragraph(&mut out, &format!("Repair: {}", view.repair), style);
    }
    let mut last = format!("{}.  {}", view.clause, view.consequence);
    if let Some(step) = view.step {
        last.push_str(&format!("  Step {step}."));
    }
    paragraph(&mut out, &last, style);
    out
}

/// The code and the first sentence, broken where the line ends.
fn headline(view: &FindingView, style: Style) -> String {
    let lines = wrap(&format!("{}: {}", view.code, view.message), style.width.saturating_sub(3));
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        match line.strip_prefix(view.code.as_str()).filter(|_| index == 0) {
            Some(rest) => out.push_str(&format!("{}{}", style.red(&view.code), style.bold(rest))),
            None => out.push_str(&format!("   {}", style.bold(line))),
        }
        out.push('\n');
    }
    out.push('\n');
    out
}

/// The first calls; the same one again and again is counted.
fn calls(places: &[view::PlaceView]) -> String {
    const TOLD: usize = 8;
    let mut told: Vec<(String, u32)> = Vec::new();
    for text in places.iter().take(TOLD).map(call) {
        match told.last_mut() {
            Some((last, count)) if *last == text => *count += 1,
            _ => told.push((text, 1)),
        }
    }
    let count = |(text, count): (String, u32)| match count {
        1 => text,
        count => format!("{text} {count} times"),
    };
    told.into_iter().map(count).collect::<Vec<_>>().join(", ")
}

fn call(place: &view::PlaceView) -> String {
    let function = place.function.as_deref().unwrap_or("?");
    format!("{function} ({}:{})", place.file, place.line)
}

fn paragraph(out: &mut String, text: &str, style: Style) {
    for line in wrap(text, style.width.saturating_sub(3)) {
        out.push_str("   ");
        out.push_str(&line);
        out.push('\n');
    }
}

/// The lines that labels stand on, in order of file and line, each with its marks.
fn excerpts(out: &mut String, labels: &[LabelView], style: Style) {
    let mut sorted: Vec<&LabelView> = labels.iter().filter(|label| label.place.line > 0).collect();
    sorted.sort_by_key(|label| (label.place.file.clone(), label.place.line, label.place.column));
    let mut shown: Option<(&str, u32)> = None;
    for label in sorted {
        let place = &label.place;
        if shown.is_none_or(|(file, _)| file != place.file) {
            out.push_str(&style.blue(&format!("   in {}\n", place.file)));
        }
        if shown != Some((place.file.as_str(), place.line)) {
            let text = place.text.replace('\t', " ");
            out.push_str(&format!(
                "   {} {}\n",
                style.blue(&format!("{:>4} │", place.line)),
                text.trim_end()
            ));
        }
        shown = Some((&place.file, place.line));
        mark(out, label, style);
    }
    out.push('\n');
}

fn mark(out: &mut String, label: &LabelView, style: Style) {
    let sign = if label.is_primary { "^" } else { "─" };
    let before = (label.place.column as usize).saturating_sub(1);
    let length = (label.place.length as usize).max(1);
    let line_columns = label.place.text.chars().count().max(before + 1);
    let marks = sign.repeat(length.min(line_columns - before));
    let text = format!("{marks} {}", label.text);
    let painted = if label.is_primary { style.red(&text) } else { style.blue(&text) };
    out.push_str(&format!("        {} {}{painted}\n", style.blue("│"), " ".repeat(before)));
}
