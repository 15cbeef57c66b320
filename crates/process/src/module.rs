//! Modules: what was loaded into an address space, and where.

use crate::load::extent;
use image::Image;
use std::fmt;
use std::sync::Arc;

/// An image in memory.
#[derive(Clone)]
pub struct Module {
    /// What was loaded.
    pub image: Arc<Image>,
    /// What its addresses are moved by; 0 for a program that is not position-independent.
    pub bias: u64,
}

impl Module {
    /// A program that lies where it was linked.
    pub fn unmoved(image: &Arc<Image>) -> Module {
        Module { image: Arc::clone(image), bias: 0 }
    }

    /// Whether an address is in one of its pages, or between them.
    pub fn contains(&self, address: u64) -> bool {
        let (start, end, _) = extent(&self.image);
        (start..end).contains(&address.wrapping_sub(self.bias))
    }

    /// Where its execution begins.
    pub fn entry(&self) -> u64 {
        self.image.entry().wrapping_add(self.bias)
    }
}

impl fmt::Debug for Module {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.image.bytes().len();
        out.debug_struct("Module").field("size", &size).field("bias", &self.bias).finish()
    }
}
