//! The kinds of boilerplate.

use std::fmt;
use std::str::FromStr;

use crate::{BuildError, error};

macro_rules! kinds {
    ($($(#[$doc:meta])+ $kind:ident = $name:literal,)+) => {
        /// A kind of line that belongs to the page and not to the article.
        ///
        /// The rule of an edit is `boilerplate/` and the [name](Self::name) of
        /// the kind.
        ///
        /// # Example
        ///
        /// ```
        /// use copydesk::passes::BoilerplateKind;
        ///
        /// let kind: BoilerplateKind = "read-more".parse()?;
        /// assert_eq!(kind, BoilerplateKind::ReadMore);
        /// assert_eq!(kind.to_string(), "read-more");
        /// # Ok::<(), copydesk::BuildError>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(
            feature = "serde",
            derive(serde::Serialize),
            serde(rename_all = "kebab-case")
        )]
        #[non_exhaustive]
        pub enum BoilerplateKind {
            $($(#[$doc])+ $kind,)+
        }

        impl BoilerplateKind {
            /// All kinds.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// The name of the kind, such as `related`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }

            /// The rule that an edit of this kind carries.
            pub(super) fn rule(self) -> &'static str {
                match self {
                    $(Self::$kind => concat!("boilerplate/", $name),)+
                }
            }
        }
    };
}

kinds! {
    /// Comment prompts, counters and forms.
    Comments = "comments",
    /// Related and recommended articles: the prompt and the headlines under it.
    Related = "related",
    /// Share bars, and the tools to print, mail or keep an article.
    Share = "share",
    /// Asks to follow the site elsewhere.
    Follow = "follow",
    /// Newsletter prompts and forms, asks for support.
    Subscribe = "subscribe",
    /// Sign-in and registration.
    SignIn = "sign-in",
    /// What stands where a paywall cuts an article off.
    Paywall = "paywall",
    /// Cookie and consent notices.
    Cookies = "cookies",
    /// Labels of adverts, affiliate notices, calls to buy.
    Advert = "advert",
    /// App promotion.
    App = "app",
    /// Menus, breadcrumbs, search boxes and controls.
    Navigation = "navigation",
    /// Links to other pages of a list or of the article.
    Pagination = "pagination",
    /// Tags and categories.
    Tags = "tags",
    /// Links to the rest of a text.
    ReadMore = "read-more",
    /// Who wrote the article.
    Byline = "byline",
    /// Where and when it was written, as a line of its own.
    Dateline = "dateline",
    /// Who made a picture.
    Credit = "credit",
    /// When the article was published or changed.
    Updated = "updated",
    /// How long it takes to read.
    ReadingTime = "reading-time",
    /// Which agency or site a text is from.
    Source = "source",
    /// About the author, after the article.
    AuthorBox = "author-box",
    /// Copyright and rights.
    Copyright = "copyright",
    /// Policies, terms and disclaimers.
    Legal = "legal",
    /// Notices for browsers without scripts.
    ScriptsOff = "scripts-off",
    /// The one short line between the paragraphs of an article with which it
    /// has no word in common, or the two.
    Stray = "stray",
    /// Lines that say nothing in particular, and are like those of pages in
    /// their words, their look and their place.
    Model = "model",
}

impl BoilerplateKind {
    /// Whether no article has such lines: they speak to who visits the page.
    pub(super) fn is_of_pages_only(self) -> bool {
        matches!(
            self,
            Self::Comments
                | Self::Share
                | Self::Subscribe
                | Self::SignIn
                | Self::Paywall
                | Self::Cookies
                | Self::Pagination
                | Self::ReadingTime
                | Self::ScriptsOff
        )
    }

    /// Whether a section or an item of a list can be called so.
    pub(super) fn may_head(self) -> bool {
        !self.is_of_pages_only()
            && !matches!(
                self,
                Self::Byline | Self::Dateline | Self::Credit | Self::AuthorBox | Self::Copyright
            )
    }

    /// Whether terms and policies speak of it.
    pub(super) fn is_of_policies(self) -> bool {
        matches!(
            self,
            Self::Legal | Self::Cookies | Self::Copyright | Self::Navigation | Self::Updated
        )
    }

    /// Whether a document can be called so.
    pub(super) fn may_open(self) -> bool {
        self.may_head() && self != Self::Source
    }
}

impl fmt::Display for BoilerplateKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for BoilerplateKind {
    type Err = BuildError;

    fn from_str(name: &str) -> Result<Self, BuildError> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name).ok_or_else(|| {
            error::Kind::UnknownBoilerplate {
                name: name.to_owned(),
                known: error::list(Self::ALL.iter().map(|kind| kind.name())),
            }
            .into()
        })
    }
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kinds(u32);

impl Kinds {
    pub(super) fn all_but(kinds: impl IntoIterator<Item = BoilerplateKind>) -> Self {
        Self(kinds.into_iter().fold(u32::MAX, |set, kind| set & !(1 << kind as u32)))
    }

    pub(super) fn insert(&mut self, kind: BoilerplateKind) {
        self.0 |= 1 << kind as u32;
    }

    pub(super) fn contains(self, kind: BoilerplateKind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }
}

// The set is as wide as the list is long.
const _: () = assert!(BoilerplateKind::ALL.len() <= 32);
