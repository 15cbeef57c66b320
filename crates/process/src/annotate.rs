//! What the machine is told of each code address: the image's access table.

use image::Image;
use machine::{Annotator, VirtAddr};
use std::sync::Arc;

/// The notes and regions of an image's access table, for the machine to carry.
///
/// A note is what [`image::access`] calls one; observers get it back with each instruction and look its rows up. Regions are
/// given only where a frame is complete (see [`image::access::Function::framed`]): whoever sees one knows that `s0` holds
/// the canonical frame address.
#[derive(Clone, Debug)]
pub struct Notes(pub Arc<Image>);

impl Annotator for Notes {
    fn note(&self, pc: VirtAddr) -> u32 {
        self.0.access().note(pc.0)
    }

    fn region(&self, pc: VirtAddr) -> u32 {
        let access = self.0.access();
        match access.function_at(pc.0) {
            Some((_, function)) if function.framed.contains(&((pc.0 - function.start) as u32)) => {
                access.region(pc.0)
            }
            _ => 0,
        }
    }
}
