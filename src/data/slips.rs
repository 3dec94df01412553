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
    slip("adieu", "further", "", "ado"),
    slip("affect", "a big", "on", "effect"),
    slip("affect", "a direct", "on", "effect"),
    slip("affect", "a dramatic", "on", "effect"),
    slip("affect", "a great", "on", "effect"),
    slip("affect", "a huge", "on", "effect"),
    slip("affect", "a immediate", "on", "effect"),
    slip("affect", "a large", "on", "effect"),
    slip("affect", "a lasting", "on", "effect"),
    slip("affect", "a limited", "on", "effect"),
    slip("affect", "a major", "on", "effect"),
    slip("affect", "a minimal", "on", "effect"),
    slip("affect", "a profound", "on", "effect"),
    slip("affect", "a real", "on", "effect"),
    slip("affect", "a serious", "on", "effect"),
    slip("affect", "a significant", "on", "effect"),
    slip("affect", "a small", "on", "effect"),
    slip("affect", "a strong", "on", "effect"),
    slip("affect", "an", "on", "effect"),
    slip("affect", "any", "on", "effect"),
    slip("affect", "into", "", "effect"),
    slip("affect", "little", "on", "effect"),
    slip("affect", "no", "on", "effect"),
    slip("affect", "side", "", "effect"),
    slip("affects", "side", "", "effects"),
    slip("alot", "", "", "a lot"),
    slip("apart", "be", "of", "a part"),
    slip("apart", "been", "of", "a part"),
    slip("apposed", "as", "to", "opposed"),
    slip("aswell", "", "", "as well"),
    slip("atleast", "", "", "at least"),
    slip("baited", "", "breath", "bated"),
    slip("bare", "", "with me", "bear"),
    slip("beckon", "", "call", "beck and"),
    slip("board", "", "out of my mind", "bored"),
    slip("bread", "born and", "", "bred"),
    slip("breath", "can't", "", "breathe"),
    slip("breath", "couldn't", "", "breathe"),
    slip("butt", "nip it in the", "", "bud"),
    slip("butt", "nipped it in the", "", "bud"),
    slip("due", "make", "with", "do"),
    slip("eachother", "", "", "each other"),
    slip("effect", "adversely", "", "affect"),
    slip("effect", "negatively", "", "affect"),
    slip("effected", "adversely", "", "affected"),
    slip("effected", "negatively", "", "affected"),
    slip("effecting", "adversely", "", "affecting"),
    slip("effecting", "negatively", "", "affecting"),
    slip("effects", "adversely", "", "affects"),
    slip("effects", "negatively", "", "affects"),
    slip("extract", "", "revenge", "exact"),
    slip("infact", "", "", "in fact"),
    slip("informations", "", "about", "information"),
    slip("informations", "useful", "", "information"),
    slip("inspite", "", "of", "in spite"),
    slip("intense", "for all", "purposes", "intents and"),
    slip("intensive", "for all", "purposes", "intents and"),
    slip("loose", "to", "weight", "lose"),
    slip("mute", "a", "point", "moot"),
    slip("noone", "", "", "no one"),
    slip("ofcourse", "", "", "of course"),
    slip("pail", "beyond the", "", "pale"),
    slip("passed", "for the", "few years", "past"),
    slip("passed", "in the", "few months", "past"),
    slip("passed", "in the", "few weeks", "past"),
    slip("passed", "in the", "few years", "past"),
    slip("passed", "over the", "few months", "past"),
    slip("passed", "over the", "few weeks", "past"),
    slip("passed", "over the", "few years", "past"),
    slip("past", "had", "away", "passed"),
    slip("past", "has", "away", "passed"),
    slip("past", "have", "away", "passed"),
    slip("past", "he", "away", "passed"),
    slip("past", "she", "away", "passed"),
    slip("peak", "a quick", "at", "peek"),
    slip("peak", "a sneaky", "at", "peek"),
    slip("peak", "sneak", "", "peek"),
    slip("peak", "take a", "at", "peek"),
    slip("peaked", "", "her interest", "piqued"),
    slip("peaked", "", "his interest", "piqued"),
    slip("peaked", "", "my curiosity", "piqued"),
    slip("peaked", "", "my interest", "piqued"),
    slip("peaked", "", "our interest", "piqued"),
    slip("peaked", "", "their interest", "piqued"),
    slip("principle", "the", "reason for", "principal"),
    slip("principle", "the", "reasons for", "principal"),
    slip("reign", "free", "to", "rein"),
    slip("seeded", "deep", "", "seated"),
    slip("site", "caught", "of", "sight"),
    slip("site", "lose", "of", "sight"),
    slip("sites", "set her", "on", "sights"),
    slip("sites", "set his", "on", "sights"),
    slip("sites", "set its", "on", "sights"),
    slip("sites", "set their", "on", "sights"),
    slip("slight", "", "of hand", "sleight"),
    slip("statue", "", "of limitations", "statute"),
    slip("suppose", "am", "to", "supposed"),
    slip("suppose", "are", "to", "supposed"),
    slip("suppose", "he's", "to", "supposed"),
    slip("suppose", "i'm", "to", "supposed"),
    slip("suppose", "is", "to", "supposed"),
    slip("suppose", "it's", "to", "supposed"),
    slip("suppose", "she's", "to", "supposed"),
    slip("suppose", "they're", "to", "supposed"),
    slip("suppose", "was", "to", "supposed"),
    slip("suppose", "we're", "to", "supposed"),
    slip("suppose", "were", "to", "supposed"),
    slip("suppose", "you're", "to", "supposed"),
    slip("tow", "", "the party line", "toe"),
    slip("weather", "", "or not to", "whether"),
    slip("wet", "", "her appetite", "whet"),
    slip("wet", "", "his appetite", "whet"),
    slip("wet", "", "my appetite", "whet"),
    slip("wet", "", "our appetite", "whet"),
    slip("wet", "", "the appetite", "whet"),
    slip("wet", "", "their appetite", "whet"),
    slip("wet", "", "your appetite", "whet"),
    slip("wets", "", "her appetite", "whets"),
    slip("wets", "", "his appetite", "whets"),
    slip("wets", "", "my appetite", "whets"),
    slip("wets", "", "our appetite", "whets"),
    slip("wets", "", "the appetite", "whets"),
    slip("wets", "", "their appetite", "whets"),
    slip("wets", "", "your appetite", "whets"),
    slip("wreck", "", "havoc", "wreak"),
    slip("wrecked", "", "havoc", "wreaked"),
    slip("wrecking", "", "havoc", "wreaking"),
];

