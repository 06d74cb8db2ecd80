import { execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EntityManager } from 'typeorm'
import { comprobarTxt } from '@conoceles/domain'
import { AcusesService, BitacoraService } from '../../../apps/api/src/modules/bitacora/index.ts'
import { CabezasService } from '../../../apps/api/src/modules/publicacion/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { send } from '../../support/actos/envios.ts'
import { encolar, publicar } from '../../support/publico.ts'
import { givenCandidatura } from '../../support/registro/candidaturas.ts'

const folder = mkdtempSync(join(tmpdir(), 'comprobar-'))
const VERIFIED = 'Signature Verified Successfully'
let test_: TestApp
const kept = new Map<string, string>()

const save = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
const text = (name: string) => readFileSync(join(folder, name), 'utf8')

/** The lines of the text that are to be pasted, as a shell runs them. */
function run(huella = ''): string[] {
  const lines = comprobarTxt('https://conoceles.example').split('\n')
  const pasted = lines
    .slice(lines.indexOf('  huella=""'))
    .filter((line) => line.startsWith('  '))
    .map((line) => (line === '  huella=""' ? `huella="${huella}"` : line))
  expect(pasted.length).toBeGreaterThan(50)
  const out = execFileSync('sh', ['-c', `{ ${pasted.join('\n')}\n} 2>&1 || true`], { cwd: folder, encoding: 'utf8' })
  return out.trimEnd().split('\n')
}

beforeAll(async () => {
  test_ = await startTestApp()
  const candidatura = await givenCandidatura(test_)
  const entry = { acto: 'acceso.salida', cuentaId: null, rol: null, objeto: null, detalle: { motivo: 'salida' } } as const
  const register = async (tx: EntityManager) => void (await new BitacoraService(test_.deps.clock).registrar(tx, entry))
  await test_.deps.databases.instituto.transaction(register)
  await encolar(test_, candidatura)
  await publicar(test_)
  const token = await test_.tokenOf('auditoria')
  const acuses = new AcusesService(test_.deps)
  const acuse = acuses.firmar('entregable.observacion_registrada', { texto: 'Falta la cifra de abril.' })
  await test_.deps.databases.instituto.transaction(async (tx) => {
    await acuses.guardar(tx, acuse)
    await register(tx)
  })
  await new CabezasService(test_.deps).firmar()
  save('bitacora.jsonl', (await send(test_, ['GET', '/bitacora/extracto'], { token })).bytes)
  save('cabezas.json', (await send(test_, ['GET', '/publico/bitacora/cabezas'])).bytes)
  save('llaves.json', (await send(test_, ['GET', '/publico/llaves'])).bytes)
  save('corte.json', (await send(test_, ['GET', '/publico/cortes/1'])).bytes)
  save('ficha.json', (await send(test_, ['GET', `/publico/candidaturas/${candidatura.id}`])).bytes)
  save('acuse.json', (await send(test_, ['GET', `/publico/acuses/${acuse.folio}`])).bytes)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await test_.close()
})

