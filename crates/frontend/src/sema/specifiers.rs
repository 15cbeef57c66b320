//! Declaration specifiers (C17 6.7.1 to 6.7.5): the base type and what else holds for all declarators.

use source::Span;

use crate::ast::{
    AlignmentSpecifier, DeclarationSpecifiers, FunctionSpecifier, Qualifier, StorageClass,
    TypeSpecifier,
};
use crate::constant::Constant;
use crate::types::{Basic, QualType, Qualifiers, TypeId, Types};

use super::attribute::Traits;
use super::classify::Classify;
use super::scope::Entity;
use super::{Sema, attribute, messages};

/// What declaration specifiers say.
#[derive(Clone)]
pub(super) struct Specifiers {
    pub(super) storage: Option<(StorageClass, Span)>,
    pub(super) base: QualType,
    pub(super) is_inline: bool,
    pub(super) is_noreturn: bool,
    /// C23 6.7.2p6: its value is a constant.
    pub(super) is_constexpr: bool,
    /// What attributes ask of the alignment; it never weakens that of the type.
    pub(super) least_align: u64,
    /// What `_Alignas` asks for, with its place.
    pub(super) align: Option<(u64, Span)>,
    /// `_Thread_local`, with its place.
    pub(super) thread_local: Option<Span>,
    /// What else attributes say.
    pub(super) traits: Traits,
    pub(super) span: Span,
}

/// How often each basic type specifier stands in a list.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    void: u8,
    bool: u8,
    char: u8,
    short: u8,
    int: u8,
    long: u8,
    float: u8,
    double: u8,
    complex: u8,
    signed: u8,
    unsigned: u8,
    int128: u8,
}

