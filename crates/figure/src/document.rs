//! Documents: a whole story as text, Markdown or HTML.

use view::{Entry, EntryKind, MemoryView, Omission, Story};

use crate::svg::{self, What, draw_bare, escape_xml, inline};
use crate::text::{self, Style};
use crate::words;

/// A document and the figures that it shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendering {
    /// The text of the document.
    pub text: String,
    /// Its figures: file name and SVG.
    pub figures: Vec<(String, String)>,
}

/// How many of a region's things the introduction lists.
const CONTENTS_SHOWN: usize = 12;

/// The story for a terminal.
pub fn plain_text(story: &Story, style: Style) -> String {
    let mut out = format!("{}\n\n", style.bold(&title(story)));
    out.push_str("The memory of the running program, high addresses first, not to scale:\n\n");
    out.push_str(&text::own_layout(&story.layout, CONTENTS_SHOWN, style));
    out.push('\n');
    for sentence in sections(story) {
        indented(&mut out, &sentence, "  ", style);
    }
    out.push('\n');
    let mut seen: Option<&MemoryView> = None;
    for (index, entry) in story.entries.iter().enumerate() {
        for sentence in omitted_before(story, index) {
            indented(&mut out, &sentence, "    ", style);
            out.push('\n');
        }
        entry_text(&mut out, story, index, seen, style);
        seen = has_figure(entry).then_some(&entry.memory).or(seen);
    }
    for sentence in omitted_before(story, story.entries.len()) {
        indented(&mut out, &sentence, "", style);
    }
    out
}

fn title(story: &Story) -> String {
    format!("What memory does when {} runs", words::file_name(&story.program))
}

/// A sentence for each region that is mapped; one for the regions of a library.
fn sections(story: &Story) -> Vec<String> {
    let regions = story.layout.regions.iter();
    let is_mapped = |region: &&view::RegionView| region.kind != view::RegionKind::Unmapped;
    let mut sentences: Vec<_> = regions.filter(is_mapped).map(words::region_sentence).collect();
    sentences.dedup();
    sentences
}

fn indented(out: &mut String, sentence: &str, indent: &str, style: Style) {
    for line in text::wrap(sentence, style.width.saturating_sub(indent.len())) {
        out.push_str(&format!("{indent}{line}\n"));
    }
}

fn entry_text(
    out: &mut String,
    story: &Story,
    index: usize,
    seen: Option<&MemoryView>,
    style: Style,
) {
    let entry = &story.entries[index];
    headline_lines(out, &format!("{:>2}  ", index + 1), story, entry, style);
    indented(out, &words::paragraph(entry), "    ", style);
    for finding in found(story, entry) {
        out.push('\n');
        out.push_str(&text::finding(finding, style));
    }
    if has_figure(entry) {
        out.push('\n');
        out.push_str(&text::memory_after(&entry.memory, seen, What::All, style));
    }
    out.push('\n');
}

/// The headline with its number, and the place at the right, or below where it does not fit.
fn headline_lines(out: &mut String, number: &str, story: &Story, entry: &Entry, style: Style) {
    let place = subtitle(entry, story);
    let margin = text::columns(number);
    let lines = text::wrap(&headline(story, entry), style.width.saturating_sub(margin));
    let last = lines.len().saturating_sub(1);
    for (index, line) in lines.iter().enumerate() {
        let start = if index == 0 { number.to_string() } else { " ".repeat(margin) };
        out.push_str(&style.bold(&format!("{start}{line}")));
        let room = style.width.saturating_sub(margin + text::columns(line));
        if index == last && !place.is_empty() {
            match room.checked_sub(text::columns(&place)).filter(|&gap| gap >= 2) {
                Some(gap) => out.push_str(&" ".repeat(gap)),
                None => out.push_str(&format!("\n{}", " ".repeat(margin))),
            }
            out.push_str(&style.dim(&place));
        }
        out.push('\n');
    }
}

/// The sentence that heads an entry: what was found, if something was, or else what happened.
fn headline(story: &Story, entry: &Entry) -> String {
    match (&entry.kind, found(story, entry).next()) {
        (EntryKind::Statement, Some(finding)) => {
            format!("Something goes wrong: {}", finding.message)
        }
        _ => words::headline(entry),
    }
}

/// Before a function has a frame, the layout says all that there is to see.
fn has_figure(entry: &Entry) -> bool {
    match entry.kind {
        EntryKind::Loaded => false,
        EntryKind::Ended { .. } => words::is_seen(entry),
        _ => true,
    }
}

