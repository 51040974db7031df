// What the page and its worker borrow from the browser, in one place, so that a reader sees at a glance that nothing of
// the network is among it. Everything else asks here.
export const { Blob, File, FileReader, URL, Worker } = globalThis
export const { document, window, crypto, navigator, self } = globalThis
export const { setTimeout, clearTimeout, TextDecoder, TextEncoder } = globalThis
