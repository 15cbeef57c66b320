//! Types (C17 6.2.5), with their sizes and alignments on this machine.
//!
//! The data model is the RISC-V psABI's LP64: `int` has 4 bytes, `long` and pointers 8, plain
//! `char` is unsigned, everything is little endian.

mod compatible;
mod composite;
mod spell;

pub use compatible::compatible;
pub use composite::composite;
pub use spell::spell;

use crate::Name;
use crate::ast::RecordKind;
use crate::tree::LocalId;
use source::Span;

/// A type of a [`Types`] table. Equal types have equal ids.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TypeId(pub u32);

/// A struct or union of a [`Types`] table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RecordId(pub u32);

/// An enumeration of a [`Types`] table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EnumId(pub u32);

/// Type qualifiers (C17 6.7.3).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Qualifiers {
    pub is_const: bool,
    pub is_volatile: bool,
    pub is_restrict: bool,
    pub is_atomic: bool,
}

impl Qualifiers {
    /// None of them.
    pub const NONE: Qualifiers =
        Qualifiers { is_const: false, is_volatile: false, is_restrict: false, is_atomic: false };

    /// Those of either.
    pub fn union(self, other: Qualifiers) -> Qualifiers {
        Qualifiers {
            is_const: self.is_const || other.is_const,
            is_volatile: self.is_volatile || other.is_volatile,
            is_restrict: self.is_restrict || other.is_restrict,
            is_atomic: self.is_atomic || other.is_atomic,
        }
    }

    /// Whether all of `other` are in `self`.
    pub fn contains(self, other: Qualifiers) -> bool {
        self.union(other) == self
    }
}

/// A type with its qualifiers. An array's qualifiers are its elements' (C17 6.7.3p9).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct QualType {
    /// The unqualified type.
    pub id: TypeId,
    /// Its qualifiers.
    pub qualifiers: Qualifiers,
}

impl From<TypeId> for QualType {
    fn from(id: TypeId) -> QualType {
        QualType { id, qualifiers: Qualifiers::NONE }
    }
}

/// The arithmetic types that are not enumerations (C17 6.2.5).
#[allow(missing_docs)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Basic {
    Bool,
    Char,
    SignedChar,
    UnsignedChar,
    Short,
    UnsignedShort,
    Int,
    UnsignedInt,
    Long,
    UnsignedLong,
    LongLong,
    UnsignedLongLong,
    Int128,
    UnsignedInt128,
    Float,
    Double,
    LongDouble,
}

impl Basic {
    /// All of them, in the order in which [`Types::new`] enters them.
    pub const ALL: [Basic; 17] = [
        Basic::Bool,
        Basic::Char,
        Basic::SignedChar,
        Basic::UnsignedChar,
        Basic::Short,
        Basic::UnsignedShort,
        Basic::Int,
        Basic::UnsignedInt,
        Basic::Long,
        Basic::UnsignedLong,
        Basic::LongLong,
        Basic::UnsignedLongLong,
        Basic::Int128,
        Basic::UnsignedInt128,
        Basic::Float,
        Basic::Double,
        Basic::LongDouble,
    ];

    /// **Units**: bytes. **Rule**: RISC-V psABI, "C/C++ type details"; the alignment is the same.
    pub fn size(self) -> u64 {
        match self {
            Basic::Bool | Basic::Char | Basic::SignedChar | Basic::UnsignedChar => 1,
            Basic::Short | Basic::UnsignedShort => 2,
            Basic::Int | Basic::UnsignedInt | Basic::Float => 4,
            Basic::Long | Basic::UnsignedLong | Basic::LongLong | Basic::UnsignedLongLong => 8,
            Basic::Double => 8,
            Basic::Int128 | Basic::UnsignedInt128 | Basic::LongDouble => 16,
        }
    }

    /// Whether it is a floating type.
    pub fn is_floating(self) -> bool {
        matches!(self, Basic::Float | Basic::Double | Basic::LongDouble)
    }

    /// Whether it is a signed integer type; plain `char` is not, on RISC-V.
    pub fn is_signed(self) -> bool {
        matches!(
            self,
            Basic::SignedChar
                | Basic::Short
                | Basic::Int
                | Basic::Long
                | Basic::LongLong
                | Basic::Int128
        )
    }

    /// Whether it is an integer type of 128 bits (GNU C).
    pub fn is_int128(self) -> bool {
        matches!(self, Basic::Int128 | Basic::UnsignedInt128)
    }

    /// Its name in C.
    pub fn name(self) -> &'static str {
        match self {
            Basic::Bool => "_Bool",
            Basic::Char => "char",
            Basic::SignedChar => "signed char",
            Basic::UnsignedChar => "unsigned char",
            Basic::Short => "short",
            Basic::UnsignedShort => "unsigned short",
            Basic::Int => "int",
            Basic::UnsignedInt => "unsigned int",
            Basic::Long => "long",
            Basic::UnsignedLong => "unsigned long",
            Basic::LongLong => "long long",
            Basic::UnsignedLongLong => "unsigned long long",
            Basic::Int128 => "__int128",
            Basic::UnsignedInt128 => "unsigned __int128",
            Basic::Float => "float",
            Basic::Double => "double",
            Basic::LongDouble => "long double",
        }
    }
}

