import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endedEarly, startHijo } from './hijo.ts'

const folder = mkdtempSync(join(tmpdir(), 'conoceles-hijo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** How a process ends that does so. */
async function endOf(program: string): Promise<Error> {
  const file = join(folder, 'hijo.mjs')
  writeFileSync(file, program)
  const { child, complaint } = startHijo(file)
  const code = await new Promise((done) => child.once('close', done))
  return endedEarly(`it ended with ${String(code)}`, complaint())
}

it('a process for which there was no room on the disk says so by the code of the system', async () => {
  const error = await endOf(`import { writeFile } from 'node:fs/promises'\nawait writeFile('/dev/full', 'x')`)
  expect(error).toMatchObject({ message: expect.stringMatching(/^it ended with 1: /) as string, code: 'ENOSPC' })
})

it('one that ended of a mistake has no code', async () => {
  expect(await endOf(`throw new Error('code of nobody')`)).not.toHaveProperty('code')
})
