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
    "aberdeen", "aberdeenshire", "abidjan", "abkhazia", "accra", "adelaide", "aden", "afghanistan",
    "africa", "agra", "alabama", "alaska", "albania", "alberta", "aleppo", "alexandria", "algeria",
    "algiers", "america", "amman", "amsterdam", "anatolia", "andalusia", "andorra", "angola",
    "ankara", "antarctica", "antigua", "apia", "argentina", "argyll", "arizona", "arkansas",
    "armenia", "aruba", "ashgabat", "asia", "asmara", "astana", "asunción", "athens", "atlanta",
    "auckland", "australia", "austria", "azerbaijan", "baghdad", "bahrain", "baku", "bali",
    "balochistan", "baltimore", "bamako", "bangalore", "bangkok", "bangladesh", "barbados",
    "barcelona", "bavaria", "bedfordshire", "beijing", "beirut", "belarus", "belfast", "belgium",
    "belgrade", "belize", "benin", "berlin", "bern", "beslan", "bhutan", "birmingham", "bishkek",
    "bogota", "bogotá", "bohemia", "bolivia", "bonn", "bosnia", "boston", "botswana", "brasília",
    "bratislava", "brazil", "brisbane", "britain", "brno", "brooklyn", "bruges", "brunei",
    "bucharest", "budapest", "bulgaria", "burkina", "burundi", "cairo", "calcutta", "calgary",
    "california", "cambodia", "cameroon", "canada", "canberra", "caracas", "cardiff", "catalonia",
    "cebu", "chennai", "chicago", "chisinau", "chittagong", "cincinnati", "cluj", "colombia",
    "colombo", "colorado", "congo", "connacht", "connecticut", "copenhagen", "crimea", "croatia",
    "cuba", "cyprus", "czechia", "cádiz", "córdoba", "dagestan", "dakar", "dallas", "damascus",
    "danzig", "delaware", "delhi", "denmark", "denver", "derry", "detroit", "devon", "dhaka",
    "dili", "djibouti", "doha", "dominica", "dubai", "dublin", "dushanbe", "dusseldorf", "dyfed",
    "ecuador", "edinburgh", "egypt", "england", "eritrea", "estonia", "eswatini", "ethiopia",
    "etna", "europe", "fallujah", "fiji", "finland", "florida", "france", "frankfurt", "gabon",
    "galilee", "gambia", "gascony", "gatwick", "gaul", "gaza", "geneva", "georgia", "germany",
    "ghana", "gibraltar", "giza", "glamorgan", "glasgow", "goa", "graz", "greece", "greenland",
    "grenada", "guadeloupe", "guam", "guatemala", "guyana", "haiti", "hanoi", "harare", "havana",
    "hawaii", "heathrow", "helsinki", "hiroshima", "holland", "homs", "honduras", "houston",
    "hungary", "hyderabad", "iasi", "iceland", "idaho", "illinois", "india", "indiana",
    "indianapolis", "indonesia", "inverness", "iowa", "iran", "iraq", "ireland", "islamabad",
    "israel", "istanbul", "italy", "jakarta", "jalalabad", "jamaica", "jamestown", "japan",
    "jerusalem", "johannesburg", "jordan", "juba", "kabul", "kampala", "kano", "kansas", "karachi",
    "karnataka", "kashmir", "kathmandu", "kazakhstan", "kent", "kentucky", "kenya", "khartoum",
    "kiel", "kiev", "kigali", "kinshasa", "kiribati", "kobe", "kosovo", "kuwait", "kyiv", "kyoto",
    "kyrgyzstan", "lagos", "lahore", "lanarkshire", "laos", "latakia", "latvia", "lebanon", "leeds",
    "leinster", "leningrad", "lesotho", "liberia", "libya", "liechtenstein", "linz", "lisbon",
    "lithuania", "liverpool", "ljubljana", "lodz", "lome", "lomé", "london", "louisiana", "luanda",
    "lubeck", "lucerne", "lusaka", "luxembourg", "lviv", "lyon", "macedonia", "madagascar",
    "madrid", "majorca", "malawi", "malaysia", "maldives", "mali", "mallorca", "malta", "manhattan",
    "marseille", "maryland", "massachusetts", "mauritania", "mauritius", "melbourne", "melekeok",
    "merseyside", "mexico", "miami", "michigan", "micronesia", "milwaukee", "minneapolis",
    "minnesota", "minorca", "minsk", "misrata", "mississippi", "missouri", "mogadishu", "moldova",
    "monaco", "mongolia", "montana", "montenegro", "montevideo", "montreal", "morocco", "moscow",
    "mozambique", "mumbai", "munich", "myanmar", "nairobi", "namibia", "naples", "nashville",
    "nauru", "naypyidaw", "ndjamena", "nebraska", "nepal", "netherlands", "nevada", "nicaragua",
    "nicosia", "niger", "nigeria", "nile", "normandy", "norway", "nuuk", "odisha", "ohio",
    "oklahoma", "oman", "omsk", "ontario", "oran", "oregon", "orleans", "osaka", "oslo", "ottawa",
    "pakistan", "palau", "palestine", "paraguay", "paris", "penang", "pennsylvania", "perthshire",
    "peru", "philadelphia", "philippines", "piedmont", "pisa", "pittsburgh", "poland", "portugal",
    "prague", "pretoria", "provence", "pune", "punjab", "pyongyang", "qatar", "quebec",
    "queensland", "quito", "rabat", "ramallah", "raqqa", "reno", "rhone", "riga", "riyadh",
    "romania", "rome", "rotterdam", "rouen", "russia", "rwanda", "sacramento", "samoa", "sarajevo",
    "sardinia", "saskatchewan", "scandinavia", "scotland", "seattle", "senegal", "seoul", "serbia",
    "seychelles", "shanghai", "siam", "siberia", "sicily", "siena", "silesia", "sindh", "singapore",
    "slovakia", "slovenia", "sofia", "somalia", "somerset", "spain", "srebrenica", "stansted",
    "stockholm", "strasbourg", "stuttgart", "sucre", "sudan", "sumatra", "suriname", "surrey",
    "suva", "swabia", "sweden", "switzerland", "sydney", "syria", "taipei", "taiwan", "tajikistan",
    "tallinn", "tangier", "tanzania", "tashkent", "tasmania", "tatarstan", "tbilisi", "tehran",
    "tennessee", "texas", "thailand", "thessaloniki", "thuringia", "tibet", "tikrit", "tirana",
    "togo", "tokyo", "tonga", "toronto", "transnistria", "transylvania", "tripoli", "tromso",
    "tunisia", "turin", "turkmenistan", "tuvalu", "türkiye", "uganda", "ukraine", "ulaanbaatar",
    "ulster", "uruguay", "utah", "uzbekistan", "valencia", "vancouver", "vanuatu", "varna",
    "vatican", "venezuela", "venice", "vermont", "vienna", "vietnam", "vilnius", "virginia",
    "wales", "wallonia", "warsaw", "westminster", "wigan", "wisconsin", "worcester", "wyoming",
    "xian", "xinjiang", "yemen", "yerevan", "york", "yorkshire", "yucatán", "zagreb", "zambia",
    "zanzibar", "zaporizhzhia", "zimbabwe", "zurich",
];