/// A name that a program which swaps synonyms spoiled.
#[derive(Debug)]
pub(crate) struct SpunName {
    /// What the program made of it.
    pub(crate) spun: &'static str,
    /// The name.
    pub(crate) right: &'static str,
    /// Whether nothing can be called so.
    pub(crate) is_sure: bool,
}

const fn sure(spun: &'static str, right: &'static str) -> SpunName {
    SpunName { spun, right, is_sure: true }
}

const fn maybe(spun: &'static str, right: &'static str) -> SpunName {
    SpunName { spun, right, is_sure: false }
}

/// Names of several words that programs which swap synonyms spoil.
pub(crate) static SPUN_NAMES: &[SpunName] = &[
    maybe("App Retailer", "App Store"),
    maybe("Assembled Nations", "United Nations"),
    maybe("Center East", "Middle East"),
    maybe("Centre East", "Middle East"),
    maybe("Chilly War", "Cold War"),
    maybe("Communist Get together", "Communist Party"),
    maybe("Communist Occasion", "Communist Party"),
    sure("Communist Social gathering", "Communist Party"),
    maybe("Conservative Get together", "Conservative Party"),
    maybe("Conservative Occasion", "Conservative Party"),
    sure("Conservative Social gathering", "Conservative Party"),
    maybe("Corridor of Fame", "Hall of Fame"),
    maybe("Crimson Cross", "Red Cross"),
    maybe("Crimson Sea", "Red Sea"),
    maybe("Democratic Get together", "Democratic Party"),
    sure("Democratic Nationwide Committee", "Democratic National Committee"),
    maybe("Democratic Occasion", "Democratic Party"),
    sure("Democratic Social gathering", "Democratic Party"),
    maybe("Downing Avenue", "Downing Street"),
    maybe("Downing Road", "Downing Street"),
    maybe("European Fee", "European Commission"),
    maybe("European Payment", "European Commission"),
    maybe("Excessive Court", "High Court"),
    maybe("Excessive Courtroom", "High Court"),
    maybe("Federal Courtroom", "Federal Court"),
    sure("Google Play Retailer", "Google Play Store"),
    maybe("Green Get together", "Green Party"),
    maybe("Green Occasion", "Green Party"),
    sure("Green Social gathering", "Green Party"),
    maybe("Home of Commons", "House of Commons"),
    maybe("Home of Lords", "House of Lords"),
    sure("Home of Representatives", "House of Representatives"),
    sure("Huffington Publish", "Huffington Post"),
    maybe("Huge Bang", "Big Bang"),
    maybe("Inexperienced Bay", "Green Bay"),
    sure("Joined Kingdom", "United Kingdom"),
    maybe("Joined Nations", "United Nations"),
    maybe("Joined States", "United States"),
    maybe("Labour Get together", "Labour Party"),
    maybe("Labour Occasion", "Labour Party"),
    sure("Labour Social gathering", "Labour Party"),
    maybe("Liberal Get together", "Liberal Party"),
    maybe("Liberal Occasion", "Liberal Party"),
    sure("Liberal Social gathering", "Liberal Party"),
    maybe("Lifeless Sea", "Dead Sea"),
    sure("Los Angeles Instances", "Los Angeles Times"),
    sure("Los Angeles Occasions", "Los Angeles Times"),
    maybe("Massive Apple", "Big Apple"),
    maybe("Massive Bang", "Big Bang"),
    sure("Monetary Instances", "Financial Times"),
    sure("Monetary Occasions", "Financial Times"),
    sure("Name of Obligation", "Call of Duty"),
    sure("Name of Responsibility", "Call of Duty"),
    maybe("Nationwide Guard", "National Guard"),
    sure("Nationwide Park Service", "National Park Service"),
    maybe("Nationwide Safety Council", "National Security Council"),
    sure("New York Instances", "New York Times"),
    sure("New York Occasions", "New York Times"),
    sure("Nice Barrier Reef", "Great Barrier Reef"),
    maybe("Nice Britain", "Great Britain"),
    maybe("Nice Lakes", "Great Lakes"),
    sure("Nice Wall of China", "Great Wall of China"),
    maybe("Nobel Peace Award", "Nobel Peace Prize"),
    maybe("Purple Cross", "Red Cross"),
    sure("Recreation of Thrones", "Game of Thrones"),
    maybe("Related Press", "Associated Press"),
    maybe("Republican Get together", "Republican Party"),
    sure("Republican Nationwide Committee", "Republican National Committee"),
    maybe("Republican Occasion", "Republican Party"),
    sure("Republican Social gathering", "Republican Party"),
    maybe("Residence of Commons", "House of Commons"),
    maybe("Residence of Lords", "House of Lords"),
    sure("Residence of Representatives", "House of Representatives"),
    maybe("Silicon Area", "Silicon Valley"),
    maybe("Socialist Get together", "Socialist Party"),
    maybe("Socialist Occasion", "Socialist Party"),
    sure("Socialist Social gathering", "Socialist Party"),
    sure("Sport of Thrones", "Game of Thrones"),
    maybe("Star Conflicts", "Star Wars"),
    maybe("Supreme Courtroom", "Supreme Court"),
    sure("Tremendous Bowl", "Super Bowl"),
    maybe("Unified Kingdom", "United Kingdom"),
    maybe("Unified Nations", "United Nations"),
    maybe("Unified States", "United States"),
    sure("United Nations Safety Council", "United Nations Security Council"),
    maybe("Wall Avenue", "Wall Street"),
    sure("Wall Avenue Journal", "Wall Street Journal"),
    maybe("Wall Road", "Wall Street"),
    sure("Wall Road Journal", "Wall Street Journal"),
    sure("Washington Publish", "Washington Post"),
    maybe("White Home", "White House"),
    maybe("White Residence", "White House"),
    maybe("World Battle I", "World War I"),
    sure("World Battle II", "World War II"),
    maybe("World Conflict I", "World War I"),
    sure("World Conflict II", "World War II"),
    sure("World Struggle II", "World War II"),
    sure("World Well being Organisation", "World Health Organisation"),
    sure("World Well being Organization", "World Health Organization"),
    maybe("Worldwide Financial Fund", "International Monetary Fund"),
    maybe("Worldwide Monetary Fund", "International Monetary Fund"),
];

