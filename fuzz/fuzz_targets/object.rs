//! Any bytes as a relocatable object: refused, or read to what is written the same way again.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(object) = image::read_object(bytes) {
        let written = image::write_object(&object);
        let again = image::read_object(&written).expect("what we write, we read");
        assert_eq!(image::write_object(&again), written);
    }
});