/// A type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// `void`.
    Void,
    /// A real arithmetic type.
    Basic(Basic),
    /// What values read from a bit-field wider than `int` have, and what is computed of them (C17 6.3.1.1p2 leaves it to
    /// the implementation; as GCC has it): so many bits of an integer type. No object has it.
    Bits(Basic, u8),
    /// A complex type, by its corresponding real type (C17 6.2.5p11); with an integer type, of GNU C.
    Complex(Basic),
    /// An enumeration; compatible with `unsigned int`, or `int` when an enumerator is negative (the
    /// choice that GCC makes).
    Enum(EnumId),
    /// A pointer to the given type.
    Pointer(QualType),
    /// An array of the given type; `None` is of unknown length (incomplete).
    Array(QualType, Option<u64>),
    /// An array whose length is known when the program runs (C17 6.7.6.2p4).
    VariableArray(QualType, VariableLength),
    /// A function.
    Function(FunctionType),
    /// A struct or union.
    Record(RecordId),
    /// What stands where an error has been reported: compatible with everything, silently.
    Error,
}

/// Where the length of a variable length array is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum VariableLength {
    /// In this object of the function, an `unsigned long`.
    Local(LocalId),
    /// Nowhere: it is the array of a parameter in a declaration, `[*]` (C17 6.7.6.2p4, p5).
    Unspecified,
}

/// A function type (C17 6.7.6.3); parameters are adjusted (no arrays, no functions) and
/// unqualified.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FunctionType {
    /// What it returns.
    pub result: QualType,
    /// Its parameters; `None` when nothing is said of them.
    pub parameters: Option<Vec<TypeId>>,
    /// Whether `...` ends the parameters.
    pub is_variadic: bool,
}

/// A struct or union.
#[derive(Clone, Debug)]
pub struct Record {
    /// Struct or union.
    pub kind: RecordKind,
    /// Its tag, if it has one.
    pub tag: Option<Name>,
    /// Where it is (first) declared.
    pub span: Span,
    /// Its layout; `None` while it is incomplete.
    pub layout: Option<RecordLayout>,
    /// Whether a parameter of this type takes what any member can hold (GNU C `transparent_union`).
    pub is_transparent: bool,
}

/// The members of a complete struct or union, laid out.
#[derive(Clone, Debug)]
pub struct RecordLayout {
    /// Its members in order, unnamed bit-fields left out.
    pub fields: Vec<Field>,
    /// The unnamed bit-fields that have bits: no members (C17 6.7.2.1p12), but the calling
    /// convention counts them. Each by its storage unit's offset and its bits.
    ///
    /// **Units**: bytes.
    pub unnamed: Vec<(u64, BitRange)>,
    /// **Units**: bytes, padding included.
    pub size: u64,
    /// **Units**: bytes.
    pub align: u64,
}

/// A member of a struct or union.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name; `None` for an anonymous struct or union.
    pub name: Option<Name>,
    /// Its type.
    pub ty: QualType,
    /// **Units**: bytes from the start of the record; for a bit-field, of its storage unit.
    pub offset: u64,
    /// For a bit-field: where in the storage unit (of the size of `ty`) it lies.
    pub bits: Option<BitRange>,
    /// Where it is declared.
    pub span: Span,
}

/// The bits of a bit-field in its storage unit, bit 0 being the least significant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct BitRange {
    /// The lowest bit.
    pub offset: u8,
    /// How many bits.
    pub width: u8,
}

/// An enumeration.
#[derive(Clone, Debug)]
pub struct Enumeration {
    /// Its tag, if it has one.
    pub tag: Option<Name>,
    /// Where it is declared.
    pub span: Span,
    /// The integer type that it is compatible with; `None` while it is incomplete.
    pub underlying: Option<Basic>,
    /// Its enumerators in order.
    pub enumerators: Vec<(Name, i64)>,
}

/// Every type of a compilation, each kept once.
#[derive(Clone, Debug)]
pub struct Types {
    types: Vec<Type>,
    ids: rustc_hash::FxHashMap<Type, TypeId>,
    records: Vec<Record>,
    enums: Vec<Enumeration>,
}

impl Default for Types {
    fn default() -> Types {
        Types::new()
    }
}

impl Types {
    /// `void`.
    pub const VOID: TypeId = TypeId(0);
    /// The type of what an error has been reported for.
    pub const ERROR: TypeId = TypeId(1);

