//! Real English words that stand wrong, and what shows it.
//!
//! Our own lists: the slips that usage guides name, what programs that swap
//! words for synonyms make of names, and the grammar that tells. Each table is
//! sorted by bytes, lower case, for binary search.

/// A word that is wrong between these words.
#[derive(Debug)]
pub(crate) struct Slip {
    /// The wrong word.
    pub(crate) wrong: &'static str,
    /// The words that must stand before it, the nearest last.
    pub(crate) before: &'static str,
    /// The words that must stand behind it.
    pub(crate) after: &'static str,
    /// What is right instead.
    pub(crate) right: &'static str,
}

const fn slip(
    wrong: &'static str,
    before: &'static str,
    after: &'static str,
    right: &'static str,
) -> Slip {
    Slip { wrong, before, after, right }
}

/// Slips that their neighbours give away.
pub(crate) static SLIPS: &[Slip] = &[
    slip("affect", "an", "on", "effect"),
    slip("affect", "any", "on", "effect"),
    slip("affect", "little", "on", "effect"),
    slip("affect", "no", "on", "effect"),
    slip("alot", "", "", "a lot"),
    slip("apart", "be", "of", "a part"),
    slip("apart", "been", "of", "a part"),
    slip("apposed", "as", "to", "opposed"),
    slip("aswell", "", "", "as well"),
    slip("atleast", "", "", "at least"),
    slip("baited", "", "breath", "bated"),
    slip("bare", "", "with me", "bear"),
    slip("beckon", "", "call", "beck and"),
    slip("breath", "to", "in", "breathe"),
    slip("due", "make", "with", "do"),
    slip("eachother", "", "", "each other"),
    slip("extract", "", "revenge", "exact"),
    slip("infact", "", "", "in fact"),
    slip("inspite", "", "of", "in spite"),
    slip("intensive", "for all", "purposes", "intents and"),
    slip("loose", "to", "weight", "lose"),
    slip("mute", "a", "point", "moot"),
    slip("noone", "", "", "no one"),
    slip("ofcourse", "", "", "of course"),
    slip("peak", "sneak", "", "peek"),
    slip("peaked", "", "her interest", "piqued"),
    slip("peaked", "", "his interest", "piqued"),
    slip("peaked", "", "my curiosity", "piqued"),
    slip("peaked", "", "my interest", "piqued"),
    slip("peaked", "", "our interest", "piqued"),
    slip("peaked", "", "their interest", "piqued"),
    slip("reign", "free", "to", "rein"),
    slip("statue", "", "of limitations", "statute"),
    slip("weather", "", "or not to", "whether"),
    slip("wreck", "", "havoc", "wreak"),
    slip("wrecked", "", "havoc", "wreaked"),
    slip("wrecking", "", "havoc", "wreaking"),
];

/// Names of two words that programs which swap synonyms spoil: what they make
/// of them, and the name.
pub(crate) static SPUN_NAMES: &[(&str, &str)] = &[
    ("Center East", "Middle East"),
    ("Centre East", "Middle East"),
    ("Communist Social gathering", "Communist Party"),
    ("Conservative Social gathering", "Conservative Party"),
    ("Crimson Cross", "Red Cross"),
    ("Democratic Social gathering", "Democratic Party"),
    ("Downing Avenue", "Downing Street"),
    ("Excessive Court", "High Court"),
    ("Home of Commons", "House of Commons"),
    ("Home of Lords", "House of Lords"),
    ("Home of Representatives", "House of Representatives"),
    ("Joined Nations", "United Nations"),
    ("Joined States", "United States"),
    ("Labour Social gathering", "Labour Party"),
    ("Republican Social gathering", "Republican Party"),
    ("Supreme Courtroom", "Supreme Court"),
    ("Unified Nations", "United Nations"),
    ("Wall Road", "Wall Street"),
    ("White Home", "White House"),
];

/// Modal verbs behind which "of" stands for "have".
#[rustfmt::skip]
pub(crate) static MODALS: &[&str] = &[
    "could", "couldn't", "couldn’t", "might", "must", "should", "shouldn't", "shouldn’t", "would",
    "wouldn't", "wouldn’t",
];

/// Participles that do not end in "-ed".
#[rustfmt::skip]
pub(crate) static PARTICIPLES: &[&str] = &[
    "become", "been", "begun", "blown", "bought", "broken", "brought", "built", "caught", "chosen",
    "come", "done", "drawn", "driven", "eaten", "fallen", "felt", "forgotten", "found", "given",
    "gone", "got", "gotten", "grown", "had", "heard", "held", "kept", "known", "left", "lost",
    "made", "meant", "met", "paid", "read", "run", "said", "seen", "sent", "shown", "spent",
    "spoken", "stood", "taken", "taught", "thought", "told", "understood", "won", "worn", "written",
];

