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
      [
        'Falta: Aprobación de la Comisión. Venció el viernes 26 de abril de 2024. El sistema lo advierte; no impide votar este punto.',
        'Comisión',
      ],
      [expect.stringMatching(/^Plazo vencido: Remisión al INE\./), 'Secretaría Ejecutiva'],
    ])
    expect(found[0]?.lugar).toMatchObject({ params: { clave: '11.13' }, hash: '#pasos' })
    expect(found[1]?.lugar).toMatchObject({ hash: '#remision' })
  })

  it('say which sesión gives the approval: the one convened, or who convenes it and by when', () => {
    const previa = (changes: object) => ({
      ...{ milestone: 'comision', organo: { clave: 'c', nombre: 'Comisión' }, convoca: 'Cora', sesion: null, limites: [] },
      ...{ antesDe: '2024-04-25T19:00:00Z', confianza: 'por_confirmar' },
      ...changes,
    })
    const told = (changes: object) =>
      gravesDe({
        ...{ trabajo: trabajo(), entregable: null, antes: trabajo().pasos.slice(1, 2), conVersion: true },
        previas: [previa(changes) as PuntoSesion['previas'][number]],
      })[0]?.sesion
    const sesion = { id: 's', nombre: '2.ª sesión ordinaria de 2024', fecha: '2024-04-24', hora: '10:00', convocada: true }
    const limite = { tipo: 'ordinaria', horas: 72, limite: '2024-04-22T19:00:00Z', vencido: false }
    expect(told({ sesion })).toEqual([
      'La 2.ª sesión ordinaria de 2024 de ese órgano está convocada para el miércoles 24 de abril de 2024, 10:00, con este punto.',
    ])
    expect(told({ limites: [limite, { ...limite, tipo: 'extraordinaria', horas: 24, vencido: true }] })).toEqual([
      'No hay ninguna sesión convocada ni prevista para aprobarlo: Comisión.',
      'La convoca Cora, quien preside ese órgano.',
      expect.stringMatching(/^Debe celebrarse antes del jueves,? 25 de abril de 2024/),
      expect.stringMatching(/^Ordinaria: se convoca a más tardar el lunes,? 22 de abril de 2024.*\(72 horas antes\)\.$/),
      expect.stringMatching(/^Extraordinaria: debió convocarse.*Ese plazo ya pasó\.$/),
      'El instituto no ha confirmado esas horas.',
    ])
    const prevista = told({ sesion: { ...sesion, convocada: false }, convoca: null, limites: [limite] })
    expect(prevista?.[0]).toMatch(/está prevista para el .*Todavía no se convoca\.$/)
    expect(prevista?.[1]).toMatch(/no consta quién preside/)
    expect(prevista?.[2]).toMatch(/^Ordinaria: /)
  })

  it('are that nobody gave a version, and nothing where all is in order', () => {
    expect(gravesDe({ trabajo: trabajo(), entregable: null, antes: [], conVersion: false })).toMatchObject([
      { key: 'version', debe: 'Secretaría Ejecutiva', lugar: { hash: '#documentos' } },
    ])
    expect(gravesDe({ trabajo: trabajo(), entregable: null, antes: trabajo().pasos.slice(0, 1), conVersion: true })).toEqual([])
  })
})
