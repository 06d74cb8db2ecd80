import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { empezar, limpiar, listar, nombreDe, terminar } from './carpeta.ts'
import { toca } from './vigilar.ts'

const NOON = Temporal.Instant.from('2027-03-10T18:00:00.125Z')
const MARCAS = { bitacora: { n: 3, cabeza: 'ab' }, corte: null, tablas: 80, renglones: 900 }
const VERSIONES = { servidor: 18, pgDump: '18.1', migracion: 'Base' }

let carpeta: string
beforeEach(() => void (carpeta = mkdtempSync(join(tmpdir(), 'respaldos-'))))
afterEach(() => rmSync(carpeta, { recursive: true, force: true }))

async function given(instante: Temporal.Instant, { whole = true } = {}): Promise<string> {
  const nombre = nombreDe(instante)
  const parcial = await empezar(carpeta, nombre)
  writeFileSync(join(parcial, 'base.dump.age'), whole ? 'base' : 'bas')
  const archivos = [{ nombre: 'base.dump.age', bytes: 4, sha256: '' }]
  await terminar(carpeta, nombre, { ...MARCAS, hechoEn: instante.toString(), versiones: VERSIONES, archivos })
  return nombre
}

const daysAgo = (days: number) => NOON.subtract({ hours: 24 * days })
const names = async () => (await listar(carpeta)).map(({ nombre }) => nombre)

it('names each backup by its millisecond, so that two of one second stand apart, the newest first', async () => {
  const first = await given(NOON)
  const second = await given(NOON.add({ milliseconds: 1 }))
  expect(first).toBe('2027-03-10T18-00-00-125Z')
  expect(await names()).toEqual([second, first])
})

it('refuses to begin the same one twice, in a sentence', async () => {
  await empezar(carpeta, nombreDe(NOON))
  await expect(empezar(carpeta, nombreDe(NOON))).rejects.toThrow('otro respaldo se está haciendo ahí en este instante: repita la orden.')
})

it('says why a folder cannot be used', async () => {
  writeFileSync(join(carpeta, 'archivo'), '')
  await expect(empezar(join(carpeta, 'archivo', 'dentro'), nombreDe(NOON))).rejects.toThrow('parte de la ruta es un archivo')
})

it('takes for whole only a folder with its manifest and every file at its size', async () => {
  await given(NOON)
  await given(daysAgo(1), { whole: false })
  mkdirSync(join(carpeta, nombreDe(daysAgo(2))))
  expect((await listar(carpeta)).map(({ manifiesto }) => manifiesto?.renglones ?? null)).toEqual([900, null, null])
})

describe('retention', () => {
  const DIAS = { dias: 30, minimo: 2 }

  it('removes what is past its days, and touches nothing that is not a backup', async () => {
    const kept = [await given(daysAgo(1)), await given(daysAgo(29))]
    await given(daysAgo(31))
    mkdirSync(join(carpeta, 'otra'))
    expect(await limpiar(carpeta, DIAS, NOON)).toBe(1)
    expect(await names()).toEqual(kept)
    expect(readdirSync(carpeta)).toContain('otra')
  })

  it('keeps the newest whole ones however old they are: broken ones do not count', async () => {
    await given(daysAgo(90), { whole: false })
    const kept = [await given(daysAgo(100)), await given(daysAgo(110))]
    await given(daysAgo(120))
    expect(await limpiar(carpeta, DIAS, NOON)).toBe(2)
    expect(await names()).toEqual(kept)
  })

  it('never removes the one that is left', async () => {
    const last = await given(daysAgo(400))
    expect(await limpiar(carpeta, { dias: 1, minimo: 0 }, NOON)).toBe(0)
    expect(await names()).toEqual([last])
  })

  it('removes after a day what a killed one left half made', async () => {
    await empezar(carpeta, nombreDe(daysAgo(2)))
    await empezar(carpeta, nombreDe(NOON))
    await limpiar(carpeta, DIAS, NOON)
    expect(readdirSync(carpeta)).toEqual([`${nombreDe(NOON)}.parcial`])
  })
})

describe('the timer', () => {
  const at = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO('America/Mexico_City')
  const three = Temporal.PlainTime.from('03:00')

  it.each([
    ['the first one, at once', null, true],
    ['one after the hour of today, not again', '2027-03-10T09:00:01Z', false],
    ['one before the hour of today, now', '2027-03-10T08:59:00Z', true],
    ['a missed day, now', '2027-03-08T09:00:01Z', true],
  ])('makes %s', (_title, ultimo, due) => {
    expect(toca(ultimo, three, at('2027-03-10T15:00:00Z'))).toBe(due)
  })

  it('waits for the hour', () => {
    expect(toca('2027-03-09T09:00:01Z', three, at('2027-03-10T08:59:59Z'))).toBe(false)
    expect(toca('2027-03-09T09:00:01Z', three, at('2027-03-10T09:00:00Z'))).toBe(true)
  })
})
