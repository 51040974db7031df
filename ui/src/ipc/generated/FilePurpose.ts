export type FilePurpose = "roster" | "list" | "template" | "backup" | "anchor" | "folder";
