import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded } from '../../apps/api/src/database/embedded.ts'

const folder = mkdtempSync(join(tmpdir(), 'conoceles-propia-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Process of the server that runs on the folder. */
const running = () => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

async function ask(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query('select 1 as hay')).rows
  } finally {
    await client.end()
  }
}

async function untilItAnswers(url: string): Promise<unknown> {
  for (;;) {
    const answer = await ask(url).catch(() => null)
    if (answer) return answer
    await pause(100)
  }
}

test('PostgreSQL that ends by itself is there again at the same address, and stays away once it was stopped', async () => {
  const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  const postgres = await startEmbedded({ folder, database: 'propia', password: 'prueba' })
  for (let times = 1; times <= 2; times += 1) {
    process.kill(running(), 'SIGKILL')
    while ((await ask(postgres.url).catch(() => null)) !== null) await pause(50)
    expect(await untilItAnswers(postgres.url)).toEqual([{ hay: 1 }])
    expect(printed.mock.calls).toEqual(Array.from({ length: times }, () => [expect.stringContaining('PostgreSQL terminó')]))
  }
  const last = running()
  await postgres.stop()
  printed.mockRestore()
  await pause(1_500)
  await expect(ask(postgres.url)).rejects.toThrow('ECONNREFUSED')
  expect(() => process.kill(last, 0)).toThrow('ESRCH')
}, 60_000)
