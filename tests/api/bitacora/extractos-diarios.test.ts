import { sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sentenceOfExtracto } from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import { ContradictionError, DivergenceError } from '../../../apps/api/src/cli/verificacion/faults.ts'
import { readBase, verifyBase } from '../../../apps/api/src/cli/verificacion/verify-base.ts'
import { verifyBitacora } from '../../../apps/api/src/cli/verificacion/verify-bitacora.ts'
import { verifyCortes } from '../../../apps/api/src/cli/verificacion/verify-cortes.ts'
import { BitacoraService } from '../../../apps/api/src/modules/bitacora/index.ts'
import { CabezasService } from '../../../apps/api/src/modules/publicacion/index.ts'
import { canonical, sha256 } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { publicar } from '../../support/publico.ts'
import { fuentePublica } from '../../support/mundos/recorrido.ts'

const DAYS = 10
const START = Temporal.Instant.from('2035-03-01T15:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'extractos-'))
const fileOf = (day: number) => join(folder, `bitacora-${day}.jsonl`)

interface Line {
  n: number
  contenido: string
  hash: string
}

let test_: TestApp
/** Each number of acts that a corte or an hour signed, and when a day's extract ends. */
const ends: number[] = []

/** The system at that hour of the machine's clock. */
const at = (hours: number) => {
  const clock = { ...test_.deps.clock, system: () => START.add({ hours }) }
  const bitacora = new BitacoraService(clock)
  const { instituto } = test_.deps.databases
  return {
    write: () =>
      instituto.transaction((tx) =>
        bitacora.registrar(tx, { acto: 'acceso.salida', cuentaId: null, rol: null, objeto: null, detalle: { motivo: 'salida' } }),
      ),
    sign: () => new CabezasService({ ...test_.deps, clock }).firmar(),
    extract: async () => {
      const hasta = await instituto.transaction((tx) => bitacora.cerrarExtracto(tx, { cuentaId: null, rol: null }))
      return instituto.transaction((tx) => bitacora.extracto(tx, hasta))
    },
  }
}

const linesOf = (day: number) =>
  readFileSync(fileOf(day), 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Line)
const check = (file: string) => verifyBitacora(file, { source: fuentePublica(test_) })

/** A chain with other contents, as a forger writes it who can do everything but sign. */
function forged(contents: readonly string[]): string {
  const file = join(folder, 'forjado.jsonl')
  let hash = ''
  const lines = contents.map((contenido, index) => {
    hash = sha256(hash + contenido)
    return JSON.stringify({ n: index + 1, contenido, hash })
  })
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

beforeAll(async () => {
  test_ = await startTestApp()
  await publicar(test_)
  for (let day = 0; day < DAYS; day += 1) {
    const morning = at(day * 24)
    await morning.write()
    await morning.sign()
    const evening = at(day * 24 + 8)
    await evening.write()
    writeFileSync(fileOf(day), await evening.extract())
    ends.push(linesOf(day).length)
  }
  const eleventh = at(DAYS * 24)
  await eleventh.write()
  await eleventh.sign()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await test_.close()
})

describe('an extract of the bitácora that was kept each day for ten days, verified on the eleventh', () => {
  it('is whole as far as its day went, and says that there is more after it', async () => {
    await verifyCortes(fuentePublica(test_), () => undefined)
    for (let day = 0; day < DAYS; day += 1) {
      const report = await check(fileOf(day))
      expect(report).toMatchObject({
        actos: ends[day],
        descargado: START.add({ hours: day * 24 + 8 }).toString({ fractionalSecondDigits: 3 }),
      })
      // The extract's own day signed up to two acts before its end: the evening's, and its own.
      expect(report.anclado).toBe((ends[day] ?? 0) - 2)
      expect(report.despues?.n).toBeGreaterThan(ends[day] ?? 0)
      expect(sentenceOfExtracto(report, 'bitacora.jsonl')).toMatch(
        /^Íntegro hasta el acto \d+ \(.* de \d{4}.*\); después hay más: la cabeza \d+ /,
      )
    }
  })

  it('is in the database, whichever day it is of', async () => {
    const base = await readBase(test_.url)
    for (let day = 0; day < DAYS; day += 1) expect(await verifyBase(fileOf(day), base)).toBe(ends[day])
  })

  it('with one act really altered is a contradiction, also when the rest was chained again', async () => {
    const lines = linesOf(4)
    const altered = lines.map((line) => (line.n === 3 ? { ...line, contenido: canonical({ acto: 'otro' }) } : line))
    writeFileSync(join(folder, 'alterado.jsonl'), altered.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await expect(check(join(folder, 'alterado.jsonl'))).rejects.toThrow(ContradictionError)
    const again = forged(lines.map(({ n, contenido }) => (n === 3 ? canonical({ acto: 'otro' }) : contenido)))
    const source = fuentePublica(test_)
    await expect(verifyBitacora(again, { source, kept: keep(await source.cabezas()) })).rejects.toThrow(ContradictionError)
    // Without a head that somebody kept, a system that was restored from a backup looks the same.
    await expect(check(again)).rejects.toThrow(DivergenceError)
  })

  it('that lost its end, and was closed as if it were of today, does not agree with what was signed', async () => {
    const closing = linesOf(9).at(-1)?.contenido ?? ''
    const cut = linesOf(9)
      .slice(0, (ends[1] ?? 0) - 1)
      .map(({ contenido }) => contenido)
    await expect(check(forged([...cut, closing]))).rejects.toThrow(/le falta el final: se descargó el 10 de marzo de 2035/)
  })

  it('beside a system whose signatures tell two histories is a contradiction', async () => {
    const source = fuentePublica(test_)
    const heads = ((await source.cabezas()) as Cabeza[]).sort((a, b) => a.cabecera.numero - b.cabecera.numero)
    let anterior: string | null = null
    const forked = heads.map(({ cabecera }, index) => {
      const { bitacora } = cabecera
      const other = { ...cabecera, anterior, bitacora: index === 4 ? { ...bitacora, hash: sha256('otra historia') } : bitacora }
      anterior = sha256(canonical(other))
      const { id, privateKey } = test_.deps.secretos.firma
      return { cabecera: other, firma: sign(null, Buffer.from(canonical(other)), privateKey).toString('base64'), llave: id }
    })
    await expect(verifyBitacora(fileOf(9), { source: { ...source, cabezas: () => Promise.resolve(forked) } })).rejects.toThrow(
      /^El acto \d+ de la bitácora no es el que firmó la cabeza 5 .*: la cadena se volvió a escribir\.$/,
    )
  })

  it('beside a system that does not publish a head any more that somebody kept does not agree', async () => {
    const source = fuentePublica(test_)
    const heads = (await source.cabezas()) as Cabeza[]
    const fewer = { ...source, cabezas: () => Promise.resolve(heads.filter(({ cabecera }) => cabecera.numero < heads.length)) }
    await expect(verifyBitacora(fileOf(9), { source: fewer, kept: keep(heads) })).rejects.toThrow('El sistema no publica la cabeza')
    await expect(verifyBitacora(fileOf(9), { source, kept: keep(heads) })).resolves.toMatchObject({ actos: ends[9] })
  })
})

interface Cabeza {
  cabecera: { numero: number; anterior: string | null; bitacora: { n: number; hash: string } }
}

/** Heads as somebody kept them outside the system. */
function keep(elementos: readonly unknown[]): string {
  const file = join(folder, 'cabezas.json')
  writeFileSync(file, JSON.stringify({ elementos }))
  return file
}
