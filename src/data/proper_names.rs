//! English words that are written with a capital wherever they stand.
//!
//! Our own lists of facts: the member and observer states of the United
//! Nations with their usual short names, large cities, peoples, languages,
//! religions, days and months. Words that are ordinary words too (turkey,
//! china, polish, may, march, reading, nice, mobile) are not among them, nor
//! are those of which dictionaries have a lower-case sense that is in common
//! use (roman type, brussels sprouts, swiss roll). Sorted by bytes, lower
//! case, for binary search.

/// Countries, regions and continents.
#[rustfmt::skip]
pub(crate) static PLACES: &[&str] = &[
    "aberdeen", "abidjan", "abkhazia", "accra", "adelaide", "afghanistan", "africa", "alabama",
    "alaska", "albania", "alberta", "aleppo", "alexandria", "algeria", "algiers", "america",
    "amman", "amsterdam", "anatolia", "andalusia", "andorra", "angola", "ankara", "antarctica",
    "antigua", "argentina", "arizona", "arkansas", "armenia", "aruba", "ashgabat", "asia", "asmara",
    "astana", "asunción", "athens", "atlanta", "auckland", "australia", "austria", "azerbaijan",
    "baghdad", "bahrain", "baku", "bali", "baltimore", "bamako", "bangalore", "bangkok",
    "bangladesh", "barbados", "barcelona", "bavaria", "beijing", "beirut", "belarus", "belfast",
    "belgium", "belgrade", "belize", "benin", "berlin", "bhutan", "birmingham", "bishkek", "bogotá",
    "bolivia", "bosnia", "boston", "botswana", "brasília", "bratislava", "brazil", "brisbane",
    "britain", "brooklyn", "brunei", "bucharest", "budapest", "bulgaria", "burkina", "burundi",
    "cairo", "calcutta", "calgary", "california", "cambodia", "cameroon", "canada", "canberra",
    "caracas", "cardiff", "catalonia", "chennai", "chicago", "chisinau", "cincinnati", "colombia",
    "colombo", "colorado", "congo", "connecticut", "copenhagen", "crimea", "croatia", "cuba",
    "cyprus", "czechia", "dakar", "dallas", "damascus", "delaware", "delhi", "denmark", "denver",
    "detroit", "dhaka", "djibouti", "doha", "dominica", "dubai", "dublin", "dushanbe", "ecuador",
    "edinburgh", "egypt", "england", "eritrea", "estonia", "eswatini", "ethiopia", "europe", "fiji",
    "finland", "florida", "france", "frankfurt", "gabon", "gambia", "gaza", "geneva", "georgia",
    "germany", "ghana", "gibraltar", "glasgow", "greece", "greenland", "grenada", "guadeloupe",
    "guam", "guatemala", "guyana", "haiti", "hanoi", "harare", "havana", "hawaii", "helsinki",
    "hiroshima", "honduras", "houston", "hungary", "hyderabad", "iceland", "idaho", "illinois",
    "india", "indiana", "indianapolis", "indonesia", "iowa", "iran", "iraq", "ireland", "islamabad",
    "israel", "istanbul", "italy", "jakarta", "jamaica", "jamestown", "japan", "jerusalem",
    "johannesburg", "jordan", "kabul", "kampala", "kansas", "karachi", "kashmir", "kathmandu",
    "kazakhstan", "kentucky", "kenya", "khartoum", "kiev", "kigali", "kinshasa", "kiribati",
    "kosovo", "kuwait", "kyiv", "kyoto", "kyrgyzstan", "lagos", "lahore", "laos", "latvia",
    "lebanon", "leeds", "leningrad", "lesotho", "liberia", "libya", "liechtenstein", "lisbon",
    "lithuania", "liverpool", "ljubljana", "london", "louisiana", "luanda", "lusaka", "luxembourg",
    "macedonia", "madagascar", "madrid", "malawi", "malaysia", "maldives", "mali", "malta",
    "manhattan", "maryland", "massachusetts", "mauritania", "mauritius", "melbourne", "mexico",
    "miami", "michigan", "micronesia", "milwaukee", "minneapolis", "minnesota", "minsk",
    "mississippi", "missouri", "mogadishu", "moldova", "monaco", "mongolia", "montana",
    "montenegro", "montevideo", "montreal", "moscow", "mozambique", "mumbai", "munich", "myanmar",
    "nairobi", "namibia", "naples", "nashville", "nauru", "nebraska", "nepal", "netherlands",
    "nevada", "nicaragua", "nicosia", "niger", "nigeria", "normandy", "norway", "oklahoma", "oman",
    "ontario", "oregon", "osaka", "oslo", "ottawa", "pakistan", "palau", "palestine", "paraguay",
    "paris", "pennsylvania", "peru", "philadelphia", "philippines", "pittsburgh", "poland",
    "portugal", "prague", "pretoria", "provence", "punjab", "pyongyang", "qatar", "quebec",
    "queensland", "quito", "rabat", "riga", "riyadh", "romania", "rotterdam", "russia", "rwanda",
    "sacramento", "samoa", "sarajevo", "sardinia", "saskatchewan", "scandinavia", "scotland",
    "seattle", "senegal", "seoul", "serbia", "seychelles", "siberia", "sicily", "singapore",
    "slovakia", "slovenia", "sofia", "somalia", "spain", "srebrenica", "stockholm", "strasbourg",
    "stuttgart", "sudan", "suriname", "sweden", "switzerland", "sydney", "syria", "taipei",
    "taiwan", "tajikistan", "tallinn", "tanzania", "tashkent", "tasmania", "tbilisi", "tehran",
    "tennessee", "texas", "thailand", "tibet", "tirana", "togo", "tokyo", "toronto", "transylvania",
    "tripoli", "tunisia", "turin", "turkmenistan", "tuvalu", "türkiye", "uganda", "ukraine",
    "ulaanbaatar", "ulster", "uruguay", "utah", "uzbekistan", "vancouver", "vanuatu", "vatican",
    "venezuela", "venice", "vermont", "vienna", "vietnam", "vilnius", "virginia", "wales", "warsaw",
    "westminster", "wisconsin", "wyoming", "yemen", "yerevan", "yorkshire", "zagreb", "zambia",
    "zanzibar", "zimbabwe", "zurich",
];

