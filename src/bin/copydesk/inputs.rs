//! Inputs that are read once, or twice.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, Read, Seek, Write};
use std::process;
use std::{env, path::Path};

use copydesk::Pipeline;

/// The longest text that is cleaned, and the longest line of JSON, in bytes.
pub(crate) const MOST: usize = if cfg!(test) { 1 << 10 } else { Pipeline::MAX_LEN };

/// A file, or standard input.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    name: &'a OsStr,
    /// What came from it, if it cannot be read again.
    copy: Option<File>,
}

impl<'a> Input<'a> {
    pub(crate) fn new(name: &'a OsStr) -> Self {
        Self { name, copy: None }
    }

    pub(crate) fn name(&self) -> &'a OsStr {
        self.name
    }

    pub(crate) fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        match &self.copy {
            Some(copy) => {
                let mut copy = copy.try_clone()?;
                copy.rewind()?;
                Ok(Box::new(copy))
            }
            None => crate::open(self.name),
        }
    }

    /// Makes it one that can be read several times: what is no file is copied
    /// into one.
    pub(crate) fn keep(&mut self) -> io::Result<()> {
        if self.name != "-" && Path::new(self.name).is_file() {
            return Ok(());
        }
        let mut source = crate::open(self.name)?;
        let mut copy = temporary()?;
        let copied = io::copy(&mut source, &mut copy);
        copy.flush()?;
        // What was read before something went wrong counts.
        self.copy = Some(copy);
        copied.map(drop)
    }
}

/// Appends a line to `line`, or the first `most` bytes of it. Gives whether it goes on.
pub(crate) fn read_up_to(
    most: usize,
    reader: &mut impl BufRead,
    line: &mut Vec<u8>,
) -> io::Result<bool> {
    let len = reader.take(most as u64).read_until(b'\n', line)?;
    Ok(len == most && !line.ends_with(b"\n"))
}

/// A file that is gone when it is closed.
fn temporary() -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut number = 0;
    loop {
        let path = env::temp_dir().join(format!("copydesk-{}-{number}", process::id()));
        match options.open(&path) {
            Ok(file) => {
                fs::remove_file(&path)?;
                return Ok(file);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error),
        }
    }
}
