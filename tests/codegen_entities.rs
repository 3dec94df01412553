//! Checks the table of named character references against the package that it
//! was made from. With `COPYDESK_CODEGEN=write` in the environment it writes
//! the table anew.

use std::collections::BTreeMap;
use std::fmt::Write;

#[test]
fn the_table_of_names_is_up_to_date() {
    let mut names = BTreeMap::new();
    for entity in &entities::ENTITIES {
        let name = entity.entity.trim_start_matches('&');
        let entry = names.entry(name.trim_end_matches(';')).or_insert((entity.characters, false));
        entry.1 |= !name.ends_with(';');
    }
    let mut table = String::new();
    for (name, (characters, bare)) in names {
        table.push_str(name);
        for c in characters.chars() {
            write!(table, " {:X}", u32::from(c)).expect("a string takes all");
        }
        table.push_str(if bare { " ;?\n" } else { "\n" });
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/data/entities.txt");
    if std::env::var_os("COPYDESK_CODEGEN").is_some_and(|v| v == "write") {
        std::fs::write(path, &table).expect("the table can be written");
    }
    let found = std::fs::read_to_string(path).expect("the table");
    assert!(
        found == table,
        "src/data/entities.txt is not what the package `entities` makes: \
         COPYDESK_CODEGEN=write makes it anew"
    );
}
