//! Names as primary expressions (C17 6.5.1p2).

use source::Span;

use crate::Name;
use crate::ast::Identifier;
use crate::near;
use crate::sema::scope::Entity;
use crate::sema::{Sema, error_expr, library, messages, node};
use crate::tree::{Expr, ExprKind, GlobalId, Linkage, StaticInit};
use crate::types::{Basic, QualType, Qualifiers, Type, TypeId, Types};

impl Sema<'_> {
    /// What a name designates.
    pub(super) fn name(&mut self, name: Name, span: Span) -> Expr {
        let Some(binding) = self.scopes.lookup(name) else {
            return self.undeclared(name, span);
        };
        if let Entity::Local(id) = binding.entity
            && let Some(array) = self.variable_array_place(id, span)
        {
            return array;
        }
        match binding.entity {
            Entity::Local(id) => match &self.body {
                Some(body) => node(ExprKind::Local(id), body.local(id).ty, span),
                None => error_expr(span),
            },
            Entity::Global(id) => node(ExprKind::Global(id), self.globals[id.0 as usize].ty, span),
            Entity::Function(id) => {
                self.warn_deprecated(id, span);
                let ty = self.functions[id.0 as usize].ty.clone();
                let ty = self.types.intern(Type::Function(ty));
                node(ExprKind::Function(id), ty, span)
            }
            Entity::Enumerator(ty, value) => {
                let ty = self.enumerator_type(ty, value);
                node(ExprKind::Integer(value), ty, span)
            }
            Entity::Prototype(ty) => {
                let pointer = self.types.pointer(ty);
                let nowhere = node(ExprKind::Integer(0), pointer, span);
                node(ExprKind::Dereference(Box::new(nowhere)), ty, span)
            }
            Entity::Typedef(_) => {
                let text = self.names.text(name);
                self.reject(messages::type_as_value(span, text, binding.span))
            }
            Entity::Error => error_expr(span),
        }
    }

    /// C17 6.7.2.2p3: enumeration constants have type int; C23 6.7.3.3: or the fixed type, or one that holds them.
    fn enumerator_type(&self, ty: TypeId, value: i64) -> TypeId {
        let is_int = i32::try_from(value).is_ok();
        match self.types.as_basic(ty) {
            Some(Basic::Int | Basic::UnsignedInt | Basic::Long | Basic::UnsignedLong) | None
                if is_int =>
            {
                Types::basic(Basic::Int)
            }
            Some(basic) => Types::basic(basic),
            None if u32::try_from(value).is_ok() => Types::basic(Basic::UnsignedInt),
            None => Types::basic(Basic::Long),
        }
    }

    fn undeclared(&mut self, name: Name, span: Span) -> Expr {
        if let Some(id) = self.function_name(name, span) {
            return node(ExprKind::Global(id), self.globals[id.0 as usize].ty, span);
        }
        self.scopes.bind_undeclared(name, span);
        if self.unread_names.contains(&name) {
            return error_expr(span);
        }
        let text = self.names.text(name);
        let header = library::header_of(text);
        let near = near::nearest(text, self.scopes.names().map(|name| self.names.text(name)));
        self.reject(messages::undeclared_name(span, text, header, near))
    }

    /// A call of a name that nothing declares (C17 6.5.2.2: there are no implicit declarations).
    pub(super) fn undeclared_function(&mut self, name: Name, span: Span) -> Expr {
        if self.is_implicit() {
            return self.implicit_function(name, span);
        }
        self.scopes.bind_undeclared(name, span);
        if self.unread_names.contains(&name) {
            return error_expr(span);
        }
        let text = self.names.text(name);
        let header = library::header_of(text);
        let visible = self.scopes.names().filter(|&name| {
            self.scopes.lookup(name).is_some_and(|b| matches!(b.entity, Entity::Function(_)))
        });
        let mut candidates: Vec<&str> = visible.map(|name| self.names.text(name)).collect();
        candidates.extend(library::names());
        let near = near::nearest(text, candidates).map(|near| {
            let is_visible = self.names.find(near).is_some_and(|n| self.scopes.lookup(n).is_some());
            (near, library::header_of(near).filter(|_| !is_visible))
        });
        self.reject(messages::undeclared_function(span, text, header, near))
    }

    /// `__func__`: `static const char __func__[] = "name";` at the start of the body (C17 6.4.2.2).
    fn function_name(&mut self, name: Name, span: Span) -> Option<GlobalId> {
        if !matches!(self.names.text(name), "__func__" | "__FUNCTION__" | "__PRETTY_FUNCTION__") {
            return None;
        }
        let body = self.body.as_ref()?;
        if body.function_name.is_some() {
            return body.function_name;
        }
        let function = self.functions[body.function.0 as usize].name;
        let mut bytes = self.names.text(function).as_bytes().to_vec();
        bytes.push(0);
        let qualifiers = Qualifiers { is_const: true, ..Qualifiers::NONE };
        let character = QualType { id: Types::basic(Basic::Char), qualifiers };
        let ty = self.types.array(character, Some(bytes.len() as u64)).into();
        let id = self.new_global(Identifier { name, span }, ty, Linkage::None);
        self.globals[id.0 as usize].definition =
            Some(StaticInit { bytes, ..StaticInit::default() });
        if let Some(body) = &mut self.body {
            body.function_name = Some(id);
        }
        Some(id)
    }
}
