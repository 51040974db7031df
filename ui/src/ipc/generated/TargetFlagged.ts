import type { Told } from "./Told";
export type TargetFlagged = { flag: Told, since: string, until: string, endsIn: number | null, evidence: string, };