/// Modal verbs behind which "of" stands for "have".
#[rustfmt::skip]
pub(crate) static MODALS: &[&str] = &[
    "could", "couldn't", "might", "must", "should", "shouldn't", "would", "wouldn't",
];

/// Participles that do not end in "-ed".
#[rustfmt::skip]
pub(crate) static PARTICIPLES: &[&str] = &[
    "become", "been", "begun", "bitten", "blown", "bought", "bred", "broken", "brought", "built",
    "caught", "chosen", "come", "cost", "cut", "dealt", "done", "drawn", "driven", "drunk",
    "eaten", "fallen", "fed", "felt", "forgotten", "fought", "found", "given", "gone", "got",
    "gotten", "grown", "had", "heard", "held", "hit", "hurt", "kept", "known", "laid", "led",
    "left", "lent", "let", "lit", "lost", "made", "meant", "met", "paid", "put", "quit", "read",
    "ridden", "risen", "run", "said", "seen", "sent", "shot", "shown", "slept", "sold", "spent",
    "split", "spoken", "stood", "sunk", "swum", "taken", "taught", "thought", "thrown", "told",
    "torn", "understood", "woken", "won", "worn", "written",
];

/// Adverbs that may stand before a participle.
#[rustfmt::skip]
pub(crate) static BEFORE_PARTICIPLES: &[&str] = &[
    "actually", "already", "also", "always", "easily", "even", "ever", "just", "likely", "never",
    "only", "possibly", "probably", "really", "simply",
];

