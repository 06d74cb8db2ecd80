import { loadPack } from '../../../apps/api/src/carga/load-pack.ts'
import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { generateSimulacro } from '../../../apps/api/src/simulacro/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as pack } from '../../support/paquete.ts'

interface Loaded {
  clave: string
  estatus: string
  tipo: string
  numero: number
  anio: number
  fecha: string
  puntos: { id: string; entregable: string | null }[]
}

interface Owed {
  clave: string
  hitos: { milestone: string; estatus: string; cumplimiento: { ocurridoEn: string; referencia: string } | null }[]
}

describe('a real proceso', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await startTestApp({
      pack,
      load: (owner, { clock }) => {
        clock.setOffset(0)
        return owner.transaction((tx) => loadPack(tx, pack, { simulacro: false, desfaseReloj: 0 }))
      },
    })
  })
  afterAll(() => t.close())

  const get = async <T>(path: string) => (await send<T>(t, ['GET', path], { token: await t.tokenOf('secretaria') })).body

  it('arrives with the sesiones of its programme; of those that were held nothing is told that no source tells', async () => {
    const { elementos } = await get<{ elementos: { id: string; nombre: string; estatus: string }[] }>('/sesiones')
    expect(elementos.map(({ nombre, estatus }) => `${nombre}: ${estatus}`)).toEqual([
      '2.ª sesión ordinaria de 2024: programada',
      '1.ª sesión ordinaria de 2024: celebrada',
      '2.ª sesión ordinaria de 2023: programada',
      '1.ª sesión ordinaria de 2023: celebrada',
    ])
    const held = elementos.find(({ estatus }) => estatus === 'celebrada')
    expect(await get(`/sesiones/${held?.id}`)).toMatchObject({ celebraciones: [], convocatoria: null, puntos: [] })
  })

  it('arrives with who integrated the Comisión in September 2023, and of the other organs with nobody', async () => {
    type Cargos = { elementos: { nombre: string; ejerce: string | null; confianza: string }[] }
    const { elementos } = await get<Cargos>('/integrantes?organo=comision&dia=2023-09-07')
    const acting = elementos.filter(({ ejerce }) => ejerce !== null)
    expect(acting.map(({ ejerce }) => ejerce).sort()).toEqual([
      'coadyuvante',
      'integrante',
      'integrante',
      'presidencia',
      'secretaria_tecnica',
    ])
    expect(acting.find(({ ejerce }) => ejerce === 'coadyuvante')).toMatchObject({
      nombre: 'Lic. José Antonio Barenque Vázquez',
      confianza: 'por_confirmar',
    })
    expect((await get<Cargos>('/integrantes?organo=pleno')).elementos).toEqual([])
  })
})

const ofDistritos = pack.contiendas.filter(({ cargo }) => ['gubernatura', 'diputacion_mr'].includes(cargo))
const claves = new Set(ofDistritos.map(({ clave }) => clave))
/** The whole programme, with fewer people. */
const fewer = { ...pack, contiendas: ofDistritos, postulaciones: pack.postulaciones.filter(({ contienda }) => claves.has(contienda)) }

