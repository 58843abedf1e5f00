//! Any bytes as a zip: reading never panics and never unpacks without end.

#![no_main]

use history::{Options, Source};
use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut zip = bytes.to_vec();
    // Without the mark of a zip the bytes would be read as text, which has its own target.
    if zip.len() >= 4 {
        zip[..4].copy_from_slice(b"PK\x03\x04");
    }
    let _ = history::read(&[Source::held("export.zip", zip)], &Options::new("Jo", TimeZone::UTC));
});
