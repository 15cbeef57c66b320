//! Near names: what was probably meant by a misspelled one.

/// The candidate that is nearest to `text`, if one is near enough to be what was meant.
pub(crate) fn nearest<'a>(
    text: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let near_enough = (text.len() / 3).clamp(1, 3);
    let distances = candidates.into_iter().filter(|candidate| !candidate.is_empty()).map(|found| {
        let is_far = text.len().abs_diff(found.len()) > near_enough;
        (if is_far { usize::MAX } else { distance(text, found) }, found)
    });
    let (distance, found) = distances.min_by_key(|&(distance, _)| distance)?;
    (distance <= near_enough && found != text).then_some(found)
}

/// How many insertions, deletions, replacements and swaps of neighbours lead from one to the other.
///
/// **Cost**: proportional to the product of the lengths; names longer than 64 bytes are far from
/// all.
fn distance(one: &str, other: &str) -> usize {
    const LENGTH_MAX: usize = 64;
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() > LENGTH_MAX || other.len() > LENGTH_MAX {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, &left) in one.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, &right) in other.iter().enumerate() {
            let is_same = left.eq_ignore_ascii_case(&right);
            let mut best = (last[column] + usize::from(!is_same))
                .min(last[column + 1] + 1)
                .min(next[column] + 1);
            let is_swap =
                row > 0 && column > 0 && left == other[column - 1] && right == one[row - 1];
            if is_swap {
                best = best.min(before[column - 1] + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut last, next);
    }
    last[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        let names = ["stdio.h", "stdlib.h", "string.h"];
        assert_eq!(nearest("stido.h", names), Some("stdio.h"));
        assert_eq!(nearest("STDIO.H", names), Some("stdio.h"));
        assert_eq!(nearest("strings.h", names), Some("string.h"));
        assert_eq!(nearest("math.h", names), None);
        assert_eq!(nearest("", names), None);
    }
}
