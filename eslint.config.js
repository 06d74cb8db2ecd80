import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import { conoceles } from './scripts/lint/plugin.mjs'

const SOURCES = ['apps/**/*.{ts,vue}', 'packages/**/*.{ts,vue}']
const TESTS = ['tests/**', '**/*.test.ts']
const CONFIG_FILES = ['*.config.{js,mjs,ts}', 'apps/*/*.config.ts']

const syntax = {
  enum: {
    selector: 'TSEnumDeclaration',
    message: 'Use an `as const` list with its type: it is data at run time and a union for the compiler.',
  },
  repository: {
    selector: "CallExpression[callee.property.name='getRepository']",
    message: 'Use the EntityManager that the function received (tx): a repository hides which transaction it works in.',
  },
  optionalTx: {
    selector: "Identifier[name='tx'][optional=true], AssignmentPattern[left.name='tx']",
    message: 'tx is mandatory: whatever touches data never decides whether there is a transaction.',
  },
  defaultExport: {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'Export by name: one name everywhere.',
  },
  clock: {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now'], MemberExpression[object.object.name='Temporal'][object.property.name='Now']",
    message: 'Time comes from the Clock that the caller hands in (shared/clock.ts): legal terms are tested with a fixed date.',
  },
  environment: {
    selector: ":not(SpreadElement) > MemberExpression[object.name='process'][property.name='env']",
    message: 'Only apps/api/src/config.ts reads the environment: take the value from Config.',
  },
  sql: {
    selector: "CallExpression[callee.property.name='query']",
    message:
      'SQL lives in *.queries.ts, *.service.ts, database/, carga/, simulacro/ or cli/ (act.ts sets the row-level security): move the query there and call it by name.',
  },
  privateApi: {
    selector:
      'CallExpression[callee.property.name=/^(GET|POST|PUT|PATCH|DELETE)$/] > Literal[value!=/^\\u002f(api\\u002fv1\\u002f)?publico(\\u002f|$)/]:first-child',
    message: 'The visor talks only to /publico: whatever it needs must be published first.',
  },
  privateUrl: {
    selector:
      'Literal[value=/^\\u002fapi\\u002f(?!$|v1\\u002f?$|v1\\u002fpublico(\\u002f|$))/], TemplateElement[value.raw=/^\\u002fapi\\u002f(?!$|v1\\u002f?$|v1\\u002fpublico(\\u002f|$))/]',
    message: 'The visor talks only to /api/v1/publico: whatever it needs must be published first.',
  },
}

const EVERYWHERE = [syntax.enum, syntax.repository, syntax.optionalTx]
const IN_SOURCES = [...EVERYWHERE, syntax.defaultExport, syntax.clock, syntax.environment]

function restrict(...entries) {
  return { 'no-restricted-syntax': ['error', ...entries] }
}

const CORRECTNESS = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-console': 'error',
  'no-constant-condition': 'error',
  'no-control-regex': 'error',
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-dupe-keys': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error',
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-implied-eval': 'error',
  'no-loss-of-precision': 'error',
  'no-new-func': 'error',
  'no-prototype-builtins': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-throw-literal': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-catch': 'error',
  'no-useless-escape': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'require-yield': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
}

const TYPESCRIPT = {
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-require-imports': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }],
  '@typescript-eslint/no-useless-constructor': 'error',
}

export const TYPED = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
}

const SIZE = {
  'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 8],
  'max-params': ['error', 3],
  'conoceles/no-positional-boolean': 'error',
}

const WORDS = { 'conoceles/vocabulary': 'error', 'conoceles/ascii-names': 'error', 'conoceles/comment-opening': 'error' }

const VUE = {
  'vue/block-lang': ['error', { script: { lang: 'ts' } }],
  'vue/component-api-style': ['error', ['script-setup']],
  'vue/multi-word-component-names': 'off',
  'vue/no-bare-strings-in-template': [
    'error',
    { allowlist: ['·', '—', '–', '/', ':', ',', '.', '(', ')', '|', '×', '→', '←', '%', '«', '»', '+', '…'] },
  ],
  'vue/no-template-target-blank': 'error',
  'vue/no-unused-refs': 'error',
  'vue/no-v-html': 'error',
  'vue/require-explicit-emits': 'error',
}

export default [
  {
    ignores: [
      '**/dist/**',
      '**/dist-dev/**',
      '**/node_modules/**',
      '**/coverage/**',
      '**/.cache/**',
      '.datos/**',
      'packages/api-client/src/schema.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { '@typescript-eslint': tseslint.plugin, conoceles } },
  ...vue.configs['flat/essential'],
  { files: ['**/*.{js,mjs,cjs,ts,vue}'], rules: { ...CORRECTNESS, ...WORDS, 'max-lines': SIZE['max-lines'] } },
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, rules: TYPESCRIPT },
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: tseslint.parser } }, rules: { ...TYPESCRIPT, ...VUE } },
  {
    files: ['apps/api/**/*.ts', 'packages/{domain,cuestionarios,paquetes,api-client}/**/*.ts', 'tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: TYPED,
  },
  { files: SOURCES, rules: { ...SIZE, ...restrict(...IN_SOURCES, syntax.sql) } },
  {
    files: ['apps/api/src/**/*.{queries,service}.ts', 'apps/api/src/{database,carga,simulacro,cli}/**/*.ts', 'apps/api/src/shared/act.ts'],
    rules: restrict(...IN_SOURCES),
  },
  { files: ['packages/ui/**/*.examples.vue'], rules: { 'vue/no-bare-strings-in-template': 'off' } },
  { files: ['apps/api/src/config.ts'], rules: restrict(...IN_SOURCES.filter((entry) => entry !== syntax.environment), syntax.sql) },
  { files: ['apps/api/src/shared/clock.ts'], rules: restrict(...IN_SOURCES.filter((entry) => entry !== syntax.clock), syntax.sql) },
  { files: ['apps/visor/**/*.{ts,vue}'], rules: restrict(...IN_SOURCES, syntax.sql, syntax.privateApi, syntax.privateUrl) },
  { files: ['apps/api/src/{server.ts,cli/**}', 'scripts/**', 'tests/**/*.mjs'], rules: { 'no-console': 'off' } },
  // A route reads as one sentence (where, what, contract, call); swagger dictates the other signature.
  { files: ['apps/api/src/shared/http/{contract,openapi}.ts'], rules: { 'max-params': ['error', 4] } },
  // Declarations, one after another: nothing is computed between them.
  {
    files: ['apps/api/src/**/*.routes.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['apps/api/src/database/migrations/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  { files: TESTS, rules: { ...restrict(...EVERYWHERE), 'max-lines-per-function': 'off', 'no-template-curly-in-string': 'off' } },
  { files: CONFIG_FILES, rules: restrict(...EVERYWHERE) },
]
