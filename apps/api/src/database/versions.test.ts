import type { DataSource } from 'typeorm'
import { assertServer } from './versions.ts'

const serverOf = (major: number) => ({ query: () => Promise.resolve([{ major }]) }) as unknown as DataSource

it('refuses PostgreSQL 15, whose tables take no storage, and takes 16', async () => {
  await expect(assertServer(serverOf(15))).rejects.toThrow('es PostgreSQL 15: hace falta 16 o uno posterior')
  await expect(assertServer(serverOf(16))).resolves.toBeUndefined()
})
