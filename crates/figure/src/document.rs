//! Documents: a whole story as text, Markdown or HTML.

use view::{Entry, EntryKind, Omission, Story};

use crate::svg::{Caption, What, draw, escape_xml};
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

/// The story for a terminal.
pub fn plain_text(story: &Story, style: Style) -> String {
    let mut out = format!("{}\n\n", style.bold(&title(story)));
    out.push_str(&introduction(story, style));
    for (index, entry) in story.entries.iter().enumerate() {
        entry_text(&mut out, story, index + 1, entry, style);
    }
    for omission in &story.omissions {
        out.push_str(&format!("{}\n", omitted(omission)));
    }
    out
}

fn title(story: &Story) -> String {
    format!("What memory does when {} runs", story.program)
}

fn introduction(story: &Story, style: Style) -> String {
    let mut out = String::from("The memory of the running program, high addresses first:\n\n");
    out.push_str(&text::layout(&story.layout, 6, style));
    out.push('\n');
    for region in &story.layout.regions {
        if region.kind != view::RegionKind::Unmapped {
            out.push_str(&format!("  {}\n", words::region_sentence(region)));
        }
    }
    out.push('\n');
    out
}

fn entry_text(out: &mut String, story: &Story, number: usize, entry: &Entry, style: Style) {
    let headline = format!("{number:>2}  {}", words::headline(entry));
    let place = subtitle(entry, story);
    let gap = style.width.saturating_sub(text::columns(&headline) + text::columns(&place)).max(2);
    out.push_str(&format!("{}{}{}\n", style.bold(&headline), " ".repeat(gap), style.dim(&place)));
    for line in text::wrap(&words::paragraph(entry), style.width.saturating_sub(4)) {
        out.push_str(&format!("    {line}\n"));
    }
    for index in found(entry) {
        if let Some(finding) = story.findings.get(index) {
            out.push('\n');
            out.push_str(&text::finding(finding, style));
        }
    }
    if !matches!(entry.kind, EntryKind::Ended { .. } | EntryKind::Loaded) {
        out.push('\n');
        out.push_str(&text::memory(&entry.memory, What::All, style));
    }
    out.push('\n');
}

fn found(entry: &Entry) -> impl Iterator<Item = usize> + '_ {
    entry.effects.iter().filter_map(|effect| match effect {
        view::Effect::Found { finding } => Some(*finding),
        _ => None,
    })
}

