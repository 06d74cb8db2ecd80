import type { CuestionarioDocument } from './document.ts'

/** A small cuestionario for the tests: every keyword once, and rules within a section, in a chain and between sections. */
export function sampleDocument(changes: Partial<CuestionarioDocument> = {}): CuestionarioDocument {
  return { tipo: 'curricular', version: 1, titulo: 'Muestra', schema: sampleSchema(), uischema: sampleUischema(), ...changes }
}

export function sampleSchema(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'object',
    properties: {
      red: { type: 'string', title: 'Red social', format: 'enlace', hosts: ['red.example'], 'x-presentacion': 'enlace' },
      correo: { type: 'string', title: 'Correo', format: 'email' },
      telefono: {
        type: 'string',
        title: 'Teléfono',
        pattern: '^[0-9]{10}$',
        'x-mensaje': 'Escriba diez dígitos',
        'x-presentacion': 'telefono',
      },
      historia: { type: 'string', title: 'Historia', sinBlancos: { minimo: 10, maximo: 20 }, 'x-obligatorio': true },
      cursos: { type: 'array', title: 'Cursos', maxItems: 3, items: { type: 'string', maxLength: 8 } },
      edad: { type: 'integer', title: 'Edad', minimum: 18 },
      joven: { type: 'string', title: '¿Joven?', enum: ['Sí', 'No'], 'x-obligatorio': true },
      mayor: { type: 'string', title: '¿Mayor?', enum: ['Sí', 'No'], 'x-obligatorio': true },
      tipo: { type: 'string', title: 'Tipo', enum: ['A', 'Otro'], 'x-obligatorio': true },
      otro: { type: 'string', title: 'Cuál', maxLength: 50 },
      ...changes,
    },
    'x-alMenosUno': [{ seccion: 'contacto', campos: ['red', 'correo', 'telefono'], mensaje: 'Falta un dato de contacto' }],
  }
}

export function sampleUischema(): Record<string, unknown> {
  return {
    type: 'Categorization',
    elements: [
      category('contacto', [control('red'), control('correo'), control('telefono')]),
      category('historia', [control('historia'), control('cursos'), control('edad')]),
      category('edades', [
        control('joven', { campo: 'mayor', schema: { not: { const: 'Sí' } } }),
        {
          type: 'Group',
          rule: rule('joven', { const: 'Sí' }),
          elements: [control('tipo'), control('otro', { campo: 'tipo', schema: { const: 'Otro' } })],
        },
      ]),
      category('mayores', [control('mayor', { campo: 'joven', schema: { not: { const: 'Sí' } } })]),
    ],
  }
}

export function category(clave: string, elements: unknown[]): Record<string, unknown> {
  return { type: 'Category', label: `Sección ${clave}`, options: { clave }, elements }
}

export function control(campo: string, shown?: { campo: string; schema: unknown }): Record<string, unknown> {
  const element = { type: 'Control', scope: `#/properties/${campo}` }
  return shown === undefined ? element : { ...element, rule: rule(shown.campo, shown.schema) }
}

function rule(campo: string, schema: unknown): Record<string, unknown> {
  return { effect: 'SHOW', condition: { scope: `#/properties/${campo}`, schema } }
}
