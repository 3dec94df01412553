//! What the first use costs: the time of the first cleaning in a process, when
//! tables are made and the embedded data come from the disk's cache.

use std::process::Command;
use std::time::Instant;
use std::{array, env};

/// English with a fault for every part of the library.
const RAW: &str = "The old bridge was closed for repairs in the spring.The council said that \
    teh work would &quot;take the the summer&quot;, and more than they had tought.\n\n\
    Itâ€™s the only bridge in lisbon for the trams. Nobody in Lisbon could of known.\n\nRead more";

/// What a child is asked by.
const CHILD: &str = "COPYDESK_BENCH_COLD";

fn main() {
    if env::var_os(CHILD).is_some() {
        let [first, second] = array::from_fn(|_| {
            let start = Instant::now();
            assert_ne!(copydesk::clean(RAW), RAW);
            start.elapsed().as_secs_f64() * 1e3
        });
        println!("{first} {second}");
        return;
    }
    let runs = if env::args().any(|arg| arg == "--test") { 1 } else { 41 };
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        let this = env::current_exe().expect("the path of this program");
        let output = Command::new(this).env(CHILD, "1").output().expect("a child");
        let answer = String::from_utf8(output.stdout).expect("two numbers");
        let mut times = answer.split_whitespace().map(|n| n.parse::<f64>().expect("a number"));
        first.extend(times.next());
        second.extend(times.next());
    }
    println!("{:24}{:>10}{:>10}{:>10}", "milliseconds", "least", "median", "most");
    for (name, mut times) in [("first cleaning", first), ("second cleaning", second)] {
        times.sort_by(f64::total_cmp);
        let [least, median, most] = [0, runs / 2, runs - 1].map(|at| times[at]);
        println!("{name:24}{least:>10.3}{median:>10.3}{most:>10.3}");
    }
}
