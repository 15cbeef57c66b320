//! Findings as they are told: what happened, to which object, since when, and what to do about it.

use checker::{AccessRecord, Code, Finding, Lifetime, ObjectKind, ObjectRecord, SourcePlace, When};
use process::LoadError;
use source::Files;
use timeline::{Lenses, Session};

use super::finding_words::{
    bounds, bytes, capital, decode, describe, distance, fills_stack, initialiser,
};
use super::viewer::{Look, Viewer};
use crate::{FindingView, LabelView, PlaceView};

/// How many findings are told with all their history.
const FINDINGS_MAX: usize = 100;

/// How many of the active calls are told, innermost first.
const CALLS_MAX: usize = 32;

/// The findings of a session that has run, ready to be told.
///
/// **Errors**: those of loading, which came up when the session ran.
///
/// **Cost**: one replay, if there is a finding.
pub fn findings_of(session: &Session, files: &dyn Files) -> Result<Vec<FindingView>, LoadError> {
    findings(session, &Viewer::new(session, files)?)
}

/// The same, for a program that is known already.
pub(crate) fn findings(
    session: &Session,
    viewer: &Viewer<'_>,
) -> Result<Vec<FindingView>, LoadError> {
    let found = session.outcome().map_or(&[][..], |outcome| &outcome.findings);
    let mut views = Vec::new();
    if found.is_empty() {
        return Ok(views);
    }
    let mut replay = session.replay(Lenses::all())?;
    for finding in found.iter().take(FINDINGS_MAX) {
        if finding.moment >= replay.moment() && replay.process().ending().is_none() {
            replay.seek_moment(finding.moment)?;
        }
        let look = Look::new(viewer, &replay, None);
        views.push(Telling { look: &look, finding }.view());
    }
    Ok(views)
}

/// A finding about to be told, with the moment at which it happened.
pub(crate) struct Telling<'a> {
    pub(crate) look: &'a Look<'a>,
    pub(crate) finding: &'a Finding,
}

