import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { comprobarTxt } from '@conoceles/domain'
import { AcusesService, BitacoraService } from '../../../apps/api/src/modules/bitacora/index.ts'
import { CabezasService } from '../../../apps/api/src/modules/publicacion/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { send } from '../../support/actos/envios.ts'
import { publicar } from '../../support/publico.ts'

const folder = mkdtempSync(join(tmpdir(), 'comprobar-'))
const VERIFIED = 'Signature Verified Successfully'
let test_: TestApp

const save = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
const text = (name: string) => readFileSync(join(folder, name), 'utf8')

/** The lines of the text that are to be pasted, as a shell runs them. */
function run(): string[] {
  const pasted = comprobarTxt('https://conoceles.example')
    .split('\n')
    .slice(12)
    .filter((line) => line.startsWith('  '))
  const out = execFileSync('sh', ['-c', `{ ${pasted.join('\n')}\n} 2>&1 || true`], { cwd: folder, encoding: 'utf8' })
  return out.trimEnd().split('\n')
}

beforeAll(async () => {
  test_ = await startTestApp()
  await publicar(test_)
  const token = await test_.tokenOf('auditoria')
  const acuses = new AcusesService(test_.deps)
  const acuse = acuses.firmar('entregable.observacion_registrada', { texto: 'Falta la cifra de abril.' })
  const entry = { acto: 'acceso.salida', cuentaId: null, rol: null, objeto: null, detalle: { motivo: 'salida' } } as const
  await test_.deps.databases.instituto.transaction(async (tx) => {
    await acuses.guardar(tx, acuse)
    await new BitacoraService(test_.deps.clock).registrar(tx, entry)
  })
  await new CabezasService(test_.deps).firmar()
  save('bitacora.jsonl', (await send(test_, ['GET', '/bitacora/extracto'], { token })).bytes)
  save('cabezas.json', (await send(test_, ['GET', '/publico/bitacora/cabezas'])).bytes)
  save('llaves.json', (await send(test_, ['GET', '/publico/llaves'])).bytes)
  save('corte.json', (await send(test_, ['GET', '/publico/cortes/1'])).bytes)
  save('acuse.json', (await send(test_, ['GET', `/publico/acuses/${acuse.folio}`])).bytes)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await test_.close()
})

describe('COMPROBAR.txt of the bitácora, with sha256sum and openssl alone', () => {
  it('finds a chain, a head, a corte and an acuse as they were signed', () => {
    const acts = text('bitacora.jsonl').trimEnd().split('\n').length
    expect(run()).toEqual([`Encadenados: ${acts}`, VERIFIED, '1', VERIFIED, VERIFIED])
  })

  it('says at which act an extract was altered, and that the signed hash is not in it', () => {
    const whole = text('bitacora.jsonl')
    save('bitacora.jsonl', whole.replace('"n":2,"contenido":"{', '"n":2,"contenido":"{ '))
    expect(run()[0]).toBe('NO COINCIDE el acto 2')
    save('bitacora.jsonl', whole.split('\n').slice(0, 1).join('\n') + '\n')
    expect(run()).toContain('0')
    save('bitacora.jsonl', whole)
  })

  it('refuses a head, a corte and an acuse that say another thing', () => {
    for (const name of ['cabezas.json', 'corte.json', 'acuse.json']) {
      const whole = text(name)
      save(name, name === 'acuse.json' ? whole.replace(/"folio":"./, '"folio":"X') : whole.replace(/"numero":\d+/, '"numero":77'))
      expect([name, run().filter((line) => line === VERIFIED)]).toEqual([name, [VERIFIED, VERIFIED]])
      save(name, whole)
    }
  })
})
