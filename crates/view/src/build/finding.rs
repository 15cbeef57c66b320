//! Findings as they are told: what happened, to which object, since when, and what to do about it.

use checker::{AccessRecord, Code, Finding, Lifetime, ObjectKind, ObjectRecord, SourcePlace, When};
use process::LoadError;
use source::Files;
use timeline::{Lenses, Session};

use super::finding_words::{
    address, bounds, bytes, capital, decode, describe, distance, initialiser,
};
use super::viewer::{Look, Viewer};
use crate::{FindingView, GarbageSource, LabelView, PlaceView};

/// How many findings are told with all their history.
const FINDINGS_MAX: usize = 100;

/// The findings of a session that has run, ready to be told.
///
/// **Errors**: those of loading, which came up when the session ran.
///
/// **Cost**: one replay, if there is a finding.
pub fn findings_of(session: &Session, files: &dyn Files) -> Result<Vec<FindingView>, LoadError> {
    findings(session, &Viewer::new(session.image(), files))
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
        let look = Look { viewer, replay: &replay, since: None };
        views.push(Telling { look: &look, finding }.view());
    }
    Ok(views)
}

/// A finding about to be told, with the moment at which it happened.
struct Telling<'a> {
    look: &'a Look<'a>,
    finding: &'a Finding,
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
            step: Some(self.finding.step).filter(|&step| step > 0),
            moment: self.finding.moment,
            calls: self.calls(),
        }
    }

    /// The source text that did it.
    fn expression(&self) -> Option<String> {
        self.look.viewer.sources.excerpt(&self.finding.site.place)
    }

    fn object(&self) -> Option<&ObjectRecord> {
        self.finding.object.as_ref()
    }

    fn object_words(&self) -> String {
        match self.object() {
            Some(object) => describe(object, &self.finding.site.function),
            None => "an object".into(),
        }
    }

    fn access(&self) -> Option<&AccessRecord> {
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
            ObjectKind::Allocated if object.born.step > 0 => {
                format!("allocated here, step {}", object.born.step)
            }
            ObjectKind::Allocated => "allocated here".into(),
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

    /// The sentences on bytes and on the past.
    fn history(&self) -> Vec<String> {
        let mut history = Vec::new();
        match self.finding.code {
            Code::UninitialisedRead => history.extend(self.garbage()),
            Code::OutOfBoundsRead | Code::OutOfBoundsWrite | Code::OutOfBoundsMember => {
                history.extend(self.where_it_lands());
            }
            Code::UseAfterFree
            | Code::UseAfterReturn
            | Code::UseAfterScope
            | Code::DoubleFree
            | Code::InvalidFree => history.extend(self.lifetime()),
            Code::NullDereference | Code::WildDereference => history.extend(self.target()),
            _ => {}
        }
        let explanation = self.finding.code.class().explanation;
        if !explanation.is_empty() {
            history.push(explanation.into());
        }
        if self.finding.count > 1 {
            history.push(format!("It happens {} times at this place.", self.finding.count));
        }
        history
    }

    /// What an object without a value holds, and who left it there.
    fn garbage(&self) -> Option<String> {
        let access = self.access()?;
        let found = self.look.replay.garbage(access.address, access.size.min(4096))?;
        let value = decode(&access.ty, &found.bytes);
        let holds = format!("Its {} hold {value}.", bytes(access.size));
        let from = self.look.garbage_source(&found.source);
        Some(match from {
            GarbageSource::Loader => format!(
                "{holds} Nothing has been written there yet: they are zeros that came with the page."
            ),
            GarbageSource::Object { name, function: Some(function), step, .. } => {
                let written = step.map_or(String::new(), |step| format!(" in step {step}"));
                let popped = self.look.replay.ghosts().iter().rev().find(|ghost| {
                    ghost.function == function && ghost.frame.contains(access.address)
                });
                match popped {
                    Some(ghost) => format!(
                        "{holds} That is garbage: `{name}` of `{function}` was at this address \
                         until {function} returned (step {}), and nothing has overwritten it \
                         since.",
                        ghost.popped.step
                    ),
                    None => format!(
                        "{holds} That is garbage: it was written{written}, when `{name}` of \
                         `{function}` was at this address; nothing has overwritten it since."
                    ),
                }
            }
            GarbageSource::Object { name, step, .. } => format!(
                "{holds} That is garbage, left by {name}{}.",
                step.map_or(String::new(), |step| format!(" in step {step}"))
            ),
            GarbageSource::Unnamed { function: Some(function), step } => format!(
                "{holds} That is garbage, left there by {function}{}; it never was a value of \
                 this object.",
                step.map_or(" before main began".into(), |step| format!(" in step {step}"))
            ),
            GarbageSource::Unnamed { function: None, .. } => {
                format!("{holds} That is garbage, left there before main began.")
            }
        })
    }

    /// Where an access outside of its object goes, and what is there.
    fn where_it_lands(&self) -> Vec<String> {
        let (Some(access), Some(object)) = (self.access(), self.object()) else { return vec![] };
        let (low, _) = access.reach.unwrap_or((object.start, object.start));
        let offset = access.address.wrapping_sub(low) as i64;
        let verb = if access.is_write { "writes" } else { "reads" };
        let subject = match &self.finding.site.library {
            Some(library) => library.clone(),
            None => "It".into(),
        };
        let where_it_is = match self.finding.code {
            Code::OutOfBoundsMember => format!("still inside {}", self.object_words()),
            _ => format!("{} {}", distance(access, Some(object)), self.object_words()),
        };
        let mut sentence = format!(
            "{subject} {verb} {} at offset {offset}, {where_it_is} ({} at {})",
            bytes(access.size),
            bytes(object.size),
            address(object.start)
        );
        if let Some(there) = &access.lands_in {
            let belongs =
                if access.size == 1 { "byte there belongs" } else { "bytes there belong" };
            sentence.push_str(&format!(
                "; the {belongs} to {}",
                describe(there, &self.finding.site.function)
            ));
            if let Some(line) =
                there.place.as_ref().map(|place| place.line).filter(|&line| line > 0)
            {
                let verb = match there.kind {
                    ObjectKind::Allocated => "allocated",
                    _ => "declared",
                };
                sentence.push_str(&format!(" ({verb} line {line})"));
            }
            sentence.extend(self.overwritten(access, there));
        }
        vec![format!("{sentence}.")]
    }

    /// What a scalar that is hit becomes.
    fn overwritten(&self, access: &AccessRecord, there: &ObjectRecord) -> Option<String> {
        let is_whole = there.start == access.address && there.size == access.size;
        if !access.is_write || !is_whole || self.finding.site.library.is_some() {
            return None;
        }
        let mut old = vec![0; access.size.min(8) as usize];
        super::typed::Memory::peek(self.look, access.address, &mut old);
        let new = self.stored()?.to_le_bytes();
        let (old, new) = (decode(&there.ty, &old), decode(&there.ty, new.get(..old.len())?));
        Some(format!(", which changes from {old} to {new}"))
    }

    /// The value that the instruction is about to store.
    fn stored(&self) -> Option<u64> {
        let mut word = [0; 4];
        super::typed::Memory::peek(self.look, self.finding.pc, &mut word);
        let insn = riscv::decode(u32::from_le_bytes(word))?;
        let is_store =
            matches!(insn.op, riscv::Op::Sb | riscv::Op::Sh | riscv::Op::Sw | riscv::Op::Sd);
        let is_here = self.look.pc() == self.finding.pc;
        (is_store && is_here).then(|| self.look.process().machine().hart.get(insn.rs2))
    }

    /// How the object's lifetime ended.
    fn lifetime(&self) -> Vec<String> {
        let Some(object) = self.object() else { return vec![] };
        let words = capital(&self.object_words());
        let at = |when: &When| {
            let place = self.look.viewer.call(when.pc).filter(|place| place.line > 0);
            match (place, when.step) {
                (Some(place), 0) => format!("{}:{}", place.file, place.line),
                (Some(place), step) => format!("{}:{}, step {step}", place.file, place.line),
                (None, step) => format!("step {step}"),
            }
        };
        let what = match &object.lifetime {
            Lifetime::Live => return self.inside(object),
            Lifetime::Freed(when) => {
                let born = at(&object.born);
                format!("{words} was allocated ({born}) and freed ({}).", at(when))
            }
            Lifetime::Resized(when) => {
                format!("{words} was given another size by realloc ({}).", at(when))
            }
            Lifetime::Returned(when) => {
                let function = match &object.kind {
                    ObjectKind::Automatic { function } => function.as_str(),
                    _ => "its function",
                };
                format!(
                    "The pointer leads to {}, whose frame was popped when {function} returned \
                     (step {}).",
                    self.object_words(),
                    when.step
                )
            }
            Lifetime::ScopeEnded(when) => {
                format!("{words} lived until its block was left (step {}).", when.step)
            }
        };
        vec![what]
    }

    /// Where in a live object an invalid pointer leads.
    fn inside(&self, object: &ObjectRecord) -> Vec<String> {
        let words = self.object_words();
        match object.kind {
            ObjectKind::Allocated => {
                vec![format!("The pointer leads into the middle of {words}, not to its start.")]
            }
            _ => vec![format!("The pointer leads to {words}, which malloc did not make.")],
        }
    }

    /// What is at the address of an access that nothing allows.
    fn target(&self) -> Option<String> {
        let access = self.access()?;
        let at = address(access.address);
        let there = self.look.process().mapping_at(machine::VirtAddr(access.address));
        let act = if access.is_write { "written" } else { "read" };
        Some(match there {
            None => format!("Address {at} would be {act}; nothing is mapped there."),
            Some(mapping) => format!(
                "Address {at} would be {act}; it is in {}, which does not allow that.",
                mapping.kind.name()
            ),
        })
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
        match (access.is_write, &access.lands_in) {
            (true, Some(there)) => format!(
                "This machine goes on and overwrites {}.",
                describe(there, &self.finding.site.function)
            ),
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
        let user = self.finding.calls.iter().filter(|call| call.is_user);
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