fn found<'s>(
    story: &'s Story,
    entry: &'s Entry,
) -> impl Iterator<Item = &'s view::FindingView> + 's {
    entry.effects.iter().filter_map(|effect| match effect {
        view::Effect::Found { finding } => story.findings.get(*finding),
        _ => None,
    })
}

fn subtitle(entry: &Entry, story: &Story) -> String {
    let step = entry.step.map(|step| format!("step {step} of {}", story.step_count));
    let place = entry
        .place
        .as_ref()
        .map(|place| format!("{}:{}", words::file_name(&place.file), place.line));
    [step, place].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is left out just before an entry, in sentences; after the last entry, what the whole leaves out.
fn omitted_before(story: &Story, index: usize) -> Vec<String> {
    let last = story.entries.len().saturating_sub(1);
    let place = |omission: &Omission| match omission {
        Omission::Statements { .. } => 0,
        Omission::Entries { .. } => last,
        Omission::Run { .. } | Omission::Output { .. } => story.entries.len(),
    };
    let here = story.omissions.iter().filter(|omission| place(omission) == index);
    here.map(omitted).collect()
}

fn omitted(omission: &Omission) -> String {
    match omission {
        Omission::Statements { count } => format!(
            "Told by calls and returns: {} left out between them. `--steps A..B` tells every \
             statement of a part.",
            words::count(*count, "statement is", "statements are")
        ),
        Omission::Entries { steps, first } => format!(
            "… {} not told here, from step {first} on. `--steps {first}..` goes on there. …",
            words::count(*steps, "step is", "steps are")
        ),
        Omission::Run { step } => {
            format!("The run was stopped at step {step}; `--max-steps N` lets it go further.")
        }
        Omission::Output { bytes } => {
            format!(
                "{} of output are not shown; `cutaway run` shows all of it.",
                words::bytes(*bytes)
            )
        }
    }
}

/// The story as Markdown, with an SVG file for each figure.
pub fn markdown(story: &Story) -> Rendering {
    let mut text = format!("# {}\n\n## The sections of its memory\n\n", prose(&title(story)));
    for sentence in sections(story) {
        text.push_str(&format!("- {}\n", prose(&sentence)));
    }
    text.push('\n');
    let (alternative, layout) = layout_figure(story);
    text.push_str(&markdown_figure(&alternative, "layout.svg", LAYOUT_CAPTION));
    text.push_str("## What happens\n\n");
    let mut figures = vec![("layout.svg".to_string(), layout)];
    for (index, entry) in story.entries.iter().enumerate() {
        for sentence in omitted_before(story, index) {
            text.push_str(&format!("*{sentence}*\n\n"));
        }
        let number = index + 1;
        text.push_str(&format!("### {number}. {}\n\n", prose(&headline(story, entry))));
        text.push_str(&markdown_body(story, entry));
        if has_figure(entry) {
            let name = format!("figure-{number:03}.svg");
            let seen = svg::seen(&entry.memory, What::All);
            text.push_str(&markdown_figure(&seen, &name, &figure_caption(story, entry, number)));
            figures.push((name, figure(story, entry)));
        }
    }
    for sentence in omitted_before(story, story.entries.len()) {
        text.push_str(&format!("*{sentence}*\n\n"));
    }
    Rendering { text, figures }
}

const LAYOUT_CAPTION: &str =
    "The layout of memory just after loading, high addresses on top, not to scale.";

fn markdown_figure(alternative: &str, name: &str, caption: &str) -> String {
    let alternative = alternative.replace(['[', ']', '\n'], " ");
    format!("![{}]({name})\n\n*{caption}*\n\n", prose(&alternative))
}

fn markdown_body(story: &Story, entry: &Entry) -> String {
    let mut out = String::new();
    if let Some(place) = &entry.place {
        let code = place.text.trim().replace('`', "'");
        out.push_str(&format!("*{}:* `{code}`\n\n", subtitle(entry, story)));
    }
    let paragraph = words::paragraph(entry);
    if !paragraph.is_empty() {
        out.push_str(&format!("{}\n\n", prose(&paragraph)));
    }
    for finding in found(story, entry) {
        let told = text::finding(finding, Style::PLAIN);
        out.push_str(&format!("```text\n{told}```\n\n"));
    }
    out
}

/// A text as Markdown shows it unchanged; what stands between backquotes is code already.
fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_code = false;
    for character in text.chars() {
        is_code ^= character == '`';
        if !is_code && matches!(character, '*' | '_' | '<' | '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// The figure of one entry.
fn figure(story: &Story, entry: &Entry) -> String {
    draw_bare(&entry.memory, &headline(story, entry), What::All)
}

fn figure_caption(story: &Story, entry: &Entry, number: usize) -> String {
    let when = match (&entry.kind, entry.step) {
        (EntryKind::Started { .. }, _) => "before the first step".to_string(),
        (EntryKind::Ended { .. }, _) => "at the last moment".to_string(),
        (_, Some(step)) => format!("after step {step} of {}", story.step_count),
        (_, None) => "here".to_string(),
    };
    format!("Figure {number}: memory {when}.")
}

/// The figure of the layout, and what is seen in it.
fn layout_figure(story: &Story) -> (String, String) {
    let Some(entry) = story.entries.first() else { return Default::default() };
    let memory = MemoryView { layout: story.layout.clone(), ..entry.memory.clone() };
    let title = format!("The memory of {}", words::file_name(&story.program));
    (svg::seen(&memory, What::Layout), draw_bare(&memory, &title, What::Layout))
}

/// The story as one HTML page with its figures inside.
pub fn html(story: &Story) -> String {
    let title = escape_xml(&title(story));
    let mut body = format!("<h1>{title}</h1>\n<h2>The sections of its memory</h2>\n<ul>\n");
    for sentence in sections(story) {
        body.push_str(&format!("<li>{}</li>\n", marked_up(&sentence)));
    }
    body.push_str("</ul>\n");
    body.push_str(&html_figure(&layout_figure(story).1, "layout", LAYOUT_CAPTION));
    body.push_str("<h2>What happens</h2>\n");
    for (index, entry) in story.entries.iter().enumerate() {
        for sentence in omitted_before(story, index) {
            body.push_str(&format!("<p><em>{}</em></p>\n", marked_up(&sentence)));
        }
        html_entry(&mut body, story, index + 1, entry);
    }
    for sentence in omitted_before(story, story.entries.len()) {
        body.push_str(&format!("<p><em>{}</em></p>\n", marked_up(&sentence)));
    }
    let figure_style = svg::STYLE;
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{PAGE_STYLE}{figure_style}</style>\n</head>\n<body>\n<main>\n{body}</main>\n\
         </body>\n</html>\n"
    )
}

const PAGE_STYLE: &str = "\
:root{color-scheme:light dark}body{font:16px/1.5 Inter,system-ui,sans-serif;margin:0;background:#fff;color:#1c2330}\
main{max-width:800px;margin:0 auto;padding:24px 16px 64px}h1{font-size:28px}h2{font-size:22px;margin-top:40px}\
h3{font-size:18px;margin-top:48px}figure{margin:16px 0}figcaption,.place{color:#5b667a;font-size:14px}\
svg{max-width:100%;height:auto;display:block}code,pre{font-family:'JetBrains Mono','DejaVu Sans Mono',monospace;font-size:14px}\
h1,h3,p,li{overflow-wrap:anywhere}pre{overflow-x:auto;padding:12px;border:1px solid #d5dae3;border-radius:6px}\
@media (prefers-color-scheme:dark){body{background:#14181f;color:#e7eaf0}.place,figcaption{color:#a3acbd}pre{border-color:#39414f}}\
";

fn html_entry(body: &mut String, story: &Story, number: usize, entry: &Entry) {
    let headline = marked_up(&headline(story, entry));
    body.push_str(&format!("<h3 id=\"step-{number}\">{number}. {headline}</h3>\n"));
    if let Some(place) = &entry.place {
        body.push_str(&format!(
            "<p class=\"place\">{} <code>{}</code></p>\n",
            escape_xml(&subtitle(entry, story)),
            escape_xml(place.text.trim())
        ));
    }
    let paragraph = words::paragraph(entry);
    if !paragraph.is_empty() {
        body.push_str(&format!("<p>{}</p>\n", marked_up(&paragraph)));
    }
    for finding in found(story, entry) {
        let text = text::finding(finding, Style::PLAIN);
        body.push_str(&format!("<pre>{}</pre>\n", escape_lines(&text)));
    }
    if has_figure(entry) {
        let caption = figure_caption(story, entry, number);
        body.push_str(&html_figure(&figure(story, entry), &format!("f{number}"), &caption));
    }
}

fn html_figure(svg: &str, id: &str, caption: &str) -> String {
    let svg = inline(svg, id);
    format!("<figure>\n{svg}<figcaption>{}</figcaption>\n</figure>\n", escape_xml(caption))
}

/// A sentence with what stands between backquotes as code.
fn marked_up(text: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split('`').enumerate() {
        let part = escape_xml(part);
        out.push_str(&if index % 2 == 1 { format!("<code>{part}</code>") } else { part });
    }
    out
}

/// Escapes a text of several lines.
fn escape_lines(text: &str) -> String {
    text.lines().map(escape_xml).collect::<Vec<_>>().join("\n")
}
