//! The sample view as text.

use super::*;
use crate::svg::What;

#[test]
fn frames_are_boxes_and_ghosts_are_dashed() {
    let text = memory(&crate::sample::memory(), What::All, Style::PLAIN);
    expect_test::expect_file!["../../tests/sample.txt"].assert_eq(&text);
}
