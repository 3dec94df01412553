//! Texts by a seeded generator: sentences with words of the lexicon, as frequent
//! as they are, and faults strewn into them.

use std::cmp::Reverse;
use std::ops::RangeInclusive;
use std::sync::LazyLock;
use std::{fs, iter};

use copydesk::{Pipeline, Scratch};

/// How much is wrong with a text.
#[derive(Clone, Copy)]
pub(crate) enum Damage {
    None,
    /// A fault in so many bytes.
    Every(usize),
}

/// English sentences with places for a word `#`, a name `@` and a year `%`.
#[rustfmt::skip]
const SENTENCES: &[&str] = &[
    "The # # of the # in @ was # before the # of %, and nobody # the # again.",
    "For most of the # since %, the # had # its # to @ and the # around it.",
    "When @ was # by the #, she # that her # would # the # and the # for years.",
    "In %, the # # the # of @, but the # # and the # were still #.",
    "“We have never # the # so #,” said @, who has # the # for the # since %.",
    "It was the # # that # him, he said, and not the # or the # of the #.",
    "They # # at the #, where the # was # and the # of @ # over the #.",
    "Some of the # who # there # it is #; others # the # to be # in the end.",
    "The # is # to # until the # has # what the # and @ # about the #.",
    "Nobody in @ had # of the # # before it # the # on the # of the #.",
    "He had # her with the # # from @, and she # him of the # at once.",
    "There are # # in the #, and most of them are # for the # that # them.",
    "“Why # the # now?” she asked. “The # has been # for as long as @ # it.”",
    "Dr. @ of the # # in @ says that 1,250 of the # were # by 5:30 p.m. on that day.",
    "What the # did not # was how # the # would # once the # had been #.",
    "More # than all this were the #: the #, the #, and the # of % (the last one).",
    "At first, @ # the # with # #. Then the # # and the # was # for good.",
    "Under the # of the #, each # has to # the # by the # or # its #.",
    "The # between @ and the # has # the # as much as any # of the #.",
    "See www.example.org/# for the # of the # and the # of what was #.",
];

/// The words of the lexicon, the commonest first: with fewer words, whatever
/// looks words up would find all of them in the fastest memory.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| lexicon("o", 25..=45));

/// The names of the lexicon.
static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let capital = |name: String| name[..1].to_uppercase() + &name[1..];
    lexicon("n", 22..=38).into_iter().map(capital).collect()
});

/// The words of this class and frequency that are long enough to be no word of
/// grammar.
fn lexicon(class: &str, frequency: RangeInclusive<u8>) -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/words.tsv");
    let lines = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let words = lines.lines().filter_map(|line| {
        let [word, of, number] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        let number: u8 = number.parse().ok()?;
        let is_plain = word.len() > 4 && word.bytes().all(|b| b.is_ascii_lowercase());
        (is_plain && of == class && frequency.contains(&number)).then_some((number, word))
    });
    let mut words: Vec<_> = words.collect();
    words.sort_by_key(|(number, _)| Reverse(*number));
    words.into_iter().map(|(_, word)| word.to_owned()).collect()
}

/// Other languages: words, and what stands between words and after a sentence.
#[rustfmt::skip]
const LANGUAGES: &[(&[&str], &str, &str)] = &[
    (&["die", "Brücke", "über", "den", "Fluss", "wurde", "im", "Frühjahr", "für", "alle", "Züge", "geöffnet"], " ", ". "),
    (&["le", "pont", "sur", "la", "rivière", "été", "où", "déjà", "élèves", "garçon", "fenêtre", "après"], " ", ". "),
    (&["el", "puente", "sobre", "río", "niño", "mañana", "también", "corazón", "después", "pequeño"], " ", ". "),
    (&["мост", "через", "реку", "открыли", "весной", "после", "долгого", "ремонта", "для", "всех", "поездов"], " ", ". "),
    (&["η", "γέφυρα", "του", "ποταμού", "άνοιξε", "την", "άνοιξη", "για", "όλους", "μετά"], " ", ". "),
    (&["most", "přes", "řeku", "byl", "otevřen", "léto", "všechny", "vlaky", "žádný", "dům", "člověk"], " ", ". "),
    (&["الجسر", "على", "النهر", "فتح", "في", "الربيع", "بعد", "إصلاح", "طويل", "للجميع"], " ", ". "),
    (&["הגשר", "על", "הנהר", "נפתח", "באביב", "אחרי", "תיקון", "ארוך", "לכל"], " ", ". "),
    (&["नदी", "पर", "पुल", "वसंत", "में", "सभी", "के", "लिए", "खोला", "गया"], " ", "। "),
    (&["河", "上", "的", "桥", "春天", "修好", "以后", "对", "所有", "人", "开放"], "", "。"),
    (&["川", "の", "橋", "は", "春", "に", "修理", "が", "終わり", "開いた"], "", "。"),
    (&["강", "위의", "다리가", "봄에", "모든", "사람에게", "열렸다", "수리", "뒤에"], " ", ". "),
    (&["สะพาน", "ข้าม", "แม่น้ำ", "เปิด", "ใน", "ฤดูใบไม้ผลิ", "หลัง", "ซ่อม"], "", " "),
    (&["cây", "cầu", "qua", "sông", "được", "mở", "vào", "mùa", "xuân", "cho", "mọi", "người"], " ", ". "),
];

