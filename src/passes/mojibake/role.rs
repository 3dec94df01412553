//! How badly characters fit together.
//!
//! Text that was decoded with the wrong encoding puts characters side by side
//! that no writing system does: a capital in the middle of a lower-case word,
//! a currency sign inside a word, Greek beside accented Latin. [`cost`] adds
//! such clashes up. A repair is believed only if it makes the sum smaller.

/// What a character does in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// White space of any kind but the no-break space.
    Space,
    /// The no-break space.
    NoBreak,
    /// A digit.
    Digit,
    /// ASCII punctuation, and marks of other scripts that stand like it.
    Mark,
    /// An ASCII letter.
    Ascii(Case),
    /// A letter of another Latin alphabet.
    Latin(Case),
    /// The capitals that the first bytes of accented letters most often become.
    Lead,
    /// The same in the encodings of Central Europe, where it is a common
    /// letter but no word.
    Breve,
    /// The ligature of o and e, which stands inside words.
    Oe(Case),
    /// A Latin letter that only phonetic and a few minor alphabets have.
    RareLatin,
    /// A Greek letter.
    Greek(Case),
    /// A Cyrillic letter.
    Cyrillic(Case),
    /// A letter of a script that is written without spaces: Chinese,
    /// Japanese, Korean, Thai and their neighbours.
    Solid(u8),
    /// A letter of any other script, by a number of the script.
    Other(u8),
    /// A letter of a script that hardly any web page is in.
    RareScript,
    /// A combining mark.
    Combining,
    /// A quotation mark that mostly opens.
    Open,
    /// An inverted mark, which only opens.
    Inverted,
    /// A low quotation mark, which only opens.
    Low,
    /// A quotation mark that mostly closes.
    Close,
    /// The curly apostrophe.
    Apostrophe,
    /// A dash, an ellipsis, a bullet in the line, a prime.
    Dash,
    /// A bullet.
    Bullet,
    /// A currency sign.
    Currency,
    /// The signs of trade marks.
    Legal,
    /// The sign of copyright.
    Copyright,
    /// Section and paragraph.
    Section,
    /// Superscript digits, and the ordinal indicators.
    Superscript,
    /// Fractions.
    Fraction,
    /// The degree sign.
    Degree,
    /// The sign of the square root.
    Root,
    /// Signs of mathematics.
    Math,
    /// Signs that hardly stand in text: spacing accents, daggers, the broken
    /// bar and so on.
    Rare,
    /// Box drawing and blocks.
    Frame,
    /// C1 controls.
    C1,
    /// The replacement character.
    Lost,
    /// Private use in the Basic Multilingual Plane: mostly icons.
    Private,
    /// Other controls, what is no character.
    Nothing,
    /// Invisible format characters.
    Format,
    /// Symbols that may stand anywhere: arrows, dingbats, emoji.
    Picture,
}

/// The case of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Upper,
}

use Case::{Lower, Upper};

impl Role {
    /// The role of a character.
    #[inline]
    pub(super) fn of(c: char) -> Self {
        match ROLES.get(c as usize) {
            Some(&role) => role,
            None => Self::classify(c),
        }
    }

