//! Programs that are told what to do by words, and the verbs of these words:
//! `pip install flask`.
//!
//! Our own lists, of package managers and developers' tools in common use.
//! Sorted by bytes, for binary search.

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
pub(crate) static OF_SHELL: &[&str] = &[
    "awk", "cd", "chgrp", "chmod", "chown", "cmake", "cp", "du", "gcc", "grep", "ln", "ls",
    "mkdir", "mv", "rm", "rsync", "scp", "sed", "svn", "vim", "xargs",
];
