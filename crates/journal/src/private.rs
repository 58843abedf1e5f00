//! Files that their owner alone may read: what holds a key, a copy, or what somebody wrote. What is in them, others know.

use std::fs::OpenOptions;

/// How such a file is opened; whether it is made, emptied or has to be new, the caller adds.
#[must_use]
pub fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
