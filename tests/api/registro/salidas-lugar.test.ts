import type { CargoPack, ProcesoPack } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenCandidatura, must, sql, type Given, type GivenCandidatura } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada } from '../../support/actos/captura.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { encolar, givenCambio, leer, pagina, publicar } from '../../support/publico.ts'

interface Lista {
  elementos: { id: string }[]
  total: number
  canceladas: number
}

/** Alcaldía and sindicatura are one planilla in each municipio. */
const pack = withPlanilla(packFicticio)

function withPlanilla(whole: ProcesoPack): ProcesoPack {
  const alcaldia: CargoPack = { ...must(whole.cargos.find(({ clave }) => clave === 'alcaldia')), planilla: 'concejo' }
  const sindicatura = { ...alcaldia, clave: 'sindicatura', nombre: 'Sindicaturas', singular: 'Candidatura: Sindicatura', orden: 5 }
  const contienda = must(whole.contiendas.find(({ clave }) => clave === 'alcaldia-m1'))
  const own = whole.postulaciones.filter((each) => each.contienda === 'alcaldia-m1')
  return {
    ...whole,
    cargos: [...whole.cargos.filter(({ clave }) => clave !== 'alcaldia'), alcaldia, sindicatura],
    contiendas: [...whole.contiendas, { ...contienda, clave: 'sindicatura-m1', cargo: 'sindicatura' }],
    postulaciones: [...whole.postulaciones, ...own.map((each) => ({ ...each, contienda: 'sindicatura-m1' }))],
  }
}

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ pack })
  equipo = new Equipo(test_)
  await publicar(test_)
})
afterAll(() => test_.close())

const lista = async (query: string) => (await leer<Lista>(test_, `candidaturas${query}`)).body
const ids = async (query: string) => (await lista(query)).elementos.map(({ id }) => id)

describe('a candidatura that was substituted', () => {
  it('leaves the list to the persona who entered, stays at its address, and is found by its name', async () => {
    const leaver = await givenCapturada(equipo, { nombre: 'Saliente', primerApellido: 'Quintero', numero: 901 })
    const suplente = await givenCapturada(equipo, { nombre: 'Suplente', numero: 901, calidad: 'suplente' })
    const enters = await givenCandidatura(test_, { nombre: 'Entrante', numero: 901, estatus: 'sustituida' })
    await publicar(test_)
    expect((await pagina(test_, leaver)).text).toContain('taller de redes')
    await givenCambio(test_, { tipo: 'sustitucion', de: leaver, entra: enters, causa: 'renuncia' })
    await publicar(test_)

    const [left, entered, partner] = [await pagina(test_, leaver), await pagina(test_, enters), await pagina(test_, suplente)]
    expect(left.body.salida).toMatchObject({ tipo: 'sustituida', causa: 'Renuncia', entra: { id: enters.id, nombre: 'Entrante Apellido' } })
    expect(left.text).not.toContain('taller de redes')
    expect(entered.body).toMatchObject({
      estatus: 'aprobada',
      salida: null,
      sustituyeA: { id: leaver.id, nombre: 'Saliente Quintero', desde: '2030-05-10' },
    })
    expect(partner.body.formula.map(({ id }) => id)).toEqual([enters.id, suplente.id])

    const shown = await ids('?limite=50')
    expect(shown).toContain(enters.id)
    expect(shown).not.toContain(leaver.id)
    expect(await ids('?q=saliente')).toEqual([leaver.id])
    expect(await ids('?estatus=sustituida')).toContain(leaver.id)
    expect(await ids('?estatus=aprobada&limite=50')).not.toContain(leaver.id)
    expect((await leer(test_, 'candidaturas?estatus=retirada')).status).toBe(400)
  })

  it('and restored by a court has its place again, and the persona who had entered is a notice', async () => {
    const of = await givenCapturada(equipo, { nombre: 'Vuelve', numero: 902 })
    const other = await givenCandidatura(test_, { nombre: 'Breve', numero: 902, estatus: 'sustituida' })
    await givenCambio(test_, { tipo: 'sustitucion', de: of, entra: other, causa: 'fallo' })
    await publicar(test_)
    await givenCambio(test_, { tipo: 'restitucion', de: of, sale: other, desde: '2030-05-20' })
    await publicar(test_)
    const back = (await pagina(test_, of)).body
    expect(back).toMatchObject({ estatus: 'aprobada', salida: null, sustituyeA: null })
    expect(back.secciones.map(({ estatus }) => estatus)).toEqual(['publicada', 'publicada'])
    expect((await pagina(test_, other)).body.salida).toMatchObject({ tipo: 'sustituida', desde: '2030-05-20', entra: { id: of.id } })
    expect(await ids('?q=vuelve')).toEqual([of.id])
  })

  it('says the new name of a successor who is renamed by a correction', async () => {
    const of = await givenCandidatura(test_, { nombre: 'Vieja', numero: 903 })
    const enters = await givenCandidatura(test_, { nombre: 'Antes', numero: 903, estatus: 'sustituida' })
    await givenCambio(test_, { tipo: 'sustitucion', de: of, entra: enters })
    await publicar(test_)
    await sql(
      test_,
      `update captura.persona set nombre = 'Después' where id = (select persona_id from captura.candidatura where id = $1)`,
      [enters.id],
    )
    await encolar(test_, enters)
    await publicar(test_)
    expect((await pagina(test_, of)).body.salida?.entra?.nombre).toBe('Después Apellido')
  })
})

