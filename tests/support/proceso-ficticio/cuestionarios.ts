import type { CuestionarioPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const
const schemaVersion = 'https://json-schema.org/draft/2020-12/schema'
const asked = { 'x-fuente': invented.fuente, 'x-confianza': invented.confianza, 'x-obligatorio': true }
const SI_NO = ['Sí', 'No', 'Prefiero no contestar']

/** Other questions, sections and lengths than the real pack's: code that names one of those fails here. */
export const cuestionarios: CuestionarioPack[] = [
  {
    tipo: 'curricular',
    version: 3,
    titulo: 'Ficha curricular',
    vigenteDesde: '2030-02-01',
    ...invented,
    schema: {
      $schema: schemaVersion,
      type: 'object',
      properties: {
        oficio: {
          type: 'string',
          title: 'Oficio',
          enum: ['Alfarería', 'Pesca', 'Otro'],
          ...asked,
          'x-publico': true,
          'x-presentacion': 'texto',
        },
        oficio_otro: { type: 'string', title: '¿Cuál oficio?', maxLength: 40, ...asked, 'x-publico': true, 'x-presentacion': 'texto' },
        sitio: {
          type: 'string',
          title: 'Sitio',
          format: 'enlace',
          ...asked,
          'x-obligatorio': false,
          'x-publico': true,
          'x-presentacion': 'enlace',
        },
        telefono_privado: { type: 'string', title: 'Teléfono privado', ...asked, 'x-obligatorio': false, 'x-publico': false },
        compromiso: {
          type: 'string',
          title: 'Compromiso con el valle',
          sinBlancos: { minimo: 40, maximo: 300 },
          ...asked,
          'x-publico': true,
          'x-presentacion': 'parrafos',
        },
      },
      'x-alMenosUno': [{ seccion: 'oficio', campos: ['sitio', 'telefono_privado'], mensaje: 'Falta el sitio o el teléfono' }],
    },
    uischema: categorization([
      category('oficio', 'Oficio', [
        control('oficio'),
        control('oficio_otro', 'oficio', 'Otro'),
        control('sitio'),
        control('telefono_privado'),
      ]),
      category('compromiso', 'Compromiso', [control('compromiso')]),
    ]),
  },
  {
    tipo: 'identidad',
    version: 2,
    titulo: 'Ficha de identidad',
    vigenteDesde: '2030-02-01',
    ...invented,
    schema: {
      $schema: schemaVersion,
      type: 'object',
      properties: {
        islena: { type: 'string', title: '¿Nació en una isla?', enum: SI_NO, ...asked, 'x-publico': false, 'x-grupo': 'islena' },
        isla: {
          type: 'string',
          title: '¿En cuál?',
          enum: ['Isla Chica', 'Isla Grande', 'Prefiero no contestar'],
          ...asked,
          'x-publico': false,
        },
        serrana: { type: 'string', title: '¿Vive en la sierra?', enum: SI_NO, ...asked, 'x-publico': false, 'x-grupo': 'serrana' },
      },
    },
    uischema: categorization([
      category('islas', 'Islas', [control('islena'), control('isla', 'islena', 'Sí')]),
      category('sierra', 'Sierra', [control('serrana')]),
    ]),
  },
]

function categorization(elements: unknown[]): Record<string, unknown> {
  return { type: 'Categorization', elements }
}

function category(clave: string, label: string, elements: unknown[]): Record<string, unknown> {
  return { type: 'Category', label, options: { clave }, elements }
}

function control(campo: string, shownBy?: string, value?: string): Record<string, unknown> {
  const scope = `#/properties/${campo}`
  if (shownBy === undefined) return { type: 'Control', scope }
  return { type: 'Control', scope, rule: { effect: 'SHOW', condition: { scope: `#/properties/${shownBy}`, schema: { const: value } } } }
}
