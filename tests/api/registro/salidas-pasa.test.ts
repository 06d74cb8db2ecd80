import { startTestApp, type TestApp } from '../../support/app.ts'
import { bloquear } from '../../support/actos/bloqueos.ts'
import { givenCandidatura, mismaPersona, sql, type Given, type GivenCandidatura } from '../../support/registro/candidaturas.ts'
import { Equipo } from '../../support/actos/captura.ts'
import { readPdf } from '../../support/pdf.ts'
import { encolar, givenCambio, pagina, publicar, type GivenCambio } from '../../support/publico.ts'

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp()
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

/** A persona in two places. */
async function givenDos(otro: GivenCandidatura = {}): Promise<{ primero: Given; otro: Given }> {
  const primero = await givenCandidatura(test_, { nombre: 'Pasa', calidad: 'suplente' })
  const second = await givenCandidatura(test_, { contienda: 'alcaldia-m1', nombre: 'Pasa', ...otro })
  await mismaPersona(test_, primero, second)
  return { primero, otro: second }
}

async function cambia(change: GivenCambio): Promise<void> {
  await givenCambio(test_, change)
  await publicar(test_)
}

const pasaA = async (of: Given) => (await pagina(test_, of)).body.pasaA
const enAlcaldia = ({ id }: Given) => ({
  id,
  cargo: 'alcaldia',
  cargoNombre: expect.any(String),
  lugar: expect.any(String),
  calidad: 'propietaria',
})

describe('the page of a persona who passed to another place', () => {
  it('leads to the new one as long as she holds it, and the new one does not lead back', async () => {
    const { primero, otro } = await givenDos()
    await publicar(test_)
    expect(await pasaA(primero)).toBeNull()
    await cambia({ tipo: 'cancelacion', de: primero, causa: 'otro_lugar' })
    expect((await pagina(test_, primero)).body).toMatchObject({ salida: { causa: 'Pasa a otro lugar' }, pasaA: enAlcaldia(otro) })
    expect(await pasaA(otro)).toBeNull()
    const { rawPayload } = await test_.app.inject({ url: `/api/v1/publico/candidaturas/${primero.id}/ficha.pdf` })
    expect(readPdf.text(rawPayload)).toMatch(/Ahora está en otro lugar: Candidatura: Alcaldías, Puerto Imaginario, propietaria\. Su nombre/)

    await cambia({ tipo: 'cancelacion', de: otro, causa: 'renuncia' })
    expect(await pasaA(primero)).toBeNull()
    await cambia({ tipo: 'restitucion', de: otro })
    expect(await pasaA(primero)).toMatchObject({ id: otro.id })
  })

  it('leads to the place that she entered, of two that she holds', async () => {
    const { primero, otro } = await givenDos({ contienda: 'legislatura-sur' })
    const lugar = { contienda: 'alcaldia-m1', numero: 950 }
    const deja = await givenCandidatura(test_, lugar)
    const entra = await givenCandidatura(test_, { ...lugar, estatus: 'sustituida' })
    await mismaPersona(test_, otro, entra)
    await givenCambio(test_, { tipo: 'sustitucion', de: deja, entra })
    await cambia({ tipo: 'cancelacion', de: primero, causa: 'otro_lugar' })
    expect(await pasaA(primero)).toEqual(enAlcaldia(entra))
  })

  it.each(['renuncia', 'enfermedad'])('leads nowhere when she left by another cause: %s', async (causa) => {
    const { primero } = await givenDos()
    await cambia({ tipo: 'cancelacion', de: primero, causa })
    expect(await pasaA(primero)).toBeNull()
  })

  it('leads nowhere while she is blocked', async () => {
    const { primero, otro } = await givenDos()
    await cambia({ tipo: 'cancelacion', de: primero, causa: 'otro_lugar' })
    await bloquear(equipo, otro)
    await publicar(test_)
    const { text, body: page } = await pagina(test_, primero)
    expect([page.reserva, page.pasaA, text.includes(otro.id)]).toEqual(['persona', null, false])
  })

  it('leads nowhere while the other is not published', async () => {
    const { primero, otro } = await givenDos()
    const abre = (dia: string) => sql(test_, `update captura.cargo set inicio_publicacion = $1 where clave = 'alcaldia'`, [dia])
    await abre('2031-01-01')
    await cambia({ tipo: 'cancelacion', de: primero, causa: 'otro_lugar' })
    expect((await pagina(test_, primero)).body).toMatchObject({ salida: { causa: 'Pasa a otro lugar' }, pasaA: null })
    await abre('2030-05-01')
    await encolar(test_, otro)
    await publicar(test_)
    expect(await pasaA(primero)).toMatchObject({ id: otro.id })
  })
})