/// Peoples, languages, religions and their followers.
#[rustfmt::skip]
pub(crate) static NATIONALITIES: &[&str] = &[
    "afghan", "afghans", "african", "africans", "ainu", "alawite", "alawites", "albanian",
    "albanians", "algerian", "algerians", "american", "americans", "anglican", "angolan", "arab",
    "arabian", "arabs", "argentine", "argentinian", "armenian", "armenians", "asian", "asians",
    "athenian", "athenians", "australian", "australians", "austrian", "austrians", "azerbaijani",
    "azeri", "bahraini", "bangladeshi", "baptist", "baptists", "basque", "basques", "bavarian",
    "bedouin", "belarusian", "belgian", "belgians", "bengali", "bolivian", "bosnian", "bosnians",
    "botswanan", "brazilian", "brazilians", "breton", "bretons", "british", "briton", "britons",
    "bruneian", "buddha", "buddhism", "buddhist", "buddhists", "bulgarian", "bulgarians",
    "burkinabe", "burmese", "californian", "cambodian", "cameroonian", "canadian", "canadians",
    "cantonese", "caribbean", "catalan", "catholic", "catholicism", "catholics", "celts", "chadian",
    "chechen", "chilean", "chileans", "chinese", "christian", "christianity", "christians",
    "colombian", "colombians", "congolese", "cornishman", "croat", "croatian", "croatians",
    "croats", "cuban", "cubans", "cypriot", "cypriots", "czech", "czechs", "dalai", "dane", "danes",
    "danish", "djiboutian", "dominican", "dutch", "dutchman", "easter", "ecuadorian", "egyptian",
    "egyptians", "emirati", "english", "englishman", "episcopalian", "episcopalians", "eritrean",
    "estonian", "estonians", "ethiopian", "ethiopians", "etruscans", "european", "europeans",
    "farsi", "fijian", "filipino", "filipinos", "finn", "finnish", "finns", "flemish", "french",
    "frenchman", "frisian", "georgians", "german", "germanic", "germans", "ghanaian", "greek",
    "greeks", "grenadian", "guatemalan", "guyanese", "haitian", "haitians", "hanukkah", "hebrew",
    "hindi", "hindu", "hinduism", "hindus", "honduran", "hungarian", "hungarians", "icelandic",
    "igbo", "inca", "incas", "indian", "indians", "indonesian", "indonesians", "inuit", "iranian",
    "iranians", "iraqi", "iraqis", "irish", "irishman", "islam", "islamic", "islamist", "islamists",
    "israeli", "israelis", "italian", "italians", "ivorian", "jain", "jains", "jamaican",
    "japanese", "jesuit", "jesuits", "jew", "jewish", "jews", "jordanian", "jordanians", "judaism",
    "kashmiri", "kashmiris", "kazakh", "kenyan", "kenyans", "koran", "korean", "koreans", "kosovan",
    "kurd", "kurdish", "kurds", "kuwaiti", "kyrgyz", "latin", "latina", "latino", "latinos",
    "latvian", "latvians", "lebanese", "liberian", "libyan", "libyans", "lithuanian", "lithuanians",
    "londoner", "londoners", "lutheran", "lutherans", "macedonian", "malawian", "malay",
    "malaysian", "maltese", "manx", "maori", "mayan", "mayans", "mediterranean", "methodism",
    "methodist", "methodists", "mexican", "mexicans", "moldovan", "mongol", "mongolian", "mongols",
    "montenegrin", "mormon", "mormons", "moroccan", "moroccans", "mozambican", "muslim", "muslims",
    "māori", "namibian", "nepalese", "nepali", "nicaraguan", "nigerian", "nigerians", "nordic",
    "normans", "norwegian", "norwegians", "oromo", "pakistani", "pakistanis", "palestinian",
    "palestinians", "panamanian", "paraguayan", "parisian", "pashtun", "pashtuns", "passover",
    "persian", "persians", "peruvian", "peruvians", "portuguese", "presbyterian", "protestant",
    "protestantism", "protestants", "punjabi", "qatari", "quaker", "quakers", "quran", "ramadan",
    "romanian", "romanians", "russian", "russians", "rwandan", "salafi", "salafis", "salafist",
    "salafists", "salvadoran", "samoan", "sanskrit", "saudi", "saudis", "scandinavian",
    "scientologist", "scientologists", "scientology", "scot", "scots", "scottish", "senegalese",
    "serb", "serbian", "serbians", "serbs", "shia", "shiite", "shiites", "shona", "siberian",
    "sicilian", "sikh", "sikhs", "singaporean", "sinhala", "slovak", "slovakian", "slovaks",
    "slovene", "slovenian", "slovenians", "somali", "somalis", "spaniard", "spaniards", "spanish",
    "sudanese", "sufi", "sufis", "sunni", "sunnis", "surinamese", "swahili", "swedish", "swiss",
    "syrian", "syrians", "taiwanese", "tajik", "tanzanian", "texan", "texans", "thai", "tibetan",
    "tibetans", "tongan", "torah", "tories", "tunisian", "tunisians", "turkish", "turkmen",
    "ugandan", "ukrainian", "ukrainians", "urdu", "uruguayan", "uyghur", "uzbek", "venetian",
    "venetians", "venezuelan", "venezuelans", "vietnamese", "vikings", "welsh", "welshman",
    "yazidi", "yazidis", "yemeni", "yiddish", "yorkshireman", "yoruba", "zambian", "zimbabwean",
    "zionist", "zulu", "zulus",
];

