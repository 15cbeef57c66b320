//! The word that was probably meant.

/// The candidate nearest to a misspelled word, if one is near enough to be meant: one slip of the
/// finger (a letter too many, missing, wrong, or two exchanged; or a wrong case) in a short word,
/// two in a longer one. Words of up to three letters must have the right letters.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let length = word.chars().count();
    let slips_max = match length {
        0..=1 => return None,
        2..=4 => 1,
        _ => 2,
    };
    let possible = candidates
        .into_iter()
        .filter(|candidate| length > 3 || letters(candidate) == letters(word));
    let scored = possible.map(|candidate| (slips(word, candidate), candidate));
    scored.filter(|&(slips, _)| slips <= slips_max).min_by_key(|&(slips, _)| slips).map(|it| it.1)
}

/// The letters of a word in order, without regard to case.
fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.to_lowercase().chars().collect();
    letters.sort_unstable();
    letters
}

/// How many slips make `written` of `meant`; a difference in case alone counts as one.
fn slips(written: &str, meant: &str) -> usize {
    if written.eq_ignore_ascii_case(meant) {
        return usize::from(written != meant);
    }
    let written: Vec<char> = written.chars().collect();
    let meant: Vec<char> = meant.chars().collect();
    if written.len().abs_diff(meant.len()) > 2 {
        return usize::MAX;
    }
    distance(&written, &meant)
}

/// The optimal string alignment distance, row by row.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let is_different = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + is_different);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before_last[j - 2] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn one_slip_is_forgiven_in_short_words_and_two_in_long_ones() {
        let words = ["while", "if", "int", "unsigned"];
        assert_eq!(nearest("whlie", words), Some("while"));
        assert_eq!(nearest("Int", words), Some("int"));
        assert_eq!(nearest("unsinged", words), Some("unsigned"));
        assert_eq!(nearest("x", words), None);
        assert_eq!(nearest("nit", words), Some("int"));
        assert_eq!(nearest("ins", words), None);
        assert_eq!(nearest("count", words), None);
    }
}
