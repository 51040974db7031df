import type { FilePurpose } from "./FilePurpose";
export type FileChoose = { purpose: FilePurpose, at: string, name: string | null, };
