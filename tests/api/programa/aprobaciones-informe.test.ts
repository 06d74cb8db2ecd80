import { notaDeVoto, type ProcesoPack, type VersionPrevia } from '@conoceles/domain'
import { startTestApp } from '../../support/app.ts'
import { givenDocumento } from '../../support/registro/cambios.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { AGENDA, AHORA, celebracionOf, FECHA, hora, PACK, Sala } from '../../support/actos/sesiones.ts'

/** Valle Claro, where «A» is an informe. */
const PACK_INFORME: ProcesoPack = {
  ...PACK,
  programa: {
    ...PACK.programa,
    actividades: PACK.programa.actividades.map((each) => (each.clave === 'A' ? { ...each, informe: 'avance' as const } : each)),
  },
}

interface Entregable {
  hitos: { milestone: string; cumplimiento: { referencia: string; excepcion: { motivo: string; faltas: string[] } | null } | null }[]
  porConfirmar: { milestone: string; referencia: string; motivo: string }[]
}
type Cumplida = { entregable: Entregable; acuse: { folio: string }; code?: string; errors?: { field: string; reasons: string[] }[] }

let sala: Sala

beforeEach(async () => {
  sala = new Sala(await startTestApp({ pack: PACK_INFORME, ahora: AHORA }))
  await sala.integrante({ nombre: 'Paula Preside', encargo: 'presidencia' })
  await sala.integrante({ nombre: 'Iván Integrante' })
})
afterEach(() => sala.test.close())

const ver = async () => (await sala.call<Entregable>('GET', '/actividades/A')).body
const porConfirmar = async (rol?: 'secretaria') =>
  (await sala.call<{ elementos: { clave: string; enlace: string }[] }>('GET', '/pendientes', undefined, { rol })).body.elementos
    .filter(({ clave }) => clave.startsWith('aprobacion-'))
    .map(({ enlace }) => enlace)
const plenoDe = ({ hitos }: Entregable) => hitos.find(({ milestone }) => milestone === 'pleno')?.cumplimiento ?? null

async function givenVersion(registradaEn: string): Promise<void> {
  const documento = await givenDocumento(new Equipo(sala.test))
  await sql(
    sala.test,
    `insert into captura.entregable_version (id, proceso_id, entregable, numero, clase, fecha, nota, documento_id, folio, registrada_en)
     values (gen_random_uuid(), $1, 'A', 1, 'final', $2, 'Primera', $3, 'F', $4)`,
    [sala.test.loaded.procesoId, FECHA, documento, registradaEn],
  )
}

describe('the vote on an informe', () => {
  it('approves it where a version had been sent before, and the record names the sesión', async () => {
    await givenVersion(hora('08:00'))
    const { body } = await sala.celebrar(await sala.convocada({ puntos: AGENDA }))
    expect(body.sesion.celebraciones[0]?.puntos[1]).toMatchObject({ resultado: 'aprobado', cumplio: expect.arrayContaining(['pleno']) })
    expect(plenoDe(await ver())).toMatchObject({ excepcion: null })
  })

  it('approves nothing where no version had been sent, and says so beside the point', async () => {
    await givenVersion(hora('23:00'))
    const convocada = await sala.convocada({ puntos: AGENDA })
    // Data by which a review says so before the vote, by the rule of the act.
    const previa = convocada.puntos[1]?.entregable as VersionPrevia
    expect([previa, notaDeVoto(previa, hora('12:00'))]).toEqual([
      expect.objectContaining({ exigeVersion: true, versionDesde: new Date(hora('23:00')).toISOString() }),
      'Se votó antes de que se enviara una versión del informe: no cuenta como su aprobación.',
    ])
    const { body } = await sala.celebrar(convocada, celebracionOf(convocada))
    expect(body.sesion.celebraciones[0]?.puntos[1]).toMatchObject({
      ...{ resultado: 'aprobado', cumplio: [] },
      nota: 'Se votó antes de que se enviara una versión del informe: no cuenta como su aprobación.',
    })
    expect(plenoDe(await ver())).toBeNull()
  })
})

describe('an approval of an informe that is told by hand', () => {
  const hecho = { milestone: 'pleno', aplica: true, ocurridoEn: hora('09:00'), referencia: 'VC/ACU/1' }
  const MOTIVO = 'Se aprobó antes de usar el sistema.'

  it('takes a reason and another person, and keeps both; what is not owed does not', async () => {
    const refused = await sala.call<Cumplida>('POST', '/actividades/A/cumplir', hecho)
    expect([refused.status, refused.body.errors?.map(({ field }) => field)]).toEqual([400, ['motivo']])
    const proposed = await sala.call<Cumplida>('POST', '/actividades/A/cumplir', { ...hecho, motivo: MOTIVO })
    expect([proposed.status, plenoDe(proposed.body.entregable)]).toEqual([200, null])
    expect(proposed.body.entregable.porConfirmar).toMatchObject([{ milestone: 'pleno', referencia: 'VC/ACU/1', motivo: MOTIVO }])
    expect((await sala.call<Cumplida>('POST', '/actividades/A/cumplir', hecho)).body.code).toBe('propuesta.otra_persona')
    // It waits for a second person, so only she has it to do today.
    expect([await porConfirmar(), await porConfirmar('secretaria')]).toEqual([[], ['/actividades/A']])
    const confirmed = await sala.call<Cumplida>('POST', '/actividades/A/cumplir', hecho, { rol: 'secretaria' })
    expect(await porConfirmar('secretaria')).toEqual([])
    expect(plenoDe(confirmed.body.entregable)).toMatchObject({ referencia: 'VC/ACU/1', excepcion: { motivo: MOTIVO } })
    expect((await ver()).porConfirmar).toEqual([])
    await sala.call('POST', '/actividades/A/anular', { milestone: 'pleno', motivo: 'No era de este informe.' })
    const noAplica = { ...hecho, aplica: false, referencia: 'No se debe este mes.' }
    expect((await sala.call<Cumplida>('POST', '/actividades/A/cumplir', noAplica)).status).toBe(200)
  })
})
