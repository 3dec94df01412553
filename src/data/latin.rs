//! How words of Latin end. Our own lists.

/// Endings of nouns and adjectives, which few words of English have.
pub(crate) static ENDINGS: [&str; 6] = ["a", "ae", "i", "is", "um", "us"];

/// Those of them that hardly a name of a person has.
pub(crate) static ENDINGS_OF_THINGS: [&str; 3] = ["is", "um", "us"];

/// Those by which two words next to each other are known: `populus romanus`, `terrae novae`.
pub(crate) static ENDINGS_OF_PAIRS: [&str; 3] = ["ae", "um", "us"];

/// More endings of the second words of species: `Lepus timidus`, but `Cervus elegans`.
pub(crate) static ENDINGS_OF_SPECIES: [&str; 5] = ["ans", "ar", "ax", "ens", "or"];

/// Endings of species that English has too: `Papaver rhoeas`, `Quercus robur`.
pub(crate) static ENDINGS_BEHIND_GENERA: [&str; 7] = ["as", "er", "es", "o", "os", "ur", "ys"];

/// Genera of plants, animals and microbes that texts for everybody name. Some are words of
/// English too: `castor`, `iris`. Our own list, from general knowledge.
#[rustfmt::skip]
pub(crate) static GENERA: &[&str] = &[
    "abies", "acacia", "acanthus", "acer", "achillea", "aconitum", "acorus", "actaea", "adiantum",
    "aedes", "aegithalos", "aesculus", "agaricus", "agave", "agrostis", "ailuropoda", "ajuga",
    "alauda", "alcedo", "alchemilla", "allium", "alnus", "aloe", "althaea", "amanita",
    "amaranthus", "anas", "angelica", "anguilla", "anopheles", "anser", "anthus", "antilocapra",
    "apis", "apus", "aquila", "aquilegia", "arabidopsis", "arachis", "araucaria", "arctium",
    "ardea", "arenaria", "artemisia", "arum", "asio", "aspergillus", "asplenium", "astragalus",
    "athene", "atropa", "avena", "aythya", "balaena", "balaenoptera", "bambusa", "begonia",
    "bellis", "berberis", "beta", "betula", "bidens", "boletus", "bombus", "bombyx", "bos",
    "bovista", "branta", "brassica", "bubo", "bubulcus", "bufo", "buteo", "buxus",
    "caenorhabditis", "calendula", "calidris", "calluna", "caltha", "camellia", "campanula",
    "campylobacter", "candida", "canis", "cannabis", "capra", "capreolus", "capsicum",
    "cardamine", "carduelis", "carduus", "carex", "carpinus", "castanea", "castor",
    "catharanthus", "cedrus", "centaurea", "cercopithecus", "cervus", "chamaeleo", "chelonia",
    "chenopodium", "chlamydia", "chlorella", "chrysanthemum", "cicuta", "cinnamomum", "cirsium",
    "cistus", "citrus", "clematis", "clostridium", "clupea", "cocos", "coffea", "colchicum",
    "columba", "convallaria", "convolvulus", "coriandrum", "cornus", "corvus", "corylus",
    "corynebacterium", "coturnix", "crataegus", "crocodylus", "cryptococcus", "cuculus",
    "cucumis", "cucurbita", "culex", "cupressus", "cyanistes", "cyclamen", "cygnus", "cyperus",
    "cyprinus", "dactylis", "dahlia", "danio", "daphnia", "datura", "daucus", "delphinium",
    "dendrobium", "dendrocopos", "dianthus", "digitalis", "dracaena", "drosera", "drosophila",
    "dryopteris", "echinacea", "elephas", "emberiza", "entamoeba", "enterobacter", "enterococcus",
    "ephedra", "epilobium", "equisetum", "equus", "erica", "erinaceus", "erithacus", "eryngium",
    "escherichia", "eschscholzia", "esox", "eucalyptus", "euphorbia", "fagus", "falco", "felis",
    "festuca", "ficus", "foeniculum", "fragaria", "francisella", "fraxinus", "fregata",
    "fringilla", "fritillaria", "fuchsia", "fulica", "fusarium", "gadus", "galanthus", "galium",
    "gallinago", "gallus", "gardenia", "garrulus", "gavia", "gazella", "genista", "gentiana",
    "geranium", "giardia", "ginkgo", "glycine", "gossypium", "grus", "gymnadenia", "gypsophila",
    "haemophilus", "haliaeetus", "hedera", "helianthus", "helicobacter", "helix", "helleborus",
    "hemerocallis", "heracleum", "hibiscus", "hieracium", "hippophae", "hirundo", "holcus",
    "homo", "hordeum", "hosta", "humulus", "hyacinthus", "hydrangea", "hyla", "hyoscyamus",
    "hypericum", "hystrix", "ilex", "impatiens", "ipomoea", "iris", "isatis", "jasminum",
    "juglans", "juncus", "juniperus", "klebsiella", "lactobacillus", "lactuca", "lagopus", "lama",
    "lamium", "lantana", "larix", "larus", "lathyrus", "laurus", "lavandula", "legionella",
    "leishmania", "lemna", "leontopodium", "lepidium", "lepus", "leuciscus", "leucojum",
    "ligustrum", "lilium", "linaria", "linum", "listeria", "lobelia", "lolium", "lonicera",
    "loxodonta", "lumbricus", "lupinus", "luscinia", "lutra", "lycopersicon", "lysimachia",
    "lythrum", "macaca", "magnolia", "malus", "malva", "manihot", "marmota", "martes",
    "matricaria", "medicago", "meles", "melissa", "mentha", "mercurialis", "mergus", "microtus",
    "milvus", "motacilla", "mus", "muscari", "mustela", "mycobacterium", "mycoplasma", "myosotis",
    "myotis", "myrica", "myrtus", "narcissus", "natrix", "neisseria", "neottia", "nepeta",
    "nicotiana", "numenius", "nuphar", "nymphaea", "ocimum", "oenanthe", "olea", "ophrys",
    "opuntia", "orchis", "orcinus", "origanum", "oryctolagus", "oryza", "ovis", "oxalis",
    "paeonia", "pandion", "panicum", "panthera", "papaver", "papio", "parus", "passer",
    "passiflora", "pelargonium", "pelecanus", "penicillium", "perca", "perdix", "persea",
    "petroselinum", "phalacrocorax", "phaseolus", "phasianus", "phlox", "phoca", "phoenicopterus",
    "phoenicurus", "phragmites", "phylloscopus", "physeter", "phytophthora", "pica", "picea",
    "picus", "pinus", "piper", "pisum", "plantago", "plasmodium", "platanus", "plecotus",
    "pleurotus", "pluvialis", "poa", "podiceps", "polygala", "polygonum", "pongo", "populus",
    "potamogeton", "potentilla", "primula", "prunella", "prunus", "pseudomonas", "pseudotsuga",
    "psittacus", "pteridium", "pulmonaria", "pulsatilla", "punica", "pyrola", "pyrrhula", "pyrus",
    "quercus", "rana", "ranunculus", "raphanus", "rattus", "reseda", "rhamnus", "rheum",
    "rhinolophus", "rhizobium", "rhizopus", "rhododendron", "rhus", "ribes", "ricinus", "robinia",
    "rosa", "rosmarinus", "rubus", "rumex", "ruscus", "ruta", "rutilus", "saccharomyces",
    "saccharum", "salamandra", "salix", "salmo", "salmonella", "salvia", "sambucus", "santalum",
    "saponaria", "sarcoptes", "saxicola", "saxifraga", "scabiosa", "schistosoma", "scilla",
    "sciurus", "scolopax", "scomber", "secale", "sedum", "sempervivum", "senecio", "serratia",
    "sesamum", "shigella", "silene", "sinapis", "sitta", "solanum", "solidago", "sorbus", "sorex",
    "sorghum", "spartium", "sphagnum", "spinacia", "spiraea", "spirogyra", "stachys",
    "staphylococcus", "stellaria", "sterna", "streptococcus", "streptomyces", "streptopelia",
    "strix", "sturnus", "succisa", "sus", "sylvia", "symphytum", "syringa", "tagetes", "talpa",
    "tamarix", "tanacetum", "taraxacum", "taxus", "testudo", "tetrao", "theobroma", "thuja",
    "thymus", "tilia", "toxoplasma", "tragopogon", "treponema", "trichoderma", "trifolium",
    "tringa", "triticum", "triturus", "troglodytes", "trollius", "trypanosoma", "tulipa",
    "turdus", "tursiops", "typha", "tyto", "ulex", "ulmus", "ulva", "upupa", "ursus", "urtica",
    "utricularia", "vaccinium", "valeriana", "vanellus", "vanessa", "verbascum", "verbena",
    "veronica", "vespa", "vespertilio", "vibrio", "viburnum", "vicia", "vinca", "viola", "vipera",
    "viscum", "vitis", "vulpes", "wisteria", "xanthomonas", "xenopus", "yersinia", "yucca",
    "zantedeschia", "zea", "zingiber", "zinnia", "zostera",
];

/// Whether a word ends in one of these.
pub(crate) fn ends_in(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}
