import { condicionEnPalabras, type CompiledCuestionario, type Question, type TextRules } from '@conoceles/cuestionarios'
import { COLUMNAS_CANDIDATOS, COLUMNAS_IDENTIDAD, headingKey, HOJAS_INE, type FilaInforme, type TablaInforme } from '@conoceles/domain'
import { letraDe, texto } from './formato-celdas.ts'

/** A version of a cuestionario in force, and which of its fields the policy in force lets out. */
export interface CuestionarioEnFormato {
  tipo: 'curricular' | 'identidad'
  compiled: CompiledCuestionario
  permite: (campo: string) => boolean
}

/** Closed lists by their options: two questions with the same ones share a list. */
export type CatalogosFormato = Map<string, { clave: string; opciones: readonly string[]; preguntas: string[] }>

/** Every question of a version, field by field. Adds to `catalogos` those that it uses. */
export function tablaPreguntas({ tipo, compiled, permite }: CuestionarioEnFormato, catalogos: CatalogosFormato): TablaInforme {
  const filas = compiled.secciones.flatMap(({ titulo: seccion, campos }) =>
    campos.flatMap((campo) => {
      const question = compiled.questions.get(campo)
      return question ? [{ campo, seccion, question }] : []
    }),
  )
  const obligatorias = filas.filter(({ question }) => question['x-obligatorio'] === true).length
  return {
    clave: `campos-${tipo}-${compiled.version}`,
    titulo: `${compiled.titulo}, versión ${compiled.version}`,
    rotulo: 'Pregunta',
    denominador: `${filas.length} campos; ${obligatorias} obligatorios mientras se preguntan.`,
    columnas: COLUMNAS,
    filas: filas.map(({ campo, seccion, question }): FilaInforme => ({
      clave: campo,
      nombre: question.title,
      celdas: [
        campo,
        seccion,
        tipoDe(question),
        longitudDe(question),
        catalogoDe(question, campo, catalogos),
        question['x-obligatorio'] === true ? 'Sí' : 'No',
        condicionEnPalabras(compiled, campo) ?? 'Siempre',
        publicoDe(tipo, campo, permite),
        columnaDe(tipo, question),
      ],
    })),
    total: null,
    notas: [
      ...compiled.alMenosUno.map(({ campos, mensaje }) => `Se pide al menos uno de: ${campos.join(', ')}. ${mensaje}.`),
      'Los caracteres se cuentan sin espacios en blanco donde así se dice. Un campo que no se pregunta no se guarda.',
    ],
    grafica: null,
  }
}

const COLUMNAS = [
  texto('campo', 'Campo'),
  texto('seccion', 'Sección'),
  texto('tipo', 'Tipo'),
  texto('longitud', 'Longitud'),
  texto('catalogo', 'Catálogo'),
  texto('obligatorio', 'Obligatorio'),
  texto('condicion', 'Se pregunta cuando'),
  texto('publico', 'Público'),
  texto('columnaIne', 'Columna del INE'),
]

function tipoDe({ type, items, format, enum: options, pattern }: Question): string {
  if (type === 'array') return items?.enum ? 'Lista de opciones' : `Lista: ${textoDe(items ?? { type: 'string' }).toLowerCase()}`
  if (type === 'boolean') return 'Sí o no'
  if (type === 'integer') return 'Número entero'
  return textoDe({ type, format, enum: options, pattern })
}

function textoDe({ enum: options, format, pattern }: Partial<TextRules>): string {
  if (options) return 'Opción'
  if (format === 'enlace') return 'Dirección https'
  if (format === 'email') return 'Correo electrónico'
  return pattern === undefined ? 'Texto' : 'Texto con formato'
}

function longitudDe({ type, items, maxItems, minimum, maximum, ...own }: Question): string {
  if (type === 'integer') return rango(minimum, maximum, '') || '—'
  return type === 'array' ? renglones(caracteres(items ?? {}), maxItems) : caracteres(own) || '—'
}

function renglones(cada: string, maxItems: number | undefined): string {
  const lines = maxItems === undefined ? 'sin máximo de renglones' : `hasta ${maxItems} renglones`
  return cada === '' ? lines : `${lines}, cada uno ${cada}`
}

/** Lengths as the schema counts them; a text without a rule has none. */
function caracteres({ sinBlancos, maxLength, pattern, 'x-mensaje': mensaje }: Partial<TextRules>): string {
  const parts = [
    rango(sinBlancos?.minimo, sinBlancos?.maximo, ' sin blancos'),
    rango(undefined, maxLength, ' con blancos'),
    pattern === undefined ? '' : `formato ${pattern}${mensaje ? ` (${mensaje})` : ''}`,
  ]
  return parts.filter((part) => part !== '').join('; ')
}

function rango(minimo: number | undefined, maximo: number | undefined, de: string): string {
  if (minimo !== undefined && maximo !== undefined) return `${minimo} a ${maximo}${de}`
  if (maximo !== undefined) return `hasta ${maximo}${de}`
  return minimo === undefined ? '' : `al menos ${minimo}${de}`
}

function catalogoDe({ enum: own, items }: Question, campo: string, catalogos: CatalogosFormato): string {
  const opciones = own ?? items?.enum
  if (!opciones) return '—'
  const key = opciones.join('\n')
  const found = catalogos.get(key) ?? { clave: `C${catalogos.size + 1}`, opciones, preguntas: [] }
  if (!found.preguntas.includes(campo)) found.preguntas.push(campo)
  catalogos.set(key, found)
  return `${found.clave} (${opciones.length} opciones)`
}

/** No identity answer is published: of some a badge follows, where the persona authorised it. */
function publicoDe(tipo: CuestionarioEnFormato['tipo'], campo: string, permite: (campo: string) => boolean): string {
  return tipo === 'curricular' && permite(campo) ? 'Sí' : 'No'
}

function columnaDe(tipo: CuestionarioEnFormato['tipo'], { 'x-columnaIne': columna }: Question): string {
  if (columna === undefined) return 'No tiene'
  const [hoja, columnas] = tipo === 'curricular' ? [HOJAS_INE.candidatos, COLUMNAS_CANDIDATOS] : [HOJAS_INE.identidad, COLUMNAS_IDENTIDAD]
  const at = columnas.findIndex((each) => headingKey(each) === headingKey(columna))
  const number = /^\d+/.exec(columna)?.[0]
  const nombre = number === undefined ? columna : `pregunta ${number}`
  return at < 0 ? columna : `${hoja}, columna ${letraDe(at)}: ${nombre}`
}
