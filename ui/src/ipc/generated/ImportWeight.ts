export type ImportWeight = "note" | "doubt" | "skip" | "error";