/// Nouns and adjectives behind which no clause stands: "in it's entirety".
#[rustfmt::skip]
pub(crate) static ITS_NOUNS: &[&str] = &[
    "ability", "age", "audience", "base", "beauty", "beginning", "benefits", "body", "border",
    "borders", "boundaries", "budget", "capital", "citizens", "city", "class", "code",
    "commitment", "community", "content", "core", "cost", "creation", "creator", "current",
    "customers", "design", "development", "edges", "effects", "employees", "end", "entirety",
    "entrance", "existence", "features", "feet", "final", "founder", "founders", "full", "future",
    "goal", "goals", "head", "heart", "height", "history", "impact", "importance", "inception",
    "infancy", "initial", "interior", "kind", "knees", "lack", "launch", "leader", "leaders",
    "length", "level", "life", "lifetime", "limits", "list", "location", "logo", "members",
    "mission", "name", "nature", "opponents", "origin", "original", "origins", "own", "owner",
    "owners", "parent", "parents", "partners", "path", "peak", "people", "performance", "place",
    "population", "position", "potential", "predecessor", "previous", "price", "prime", "products",
    "purpose", "quality", "range", "readers", "release", "reputation", "residents", "responses",
    "rivals", "role", "roots", "services", "shape", "shareholders", "shores", "side", "sides",
    "simplest", "size", "source", "staff", "status", "strength", "structure", "students", "style",
    "success", "supporters", "surface", "surroundings", "target", "team", "territory", "tracks",
    "type", "use", "users", "usual", "value", "versatility", "version", "visitors", "wake",
    "website", "weight", "workers",
];

/// With what a thing begins, or ends: "since it's inception".
#[rustfmt::skip]
pub(crate) static BEGINNINGS: &[&str] = &[
    "acquisition", "beginning", "beginnings", "completion", "construction", "creation", "debut",
    "demise", "discovery", "establishment", "formation", "foundation", "founding", "inception",
    "introduction", "invention", "launch", "opening", "publication", "release", "start",
];

