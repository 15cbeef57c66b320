//! The words of findings: objects, distances, values, in the manner of a patient colleague.

use checker::{AccessRecord, FunctionUse, ObjectKind, ObjectRecord, StackUse};

use super::typed::unsigned;

/// `1 byte`, `12 bytes`.
pub(crate) fn bytes(count: u64) -> String {
    if count == 1 { "1 byte".into() } else { format!("{count} bytes") }
}

/// An address: `0x101ec` where it is short, `3f_ffff_ed98` in groups of four digits where it is
/// not.
pub(crate) fn address(address: u64) -> String {
    if address >> 32 == 0 {
        return format!("{address:#x}");
    }
    let low = format!("{:04x}_{:04x}", address >> 16 & 0xffff, address & 0xffff);
    match address >> 48 {
        0 => format!("{:x}_{low}", address >> 32),
        high => format!("{high:x}_{:04x}_{low}", address >> 32 & 0xffff),
    }
}

/// The sentence with its first letter as a capital; one that begins with a name stays as it is.
pub(crate) fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// An object: `` `x` ``, `` `c` of foo`` when it is not the function's own, `the block of 12
/// bytes`.
pub(crate) fn describe(object: &ObjectRecord, function: &str) -> String {
    match &object.kind {
        ObjectKind::Allocated => format!("the block of {}", bytes(object.size)),
        ObjectKind::OnStack { .. } => format!("the {} from alloca", bytes(object.size)),
        ObjectKind::Static { is_literal: true, .. } if object.name.is_empty() => {
            "the string literal".into()
        }
        _ if object.name.is_empty() => "an object without a name".into(),
        ObjectKind::Automatic { function: owner } if owner != function => {
            format!("`{}` of {owner}", object.name)
        }
        _ => format!("`{}`", object.name),
    }
}

/// How far from what it may reach an access is: `just past the end of`.
pub(crate) fn distance(access: &AccessRecord, object: Option<&ObjectRecord>) -> String {
    let whole = object.map(|object| (object.start, object.start.wrapping_add(object.size)));
    let Some((low, high)) = access.reach.or(whole) else { return "outside of".into() };
    let end = access.address.wrapping_add(access.size);
    match () {
        () if access.address == high => "just past the end of".into(),
        () if access.address > high => {
            format!("{} past the end of", bytes(access.address - high))
        }
        () if access.address < low && end > low => "partly before the start of".into(),
        () if access.address < low => {
            format!("{} before the start of", bytes(low - access.address))
        }
        () => "partly past the end of".into(),
    }
}

/// The sentence for an access by index: `` `a[4]` is written, but `a` has 4 elements, 0 to 3. ``
pub(crate) fn bounds(expression: &str, access: &AccessRecord) -> Option<String> {
    let (low, high) = access.reach?;
    let open = last_index(expression)?;
    let (array, index) = (&expression[..open], &expression[open + 1..expression.len() - 1]);
    let size = access.size.max(1);
    let offset = access.address.wrapping_sub(low) as i64;
    if !(high - low).is_multiple_of(size) || offset % size as i64 != 0 {
        return None;
    }
    let (count, number) = ((high - low) / size, offset / size as i64);
    let verb = if access.is_write { "written" } else { "read" };
    let with = match index.trim() == number.to_string() {
        true => String::new(),
        false => format!(" with index {number}"),
    };
    let has = match count {
        0 => "has no element".into(),
        1 => "has 1 element, 0".into(),
        _ => format!("has {count} elements, 0 to {}", count - 1),
    };
    Some(format!("`{expression}` is {verb}{with}, but `{}` {has}.", array.trim()))
}

