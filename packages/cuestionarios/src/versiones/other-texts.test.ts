import { compileCuestionario } from '../compile.ts'
import { textosDeOtra } from './other-texts.ts'

const control = (campo: string, rule?: object) => ({ type: 'Control', scope: `#/properties/${campo}`, ...(rule ? { rule } : {}) })
const shownBy = (campo: string, valor: string) => ({
  effect: 'SHOW',
  condition: { scope: `#/properties/${campo}`, schema: { const: valor } },
})

const compiled = compileCuestionario({
  tipo: 'identidad',
  version: 1,
  titulo: 'Prueba',
  schema: {
    type: 'object',
    properties: {
      lengua: { type: 'string', title: '¿Cuál lengua?', enum: ['Náhuatl', 'Otra'] },
      lengua_otra: { type: 'string', title: '¿Qué otra?', maxLength: 100 },
      lengua_nivel: { type: 'string', title: '¿Cuánto?', enum: ['Poco', 'Mucho'] },
      lengua_nota: { type: 'string', title: 'Nota del náhuatl' },
      libre: { type: 'string', title: 'Algo más' },
    },
  },
  uischema: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        label: 'Lenguas',
        options: { clave: 'lenguas' },
        elements: [
          control('lengua'),
          control('lengua_otra', shownBy('lengua', 'Otra')),
          control('lengua_nivel', shownBy('lengua', 'Otra')),
          control('lengua_nota', shownBy('lengua', 'Náhuatl')),
          control('libre'),
        ],
      },
    ],
  },
})

it('finds the texts of an option «Otra», and neither closed questions, nor texts of another option or of everybody', () => {
  expect(textosDeOtra(compiled)).toEqual([
    { campo: 'lengua_otra', titulo: '¿Qué otra?', de: 'lengua', tituloDe: '¿Cuál lengua?', opcion: 'Otra', seccion: 'Lenguas' },
  ])
})