impl Sema<'_> {
    /// Declaration specifiers of a declaration (C17 6.7).
    pub(super) fn specifiers(&mut self, specifiers: &DeclarationSpecifiers) -> Specifiers {
        let mut storage = self.storage_class(specifiers);
        let base = self.specified_type(specifiers);
        let mut base = self.with_mode(base, &specifiers.attributes);
        let constexpr = specifiers.storage.iter().find(|it| it.0 == StorageClass::Constexpr);
        if let Some(&(_, span)) = constexpr {
            let qualifiers = Qualifiers { is_const: true, ..Qualifiers::NONE };
            base = self.types.qualify(base, qualifiers);
            // C23 6.2.2p3: at file scope it has internal linkage.
            if self.scopes.is_file_scope() {
                storage = storage.or(Some((StorageClass::Static, span)));
            }
        }
        let has = |wanted| specifiers.functions.iter().any(|&(function, _)| function == wanted);
        Specifiers {
            storage,
            base,
            is_inline: has(FunctionSpecifier::Inline),
            is_noreturn: has(FunctionSpecifier::Noreturn)
                || attribute::is_noreturn(&specifiers.attributes),
            is_constexpr: constexpr.is_some(),
            least_align: self.attribute_alignment(&specifiers.attributes),
            align: self.alignment(specifiers),
            thread_local: self.thread_local(specifiers),
            traits: self.traits(&specifiers.attributes),
            span: specifiers.span,
        }
    }

    /// `_Thread_local`, which stands alone, or with `static` or `extern` (C17 6.7.1p2).
    fn thread_local(&mut self, specifiers: &DeclarationSpecifiers) -> Option<Span> {
        let of = |class| specifiers.storage.iter().find(|it| it.0 == class).map(|it| it.1);
        let span = of(StorageClass::ThreadLocal)?;
        let others = [StorageClass::Auto, StorageClass::Register, StorageClass::Typedef];
        if let Some(other) = others.into_iter().find_map(of) {
            self.report(messages::two_storage_classes(other, span));
        }
        Some(span)
    }

    /// At most one storage-class specifier (C17 6.7.1p2).
    fn storage_class(
        &mut self,
        specifiers: &DeclarationSpecifiers,
    ) -> Option<(StorageClass, Span)> {
        let mut storage = None;
        for &(class, span) in &specifiers.storage {
            match storage {
                _ if class == StorageClass::ThreadLocal => {}
                _ if class == StorageClass::Constexpr => {}
                // C23 6.7.10: then `auto` asks for inference.
                _ if class == StorageClass::Auto && self.inferred.is_some() => {}
                None => storage = Some((class, span)),
                Some((_, first)) => self.report(messages::two_storage_classes(span, first)),
            }
        }
        storage
    }

    /// The type of a specifier-qualifier list, with its qualifiers (C17 6.7.2, 6.7.3).
    pub(super) fn specified_type(&mut self, specifiers: &DeclarationSpecifiers) -> QualType {
        let qualifiers = self.qualifiers(&specifiers.qualifiers);
        let base = self.type_specifiers(specifiers);
        if qualifiers.is_restrict
            && !self.types.is_error(base.id)
            && !self.types.is_pointer(base.id)
        {
            let spelled = self.spell(base);
            self.report(messages::restrict_without_pointer(specifiers.span, &spelled));
        }
        self.qualified(base, qualifiers, specifiers.span)
    }

    /// A type with qualifiers; there is no atomic integer of 128 bits, and no atomic complex type: accesses to one are
    /// several instructions.
    fn qualified(&mut self, ty: QualType, qualifiers: Qualifiers, span: Span) -> QualType {
        if qualifiers.is_atomic && self.types.as_basic(ty.id).is_some_and(Basic::is_int128) {
            let spelled = self.spell(ty);
            self.report(messages::atomic_int128(span, &spelled));
            return Types::ERROR.into();
        }
        if qualifiers.is_atomic && self.types.is_complex(ty.id) {
            self.report(messages::not_supported_yet(span, "an atomic complex type"));
            return self.types.qualify(ty, Qualifiers { is_atomic: false, ..qualifiers });
        }
        self.types.qualify(ty, qualifiers)
    }

    /// Type qualifiers (C17 6.7.3); repeated ones count once (p5).
    pub(super) fn qualifiers(&mut self, list: &[(Qualifier, Span)]) -> Qualifiers {
        let mut qualifiers = Qualifiers::NONE;
        for &(qualifier, _) in list {
            match qualifier {
                Qualifier::Const => qualifiers.is_const = true,
                Qualifier::Volatile => qualifiers.is_volatile = true,
                Qualifier::Restrict => qualifiers.is_restrict = true,
                Qualifier::Atomic => qualifiers.is_atomic = true,
            }
        }
        qualifiers
    }

    fn type_specifiers(&mut self, specifiers: &DeclarationSpecifiers) -> QualType {
        let mut counts = Counts::default();
        let mut other = None;
        let mut other_count = 0;
        for (specifier, span) in &specifiers.types {
            if let Some(ty) = self.whole_type(specifier, *span) {
                other = Some(ty);
                other_count += 1;
            } else {
                counts.add(specifier);
            }
        }
        match other {
            Some(ty) if other_count == 1 && counts == Counts::default() => ty,
            None if specifiers.types.is_empty() => {
                if let Some(ty) = self.inferred.take() {
                    return ty;
                }
                self.report(messages::missing_type(specifiers.span, self.is_implicit()));
                Types::basic(Basic::Int).into()
            }
            None => match counts.ty() {
                Some(ty) => ty.into(),
                None => self.impossible_type(specifiers.span),
            },
            Some(ty) if self.types.is_error(ty.id) => ty,
            Some(_) => self.impossible_type(specifiers.span),
        }
    }

    fn impossible_type(&mut self, span: Span) -> QualType {
        self.report(messages::impossible_type(span));
        Types::ERROR.into()
    }

    /// The type of a specifier that is a type by itself; `None` for those that are counted.
    fn whole_type(&mut self, specifier: &TypeSpecifier, span: Span) -> Option<QualType> {
        Some(match specifier {
            TypeSpecifier::Record(record) => self.record_specifier(record, span).into(),
            TypeSpecifier::Enum(enumeration) => self.enum_specifier(enumeration, span).into(),
            TypeSpecifier::Typedef(name) => match self.scopes.lookup(*name).map(|b| b.entity) {
                Some(Entity::Typedef(ty)) => ty,
                Some(Entity::Error) => Types::ERROR.into(),
                _ => {
                    let diagnostic = messages::unknown_type(span, self.text(*name));
                    self.report(diagnostic);
                    Types::ERROR.into()
                }
            },
            TypeSpecifier::Error => Types::ERROR.into(),
            TypeSpecifier::Typeof { operand, is_unqualified } => {
                self.type_of(operand, *is_unqualified)
            }
            TypeSpecifier::Auto => match self.inferred.take() {
                Some(ty) => ty,
                None => self.impossible_type(span),
            },
            TypeSpecifier::BitInt => {
                self.report(messages::no_such_type(span, "_BitInt"));
                Types::ERROR.into()
            }
            TypeSpecifier::VaList => self.types.pointer(Types::VOID).into(),
            TypeSpecifier::Atomic(name) => {
                let ty = self.type_name(name);
                let qualifiers = Qualifiers { is_atomic: true, ..Qualifiers::NONE };
                self.qualified(ty, qualifiers, span)
            }
            _ => return None,
        })
    }

    /// The strictest `_Alignas` (C17 6.7.5p6); `_Alignas(0)` asks for nothing.
    fn alignment(&mut self, specifiers: &DeclarationSpecifiers) -> Option<(u64, Span)> {
        let mut strictest: Option<(u64, Span)> = None;
        for (specifier, span) in &specifiers.alignments {
            let align = match specifier {
                AlignmentSpecifier::Type(name) => {
                    let ty = self.type_name(name);
                    self.types.align(ty.id)
                }
                AlignmentSpecifier::Constant(expr) => match self.alignment_constant(expr) {
                    Some(align) => align,
                    None => continue,
                },
            };
            if align > strictest.map_or(0, |(align, _)| align) {
                strictest = Some((align, *span));
            }
        }
        strictest
    }

    /// C17 6.7.5p3: zero or a power of two that is supported (up to a page here).
    pub(super) fn alignment_constant(&mut self, expr: &crate::ast::Expr) -> Option<u64> {
        const ALIGN_MAX: i128 = 4096;
        let value = self.value(expr);
        if self.types.is_error(value.ty.id) {
            return None;
        }
        match self.evaluate(&value) {
            Ok(Constant::Integer(0)) => None,
            Ok(Constant::Integer(align @ 1..=ALIGN_MAX)) if align.count_ones() == 1 => {
                Some(align as u64)
            }
            _ => {
                self.report(messages::bad_alignment(expr.span));
                None
            }
        }
    }
}