/// Peoples, languages, religions and their followers.
#[rustfmt::skip]
pub(crate) static NATIONALITIES: &[&str] = &[
    "afghan", "afghans", "african", "africans", "albanian", "albanians", "algerian", "algerians",
    "american", "americans", "anglican", "angolan", "arab", "arabian", "arabs", "argentinian",
    "armenian", "armenians", "asian", "asians", "athenian", "athenians", "australian",
    "australians", "austrian", "austrians", "azerbaijani", "azeri", "bahraini", "bangladeshi",
    "bavarian", "bedouin", "belarusian", "belgian", "belgians", "bengali", "bolivian", "bosnian",
    "bosnians", "brazilian", "brazilians", "british", "briton", "britons", "buddha", "buddhism",
    "buddhist", "buddhists", "bulgarian", "bulgarians", "burmese", "californian", "cambodian",
    "cameroonian", "canadian", "canadians", "cantonese", "caribbean", "catalan", "catholic",
    "catholicism", "catholics", "celts", "chechen", "chilean", "chileans", "chinese", "christian",
    "christianity", "christians", "colombian", "colombians", "congolese", "croat", "croatian",
    "croatians", "croats", "cuban", "cubans", "cypriot", "cypriots", "czech", "czechs", "dalai",
    "dane", "danes", "dominican", "dutch", "dutchman", "ecuadorian", "egyptian", "egyptians",
    "emirati", "english", "englishman", "eritrean", "estonian", "estonians", "ethiopian",
    "ethiopians", "etruscans", "european", "europeans", "farsi", "fijian", "filipino", "filipinos",
    "finn", "finnish", "finns", "flemish", "frenchman", "georgians", "german", "germans",
    "ghanaian", "greek", "greeks", "guatemalan", "haitian", "haitians", "hanukkah", "hebrew",
    "hindi", "hindu", "hinduism", "hindus", "honduran", "hungarian", "hungarians", "icelandic",
    "indian", "indians", "indonesian", "indonesians", "inuit", "iranian", "iranians", "iraqi",
    "iraqis", "irish", "irishman", "islam", "islamic", "islamist", "islamists", "israeli",
    "israelis", "italian", "italians", "jamaican", "japanese", "jew", "jewish", "jews", "jordanian",
    "jordanians", "judaism", "kazakh", "kenyan", "kenyans", "koran", "korean", "koreans", "kosovan",
    "kurd", "kurdish", "kurds", "kuwaiti", "kyrgyz", "latin", "latvian", "latvians", "lebanese",
    "liberian", "libyan", "libyans", "lithuanian", "lithuanians", "londoner", "londoners",
    "lutheran", "lutherans", "macedonian", "malawian", "malay", "malaysian", "maltese", "maori",
    "mediterranean", "methodist", "methodists", "mexican", "mexicans", "moldovan", "mongolian",
    "mongols", "montenegrin", "mormon", "mormons", "moroccan", "moroccans", "mozambican", "muslim",
    "muslims", "māori", "namibian", "nepalese", "nepali", "nicaraguan", "nigerian", "nigerians",
    "normans", "norwegian", "norwegians", "pakistani", "pakistanis", "palestinian", "palestinians",
    "panamanian", "paraguayan", "parisian", "persian", "persians", "peruvian", "peruvians",
    "portuguese", "presbyterian", "protestant", "protestantism", "protestants", "punjabi", "qatari",
    "quran", "ramadan", "romanian", "romanians", "russian", "russians", "rwandan", "salvadoran",
    "sanskrit", "saudi", "saudis", "scandinavian", "scot", "scots", "scottish", "senegalese",
    "serb", "serbian", "serbians", "serbs", "shia", "shiite", "shiites", "siberian", "sicilian",
    "sikh", "sikhs", "singaporean", "slovak", "slovakian", "slovaks", "slovene", "slovenian",
    "slovenians", "somali", "somalis", "spaniard", "spaniards", "spanish", "sudanese", "sunni",
    "sunnis", "swahili", "swedish", "swiss", "syrian", "syrians", "taiwanese", "tajik", "tanzanian",
    "texan", "texans", "thai", "tibetan", "tibetans", "torah", "tories", "tunisian", "tunisians",
    "turkish", "turkmen", "ugandan", "ukrainian", "ukrainians", "urdu", "uruguayan", "uyghur",
    "uzbek", "venezuelan", "venezuelans", "vietnamese", "vikings", "welsh", "welshman", "yemeni",
    "yiddish", "yoruba", "zambian", "zimbabwean", "zionist",
];

