//! Numbers as people read them.

/// An address: `0x101ec` where it is short, `3f_ffff_ed98` in groups of four digits where it is not.
pub fn address(address: u64) -> String {
    if address >> 32 == 0 {
        return format!("{address:#x}");
    }
    let digits = format!("{address:x}");
    let mut grouped = String::with_capacity(digits.len() + 4);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(4) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}

/// A size: `48 B`, `1.2 KiB`, `8 MiB`.
pub fn size(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["KiB", "MiB", "GiB", "TiB", "PiB"];
    if bytes < 1024 {
        return format!("{bytes} B");
    }
    let mut tenths = u128::from(bytes) * 10 / 1024;
    let mut unit = 0;
    while tenths >= 10240 && unit + 1 < UNITS.len() {
        tenths /= 1024;
        unit += 1;
    }
    match tenths % 10 {
        0 => format!("{} {}", tenths / 10, UNITS[unit]),
        part => format!("{}.{part} {}", tenths / 10, UNITS[unit]),
    }
}

/// A count with its noun: `1 byte`, `48 bytes`.
pub fn count(count: u64, singular: &str, plural: &str) -> String {
    let noun = if count == 1 { singular } else { plural };
    format!("{} {noun}", thousands(count))
}

/// `1 byte`, `48 bytes`.
pub fn bytes(number: u64) -> String {
    count(number, "byte", "bytes")
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The last part of a path: a story names its one file without the way there.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_grouped_by_four_digits() {
        assert_eq!(address(0x101ec), "0x101ec");
        assert_eq!(address(0x3f_ffff_ed98), "3f_ffff_ed98");
        assert_eq!(address(u64::MAX), "ffff_ffff_ffff_ffff");
        assert_eq!(address(0), "0x0");
    }

    #[test]
    fn sizes_have_a_binary_unit() {
        assert_eq!(size(0), "0 B");
        assert_eq!(size(1023), "1023 B");
        assert_eq!(size(1229), "1.2 KiB");
        assert_eq!(size(8 << 20), "8 MiB");
        assert_eq!(size(u64::MAX), "16383.9 PiB");
    }

    #[test]
    fn counts_have_a_noun_and_groups() {
        assert_eq!(bytes(1), "1 byte");
        assert_eq!(bytes(1234567), "1,234,567 bytes");
    }
}
