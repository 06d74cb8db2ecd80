import type { Contienda, Proceso, Territorio } from '../../api-types.ts'
import { isInRange, resolveBoleta, type KnownBoleta } from '@conoceles/domain/boleta'
import { faultsOf } from './faults.ts'

const proceso = {
  cargos: [{ clave: 'gubernatura' }, { clave: 'diputacion_mr' }, { clave: 'presidencia_municipal' }],
  distritos: [
    { clave: 'D01', nombre: 'Distrito I' },
    { clave: 'D02', nombre: 'Distrito II' },
  ],
  municipios: [
    { clave: 'M1', nombre: 'Grande', regimen: 'partidos' },
    { clave: 'M2', nombre: 'Comunal', regimen: 'sistemas_normativos' },
  ],
} as unknown as Proceso

const territorio: Territorio = { comunidades: { C1: 'M1' }, secciones: { '1': ['M1', 'D01'], '2': ['M1', 'D02'], '3': ['M2', 'D02'] } }

const contiendas = [
  contienda('presidencia_municipal', { municipio: 'M1' }),
  contienda('diputacion_mr', { distrito: 'D01' }),
  contienda('diputacion_mr', { distrito: 'D02' }),
  contienda('gubernatura', {}),
]

describe('boleta of a section', () => {
  test('holds the contiendas of its place in the order of the ballots', () => {
    const boleta = known({ seccion: '2' })
    expect(boleta.contiendas.map(({ clave }) => clave)).toEqual(['gubernatura', 'diputacion_mr-D02', 'presidencia_municipal-M1'])
    expect(boleta.distrito?.clave).toBe('D02')
  })

  test('has no municipal contienda where sistemas normativos elect the ayuntamiento, and says so', () => {
    const boleta = known({ seccion: '3' })
    expect(boleta.sistemasNormativos).toBe(true)
    expect(boleta.contiendas.map(({ cargo }) => cargo)).toEqual(['gubernatura', 'diputacion_mr'])
  })

  test('a number between those of the entidad may have been one of hers; one beyond them never was', () => {
    const { '2': _gone, ...secciones } = territorio.secciones
    const known = { ...territorio, secciones }
    expect(['2', '4', '0'].map((seccion) => isInRange(seccion, known))).toEqual([true, false, false])
  })

  test('a section of another entidad is unknown', () => {
    expect(resolve({ seccion: '9999' })).toEqual({ status: 'unknown' })
  })
})

describe('boleta of a municipio', () => {
  test('with several districts leaves the district open until somebody chooses', () => {
    const open = known({ municipio: 'M1' })
    expect(open.distritos.map(({ clave }) => clave)).toEqual(['D01', 'D02'])
    expect(open.distrito).toBeNull()
    expect(open.contiendas.map(({ cargo }) => cargo)).toEqual(['gubernatura', 'presidencia_municipal'])
    expect(known({ municipio: 'M1', distrito: 'D01' }).contiendas).toHaveLength(3)
  })

  test('with one district needs no choice', () => {
    expect(known({ municipio: 'M2' }).distrito?.clave).toBe('D02')
  })

  test('chooses among all districts while the proceso has no sections, and asks for none where none is elected', () => {
    const sinSecciones = { territorio: { comunidades: {}, secciones: {} }, proceso: { ...proceso, sinSecciones: true } }
    const open = resolveBoleta({ lugar: { municipio: 'M2' }, contiendas, ...sinSecciones })
    expect(open).toMatchObject({ status: 'known', distritos: proceso.distritos, distrito: null, faltaDistrito: true })
    const chosen = resolveBoleta({ lugar: { municipio: 'M2', distrito: 'D01' }, contiendas, ...sinSecciones })
    expect(chosen).toMatchObject({ faltaDistrito: false, contiendas: [{ clave: 'gubernatura' }, { clave: 'diputacion_mr-D01' }] })
    const none = resolveBoleta({ lugar: { municipio: 'M2' }, contiendas: [contienda('gubernatura', {})], ...sinSecciones })
    expect(none).toMatchObject({ faltaDistrito: false })
  })

  test('says no section is foreign while the proceso has none', () => {
    const entidad = { entidad: 'Aquí', sinSecciones: true, isInRange: () => false }
    expect(faultsOf({ seccion: '312' }, entidad)).toEqual({ municipio: expect.stringContaining('por municipio') as string })
    expect(faultsOf({ seccion: '312' }, { ...entidad, sinSecciones: false })).toHaveProperty('seccion')
  })

  test('holds the contiendas of its comunidades', () => {
    const own = contienda('ayudantia', { municipio: 'M1', comunidad: 'C1' })
    const of = (municipio: string) => resolveBoleta({ lugar: { municipio }, territorio, contiendas: [own], proceso })
    expect(of('M1')).toMatchObject({ contiendas: [own] })
    expect(of('M2')).toMatchObject({ contiendas: [] })
  })

  test('is unknown if the municipio does not exist', () => {
    expect(resolve({ municipio: 'M9' })).toEqual({ status: 'unknown' })
  })
})

function resolve(lugar: { seccion?: string; municipio?: string; distrito?: string }) {
  return resolveBoleta({ lugar, territorio, contiendas, proceso })
}

function known(lugar: Parameters<typeof resolve>[0]): KnownBoleta {
  const boleta = resolve(lugar)
  if (boleta.status !== 'known') throw new Error('expected a known boleta')
  return boleta
}

function contienda(cargo: string, place: { distrito?: string; municipio?: string; comunidad?: string }): Contienda {
  const { distrito = null, municipio = null, comunidad = null } = place
  const clave = [cargo, distrito ?? comunidad ?? municipio].filter(Boolean).join('-')
  return { clave, cargo, cargoNombre: cargo, lugar: '', distrito, municipio, comunidad, candidaturas: 2 }
}
