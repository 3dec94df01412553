//! What the caller knows of the words.

use super::Spelling;
use crate::BuildError;

/// # Words of one's own
///
/// They hold in every language, and before what the lexicon says.
impl Spelling {
    /// Leaves these words alone, in whatever case, and as owners (`Kowalczyk’s`).
    /// What is no single word adds nothing.
    ///
    /// # Example
    ///
    /// ```
    /// use copydesk::{Pass, passes::Spelling};
    ///
    /// let text = "They say that the reccomend is a kind of small boat.";
    /// assert_ne!(Spelling::default().clean(text), text);
    /// assert_eq!(Spelling::default().keep(["reccomend"]).clean(text), text);
    /// ```
    #[must_use]
    pub fn keep<W: AsRef<str>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        for word in words {
            // What cannot stand in a text needs no keeping.
            let _ = self.own.keep(word.as_ref());
        }
        self
    }

    /// Leaves the words of a list alone, which has one on each line. Blank lines
    /// and those that begin with `#` are skipped.
    ///
    /// `name` is what an error calls the list: the path of its file.
    ///
    /// # Errors
    ///
    /// If a line is more than one word, or none; it is named with its number.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), copydesk::BuildError> {
    /// use copydesk::passes::Spelling;
    ///
    /// let spelling = Spelling::default().keep_list("boats.txt", "# Boats\nreccomend\nkaik\n")?;
    /// let error = Spelling::default().keep_list("boats.txt", "kaik\na boat\n").unwrap_err();
    /// assert_eq!(error.to_string(), "boats.txt:2: it is more than one word");
    /// # Ok(())
    /// # }
    /// ```
    pub fn keep_list(mut self, name: &str, list: &str) -> Result<Self, BuildError> {
        self.own.keep_list(name, list)?;
        Ok(self)
    }

    /// Adds a table of replacements: on each line a word, a tab, and what is put
    /// in its place. Blank lines and those that begin with `#` are skipped.
    ///
    /// A word in lower case is replaced in all cases, and what replaces it takes
    /// its case; a word with a capital is replaced only where it stands so.
    /// Nothing is replaced in fenced blocks of code and between backticks.
    ///
    /// `name` is what an error calls the table: the path of its file.
    ///
    /// # Errors
    ///
    /// If a line is not a word, one tab and a replacement, if its word stands in
    /// the table already, or if the replacement has a word that is replaced
    /// itself. The line is named with its number.
    ///
    /// # Example
    ///
    /// ```
    /// # fn main() -> Result<(), copydesk::BuildError> {
    /// use copydesk::{Pass, passes::Spelling};
    ///
    /// let spelling = Spelling::default().table("house.tsv", "colour\tcolor\nweb site\twebsite");
    /// assert_eq!(spelling.unwrap_err().to_string(), "house.tsv:2: `web site` is more than one word");
    ///
    /// let spelling = Spelling::default().table("house.tsv", "colour\tcolor\nIOC\tCommittee")?;
    /// assert_eq!(spelling.clean("Colour by the IOC."), "Color by the Committee.");
    /// # Ok(())
    /// # }
    /// ```
    pub fn table(mut self, name: &str, table: &str) -> Result<Self, BuildError> {
        self.own.add_table(name, table)?;
        Ok(self)
    }
}
