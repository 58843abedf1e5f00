//! Any bytes as a record: read or told, and what was read is written and read back as the same. No panic.
#![no_main]

use journal::wire::Record;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The version stands before what is fuzzed, so that the fuzzer need not find it.
    let mut record = vec![journal::wire::VERSION];
    record.extend_from_slice(bytes);
    if let Ok(record) = Record::decode(&record) {
        assert_eq!(Record::decode(&record.encode()).as_ref(), Ok(&record));
    }
});
