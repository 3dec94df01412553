//! Programs that are told what to do by words, and the verbs of these words:
//! `pip install flask`.
//!
//! Our own lists, of package managers and developers' tools in common use.
//! Sorted by bytes, for binary search.

use super::has_exact;

/// Names of programs that are no English words.
static NAMES: &[&str] = &[
    "apk", "choco", "conda", "dnf", "docker", "dotnet", "git", "kubectl", "npm", "npx", "pacman",
    "pip", "pip3", "pipenv", "pipx", "pnpm", "winget", "yum", "zypper",
];

/// Names that are English words: they count before [`RARE_VERBS`] only.
static WORD_NAMES: &[&str] = &[
    "apt", "brew", "bun", "bundle", "cargo", "composer", "gem", "helm", "poetry", "scoop", "snap",
    "yarn",
];

/// What the programs are told.
static VERBS: &[&str] = &[
    "build", "clone", "create", "get", "pull", "push", "remove", "require", "run", "search",
    "start", "stop", "update", "upgrade",
];

/// Verbs that sentences seldom have behind such a name.
static RARE_VERBS: &[&str] = &["add", "exec", "init", "install", "uninstall"];

/// Programs of a shell, but for those that are English words.
static OF_SHELL: &[&str] = &[
    "awk", "chgrp", "chmod", "chown", "cmake", "cp", "gcc", "grep", "ln", "ls", "mkdir", "rm",
    "rsync", "scp", "sed", "svn", "vim", "xargs",
];

/// Whether it is a program, and no English word.
pub(crate) fn is_program(word: &[u8]) -> bool {
    has_exact(NAMES, word) || has_exact(OF_SHELL, word)
}

/// How a program is told something by two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// By a verb that sentences have behind a name too: `docker run`.
    Maybe,
    /// By one that they seldom have: `docker exec`, `cargo install`.
    Surely,
}

/// Whether it is a program with a verb that it is told.
pub(crate) fn told(program: &[u8], verb: &[u8]) -> Option<Told> {
    let is_name = has_exact(NAMES, program);
    if has_exact(RARE_VERBS, verb) {
        (is_name || has_exact(WORD_NAMES, program)).then_some(Told::Surely)
    } else {
        (is_name && has_exact(VERBS, verb)).then_some(Told::Maybe)
    }
}