    /// The basic types, and nothing else yet.
    pub fn new() -> Types {
        let mut types =
            Types { types: vec![], ids: Default::default(), records: vec![], enums: vec![] };
        types.intern(Type::Void);
        types.intern(Type::Error);
        for basic in Basic::ALL {
            types.intern(Type::Basic(basic));
        }
        for basic in Basic::ALL {
            types.intern(Type::Complex(basic));
        }
        types
    }

    /// The id of a basic type.
    pub fn basic(basic: Basic) -> TypeId {
        TypeId(2 + basic as u32)
    }

    /// The id of the complex type with that corresponding real type.
    pub fn complex(part: Basic) -> TypeId {
        TypeId(2 + Basic::ALL.len() as u32 + part as u32)
    }

    /// The id of a type.
    pub fn intern(&mut self, ty: Type) -> TypeId {
        if let Some(&id) = self.ids.get(&ty) {
            return id;
        }
        let id = TypeId(self.types.len() as u32);
        self.types.push(ty.clone());
        self.ids.insert(ty, id);
        id
    }

    /// The type with that id.
    pub fn get(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }

    /// A pointer to `to`.
    pub fn pointer(&mut self, to: impl Into<QualType>) -> TypeId {
        self.intern(Type::Pointer(to.into()))
    }

    /// An array of `length` elements.
    pub fn array(&mut self, of: QualType, length: Option<u64>) -> TypeId {
        self.intern(Type::Array(of, length))
    }

    /// Enters a new struct or union.
    pub fn add_record(&mut self, record: Record) -> RecordId {
        self.records.push(record);
        RecordId(self.records.len() as u32 - 1)
    }

    /// Enters a new enumeration.
    pub fn add_enum(&mut self, enumeration: Enumeration) -> EnumId {
        self.enums.push(enumeration);
        EnumId(self.enums.len() as u32 - 1)
    }

    /// The struct or union with that id.
    pub fn record(&self, id: RecordId) -> &Record {
        &self.records[id.0 as usize]
    }

    /// The struct or union with that id, to complete it.
    pub fn record_mut(&mut self, id: RecordId) -> &mut Record {
        &mut self.records[id.0 as usize]
    }

    /// The enumeration with that id.
    pub fn enumeration(&self, id: EnumId) -> &Enumeration {
        &self.enums[id.0 as usize]
    }

    /// The enumeration with that id, to complete it.
    pub fn enumeration_mut(&mut self, id: EnumId) -> &mut Enumeration {
        &mut self.enums[id.0 as usize]
    }

    /// Its size and alignment, or `None` for an incomplete or function type.
    ///
    /// **Units**: bytes. **Rule**: RISC-V psABI, "C/C++ type details".
    pub fn layout(&self, mut id: TypeId) -> Option<(u64, u64)> {
        let mut count = 1u64;
        while let Type::Array(of, length) = self.get(id) {
            count = count.checked_mul((*length)?)?;
            id = of.id;
        }
        let (size, align) = self.element_layout(id)?;
        Some((size.checked_mul(count)?, align))
    }

    fn element_layout(&self, id: TypeId) -> Option<(u64, u64)> {
        match self.get(id) {
            Type::Void | Type::Function(_) | Type::Array(..) | Type::VariableArray(..) => None,
            Type::Error => Some((4, 4)),
            Type::Basic(_) | Type::Bits(..) | Type::Enum(_) => {
                let basic = self.as_basic(id)?;
                Some((basic.size(), basic.size()))
            }
            // C17 6.2.5p13: as an array of two elements of the real type.
            Type::Complex(part) => Some((2 * part.size(), part.size())),
            Type::Pointer(_) => Some((8, 8)),
            Type::Record(id) => {
                self.record(*id).layout.as_ref().map(|layout| (layout.size, layout.align))
            }
        }
    }

    /// Its size; 0 for what has none.
    pub fn size(&self, id: TypeId) -> u64 {
        self.layout(id).map_or(0, |(size, _)| size)
    }

    /// Its alignment; 1 for what has none.
    pub fn align(&self, id: TypeId) -> u64 {
        self.layout(id).map_or(1, |(_, align)| align)
    }

    /// The basic type that its values are represented as: itself, or an enumeration's underlying
    /// type.
    pub fn as_basic(&self, id: TypeId) -> Option<Basic> {
        match self.get(id) {
            Type::Basic(basic) | Type::Bits(basic, _) => Some(*basic),
            Type::Enum(id) => self.enumeration(*id).underlying,
            _ => None,
        }
    }

    /// The corresponding real type of a complex type (C17 6.2.5p14).
    pub fn complex_part(&self, id: TypeId) -> Option<Basic> {
        match self.get(id) {
            Type::Complex(part) => Some(*part),
            _ => None,
        }
    }

    /// What a pointer type points to.
    pub fn pointee(&self, id: TypeId) -> Option<QualType> {
        match self.get(id) {
            Type::Pointer(to) => Some(*to),
            _ => None,
        }
    }
}
