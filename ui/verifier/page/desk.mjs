// The page's side of the talk with the worker: one question, one promise. It starts the worker from a text inside the page,
// because a page opened from a disk may not start a file, and ends it at once when the reader says stop.
import { Blob, URL, Worker } from './browser.mjs'

export class Stopped extends Error {}

/**
 * @param {string} source the worker's code
 * @param {(progress: {stage: string, done: number, total: number, name: string}) => void} onProgress
 */
export function openDesk(source, onProgress) {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const waiting = new Map()
  let worker = null
  let last = 0

  function start() {
    worker = new Worker(address)
    worker.onmessage = ({ data }) => (data.progress ? onProgress(data.progress) : settle(data))
    worker.onerror = (event) => failAll(new Error(event.message || '核验程序没有启动'))
  }

  function settle({ id, value, error }) {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(value)
    else asked?.reject(new Error(error))
  }

  function failAll(error) {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  return {
    /** @param {'verify'|'compare'|'rows'|'lookUp'|'findOwn'} question */
    ask(question, wish) {
      if (!worker) start()
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, question, wish })
      })
    },
    /** Ends all work; what the worker had read is gone with it. */
    stop() {
      worker?.terminate()
      worker = null
      failAll(new Stopped())
    },
  }
}
