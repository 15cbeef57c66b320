//! Near names: what was probably meant by a misspelled one.
//!
//! A *slip* is a letter too many, missing or wrong, or two neighbours exchanged; case does not
//! count.

/// Names longer than this are near to none: comparing costs the product of the lengths.
const LENGTH_MAX: usize = 64;

/// The candidate that is nearest to `name`, if one is near enough to be what was meant.
///
/// The result does not depend on the order of the candidates. Names that begin with `__` belong to
/// the implementation (C17 7.1.3p1) and are offered only to those who write such a name.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let is_offered = |candidate: &str| {
        candidate != name && (!candidate.starts_with("__") || name.starts_with("__"))
    };
    candidates
        .into_iter()
        .filter(|candidate| is_offered(candidate))
        .filter_map(|candidate| slips(name, candidate).map(|slips| (slips, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Whether two words have the same letters, in any order and of either case.
pub(crate) fn has_same_letters(one: &str, other: &str) -> bool {
    letters(one) == letters(other)
}

fn letters(word: &str) -> Vec<u8> {
    let mut letters = word.to_ascii_lowercase().into_bytes();
    letters.sort_unstable();
    letters
}

/// How many slips make `written` of `meant`, if they are few for the length of the words.
fn slips(written: &str, meant: &str) -> Option<usize> {
    if written.eq_ignore_ascii_case(meant) {
        return (written.len() <= LENGTH_MAX).then_some(0);
    }
    // In a word of one letter a slip leaves nothing of the word.
    let slips_max = match written.len().min(meant.len()) {
        0..=1 => return None,
        2..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    let is_far = written.len().abs_diff(meant.len()) > slips_max
        || written.len().max(meant.len()) > LENGTH_MAX;
    let slips = (!is_far).then(|| distance(written.as_bytes(), meant.as_bytes()))?;
    (slips <= slips_max).then_some(slips)
}

/// The optimal string alignment distance without regard to case, row by row.
fn distance(one: &[u8], other: &[u8]) -> usize {
    let is_same = |left: u8, right: u8| left.eq_ignore_ascii_case(&right);
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (i, &left) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &right) in other.iter().enumerate() {
            let change = usize::from(!is_same(left, right));
            let mut best = (above[j] + change).min(above[j + 1] + 1).min(row[j] + 1);
            let is_exchange =
                i > 0 && j > 0 && is_same(left, other[j - 1]) && is_same(one[i - 1], right);
            if is_exchange {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_slips_are_forgiven_and_more_in_longer_names() {
        let check = |name, candidates: &[&'static str], expected| {
            assert_eq!(nearest(name, candidates.iter().copied()), expected, "{name}");
        };
        let headers = ["stdio.h", "stdlib.h", "string.h"];
        check("stido.h", &headers, Some("stdio.h"));
        check("STIDO.H", &headers, Some("stdio.h"));
        check("strings.h", &headers, Some("string.h"));
        check("math.h", &headers, None);
        check("", &headers, None);
        let keywords = ["while", "if", "int", "unsigned"];
        check("whlie", &keywords, Some("while"));
        check("Int", &keywords, Some("int"));
        check("unsinged", &keywords, Some("unsigned"));
        check("x", &keywords, None);
        let variables = ["count", "counter", "total", "i", "printf", "__total"];
        check("cuont", &variables, Some("count"));
        check("Total", &variables, Some("total"));
        check("I", &variables, Some("i"));
        check("pritnf", &variables, Some("printf"));
        check("_total", &variables, Some("total"));
        check("x", &variables, None);
        check("zebra", &variables, None);
        check("Printf", &["fprintf", "printf"], Some("printf"));
    }

    #[test]
    fn the_letters_of_a_word_have_no_order() {
        assert!(has_same_letters("nit", "Int"));
        assert!(!has_same_letters("ins", "int"));
    }
}