/// Things that are no longer of the people they are called after.
#[rustfmt::skip]
pub(crate) static LOWER_CASE_THINGS: &[&str] = &[
    "army", "ball", "bath", "baths", "beans", "braid", "braids", "bread", "cabbage", "casserole",
    "chard", "cheese", "coffee", "cuffs", "delight", "doors", "dressing", "fries", "horn", "ink",
    "ivy", "kiss", "knots", "leather", "letters", "manicure", "meringue", "miss", "muffin",
    "muffins", "numerals", "oven", "oven's", "pastry", "polish", "poodle", "press", "roll", "rolls",
    "rubber", "saddle", "salad", "setter", "shepherd", "shepherds", "steak", "stew", "tastes",
    "tip", "tips", "toast", "twist", "wedding", "whiskey", "windows",
];

/// Months that are no ordinary words.
#[rustfmt::skip]
pub(crate) static MONTHS: &[&str] = &[
    "april", "december", "february", "january", "july", "june", "november", "october", "september",
];

/// Months that are ordinary words too: only in a date.
pub(crate) static WORD_MONTHS: &[&str] = &["august", "march", "may"];

/// The days of the week.
#[rustfmt::skip]
pub(crate) static WEEKDAYS: &[&str] = &[
    "friday", "fridays", "monday", "mondays", "saturday", "saturdays", "sunday", "sundays",
    "thursday", "thursdays", "tuesday", "tuesdays", "wednesday", "wednesdays",
];