    const fn classify(c: char) -> Self {
        match c {
            'a'..='z' => Self::Ascii(Lower),
            'A'..='Z' => Self::Ascii(Upper),
            '0'..='9' => Self::Digit,
            ' ' | '\t' | '\n' | '\r' => Self::Space,
            '!'..='~' => Self::Mark,
            '\0'..='\u{1F}' | '\u{7F}' => Self::Nothing,
            '\u{80}'..='\u{9F}' => Self::C1,
            '\u{A0}' => Self::NoBreak,
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{FEFF}' => Self::Format,
            '«' | '‘' | '“' | '‹' => Self::Open,
            '¡' | '¿' => Self::Inverted,
            '‚' | '„' => Self::Low,
            '»' | '”' | '›' => Self::Close,
            '’' => Self::Apostrophe,
            '·' | '‐'..='―' | '…' | '′' | '″' => Self::Dash,
            '•' => Self::Bullet,
            '¢'..='¥' if c != '¤' => Self::Currency,
            '₠'..='\u{20CF}' => Self::Currency,
            '®' | '™' => Self::Legal,
            '©' => Self::Copyright,
            '§' | '¶' => Self::Section,
            '²' | '³' | '¹' | 'ª' | 'º' => Self::Superscript,
            '¼'..='¾' => Self::Fraction,
            '°' => Self::Degree,
            '√' => Self::Root,
            '±' | '×' | '÷' | '¬' | 'µ' | '⁄' | '∂'..='⋿' => Self::Math,
            'ƒ'
            | 'ˆ'
            | '˜'
            | 'ˇ'
            | '˘'..='˝'
            | '¤'
            | '¦'
            | '¨'
            | '¯'
            | '´'
            | '¸'
            | '†'
            | '‡'
            | '‰'
            | '◊'
            | '΄'
            | '΅' => Self::Rare,
            'Ã' | 'Â' => Self::Lead,
            'Ă' => Self::Breve,
            'œ' => Self::Oe(Lower),
            'Œ' => Self::Oe(Upper),
            'ß'..='ö' | 'ø'..='ÿ' | 'ı' | 'ĸ' | 'ſ' => Self::Latin(Lower),
            'À'..='Þ' => Self::Latin(Upper),
            // Pairs of a capital and a small letter, but in two stretches the
            // other way round.
            'Ĺ'..='ň' | 'Ź'..='ž' => Self::Latin(parity(c, 1)),
            'ŉ' => Self::Latin(Lower),
            'Ā'..='ŷ' => Self::Latin(parity(c, 0)),
            'Ơ' | 'Ư' | 'Ə' | 'Ș' | 'Ț' => Self::Latin(Upper),
            'ơ' | 'ư' | 'ə' | 'ș' | 'ț' | 'ɓ' | 'ɗ' | 'ƙ' => Self::Latin(Lower),
            'Ǎ'..='ǜ' => Self::Latin(parity(c, 1)),
            'Ÿ' | 'ƀ'..='ʯ' => Self::RareLatin,
            'ʰ'..='˿' => Self::RareScript,
            '\u{300}'..='\u{33F}' | '\u{346}'..='\u{36F}' => Self::Combining,
            'Ά' | 'Έ'..='Ώ' | 'Α'..='Ϋ' => Self::Greek(Upper),
            'ΐ' | 'ά'..='ώ' => Self::Greek(Lower),
            'ἀ'..='\u{1FFF}' => Self::Greek(Lower),
            'Ѐ'..='Я' => Self::Cyrillic(Upper),
            'а'..='џ' => Self::Cyrillic(Lower),
            'Ґ'..='ӿ' => Self::Cyrillic(parity(c, 0)),
            'Ѡ'..='ҏ' => Self::RareScript,
            'Ա'..='֏' => Self::Other(1),
            'א'..='ת' | 'װ'..='״' => Self::Other(2),
            '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' => {
                Self::Combining
            }
            '،' | '؛' | '؟' | '۔' | '٪'..='٭' | 'ـ' => Self::Mark,
            '٠'..='٩' | '۰'..='۹' => Self::Digit,
            'ؠ'..='ۿ' => Self::Other(3),
            '\u{900}'..='\u{DFF}' => Self::Other(16 + (((c as u32) - 0x900) >> 7) as u8),
            '\u{E00}'..='\u{E7F}' => Self::Solid(1),
            '\u{E80}'..='\u{EFF}' => Self::Solid(2),
            'ༀ'..='\u{FFF}' => Self::Solid(3),
            'က'..='\u{109F}' => Self::Solid(4),
            'ა'..='ჿ' => Self::Other(4),
            'ሀ'..='\u{137F}' => Self::Other(5),
            '\u{1780}'..='\u{17FF}' => Self::Solid(5),
            'ᄀ'..='ᇿ' | '가'..='힣' | 'ㄱ'..='ㆎ' => Self::Solid(6),
            '぀'..='ヿ'
            | '㐀'..='䶿'
            | '一'..='鿿'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{323AF}' => Self::Solid(6),
            'Ḁ'..='ỿ' => Self::Latin(parity(c, 0)),
            '⁰'..='₎' => Self::Superscript,
            '⅐'..='↉' | '℀'..='⅏' => Self::Picture,
            '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' => {
                Self::Space
            }
            '※' | '‼'..='⁏' | '‖'..='‧' | '‵'..='※' => Self::Mark,
            '─'..='▟' | '⌐' | '⌠' | '⌡' => Self::Frame,
            '■'..='◌' | '●'..='⟿' | '⬀'..='⯿' | '←'..='⇿' | '⌀'..='⏿' | '①'..='⓿' => {
                Self::Picture
            }
            '\u{2800}'..='\u{28FF}' => Self::Picture,
            '　'..='〿' | '！'..='～' | '｡'..='･' => Self::Mark,
            'ｦ'..='ﾟ' => Self::Solid(6),
            'ﬀ'..='ﬆ' => Self::Ascii(Lower),
            '\u{FB1D}'..='\u{FB4F}' => Self::Other(2),
            'ﭐ'..='﷿' | 'ﹰ'..='ﻼ' => Self::Other(3),
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{20D0}'..='\u{20FF}' => {
                Self::Combining
            }
            '￠'..='￦' => Self::Currency,
            '\u{1F000}'..='\u{1FAFF}' => Self::Picture,
            '\u{1D400}'..='\u{1D7FF}' => Self::Picture,
            '\u{E000}'..='\u{F8FF}' => Self::Private,
            '\u{FFFD}' => Self::Lost,
            '\u{FFF0}'..='\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}' => Self::Nothing,
            '\u{F0000}'..='\u{10FFFF}' => Self::Nothing,
            _ => Self::RareScript,
        }
    }

    /// Whether it is a letter.
    pub(super) fn is_letter(self) -> bool {
        matches!(
            self,
            Self::Ascii(_)
                | Self::Latin(_)
                | Self::Lead
                | Self::Breve
                | Self::Oe(_)
                | Self::RareLatin
                | Self::Greek(_)
                | Self::Cyrillic(_)
                | Self::Solid(_)
                | Self::Other(_)
                | Self::RareScript
                | Self::Combining
        )
    }

    /// Whether it is a letter of another script than Latin.
    pub(super) fn is_of_other_script(self) -> bool {
        matches!(self, Self::Greek(_) | Self::Cyrillic(_) | Self::Solid(_) | Self::Other(_))
    }

    /// Whether it is ASCII.
    fn is_plain(self) -> bool {
        matches!(self, Self::Ascii(_) | Self::Space | Self::Digit | Self::Mark)
    }

    /// Whether it is a letter outside ASCII.
    fn is_high_letter(self) -> bool {
        self.is_letter() && !matches!(self, Self::Ascii(_))
    }

    /// Whether it is a capital.
    pub(super) fn is_capital(self) -> bool {
        self.case() == Some(Upper)
    }

    fn case(self) -> Option<Case> {
        match self {
            Self::Ascii(case)
            | Self::Latin(case)
            | Self::Oe(case)
            | Self::Greek(case)
            | Self::Cyrillic(case) => Some(case),
            Self::Lead | Self::Breve => Some(Upper),
            _ => None,
        }
    }

    /// Whether it is a sign that does not stand directly beside another sign.
    fn is_sign(self) -> bool {
        matches!(
            self,
            Self::Currency
                | Self::Legal
                | Self::Copyright
                | Self::Section
                | Self::Superscript
                | Self::Fraction
                | Self::Degree
                | Self::Math
                | Self::Root
                | Self::Rare
                | Self::Frame
                | Self::C1
                | Self::Bullet
        )
    }
}

