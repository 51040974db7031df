// Looks up the one leaf that an enterprise was given by the office: a sealed edition shows only digests, and this one has to
// be among them. It says where, and what became of that number; whether the file is right is the engine's to say.
import { leafDigest, readOwnLeaf } from '../../engine/index.mjs'
import { clipped } from '../words/figures.mjs'
import { isSealed } from './dossier.mjs'
import { poolHit, sealedCount } from './lookup.mjs'

/**
 * @param {import('./dossier.mjs').Dossier} dossier
 * @param {string} text whatever was pasted
 */
export function findOwn(dossier, text) {
  const read = readOwnLeaf(text)
  if ('trouble' in read) return { state: 'trouble', trouble: read.trouble }
  const { leaf, digest } = read
  const told = { digest, name: clipped(leaf.name), id: leaf.id }
  const row = inPool(dossier, leaf.id, digest)
  if (row) return { ...told, state: 'pool', wasSealed: row.wasSealed, hit: ownHit(dossier, row, leaf) }
  const excluded = dossier.manifest.exclusions.find((other) => isSame(other, leaf.id, digest))
  if (excluded) {
    const reason = typeof leaf.reason === 'string' ? clipped(leaf.reason) : ''
    return { ...told, state: 'excluded', wasSealed: isSealed(excluded), reason }
  }
  return {
    ...told,
    state: isOpenOtherwise(dossier, leaf.id) ? 'other' : 'absent',
    sealed: sealedCount(dossier),
  }
}

function inPool(dossier, id, digest) {
  for (const { key, targets } of dossier.byKey.values()) {
    const place = targets.findIndex((other) => isSame(other, id, digest))
    if (place >= 0) return { stratum: key, number: place + 1, wasSealed: isSealed(targets[place]) }
  }
  return null
}

/** Of an open leaf the id is held first: a million digests would be made for nothing. */
function isSame(other, id, digest) {
  if (isSealed(other)) return other.leaf === digest
  return other.id === id && leafDigest(other) === digest
}

function isOpenOtherwise({ byKey, manifest }, id) {
  const lists = [...[...byKey.values()].map(({ targets }) => targets), manifest.exclusions]
  return lists.some((leaves) => leaves.some((other) => other.id === id))
}

function ownHit(dossier, row, { name, id }) {
  return { ...poolHit(dossier, row), name: clipped(name), id, leaf: '' }
}