/// Forms of address, without their stop, that stand before a name.
#[rustfmt::skip]
pub(crate) static HONORIFICS: &[&str] = &[
    "capt", "dr", "gen", "gov", "hon", "lt", "messrs", "mr", "mrs", "ms", "prof", "rep", "rev",
    "sen", "sgt",
];

/// Forms of address that need their stop to be one.
pub(crate) static STOPPED_HONORIFICS: &[&str] =
    &["capt", "gen", "gov", "hon", "lt", "rep", "rev", "sen", "sgt"];

/// What follows an "i" that is the pronoun.
#[rustfmt::skip]
pub(crate) static AFTER_PRONOUN: &[&str] = &[
    "actually", "agree", "already", "also", "always", "am", "appreciate", "asked", "ate", "became",
    "began", "believe", "bought", "came", "can", "can't", "cannot", "can’t", "could", "couldn't",
    "couldn’t", "decided", "definitely", "did", "didn't", "didn’t", "do", "don't", "dont", "don’t",
    "enjoy", "feel", "felt", "find", "found", "gave", "get", "give", "go", "got", "guess", "had",
    "hadn't", "hadn’t", "hate", "have", "haven't", "haven’t", "hear", "heard", "hope", "just",
    "keep", "knew", "know", "learned", "like", "liked", "live", "lived", "look", "lost", "love",
    "loved", "made", "make", "may", "mean", "met", "might", "must", "need", "needed", "never",
    "often", "once", "only", "plan", "prefer", "promise", "really", "remember", "said", "sat",
    "saw", "say", "see", "should", "shouldn't", "shouldn’t", "started", "still", "suppose", "sure",
    "take", "talked", "tell", "then", "think", "thought", "told", "took", "tried", "try",
    "understand", "use", "used", "usually", "visited", "wanna", "want", "wanted", "was", "wasn't",
    "wasn’t", "watched", "went", "were", "will", "wish", "woke", "won't", "wonder", "won’t", "work",
    "worked", "would", "wouldn't", "wouldn’t", "write", "wrote",
];

/// Given names that are hardly ever ordinary words, though dictionaries have
/// them as such: raised before a surname.
#[rustfmt::skip]
pub(crate) static GIVEN_NAMES: &[&str] = &[
    "abigail", "alan", "albert", "alexander", "alfred", "alice", "andrew", "andy", "angela", "anna",
    "anne", "annie", "anthony", "antonio", "ariel", "arthur", "barbara", "barry", "becky", "ben",
    "benjamin", "benny", "bernard", "betty", "billy", "bob", "bobby", "brian", "bruce", "carl",
    "catherine", "cathy", "charles", "charley", "charlie", "chris", "christopher", "clara", "clive",
    "colin", "daniel", "danny", "dave", "david", "debby", "deborah", "dennis", "dexter", "diana",
    "dominic", "donald", "douglas", "duncan", "eddy", "edward", "edwin", "elizabeth", "elsa",
    "emily", "emma", "eric", "fidel", "francis", "franklin", "fred", "gary", "george", "gerald",
    "gloria", "gordon", "graham", "gregory", "hannah", "harold", "harry", "henry", "hillary",
    "howard", "hugh", "hugo", "ian", "ida", "isabel", "isabella", "ivan", "jack", "jacob", "jake",
    "james", "jamie", "jane", "jason", "jean", "jeff", "jeremy", "jerry", "jesse", "jessica",
    "jill", "jim", "jimmy", "joanna", "joe", "joey", "john", "johnny", "jonathan", "jorge",
    "joseph", "juan", "judith", "julia", "karen", "karl", "kate", "katie", "keith", "kelly", "ken",
    "kenny", "kevin", "larry", "laura", "leo", "leonard", "lewis", "linda", "lisa", "lucy", "luke",
    "maggie", "marco", "marcus", "margaret", "maria", "mario", "marion", "martin", "mary",
    "matilda", "matt", "matthew", "maurice", "michael", "mick", "mike", "molly", "murray", "nancy",
    "natalie", "nathan", "nathaniel", "neil", "nicholas", "nick", "nigel", "norman", "oliver",
    "olivia", "pablo", "pamela", "patricia", "patrick", "paul", "pedro", "peter", "philip",
    "pierre", "rachel", "ralph", "raymond", "rebecca", "richard", "robbie", "robert", "robin",
    "rodney", "roger", "ronald", "ronnie", "rupert", "russell", "ruth", "ryan", "sally", "sam",
    "samuel", "sandra", "sarah", "scott", "sean", "sebastian", "sergio", "shannon", "sharon",
    "sheila", "sid", "sidney", "simon", "sophia", "spencer", "stanley", "stefan", "stella",
    "stephen", "steve", "stuart", "susan", "sylvia", "ted", "terry", "theodore", "theresa",
    "thomas", "tim", "timothy", "toby", "tom", "tommy", "tony", "tracy", "trevor", "ursula",
    "vanessa", "veronica", "vincent", "virginia", "vladimir", "wayne", "wendy", "william", "willy",
    "xavier", "yvonne",
];