/// The roles of all characters before the dingbats.
static ROLES: [Role; 0x2700] = {
    let mut roles = [Role::RareScript; 0x2700];
    let mut c = 0;
    while c < roles.len() {
        if let Some(c) = char::from_u32(c as u32) {
            roles[c as usize] = Role::classify(c);
        }
        c += 1;
    }
    roles
};

/// The case of a letter in a stretch of pairs; `upper` is the parity of the
/// capitals.
const fn parity(c: char, upper: u32) -> Case {
    if c as u32 % 2 == upper { Upper } else { Lower }
}

/// What the characters from `from` to `to` cost where they stand.
///
/// There must be two roles before `from` and two after `to`. The neighbours'
/// own fit with them counts too.
pub(super) fn cost(roles: &[Role], from: usize, to: usize) -> u32 {
    let mut sum = 0;
    for k in from - 1..=to {
        let (a, b, c) = (roles[k - 1], roles[k], roles[k + 1]);
        // What most text is made of costs nothing.
        if !b.is_plain() {
            sum += stand(a, b, c);
        } else if a.is_plain() {
            continue;
        }
        sum += touch(a, b);
        if k >= from {
            sum += row(roles[k - 2], a, b);
        }
    }
    sum
}

/// What a character costs between two others.
fn stand(before: Role, this: Role, after: Role) -> u32 {
    let inside = before.is_letter() && after.is_letter();
    let before_high = before.is_high_letter();
    let by_high = before_high || after.is_high_letter();
    let by_letter = before.is_letter() || after.is_letter();
    match this {
        Role::C1 | Role::Nothing => 4,
        Role::Private => 2,
        Role::RareLatin => 3,
        Role::RareScript => 4,
        Role::Low | Role::Inverted if before.is_letter() => 2,
        Role::Dash if before == Role::Lead && after.is_letter() => 2,
        Role::Open | Role::Close if inside => 2,
        Role::Bullet if inside => 2,
        Role::Currency if before_high => 2 + u32::from(after.is_letter()),
        Role::Currency if inside => 2,
        Role::Currency if by_letter => 1,
        Role::Legal if before == Role::Lead => 2,
        Role::Legal | Role::Copyright if inside => 2 + u32::from(before_high),
        Role::Copyright if before_high && before.case() == Some(Upper) => 2,
        Role::Copyright if before_high => 1,
        Role::Section if inside || before_high => 2,
        Role::Superscript if before_high || inside => 2,
        Role::Fraction if before.is_letter() => 2,
        Role::Fraction if after.is_letter() => 1,
        Role::Degree if before_high => 2,
        Role::Degree if before.is_letter() => 1,
        Role::Root if after.is_sign() || matches!(after, Role::Latin(_)) => 2,
        Role::Math if inside && by_high => 2,
        Role::Math if inside || by_high => 1,
        Role::Rare if by_high => 3,
        Role::Rare if by_letter => 1 + u32::from(inside),
        Role::Frame if by_letter => 3,
        Role::Copyright if after.is_letter() => 1,
        Role::Format if before_high && !after.is_letter() => 2,
        Role::Format if by_high => 1,
        Role::Lead if after == Role::NoBreak => 2,
        Role::Lead if !by_letter && after != Role::Apostrophe => 2,
        Role::Breve if !by_letter && after == Role::NoBreak => 2,
        Role::Oe(_) if !after.is_letter() => 2,
        _ => 0,
    }
}

