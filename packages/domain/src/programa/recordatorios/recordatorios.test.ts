import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  dutiesOfResumen,
  enSilencio,
  enteradaKey,
  recordatoriosDe,
  recordatoriosProximos,
  recordatoriosVigentes,
  rolesDe,
  type Duty,
  type Recipient,
  type RecordatoriosPack,
  type RecordatoriosState,
} from '../index.ts'

const reglas: RecordatoriosPack = {
  avisoDias: 3,
  distancias: [7, 3, 1, 0],
  hora: '09:00',
  resumen: { dia: 1, hora: '08:00' },
  escalamiento: { despuesDias: 1, cadaDias: 3, roles: ['secretaria', 'comision'] },
  silencio: { desde: '21:00', hasta: '07:00' },
  vigenciaHoras: 48,
  sinCuenta: ['secretaria'],
  fuente: 'Inventado para las pruebas',
  confianza: 'por_confirmar',
}
const zona = 'America/Mexico_City'
const duty: Duty = { entregable: '11.13', milestone: 'presentacion', vence: '2024-04-26', roles: ['secretaria'] }
const secretaria: Recipient = { id: 'S', rol: 'secretaria', apagados: [] }
const comision: Recipient = { id: 'C', rol: 'comision', apagados: [] }

function state(changes: Partial<RecordatoriosState> = {}): RecordatoriosState {
  return { duties: [duty], cuentas: [secretaria], reglas, zona, enviados: new Set(), enteradas: new Set(), ...changes }
}

const at = (local: string, zone = zona) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
const clavesAt = (local: string, changes: Partial<RecordatoriosState> = {}) =>
  recordatoriosDe(state(changes), at(local))
    .map(({ clave }) => clave)
    .filter((clave) => !clave.startsWith('resumen'))

describe('a reminder', () => {
  it('leaves at each distance and at the hour of the pack, not before', () => {
    expect(clavesAt('2024-04-19T08:59:59')).toEqual([])
    expect(clavesAt('2024-04-19T09:00')).toEqual(['recordatorio|11.13|presentacion|7|2024-04-26|S'])
    expect(clavesAt('2024-04-26T09:00')).toEqual(['recordatorio|11.13|presentacion|0|2024-04-26|S'])
  })

  it('is told late while that is worth while, and not any more after', () => {
    expect(clavesAt('2024-04-21T08:59')).toHaveLength(1)
    expect(clavesAt('2024-04-21T09:00')).toEqual([])
  })

  it('gives way to a nearer one: of several missed only the newest leaves', () => {
    expect(clavesAt('2024-04-26T10:00')).toEqual(['recordatorio|11.13|presentacion|0|2024-04-26|S'])
    expect(clavesAt('2024-04-26T10:00', { enviados: new Set(['recordatorio|11.13|presentacion|0|2024-04-26|S']) })).toEqual([])
  })

  it('waits for the end of the quiet hours when its hour lies inside them', () => {
    const late = { reglas: { ...reglas, hora: '22:15' } }
    expect(clavesAt('2024-04-19T22:30', late)).toEqual([])
    expect(clavesAt('2024-04-20T06:59', late)).toEqual([])
    expect(clavesAt('2024-04-20T07:00', late)).toEqual(['recordatorio|11.13|presentacion|7|2024-04-26|S'])
  })

  it('stops for the account that knows, for the others not, and begins again when the day moves', () => {
    const two = { cuentas: [secretaria, { ...secretaria, id: 'S2' }], enteradas: new Set([enteradaKey(duty, 'S')]) }
    expect(clavesAt('2024-04-23T09:00', two)).toEqual(['recordatorio|11.13|presentacion|3|2024-04-26|S2'])
    const moved = { ...two, duties: [{ ...duty, vence: '2024-04-24' }] }
    expect(clavesAt('2024-04-23T09:00', moved)).toHaveLength(2)
  })

  it('goes to nobody whose role does not answer for it, nor to an account that turned it off', () => {
    expect(clavesAt('2024-04-23T09:00', { cuentas: [comision] })).toEqual([])
    expect(clavesAt('2024-04-23T09:00', { cuentas: [{ ...secretaria, apagados: ['recordatorio'] }] })).toEqual([])
  })

  it('is never sent to a role that has no preferences to set', () => {
    const cuentas: Recipient[] = [{ id: 'X', rol: 'captura', apagados: [] }]
    expect(clavesAt('2024-04-23T09:00', { cuentas, duties: [{ ...duty, roles: ['captura'] }] })).toEqual([])
  })
})