impl Telling<'_> {
    fn view(&self) -> FindingView {
        let class = self.finding.code.class();
        FindingView {
            code: class.name.into(),
            message: self.message(),
            labels: self.labels(),
            history: self.history(),
            repair: self.repair(),
            clause: match class.clause {
                "" => "C17 does not forbid it".into(),
                clause => format!("C17 {clause}"),
            },
            consequence: self.consequence(),
            step: Some(self.finding.step)
                .filter(|&step| step > 0 && self.finding.code != Code::Leak),
            moment: self.finding.moment,
            calls: self.calls(),
        }
    }

    /// The source text that did it.
    pub(crate) fn expression(&self) -> Option<String> {
        self.look.viewer.sources.excerpt(&self.finding.site.place)
    }

    pub(crate) fn object(&self) -> Option<&ObjectRecord> {
        self.finding.object.as_ref()
    }

    pub(crate) fn object_words(&self) -> String {
        match self.object() {
            Some(object) => describe(object, &self.finding.site.function),
            None => "an object".into(),
        }
    }

    pub(crate) fn access(&self) -> Option<&AccessRecord> {
        self.finding.access.as_ref()
    }

    /// The first sentence.
    fn message(&self) -> String {
        let is_bounds = matches!(
            self.finding.code,
            Code::OutOfBoundsRead | Code::OutOfBoundsWrite | Code::OutOfBoundsMember
        );
        let indexed = self.access().filter(|_| is_bounds && self.finding.site.library.is_none());
        if let Some(sentence) = indexed.and_then(|access| bounds(&self.expression()?, access)) {
            return sentence;
        }
        let distance =
            self.access().map_or("outside of".into(), |access| distance(access, self.object()));
        let expression = self.expression().unwrap_or_else(|| match &self.finding.site.library {
            Some(function) => function.clone(),
            None => self.finding.site.function.clone(),
        });
        let size = self.access().map_or(0, |access| access.size);
        let sentence = self.finding.code.class().sentence;
        let sentence = sentence
            .replace("{object}", &self.object_words())
            .replace("{distance}", &distance)
            .replace("{size}", &bytes(size))
            .replace("{stack}", &self.finding.stack.as_ref().map_or(String::new(), fills_stack))
            .replace("{expression}", &expression);
        capital(&sentence)
    }

    fn labels(&self) -> Vec<LabelView> {
        let mut labels = Vec::new();
        let label = |place: PlaceView, text: String| LabelView { place, text, is_primary: false };
        let sources = &self.look.viewer.sources;
        if let Some(object) = self.object() {
            if let Some(place) = object.place.as_ref().filter(|place| place.line > 0)
                && self.finding.code != Code::Leak
            {
                labels.push(label(sources.place(place, None), self.origin(object)));
            }
            if let Some((when, text)) = end_of(object) {
                let place = match object.lifetime {
                    Lifetime::Freed(_) | Lifetime::Resized(_) => self.look.viewer.call(when.pc),
                    _ => None,
                };
                labels.extend(place.map(|place| label(place, text)));
            }
        }
        let site = &self.finding.site;
        if site.place.line > 0 {
            let place = self.look.viewer.place(&site.place, &site.function);
            labels.push(LabelView { place, text: self.act(), is_primary: true });
        }
        labels
    }

    /// What is said where the object comes from.
    fn origin(&self, object: &ObjectRecord) -> String {
        match object.kind {
            ObjectKind::Allocated | ObjectKind::OnStack { .. } if object.born.step > 0 => {
                format!("allocated here, step {}", object.born.step)
            }
            ObjectKind::Allocated | ObjectKind::OnStack { .. } => "allocated here".into(),
            _ if self.missing().is_some() => {
                format!(
                    "declared here; not all of it has a value before line {}",
                    self.finding.site.place.line
                )
            }
            _ if self.finding.code == Code::UninitialisedRead => {
                format!(
                    "declared here; nothing is stored in it before line {}",
                    self.finding.site.place.line
                )
            }
            _ => "declared here".into(),
        }
    }

    /// What is said at the place of the finding.
    fn act(&self) -> String {
        let act = match (self.finding.code, self.access()) {
            (Code::Leak, _) => "allocated here and never freed".into(),
            (Code::DoubleFree, _) => "freed again here".into(),
            (Code::InvalidFree, _) => "freed here".into(),
            (Code::BadRealloc, _) => "given to realloc here".into(),
            (Code::StackOverflow, _) => "the stack is full here".into(),
            (_, Some(access)) => {
                let act = if access.is_write { "written" } else { "read" };
                match &self.finding.site.library {
                    Some(library) => format!("{act} in this call of {library}"),
                    None => format!("{act} here"),
                }
            }
            (_, None) => "here".to_string(),
        };
        match (self.finding.code, self.finding.step) {
            (Code::Leak, _) => match self.object().map_or(0, |object| object.born.step) {
                0 => act,
                step => format!("{act}, step {step}"),
            },
            (_, 0) => act,
            (_, step) => format!("{act}, step {step}"),
        }
    }

    fn repair(&self) -> String {
        let usual = self.finding.code.class().repair;
        let object = self.object().filter(|_| self.finding.code == Code::UninitialisedRead);
        match object.and_then(initialiser) {
            Some(example) => {
                format!("Give it a value where it is declared, for example `{example}`.")
            }
            None => usual.into(),
        }
    }

    fn consequence(&self) -> String {
        let access = match (self.finding.code, self.access()) {
            (Code::Leak, _) => {
                return "The system takes the memory back when the program ends.".into();
            }
            (Code::StackOverflow, _) => {
                return "This machine ends the program with SIGSEGV.".into();
            }
            (Code::BadRealloc, _) => {
                return "This machine goes on into realloc, which checks the headers as far as it \
                        can."
                    .into();
            }
            (Code::DoubleFree | Code::InvalidFree, _) | (_, None) => {
                return "This machine goes on into free, which checks its headers as far as it can."
                    .into();
            }
            (_, Some(access)) => access,
        };
        let there = self.look.process().mapping_at(machine::VirtAddr(access.address));
        let is_allowed = there.is_some_and(|mapping| match access.is_write {
            true => mapping.perm.w,
            false => mapping.perm.r,
        });
        if !is_allowed {
            return "This machine ends the program with SIGSEGV.".into();
        }
        match (access.is_write, self.lands_on(access)) {
            (true, Some(there)) => format!("This machine goes on and overwrites {}.", there.words),
            (true, None) => "This machine goes on and writes the bytes.".into(),
            (false, _) => self.goes_on_with(access),
        }
    }

    fn goes_on_with(&self, access: &AccessRecord) -> String {
        let mut held = vec![0; access.size.min(8) as usize];
        let is_read = super::typed::Memory::peek(self.look, access.address, &mut held);
        match self.expression() {
            Some(expression)
                if is_read && access.size <= 8 && self.finding.site.library.is_none() =>
            {
                format!("This machine goes on with {expression} = {}.", decode(&access.ty, &held))
            }
            _ => "This machine goes on with the bytes that are there.".into(),
        }
    }

    fn calls(&self) -> Vec<PlaceView> {
        let user = self.finding.calls.iter().filter(|call| call.is_user).take(CALLS_MAX);
        let nowhere = SourcePlace::default();
        user.map(|call| {
            self.look.viewer.place(call.place.as_ref().unwrap_or(&nowhere), &call.function)
        })
        .collect()
    }
}

/// When the object's lifetime ended, and what is said there.
fn end_of(object: &ObjectRecord) -> Option<(When, String)> {
    match object.lifetime {
        Lifetime::Freed(when) => Some((when, format!("freed here, step {}", when.step))),
        Lifetime::Resized(when) => Some((when, format!("resized here, step {}", when.step))),
        Lifetime::ScopeEnded(when) => {
            Some((when, format!("its block is left, step {}", when.step)))
        }
        Lifetime::Returned(when) => {
            Some((when, format!("its function returned, step {}", when.step)))
        }
        Lifetime::Live => None,
    }
}
