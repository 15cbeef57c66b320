//! Errors of system calls, as Linux numbers them.

/// Makes the enumeration and its inverse from one list.
macro_rules! errnos {
    ($($name:ident = $number:literal $symbol:ident,)*) => {
        /// A system call's error. **Rule**: Linux `include/uapi/asm-generic/errno-base.h` and `errno.h`.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u16)]
        pub enum Errno {
            $(#[doc = concat!("`", stringify!($symbol), "`")] $name = $number,)*
        }

        impl Errno {
            /// The error of a number, if it is one that a call here can give.
            pub const fn from_number(number: i32) -> Option<Errno> {
                match number {
                    $($number => Some(Errno::$name),)*
                    _ => None,
                }
            }
        }
    };
}

errnos! {
    NotPermitted = 1 EPERM,
    NoEntry = 2 ENOENT,
    NoProcess = 3 ESRCH,
    Interrupted = 4 EINTR,
    Io = 5 EIO,
    NoDeviceOrAddress = 6 ENXIO,
    ArgumentsTooLong = 7 E2BIG,
    NotExecutable = 8 ENOEXEC,
    BadDescriptor = 9 EBADF,
    NoChild = 10 ECHILD,
    TryAgain = 11 EAGAIN,
    NoMemory = 12 ENOMEM,
    AccessDenied = 13 EACCES,
    BadAddress = 14 EFAULT,
    NotBlockDevice = 15 ENOTBLK,
    Busy = 16 EBUSY,
    Exists = 17 EEXIST,
    CrossDevice = 18 EXDEV,
    NoDevice = 19 ENODEV,
    NotDirectory = 20 ENOTDIR,
    IsDirectory = 21 EISDIR,
    Invalid = 22 EINVAL,
    SystemFilesFull = 23 ENFILE,
    TooManyFiles = 24 EMFILE,
    NotTerminal = 25 ENOTTY,
    TextBusy = 26 ETXTBSY,
    FileTooLarge = 27 EFBIG,
    NoSpace = 28 ENOSPC,
    IllegalSeek = 29 ESPIPE,
    ReadOnly = 30 EROFS,
    TooManyLinks = 31 EMLINK,
    BrokenPipe = 32 EPIPE,
    Domain = 33 EDOM,
    Range = 34 ERANGE,
    Deadlock = 35 EDEADLK,
    NameTooLong = 36 ENAMETOOLONG,
    NoLocks = 37 ENOLCK,
    NotImplemented = 38 ENOSYS,
    NotEmpty = 39 ENOTEMPTY,
    TooManySymlinks = 40 ELOOP,
    NoData = 61 ENODATA,
    Overflow = 75 EOVERFLOW,
    NotSocket = 88 ENOTSOCK,
    NotSupported = 95 EOPNOTSUPP,
    AddressFamily = 97 EAFNOSUPPORT,
    TimedOut = 110 ETIMEDOUT,
    Stale = 116 ESTALE,
    Quota = 122 EDQUOT,
    Canceled = 125 ECANCELED,
}

impl Errno {
    /// What a system call returns for it: the negated number.
    pub const fn result(self) -> u64 {
        (self as u16 as u64).wrapping_neg()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_agree() {
        for number in 0..200 {
            if let Some(errno) = Errno::from_number(number) {
                assert_eq!(errno as i32, number);
                assert_eq!(errno.result() as i64, -i64::from(number));
            }
        }
        assert_eq!(Errno::from_number(2), Some(Errno::NoEntry));
        assert_eq!(Errno::from_number(0), None);
    }
}