/// Words that an object follows, and no clause.
#[rustfmt::skip]
pub(crate) static BEFORE_ITS: &[&str] = &[
    "about", "at", "by", "for", "has", "have", "in", "keep", "keeps", "lose", "loses", "lost",
    "on", "over", "reach", "reached", "reaches", "than", "through", "to", "took", "under",
];

/// What may be "of it": "most of it's gone".
#[rustfmt::skip]
pub(crate) static QUANTITIES: &[&str] = &[
    "all", "any", "bit", "each", "enough", "half", "least", "left", "lot", "lots", "more", "most",
    "much", "none", "part", "parts", "piece", "plenty", "rest", "share", "some", "that", "think",
    "thought", "what",
];

/// Words that go on behind "it's" when it is short for "it is".
#[rustfmt::skip]
pub(crate) static AFTER_IT_IS: &[&str] = &[
    "a", "about", "all", "already", "also", "always", "an", "and", "as", "at", "available", "bad",
    "because", "been", "being", "best", "better", "called", "cheap", "clear", "cold", "dark",
    "dead", "different", "difficult", "done", "easy", "empty", "enough", "even", "expensive",
    "fair", "false", "far", "fine", "for", "free", "full", "going", "gone", "good", "great",
    "hard", "here", "hot", "how", "huge", "i", "important", "impossible", "in", "it", "just",
    "known", "late", "left", "like", "likely", "lost", "made", "more", "most", "my", "never",
    "nice", "no", "not", "now", "of", "often", "ok", "okay", "on", "one", "only", "open", "or",
    "over", "possible", "probably", "public", "quite", "raining", "really", "sad", "safe",
    "simply", "so", "sold", "something", "still", "such", "supposed", "that", "the", "their",
    "there", "they", "this", "time", "tiny", "to", "too", "true", "unclear", "unknown", "up",
    "usually", "very", "we", "well", "wet", "what", "when", "where", "why", "with", "worth",
    "wrong", "you", "your",
];

/// Words that begin a clause, so that "its a" behind them is "it's a".
#[rustfmt::skip]
pub(crate) static BEFORE_CLAUSE: &[&str] = &[
    "and", "assume", "because", "believe", "but", "feel", "guess", "hope", "if", "know", "means",
    "now", "said", "say", "says", "since", "so", "that", "think", "though", "thought", "unless",
    "when", "where", "yes",
];

/// Articles and the like, before which no other stands.
#[rustfmt::skip]
pub(crate) static BEFORE_NOUNS: &[&str] = &[
    "a", "an", "her", "his", "my", "our", "that", "the", "their", "this", "your",
];

/// Adjectives with which a clause ends and that name nothing: "its great".
#[rustfmt::skip]
pub(crate) static PREDICATES: &[&str] = &[
    "amazing", "annoying", "awesome", "awful", "awkward", "beautiful", "boring", "brilliant",
    "cheap", "confusing", "cool", "crazy", "dangerous", "delicious", "difficult", "disgusting",
    "expensive", "fantastic", "frustrating", "fun", "funny", "good", "gorgeous", "great", "hard",
    "hilarious", "horrible", "impossible", "incredible", "interesting", "lovely", "nice",
    "perfect", "possible", "raining", "ridiculous", "sad", "scary", "stupid", "terrible", "tough",
    "true", "useless", "weird", "wonderful", "wrong",
];

/// Words that go on behind "it's not" and "you're not".
#[rustfmt::skip]
pub(crate) static AFTER_NOT: &[&str] = &[
    "a", "about", "alone", "an", "because", "clear", "easy", "enough", "exactly", "fair", "going",
    "good", "just", "like", "my", "only", "possible", "really", "sure", "that", "the", "too",
    "true", "working", "worth",
];

/// Words that go on behind "it's no".
#[rustfmt::skip]
pub(crate) static AFTER_NO: &[&str] = &[
    "accident", "coincidence", "different", "fun", "good", "joke", "mystery", "problem", "secret",
    "surprise", "use", "wonder",
];

