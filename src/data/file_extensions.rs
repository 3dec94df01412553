//! Endings of file names that are common on the web and in writing about
//! software, and names of files without one. Our own lists. Sorted, lower case, for
//! binary search.

#[rustfmt::skip]
pub(crate) static FILE_EXTENSIONS: &[&str] = &[
    "7z", "aac", "ai", "apk", "avi", "bak", "bat", "bin", "bmp", "bz2", "c", "cc", "cfg",
    "cgi", "class", "conf", "cpp", "cs", "css", "csv", "cxx", "dat", "db", "deb", "dll", "dmg",
    "doc", "docx", "dylib", "ebook", "eml", "eps", "epub", "exe", "flac", "flv", "fon", "fs",
    "gif", "go", "gz", "h", "heic", "hpp", "htm", "html", "ico", "ics", "ini", "ipa", "ipynb",
    "iso", "jar", "java", "jpeg", "jpg", "js", "json", "jsonl", "jsp", "jsx", "kt", "kts",
    "less", "lock", "log", "lua", "m4a", "m4v", "md", "mid", "mkv", "mobi", "mov", "mp3",
    "mp4", "mpeg", "mpg", "msi", "mts", "obj", "odp", "ods", "odt", "ogg", "ogv", "old", "otf",
    "pas", "pdf", "php", "pl", "plist", "png", "ppt", "pptx", "ps", "ps1", "psd", "py", "pyc",
    "rar", "rb", "rmd", "rpm", "rs", "rst", "rtf", "scala", "scss", "sh", "so", "sql", "srt",
    "svg", "swf", "swift", "sys", "tar", "tex", "tgz", "tif", "tiff", "tmp", "toml", "torrent",
    "ts", "tsv", "tsx", "ttf", "txt", "vb", "vbs", "vcf", "vue", "wasm", "wav", "webm", "webp",
    "whl", "wma", "wmv", "woff", "woff2", "xhtml", "xls", "xlsx", "xml", "xsl", "xz", "yaml",
    "yml", "zip",
];

/// Files that many projects have, in capitals, and with any ending:
/// `README.Debian`. In lower case here.
#[rustfmt::skip]
pub(crate) static PLAIN_FILES: &[&str] = &[
    "authors", "bugs", "changelog", "changes", "contributing", "copying", "copyright", "credits",
    "faq", "hacking", "history", "install", "licence", "license", "maintainers", "manifest",
    "news", "notice", "readme", "thanks", "todo", "version",
];