fn subtitle(entry: &Entry, story: &Story) -> String {
    let step = entry.step.map(|step| format!("step {step} of {}", story.step_count));
    let place = entry.place.as_ref().map(|place| format!("{}:{}", place.file, place.line));
    [step, place].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn omitted(omission: &Omission) -> String {
    match omission {
        Omission::Statements { count } => format!(
            "Told by calls and returns: {} between them are left out. `--steps A..B` tells every \
             statement of a part.",
            words::count(*count, "statement", "statements")
        ),
        Omission::Entries { steps, first } => format!(
            "{} from step {first} on are not told. `--steps {first}..` goes on there.",
            words::count(*steps, "step", "steps")
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

/// The story as Markdown, with one SVG file for each entry.
pub fn markdown(story: &Story) -> Rendering {
    let mut text = format!("# {}\n\n{}", title(story), markdown_sections(story));
    let mut figures = vec![("layout.svg".to_string(), layout_figure(story))];
    for (index, entry) in story.entries.iter().enumerate() {
        let number = index + 1;
        let name = figure_name(number);
        let headline = words::headline(entry);
        text.push_str(&format!("## {number}. {headline}\n\n"));
        text.push_str(&markdown_body(story, entry));
        if !matches!(entry.kind, EntryKind::Ended { .. }) {
            text.push_str(&format!("![{}]({name})\n\n", headline.replace(['[', ']'], "")));
            figures.push((name, figure(story, entry)));
        }
    }
    for omission in &story.omissions {
        text.push_str(&format!("*{}*\n\n", omitted(omission)));
    }
    Rendering { text, figures }
}

fn figure_name(number: usize) -> String {
    format!("figure-{number:03}.svg")
}

fn markdown_sections(story: &Story) -> String {
    let mut out = String::from("Its memory has these sections, high addresses first:\n\n");
    for region in &story.layout.regions {
        if region.kind != view::RegionKind::Unmapped {
            out.push_str(&format!("- {}\n", words::region_sentence(region)));
        }
    }
    out.push_str("\n![The layout of memory](layout.svg)\n\n");
    out
}

fn markdown_body(story: &Story, entry: &Entry) -> String {
    let mut out = String::new();
    if let Some(place) = &entry.place {
        let code = place.text.trim();
        out.push_str(&format!("*{}* `{}`\n\n", subtitle(entry, story), code.replace('`', "'")));
    }
    let paragraph = words::paragraph(entry);
    if !paragraph.is_empty() {
        out.push_str(&format!("{paragraph}\n\n"));
    }
    for index in found(entry) {
        if let Some(finding) = story.findings.get(index) {
            out.push_str(&format!("```text\n{}```\n\n", text::finding(finding, Style::PLAIN)));
        }
    }
    out
}

/// The figure of one entry.
fn figure(story: &Story, entry: &Entry) -> String {
    let code = entry.place.as_ref().map_or("", |place| place.text.trim());
    let subtitle = [subtitle(entry, story), code.to_string()].join("  ·  ");
    let caption = Caption {
        title: words::headline(entry),
        subtitle: subtitle.trim_matches(|c: char| c == ' ' || c == '·').to_string(),
        text: words::paragraph(entry),
    };
    draw(&entry.memory, &caption, What::All)
}

fn layout_figure(story: &Story) -> String {
    let caption = Caption {
        title: format!("The memory of {}", story.program),
        subtitle: "just after loading, high addresses on top".into(),
        text: String::new(),
    };
    match story.entries.first() {
        Some(entry) => draw(&entry.memory, &caption, What::Layout),
        None => String::new(),
    }
}

/// The story as one HTML page with its figures inside.
pub fn html(story: &Story) -> String {
    let title = escape_xml(&title(story));
    let mut body = format!(
        "<h1>{title}</h1>\n<p>Its memory has these sections, high addresses first:</p>\n<ul>\n"
    );
    for region in &story.layout.regions {
        if region.kind != view::RegionKind::Unmapped {
            body.push_str(&format!("<li>{}</li>\n", escape_xml(words::region_sentence(region))));
        }
    }
    body.push_str(&format!("</ul>\n{}", inline(&layout_figure(story), "layout")));
    for (index, entry) in story.entries.iter().enumerate() {
        html_entry(&mut body, story, index + 1, entry);
    }
    for omission in &story.omissions {
        body.push_str(&format!("<p><em>{}</em></p>\n", escape_xml(&omitted(omission))));
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{PAGE_STYLE}</style>\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
}

const PAGE_STYLE: &str = "\
:root{color-scheme:light dark}body{font:16px/1.5 Inter,system-ui,sans-serif;margin:0;background:#fff;color:#1c2330}\
main{max-width:800px;margin:0 auto;padding:24px 16px 64px}h1{font-size:28px}h2{font-size:20px;margin-top:48px}\
svg{max-width:100%;height:auto;display:block;margin:12px 0}code,pre{font-family:'JetBrains Mono','DejaVu Sans Mono',monospace;font-size:14px}\
pre{overflow-x:auto;padding:12px;border:1px solid #d5dae3;border-radius:6px}.place{color:#5b667a}\
@media (prefers-color-scheme:dark){body{background:#14181f;color:#e7eaf0}.place{color:#a3acbd}pre{border-color:#39414f}}";

fn html_entry(body: &mut String, story: &Story, number: usize, entry: &Entry) {
    let headline = escape_xml(&words::headline(entry));
    body.push_str(&format!("<h2 id=\"figure-{number}\">{number}. {headline}</h2>\n"));
    if let Some(place) = &entry.place {
        body.push_str(&format!(
            "<p class=\"place\">{} <code>{}</code></p>\n",
            escape_xml(&subtitle(entry, story)),
            escape_xml(place.text.trim())
        ));
    }
    body.push_str(&format!("<p>{}</p>\n", escape_xml(&words::paragraph(entry))));
    for index in found(entry) {
        if let Some(finding) = story.findings.get(index) {
            let text = text::finding(finding, Style::PLAIN);
            body.push_str(&format!("<pre>{}</pre>\n", escape_lines(&text)));
        }
    }
    if !matches!(entry.kind, EntryKind::Ended { .. }) {
        body.push_str(&inline(&figure(story, entry), &format!("f{number}")));
    }
}

/// Escapes a text of several lines.
fn escape_lines(text: &str) -> String {
    text.lines().map(escape_xml).collect::<Vec<_>>().join("\n")
}

/// An SVG for use inside a page: its ids become its own.
fn inline(svg: &str, id: &str) -> String {
    svg.replace("\"title\"", &format!("\"{id}-title\""))
        .replace("\"desc\"", &format!("\"{id}-desc\""))
        .replace("\"title desc\"", &format!("\"{id}-title {id}-desc\""))
}
