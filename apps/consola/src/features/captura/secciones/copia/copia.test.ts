import { compileCuestionario, type CuestionarioDocument } from '@conoceles/cuestionarios'
import type { OtraCandidatura } from '../../../../api-types.ts'
import { copiasDe } from './copia.ts'

const text = (title: string) => ({ type: 'string', title })
const document: CuestionarioDocument = {
  tipo: 'curricular',
  version: 1,
  titulo: 'Muestra',
  schema: { type: 'object', properties: { grado: text('Grado'), escuela: text('Escuela'), lema: text('Lema') } },
  uischema: {
    type: 'Categorization',
    elements: [category('estudios', ['grado', 'escuela']), category('propuestas', ['lema'])],
  },
}

function category(clave: string, campos: string[]): object {
  const elements = campos.map((campo) => ({ type: 'Control', scope: `#/properties/${campo}` }))
  return { type: 'Category', label: clave, options: { clave }, elements }
}

const compiled = compileCuestionario(document)
const otra = (id: string, clave: string, respuestas: Record<string, unknown>): OtraCandidatura => ({
  ...{ id, cargo: 'Diputación', lugar: 'Distrito 1', calidad: 'propietaria', estatus: 'aprobada' },
  secciones: [{ clave, respuestas, guardadaEn: '2024-04-20T10:00:00Z' }],
})

describe('answers of another candidatura', () => {
  test('fill the blank questions of the section, and replace none that is there', () => {
    const otras = [otra('a', 'estudios', { grado: 'Licenciatura', escuela: 'UAEM', lema: 'Otro' })]
    expect(copiasDe(otras, { compiled, clave: 'estudios', respuestas: { grado: 'Maestría' } })).toEqual([
      { otra: otras[0], respuestas: { escuela: 'UAEM' } },
    ])
  })

  test('are not offered where they fill nothing, or are of another section', () => {
    const otras = [otra('a', 'estudios', { grado: 'Licenciatura', escuela: '' }), otra('b', 'propuestas', { lema: 'Uno' })]
    expect(copiasDe(otras, { compiled, clave: 'estudios', respuestas: { grado: 'Maestría' } })).toEqual([])
  })
})
