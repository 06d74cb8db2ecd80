import type { CandidaturaPublica } from '../../api-types.ts'
import { compararSecciones } from './filas.ts'

const campo = (clave: string, valor: string | null) => ({
  clave,
  titulo: `¿${clave}?`,
  tipo: 'texto',
  valor,
  blanco: valor ? null : 'no_proporcionada',
})
const seccion = (clave: string, campos: object[], estatus = 'publicada') => ({ clave, titulo: clave, estatus, campos })
const persona = (id: string, secciones: object[]) => ({ id, nombre: id, secciones }) as unknown as CandidaturaPublica

test('everybody has a place in each question, in the order in which a candidatura is read, with why there is no answer', () => {
  const told = compararSecciones(
    [
      persona('Ana', [seccion('historia', [campo('vida', 'Larga')]), seccion('propuestas', [campo('una', 'Agua'), campo('dos', null)])]),
      persona('Beto', [seccion('propuestas', [campo('una', null)], 'observada')]),
    ],
    (secciones) => [...secciones].reverse(),
  )
  expect(told.map(({ clave }) => clave)).toEqual(['propuestas', 'historia'])
  const [propuestas, historia] = told
  expect(propuestas?.preguntas.map(({ clave }) => clave)).toEqual(['una', 'dos'])
  expect(propuestas?.preguntas[0]?.respuestas).toMatchObject([
    { nombre: 'Ana', campo: { valor: 'Agua' }, seccion: null },
    { nombre: 'Beto', seccion: 'observada' },
  ])
  expect(propuestas?.preguntas[1]?.respuestas).toMatchObject([
    { campo: { blanco: 'no_proporcionada' } },
    { campo: null, seccion: 'observada' },
  ])
  expect(historia?.preguntas[0]?.respuestas[1]).toMatchObject({ nombre: 'Beto', campo: null, seccion: null })
})

test('questions that nobody answered are told together, by why; one that is only not shown stays', () => {
  const sin = (clave: string) => ({ ...campo(clave, null), blanco: 'sin_captura' })
  const revision = (clave: string) => ({ ...campo(clave, null), blanco: 'en_revision' })
  const [contacto] = compararSecciones(
    [
      persona('Ana', [seccion('contacto', [campo('fb', null), campo('x', null), campo('sitio', ''), sin('tel'), revision('correo')])]),
      persona('Beto', [
        seccion('contacto', [campo('fb', null), campo('x', 'equis'), campo('sitio', null), campo('tel', null), campo('correo', null)]),
      ]),
    ],
    (secciones) => [...secciones],
  )
  expect(contacto?.preguntas.map(({ clave }) => clave)).toEqual(['x', 'correo'])
  expect(contacto?.ninguna).toEqual([
    { razon: 'no_proporcionada', titulos: ['¿fb?', '¿sitio?'] },
    { razon: 'sin_respuesta', titulos: ['¿tel?'] },
  ])
})
