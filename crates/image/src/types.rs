//! Questions about types: size, what is under typedefs and qualifiers, how C spells them.
//!
//! Types refer to each other in cycles, and a damaged file may make cycles that C cannot; so every
//! walk here is bounded.

use crate::debug::{Qualifier, Type, TypeRef, Unit};

/// How many types are followed from one to the next.
const DEPTH_MAX: usize = 64;

impl Unit {
    /// A type by its index.
    pub fn ty(&self, ty: TypeRef) -> Option<&Type> {
        self.types.get(ty.0 as usize)
    }

    /// The type under all typedefs and qualifiers; `None` is `void`, or a type that is not there.
    pub fn strip(&self, ty: TypeRef) -> Option<TypeRef> {
        let mut ty = ty;
        for _ in 0..DEPTH_MAX {
            match self.ty(ty)? {
                Type::Typedef { target, .. } | Type::Qualified(_, target) => ty = (*target)?,
                _ => return Some(ty),
            }
        }
        None
    }

    /// The type under all typedefs and qualifiers, as data.
    pub fn stripped(&self, ty: TypeRef) -> Option<&Type> {
        self.ty(self.strip(ty)?)
    }

    /// What `sizeof` gives; `None` for incomplete and function types.
    ///
    /// **Units**: bytes.
    pub fn size_of(&self, ty: TypeRef) -> Option<u64> {
        let (mut ty, mut count) = (ty, 1u64);
        for _ in 0..DEPTH_MAX {
            let size = match self.stripped(ty)? {
                Type::Array { element, length } => {
                    count = count.checked_mul((*length)?)?;
                    ty = *element;
                    continue;
                }
                Type::Base { size, .. } | Type::Enum { size, .. } => Some(*size),
                Type::Pointer(_) => Some(8),
                Type::Record { size, .. } => *size,
                _ => None,
            };
            return count.checked_mul(size?);
        }
        None
    }

    /// The type as C spells it: `int (*)[3]`; `None` is `void`.
    pub fn spell(&self, ty: Option<TypeRef>) -> String {
        self.declare(ty, "")
    }

    /// A declaration of `name` with that type: `int (*name)[3]` (C17 6.7.6).
    pub fn declare(&self, ty: Option<TypeRef>, name: &str) -> String {
        self.declare_within(ty, name.to_owned(), DEPTH_MAX)
    }

    /// Puts a type around a declarator, from the inside to the outside.
    fn declare_within(&self, ty: Option<TypeRef>, declarator: String, depth: usize) -> String {
        let Some(depth) = depth.checked_sub(1) else { return join("...", &declarator) };
        let Some(ty) = ty else { return join("void", &declarator) };
        match self.ty(ty) {
            None => join("unknown", &declarator),
            Some(Type::Base { name, .. } | Type::Typedef { name, .. } | Type::Other(name)) => {
                join(name, &declarator)
            }
            Some(Type::Record { is_union, name, .. }) => {
                let keyword = if *is_union { "union" } else { "struct" };
                join(&tagged(keyword, name.as_deref()), &declarator)
            }
            Some(Type::Enum { name, .. }) => join(&tagged("enum", name.as_deref()), &declarator),
            Some(Type::Pointer(target)) => {
                self.declare_within(*target, self.pointer(*target, &declarator), depth)
            }
            Some(Type::Qualified(qualifier, target)) => {
                self.declare_qualified(*qualifier, *target, declarator, depth)
            }
            Some(Type::Array { element, length }) => {
                let length = length.map(|length| length.to_string()).unwrap_or_default();
                self.declare_within(Some(*element), format!("{declarator}[{length}]"), depth)
            }
            Some(Type::Function { result, parameters, is_variadic }) => {
                let parameters = self.spell_parameters(parameters, *is_variadic, depth);
                self.declare_within(*result, format!("{declarator}({parameters})"), depth)
            }
        }
    }

    /// `*declarator`, in parentheses where `[]` or `()` would bind more strongly.
    fn pointer(&self, target: Option<TypeRef>, declarator: &str) -> String {
        match target.and_then(|target| self.ty(target)) {
            Some(Type::Array { .. } | Type::Function { .. }) => format!("(*{declarator})"),
            _ => format!("*{declarator}"),
        }
    }

    /// A qualifier stands behind the `*` of a pointer that it qualifies, before any other type.
    fn declare_qualified(
        &self,
        qualifier: Qualifier,
        target: Option<TypeRef>,
        declarator: String,
        depth: usize,
    ) -> String {
        let word = match qualifier {
            Qualifier::Const => "const",
            Qualifier::Volatile => "volatile",
            Qualifier::Restrict => "restrict",
            Qualifier::Atomic => "_Atomic",
        };
        let mut inner = target;
        for _ in 0..DEPTH_MAX {
            match inner.and_then(|inner| self.ty(inner)) {
                Some(Type::Qualified(_, target)) => inner = *target,
                Some(Type::Pointer(_)) => {
                    return self.declare_within(target, join(word, &declarator), depth);
                }
                _ => break,
            }
        }
        format!("{word} {}", self.declare_within(target, declarator, depth))
    }

    fn spell_parameters(&self, parameters: &[TypeRef], is_variadic: bool, depth: usize) -> String {
        let mut spelled: Vec<_> = parameters
            .iter()
            .take(PARAMETER_COUNT_MAX)
            .map(|&parameter| self.declare_within(Some(parameter), String::new(), depth.min(4)))
            .collect();
        match (is_variadic, spelled.is_empty()) {
            (false, true) => spelled.push("void".into()),
            (true, false) => spelled.push("...".into()),
            _ => {}
        }
        spelled.join(", ")
    }
}

/// How many parameters of a function type are spelled out.
const PARAMETER_COUNT_MAX: usize = 32;

/// `struct tag`, or what stands for one without a tag.
fn tagged(keyword: &str, tag: Option<&str>) -> String {
    format!("{keyword} {}", tag.unwrap_or("{...}"))
}

/// Two words with a space between them, if there are two.
fn join(specifier: &str, declarator: &str) -> String {
    let space = if declarator.is_empty() { "" } else { " " };
    format!("{specifier}{space}{declarator}")
}
