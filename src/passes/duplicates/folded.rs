//! The characters of a text that count when two lines are compared.

/// The letters and digits of a text, in lower case: no marks, no spaces.
#[derive(Clone, Debug)]
pub(super) struct Folded<'a> {
    rest: &'a str,
    // More of a letter whose lower case is several characters.
    lower: Option<std::char::ToLowercase>,
}

impl<'a> Folded<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, lower: None }
    }

    /// What has not been read yet.
    pub(super) fn as_str(&self) -> &'a str {
        self.rest
    }
}

impl Iterator for Folded<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if let Some(lower) = &mut self.lower {
            match lower.next() {
                Some(c) => return Some(c),
                None => self.lower = None,
            }
        }
        loop {
            let c = self.rest.chars().next()?;
            self.rest = &self.rest[c.len_utf8()..];
            if c.is_ascii() {
                if c.is_ascii_alphanumeric() {
                    return Some(c.to_ascii_lowercase());
                }
            } else if c.is_alphanumeric() {
                let mut lower = c.to_lowercase();
                let first = lower.next();
                if lower.len() > 0 {
                    self.lower = Some(lower);
                }
                return first;
            }
        }
    }
}