/// Verbs that go on behind "going to".
#[rustfmt::skip]
pub(crate) static GOING_TO: &[&str] = &[
    "be", "become", "cost", "do", "feel", "get", "give", "happen", "have", "hurt", "kill", "know",
    "look", "love", "make", "need", "say", "take", "tell", "want", "work",
];

/// Verbs that go on behind "important to".
#[rustfmt::skip]
pub(crate) static TO_DO: &[&str] = &[
    "be", "consider", "do", "find", "get", "give", "have", "hear", "keep", "know", "learn", "look",
    "make", "meet", "note", "remember", "say", "see", "start", "take", "understand", "use", "work",
];

/// Words that go on behind "there is".
#[rustfmt::skip]
pub(crate) static AFTER_THERE_IS: &[&str] = &[
    "a", "also", "always", "an", "another", "any", "no", "nothing", "one", "only", "some",
    "someone", "something", "still",
];

/// Words that go on behind "there are".
#[rustfmt::skip]
pub(crate) static AFTER_THERE_ARE: &[&str] = &[
    "a", "also", "always", "any", "countless", "dozens", "few", "hundreds", "lots", "many", "no",
    "numerous", "only", "other", "plenty", "several", "some", "still", "thousands", "three", "two",
];

/// Words that "their own" follows, and no clause.
#[rustfmt::skip]
pub(crate) static BEFORE_THEIR_OWN: &[&str] = &[
    "at", "by", "for", "has", "have", "having", "make", "making", "of", "on", "to", "using", "with",
];

/// Words that lost the apostrophe of "is", and are hardly ever words without.
#[rustfmt::skip]
pub(crate) static SHORT_FOR_IS: &[&str] =
    &["heres", "hes", "hows", "shes", "theres", "whats", "wheres", "whos"];

/// Words that go on behind an ordinal number.
#[rustfmt::skip]
pub(crate) static AFTER_ORDINALS: &[&str] = &[
    "amendment", "anniversary", "annual", "birthday", "centuries", "century", "edition", "floor", "grade",
];

/// What stands behind an apostrophe in contractions, and behind that of an owner.
pub(crate) static ENDINGS: &[&str] = &["d", "ll", "m", "re", "s", "t", "ve"];

/// What stands before an apostrophe in contractions, and which of [`ENDINGS`] behind it.
#[rustfmt::skip]
pub(crate) static CONTRACTED: &[(&[&str], &[&str])] = &[
    (&[
        "ain", "aren", "can", "couldn", "didn", "doesn", "don", "hadn", "hasn", "haven", "isn", "mustn",
        "needn", "shouldn", "wasn", "weren", "won", "wouldn",
    ], &["t"]),
    (&["he", "it", "she", "that", "there", "who"], &["d", "ll", "s"]),
    (&["here", "how", "let", "what", "where"], &["s"]),
    (&["they", "we", "you"], &["d", "ll", "re", "ve"]),
    (&["i"], &["d", "ll", "m", "ve"]),
    (&["could", "might", "must", "should", "would"], &["ve"]),
];

/// What endings and letters are called, in texts about them.
#[rustfmt::skip]
pub(crate) static NAMES_OF_LETTERS: &[&str] = &[
    "apostrophe", "character", "ending", "genitive", "letter", "plural", "possessive", "sound", "suffix",
    "word",
];

/// Words that nobody owns.
#[rustfmt::skip]
pub(crate) static NOT_OWNED: &[&str] = &[
    "about", "afraid", "alive", "all", "alone", "already", "also", "always", "and", "are", "asleep",
    "awake", "away", "back", "because", "been", "before", "behind", "better", "but", "can", "come",
    "coming", "dead", "done", "down", "drunk", "even", "ever", "fine", "for", "from", "gone", "guilty",
    "had", "hardly", "has", "have", "here", "home", "ill", "innocent", "into", "just", "late", "like",
    "lost", "mad", "may", "maybe", "mine", "must", "never", "nor", "not", "nothing", "now", "off",
    "only", "out", "over", "perhaps", "quite", "rather", "ready", "right", "safe", "scarce", "sick",
    "still", "such", "sure", "that", "the", "then", "there", "they", "this", "too", "under", "upon",
    "very", "was", "well", "were", "what", "when", "where", "which", "who", "will", "with", "within",
    "without", "worse", "worth", "would", "wrong", "yet", "you", "yours",
];

