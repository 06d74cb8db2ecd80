const { requireOfJest } = require('./of-jest.cjs')
const { LegacyFakeTimers, ModernFakeTimers } = requireOfJest('@jest/fake-timers')
const { ModuleMocker } = requireOfJest('jest-mock')

/**
 * Runs tests on the globals of their process. Jest's own environment makes a VM context for each file: nothing loaded in one fits another, and
 * each look at a global goes through a proxy.
 */
class OneProcess {
  global = globalThis
  #console = globalThis.console
  #exit = process.exit
  #symbols = new Set(Object.getOwnPropertySymbols(globalThis))

  constructor({ projectConfig: config }) {
    const { global } = this
    this.moduleMocker = new ModuleMocker(global)
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer }
    this.fakeTimers = new LegacyFakeTimers({ config, global, moduleMocker: this.moduleMocker, timerConfig })
    this.fakeTimersModern = new ModernFakeTimers({ config, global })
  }

  async setup() {}

  /** Jest replaces console and exit for each file, and keeps the state of a file under symbols. */
  async teardown() {
    this.fakeTimers.dispose()
    this.fakeTimersModern.dispose()
    globalThis.console = this.#console
    process.exit = this.#exit
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (!this.#symbols.has(symbol)) Reflect.deleteProperty(globalThis, symbol)
  }

  exportConditions() {
    return ['node', 'node-addons']
  }

  /** The runtime beside this file compiles without one. */
  getVmContext() {
    return null
  }
}

module.exports = OneProcess
