//! How languages spell types and declarations.
//!
//! Types refer to each other in cycles, and a damaged file may make cycles that no language can; so
//! every walk here is bounded.

use crate::debug::{Language, Qualifier, Type, TypeRef, Unit};
use crate::types::DEPTH_MAX;

/// How many parameters of a function type are spelled out.
const PARAMETER_COUNT_MAX: usize = 32;

impl Unit {
    /// The type as its language spells it: `int (*)[3]`, `[i32; 3]`; `None` is `void`.
    pub fn spell(&self, ty: Option<TypeRef>) -> String {
        self.declare(ty, "")
    }

    /// A declaration of `name` with that type: `int (*name)[3]` (C17 6.7.6), `name: [i32; 3]`.
    pub fn declare(&self, ty: Option<TypeRef>, name: &str) -> String {
        match (self.language, name) {
            (Language::Rust, "") => self.spell_rust(ty, DEPTH_MAX),
            (Language::Rust, name) => format!("{name}: {}", self.spell_rust(ty, DEPTH_MAX)),
            _ => self.declare_within(ty, name.to_owned(), DEPTH_MAX),
        }
    }

    /// The type as Rust spells it. Most have their names from the compiler.
    fn spell_rust(&self, ty: Option<TypeRef>, depth: usize) -> String {
        let Some(depth) = depth.checked_sub(1) else { return "...".into() };
        let Some(ty) = ty else { return "()".into() };
        let within = |ty: Option<TypeRef>| self.spell_rust(ty, depth.min(8));
        match self.ty(ty) {
            None => "unknown".into(),
            Some(Type::Base { name, .. } | Type::Typedef { name, .. } | Type::Other(name)) => {
                name.clone()
            }
            Some(
                Type::Record { name, .. } | Type::Variants { name, .. } | Type::Enum { name, .. },
            ) => name.clone().unwrap_or_else(|| "{...}".into()),
            Some(Type::Qualified(_, target)) => within(*target),
            Some(Type::Pointer(target)) => format!("*{}", within(*target)),
            Some(Type::Reference { target, .. }) => format!("&{}", within(Some(*target))),
            Some(Type::MemberPointer { target, .. }) => within(Some(*target)),
            Some(Type::Array { element, length }) => {
                let length = length.map(|length| format!("; {length}")).unwrap_or_default();
                format!("[{}{length}]", within(Some(*element)))
            }
            Some(Type::Function { result, parameters, .. }) => {
                let parameters = parameters.iter().take(PARAMETER_COUNT_MAX);
                let parameters: Vec<_> =
                    parameters.map(|&it| self.spell_rust(Some(it), depth.min(4))).collect();
                let result = result.map(|result| format!(" -> {}", within(Some(result))));
                format!("fn({}){}", parameters.join(", "), result.unwrap_or_default())
            }
        }
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
                join(&self.tagged(keyword, name.as_deref()), &declarator)
            }
            Some(Type::Variants { name, .. }) | Some(Type::Enum { name, .. }) => {
                join(&self.tagged("enum", name.as_deref()), &declarator)
            }
            Some(Type::Reference { target, is_rvalue }) => {
                let sign = if *is_rvalue { "&&" } else { "&" };
                let declarator = self.pointer(sign, Some(*target), &declarator);
                self.declare_within(Some(*target), declarator, depth)
            }
            Some(Type::MemberPointer { class, target }) => {
                let class = self.declare_within(Some(*class), String::new(), depth.min(4));
                let sign = format!("{class}::*");
                let declarator = self.pointer(&sign, Some(*target), &declarator);
                self.declare_within(Some(*target), declarator, depth)
            }
            Some(Type::Pointer(target)) => {
                self.declare_within(*target, self.pointer("*", *target, &declarator), depth)
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

    /// `struct tag`, or what stands for one without a tag. C++ needs no keyword before a name.
    fn tagged(&self, keyword: &str, tag: Option<&str>) -> String {
        match (tag, self.language) {
            (Some(tag), Language::C) => format!("{keyword} {tag}"),
            (Some(tag), _) => tag.to_owned(),
            (None, _) => format!("{keyword} {{...}}"),
        }
    }

    /// `*declarator`, in parentheses where `[]` or `()` would bind more strongly.
    fn pointer(&self, sign: &str, target: Option<TypeRef>, declarator: &str) -> String {
        match target.and_then(|target| self.ty(target)) {
            Some(Type::Array { .. } | Type::Function { .. }) => format!("({sign}{declarator})"),
            _ => format!("{sign}{declarator}"),
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

/// Two words with a space between them, if there are two.
fn join(specifier: &str, declarator: &str) -> String {
    let space = if declarator.is_empty() { "" } else { " " };
    format!("{specifier}{space}{declarator}")
}