/// What scrapers and their pages leave in a text.
#[rustfmt::skip]
const DEBRIS: &[&str] = &["&nbsp;", "&amp;", "&#8217;", "â€™", "Ã©", "\u{200B}", "\u{AD}", "<br/>", "”/>", "  ", "\u{1F}", " ,", "\u{FEFF}"];

/// Pieces that make passes look twice.
#[rustfmt::skip]
const TRAPS: &[&str] = &[
    "&", "&#", "&amp;amp;", "<", "</", "<a href=\"", ">", "[", "]", "{{", "(", ")", "“", "\"", "'", ".", ",", ".X", ",x", "a.b", "1.2,3",
    "@", "#", "http://", "www.", "Ã", "â€", "Ð", "\u{301}", "\u{200D}", "\u{202E}", "\u{1B}[", "\n", "\r", "\t", " ", "  ", "-\n", "the the ",
    "teh ", "lisbon ", "Lisbon ", "Mr. ", "U.S.", "中", "。", "é", "😀", "Read more\n", "Leave a Comment\n", "A: ", "…",
];

/// A fast generator of numbers that need not be good (SplitMix64).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn pick<'l>(&mut self, list: &[&'l str]) -> &'l str {
        list[self.below(list.len())]
    }

    /// One of a list, the first ones most often: as in a text, the word of
    /// rank `r` about 1 / `r` times (Zipf's law), but for the first few.
    fn pick_common<'l>(&mut self, list: &'l [String]) -> &'l str {
        const FLAT: f64 = 50.0;
        let even = self.below(1 << 30) as f64 / f64::from(1 << 30);
        let rank = ((list.len() as f64 / FLAT + 1.0).powf(even) - 1.0) * FLAT;
        &list[(rank as usize).min(list.len() - 1)]
    }
}

/// English paragraphs of about `len` bytes in all.
pub(crate) fn english(len: usize, damage: Damage) -> String {
    let mut random = Random(1);
    let mut text = String::with_capacity(len + 1000);
    let (article, mut scratch) = (Pipeline::article(), Scratch::default());
    while text.len() < len {
        for _ in 0..3 + random.below(4) {
            let sentence = sentence(&mut random);
            // Chance makes a fault now and then.
            if article.clean_with(&sentence, &mut scratch) == sentence {
                text.extend([&sentence, " "]);
            }
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
    strew(&mut random, text, damage)
}

fn sentence(random: &mut Random) -> String {
    let mut sentence = String::new();
    for piece in random.pick(SENTENCES).split_inclusive(['#', '@', '%']) {
        sentence.push_str(piece.trim_end_matches(['#', '@', '%']));
        match piece.bytes().last() {
            Some(b'#') => sentence.push_str(random.pick_common(&WORDS)),
            Some(b'@') => sentence.push_str(random.pick_common(&NAMES)),
            Some(b'%') => sentence.push_str(&(1900 + random.below(120)).to_string()),
            _ => {}
        }
    }
    sentence
}

/// Paragraphs in many languages, of about `len` bytes in all.
pub(crate) fn multilingual(len: usize, damage: Damage) -> String {
    let mut random = Random(2);
    let mut text = String::with_capacity(len + 1000);
    while text.len() < len {
        let (words, between, end) = LANGUAGES[random.below(LANGUAGES.len())];
        for _ in 0..3 + random.below(4) {
            let start = text.len();
            let mut last = "";
            for _ in 0..8 + random.below(8) {
                let word = random.pick(words);
                if word != last {
                    text.push_str(word);
                    text.push_str(between);
                }
                last = word;
            }
            text.truncate(text.trim_end().len());
            let first = text[start..].chars().next().map_or(0, char::len_utf8);
            let capital = text[start..start + first].to_uppercase();
            text.replace_range(start..start + first, &capital);
            text.push_str(end);
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
    strew(&mut random, text, damage)
}

/// Pieces without sense, of about `len` bytes in all.
pub(crate) fn hostile(len: usize) -> String {
    let mut random = Random(3);
    let mut text = String::with_capacity(len + 1000);
    while text.len() < len {
        let trap = random.pick(TRAPS);
        let times = if random.below(20) == 0 { 1 + random.below(200) } else { 1 };
        text.extend(iter::repeat_n(trap, times));
    }
    text
}

/// Damages a text at its spaces.
fn strew(random: &mut Random, mut clean: String, damage: Damage) -> String {
    clean.truncate(clean.trim_end().len());
    clean.push('\n');
    let Damage::Every(distance) = damage else { return clean };
    let mut text = String::with_capacity(2 * clean.len());
    let mut due = distance;
    for word in clean.split_inclusive(' ') {
        if text.len() < due {
            text.push_str(word);
            continue;
        }
        due += distance;
        match random.below(5) {
            // A space is lost after a mark, or comes twice.
            0 if word.ends_with(", ") || word.ends_with(". ") => {
                text.push_str(word.trim_end());
            }
            // Two letters change places.
            1 if word.len() > 6 && word.trim_end().bytes().all(|b| b.is_ascii_lowercase()) => {
                let letters: Vec<char> = word.chars().collect();
                text.extend([letters[0], letters[2], letters[1]]);
                text.extend(&letters[3..]);
            }
            // A word loses its capital.
            2 => text.push_str(&word.to_lowercase()),
            3 => text.push_str(&(word.to_owned() + word)),
            _ => {
                text.push_str(random.pick(DEBRIS));
                text.push_str(word);
            }
        }
    }
    text
}
