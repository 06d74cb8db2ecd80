import type { EntregableDetalle, PuntoSesion, Trabajo } from '../../../api-types.ts'
import { efectosDe, gravesDe } from './punto-votado.ts'

const AREAS = [{ clave: 'SE', nombre: 'Secretaría Ejecutiva' }]
const hito = (milestone: string, estatus: string, vence: string | null = '2024-04-26') =>
  ({
    milestone,
    estatus,
    vence,
    retrasoMinutos: estatus === 'vencida' ? 3000 : null,
    responsables: AREAS,
  }) as EntregableDetalle['hitos'][number]
const entregable = (changes: object = {}) => ({
  materia: null,
  entregable: {
    cumple: ['pleno'],
    aprobado: false,
    exigeVersion: true,
    versionDesde: '2024-04-16T18:00:00Z',
    ...changes,
  } as PuntoSesion['entregable'],
})
const trabajo = () =>
  ({
    clave: '11.13',
    pasos: [
      { tipo: 'proyecto', milestone: null, estatus: 'hecho', responsables: AREAS },
      { tipo: 'hito', milestone: 'comision', estatus: 'pendiente', responsables: [{ clave: 'C', nombre: 'Comisión' }] },
      { tipo: 'hito', milestone: 'pleno', estatus: 'pendiente', responsables: AREAS },
    ],
  }) as Trabajo

describe('the effect of an approval', () => {
  it('is the moment that it fulfils, with its last day, and beside it each open one that it leaves', () => {
    const hitos = [hito('pleno', 'pendiente'), hito('remision', 'vencida', '2024-04-10'), hito('comision', 'cumplida_en_tiempo')]
    expect(efectosDe(entregable(), hitos)).toEqual([
      'Si se aprueba, cumple: Aprobación del Pleno, que vence el viernes 26 de abril de 2024.',
      'No cumple, y se hace aparte: Remisión al INE, que venció el miércoles 10 de abril de 2024.',
    ])
  })

  it('tells two moments of the same day once', () => {
    expect(
      efectosDe(entregable({ cumple: ['pleno', 'presentacion'] }), [hito('pleno', 'pendiente'), hito('presentacion', 'pendiente')]),
    ).toEqual(['Si se aprueba, cumple: Aprobación del Pleno y Presentación al Pleno, que vencen el viernes 26 de abril de 2024.'])
  })

  it('is none for an informe without a version, for what is approved already, and for a point of no entregable', () => {
    expect(efectosDe(entregable({ versionDesde: null }), [])[0]).toMatch(/^Si se aprueba así, no cumple ningún plazo/)
    expect(efectosDe(entregable({ aprobado: true }), [])[0]).toMatch(/^Este órgano ya lo aprobó/)
    expect(efectosDe({ entregable: null, materia: null }, [])).toEqual(['Si se aprueba, no cumple ningún plazo del calendario.'])
  })

  it('is the draft that it decides', () => {
    const materia = { clave: 'aviso:1', nombre: 'Aviso de privacidad' }
    expect(efectosDe({ entregable: null, materia }, [])).toEqual(['Si se aprueba, decide: Aviso de privacidad.'])
  })
})

describe('the serious matters of a point', () => {
  const detalle = (...hitos: EntregableDetalle['hitos']) => ({ hitos }) as EntregableDetalle

  it('are the organ below that has not approved, told once with its term, and each other overdue term, with who owes it', () => {
    const found = gravesDe({
      trabajo: trabajo(),
      entregable: detalle(hito('comision', 'vencida'), hito('remision', 'vencida')),
      antes: trabajo().pasos.slice(1, 2),
      conVersion: true,
    })
    expect(found.map(({ texto, debe }) => [texto, debe])).toEqual([
      ['Falta: Aprobación de la Comisión. Venció el viernes 26 de abril de 2024.', 'Comisión'],
      [expect.stringMatching(/^Plazo vencido: Remisión al INE\./), 'Secretaría Ejecutiva'],
    ])
    expect(found[0]?.lugar).toMatchObject({ params: { clave: '11.13' }, hash: '#pasos' })
    expect(found[1]?.lugar).toMatchObject({ hash: '#remision' })
  })

  it('are that nobody gave a version, and nothing where all is in order', () => {
    expect(gravesDe({ trabajo: trabajo(), entregable: null, antes: [], conVersion: false })).toMatchObject([
      { key: 'version', debe: 'Secretaría Ejecutiva', lugar: { hash: '#documentos' } },
    ])
    expect(gravesDe({ trabajo: trabajo(), entregable: null, antes: trabajo().pasos.slice(0, 1), conVersion: true })).toEqual([])
  })
})
