//! Words that nobody writes twice in a row on purpose, and those that one does.
//!
//! Our own lists, from the common stock of English grammar. Sorted by bytes,
//! lower case, for binary search.

/// English words whose second copy is a slip wherever it stands: articles,
/// determiners, conjunctions, and prepositions that no verb takes as particles.
#[rustfmt::skip]
pub(crate) static ALWAYS: &[&str] = &[
    "a", "although", "an", "and", "as", "at", "because", "been", "but", "during", "each", "every",
    "for", "from", "his", "if", "into", "its", "must", "of", "onto", "or", "our", "should", "than",
    "the", "their", "these", "this", "to", "until", "upon", "when", "whether", "while", "with",
    "within", "without", "would", "your",
];

/// Words whose second copy is a slip in any text: no language has them as a
/// word that may follow itself.
#[rustfmt::skip]
pub(crate) static ALWAYS_ANYWHERE: &[&str] = &[
    "avec", "dans", "della", "für", "les", "mit", "och", "oder", "pour", "the", "und",
];

/// English verbs that end a clause and begin the next: "what it is is a sign".
pub(crate) static CLAUSE_VERBS: &[&str] =
    &["are", "be", "can", "could", "has", "have", "is", "was", "were", "will"];

/// Words that open or carry a clause which such a verb may end.
#[rustfmt::skip]
pub(crate) static CLAUSE_OPENERS: &[&str] = &[
    "all", "everything", "how", "one", "point", "problem", "reason", "thing", "things", "truth",
    "way", "what", "whatever", "where", "wherever", "which", "who", "whoever",
];

/// Words of clauses that may end in a preposition, and pronouns, before which
/// such a clause begins: "the town she was born in in May".
#[rustfmt::skip]
pub(crate) static RELATIVES: &[&str] = &[
    "he", "i", "it", "she", "that", "they", "to", "we", "whom", "whose", "you",
];

/// English prepositions that are particles of verbs too: "the house they lived
/// in in the past".
pub(crate) static PARTICLES: &[&str] =
    &["about", "across", "after", "before", "by", "in", "off", "on", "over", "through", "up"];

/// Words behind which such a particle often stands, beside all that end in
/// "-ed" and "-ing".
#[rustfmt::skip]
pub(crate) static BEFORE_PARTICLES: &[&str] = &[
    "am", "are", "be", "been", "begun", "bent", "bit", "blew", "bore", "born", "bought", "break",
    "bred", "brings", "broke", "brought", "built", "burst", "buy", "call", "came", "cast", "caught",
    "check", "chose", "clung", "come", "comes", "crept", "cut", "day", "dealt", "dive", "do",
    "done", "drawn", "drive", "drop", "drove", "dug", "dwelt", "fall", "fell", "felt", "fill",
    "fit", "flew", "flown", "flung", "fly", "fought", "found", "froze", "gave", "get", "gets",
    "give", "gives", "go", "goes", "gone", "got", "grew", "grown", "hand", "heard", "held", "her",
    "hid", "him", "hit", "hold", "hung", "hurt", "is", "it", "join", "keep", "kept", "kick",
    "kicks", "knew", "know", "known", "laid", "lain", "lay", "leapt", "led", "left", "lent", "let",
    "lie", "lit", "live", "lives", "log", "logs", "look", "looks", "lost", "made", "make", "me",
    "meant", "met", "move", "moves", "opt", "paid", "pass", "pay", "phone", "plug", "pull", "put",
    "ran", "rang", "read", "ride", "rode", "rose", "run", "rung", "runs", "said", "sang", "sank",
    "sat", "saw", "see", "seen", "send", "sent", "set", "sets", "settle", "sewn", "shone", "shook",
    "shot", "shown", "shrunk", "shut", "sign", "signs", "sit", "sits", "slept", "slid", "slit",
    "sold", "sought", "sown", "spat", "spent", "split", "spoke", "sprang", "spread", "spun",
    "stand", "stands", "stay", "stays", "step", "stole", "stood", "struck", "strung", "stuck",
    "stung", "sung", "sunk", "swam", "swept", "swim", "swore", "sworn", "swum", "swung", "take",
    "takes", "talk", "taught", "tell", "that", "them", "there", "think", "thought", "threw",
    "throw", "thrown", "told", "took", "tore", "torn", "trade", "trod", "tune", "turn", "turns",
    "us", "walk", "was", "we", "weigh", "went", "wept", "were", "what", "which", "woke", "won",
    "wore", "work", "works", "worn", "wound", "wove", "wrote", "you",
];

/// Words that are doubled for emphasis, as an interjection, as a sound or in
/// play, beside all that end in "-ly" and all of fewer than four letters.
#[rustfmt::skip]
pub(crate) static EMPHATIC: &[&str] = &[
    "again", "around", "baby", "back", "beep", "best", "blah", "bling", "boing", "boom", "buzz",
    "chop", "chow", "clap", "cold", "come", "cool", "crazy", "crunch", "cute", "dada", "dark",
    "dead", "dear", "deep", "ding", "does", "done", "dong", "down", "easy", "even", "ever", "extra",
    "fake", "fast", "final", "fine", "flop", "free", "fresh", "full", "funny", "gimme", "girls",
    "gone", "good", "goody", "great", "haha", "happy", "hard", "have", "hear", "hello", "here",
    "high", "home", "honk", "huff", "huge", "hush", "into", "just", "kiss", "knock", "last", "late",
    "less", "like", "little", "long", "look", "loud", "love", "mama", "many", "miles", "money",
    "more", "much", "nasty", "neigh", "never", "next", "nice", "night", "none", "nope", "okay",
    "once", "only", "over", "papa", "patty", "please", "poor", "pretty", "proper", "puff", "quack",
    "quick", "quite", "rather", "real", "rich", "right", "rock", "said", "same", "scrub", "shake",
    "sick", "sing", "slow", "small", "smart", "soft", "some", "soon", "sorry", "special", "splash",
    "step", "still", "stop", "such", "super", "sweet", "talk", "tall", "test", "than", "that",
    "their", "them", "there", "these", "they", "those", "thump", "tick", "tiny", "tired", "tock",
    "told", "true", "tsk", "tweet", "twice", "type", "ugly", "very", "vroom", "wait", "walk",
    "warm", "well", "went", "what", "which", "whole", "wide", "wild", "will", "with", "woof",
    "work", "wow", "yeah", "yes", "young", "yummy", "zoom",
];
