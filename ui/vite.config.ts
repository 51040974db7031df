// How the pages are built and how their tests run. The same file serves both, so that a test sees the page that ships.
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    vue(),
    // Only the Element Plus parts a template names are bundled, each with its own CSS. Types come from element-plus/global.
    Components({ dts: false, dirs: [], resolvers: [ElementPlusResolver()] }),
  ],
  // The same name as in tsconfig.json. A path from the root of the pages, so that it reads alike on every system.
  resolve: { alias: { '@': '/src' } },
  // The window and the test driver expect this very port; another one would silently show somebody else's page.
  server: { port: 5173, strictPort: true },
  clearScreen: false,
  build: {
    // A page for each window, each with what it needs and no more.
    rolldownOptions: { input: { console: 'index.html', stage: 'stage.html' } },
    // WebView2 109 is the last for Windows 7; WebKitGTK 2.40 speaks what Safari 16 speaks.
    target: ['chrome105', 'safari16'],
    // The content policy allows no data: fonts; every asset stays a file.
    assetsInlineLimit: 0,
    // The polyfill would be one more script; both engines know modulepreload or do well without it.
    modulePreload: { polyfill: false },
    // Everything is read from the local disk: the size of one file says nothing about waiting.
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'verifier/**/*.test.mjs'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    // How long a search for barriers takes depends on what else the machine does; a test that hangs still ends.
    testTimeout: 30_000,
    // Without this a style sheet reads as an empty text, and the test of the house style would watch over nothing.
    css: { include: [/[?&]raw/] },
    // Element Plus imports CSS files from its own package: it has to go through Vite like our code.
    server: { deps: { inline: ['element-plus'] } },
  },
})
