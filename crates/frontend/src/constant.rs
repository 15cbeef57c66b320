//! Constant expressions (C17 6.6).