/// Things that are no longer of the people they are called after.
#[rustfmt::skip]
pub(crate) static LOWER_CASE_THINGS: &[&str] = &[
    "army", "ball", "bath", "baths", "beans", "blind", "blinds", "braid", "braids", "bread",
    "cabbage", "casserole", "chard", "cheese", "coffee", "cuffs", "delight", "doors", "dressing",
    "fries", "glass", "hat", "hats", "horn", "ink", "ivy", "kiss", "knots", "leather", "letters",
    "manicure", "meringue", "miss", "muffin", "muffins", "numerals", "oven", "oven's", "pastry",
    "polish", "poodle", "press", "roll", "rolls", "rubber", "saddle", "salad", "setter", "shepherd",
    "shepherds", "shirt", "shirts", "steak", "stew", "tastes", "tip", "tips", "toast", "twist",
    "wedding", "whiskey", "windows",
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

/// What the pronoun "I" is part of.
#[rustfmt::skip]
pub(crate) static PRONOUN_FORMS: &[&str] =
    &["i'd", "i'll", "i'm", "i've", "i’d", "i’ll", "i’m", "i’ve"];

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

/// What follows "I'd" or "I'll", and not the word that is talked of: "i'd is a form".
/// `wording` has a few of them that follow it without its apostrophe too.
#[rustfmt::skip]
pub(crate) static AFTER_I_WILL_OR_WOULD: &[&str] = &[
    "actually", "add", "admit", "also", "always", "appreciate", "ask", "be", "been", "believe", "bet",
    "better", "bring", "buy", "call", "check", "come", "definitely", "die", "do", "done", "drop", "eat",
    "even", "ever", "expect", "explain", "feel", "find", "finish", "forget", "forgotten", "get", "give",
    "gladly", "go", "gone", "got", "guess", "hate", "have", "hear", "heard", "help", "hope",
    "imagine", "just", "keep", "know", "known", "learn", "leave", "let", "like", "live", "look",
    "lose", "love", "make", "meet", "miss", "move", "need", "never", "pay", "pick", "post", "prefer",
    "probably", "put", "rather", "read", "really", "recommend", "remember", "return", "run", "say",
    "see", "seen", "send", "share", "show", "spend", "start", "stay", "stick", "stop", "suggest",
    "take", "talk", "tell", "think", "thought", "try", "understand", "wait", "want", "watch", "wear",
    "win", "wish", "work", "write",
];

/// Given names that are hardly ever ordinary words, though dictionaries have
/// them as such: raised before a surname.
#[rustfmt::skip]
pub(crate) static GIVEN_NAMES: &[&str] = &[
    "abigail", "alan", "albert", "alec", "alexander", "alfred", "alice", "amelia", "andrew", "andy",
    "angela", "ann", "anna", "anne", "annie", "anthony", "antonio", "ariel", "arthur", "barbara",
    "barney", "barry", "becky", "ben", "benjamin", "benny", "bernard", "beth", "betty", "billy",
    "bob", "bobby", "bonnie", "brad", "brent", "brian", "bruce", "carl", "carol", "cate",
    "catherine", "cathy", "charles", "charley", "charlie", "chris", "christopher", "clara",
    "clarence", "clint", "clive", "colin", "corey", "cory", "craig", "daniel", "danny", "daphne",
    "darcy", "dave", "david", "debby", "deborah", "dennis", "dexter", "diana", "dirk", "dominic",
    "dominique", "donald", "donna", "dora", "douglas", "duncan", "eddie", "eddy", "edward", "edwin",
    "elizabeth", "elsa", "emily", "emma", "eric", "erica", "ernest", "fidel", "francis", "frank",
    "franklin", "fred", "gary", "george", "gerald", "gilbert", "gloria", "gordon", "graham",
    "gregory", "gus", "hannah", "harold", "harry", "hector", "henry", "hillary", "howard", "hugh",
    "hugo", "ian", "ida", "isabel", "isabella", "ivan", "jack", "jacob", "jake", "james", "jamie",
    "jane", "jason", "jean", "jeanette", "jeff", "jenny", "jeremy", "jerry", "jess", "jesse",
    "jessica", "jill", "jim", "jimmy", "joanna", "joe", "joey", "john", "johnny", "jon", "jonathan",
    "jorge", "joseph", "josh", "juan", "judith", "judy", "julia", "karen", "karl", "kate", "katie",
    "keith", "kelly", "kelvin", "ken", "kenny", "kerry", "kevin", "kyle", "lana", "larry", "laura",
    "leo", "leonard", "lewis", "linda", "lionel", "lisa", "liz", "louis", "lucy", "luke", "maddie",
    "madeleine", "mae", "maggie", "marc", "marcel", "marco", "marcus", "margaret", "maria", "mario",
    "marion", "martin", "mary", "matilda", "matt", "matthew", "maurice", "mavis", "maya", "michael",
    "mick", "mike", "mitch", "moira", "molly", "mona", "murray", "myrtle", "nancy", "natalie",
    "nathan", "nathaniel", "ned", "neil", "nicholas", "nick", "nigel", "noel", "norman", "oliver",
    "olivia", "pablo", "paddy", "pamela", "patricia", "patrick", "paul", "pedro", "peggy", "perry",
    "peter", "philip", "phoebe", "pierre", "polly", "rachel", "ralph", "raymond", "rebecca",
    "richard", "rick", "robbie", "robert", "robin", "rodney", "roger", "ronald", "ronnie", "roy",
    "rupert", "russell", "ruth", "ryan", "sally", "sam", "samuel", "sandra", "sarah", "saul",
    "scott", "sean", "sebastian", "sergio", "shannon", "sharon", "shawn", "sheila", "sid", "sidney",
    "simon", "sophia", "spencer", "stanley", "stefan", "stella", "stephen", "steve", "stuart",
    "susan", "sybil", "sylvia", "tamara", "tammy", "ted", "teddy", "terry", "theodore", "theresa",
    "thomas", "tim", "timothy", "toby", "tom", "tommy", "tony", "tracy", "trevor", "tyler",
    "ursula", "vanessa", "veronica", "victor", "vincent", "virginia", "vladimir", "wally", "wayne",
    "wendy", "william", "willie", "willy", "xavier", "yvonne",
];

/// Those of them that are adjectives too.
pub(crate) static GIVEN_ADJECTIVES: &[&str] = &["bonnie", "frank"];

/// Those of them that nobody uses as ordinary words: raised wherever they stand.
#[rustfmt::skip]
pub(crate) static PLAIN_GIVEN_NAMES: &[&str] = &[
    "alexander", "ali", "amy", "andrew", "angela", "anne", "anthony", "antonio", "arthur",
    "barbara", "benjamin", "betty", "brian", "bruce", "catherine", "charles", "christopher",
    "clara", "clive", "colin", "daniel", "danny", "david", "deborah", "dennis", "donald", "edward",
    "elizabeth", "ella", "elsa", "emily", "emma", "eric", "erik", "eva", "evan", "gary", "gerald",
    "gina", "gregory", "hannah", "harold", "hillary", "howard", "hugh", "ian", "igor", "isabel",
    "isabella", "jacob", "james", "jason", "jeff", "jeremy", "jessica", "joanna", "joel",
    "jonathan", "jose", "joseph", "juan", "judith", "julia", "karl", "kate", "katie", "keith",
    "kevin", "kim", "kurt", "larry", "laura", "leah", "lena", "leonard", "linda", "lisa", "lucy",
    "luis", "marcus", "margaret", "mario", "matthew", "maurice", "michael", "natalie", "nathan",
    "neil", "nicholas", "nigel", "nina", "noah", "nora", "olga", "olivia", "omar", "owen", "pablo",
    "pamela", "patricia", "patrick", "pedro", "philip", "rachel", "raul", "raymond", "rebecca",
    "richard", "robert", "rodney", "ronald", "rupert", "ryan", "samuel", "sandra", "sara", "sarah",
    "sebastian", "sergio", "seth", "sharon", "simon", "sophia", "stefan", "stephen", "steve",
    "stuart", "susan", "sylvia", "theodore", "theresa", "thomas", "timothy", "tina", "trevor",
    "ursula", "vanessa", "vincent", "vladimir", "wendy", "william", "yuri", "yvonne", "zoe",
];

/// Surnames that are words in dictionaries only: raised where the document
/// shows them.
#[rustfmt::skip]
pub(crate) static SURNAMES: &[&str] = &[
    "bailey", "burke", "burton", "carr", "carter", "chapman", "collins", "cox", "davies", "dickens",
    "fleming", "fletcher", "ford", "gibson", "gilbert", "graham", "hastings", "holmes", "hurst",
    "ingram", "james", "jones", "kelly", "kemp", "lambert", "lewis", "logan", "marshall", "martin",
    "morales", "morgan", "morris", "murphy", "murray", "nelson", "newton", "palmer", "parker",
    "parry", "pearce", "perkins", "perry", "pratt", "rees", "riley", "rogers", "sanders", "santos",
    "shaw", "smith", "spencer", "thatcher", "tucker", "vega", "wang", "weber", "welch", "woodward",
];

/// Words behind which a noun stands that is no name: articles and the like.
#[rustfmt::skip]
pub(crate) static DETERMINERS: &[&str] = &[
    "a", "an", "another", "any", "each", "every", "her", "his", "its", "my", "no", "one", "our",
    "that", "the", "their", "this", "your",
];

/// Pronouns to which something is done, and words for where it is done to.
pub(crate) static OBJECTS: &[&str] =
    &["him", "into", "it", "me", "onto", "them", "these", "those", "us", "you"];

/// Titles that stand before a name and never before another word with a
/// capital.
pub(crate) static TITLES: &[&str] = &["dame", "fort", "lady", "lord", "sir"];

/// Names of two words, one of which alone is an ordinary one.
#[rustfmt::skip]
pub(crate) static FIXED_NAMES: &[&str] = &[
    "abu dhabi", "addis ababa", "adriatic sea", "african union", "arctic ocean", "atlantic ocean",
    "baltic sea", "barrier reef", "baton rouge", "berlin wall", "black sea", "british columbia",
    "british empire", "bronze age", "buckingham palace", "buenos aires", "burkina faso",
    "cambridge university", "canary islands", "cape town", "cape verde", "capitol hill",
    "caribbean sea", "caspian sea", "cayman islands", "champions league", "channel islands",
    "cold war", "columbia university", "coney island", "costa rica", "crown prince", "dark ages",
    "davis cup", "dead sea", "death valley", "downing street", "east anglia", "east germany",
    "east sussex", "east timor", "easter island", "eiffel tower", "el salvador",
    "equatorial guinea", "european commission", "european council", "european parliament",
    "european union", "falkland islands", "faroe islands", "federal reserve", "formula one",
    "gaza strip", "golden gate", "grand canyon", "grand prix", "grand rapids", "grand slam",
    "great barrier", "great britain", "great lakes", "great plains", "guantanamo bay",
    "harvard university", "hong kong", "hubble space", "hudson bay", "indian ocean", "irish sea",
    "iron age", "iron curtain", "ivory coast", "justice department", "kuala lumpur", "las palmas",
    "las vegas", "latin america", "little rock", "long beach", "long island", "los alamos",
    "los angeles", "marshall islands", "mediterranean sea", "mexico city", "miami beach",
    "middle ages", "middle east", "milky way", "monte carlo", "mount everest", "new brunswick",
    "new caledonia", "new delhi", "new england", "new guinea", "new hampshire", "new jersey",
    "new mexico", "new orleans", "new south", "new testament", "new york", "new zealand",
    "niagara falls", "north america", "north carolina", "north dakota", "north korea",
    "north macedonia", "north pole", "north sea", "north yorkshire", "northern ireland",
    "nova scotia", "old testament", "olympic games", "ottoman empire", "oval office",
    "oxford university", "pacific ocean", "palm beach", "palm springs", "panama canal", "papua new",
    "persian gulf", "phnom penh", "port louis", "port moresby", "port said", "premier league",
    "prime minister", "princeton university", "puerto rico", "real madrid", "red cross", "red sea",
    "rhode island", "rio grande", "rocky mountains", "roman empire", "royal navy", "salt lake",
    "san antonio", "san bernardino", "san diego", "san francisco", "san jose", "san juan",
    "san marino", "san salvador", "santa barbara", "santa cruz", "santa fe", "santa monica",
    "santo domingo", "sao paulo", "saudi arabia", "scotland yard", "security council",
    "sierra leone", "silicon valley", "six nations", "solomon islands", "south africa",
    "south america", "south australia", "south carolina", "south dakota", "south korea",
    "south pole", "south sudan", "south yorkshire", "soviet union", "sri lanka", "st petersburg",
    "stanford university", "state department", "staten island", "stock exchange", "stone age",
    "suez canal", "super bowl", "supreme court", "são paulo", "tel aviv", "times square",
    "trafalgar square", "treasury department", "trojan war", "united kingdom", "united nations",
    "united states", "vatican city", "virgin islands", "wall street", "west bank", "west germany",
    "west midlands", "west sussex", "west virginia", "west yorkshire", "western australia",
    "white house", "world bank", "world cup", "world series", "world war", "yale university",
    "yom kippur",
];

/// Those of them that are nothing else, in lower case too: a `new jersey` may be knitted.
#[rustfmt::skip]
pub(crate) static SURE_NAMES: &[&str] = &[
    "abu dhabi", "addis ababa", "baton rouge", "buenos aires", "burkina faso", "cape verde",
    "costa rica", "el salvador", "guantanamo bay", "hong kong", "kuala lumpur", "las palmas",
    "las vegas", "los alamos", "los angeles", "middle east", "monte carlo", "new brunswick",
    "new caledonia", "new hampshire", "new zealand", "north carolina", "north dakota",
    "nova scotia", "phnom penh", "port louis", "port moresby", "puerto rico", "rhode island",
    "rio grande", "san antonio", "san bernardino", "san diego", "san francisco", "san jose",
    "san juan", "san marino", "san salvador", "santa barbara", "santa cruz", "santa fe",
    "santa monica", "santo domingo", "sao paulo", "saudi arabia", "sierra leone", "south carolina",
    "south dakota", "soviet union", "sri lanka", "tel aviv", "united kingdom", "united nations",
    "united states", "yom kippur",
];

/// Words behind the Middle East, where no window or wall of a house is told of.
#[rustfmt::skip]
pub(crate) static AFTER_EAST: &[&str] = &[
    "are", "as", "because", "but", "by", "can", "could", "during", "for", "from", "had", "has", "have",
    "in", "is", "since", "that", "through", "to", "was", "were", "when", "where", "which", "while",
    "who", "will", "with", "would",
];

/// Words behind which a date stands.
pub(crate) static BEFORE_DATES: &[&str] =
    &["by", "early", "from", "in", "late", "mid", "of", "on", "since", "until"];

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

/// Those of them behind which no verb or adjective stands either.
#[rustfmt::skip]
pub(crate) static PREPOSITIONS: &[&str] = &[
    "about", "after", "against", "although", "at", "because", "before", "between", "by", "for",
    "from", "in", "into", "near", "of", "said", "says", "since", "than", "toward", "towards",
    "via", "when", "where", "while", "with", "without",
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

/// What somebody does who is quoted, behind the quotation.
#[rustfmt::skip]
pub(crate) static SAID: &[&str] = &[
    "added", "admitted", "answered", "asked", "asks", "began", "begged", "called", "complained",
    "cried", "declared", "demanded", "exclaimed", "explained", "inquired", "laughed", "murmured",
    "muttered", "observed", "remarked", "repeated", "replied", "replies", "roared", "said", "sang",
    "says", "screamed", "shouted", "sighed", "thought", "whispered", "wondered", "yelled",
];

/// Small words inside names of people and places: "Ludwig van Beethoven".
#[rustfmt::skip]
pub(crate) static PARTICLES: &[&str] = &[
    "af", "al", "and", "av", "ben", "bin", "da", "das", "de", "degli", "dei", "del", "della", "delle",
    "dem", "den", "der", "des", "di", "do", "dos", "du", "e", "el", "en", "et", "ibn", "la", "las",
    "le", "les", "lo", "los", "of", "sur", "te", "ten", "ter", "the", "und", "van", "ver", "von",
    "y", "zu", "zum", "zur",
];

/// Names that have a lower-case sense of their own in common use, such as that of
/// a command, names that their owners write in lower case, and those that have
/// other capitals than the first, which only the document can show.
#[rustfmt::skip]
pub(crate) static LOWER_CASE_NAMES: &[&str] = &[
    "adidas", "alsatian", "alsatians", "annus", "bearnaise", "bianco", "blanc", "blanche", "camembert", "capri",
    "chatgpt", "childs", "citizenm", "craigslist", "deviantart", "doordash", "duckduckgo", "ebay",
    "eharmony", "elasticsearch", "emacs", "entre", "fedex", "fifa", "flickr", "forma", "franca", "frankenstein",
    "gallo", "garde", "github", "gitlab", "gorgonzola", "gouda", "groff", "html", "https", "ieee", "imdb",
    "imgur", "javascript", "jetblue", "jquery", "lambrusco", "lang", "linkedin", "linux", "lotta",
    "lululemon", "lyft", "makin", "masse", "memcached", "milanese", "mirabilis", "mongodb", "mysql",
    "nasa", "nginx", "nodejs", "noire", "nvidia", "openai", "perl", "pilates", "poisson", "postgresql",
    "prensa", "primitivo", "pytorch", "reddit", "redis", "romana", "roquefort", "rosso", "salud",
    "sayin", "sharepoint", "shiraz", "soundcloud", "sqlite", "stilton", "sudoku", "tcl", "techcrunch",
    "tiktok", "trojan", "trojans", "tumblr", "typescript", "ubermensch", "verde", "vim", "vimeo", "vmware",
    "webgl", "wordpress", "xbox", "xkcd", "youtube", "zulily",
];

/// Words that go on behind the name of a person.
#[rustfmt::skip]
pub(crate) static AFTER_PERSONS: &[&str] = &[
    "added", "also", "and", "argued", "became", "believes", "can", "could", "did", "does", "from",
    "had", "has", "he", "is", "joined", "later", "on", "or", "said", "says", "scored", "she",
    "should", "thinks", "told", "took", "was", "were", "when", "who", "whose", "will", "with",
    "won", "would", "wrote",
];

/// Shortened words, with a stop, behind which a sentence goes on: units, and those of
/// dictionaries and catalogues. Our own list.
#[rustfmt::skip]
pub(crate) static SHORTENED: &[&str] = &[
    "abbr", "abbrev", "abr", "acc", "addl", "adj", "adv", "agric", "anon", "arr", "attn",
    "attrib", "aux", "avail", "avg", "biog", "biol", "bldg", "cc", "chem", "chron", "cit", "civ",
    "cm", "colloq", "cols", "comm", "comp", "compar", "cond", "conf", "conj", "const", "constr", "cont",
    "contr", "cpd", "cu", "cyl", "decl", "def", "deriv", "dia", "diag", "diam", "dict", "diff", "dims", "div",
    "doz", "eccl", "econ", "elec", "elem", "encl", "eng", "engr", "esp", "est", "eval", "ex",
    "exch", "excl", "ext", "figs", "fol", "foll", "freq", "fri", "ft", "fut", "gals", "gaz",
    "geog", "geol", "hist", "horiz", "hort", "hp", "hr", "hrs", "hyp", "ibid", "id", "illus",
    "imper", "incl", "incr", "indef", "indic", "inst", "insur", "intl", "intr", "irreg", "jurid",
    "kg", "km", "kw", "lat", "lb", "lbs", "liq", "lit", "manuf", "masc", "math", "max", "mem",
    "metall", "mg", "mil", "min", "mins", "misc", "ml", "mm", "mo", "mon", "mos", "mss", "mtg",
    "natl", "naut", "neut", "nom", "numis", "obj", "obs", "occas", "orig", "oz", "paras", "pcs",
    "perf", "perh", "pert", "pharm", "phil", "photog", "phr", "phys", "physiol", "pkg", "polit", "pop", "poss",
    "pp", "ppd", "pred", "prev", "priv", "prob", "proc", "pron", "pseud", "psych", "publ", "qty",
    "quot", "rect", "redupl", "ref", "refl", "refs", "reg", "relig", "repl", "repr", "req", "resp",
    "sat", "sci", "sculp", "secs", "seq", "sess", "soc", "sp", "spec", "specif", "sq", "stat",
    "subsp", "subst", "sun", "superl", "suppl", "surg", "syn", "tbsp", "temp", "theat", "theol", "thu",
    "thur", "thurs", "transf", "translit", "tsp", "tue", "tues", "typ", "ult", "uncert", "usu",
    "util", "vert", "voc", "vols", "wed", "wt", "yd", "yds", "yr", "yrs", "zool",
];

/// States of the United States as they are shortened behind the name of a town, with a
/// stop.
#[rustfmt::skip]
pub(crate) static SHORTENED_STATES: &[&str] = &[
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "kans",
    "ky", "mass", "md", "mich", "minn", "miss", "mo", "mont", "neb", "nebr", "nev", "okla", "ore",
    "oreg", "pa", "penn", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
];

/// Forms of verbs that are surnames too: `Peter rose and left`.
#[rustfmt::skip]
pub(crate) static VERBS_LIKE_NAMES: &[&str] = &[
    "bore", "dove", "drew", "fell", "felt", "lay", "led", "lent", "lit", "rang", "rode", "rose",
    "sang", "sat", "saw", "shed", "shook", "shot", "slew", "sped", "spun", "stole", "stood",
    "struck", "swept", "swore", "took", "tore", "trod", "wept", "woke", "won", "wore", "wound",
];

/// Places, planets, languages and firms whose names are ordinary words too: raised where the document has
/// them with a capital and no article stands before.
#[rustfmt::skip]
pub(crate) static WORD_PLACES: &[&str] = &[
    "alps", "amazon", "arabic", "bologna", "bordeaux", "bristol", "burgundy", "canterbury", "chad",
    "cheshire", "chile", "china", "cologne", "dover", "fife", "florence", "genoa", "google",
    "guinea", "hamburg", "honda", "java", "jersey", "mandarin", "manila", "mars", "mecca", "medina",
    "munster", "muscat", "nestle", "netflix", "oxford", "panama", "phoenix", "portland", "rhine",
    "savoy", "saxony", "seine", "siemens", "surat", "toledo", "turkey", "twitter", "venus",
    "victoria", "wellington", "yahoo",
];
