//! Any bytes as C text: compiled or refused with diagnostics whose places lie in their files.

#![no_main]

use source::MemoryFiles;

libfuzzer_sys::fuzz_target!(|text: &[u8]| {
    let mut files = MemoryFiles::new();
    files.insert("p.c", text);
    let (sources, diagnostics) = match compiler::build(&["p.c"], &files, &Default::default()) {
        Ok(built) => (built.sources, built.diagnostics),
        Err(refused) => (refused.sources, refused.diagnostics),
    };
    for diagnostic in diagnostics {
        let labels = diagnostic.secondary.iter().chain([&diagnostic.primary]);
        for span in labels.map(|label| label.span) {
            assert!(span.end as usize <= sources.file(span.file).text.len(), "{diagnostic:?}");
        }
    }
});
