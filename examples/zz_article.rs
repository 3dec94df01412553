//! tmp
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let n: usize = std::env::args().nth(2).unwrap().parse().unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let docs: Vec<&str> = text.split(char::from(0)).collect();
    let p = copydesk::Pipeline::article();
    let mut scratch = copydesk::Scratch::default();
    let mut k = 0;
    for _ in 0..n {
        for d in &docs {
            k += p.clean_with(d, &mut scratch).len();
        }
    }
    println!("{k}");
}