/// What two neighbours cost.
fn touch(a: Role, b: Role) -> u32 {
    use Role::{
        Ascii, Breve, Close, Combining, Cyrillic, Dash, Digit, Fraction, Frame, Greek, Inverted,
        Latin, Lead, Legal, Low, Math, Oe, Open, Other, RareLatin, RareScript, Solid,
    };
    if a == b && a.is_letter() && !matches!(a, Combining) {
        return 0;
    }
    match (a, b) {
        (Frame, Frame) => 0,
        (a, b) if a.is_sign() && b.is_sign() => 1,
        (Close, Legal) | (Dash, Math) => 1,
        (Open | Low | Inverted | Close, b) if b.is_sign() => 2,
        (a, Open | Low | Inverted | Close) if a.is_sign() => 1,
        (Dash, b) if b.is_sign() && b != Fraction => 1,
        (Lead, Latin(_) | Oe(_) | RareLatin) => 2,
        (Close, Open | Inverted) => 1,
        (a, Latin(Upper) | Lead | Breve) if a.case() == Some(Lower) => 2,
        (Greek(Lower), Greek(Upper)) | (Cyrillic(Lower), Cyrillic(Upper)) => 2,
        (Digit, Latin(_) | Lead | Breve | Other(_)) | (Other(_), Digit) => 1,
        (Digit | Ascii(_), Combining) => 1,
        (a, Combining) => {
            if a.is_letter() {
                0
            } else {
                2
            }
        }
        (Ascii(_), Greek(_) | Cyrillic(_)) | (Greek(_) | Cyrillic(_), Ascii(_)) => 1,
        (Latin(_) | Lead | Breve | Oe(_), Greek(_) | Cyrillic(_))
        | (Greek(_) | Cyrillic(_), Latin(_) | Lead | Breve | Oe(_)) => 3,
        (Greek(_), Cyrillic(_)) | (Cyrillic(_), Greek(_)) => 2,
        (Solid(a), Solid(b)) | (Other(a), Other(b)) => {
            if a == b {
                0
            } else {
                3
            }
        }
        (Solid(_), Ascii(_)) | (Ascii(_), Solid(_)) => 1,
        (Combining, _) | (RareLatin | RareScript, _) | (_, RareLatin | RareScript) => 0,
        (Solid(_) | Other(_), b) if b.is_letter() => 3,
        (a, Solid(_) | Other(_)) if a.is_letter() => 3,
        _ => 0,
    }
}

/// What three in a row cost: two capitals and a small letter, a word in
/// another script run into Latin, dashes around a letter.
fn row(a: Role, b: Role, c: Role) -> u32 {
    if a.is_capital() && b.is_capital() && c == Role::Latin(Lower) {
        return 2;
    }
    match (a, b, c) {
        (Role::Greek(_), Role::Greek(_), Role::Ascii(_))
        | (Role::Cyrillic(_), Role::Cyrillic(_), Role::Ascii(_))
        | (Role::Ascii(_), Role::Greek(_), Role::Greek(_))
        | (Role::Ascii(_), Role::Cyrillic(_), Role::Cyrillic(_)) => 1,
        (Role::Low, Role::Latin(Upper), Role::Latin(_)) => 2,
        (Role::Latin(_), Role::Close, Role::Inverted) => 1,
        (Role::Dash, b, Role::Dash) if b.is_high_letter() || b == Role::Math => 2,
        _ => 0,
    }
}