describe('struck out three days before the election while the planilla stays', () => {
  it('the others of the planilla keep their pages and say it; of another planilla nobody is named', async () => {
    const place = (contienda: string, rest: GivenCandidatura = {}) => givenCapturada(equipo, { contienda, numero: 1, ...rest })
    const alcaldia = await place('alcaldia-m1', { nombre: 'Alcalde' })
    const suplente = await place('alcaldia-m1', { nombre: 'Alterna', calidad: 'suplente' })
    const sindica = await place('sindicatura-m1', { nombre: 'Síndica' })
    const rival = await place('sindicatura-m1', { nombre: 'Rival', actor: 'PFAR' })
    await publicar(test_)
    const planillaOf = async (of: Given) => (await pagina(test_, of)).body.planilla.map(({ id, estatus }) => [id, estatus])
    expect(await planillaOf(sindica)).toEqual([
      [alcaldia.id, 'aprobada'],
      [suplente.id, 'aprobada'],
    ])
    expect(await planillaOf(alcaldia)).toEqual([[sindica.id, 'aprobada']])
    expect(await planillaOf(rival)).toEqual([])

    await givenCambio(test_, { tipo: 'cancelacion', de: alcaldia, causa: 'fallo', desde: '2030-05-01' })
    await publicar(test_)
    expect(await planillaOf(sindica)).toEqual([
      [alcaldia.id, 'cancelada'],
      [suplente.id, 'aprobada'],
    ])
    const { body } = await pagina(test_, suplente)
    expect(body.formula.map(({ estatus }) => estatus)).toEqual(['cancelada', 'aprobada'])
    expect(body.secciones.every(({ estatus }) => estatus === 'publicada')).toBe(true)
    expect(await ids('?municipio=m1&limite=50')).toEqual(expect.arrayContaining([alcaldia.id, suplente.id, sindica.id]))
  })
})

describe('the counts', () => {
  interface Proceso {
    cifras: Record<string, number>
    cargos: { clave: string; candidaturas: number }[]
  }

  it('are those of the list, which counts a cancelled persona and says so, and not a substituted one', async () => {
    for (const numero of [911, 912, 913]) {
      const of = await givenCapturada(equipo, { numero })
      await givenCambio(test_, { tipo: 'cancelacion', de: of, causa: 'renuncia' })
    }
    await publicar(test_)
    const { cifras, cargos } = (await leer<Proceso>(test_, 'proceso')).body
    const { total, canceladas } = await lista('?limite=1')
    const of = async (estatus: string) => (await lista(`?estatus=${estatus}&limite=1`)).total
    expect(canceladas).toBe(4)
    expect(cifras).toMatchObject({
      candidaturas: total,
      canceladas,
      vigentes: total - canceladas,
      sustituidas: await of('sustituida'),
    })
    expect([await of('aprobada'), await of('cancelada')]).toEqual([total - canceladas, canceladas])
    for (const { clave, candidaturas } of cargos) expect([clave, (await lista(`?cargo=${clave}`)).total]).toEqual([clave, candidaturas])
    const { elementos } = (await leer<{ elementos: { clave: string; candidaturas: number }[] }>(test_, 'contiendas')).body
    for (const { clave, candidaturas } of elementos)
      expect([clave, (await lista(`?contienda=${clave}`)).total]).toEqual([clave, candidaturas])
    expect(cifras.verificadas).toBeLessThanOrEqual(must(cifras.vigentes))
    const verificadas = (
      await sql<{ n: number }>(
        test_,
        `select count(*)::int as n from captura.candidatura where estatus = 'aprobada' and estatus_captura = 'verificada'`,
      )
    )[0]
    expect(cifras.verificadas).toBe(verificadas?.n)
  })
})