/// Nouns and adjectives behind which no clause stands: "in it's entirety".
#[rustfmt::skip]
pub(crate) static ITS_NOUNS: &[&str] = &[
    "ability", "age", "audience", "base", "beauty", "beginning", "benefits", "body", "border",
    "borders", "boundaries", "budget", "capital", "citizens", "city", "class", "code", "commitment",
    "community", "content", "core", "cost", "creation", "creator", "current", "customers", "design",
    "development", "edges", "effects", "employees", "end", "entirety", "entrance", "existence",
    "features", "feet", "final", "founder", "founders", "full", "future", "goal", "goals", "head",
    "heart", "height", "history", "impact", "importance", "inception", "infancy", "initial",
    "interior", "kind", "knees", "lack", "launch", "leader", "leaders", "length", "level", "life",
    "lifetime", "limits", "list", "location", "logo", "members", "mission", "name", "nature",
    "opponents", "origin", "original", "origins", "own", "owner", "owners", "parent", "parents",
    "partners", "path", "peak", "people", "performance", "place", "population", "position",
    "potential", "predecessor", "previous", "price", "prime", "products", "purpose", "quality",
    "range", "readers", "release", "reputation", "residents", "responses", "rivals", "role",
    "roots", "services", "shape", "shareholders", "shores", "side", "sides", "simplest", "size",
    "source", "staff", "status", "strength", "structure", "students", "style", "success",
    "supporters", "surface", "surroundings", "target", "team", "territory", "tracks", "type", "use",
    "users", "usual", "value", "versatility", "version", "visitors", "wake", "website", "weight",
    "workers",
];

/// Words that go on behind "it's" when it is short for "it is".
#[rustfmt::skip]
pub(crate) static AFTER_IT_IS: &[&str] = &[
    "a", "about", "all", "already", "also", "always", "an", "and", "as", "at", "because", "been",
    "being", "best", "better", "called", "clear", "difficult", "easy", "even", "fair", "far",
    "fine", "for", "going", "good", "great", "hard", "here", "how", "i", "impossible", "in", "it",
    "just", "like", "likely", "more", "most", "my", "never", "no", "not", "of", "often", "ok",
    "okay", "on", "one", "only", "or", "over", "possible", "probably", "quite", "really", "simply",
    "so", "something", "still", "such", "supposed", "that", "the", "their", "there", "they", "this",
    "time", "to", "too", "true", "up", "usually", "very", "we", "well", "what", "when", "where",
    "why", "with", "worth", "you", "your",
];

/// Words that begin a clause, so that "its a" behind them is "it's a".
#[rustfmt::skip]
pub(crate) static BEFORE_CLAUSE: &[&str] = &[
    "and", "because", "but", "guess", "hope", "if", "know", "now", "say", "says", "since", "so",
    "that", "think", "though", "unless", "when", "yes",
];

/// Comparatives, beside those in "-er", behind which "then" may stand for
/// "than".
pub(crate) static COMPARATIVES: &[&str] = &["less", "more", "other", "rather", "worse"];

/// Comparatives in "-er".
#[rustfmt::skip]
pub(crate) static COMPARATIVES_ER: &[&str] = &[
    "better", "bigger", "brighter", "cheaper", "cleaner", "closer", "colder", "darker", "deeper",
    "easier", "faster", "fewer", "greater", "harder", "heavier", "higher", "hotter", "larger",
    "lighter", "longer", "louder", "lower", "newer", "older", "quicker", "richer", "safer",
    "sharper", "shorter", "simpler", "slower", "smaller", "smarter", "smoother", "stronger",
    "taller", "thicker", "thinner", "warmer", "weaker", "wider", "younger",
];

/// Words with which the second half of a comparison begins.
#[rustfmt::skip]
pub(crate) static COMPARED: &[&str] = &[
    "any", "anything", "average", "ever", "expected", "half", "most", "normal", "others", "those",
    "usual",
];

/// Words that open a condition, behind which "then" may be right.
pub(crate) static CONDITIONS: &[&str] =
    &["after", "as", "if", "once", "since", "suppose", "unless", "until", "when", "while"];

/// Words behind which "as" and a year are right: "as early as 2017".
#[rustfmt::skip]
pub(crate) static BEFORE_AS: &[&str] = &[
    "back", "dated", "described", "early", "given", "known", "late", "listed", "long", "marked",
    "much", "recently", "recorded", "referred", "reported", "same", "seen", "set", "soon", "such",
    "titled", "well",
];

/// Words that may go on behind a year with which a state began.
pub(crate) static AFTER_YEAR: &[&str] = &["and", "but", "when", "with"];
