//! What is redacted.

/// A kind of what [`Redact`](super::Redact) takes out.
///
/// # Example
///
/// ```
/// use copydesk::passes::RedactKind;
///
/// assert_eq!(RedactKind::Email.placeholder(), "[email]");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RedactKind {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// An IP address, of version 4 or 6.
    Ip,
}

impl RedactKind {
    /// All kinds.
    pub const ALL: &[Self] = &[Self::Email, Self::Phone, Self::Ip];

    /// What stands for it if nothing else is asked for.
    pub fn placeholder(self) -> &'static str {
        match self {
            Self::Email => "[email]",
            Self::Phone => "[phone]",
            Self::Ip => "[ip]",
        }
    }

    pub(super) fn rule(self) -> &'static str {
        match self {
            Self::Email => "redact/email",
            Self::Phone => "redact/phone",
            Self::Ip => "redact/ip",
        }
    }
}
