//! Names of machines and of people, where the C library is linked in: they are looked up by its own means alone.
//!
//! The system may name modules of its own for that (`/etc/nsswitch.conf`), and a program linked with another version of
//! the C library than theirs dies of loading one: seen on Debian 13, of any name of a machine. `docs/RELEASE.md` says
//! what is lost by it.

/// To be called before any name is looked up.
#[cfg(all(target_os = "linux", target_env = "gnu", target_feature = "crt-static"))]
#[expect(
    unsafe_code,
    reason = "glibc offers this in C alone; the texts are constants, and no other thread runs yet"
)]
pub(crate) fn by_own_means() {
    use std::ffi::{c_char, c_int};

    unsafe extern "C" {
        /// glibc's `nss.h`: what is asked for a kind of names, whatever the system's file says.
        fn __nss_configure_lookup(kind: *const c_char, modules: *const c_char) -> c_int;
    }

    for (kind, modules) in [(c"hosts", c"files dns"), (c"passwd", c"files"), (c"group", c"files")] {
        // A kind that it did not know would be one that nobody asks for.
        let _known = unsafe { __nss_configure_lookup(kind.as_ptr(), modules.as_ptr()) };
    }
}

/// The system's own C library loads modules of its own version.
#[cfg(not(all(target_os = "linux", target_env = "gnu", target_feature = "crt-static")))]
pub(crate) fn by_own_means() {}
