import type { OrganoPack, ProcesoPack } from '@conoceles/domain'
import { celebracionOf, PACK, Sala, type Sesion as Leida } from '../../../support/actos/sesiones.ts'
import { readPdf } from '../../../support/pdf.ts'

jest.setTimeout(180_000)

interface Sesion extends Leida {
  convocadas: { actor: string; nombre: string; ultima: string | null }[]
}

const convene = (organo: OrganoPack): OrganoPack =>
  organo.clave === 'concejo'
    ? {
        ...organo,
        convocatoria: {
          fundamento: { texto: null, fuente: 'Inventado', confianza: 'por_confirmar' },
          representaciones: { texto: 'Representaciones de los partidos', fuente: 'Inventado', confianza: 'alta' },
        },
      }
    : organo
const CON_REPRESENTACIONES: ProcesoPack = { ...PACK, organos: PACK.organos.map(convene) }

let sala: Sala
beforeAll(async () => {
  sala = await Sala.open(CON_REPRESENTACIONES)
})
afterAll(() => sala.test.close())

const text = async ({ id }: Leida, hoja: string) =>
  readPdf.text((await sala.call('GET', `/sesiones/${id}/hojas/${hoja}?formato=pdf`)).bytes)
const faltas = async ({ id }: Leida, hoja: string) =>
  (await sala.call<{ elementos: { hoja: string; faltas: string[] }[] }>('GET', `/sesiones/${id}/papeles`)).body.elementos.find(
    (each) => each.hoja === hoja,
  )?.faltas
const REPRESENTACIONES = [
  { actor: 'PFAR', presente: true, quien: 'Rosa Rivera' },
  { actor: 'PCOM', presente: false, quien: null },
  { actor: 'PRIO', presente: true, quien: 'Raúl Ríos' },
]

describe('the representaciones of the parties that a sesión convenes', () => {
  it('have room to sign before, are told one by one with who came, and stand apart from the quorum', async () => {
    const convocada = (await sala.convocada()) as Sesion
    expect(convocada.convocadas).toEqual([
      { actor: 'PFAR', nombre: 'Partido Faro', ultima: null },
      { actor: 'PCOM', nombre: 'Partido Cometa', ultima: null },
      { actor: 'PRIO', nombre: 'Partido Río', ultima: null },
    ])
    const antes = await text(convocada, 'asistencia')
    expect(antes).toMatch(/Partido político Representante Firma Partido Faro .*Partido Cometa/)
    expect(await faltas(convocada, 'asistencia')).toEqual([])
    const half = await sala.celebrar(convocada, { representaciones: [{ ...REPRESENTACIONES[0], quien: null }] })
    expect([half.status, half.body.detail]).toEqual([
      409,
      expect.stringContaining('Falta el nombre de quien asistió por la representación del Partido Faro.'),
    ])
    const { status, body } = await sala.celebrar(convocada, { representaciones: REPRESENTACIONES })
    expect([status, body.detail]).toEqual([200, undefined])
    const acta = await text(body.sesion, 'acta')
    for (const each of [
      'Partido Faro Rosa Rivera Partido Cometa No asistió',
      'la presencia de tres de tres personas integrantes con derecho a voto',
      'Con derecho a voz y sin voto asistieron dos de las tres representaciones de los partidos políticos que se convocaron, que no cuentan para el quórum.',
      'Raúl Ríos REPRESENTACIÓN DEL PARTIDO RÍO',
    ])
      expect(acta).toContain(each)
    const siguiente = (await sala.programada()) as Sesion
    expect(siguiente.convocadas.map(({ ultima }) => ultima)).toEqual(['Rosa Rivera', null, 'Raúl Ríos'])
  })

  it('leave a blank in the acta while nobody told who came', async () => {
    const { body } = await sala.celebrar(await sala.convocada({ puntos: [{ titulo: 'Informe', seVota: false, documentos: [] }] }))
    expect(await faltas(body.sesion, 'acta')).toContain(
      'Queda un campo sin llenar: [Asiente qué representaciones de los partidos políticos asistieron, y quién por cada una.].',
    )
  })

  it('are none of an organ for which nobody confirmed them', async () => {
    const comite = (await sala.convocada({ organo: 'comite', puntos: [{ titulo: 'Informe', seVota: false, documentos: [] }] })) as Sesion
    expect(comite.convocadas).toEqual([])
    const told = await sala.celebrar(comite, { ...celebracionOf(comite), representaciones: REPRESENTACIONES })
    expect(told.body.detail).toContain('La lista nombra una representación a la que no se convoca.')
  })
})
