//! What is known of a line, yes or no.

/// What a line may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flag {
    // How it looks. The model has weights for the first twelve, in this order.
    /// It ends as a sentence does.
    Ended,
    /// It ends in an ellipsis.
    Cut,
    /// It ends in a colon.
    Colon,
    /// It begins with a bullet or a number and a mark.
    Item,
    /// It is a row of a table.
    Row,
    /// It begins with a quotation mark.
    Quoted,
    /// It begins with a short name and a colon, as a turn of a dialogue does.
    Turn,
    /// It begins with a small letter.
    Lower,
    /// All its letters are capitals.
    Upper,
    /// It is a date or a time and nothing else.
    Date,
    /// It is a date with a month or a year.
    FullDate,
    /// It is a short line that reads "by" somebody.
    By,
    /// It is a date without a year, or a time, which may be those of an event.
    Day,
    /// It is a row of which no more than one cell is filled.
    Cell,
    /// It is a sentence or more: what articles are made of.
    Prose,

    // What it says.
    /// It begins as signatures do: "Posted by".
    Signed,
    /// It begins as letters do, or ends in a colon: a date above is theirs.
    Opens,
    /// It is a short name and a count in brackets, as archives list them.
    Counted,
    /// It is the name of a network and nothing else: a button among others, a
    /// cell of a table elsewhere.
    Network,
    /// The caller has named it.
    Claimed,
    /// It says something for which it goes wherever it stands.
    Sure,

    // Where it stands.
    /// It stands in a fenced block of code.
    Fenced,
    /// Less than a third of its run is certain.
    Listed,
    /// It stands in a run that is a frame of the page: a menu, a footer.
    Framed,
    /// Around it, boilerplate is thick.
    Crowded,
    /// It stands in a table of one column.
    Column,
    /// It stands in a menu that was laid out as a table.
    Menu,
    /// It goes from a text without an article too.
    Alien,
    /// It would go, and is the article's own for what stands around it.
    Spared,
}

/// Flags of a line, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Flags(u32);

impl Flags {
    /// These and no others.
    pub(super) const fn of(flags: &[Flag]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < flags.len() {
            bits |= 1 << flags[at] as u32;
            at += 1;
        }
        Self(bits)
    }

    pub(super) fn has(self, flag: Flag) -> bool {
        self.has_any(Self::of(&[flag]))
    }

    pub(super) fn has_any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub(super) fn set(&mut self, flag: Flag, is: bool) {
        let bit = 1 << flag as u32;
        self.0 = if is { self.0 | bit } else { self.0 & !bit };
    }

    /// Those that the model has weights for, as bits.
    pub(super) fn of_model(self) -> u16 {
        self.0 as u16 & 0xFFF
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_set_and_taken_back() {
        let mut flags = Flags::of(&[Flag::Ended, Flag::Prose]);
        flags.set(Flag::Alien, true);
        flags.set(Flag::Ended, false);
        assert_eq!(flags, Flags::of(&[Flag::Prose, Flag::Alien]));
        assert!(flags.has(Flag::Alien) && !flags.has(Flag::Ended));
        assert!(flags.has_any(Flags::of(&[Flag::Ended, Flag::Prose])));
        assert!(!flags.has_any(Flags::of(&[Flag::Ended, Flag::Cut])));
    }

    #[test]
    fn the_model_knows_the_first_twelve() {
        assert_eq!(Flags::of(&[Flag::By, Flag::Day, Flag::Alien]).of_model(), 1 << 11);
    }
}
