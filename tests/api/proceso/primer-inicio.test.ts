import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPack, type LoadedPack } from '../../../apps/api/src/carga/load-pack.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'

const NADA: LoadedPack = { procesoId: '', cargos: new Map(), actores: new Map(), postulaciones: new Map(), cuestionarios: new Map(), aviso: null } // prettier-ignore
const folder = mkdtempSync(join(tmpdir(), 'conoceles-inicio-'))
let t: TestApp

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Visor</title>')
  t = await startTestApp({ config: { modo: 'produccion', visor: folder, consola: folder }, load: () => Promise.resolve(NADA) })
})
afterAll(async () => {
  await t.close()
  rmSync(folder, { recursive: true })
})

const pedir = async (url: string) => {
  const { statusCode, body } = await t.app.inject({ url, headers: { accept: 'text/html' } })
  return { statusCode, ordenes: [...body.matchAll(/<br><code>([^<]*)<\/code>/g)].map(([, orden]) => orden), body }
}

describe('the first start of a real proceso', () => {
  it('without a pack, says each step on any page, with its command apart', async () => {
    for (const url of ['/', '/consola/']) {
      const { statusCode, ordenes, body } = await pedir(url)
      expect(statusCode).toBe(503)
      expect(body).toContain('El paquete')
      expect(ordenes).toEqual([
        expect.stringMatching(/^SMTP_URL=/),
        expect.stringMatching(/^ORIGEN=/),
        'npm run cargar -- carpeta-del-paquete',
        expect.stringMatching(/^npm run cargar -- --administracion=/),
      ])
    }
  })

  it('with a pack and no account, asks for the accounts and no more for the pack', async () => {
    await t.owner.transaction((tx) => loadPack(tx, t.pack, { simulacro: false, desfaseReloj: 0 }))
    const { statusCode, ordenes } = await pedir('/')
    expect([statusCode, ordenes.slice(2)]).toEqual([503, [expect.stringMatching(/^npm run cargar -- --administracion=/)]])
  })
})
