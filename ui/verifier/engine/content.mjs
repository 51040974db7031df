// @ts-check
// The types of a published file whose format holds, as layout.mjs reads it. Types alone; no code.

/** Whatever the office puts there of its own. @typedef {{[key: string]: unknown}} FreeObject */

/** @typedef {{leaf: string}} SealedLeaf */
/** @typedef {{salt: string, id: string, name: string}} OpenTarget */
/** @typedef {{salt: string, id: string, name: string, reason: string}} OpenExclusion */
/** @typedef {OpenTarget | SealedLeaf} Target */
/** @typedef {OpenExclusion | SealedLeaf} Exclusion */
/** @typedef {{id: string, name: string, dept: string, skills: string[]}} Person */
/** @typedef {Person & {salt: string}} Inspector */
/** @typedef {{salt: string, inspector: string, stratum: string, number: number, reason: string}} Recusal */

/** @typedef {{kind: 'rate', bp: number, rounding: 'up' | 'half-up' | 'down', min: number, max: number | null}} RateRule */
/** @typedef {{kind: 'count', n: number}} CountRule */
/** @typedef {{role: string, dept?: string | null, skill?: string | null}} Slot */
/**
 * @typedef {{key: string, label: string, items: string[], rule: RateRule | CountRule, quota: number, reserve: number,
 *   slots: Slot[], targets: Target[]}} Stratum
 */

/**
 * @typedef {{protocol: string, drawId: string, task: string, sequence: number, previous: string, attempt: number,
 *   basis: string | null, amended: {sequence: number, digest: string}[], station: string,
 *   office: {code: string, name: string}, title: string, createdAt: string, seats: {role: string, alias: string}[],
 *   challenge: string, items: {code: string, name: string}[], strata: Stratum[], exclusions: Exclusion[],
 *   inspectors: Inspector[], recusals: Recusal[], crew: {cap: number, balance: boolean}, ext?: FreeObject}} Manifest
 */

/** @typedef {{stratum: string, number: number}} Lot */
/** @typedef {(string | null)[]} Crew */
/** @typedef {Lot & {crew: Crew}} Row */
/** @typedef {{selected: Row[], reserves: Lot[]}} Result */
/** @typedef {{reason: string, stage: 'sealed' | 'cards', by: string[], at: string}} Voiding */

/**
 * @typedef {{protocol: string, outcome: 'drawn' | 'void', manifest: Manifest, commitment: string, secret: string | null,
 *   contributions: (string | null)[], seed: string | null, result: Result | null, void?: Voiding,
 *   ceremony?: FreeObject}} DrawRecord
 */

/**
 * @typedef {(
 *   | {kind: 'drop-target', stratum: string, number: number, replace: boolean}
 *   | {kind: 'inspector-out', inspector: string}
 *   | {kind: 'inspector-in', inspector: Person}
 *   | {kind: 'recuse', inspector: string, stratum: string, number: number}
 *   | {kind: 'fill'}
 *   | {kind: 'cancel'}
 *   | {kind: 'withdraw', of: number}
 * ) & {reason: string, at: string, by: string[], digest: string}} Amendment
 */

/** @typedef {{alg: 'ed25519', publicKey: string, of: string, sig: string}} Signature */

/**
 * @typedef {{record: DrawRecord, digest: string, amendments: Amendment[], standing: Row[], signatures: Signature[]}} Content
 */

export {}
