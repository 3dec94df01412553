//! Checks the tables of single-byte encodings against `data/codepages.tsv`.
//! With `COPYDESK_CODEGEN=write` in the environment it writes them anew.
//!
//! The packaged crate has no `data/`; there the test does nothing.

use std::fmt::Write;

const HEAD: &str = "\
//! What the bytes 80 to FF mean in single-byte encodings.
//!
//! Made from `data/codepages.tsv` by `tests/codegen_codepages.rs`. Source: the
//! mapping files of the Unicode Consortium (Unicode License v3).

/// Each encoding's name, and its code points for the bytes 80 to FF.
#[rustfmt::skip]
pub(crate) static CODEPAGES: [(&str, [u16; 128]); ";

#[test]
fn the_code_pages_are_up_to_date() {
    let root = env!("CARGO_MANIFEST_DIR");
    let Ok(source) = std::fs::read_to_string(format!("{root}/data/codepages.tsv")) else { return };
    let rows: Vec<&str> = source.lines().filter(|l| !l.starts_with('#')).collect();
    let mut code = format!("{HEAD}{}] = [\n", rows.len());
    for row in rows {
        let (name, points) = row.split_once('\t').expect("a name and its code points");
        let points: Vec<&str> = points.split(' ').collect();
        assert_eq!(points.len(), 128, "{name}");
        writeln!(code, "    (\"{name}\", [").expect("a string takes all");
        for line in points.chunks(12) {
            let cells: Vec<String> = line.iter().map(|p| format!("0x{p:0>4}")).collect();
            writeln!(code, "        {},", cells.join(", ")).expect("a string takes all");
        }
        code.push_str("    ]),\n");
    }
    code.push_str("];\n");
    let path = format!("{root}/src/data/codepages.rs");
    if std::env::var_os("COPYDESK_CODEGEN").is_some_and(|v| v == "write") {
        std::fs::write(&path, &code).expect("the table can be written");
    }
    let found = std::fs::read_to_string(&path).expect("the table");
    assert!(
        found == code,
        "src/data/codepages.rs is not what data/codepages.tsv says: \
         COPYDESK_CODEGEN=write makes it anew"
    );
}
