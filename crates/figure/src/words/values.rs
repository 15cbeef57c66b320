//! Values as C would write them.

use view::Value;

/// A value in few characters: `10`, `'a' (97)`, `"abc"`, `0x10a40`, `null`.
pub fn value(value: &Value) -> String {
    match value {
        Value::Signed(number) => number.to_string(),
        Value::Unsigned(number) => number.to_string(),
        Value::Character(code) => character(*code),
        Value::Boolean(truth) => if *truth { "true" } else { "false" }.into(),
        Value::Enum { name: Some(name), value } => format!("{name} ({value})"),
        Value::Enum { name: None, value } => value.to_string(),
        Value::Pointer(0) => "null".into(),
        Value::Pointer(address) => crate::words::address(*address),
        Value::Floating(number) => number.clone(),
        Value::Text { text, is_terminated: true } => format!("\"{text}\""),
        Value::Text { text, is_terminated: false } => format!("\"{text}\" unterminated"),
        Value::Aggregate => String::new(),
        Value::Bytes(bytes) => hex(bytes),
        Value::Unreadable => "not mapped".into(),
    }
}

fn character(code: i64) -> String {
    match u8::try_from(code) {
        Ok(b'\0') => "'\\0'".into(),
        Ok(b'\n') => "'\\n' (10)".into(),
        Ok(b'\t') => "'\\t' (9)".into(),
        Ok(b'\'') => "'\\'' (39)".into(),
        Ok(byte @ b' '..=b'~') => format!("'{}' ({byte})", char::from(byte)),
        _ => code.to_string(),
    }
}

fn hex(bytes: &[u8]) -> String {
    const SHOWN: usize = 8;
    let shown: Vec<String> = bytes.iter().take(SHOWN).map(|byte| format!("{byte:02x}")).collect();
    let rest = if bytes.len() > SHOWN { " …" } else { "" };
    format!("{}{rest}", shown.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: Value, expected: &str) {
        assert_eq!(value(&input), expected);
    }

    #[test]
    fn values_look_like_c() {
        check(Value::Signed(-5), "-5");
        check(Value::Character(97), "'a' (97)");
        check(Value::Character(0), "'\\0'");
        check(Value::Character(200), "200");
        check(Value::Pointer(0), "null");
        check(Value::Floating("1e-300".into()), "1e-300");
        check(Value::Bytes(vec![1; 9]), "01 01 01 01 01 01 01 01 …");
        check(Value::Text { text: "hi".into(), is_terminated: false }, "\"hi\" unterminated");
    }
}