describe('an overdue duty', () => {
  const overdue = { duties: [{ ...duty, roles: ['transparencia'] as Duty['roles'], vence: '2024-04-06' }] }
  const cuentas: Recipient[] = [
    secretaria,
    comision,
    { id: 'T', rol: 'transparencia', apagados: [] },
    { id: 'A', rol: 'auditoria', apagados: [] },
  ]

  it('is told to the roles of the pack and to those responsible, again and again', () => {
    expect(clavesAt('2024-04-07T09:00', { ...overdue, cuentas })).toEqual(
      ['S', 'C', 'T'].map((id) => `escalamiento|11.13|presentacion|1|2024-04-06|${id}`),
    )
    expect(clavesAt('2024-04-20T10:00', { ...overdue, cuentas: [secretaria] })).toEqual(['escalamiento|11.13|presentacion|13|2024-04-06|S'])
    expect(clavesAt('2024-04-21T09:00', { ...overdue, cuentas: [secretaria] })).toEqual([])
  })

  it('is told to the secretaría in spite of her preferences, and to accounts that knew of it before', () => {
    const deaf = (each: Recipient): Recipient => ({ ...each, apagados: ['escalamiento'] })
    const enteradas = new Set([enteradaKey({ ...duty, vence: '2024-04-06' }, 'S')])
    expect(clavesAt('2024-04-07T09:00', { ...overdue, cuentas: cuentas.map(deaf), enteradas })).toEqual([
      'escalamiento|11.13|presentacion|1|2024-04-06|S',
    ])
  })
})

describe('the digest', () => {
  const lejana: Duty = { ...duty, entregable: '11.15', vence: '2024-04-29' }
  const vencida: Duty = { ...duty, entregable: '11.12', vence: '2024-04-06' }
  const resumenesAt = (local: string, changes: Partial<RecordatoriosState> = {}) =>
    recordatoriosDe(state(changes), at(local)).filter(({ tipo }) => tipo === 'resumen')

  it('leaves on its day with the overdue duties and those of its week', () => {
    const [one] = resumenesAt('2024-04-22T08:00', { duties: [lejana, duty, vencida] })
    expect(one).toMatchObject({ clave: 'resumen||||2024-04-22|S', dia: '2024-04-22', entregable: null })
    const said = dutiesOfResumen(state({ duties: [lejana, duty, vencida] }), {
      rol: 'secretaria',
      cuenta: 'S',
      ahora: at('2024-04-22T08:00'),
    })
    expect(said.map(({ entregable }) => entregable)).toEqual(['11.12', '11.13'])
  })

  it('is not sent empty, nor with duties that the account knows of, unless they are overdue', () => {
    expect(resumenesAt('2024-04-22T08:00', { duties: [lejana] })).toEqual([])
    expect(resumenesAt('2024-04-22T08:00', { enteradas: new Set([enteradaKey(duty, 'S')]) })).toEqual([])
    expect(resumenesAt('2024-04-22T08:00', { duties: [vencida], enteradas: new Set([enteradaKey(vencida, 'S')]) })).toHaveLength(1)
  })
})

describe('the next messages', () => {
  it('are those that will leave if nobody does anything, in order', () => {
    const next = recordatoriosProximos(state({ cuentas: [secretaria] }), { desde: at('2024-04-22T07:00'), hasta: at('2024-04-29T07:00') })
    expect(next.map(({ clave }) => clave)).toEqual([
      'resumen||||2024-04-22|S',
      'recordatorio|11.13|presentacion|3|2024-04-26|S',
      'recordatorio|11.13|presentacion|1|2024-04-26|S',
      'recordatorio|11.13|presentacion|0|2024-04-26|S',
      'escalamiento|11.13|presentacion|1|2024-04-26|S',
    ])
  })
})

it('the roles of a duty are those of its areas, or those of the pack where no area has an account', () => {
  expect(rolesDe([{ rol: 'comision' }, { rol: 'secretaria' }, { rol: 'comision' }, { rol: null }], reglas)).toEqual([
    'comision',
    'secretaria',
  ])
  expect(rolesDe([{ rol: null }], reglas)).toEqual(['secretaria'])
})

