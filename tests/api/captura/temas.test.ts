import { addQuestion, type Question } from '@conoceles/cuestionarios'
import { leerIndice, type IndicePublico } from '../../../packages/domain/src/publico/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { givenCandidatura, must, type Given } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, guardar, RESPUESTAS } from '../../support/actos/captura.ts'
import { leer, pagina, publicar } from '../../support/publico.ts'
import { AHORA, PACK } from '../../support/actos/sesiones.ts'
import { guionDe, Taller } from '../../support/actos/versiones.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

const ASUNTOS: Question = {
  type: 'array',
  title: 'Asuntos',
  items: { type: 'string', enum: ['Agua', 'Muelles', 'Redes'] },
  maxItems: 2,
  'x-obligatorio': false,
  'x-publico': true,
  'x-presentacion': 'temas',
}
const { politicaPublicacion } = PACK
const PUBLICO = { campo: 'asuntos', publico: true, base: 'Prueba', fuente: 'Prueba', confianza: 'alta' } as const
const pack = { ...PACK, politicaPublicacion: { ...politicaPublicacion, campos: [...politicaPublicacion.campos, PUBLICO] } }

let test_: TestApp
let equipo: Equipo
let antes: Given
let textoAntes: string
let indiceAntes: IndicePublico

beforeAll(async () => {
  test_ = await startTestApp({ pack, ahora: AHORA, config: CON_PAGINAS })
  equipo = new Equipo(test_)
  antes = await givenCapturada(equipo)
  await publicar(test_)
  textoAntes = (await pagina(test_, antes)).text
  indiceAntes = await indice()
})
afterAll(() => test_.close())

const indice = async () => (await leer<IndicePublico>(test_, 'indice')).body
const hallados = async (query: string) =>
  (await leer<{ elementos: { id: string }[] }>(test_, `candidaturas${query}`)).body.elementos.map(({ id }) => id)
const abrir = async (query: string) => {
  const { headers, rawPayload } = await test_.app.inject({ url: `/candidaturas${query}` })
  return decode({ headers, body: rawPayload }).toString('utf8')
}
const campoOf = async (of: Given) => {
  const { secciones } = (await pagina(test_, of)).body
  return must(secciones.find(({ clave }) => clave === 'compromiso')).campos.find(({ clave }) => clave === 'asuntos')
}

it('a version that asks for no topics has none on its pages, in its index or in its list', async () => {
  expect('temas' in indiceAntes).toBe(false)
  expect(leerIndice(indiceAntes)[0]?.temas).toEqual([])
  expect(textoAntes).not.toContain('asuntos')
  expect(await hallados('?tema=Agua')).toEqual([])
})

describe('a version that asks for the topics of the proposals', () => {
  let eligio: Given
  let ninguno: Given

  beforeAll(async () => {
    const taller = new Taller(equipo)
    const draft = await taller.desdeVigente('curricular')
    const saved = await taller.guardado(draft, addQuestion(guionDe(draft), 'compromiso', { clave: 'asuntos', pregunta: ASUNTOS }))
    expect(saved).toMatchObject({ fallas: [], intactas: ['oficio', 'compromiso'] })
    const { alcance } = await taller.activar(saved)
    expect(alcance).toMatchObject({ seAbren: 0 })
    const compromiso = { ...RESPUESTAS.curricular.compromiso, asuntos: ['Redes', 'Agua', 'Agua'] }
    eligio = await givenCapturada(equipo, { respuestas: { ...RESPUESTAS, curricular: { ...RESPUESTAS.curricular, compromiso } } })
    ninguno = await givenCapturada(equipo)
    await publicar(test_)
  })

  it('reopens nobody and leaves the pages there were as they were asked', async () => {
    expect((await pagina(test_, antes)).text).toBe(textoAntes)
  })

  it('shows what she chose, each once, and says of who chose none that she gave none', async () => {
    expect(await campoOf(eligio)).toMatchObject({ tipo: 'temas', valor: ['Redes', 'Agua'], blanco: null })
    expect(await campoOf(ninguno)).toMatchObject({ valor: null, blanco: 'no_proporcionada' })
  })

  it('finds her by each of them in the list and in the index, and nobody by what nobody chose', async () => {
    expect(await hallados('?tema=Agua')).toEqual([eligio.id])
    expect(await hallados('?tema=Redes&calidad=propietaria')).toEqual([eligio.id])
    expect(await hallados('?tema=Muelles')).toEqual([])
    const { temas, ...rest } = await indice()
    expect(temas?.valores).toEqual(['Agua', 'Redes'])
    const filas = leerIndice({ ...rest, ...(temas && { temas }) })
    const of = ({ id }: Given) => filas.find((fila) => id.replaceAll('-', '').startsWith(fila.id))?.temas
    expect([of(eligio), of(ninguno), of(antes)]).toEqual([['Agua', 'Redes'], [], []])
  })

  it('offers and applies the filter on the page that comes from the server, also without its script', async () => {
    const elegida = await abrir('?tema=Agua')
    expect([elegida.includes(`/candidaturas/${eligio.id.slice(0, 7)}`), elegida.includes(ninguno.id.slice(0, 7))]).toEqual([true, false])
    for (const html of [elegida, await abrir('')]) expect(html).toMatch(/<select[^>]*name="tema".*?<option value="Redes"/s)
  })

  it('takes no more than its maximum, and nothing that is not in its catalogue', async () => {
    const of = await givenCandidatura(test_)
    const save = (version: number, asuntos: string[]) =>
      guardar(equipo, { of, at: 'curricular/compromiso' }, { version, respuestas: { ...RESPUESTAS.curricular.compromiso, asuntos } })
    expect((await save(0, ['Agua', 'Muelles', 'Redes'])).body).toMatchObject({ rechazadas: [{ campo: 'asuntos' }] })
    expect((await save(1, ['Fuego'])).status).toBe(422)
    expect((await save(1, ['Muelles', 'Redes'])).body).toMatchObject({ rechazadas: [] })
  })
})
