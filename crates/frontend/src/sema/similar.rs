//! Names that look alike: what a misspelled one may have meant.

/// The candidate nearest to `name`, if one is near enough to be what was meant.
///
/// The result does not depend on the order of the candidates.
pub(super) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let limit = match name.chars().count() {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    candidates
        .into_iter()
        .filter(|candidate| !candidate.starts_with("__") && *candidate != name)
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= limit && distance < candidate.len())
        .filter(|&(distance, _)| distance < name.len().max(2))
        .min()
        .map(|(_, candidate)| candidate)
}

/// The edit distance with transpositions of neighbours; a difference in case only counts as one.
fn distance(a: &str, b: &str) -> usize {
    const LENGTH_MAX: usize = 64;
    if a.eq_ignore_ascii_case(b) {
        return 1;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() > LENGTH_MAX || b.len() > LENGTH_MAX || a.len().abs_diff(b.len()) > 3 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = vec![];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (above[j - 1] + change).min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let names = ["count", "counter", "total", "i", "printf"];
        assert_eq!(nearest("cuont", names), Some("count"));
        assert_eq!(nearest("Total", names), Some("total"));
        assert_eq!(nearest("pritnf", names), Some("printf"));
        assert_eq!(nearest("zebra", names), None);
        assert_eq!(nearest("x", names), None);
    }
}