describe('COMPROBAR.txt of the bitácora, with sha256sum and openssl alone', () => {
  const acts = () => text('bitacora.jsonl').trimEnd().split('\n').length

  /** Output of the commands while a file has another text. */
  function altered(name: string, change: (whole: string) => string): string {
    const whole = text(name)
    save(name, change(whole))
    const said = run().join('\n')
    save(name, whole)
    return said
  }

  const llaves = () => (JSON.parse(text('llaves.json')) as { elementos: { llave: string; huella: string }[] }).elementos

  it('says to which act the institute signed, and finds the list of the corte, a ficha and an acuse as they were signed', () => {
    const said = run()
    const [{ llave, huella } = { llave: '', huella: '' }] = llaves()
    expect(huella).toBe(createHash('sha256').update(Buffer.from(llave, 'base64')).digest('hex'))
    expect(said.filter((line) => line.endsWith(VERIFIED)).map((line) => line.split(',')[0])).toEqual(['Cabeza 1', 'Corte 1', 'Acuse'])
    expect(said.filter((line) => !line.endsWith(VERIFIED))).toEqual([
      `Encadenados: ${acts()}`,
      'Lista del corte: coincide',
      expect.stringMatching(/^Acto \d+ del corte: coincide$/),
      'Ficha: está en el corte',
      expect.stringMatching(
        new RegExp(
          `^Las firmas llegan hasta el acto ${acts() - 1} de ${acts()} \\(Cabeza 1, hasta el acto ${acts() - 1}; Corte 1, hasta el acto \\d+\\); sin firma: 1$`,
        ),
      ),
      `Huella de la llave: ${huella}`,
      'VEREDICTO: todo coincide, si la huella de la llave es la que publica el Instituto',
    ])
    expect(run(`${'0'.repeat(64)} ${huella}`).at(-1)).toBe('VEREDICTO: todo coincide, también la llave del Instituto')
  })

  it('refuses files that another key signed under the same name', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const [{ llave, huella } = { llave: '', huella: '' }] = llaves()
    const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const whole = { ...JSON.parse(text('acuse.json')) } as Record<string, string>
    const { acto, folio, recibidoEn, sha256 } = whole
    const firma = sign(null, Buffer.from(JSON.stringify({ acto, folio, recibidoEn, sha256 })), privateKey).toString('base64')
    for (const name of ['bitacora.jsonl', 'cabezas.json', 'corte.json', 'acuse.json', 'llaves.json']) kept.set(name, text(name))
    save('llaves.json', text('llaves.json').replace(llave, spki))
    save('acuse.json', text('acuse.json').replace(String(whole.firma), firma))
    const said = run(huella)
    for (const [name, content] of kept) save(name, content)
    expect(said.find((line) => line.startsWith('Acuse'))).toMatch(VERIFIED)
    const own = createHash('sha256').update(Buffer.from(spki, 'base64')).digest('hex')
    expect(said.at(-1)).toBe(`VEREDICTO: NO COINCIDE: la firma de Cabeza 1, la firma de Corte 1, la llave ${own}`)
  })

  it('accuses nobody whose extract is older than the corte', () => {
    const said = altered('bitacora.jsonl', (whole) => `${whole.split('\n')[0]}\n`)
    expect(said).toMatch(/El corte firma hasta el acto \d+; este extracto termina en el 1/)
    expect(said.split('\n').at(-1)).toBe('VEREDICTO: NO QUEDA PROBADO: ninguna firma alcanza este extracto')
  })

  it('says at which act an extract was altered: its content, its number, and without the last end of line', () => {
    expect(altered('bitacora.jsonl', (whole) => whole.replace('"n":2,"contenido":"{', '"n":2,"contenido":"{ '))).toContain(
      'VEREDICTO: NO COINCIDE: el acto 2',
    )
    expect(altered('bitacora.jsonl', (whole) => whole.replace('"n":2,', '"n":3,'))).toContain('VEREDICTO: NO COINCIDE: el acto 2')
    expect(altered('bitacora.jsonl', (whole) => whole.trimEnd())).toContain(`Encadenados: ${acts()}`)
  })

  it('never says that acts after the last signature are proved', () => {
    const one = (whole: string) => `${whole.split('\n')[0]}\n`
    const short = altered('bitacora.jsonl', one)
    expect(short).toContain(`El Instituto ya firmó hasta el acto ${acts() - 1}; este extracto termina en el 1`)
    expect(short).toContain('Ninguna firma alcanza este extracto')
    const more = altered('bitacora.jsonl', (whole) => whole + rewritten(whole))
    expect(more).toContain(`Encadenados: ${acts() + 1}`)
    expect(more).toContain(`Las firmas llegan hasta el acto ${acts() - 1} de ${acts() + 1} `)
    expect(more).toContain('; sin firma: 2')
  })

  it('finds another list, and a ficha that is not in the corte', () => {
    expect(altered('corte.json', (whole) => whole.replace(/"sha256":"[0-9a-f]/g, (start) => (start.endsWith('0') ? `${start.slice(0, -1)}1` : `${start.slice(0, -1)}0`)))).toContain('NO COINCIDE') // prettier-ignore
    expect(altered('corte.json', (whole) => whole.replace(/("bytes":)(\d)/, '$19'))).toContain('Lista del corte: NO COINCIDE')
    expect(altered('ficha.json', (whole) => whole.replace('"nombre', '"Nombre'))).toContain('VEREDICTO: NO COINCIDE: la ficha')
  })

  it('refuses a head, a corte and an acuse that say another thing', () => {
    for (const name of ['cabezas.json', 'corte.json', 'acuse.json']) {
      const said = altered(name, (whole) =>
        name === 'acuse.json'
          ? whole.replace(/"folio":"(.)/, (start, first) => start.replace(/.$/, first === 'X' ? 'W' : 'X'))
          : whole.replace(/"numero":\d+/, '"numero":77'),
      )
      expect([name, said.split('\n').filter((line) => line.endsWith(VERIFIED)).length]).toEqual([name, 2])
      expect(said.split('\n').at(-1)).toMatch(/^VEREDICTO: NO COINCIDE: la firma de /)
    }
  })
})

/** An act more, chained as a forger would. */
function rewritten(whole: string): string {
  const last = JSON.parse(whole.trimEnd().split('\n').at(-1) ?? '') as { n: number; contenido: string; hash: string }
  const hash = createHash('sha256').update(last.hash).update(last.contenido).digest('hex')
  return `${JSON.stringify({ n: last.n + 1, contenido: last.contenido, hash })}\n`
}
