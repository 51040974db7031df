//! Rule profiles: what an office has decided about caps, rounding, crews and publication, versioned and with its basis.

pub(crate) mod labels;
