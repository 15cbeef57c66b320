//! What attributes ask for, beside the specifiers of ISO C.

use source::Span;

use crate::ast::{Attribute, AttributeKind, Expr, Identifier};
use crate::constant::Constant;
use crate::tree::{Alias, Conventions, FunctionId, GlobalId, SymbolTraits};
use crate::types::{Basic, QualType, Types};

use super::classify::Classify;
use super::scope::Entity;
use super::specifiers::Specifiers;
use super::{Sema, messages};

/// What attributes ask for, beside types and alignments.
#[derive(Clone, Default)]
pub(super) struct Traits {
    pub(super) symbol: SymbolTraits,
    pub(super) conventions: Conventions,
    /// The function that `cleanup` names.
    pub(super) cleanup: Option<Identifier>,
    pub(super) is_gnu_inline: bool,
    pub(super) is_transparent: bool,
}

/// The priority of constructors and destructors that ask for none: after, or before, all others.
const LAST_PRIORITY: u16 = u16::MAX;

/// Stands for every parameter that is a pointer.
pub(super) const EVERY_POINTER: u32 = u32::MAX;

/// GNU C: `aligned` without an argument, the largest alignment of a scalar type.
const LARGEST_ALIGNMENT: u64 = 16;

/// Whether one of the attributes is `packed`.
pub(super) fn is_packed(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| matches!(attribute.kind, AttributeKind::Packed))
}

/// Whether one of the attributes is `noreturn`.
pub(super) fn is_noreturn(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| matches!(attribute.kind, AttributeKind::Noreturn))
}

/// Whether one of the attributes is `transparent_union`.
pub(super) fn is_transparent(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| matches!(attribute.kind, AttributeKind::TransparentUnion))
}

impl SymbolTraits {
    /// Takes what another declaration says, too.
    fn merge(&mut self, other: SymbolTraits) {
        self.is_weak |= other.is_weak;
        self.name = self.name.take().or(other.name);
        self.section = other.section.or(self.section.take());
        self.alias = other.alias.or(self.alias.take());
    }
}

impl Conventions {
    /// Takes what another declaration says, too.
    fn merge(&mut self, other: Conventions) {
        self.constructor = other.constructor.or(self.constructor);
        self.destructor = other.destructor.or(self.destructor);
        self.is_nodiscard |= other.is_nodiscard;
        self.deprecated = self.deprecated.take().or(other.deprecated);
        self.nonnull.extend(other.nonnull);
        self.format = self.format.or(other.format);
    }
}