/// Titles that stand before a name and never before another word with a
/// capital.
pub(crate) static TITLES: &[&str] = &["dame", "fort", "lady", "lord", "sir"];

/// Names of two words, one of which alone is an ordinary one.
#[rustfmt::skip]
pub(crate) static FIXED_NAMES: &[&str] = &[
    "adriatic sea", "african union", "arctic ocean", "atlantic ocean", "baltic sea", "berlin wall",
    "black sea", "british empire", "bronze age", "buckingham palace", "buenos aires",
    "burkina faso", "cambridge university", "canary islands", "cape town", "cape verde",
    "capitol hill", "caribbean sea", "caspian sea", "cayman islands", "champions league",
    "channel islands", "cold war", "columbia university", "costa rica", "crown prince", "dark ages",
    "davis cup", "dead sea", "downing street", "easter island", "eiffel tower", "el salvador",
    "equatorial guinea", "european commission", "european council", "european parliament",
    "european union", "falkland islands", "faroe islands", "federal reserve", "formula one",
    "gaza strip", "golden gate", "grand prix", "grand slam", "great britain", "great lakes",
    "great plains", "guantanamo bay", "harvard university", "hong kong", "hubble space",
    "hudson bay", "indian ocean", "irish sea", "iron age", "iron curtain", "ivory coast",
    "justice department", "las vegas", "latin america", "los angeles", "marshall islands",
    "mediterranean sea", "mexico city", "middle ages", "middle east", "new delhi", "new england",
    "new hampshire", "new jersey", "new mexico", "new orleans", "new south", "new testament",
    "new york", "new zealand", "niagara falls", "north america", "north carolina", "north dakota",
    "north korea", "north macedonia", "north pole", "north sea", "northern ireland",
    "old testament", "olympic games", "ottoman empire", "oval office", "oxford university",
    "pacific ocean", "panama canal", "papua new", "persian gulf", "premier league",
    "prime minister", "princeton university", "puerto rico", "red cross", "red sea", "rhode island",
    "rocky mountains", "roman empire", "royal navy", "salt lake", "san diego", "san francisco",
    "san jose", "san juan", "santa fe", "saudi arabia", "scotland yard", "security council",
    "sierra leone", "silicon valley", "six nations", "solomon islands", "south africa",
    "south america", "south carolina", "south dakota", "south korea", "south pole", "south sudan",
    "soviet union", "sri lanka", "stanford university", "state department", "stock exchange",
    "stone age", "suez canal", "super bowl", "supreme court", "tel aviv", "times square",
    "trafalgar square", "treasury department", "united kingdom", "united nations", "united states",
    "vatican city", "virgin islands", "wall street", "west bank", "west virginia", "white house",
    "world bank", "world cup", "world series", "world war", "yale university",
];

