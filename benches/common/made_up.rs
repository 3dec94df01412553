//! Texts by a seeded generator: sentences out of lists of words, and faults
//! strewn into them.

use std::iter;

/// How much is wrong with a text.
#[derive(Clone, Copy)]
pub(crate) enum Damage {
    None,
    /// A fault in so many bytes.
    Every(usize),
}

#[rustfmt::skip]
const ADJECTIVES: &[&str] = &[
    "old", "new", "small", "large", "quiet", "local", "public", "early", "modern", "famous", "narrow", "heavy", "simple",
    "strange", "northern", "southern", "foreign", "private", "annual", "medical", "national", "careful", "recent", "empty",
    "wooden", "bright", "serious", "common", "possible", "difficult", "independent", "traditional", "international",
];
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "bridge", "harbour", "market", "school", "river", "village", "council", "theatre", "garden", "window", "station",
    "library", "hospital", "company", "question", "answer", "winter", "summer", "evening", "century", "newspaper", "teacher",
    "doctor", "student", "engineer", "minister", "government", "committee", "agreement", "building", "decision", "experiment",
    "population", "temperature", "development", "neighbour", "photograph", "machine", "language", "mountain", "island",
];
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "opened", "closed", "visited", "described", "changed", "followed", "reached", "noticed", "repaired", "replaced",
    "supported", "discussed", "finished", "remembered", "considered", "protected", "discovered", "explained", "welcomed",
    "established", "recommended", "investigated",
];
#[rustfmt::skip]
const ADVERBS: &[&str] = &[
    "slowly", "quickly", "carefully", "finally", "rarely", "usually", "suddenly", "recently", "together", "again", "clearly",
    "probably", "immediately", "particularly",
];
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "Anna", "Peter", "Maria", "Thomas", "Helen", "Lisbon", "Vienna", "Norway", "Canada", "London", "Brazil", "Martin",
    "Julia", "Robert", "Portugal", "Elizabeth",
];

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
}

/// English paragraphs of about `len` bytes in all.
pub(crate) fn english(len: usize, damage: Damage) -> String {
    let mut random = Random(1);
    let mut text = String::with_capacity(len + 1000);
    while text.len() < len {
        for _ in 0..3 + random.below(4) {
            sentence(&mut random, &mut text);
        }
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
    }
    strew(&mut random, text, damage)
}

fn sentence(random: &mut Random, text: &mut String) {
    let mut r = |list| random.pick(list);
    let (adjective, noun, verb) = (r(ADJECTIVES), r(NOUNS), r(VERBS));
    let (name, adverb, other, last) = (r(NAMES), r(ADVERBS), r(NOUNS), r(NOUNS));
    let year = 1900 + random.below(120);
    let sentence = match random.below(7) {
        0 => format!("The {adjective} {noun} {adverb} {verb} the {other} of {name}. "),
        1 => format!(
            "In {year}, the {noun} {verb} {} {other}, and the {last} was {adjective}. ",
            article(other)
        ),
        2 => format!("“It was the {adjective} {noun},” said {name}, who {adverb} {verb} it. "),
        3 => format!("{name} {verb} the {noun} and the {other}; nobody {verb} the {last}. "),
        4 => format!("When the {noun} {verb} the {other}, {name} was with the {last}. "),
        5 => format!("Dr. {name} Hill’s {noun} {verb} 1,{year} things by 5:30 p.m. on that day. "),
        _ => format!(
            "It’s on www.example.org/{noun}, {} {adjective} page for the {other}. ",
            article(adjective)
        ),
    };
    text.push_str(&sentence);
}

/// The indefinite article of a word of the lists above.
fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
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
