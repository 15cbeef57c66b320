//! What holds in every access table, so that those who read it may index without asking.

use super::*;

/// What is wrong with a unit: whose and what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The function or object with static storage duration.
    pub owner: String,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// What is wrong with a part of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FaultKind {
    /// An index leads out of [`Unit::types`].
    Type,
    /// An index leads out of [`Unit::files`].
    File,
    /// An index leads out of [`Function::objects`].
    Object,
    /// There are more parameters than objects.
    Parameters,
    /// Live ranges are empty, overlap or are not sorted.
    LiveOrder,
    /// Rows are not sorted.
    RowOrder,
    /// A live range or a row lies outside the function.
    Outside,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let what = match self.kind {
            FaultKind::Type => "names a type that is not in the table",
            FaultKind::File => "names a file that is not in the table",
            FaultKind::Object => "names an object that it does not have",
            FaultKind::Parameters => "has more parameters than objects",
            FaultKind::LiveOrder => "has live ranges that overlap or are not sorted",
            FaultKind::RowOrder => "has rows that are not sorted",
            FaultKind::Outside => "has a row or live range outside its code",
        };
        write!(out, "`{}` {what}", self.owner)
    }
}

impl<P> Unit<P> {
    /// Checks that every index leads into its table and every order holds.
    ///
    /// **Errors**: the first fault.
    pub fn check(&self) -> Result<(), Fault> {
        for object in &self.statics {
            let kind = self.typed_place(object.ty, object.place);
            kind.map_err(|kind| Fault { owner: object.name.clone(), kind })?;
        }
        for function in &self.functions {
            let kind = self.check_function(function);
            kind.map_err(|kind| Fault { owner: function.name.clone(), kind })?;
        }
        Ok(())
    }

    fn check_function(&self, function: &Function<P>) -> Result<(), FaultKind> {
        self.place(function.place)?;
        require(
            usize::from(function.parameter_count) <= function.objects.len(),
            FaultKind::Parameters,
        )?;
        for object in &function.objects {
            self.typed_place(object.ty, object.place)?;
        }
        let mut end = 0;
        for live in &function.live {
            require(end <= live.start && live.start < live.end, FaultKind::LiveOrder)?;
            end = live.end;
            live.objects.iter().try_for_each(|&object| function.has(object))?;
        }
        require(end <= function.size, FaultKind::Outside)?;
        let mut offset = 0;
        for row in &function.rows {
            require(offset <= row.offset, FaultKind::RowOrder)?;
            offset = row.offset;
            self.check_row(function, row)?;
        }
        require(function.rows.is_empty() || offset < function.size, FaultKind::Outside)
    }

    fn check_row(&self, function: &Function<P>, row: &Row) -> Result<(), FaultKind> {
        self.place(row.place)?;
        match row.event {
            Event::Read(access) | Event::Write(access) => self.ty(access.ty),
            Event::Declare { object }
            | Event::Local { object, .. }
            | Event::StackBorn { array: Some(object), .. } => function.has(object),
            _ => Ok(()),
        }
    }

    fn typed_place(&self, ty: TypeIndex, place: Place) -> Result<(), FaultKind> {
        self.ty(ty)?;
        self.place(place)
    }

    fn ty(&self, ty: TypeIndex) -> Result<(), FaultKind> {
        require(usize::from(ty.0) < self.types.len(), FaultKind::Type)
    }

    fn place(&self, place: Place) -> Result<(), FaultKind> {
        require(usize::from(place.file) < self.files.len(), FaultKind::File)
    }
}

impl<P> Function<P> {
    fn has(&self, object: ObjectIndex) -> Result<(), FaultKind> {
        require(usize::from(object.0) < self.objects.len(), FaultKind::Object)
    }
}

fn require(holds: bool, otherwise: FaultKind) -> Result<(), FaultKind> {
    if holds { Ok(()) } else { Err(otherwise) }
}