/// Words behind which a month stands, and never the ordinary word of the same
/// form: "since march".
pub(crate) static BEFORE_MONTHS: &[&str] = &["during", "in", "since", "until"];

/// Words behind which a name may stand without an article.
#[rustfmt::skip]
pub(crate) static BEFORE_NAMES: &[&str] = &[
    "about", "after", "against", "although", "and", "are", "as", "at", "because", "before",
    "between", "but", "by", "for", "from", "if", "in", "into", "is", "like", "met", "near", "of",
    "on", "or", "said", "says", "since", "than", "that", "through", "to", "toward", "towards",
    "under", "via", "was", "were", "when", "where", "while", "with", "without",
];

/// Words that do not start a sentence, but go on with one that a page has cut.
#[rustfmt::skip]
pub(crate) static NO_STARTS: &[&str] = &[
    "are", "been", "came", "did", "got", "had", "has", "is", "led", "made", "of", "said", "saw",
    "says", "than", "took", "was", "went", "were", "which", "who", "whom", "whose",
];

/// Words that start a sentence behind a question or an exclamation.
#[rustfmt::skip]
pub(crate) static OPENERS: &[&str] = &[
    "a", "after", "all", "also", "although", "an", "another", "are", "as", "at", "because",
    "before", "but", "by", "can", "do", "does", "each", "even", "every", "first", "for", "from",
    "how", "however", "if", "in", "is", "it", "just", "let", "many", "most", "my", "no", "not",
    "now", "of", "on", "one", "our", "since", "so", "some", "that", "the", "their", "then", "there",
    "these", "this", "those", "to", "today", "we", "well", "what", "when", "where", "whether",
    "which", "while", "who", "why", "with", "yes", "you", "your",
];

/// Small words inside names of people and places: "Ludwig van Beethoven".
#[rustfmt::skip]
pub(crate) static PARTICLES: &[&str] = &[
    "af", "al", "and", "av", "bin", "da", "das", "de", "degli", "dei", "del", "della", "delle",
    "dem", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "en", "et", "ibn", "la", "las",
    "le", "les", "lo", "los", "of", "sur", "te", "ten", "ter", "the", "und", "van", "ver", "von",
    "y", "zu", "zum", "zur",
];

/// Names that have a lower-case sense of their own in common use.
pub(crate) static LOWER_CASE_NAMES: &[&str] = &[
    "adidas",
    "blanche",
    "childs",
    "craigslist",
    "lang",
    "linux",
    "masse",
    "memcached",
    "mongodb",
    "nginx",
    "redis",
    "trojan",
    "trojans",
];

/// Words that go on behind the name of a person.
#[rustfmt::skip]
pub(crate) static AFTER_PERSONS: &[&str] = &[
    "added", "also", "and", "argued", "became", "believes", "can", "could", "did", "does", "from",
    "had", "has", "he", "is", "joined", "later", "on", "or", "said", "says", "scored", "she",
    "should", "thinks", "told", "took", "was", "were", "when", "who", "whose", "will", "with",
    "won", "would", "wrote",
];

/// Shortened words, with a stop, behind which a sentence goes on.
#[rustfmt::skip]
pub(crate) static SHORTENED: &[&str] = &[
    "addl", "avg", "bldg", "comp", "conf", "cont", "encl", "esp", "est", "ex", "excl", "ext",
    "freq", "fri", "ft", "hr", "hrs", "illus", "incl", "intl", "kg", "km", "lb", "lbs", "max",
    "min", "mins", "misc", "mo", "mon", "mos", "natl", "orig", "oz", "pcs", "pkg", "pop", "poss",
    "prev", "prob", "pron", "qty", "resp", "sat", "secs", "sp", "spec", "sq", "sun", "tbsp", "temp",
    "thu", "thur", "thurs", "tsp", "tue", "tues", "wed", "yr", "yrs",
];

/// Places whose names are ordinary words too: raised where the document has
/// them with a capital and no article stands before.
pub(crate) static WORD_PLACES: &[&str] =
    &["chad", "chile", "china", "cologne", "guinea", "hamburg", "jersey", "turkey"];