/// Words that go on behind "I'm", beside those in "-ing".
#[rustfmt::skip]
pub(crate) static AFTER_I_AM: &[&str] = &[
    "a", "about", "afraid", "alone", "also", "always", "an", "at", "back", "being", "better", "certain", "confused",
    "curious", "doing", "done", "fine", "from", "glad", "going", "gonna", "good", "grateful", "guessing", "happy", "here", "home",
    "just", "like", "lost", "lucky", "never", "new", "not", "now", "off", "okay", "old", "only",
    "pretty", "proud", "quite", "ready", "really", "sad", "sick", "so", "sorry", "still", "stuck", "sure",
    "the", "tired", "too", "used", "very", "worried",
];

/// Words in "-ing" that are no verbs.
#[rustfmt::skip]
pub(crate) static NOT_DOING: &[&str] = &[
    "anything", "building", "ceiling", "clothing", "during", "evening", "everything", "morning",
    "nothing", "painting", "something", "spring", "string", "wedding",
];

/// Words behind which "im" is a verb or a name: an instant message.
#[rustfmt::skip]
pub(crate) static BEFORE_VERB_OR_NOUN: &[&str] = &[
    "a", "an", "by", "can", "could", "in", "me", "my", "or", "please", "the", "to", "via", "will", "you",
    "your",
];

/// Words that go on behind "he's".
#[rustfmt::skip]
pub(crate) static AFTER_HE_IS: &[&str] = &[
    "a", "already", "also", "always", "an", "been", "being", "coming", "doing", "done", "getting", "going",
    "gone", "gonna", "got", "here", "just", "like", "looking", "making", "my", "never", "not", "now", "only",
    "our", "probably", "really", "saying", "so", "still", "taking", "talking", "the", "too", "trying", "very",
    "working", "your",
];

/// Words that go on behind "what's".
#[rustfmt::skip]
pub(crate) static AFTER_WHAT_IS: &[&str] = &[
    "going", "happening", "her", "his", "in", "it", "left", "more", "my", "new", "next", "our", "that",
    "the", "their", "this", "up", "with", "wrong", "your",
];

/// Verbs that go on behind "can't" and "won't".
#[rustfmt::skip]
pub(crate) static AFTER_WONT: &[&str] = &[
    "be", "believe", "do", "even", "ever", "find", "get", "go", "happen", "have", "help",
    "imagine", "just", "know", "last", "let", "make", "need", "really", "remember", "say", "see",
    "stand", "stop", "take", "tell", "think", "understand", "wait", "work",
];

/// Adverbs in "-ly" that tell how a whole sentence is meant, and begin no name: "its simply not".
#[rustfmt::skip]
pub(crate) static OF_SENTENCES: &[&str] = &[
    "absolutely", "actually", "apparently", "basically", "certainly", "clearly", "completely",
    "definitely", "entirely", "essentially", "exactly", "generally", "honestly", "literally",
    "mainly", "mostly", "normally", "obviously", "possibly", "practically", "probably", "simply",
    "surely", "technically", "totally", "truly", "typically", "usually", "virtually",
];

/// Words that go on behind the noun or the verb `cant`, and behind `wont`, and those that begin
/// what somebody `wont`, which is won or wanted.
#[rustfmt::skip]
pub(crate) static NOT_BEHIND_CANT_OR_WONT: &[&str] = &[
    "a", "about", "an", "and", "as", "at", "because", "both", "by", "every", "for", "from", "her",
    "him", "his", "in", "inward", "inwards", "it", "its", "like", "me", "more", "my", "of", "on",
    "our", "over", "some", "that", "the", "their", "them", "this", "to", "toward", "towards", "us",
    "with", "you", "your",
];

