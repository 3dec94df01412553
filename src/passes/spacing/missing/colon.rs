//! Behind a colon, unless it parts a name: `std::io`, `Wikipedia:Manual`.

use super::{Place, is_letter, is_starter};
use crate::passes::spacing::extra::leaves_a_hole;
use crate::text::{Case, Kind};

impl Place<'_, '_, '_> {
    /// Whether a label or a sentence ends in a colon: `Note:The`.
    pub(super) fn after_colon(&self) -> bool {
        let (left, right) = (self.left_text(), self.right_text());
        let is_lower = self.left.case() == Case::Lower;
        // What closes behind a colon opens in Swedish and Finnish: `sade:”Kom!”`.
        let opens_like_closing = self.closes.is_some_and(|c| "”’".contains(c));
        let is_face = is_lower && matches!(right, "D" | "O" | "P");
        if self.is_glued()
            || is_face
            || self.left.kind() != Kind::Word
            || is_letter(left)
            || opens_like_closing
        {
            return false;
        }
        match self.opens {
            None => {}
            Some('"' | '“') if self.closes.is_none() => {
                return self.comes_from_prose() || (is_lower && self.before().is_none());
            }
            // A face is no number in brackets.
            Some('(') => {
                return is_lower
                    && self.right.kind() == Kind::Number
                    && self.after().starts_with(") ");
            }
            Some(_) => return false,
        }
        if leaves_a_hole(left)
            || self.before().is_some_and(|c| c != '-')
            || !(self.after().starts_with([' ', '-']) || self.is_before_slash())
        {
            return false;
        }
        if right.starts_with(char::is_uppercase) {
            let is_label = self.is_known(self.left) || self.comes_from_prose();
            let is_text = self.is_known(self.right) || self.right.case() != Case::Mixed;
            // `HarbourLink:HarbourLink is a ferry line`
            ((is_label && is_text) || left == right)
                && !NAMESPACES.contains(&left)
                && self.left.case() != Case::Upper
                // `misc:Depends`
                && !(is_lower && self.context.is_technical() && !is_starter(right))
                && !self.is_repeated()
        } else {
            self.is_english() && is_starter(right) && self.comes_from_prose()
        }
    }

    /// `UI/UX`
    fn is_before_slash(&self) -> bool {
        let rest = self.after().strip_prefix('/');
        rest.is_some_and(|s| s.starts_with(char::is_uppercase)) && self.right.case() == Case::Upper
    }
}

/// Namespaces of wikis: `Wikipedia:Manual of Style` is a name.
#[rustfmt::skip]
static NAMESPACES: &[&str] = &[
    "Category", "File", "Help", "Image", "MediaWiki", "Portal", "Special", "Talk", "Template",
    "Wikipedia",
];
