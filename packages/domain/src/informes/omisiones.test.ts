import { Temporal } from 'temporal-polyfill'
import { claseOmision, esExtemporanea, exentaAlTermino, finDelTermino, seccionAlTermino, type GuardadoSeccion } from './omisiones.ts'

const zona = 'America/Mexico_City'
const fin = finDelTermino('2024-05-04', zona)
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zona).toInstant()
const iso = (local: string) => at(local).toString()
const save = (local: string, estatus: GuardadoSeccion['estatus'], version = 1): GuardadoSeccion => ({
  ...{ en: iso(local), estatus, version, folio: `F${version}` },
})
const at23 = '2024-05-04T23:59:59.999'
const at00 = '2024-05-05T00:00'

describe('how a section stood at the end of its term', () => {
  it('follows from the last save in time, and not from later ones', () => {
    const guardados = [save('2024-04-20T10:00', 'completa'), save(at23, 'en_captura', 2), save(at00, 'completa', 3)]
    expect(seccionAlTermino({ guardados, actual: { estatus: 'validada', version: 3, guardadaEn: iso(at00) } }, fin)).toEqual({
      ...{ estatus: 'en_captura', guardadaEn: iso(at23), folio: 'F2', extemporaneaEn: iso(at00) },
    })
  })

  it('a save of 23:59:59.999 is in time and one of 00:00:00 is not', () => {
    const of = (local: string) => seccionAlTermino({ guardados: [save(local, 'completa')], actual: null }, fin)
    expect(of(at23)).toMatchObject({ estatus: 'completa', extemporaneaEn: null })
    expect(of(at00)).toMatchObject({ estatus: 'vacia', guardadaEn: null, extemporaneaEn: iso(at00) })
  })

  it('follows the row after an act that did not say it, while that is the same version', () => {
    const guardados = [save('2024-04-20T10:00', null, 2)]
    const row = { estatus: 'verificada', version: 2, guardadaEn: iso('2024-04-20T10:00') } as const
    expect(seccionAlTermino({ guardados, actual: row }, fin).estatus).toBe('completa')
    const late = [...guardados, save(at00, 'completa', 3)]
    expect(seccionAlTermino({ guardados: late, actual: { ...row, version: 3 } }, fin).estatus).toBe('sin_constancia')
  })

  it('follows the row when another version took it over, as long as nobody saved it since', () => {
    const guardados = [save('2024-04-20T10:00', 'completa', 2)]
    const row = { estatus: 'en_captura', version: 3, guardadaEn: iso('2024-04-20T10:00') } as const
    expect(seccionAlTermino({ guardados, actual: row }, fin).estatus).toBe('en_captura')
    const late = [...guardados, save(at00, 'completa', 4)]
    expect(seccionAlTermino({ guardados: late, actual: { ...row, version: 4 } }, fin).estatus).toBe('sin_constancia')
  })

  it('follows the row when it was brought without acts, unless it was touched since', () => {
    const row = { estatus: 'en_captura', version: 1, guardadaEn: iso('2024-04-20T10:00') } as const
    expect(seccionAlTermino({ guardados: [], actual: row }, fin)).toMatchObject({ estatus: 'en_captura', folio: null })
    expect(seccionAlTermino({ guardados: [], actual: null }, fin).estatus).toBe('vacia')
    const guardados = [save(at00, 'completa', 2)]
    expect(seccionAlTermino({ guardados, actual: { ...row, version: 2, guardadaEn: iso(at00) } }, fin).estatus).toBe('sin_constancia')
  })
})

it('a section that the persona had refused by then is not omitted; one refused later is', () => {
  const no = { en: iso(at23), tratamiento: false }
  expect(exentaAlTermino([no], fin)).toBe(true)
  expect(exentaAlTermino([{ ...no, en: iso(at00) }], fin)).toBe(false)
  expect(exentaAlTermino([{ en: iso(at00), tratamiento: true }, no], fin)).toBe(true)
})

it('an omission is of all, of some, or cannot be told', () => {
  expect(claseOmision(['vacia', 'vacia', 'exenta'])).toBe('sin_captura')
  expect(claseOmision(['completa', 'vacia', 'sin_constancia'])).toBe('incompleta')
  expect(claseOmision(['completa', 'sin_constancia'])).toBe('por_revisar')
  expect(claseOmision(['completa', 'exenta'])).toBeNull()
})

it('a save is late from 00:00 of the day after, unless the institute had opened the section', () => {
  const state = { capturaVence: '2024-05-04', zona, reabierta: false }
  expect(esExtemporanea({ ...state, ahora: at(at23) })).toBe(false)
  expect(esExtemporanea({ ...state, ahora: at(at00) })).toBe(true)
  expect(esExtemporanea({ ...state, ahora: at(at00), reabierta: true })).toBe(false)
  expect(esExtemporanea({ ...state, ahora: at(at00), capturaVence: null })).toBe(false)
})
