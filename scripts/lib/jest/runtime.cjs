const { join, sep } = require('node:path')
const { compileFunction, constants } = require('node:vm')
const { Runtime } = require('./of-jest.cjs')

/**
 * Loads each module once for all test files of a process, and not once for each file; what lies in `tests/` is loaded anew, but for the few that
 * are slow. Importing the application took 3 s of each API file, and its code began cold in each: ten files took 59 s of processor, and take 34 s.
 *
 * A module must not keep what one file did. Ours keep nothing (services are made by `buildApp`), and mocks of modules are refused.
 */
const keptBy = new WeakMap()
const sourceMaps = new Map()
let current = null

/** Files of `tests/` that take half a second each to begin with: the packs as they are read, and the contract with its compiled shapes. */
const KEPT_TESTS = ['support/paquete.ts', 'support/mundos/contrato.ts']

/** Decorators describe their classes here: the classes of other copies of the modules would stand beside ours. */
const GLOBAL_METADATA = ['classValidatorMetadataStorage', 'typeormMetadataArgsStorage']

/** Jest makes a new resolver for each process, and in watch mode when a file changes: then everything is loaded again. */
function keptOf(resolver) {
  if (!keptBy.has(resolver)) {
    keptBy.set(resolver, new Map())
    for (const name of GLOBAL_METADATA) Reflect.deleteProperty(globalThis, name)
  }
  return keptBy.get(resolver)
}

class KeepingRuntime extends Runtime {
  #kept
  #anew

  constructor(config, environment, resolver, ...rest) {
    super(config, environment, resolver, ...rest)
    current = this
    this.#kept = keptOf(resolver)
    const tests = join(config.rootDir, 'tests') + sep
    const kept = KEPT_TESTS.map((path) => tests + path.replaceAll('/', sep))
    this.#anew = (path) => path.startsWith(tests) && !kept.includes(path)
    for (const [path, module] of this.#kept) this.registries.getActiveCjsRegistry().set(path, module)
    // Stack traces of a module are read with the map of the file that loaded it first.
    this.transformCache.sourceMaps = sourceMaps
    const parameters = this.executor.injectedModuleParameters
    this.executor.compile = (source, filename) =>
      compileFunction(source, parameters, { filename, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER })
  }

  /** A kept module requires by the runtime of the file that loaded it, which is torn down. */
  requireModuleOrMock(from, name) {
    return current === this ? super.requireModuleOrMock(from, name) : current.requireModuleOrMock(from, name)
  }

  setMock(from, name) {
    throw new Error(`${name} may be loaded already, and would stay as it is: hand the dependency in instead of mocking its module.`)
  }

  teardown() {
    for (const [path, module] of this.registries.getActiveCjsRegistry())
      if (module.loaded && !this.#anew(path)) this.#kept.set(path, module)
    super.teardown()
  }
}

module.exports = KeepingRuntime
