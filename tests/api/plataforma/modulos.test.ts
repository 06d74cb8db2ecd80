/** The modules of the application, which a process of tests loads once for all its files. */
import { readFileSync } from 'node:fs'
import { canonical } from '../../../apps/api/src/shared/criptografia/canonical.ts'

it('a fault in one of them names the line of its source', () => {
  let stack = ''
  try {
    canonical(undefined)
  } catch (error) {
    stack = (error as Error).stack ?? ''
  }
  const [, file = '', line] = /\((\S+canonical\.ts):(\d+):\d+\)/.exec(stack) ?? []
  expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toContain("throw new Error('a value without JSON form")
})

it('none of them is mocked: it may be loaded already', () => {
  expect(() => jest.mock('../../../apps/api/src/config.ts', () => ({}))).toThrow('may be loaded already')
})