impl Counts {
    fn add(&mut self, specifier: &TypeSpecifier) {
        let count = match specifier {
            TypeSpecifier::Void => &mut self.void,
            TypeSpecifier::Bool => &mut self.bool,
            TypeSpecifier::Char => &mut self.char,
            TypeSpecifier::Short => &mut self.short,
            TypeSpecifier::Int => &mut self.int,
            TypeSpecifier::Long => &mut self.long,
            TypeSpecifier::Float => &mut self.float,
            TypeSpecifier::Double => &mut self.double,
            TypeSpecifier::Complex => &mut self.complex,
            TypeSpecifier::Signed => &mut self.signed,
            TypeSpecifier::Unsigned => &mut self.unsigned,
            TypeSpecifier::Int128 => &mut self.int128,
            _ => return,
        };
        *count = count.saturating_add(1);
    }

    /// `__int128` stands alone or beside a sign (GCC manual, "128-bit Integers").
    fn int128(self) -> Option<TypeId> {
        let signs = self.signed + self.unsigned;
        let others = Counts { signed: 0, unsigned: 0, int128: 0, ..self };
        let is_valid = self.int128 == 1 && signs <= 1 && others == Counts::default();
        let basic = if self.unsigned == 1 { Basic::UnsignedInt128 } else { Basic::Int128 };
        is_valid.then(|| Types::basic(basic))
    }

    /// The sets of type specifiers that C17 6.7.2p2 lists, and what GNU C adds: integers of 128 bits, complex integers.
    fn ty(self) -> Option<TypeId> {
        if self.int128 > 0 {
            return self.int128();
        }
        if self.complex == 0 {
            return self.real_type();
        }
        let real = Counts { complex: 0, ..self };
        // GNU C: `_Complex` alone is `double _Complex`.
        let only = real == Counts::default();
        let real = if only { Counts { double: 1, ..real } } else { real };
        let basic = Basic::ALL.into_iter().find(|&it| Some(Types::basic(it)) == real.real_type());
        let basic = basic.filter(|&basic| basic != Basic::Bool && self.complex == 1);
        basic.map(Types::complex)
    }

    fn real_type(self) -> Option<TypeId> {
        let ones = [self.void, self.bool, self.char, self.short, self.int, self.float, self.double];
        if ones.iter().any(|&count| count > 1) || self.signed + self.unsigned > 1 || self.long > 2 {
            return None;
        }
        let unsigned = self.unsigned == 1;
        let plain = self.signed == 0 && !unsigned;
        let choose = |signed, other| if unsigned { other } else { signed };
        let [void, bool, char, short, int, float, double] = ones;
        let basic = match (void, bool, char, short, int, self.long, float, double) {
            (1, 0, 0, 0, 0, 0, 0, 0) if plain => return Some(Types::VOID),
            (0, 1, 0, 0, 0, 0, 0, 0) if plain => Basic::Bool,
            (0, 0, 0, 0, 0, 0, 1, 0) if plain => Basic::Float,
            (0, 0, 0, 0, 0, 0, 0, 1) if plain => Basic::Double,
            (0, 0, 0, 0, 0, 1, 0, 1) if plain => Basic::LongDouble,
            (0, 0, 1, 0, 0, 0, 0, 0) if plain => Basic::Char,
            (0, 0, 1, 0, 0, 0, 0, 0) => choose(Basic::SignedChar, Basic::UnsignedChar),
            (0, 0, 0, 1, _, 0, 0, 0) => choose(Basic::Short, Basic::UnsignedShort),
            (0, 0, 0, 0, _, 0, 0, 0) => choose(Basic::Int, Basic::UnsignedInt),
            (0, 0, 0, 0, _, 1, 0, 0) => choose(Basic::Long, Basic::UnsignedLong),
            (0, 0, 0, 0, _, 2, 0, 0) => choose(Basic::LongLong, Basic::UnsignedLongLong),
            _ => return None,
        };
        Some(Types::basic(basic))
    }
}