/// Where the last index of `a[i][j]` opens, if the expression ends with one.
fn last_index(expression: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, letter) in expression.char_indices().rev() {
        match letter {
            ']' => depth += 1,
            '[' if depth == 1 => return Some(at).filter(|&at| at > 0),
            '[' => depth = depth.checked_sub(1)?,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Whether a type has two floating parts, by its name.
fn is_complex(ty: &str) -> bool {
    ["float _Complex", "double _Complex", "long double _Complex"].contains(&ty)
}

/// What bytes mean in a scalar type, by its name.
pub(crate) fn decode(ty: &str, held: &[u8]) -> String {
    let number = unsigned(held);
    let unused = 64 - 8 * held.len().clamp(1, 8) as u32;
    match () {
        () if ty.contains('*') && number == 0 => "null".into(),
        () if ty.contains('*') => address(number),
        () if ty == "_Bool" && number < 2 => ["false", "true"][number as usize].into(),
        () if is_complex(ty) => {
            super::typed::complex(held).unwrap_or_else(|| bytes(held.len() as u64))
        }
        () if ty.contains("unsigned") || ty == "char" => number.to_string(),
        () => ((number << unused) as i64 >> unused).to_string(),
    }
}

/// A declaration that gives a scalar its first value: `int total = 0;`.
pub(crate) fn initialiser(object: &ObjectRecord) -> Option<String> {
    let is_local = matches!(object.kind, ObjectKind::Automatic { .. });
    let is_simple = !object.ty.is_empty() && !object.ty.contains(['[', '(', '{']);
    let is_record = object.ty.starts_with("struct") || object.ty.starts_with("union");
    if !is_local || !is_simple || object.name.is_empty() {
        return None;
    }
    let name = &object.name;
    Some(match (object.ty.strip_suffix('*'), is_record) {
        (Some(target), _) => format!("{}*{name} = NULL;", target),
        (None, true) => format!("{} {name} = {{0}};", object.ty),
        (None, false) => format!("{} {name} = 0;", object.ty),
    })
}

/// What filled a stack, after "The stack is full": the recursion, or the large frame.
pub(crate) fn fills_stack(stack: &StackUse) -> String {
    let name = |function: &FunctionUse| format!("`{}`", function.function);
    let names: Vec<String> = stack.functions.iter().map(name).collect();
    let count: u64 = stack.functions.iter().map(|function| function.call_count).sum();
    match (&names[..], stack.is_recursion()) {
        ([], _) => String::new(),
        ([name], true) => format!(": {name} calls itself, and {count} calls are active"),
        ([names @ .., last], true) => {
            format!(
                ": {} and {last} call each other, and {count} calls are active",
                names.join(", ")
            )
        }
        (_, false) => format!(": the frame of {} is too large for it", names[0]),
    }
}

/// How large the frames are that filled a stack.
pub(crate) fn stack_shares(stack: &StackUse) -> String {
    let frame = |function: &FunctionUse| {
        format!("a frame of `{}` has {}", function.function, bytes(function.frame_size))
    };
    let frames: Vec<String> = stack.functions.iter().map(frame).collect();
    let used = stack.functions.iter().map(|function| function.call_count * function.frame_size);
    let total = match stack.is_recursion() {
        true => format!(", together {}", bytes(used.sum())),
        false => String::new(),
    };
    let limit = bytes(stack.limit_size);
    capital(&format!("{}{total}; the stack may have {limit}.", frames.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn access(address: u64, size: u64, is_write: bool) -> AccessRecord {
        let (ty, reach, lands_in) = ("int".into(), Some((100, 116)), None);
        AccessRecord { is_write, address, size, ty, reach, lands_in }
    }

    #[track_caller]
    fn check(expression: &str, address: u64, expected: Option<&str>) {
        assert_eq!(bounds(expression, &access(address, 4, true)).as_deref(), expected);
    }

    #[test]
    fn an_index_is_compared_with_the_length() {
        check("a[4]", 116, Some("`a[4]` is written, but `a` has 4 elements, 0 to 3."));
        check(
            "row[i + 1]",
            120,
            Some("`row[i + 1]` is written with index 5, but `row` has 4 elements, 0 to 3."),
        );
        check(
            "a[i][b[j]]",
            96,
            Some("`a[i][b[j]]` is written with index -1, but `a[i]` has 4 elements, 0 to 3."),
        );
        check("*p", 116, None);
        check("a[4]", 117, None);
    }

    #[test]
    fn distances_are_told_from_the_nearer_end() {
        let told = |address, size| distance(&access(address, size, false), None);
        assert_eq!(told(116, 4), "just past the end of");
        assert_eq!(told(120, 4), "4 bytes past the end of");
        assert_eq!(told(96, 4), "4 bytes before the start of");
        assert_eq!(told(98, 4), "partly before the start of");
        assert_eq!(told(114, 4), "partly past the end of");
    }

    #[test]
    fn bytes_are_read_as_their_type() {
        assert_eq!(decode("int", &[0xff; 4]), "-1");
        assert_eq!(decode("unsigned int", &[0xff; 4]), "4294967295");
        assert_eq!(decode("char *", &[0; 8]), "null");
        assert_eq!(decode("int *", &0x3f_ffff_ed98u64.to_le_bytes()), "3f_ffff_ed98");
        assert_eq!(decode("_Bool", &[1]), "true");
        assert_eq!(decode("float _Complex", &[0; 8]), "0.0 + 0.0i");
    }
}
