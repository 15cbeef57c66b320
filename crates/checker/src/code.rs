//! The classes of findings: one record each.

use std::fmt;

macro_rules! classes {
    ($($(#[$doc:meta])* $code:ident $name:literal $clause:literal {
        sentence: $sentence:literal, explanation: $explanation:literal, repair: $repair:literal,
    })*) => {
        /// What C forbids and a run did.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $($(#[$doc])* $code,)*
        }

        /// Every class, in the order of [`Code`].
        pub const CLASSES: &[Class] = &[$(Class {
            code: Code::$code,
            name: $name,
            clause: $clause,
            sentence: $sentence,
            explanation: $explanation,
            repair: $repair,
        },)*];
    };
}

/// What is said of a class of findings.
///
/// In `sentence`, `{expression}` is the source text that did it, `{object}` the object concerned (`c of foo`, `the block of 12
/// bytes`), `{size}` the size of the access, `{distance}` how far from the object it is, `{stack}` what fills the stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Class {
    /// The class.
    pub code: Code,
    /// Its name, stable: `uninitialised-read`.
    pub name: &'static str,
    /// The clauses of C17 that it breaks; empty when the standard is silent.
    pub clause: &'static str,
    /// The first sentence of a report.
    pub sentence: &'static str,
    /// Why it matters, in a sentence or two.
    pub explanation: &'static str,
    /// What usually repairs it.
    pub repair: &'static str,
}

classes! {
    /// A scalar is read before anything was stored in it.
    UninitialisedRead "uninitialised-read" "6.2.4, 6.3.2.1p2, 6.7.9p10" {
        sentence: "`{expression}` is used before it has a value.",
        explanation: "An object without an initialiser starts with whatever was in its memory before.",
        repair: "Give it a value where it is declared, or store to it before this line.",
    }
    /// A read outside the object that the pointer was made from.
    OutOfBoundsRead "out-of-bounds-read" "6.5.6p8, 6.3.2.1p1" {
        sentence: "`{expression}` reads {distance} {object}.",
        explanation: "A pointer may be used only for the object that it was made from.",
        repair: "Check the index or the pointer against the object's size before the access.",
    }
    /// A write outside the object that the pointer was made from.
    OutOfBoundsWrite "out-of-bounds-write" "6.5.6p8, 6.3.2.1p1" {
        sentence: "`{expression}` writes {distance} {object}.",
        explanation: "What lies there belongs to something else, which changes without a word.",
        repair: "Check the index or the pointer against the object's size before the access.",
    }
    /// An access outside the member or inner array that the pointer was made from, but inside the whole object.
    OutOfBoundsMember "out-of-bounds-member" "6.5.6p8" {
        sentence: "`{expression}` leaves its array and reaches another part of {object}.",
        explanation: "Each array inside an object has bounds of its own; its neighbour is not part of it.",
        repair: "Check the index against the length of this array, not of the whole object.",
    }
    /// An allocated object is used after it was freed.
    UseAfterFree "use-after-free" "6.2.4p2, 7.22.3p1" {
        sentence: "`{expression}` uses {object} after it was freed.",
        explanation: "The allocator may hand the same bytes out again, or keep its own lists in them.",
        repair: "Free it after its last use, and set pointers to it to null when you do.",
    }
    /// An automatic object is used after its function returned.
    UseAfterReturn "use-after-return" "6.2.4p2" {
        sentence: "`{expression}` uses {object} after its function returned.",
        explanation: "The frame was released; the next call puts its own objects there.",
        repair: "Return the value itself, or let the caller own the object and pass its address.",
    }
    /// An automatic object is used after its block was left.
    UseAfterScope "use-after-scope" "6.2.4p2, 6.2.4p6" {
        sentence: "`{expression}` uses {object} after its block was left.",
        explanation: "An object lives only while its block is being executed, each time anew.",
        repair: "Declare it in the block in which the pointer to it is used.",
    }
    /// A null pointer is dereferenced.
    NullDereference "null-dereference" "6.5.3.2p4" {
        sentence: "`{expression}` goes through a null pointer.",
        explanation: "There is no object at null, and nothing is mapped near it.",
        repair: "Find where the pointer got its value, or test it before this line.",
    }
    /// A pointer is dereferenced, and nothing is mapped or allowed where it points.
    WildDereference "wild-dereference" "6.5.3.2p4" {
        sentence: "`{expression}` goes through a pointer to no object.",
        explanation: "The address that it holds is not the address of anything that it may access.",
        repair: "Find where the pointer got its value.",
    }
    /// An object that is declared `const` is written.
    ConstWrite "const-write" "6.7.3p6" {
        sentence: "`{expression}` writes {object}, which is const.",
        explanation: "It lies in read-only memory, or others rely on its value.",
        repair: "Write a copy of it, or do not declare it const.",
    }
    /// A string literal is written.
    LiteralWrite "literal-write" "6.4.5p7" {
        sentence: "`{expression}` writes a string literal.",
        explanation: "Literals lie in read-only memory and may be shared.",
        repair: "Use an array that the literal initialises: `char name[] = \"...\";`",
    }
    /// A block is freed a second time.
    DoubleFree "double-free" "7.22.3.3p2" {
        sentence: "{object} is freed a second time.",
        explanation: "The allocator's lists break when a free block is put into them again.",
        repair: "Free it once, where its owner ends, and set the pointer to null.",
    }
    /// Something that is not the start of a live block is freed.
    InvalidFree "invalid-free" "7.22.3.3p2" {
        sentence: "`{expression}` frees what is not the start of an allocated block.",
        explanation: "Only what malloc, calloc or realloc returned can be given back, and only once.",
        repair: "Keep the pointer that malloc returned, and free that.",
    }
    /// Something that is not the start of a live block is given to `realloc`.
    BadRealloc "bad-realloc" "7.22.3.5p3" {
        sentence: "`{expression}` resizes what is not the start of a live block.",
        explanation: "Only a block that malloc, calloc or realloc returned and that was not freed since can be resized.",
        repair: "Keep the pointer that realloc returned last, and give it that.",
    }
    /// A block is never freed, and at the end nothing refers to it.
    Leak "leak" "" {
        sentence: "{object} was never freed, and nothing refers to it any more.",
        explanation: "Its memory cannot be used again while the program runs.",
        repair: "Free it before the last pointer to it is overwritten or goes out of scope.",
    }
    /// The stack ran into its guard.
    StackOverflow "stack-overflow" "" {
        sentence: "The stack is full{stack}.",
        explanation: "Each active call keeps its frame until it returns.",
        repair: "Make sure that the recursion ends, or allocate large objects with malloc.",
    }
}

impl Code {
    /// Its record.
    pub fn class(self) -> &'static Class {
        &CLASSES[self as usize]
    }

    /// Its name: `uninitialised-read`.
    pub fn name(self) -> &'static str {
        self.class().name
    }

    /// The class of that name.
    pub fn by_name(name: &str) -> Option<Code> {
        CLASSES.iter().find(|class| class.name == name).map(|class| class.code)
    }
}

/// Its name.
impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_in_the_order_of_codes_and_named_once() {
        for (index, class) in CLASSES.iter().enumerate() {
            assert_eq!(class.code as usize, index);
            assert_eq!(Code::by_name(class.name), Some(class.code));
        }
    }
}
