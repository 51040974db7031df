// The house rules a machine can watch over. Each one that is ours says why it is law.
import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const SHELL_ONLY_IN_IPC = {
  group: ['@tauri-apps/*'],
  message: 'Only src/ipc knows the shell, so that another host can take its place.',
}
const HOST_IS_CHOSEN_ONCE = {
  group: ['**/ipc/tauri', '**/ipc/tauri.ts'],
  message: 'Only the starts of the windows choose the host; everything else uses call().',
}
const NO_FEATURES = {
  group: ['@/features/*', '**/features/**'],
  message: 'Features never import each other; what two of them need belongs in src/shared.',
}
const NO_APP = {
  group: ['@/app/*', '**/app/**'],
  message: 'The shell knows the features, never the reverse.',
}
const NO_CLIMBING = { group: ['../*'], message: 'Leave a folder by its name (@/shared/…), not by climbing.' }
const NO_TESTING = { group: ['@/testing/*', '**/testing/**'], message: 'Only tests use the test desk.' }

const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })

// Texts from a spreadsheet or a record must never become markup, code or a random number of our own.
const NO_MARKUP = ['innerHTML', 'outerHTML', 'insertAdjacentHTML']
const safety = {
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-restricted-properties': [
    'error',
    {
      object: 'Math',
      property: 'random',
      message: 'The UI decides nothing: chance comes from a recorded draw.',
    },
    { object: 'document', property: 'write', message: 'Text is bound, never written as markup.' },
    { object: 'document', property: 'writeln', message: 'Text is bound, never written as markup.' },
    ...NO_MARKUP.map((property) => ({ property, message: 'Text is bound, never written as markup.' })),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: "Property[key.name='dangerouslyUseHTMLString']",
      message: 'Text is bound, never written as markup.',
    },
    { selector: "Property[key.name='rawContent']", message: 'Text is bound, never written as markup.' },
    { selector: "Property[key.name='innerHTML']", message: 'Text is bound, never written as markup.' },
  ],
  'no-console': 'error',
  eqeqeq: 'error',
}

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/ipc/generated/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['src/**/*.{ts,vue}', 'vite.config.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        parser: tseslint.parser,
        projectService: true,
        extraFileExtensions: ['.vue'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...safety,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**/*.vue'],
    rules: {
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-macros-order': 'error',
      'vue/enforce-style-attribute': ['error', { allow: ['scoped'] }],
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      // The content policy refuses style attributes in markup.
      'vue/no-static-inline-styles': 'error',
      'vue/no-restricted-static-attribute': ['error', 'raw-content', 'dangerously-use-html-string'],
      'vue/no-restricted-v-bind': [
        'error',
        'raw-content',
        'rawContent',
        'dangerouslyUseHTMLString',
        'innerHTML',
      ],
      'vue/no-unused-refs': 'error',
      'vue/require-typed-ref': 'error',
    },
  },
  {
    // What the engine names is there in Node, in a page and in a worker alike.
    files: ['verifier/engine/**/*.mjs', 'verifier/test/**/*.mjs'],
    languageOptions: { globals: globals['shared-node-browser'] },
    rules: safety,
  },
  { files: ['src/**/*.{ts,vue}'], rules: imports(SHELL_ONLY_IN_IPC, HOST_IS_CHOSEN_ONCE, NO_TESTING) },
  { files: ['src/app/main.ts', 'src/app/stage.ts'], rules: imports(SHELL_ONLY_IN_IPC, NO_TESTING) },
  {
    files: ['src/features/**/*.{ts,vue}'],
    rules: imports(SHELL_ONLY_IN_IPC, HOST_IS_CHOSEN_ONCE, NO_FEATURES, NO_APP, NO_CLIMBING, NO_TESTING),
  },
  {
    files: ['src/shared/**/*.{ts,vue}'],
    rules: imports(SHELL_ONLY_IN_IPC, HOST_IS_CHOSEN_ONCE, NO_FEATURES, NO_APP, NO_TESTING),
  },
  { files: ['src/ipc/**/*.ts'], ignores: ['**/*.test.ts'], rules: imports(NO_FEATURES, NO_APP, NO_TESTING) },
  { files: ['src/ipc/**/*.test.ts'], rules: imports(NO_FEATURES, NO_APP) },
  {
    files: ['src/**/*.test.ts', 'src/testing/**'],
    ignores: ['src/ipc/**'],
    rules: imports(SHELL_ONLY_IN_IPC, HOST_IS_CHOSEN_ONCE),
  },
  prettier,
)