/// Pronouns behind which a verb stands.
pub(crate) static PERSONS: &[&str] = &["he", "i", "she", "they", "we", "you"];

/// Words with which a clause begins.
#[rustfmt::skip]
pub(crate) static SUBJECTS: &[&str] = &[
    "he", "i", "it", "she", "that", "there", "they", "this", "we", "who", "you",
];

/// Comparatives, beside those in "-er", behind which "then" may stand for
/// "than".
#[rustfmt::skip]
pub(crate) static COMPARATIVES: &[&str] = &[
    "less", "more", "other", "rather", "worse",
];

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
    "any", "anybody", "anyone", "anything", "average", "ever", "expected", "half", "most",
    "normal", "others", "previously", "those", "thought", "typical", "usual",
];

/// Comparatives behind which a number stands.
#[rustfmt::skip]
pub(crate) static MEASURED: &[&str] = &[
    "bigger", "fewer", "greater", "higher", "larger", "less", "longer", "lower", "more", "older",
    "smaller", "younger",
];

/// What is counted behind "more than a".
#[rustfmt::skip]
pub(crate) static MEASURES: &[&str] = &[
    "billion", "century", "couple", "day", "decade", "dozen", "few", "fifth", "foot", "half",
    "handful", "hour", "hundred", "hundredth", "kilometer", "kilometre", "meter", "metre", "mile",
    "million", "minute", "month", "quarter", "second", "tenth", "third", "thousand", "week", "year",
];

/// Verbs behind which "to late" is "too late".
#[rustfmt::skip]
pub(crate) static BEFORE_TOO: &[&str] = &[
    "am", "are", "aren't", "aren’t", "be", "been", "he's", "he’s", "i'm", "is", "isn't", "isn’t",
    "it's", "its", "it’s", "i’m", "just", "never", "not", "she's", "she’s", "that's", "that’s",
    "they're", "they’re", "was", "wasn't", "wasn’t", "we're", "were", "weren't", "weren’t",
    "we’re", "you're", "you’re",
];

/// What is too much or too little: adjectives that are no verbs, and "much".
#[rustfmt::skip]
pub(crate) static AFTER_TOO: &[&str] = &[
    "bad", "big", "cold", "early", "expensive", "fat", "heavy", "high", "hot", "large", "late",
    "many", "much", "old", "poor", "scared", "short", "sick", "small", "soft", "strong", "tight",
    "tired", "ugly", "weak", "wide", "young",
];

/// Words that a verb follows.
#[rustfmt::skip]
pub(crate) static BEFORE_LOSE: &[&str] = &[
    "can", "can't", "can’t", "could", "couldn't", "couldn’t", "didn't", "didn’t", "do", "does",
    "doesn't", "doesn’t", "don't", "don’t", "might", "never", "not", "should", "to", "will",
    "won't", "won’t", "would", "wouldn't", "wouldn’t", "you'll", "you’ll",
];

/// What is lost, and never set loose.
#[rustfmt::skip]
pub(crate) static LOST: &[&str] = &[
    "confidence", "consciousness", "control", "customers", "everything", "faith", "focus", "hope",
    "interest", "momentum", "money", "patience", "power", "sight", "sleep", "time", "touch",
    "track", "trust", "weight",
];

/// Words behind which "as" and a year are right: "as early as 2017".
#[rustfmt::skip]
pub(crate) static BEFORE_AS: &[&str] = &[
    "back", "dated", "described", "early", "given", "known", "late", "listed", "long", "marked",
    "much", "recently", "recorded", "referred", "reported", "same", "seen", "set", "soon", "such",
    "titled", "well",
];

/// Words that may go on behind a year with which a state began.
#[rustfmt::skip]
pub(crate) static AFTER_YEAR: &[&str] = &[
    "and", "but", "when", "with",
];

/// Words that open a condition, behind which "then" may be right.
pub(crate) static CONDITIONS: &[&str] = &[
    "after", "as", "assume", "case", "if", "once", "should", "since", "suppose", "unless", "until",
    "when", "whether", "while",
];
