import type { Captura, SeccionCaptura } from '../../../api-types.ts'
import { cambiosDe, conservar, corregir, draftsOf, enfrentar, marcar, marcarArchivo, sinGuardar } from './cambios.ts'
import { isPorLeer, totalOf } from './escrita.ts'

const seccion = (clave: string, respuestas: Record<string, unknown>, extra: Partial<SeccionCaptura> = {}) =>
  ({
    cuestionario: 'curricular',
    clave,
    titulo: clave,
    version: 3,
    respuestas,
    editable: true,
    razones: [],
    ...extra,
  }) as unknown as SeccionCaptura
const captura = {
  candidaturaId: 'a',
  secciones: [
    seccion('contacto', { facebook: 'https://facebook.com/ella' }),
    seccion('historia', {}, { editable: false, razones: ['Ya se validó.'] }),
    seccion('propuestas', { propuesta_1: 'Agua' }),
  ],
} as unknown as Captura
const SECCIONES: Record<string, string> = {
  facebook: 'contacto',
  x: 'contacto',
  historia: 'historia',
  propuesta_1: 'propuestas',
  propuesta_2: 'propuestas',
}
const escrita = (campo: string, valor: unknown, razones: string[] = []) => ({
  campo,
  etiqueta: campo,
  texto: String(valor),
  respuesta: valor === null ? null : { [campo]: valor },
  razones,
  avisos: [],
  dudosa: valor === 'Mi tel es 777 123 4567',
})
const found = (...respuestas: ReturnType<typeof escrita>[]) => cambiosDe(respuestas, captura, (campo) => SECCIONES[campo])

describe('answers of a file', () => {
  it('stand beside the captured ones, and only what is blank is written by itself', () => {
    const cambios = found(
      escrita('facebook', 'https://facebook.com/ella'),
      escrita('x', '@ella'),
      escrita('historia', 'Fui maestra'),
      escrita('propuesta_1', 'Empleo'),
      escrita('propuesta_2', null, ['No es una opción.']),
      escrita('otra', 'Sin pregunta'),
    )
    expect(cambios.map(({ campo, clase, elegida }) => [campo, clase, elegida])).toEqual([
      ['facebook', 'igual', false],
      ['x', 'nueva', true],
      ['historia', 'cerrada', false],
      ['propuesta_1', 'distinta', false],
      ['propuesta_2', 'imposible', false],
    ])
    expect(cambios[2]?.razones).toEqual(['Ya se validó.'])
  })

  it('that may hold her data are not written before somebody reads them', () => {
    expect(found(escrita('propuesta_2', 'Mi tel es 777 123 4567'))).toMatchObject([{ clase: 'nueva', elegida: false }])
  })

  it('of several files that differ are not written until somebody chooses one', () => {
    const suya = (archivo: string, ...valores: [string, string][]) => ({
      archivo,
      candidatura: { id: 'a' },
      cambios: found(...valores.map(([campo, valor]) => escrita(campo, valor))),
    })
    const suyas = [suya('una.docx', ['x', '@una'], ['propuesta_2', 'Agua']), suya('otra.docx', ['x', '@otra'], ['propuesta_2', 'Agua'])]
    const [una, otra] = suyas.map(({ cambios }) => cambios[0])
    if (!una || !otra) throw new Error('both answer x')
    enfrentar(suyas)
    expect([una, otra].map(({ elegida, otros }) => [elegida, otros])).toEqual([[false, ['otra.docx']], [false, ['una.docx']]]) // prettier-ignore
    expect(suyas.map(({ cambios }) => cambios[1]?.elegida)).toEqual([true, true])
    const [again] = conservar([una], found(escrita('x', '@una')))
    expect(again).toMatchObject({ elegida: false, otros: ['otra.docx'] })
    marcarArchivo(suyas, 'una.docx')
    expect([una.elegida, otra.elegida]).toEqual([true, false])
    marcar(suyas, otra, { elegida: true })
    expect([una.elegida, otra.elegida]).toEqual([false, true])
  })

  it('of several files are one where their addresses lead to one page', () => {
    const suyas = ['https://www.x.com/ella', 'https://x.com/Ella'].map((x, at) => ({
      ...{ archivo: String(at), candidatura: { id: 'a' }, cambios: found(escrita('x', x)) },
    }))
    enfrentar(suyas)
    expect(suyas.map(({ cambios }) => cambios[0]?.elegida)).toEqual([true, true])
  })

  it('count once for each question', () => {
    expect(found(escrita('x', '@una'), escrita('x', '@otra')).map(({ despues }) => despues)).toEqual(['@una'])
  })
})

it('the chosen ones become a draft of each section, with all that was captured there', () => {
  const cambios = found(escrita('x', '@ella'), escrita('propuesta_1', 'Empleo')).map((cambio) => ({ ...cambio, elegida: true }))
  expect(draftsOf(captura, cambios)).toEqual([
    expect.objectContaining({ seccion: 'contacto', version: 3, respuestas: { facebook: 'https://facebook.com/ella', x: '@ella' } }),
    expect.objectContaining({ seccion: 'propuestas', respuestas: { propuesta_1: 'Empleo' }, base: { propuesta_1: 'Agua' } }),
  ])
})

describe('a text that somebody mended', () => {
  const doubtful = () => found(escrita('x', 'Mi tel es 777 123 4567'))

  it('is chosen by that, and stays when her captura is read again', () => {
    const [cambio] = doubtful()
    if (!cambio) throw new Error('nothing was found')
    corregir([{ archivo: 'a', candidatura: { id: 'a' }, cambios: [cambio] }], cambio, '@ella')
    expect([cambio.elegida, isPorLeer(cambio)]).toEqual([true, false])
    expect(conservar([cambio], doubtful())[0]).toMatchObject({ despues: '@ella', elegida: true, clase: 'nueva' })
  })

  it('was kept if her captura has it, as it is or as the server cleans it', () => {
    const before = doubtful().map((each) => ({ ...each, despues: '@ella', corregida: true, elegida: true }))
    const after = (saved: string | undefined) => before.map((each) => ({ ...each, clase: 'distinta' as const, antes: saved }))
    expect(sinGuardar(before, after('https://x.com/ella'))).toEqual([])
    expect(sinGuardar(before, after(undefined)).map(({ campo }) => campo)).toEqual(['x'])
  })
})

describe('two files about one persona', () => {
  const block = (archivo: string, valor: string) => ({
    ...{ key: archivo, archivo, candidatura: { id: 'a', nombre: 'Ella', detalle: '' }, dicha: false, aviso: null },
    ...{ persona: { nombre: '', sitio: '', candidaturas: [], respuestas: [], sobrantes: [] }, cambios: found(escrita('x', valor)) },
  })

  it('give one answer where they say the same', () => {
    expect(totalOf([block('uno', '@ella'), block('dos', '@ella')])).toEqual({ respuestas: 1, personas: 1 })
  })

  it('leave nothing to be read once the answer of one was chosen', () => {
    const both = [block('uno', '@ella'), block('dos', '@otra')]
    enfrentar(both)
    const [one, other] = both.flatMap(({ cambios }) => cambios)
    if (!one || !other) throw new Error('nothing was found')
    expect([isPorLeer(one), isPorLeer(other)]).toEqual([true, true])
    marcar(both, one, { elegida: true })
    expect([isPorLeer(one), isPorLeer(other)]).toEqual([false, false])
  })
})