impl Sema<'_> {
    /// The alignment that attributes ask for; 1 when they ask for none.
    pub(super) fn attribute_alignment(&mut self, attributes: &[Attribute]) -> u64 {
        let mut strictest = 1;
        for attribute in attributes {
            let AttributeKind::Aligned(argument) = &attribute.kind else { continue };
            let align = match argument {
                Some(expr) => self.alignment_constant(expr).unwrap_or(1),
                None => LARGEST_ALIGNMENT,
            };
            strictest = strictest.max(align);
        }
        strictest
    }

    /// The specifiers of one declarator: with what its own attributes ask for.
    pub(super) fn with_attributes(
        &mut self,
        specifiers: &Specifiers,
        attributes: &[Attribute],
    ) -> Specifiers {
        Specifiers {
            is_noreturn: specifiers.is_noreturn || is_noreturn(attributes),
            least_align: specifiers.least_align.max(self.attribute_alignment(attributes)),
            base: self.with_mode(specifiers.base, attributes),
            traits: self.merged_traits(&specifiers.traits, attributes),
            ..specifiers.clone()
        }
    }

    fn merged_traits(&mut self, shared: &Traits, attributes: &[Attribute]) -> Traits {
        let mut traits = shared.clone();
        let own = self.traits(attributes);
        traits.symbol.merge(own.symbol);
        traits.conventions.merge(own.conventions);
        traits.cleanup = own.cleanup.or(traits.cleanup);
        traits.is_gnu_inline |= own.is_gnu_inline;
        traits.is_transparent |= own.is_transparent;
        traits
    }

    /// What attributes ask for, beside types and alignments.
    pub(super) fn traits(&mut self, attributes: &[Attribute]) -> Traits {
        let mut traits = Traits::default();
        for attribute in attributes {
            self.note_symbol(&mut traits.symbol, attribute);
            self.note_convention(&mut traits.conventions, attribute);
            match &attribute.kind {
                AttributeKind::Cleanup(function) => traits.cleanup = Some(*function),
                AttributeKind::GnuInline => traits.is_gnu_inline = true,
                AttributeKind::TransparentUnion => traits.is_transparent = true,
                AttributeKind::PragmaWeak(name, target) => {
                    self.weak_names.push((name.clone(), target.clone(), attribute.span));
                }
                _ => {}
            }
        }
        traits
    }

    fn note_symbol(&mut self, symbol: &mut SymbolTraits, attribute: &Attribute) {
        match &attribute.kind {
            AttributeKind::Weak => symbol.is_weak = true,
            AttributeKind::SymbolName(name) => {
                // GCC manual, "Asm Labels": `*` only says that nothing is put before it.
                let name = name.strip_prefix('*').unwrap_or(name);
                symbol.name = Some(name.to_string()).filter(|name| !name.is_empty());
            }
            AttributeKind::Section(name) => symbol.section = Some(name.clone()),
            AttributeKind::Alias(target) => {
                symbol.alias = Some(Alias { target: target.clone(), span: attribute.span });
            }
            _ => {}
        }
    }

    fn note_convention(&mut self, conventions: &mut Conventions, attribute: &Attribute) {
        match &attribute.kind {
            AttributeKind::Constructor(priority) => {
                conventions.constructor = Some(self.priority(priority.as_deref()));
            }
            AttributeKind::Destructor(priority) => {
                conventions.destructor = Some(self.priority(priority.as_deref()));
            }
            AttributeKind::Nodiscard => conventions.is_nodiscard = true,
            AttributeKind::Deprecated(reason) => {
                conventions.deprecated = Some((attribute.span, reason.clone()));
            }
            AttributeKind::Nonnull(numbers) if numbers.is_empty() => {
                conventions.nonnull.push(EVERY_POINTER);
            }
            AttributeKind::Nonnull(numbers) => {
                let numbers: Vec<_> = numbers.iter().filter_map(|it| self.position(it)).collect();
                conventions.nonnull.extend(numbers.into_iter().filter_map(|it| it.checked_sub(1)));
            }
            AttributeKind::Format { is_scan, string, first } => {
                let (string, first) = (self.position(string), self.position(first));
                let index = |number: u32| number.checked_sub(1).map(|index| index as usize);
                if let (Some(string), Some(first)) = (string.and_then(index), first) {
                    conventions.format = Some((*is_scan, string, index(first)));
                }
            }
            _ => {}
        }
    }

    /// The number of a parameter.
    fn position(&mut self, expr: &Expr) -> Option<u32> {
        let number = self.integer_constant(expr, "the number of a parameter")?;
        u32::try_from(number).ok()
    }

    fn priority(&mut self, expr: Option<&Expr>) -> u16 {
        let Some(expr) = expr else { return LAST_PRIORITY };
        match self.integer_constant(expr, "the priority of a constructor or destructor") {
            Some(number) => u16::try_from(number).unwrap_or_else(|_| {
                self.report(messages::bad_priority(expr.span));
                LAST_PRIORITY
            }),
            None => LAST_PRIORITY,
        }
    }

    /// `#pragma pack`: the largest alignment of members.
    pub(super) fn packing(&mut self, attributes: &[Attribute]) -> u64 {
        let size = attributes.iter().find_map(|attribute| match &attribute.kind {
            AttributeKind::Pack(size) => Some(size),
            _ => None,
        });
        let Some(size) = size else { return u64::MAX };
        let value = self.value(size);
        match self.evaluate(&value) {
            Ok(Constant::Integer(size @ 1..)) => size as u64,
            _ => u64::MAX,
        }
    }

    /// The type that `mode` makes of one: of the same kind and signedness, and of that size.
    ///
    /// **Rule**: GCC manual, "Common Type Attributes"; GCC internals, "Machine Modes".
    pub(super) fn with_mode(&mut self, ty: QualType, attributes: &[Attribute]) -> QualType {
        let mut modes = attributes.iter().filter_map(|attribute| match &attribute.kind {
            AttributeKind::Mode(mode) => Some((mode.as_str(), attribute.span)),
            _ => None,
        });
        let Some((mode, span)) = modes.next_back() else { return ty };
        if self.types.is_error(ty.id) {
            return ty;
        }
        let given = self.types.as_basic(ty.id);
        let is_unsigned = given.is_some_and(|basic| !basic.is_floating() && !basic.is_signed());
        let is_floating = given.is_some_and(Basic::is_floating);
        match mode_type(mode, is_unsigned) {
            Some(basic) if basic.is_floating() == is_floating => {
                QualType { id: Types::basic(basic), qualifiers: ty.qualifiers }
            }
            Some(_) => {
                let spelled = self.spell(ty);
                self.report(messages::wrong_mode(span, mode, &spelled));
                ty
            }
            None => {
                let what = format!("the machine mode `{mode}`");
                self.report(messages::not_supported_yet(span, &what));
                ty
            }
        }
    }

    /// Gives a global what attributes say of it.
    pub(super) fn note_global_traits(&mut self, id: GlobalId, traits: &Traits) {
        self.globals[id.0 as usize].symbol.merge(traits.symbol.clone());
    }

    /// Gives a function what attributes say of it.
    pub(super) fn note_function_traits(&mut self, id: FunctionId, traits: &Traits) {
        let function = &mut self.functions[id.0 as usize];
        function.symbol.merge(traits.symbol.clone());
        function.conventions.merge(traits.conventions.clone());
    }

    /// Applies `#pragma weak`, which may stand before or behind what it names.
    pub(super) fn settle_weak_names(&mut self) {
        for (name, target, span) in std::mem::take(&mut self.weak_names) {
            let named = self.names.intern(&name);
            let target = target.map(|target| (self.names.intern(&target), target));
            let entity = self.linked.get(&named).copied();
            let entity = match (entity, &target) {
                (None, Some((of, _))) => self.declared_like(named, *of, span),
                (entity, _) => entity,
            };
            let alias = target.map(|(_, target)| Alias { target, span });
            let traits = SymbolTraits { is_weak: true, alias, ..SymbolTraits::default() };
            match entity {
                Some(Entity::Function(id)) => self.functions[id.0 as usize].symbol.merge(traits),
                Some(Entity::Global(id)) => self.globals[id.0 as usize].symbol.merge(traits),
                _ => {}
            }
        }
    }

    /// Declares a name with the type of another one.
    fn declared_like(&mut self, name: crate::Name, of: crate::Name, span: Span) -> Option<Entity> {
        let name = Identifier { name, span };
        match *self.linked.get(&of)? {
            Entity::Function(id) => {
                let function = &self.functions[id.0 as usize];
                let (ty, linkage) = (function.ty.clone(), function.linkage);
                Some(Entity::Function(self.new_function(name, ty, linkage)))
            }
            Entity::Global(id) => {
                let global = &self.globals[id.0 as usize];
                let (ty, linkage) = (global.ty, global.linkage);
                Some(Entity::Global(self.new_global(name, ty, linkage)))
            }
            _ => None,
        }
    }

    /// An alias needs something in this file that it is another name of, and no definition of its own.
    pub(super) fn check_aliases(&mut self) {
        let functions = self.functions.iter().map(|it| (&it.symbol, it.body.is_some(), it.span));
        let globals = self.globals.iter().map(|it| (&it.symbol, it.definition.is_some(), it.span));
        let aliases: Vec<(Alias, bool, Span)> = functions
            .chain(globals)
            .filter_map(|(symbol, is_defined, at)| Some((symbol.alias.clone()?, is_defined, at)))
            .collect();
        for (alias, is_defined, at) in aliases {
            if is_defined {
                self.report(messages::defined_alias(at, alias.span));
            } else if !self.is_defined_symbol(&alias.target) {
                self.report(messages::alias_of_nothing(alias.span, &alias.target));
            }
        }
    }

    /// Whether something of that symbol is defined in this file, or is an alias itself.
    fn is_defined_symbol(&self, symbol: &str) -> bool {
        let is = |name, traits: &SymbolTraits| {
            traits.name.as_deref().unwrap_or(self.text(name)) == symbol
        };
        self.functions
            .iter()
            .any(|it| is(it.name, &it.symbol) && (it.body.is_some() || it.symbol.alias.is_some()))
            || self.globals.iter().any(|it| {
                is(it.name, &it.symbol) && (it.definition.is_some() || it.symbol.alias.is_some())
            })
    }
}

/// The type of a machine mode.
fn mode_type(mode: &str, is_unsigned: bool) -> Option<Basic> {
    let choose = |signed, unsigned| Some(if is_unsigned { unsigned } else { signed });
    match mode {
        "QI" | "byte" => choose(Basic::SignedChar, Basic::UnsignedChar),
        "HI" => choose(Basic::Short, Basic::UnsignedShort),
        "SI" => choose(Basic::Int, Basic::UnsignedInt),
        "DI" | "word" | "pointer" | "unwind_word" | "libgcc_cmp_return" | "libgcc_shift_count" => {
            choose(Basic::Long, Basic::UnsignedLong)
        }
        "SF" => Some(Basic::Float),
        "DF" => Some(Basic::Double),
        "TF" => Some(Basic::LongDouble),
        _ => None,
    }
}
