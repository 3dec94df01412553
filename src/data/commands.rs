//! Programs that are told what to do by words, and the verbs of these words:
//! `pip install flask`.
//!
//! Our own lists, of package managers and developers' tools in common use.
//! Sorted by bytes, for binary search.

use super::has_exact;

/// Names of programs that are no English words.
pub(crate) static NAMES: &[&str] = &[
    "apk", "choco", "conda", "dnf", "docker", "dotnet", "git", "kubectl", "npm", "npx", "pacman",
    "pip", "pip3", "pipenv", "pipx", "pnpm", "winget", "yum", "zypper",
];

/// Names that are English words: they count before [`RARE_VERBS`] only.
pub(crate) static WORD_NAMES: &[&str] = &[
    "apt", "brew", "bun", "bundle", "cargo", "composer", "gem", "helm", "poetry", "scoop", "snap",
    "yarn",
];

/// What the programs are told.
pub(crate) static VERBS: &[&str] = &[
    "build", "clone", "create", "get", "pull", "push", "remove", "require", "run", "search",
    "start", "stop", "update", "upgrade",
];

/// Verbs that sentences seldom have behind such a name.
pub(crate) static RARE_VERBS: &[&str] = &["add", "exec", "init", "install", "uninstall"];

/// Programs of a shell, but for those that are English words.
static OF_SHELL: &[&str] = &[
    "awk", "chgrp", "chmod", "chown", "cmake", "cp", "gcc", "grep", "ln", "ls", "mkdir", "rm",
    "rsync", "scp", "sed", "svn", "xargs",
];

/// Whether it is a program, and no English word.
pub(crate) fn is_program(word: &[u8]) -> bool {
    has_exact(NAMES, word) || has_exact(OF_SHELL, word)
}

/// Whether it is a program with a verb that it is told.
pub(crate) fn is_told(program: &[u8], verb: &[u8]) -> bool {
    has_exact(NAMES, program) && (has_exact(VERBS, verb) || has_exact(RARE_VERBS, verb))
}
