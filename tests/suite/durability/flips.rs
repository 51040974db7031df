//! A byte of a file turns over: it is reported, or everything that anybody could read is the same.