describe('any course of the clock and of the duties', () => {
  const zones = fc.constantFrom('America/Mexico_City', 'America/Tijuana', 'America/Ciudad_Juarez', 'Europe/Madrid', 'Pacific/Kiritimati')
  const hours = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '59'))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`)
  const packs = fc
    .record({
      hora: hours,
      desde: hours,
      hasta: hours,
      resumen: hours,
      dia: fc.integer({ min: 1, max: 7 }),
      distancias: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
      vigenciaHoras: fc.integer({ min: 1, max: 120 }),
      despuesDias: fc.integer({ min: 1, max: 5 }),
      cadaDias: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ hora, desde, hasta, resumen, dia, distancias, vigenciaHoras, despuesDias, cadaDias }): RecordatoriosPack => ({
      ...reglas,
      ...{ hora, distancias, vigenciaHoras, silencio: { desde, hasta }, resumen: { dia, hora: resumen } },
      escalamiento: { ...reglas.escalamiento, despuesDias, cadaDias },
    }))
  const days = fc.integer({ min: 0, max: 300 }).map((day) => Temporal.PlainDate.from('2024-01-01').add({ days: day }).toString())
  const duties = fc.uniqueArray(
    fc.record({ vence: days, roles: fc.constantFrom<Duty['roles']>(['secretaria'], ['comision'], ['secretaria', 'comision']) }),
    {
      maxLength: 5,
    },
  )
  /** How the clock goes on, in minutes; now and then by weeks, now and then back. */
  const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: -20_000, max: 60_000 })), { maxLength: 40 })
  const cases = fc.record({ zona: zones, reglas: packs, duties, steps, moved: days, known: fc.boolean() })

  it('each message leaves once, in no quiet hour, while it is worth while, and only of owed duties', () => {
    fc.assert(
      fc.property(cases, ({ zona: zone, reglas: pack, duties: owed, steps: times, moved, known }) => {
        const enviados = new Set<string>()
        let ahora = at('2024-01-10T10:00', zone)
        let open = owed.map((each, index): Duty => ({ ...duty, ...each, entregable: String(index) }))
        const enteradas = new Set(known && open[0] ? [enteradaKey(open[0], 'S')] : [])
        times.forEach((minutes, turn) => {
          ahora = ahora.add({ minutes })
          // In the middle one duty is fulfilled and another one moves.
          if (turn === 20) open = open.slice(1).map((each, index) => (index === 0 ? { ...each, vence: moved } : each))
          const situation = state({ duties: open, cuentas: [secretaria, comision], reglas: pack, zona: zone, enviados, enteradas })
          const today = ahora.toZonedDateTimeISO(zone).toPlainDate().toString()
          for (const each of recordatoriosDe(situation, ahora)) {
            expect(enviados.has(each.clave)).toBe(false)
            expect(enSilencio(ahora, { silencio: pack.silencio, zona: zone })).toBe(false)
            expect(enSilencio(each.desde, { silencio: pack.silencio, zona: zone })).toBe(false)
            expect(Temporal.Instant.compare(each.desde, ahora) <= 0 && Temporal.Instant.compare(ahora, each.hasta) < 0).toBe(true)
            const of = open.find(({ entregable }) => entregable === each.entregable)
            if (each.tipo !== 'resumen') expect(of?.vence).toBe(each.dia)
            if (each.tipo === 'recordatorio')
              expect([each.dia >= today, enteradas.has(enteradaKey(of as Duty, each.cuenta))]).toEqual([true, false])
            if (each.tipo === 'escalamiento') expect(each.dia < today).toBe(true)
            enviados.add(each.clave)
          }
        })
      }),
      { numRuns: 300 },
    )
  })

  it('a clock that jumps brings of each duty at most one message to each account', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 500_000 }), ({ zona: zone, reglas: pack, duties: owed }, minutes) => {
        const open = owed.map((each, index): Duty => ({ ...duty, ...each, entregable: String(index) }))
        const situation = state({ duties: open, cuentas: [secretaria, comision], reglas: pack, zona: zone })
        const found = recordatoriosVigentes(situation, at('2024-01-10T10:00', zone).add({ minutes }))
        const places = found.map(({ entregable, cuenta }) => `${entregable} ${cuenta}`)
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })

  it('sends at each moment the messages foreseen for it', () => {
    fc.assert(
      fc.property(cases, ({ zona: zone, reglas: pack, duties: owed }) => {
        const open = owed.map((each, index): Duty => ({ ...duty, ...each, entregable: String(index) }))
        const situation = state({ duties: open, cuentas: [secretaria], reglas: pack, zona: zone })
        const desde = at('2024-02-01T10:00', zone)
        for (const each of recordatoriosProximos(situation, { desde, hasta: desde.add({ hours: 24 * 20 }) })) {
          expect(recordatoriosDe(situation, each.desde).map(({ clave }) => clave)).toContain(each.clave)
        }
      }),
    )
  })
})
