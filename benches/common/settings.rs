//! How the benches measure.

use std::time::Duration;

use criterion::Criterion;

/// Short measurements: there are many.
pub(crate) fn criterion() -> Criterion {
    Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(20)
        .configure_from_args()
}