describe('a simulacro', () => {
  let t: TestApp
  beforeAll(async () => {
    const simulacro = generateSimulacro(fewer, { semilla: 2_024, total: 219, ahora: INICIO })
    t = await startTestApp({
      pack: fewer,
      load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack: fewer, simulacro, inicio: INICIO })),
    })
  })
  afterAll(() => t.close())

  it('says of no real person that she attended or voted', async () => {
    const rows = await sql<{ nombre: string }>(t, 'select nombre from captura.integrante')
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter(({ nombre }) => !nombre.endsWith('(persona ficticia)'))).toEqual([])
  })

  it('arrives with 11.1 and 11.2 as the programme tells them, the rest with evidence marked as synthetic, some late and one overdue', async () => {
    const { body } = await send<{ elementos: Owed[] }>(t, ['GET', '/actividades'], { token: await t.tokenOf('secretaria') })
    const hitos = body.elementos.flatMap(({ clave, hitos: own }) => own.map((hito) => ({ clave, ...hito })))
    const told = hitos.filter(({ clave }) => ['11.1', '11.2'].includes(clave))
    expect(
      told.map(({ clave, milestone, estatus, cumplimiento }) => [clave, milestone, estatus, cumplimiento?.ocurridoEn.slice(0, 10)]),
    ).toEqual([
      ['11.1', 'pleno', 'cumplida_en_tiempo', '2023-09-02'],
      ['11.1', 'remision', 'cumplida_en_tiempo', '2023-09-07'],
      ['11.2', 'pleno', 'cumplida_en_tiempo', '2023-09-02'],
      ['11.2', 'remision', 'cumplida_en_tiempo', '2023-09-07'],
    ])
    const rest = hitos.filter(({ clave, cumplimiento }) => cumplimiento !== null && !['11.1', '11.2'].includes(clave))
    expect(rest.length).toBeGreaterThan(30)
    expect(rest.filter(({ cumplimiento }) => !cumplimiento?.referencia.startsWith('SIMULACRO/'))).toEqual([])
    const late = hitos.filter(({ estatus }) => estatus === 'cumplida_tarde')
    expect(late.map(({ clave, milestone }) => `${clave} ${milestone}`)).toEqual(
      expect.arrayContaining(['11.5/2023-12 remision', '11.6 pleno']),
    )
    expect(hitos.filter(({ estatus }) => estatus === 'vencida').map(({ clave, milestone }) => `${clave} ${milestone}`)).toEqual([
      '11.12 remision',
    ])
  })

  it('has held on its day a sesión for each approval of its synthetic evidence', async () => {
    const untold = await sql(
      t,
      `select c.entregable, c.milestone from captura.cumplimiento c join captura.proceso p on p.id = c.proceso_id
       where c.folio = 'SIMULACRO' and c.milestone in ('pleno', 'comision', 'comite') and not exists (
         select 1 from captura.sesion s join captura.celebracion k on k.sesion_id = s.id, jsonb_array_elements(k.puntos) v
         where s.puntos @> jsonb_build_array(jsonb_build_object('entregable', c.entregable)) and v->'cumplio' ? c.milestone
           and (v->>'votadoEn')::timestamptz = c.ocurrido_en and s.fecha = (c.ocurrido_en at time zone p.zona)::date)`,
    )
    expect(untold).toEqual([])
  })

  it('voted nothing before its sesión began or after it ended', async () => {
    const votes = await sql<{ dentro: boolean }>(
      t,
      `select (v->>'votadoEn')::timestamptz between k.inicio and k.fin as dentro
       from captura.celebracion k, jsonb_array_elements(k.puntos) v where v->>'votadoEn' is not null`,
    )
    expect(votes.length).toBeGreaterThan(30)
    expect(votes.filter(({ dentro }) => !dentro)).toEqual([])
  })

  it('has one vote against in each organ that approved something, one that was put off, and 11.13 called for the coming days', async () => {
    const sesiones = await sql<Loaded>(
      t,
      'select organo as clave, estatus, tipo, numero, anio, fecha::text, puntos from captura.sesion order by fecha',
    )
    expect(sesiones.filter(({ estatus }) => estatus === 'diferida')).toMatchObject([{ clave: 'comite_transparencia' }])
    const convocadas = sesiones.filter(({ estatus }) => estatus === 'convocada')
    expect(convocadas).toMatchObject([{ clave: 'pleno', fecha: '2024-04-25' }])
    expect(convocadas[0]?.puntos.map(({ entregable }) => entregable)).toContain('11.13')
    const [against] = await sql<{ n: number }>(
      t,
      `select count(distinct k.sesion_id)::int as n from captura.celebracion k, jsonb_array_elements(k.puntos) v where (v->'cuenta'->>'en_contra')::int > 0`,
    )
    expect(against?.n).toBe(3)
  })
})
