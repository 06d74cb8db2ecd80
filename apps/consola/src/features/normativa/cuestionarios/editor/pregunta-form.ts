import type { Condition, Edades, Mostrar, Presentacion, Question, TextRules } from '@conoceles/cuestionarios'
import { formatoDe, isFormat, type Formato } from './formatos.ts'

export const CLASES = ['texto', 'opcion', 'lista', 'lista_opciones', 'si_no', 'numero'] as const
export type Clase = (typeof CLASES)[number]

/** A question as somebody writes it: every field a text or a yes. */
export interface PreguntaForm {
  titulo: string
  ayuda: string
  fuente: string
  clase: Clase
  obligatoria: boolean
  publica: boolean
  /** One option a line. */
  opciones: string
  minimo: string
  maximo: string
  largo: string
  renglones: string
  desde: string
  hasta: string
  formato: '' | Formato
  /** Separated by commas. */
  sitios: string
  patron: string
  mensaje: string
  /** Ages at which it is asked, and the norm that says so. */
  edadDesde: string
  edadHasta: string
  edadFuente: string
  presentacion: '' | Presentacion
  grupo: string
  columna: string
}

export function formOf(question: Question): PreguntaForm {
  return {
    titulo: question.title,
    ayuda: textOf(question.description),
    fuente: textOf(question['x-fuente']),
    clase: claseOf(question),
    obligatoria: question['x-obligatorio'] === true,
    publica: question['x-publico'] === true,
    renglones: textOf(question.maxItems),
    desde: textOf(question.minimum),
    hasta: textOf(question.maximum),
    presentacion: textOf(question['x-presentacion']) as PreguntaForm['presentacion'],
    grupo: textOf(question['x-grupo']),
    columna: textOf(question['x-columnaIne']),
    ...edadesFormOf(question),
    ...rulesFormOf(question.items ?? question),
  }
}

function edadesFormOf({ 'x-edades': edades }: Question): Pick<PreguntaForm, 'edadDesde' | 'edadHasta' | 'edadFuente'> {
  return { edadDesde: textOf(edades?.desde), edadHasta: textOf(edades?.hasta), edadFuente: textOf(edades?.fuente) }
}

type RulesForm = Pick<PreguntaForm, 'opciones' | 'minimo' | 'maximo' | 'largo' | 'formato' | 'sitios' | 'patron' | 'mensaje'>

function rulesFormOf({ enum: options = [], hosts = [], sinBlancos, maxLength, ...rules }: TextRules | Question): RulesForm {
  return {
    opciones: options.join('\n'),
    sitios: hosts.join(', '),
    minimo: textOf(sinBlancos?.minimo),
    maximo: textOf(sinBlancos?.maximo),
    largo: textOf(maxLength),
    formato: formatoDe(rules),
    patron: textOf(rules.pattern),
    mensaje: textOf(rules['x-mensaje']),
  }
}

/** Question of the form; data of the earlier one that the form does not show (how sure its source is) stay. */
export function questionOf(form: PreguntaForm, before: Question): Question {
  const list = form.clase === 'lista' || form.clase === 'lista_opciones'
  const rules = rulesOf(form)
  return {
    type: TYPES[form.clase],
    title: form.titulo,
    ...set('description', form.ayuda),
    ...(list ? { items: { type: 'string', ...rules } as TextRules, ...count('maxItems', form.renglones) } : rules),
    ...(form.clase === 'numero' ? { ...count('minimum', form.desde), ...count('maximum', form.hasta) } : {}),
    'x-obligatorio': form.obligatoria,
    'x-publico': form.publica,
    ...edadesOf(form, before['x-edades']),
    ...set('x-presentacion', form.presentacion),
    ...set('x-grupo', form.grupo),
    ...set('x-columnaIne', form.columna),
    ...set('x-fuente', form.fuente),
    ...(before['x-confianza'] === undefined ? {} : { 'x-confianza': before['x-confianza'] }),
  } as Question
}

/** How sure the range is stays with it. */
function edadesOf({ edadDesde, edadHasta, edadFuente }: PreguntaForm, before: Edades | undefined): Pick<Question, 'x-edades'> {
  const rango = { ...count('desde', edadDesde), ...count('hasta', edadHasta) }
  if (Object.keys(rango).length === 0) return {}
  return { 'x-edades': { ...rango, ...set('fuente', edadFuente), ...set('confianza', textOf(before?.confianza)) } }
}

function rulesOf(form: PreguntaForm): Partial<TextRules> {
  if (form.clase === 'opcion' || form.clase === 'lista_opciones') return { enum: linesOf(form.opciones), ...count('maxLength', form.largo) }
  if (form.clase === 'si_no' || form.clase === 'numero') return {}
  const sinBlancos = { ...count('minimo', form.minimo), ...count('maximo', form.maximo) }
  return {
    ...(Object.keys(sinBlancos).length === 0 ? {} : { sinBlancos }),
    ...count('maxLength', form.largo),
    ...set('format', isFormat(form.formato) ? form.formato : ''),
    ...(form.sitios.trim() === '' ? {} : { hosts: form.sitios.split(',').map((host) => host.trim()).filter(Boolean) }), // prettier-ignore
    ...set('pattern', form.patron),
    ...set('x-mensaje', form.mensaje),
  }
}

const TYPES: Record<Clase, Question['type']> = {
  texto: 'string',
  opcion: 'string',
  lista: 'array',
  lista_opciones: 'array',
  si_no: 'boolean',
  numero: 'integer',
}

export function claseOf({ type, enum: options, items }: Question): Clase {
  if (type === 'boolean') return 'si_no'
  if (type === 'integer') return 'numero'
  if (type === 'array') return items?.enum === undefined ? 'lista' : 'lista_opciones'
  return options === undefined ? 'texto' : 'opcion'
}

export const OPERADORES = ['es', 'no_es', 'es_una_de', 'contiene'] as const
export type Operador = (typeof OPERADORES)[number]

/** Condition that shows a question, where one line can say it. */
export interface CondicionForm {
  campo: string
  operador: Operador
  valores: string[]
}

const READ: Record<string, (value: unknown) => Omit<CondicionForm, 'campo'> | null> = {
  const: (value) => ({ operador: 'es', valores: [String(value)] }),
  enum: (value) => ({ operador: 'es_una_de', valores: (value as unknown[]).map(String) }),
  not: (value) => oneOf('no_es', value as Condition),
  contains: (value) => oneOf('contiene', value as Condition),
}

function oneOf(operador: Operador, inner: Condition): Omit<CondicionForm, 'campo'> | null {
  return inner.const === undefined ? null : { operador, valores: [String(inner.const)] }
}

/** Null: it says more than a line can. */
export function condicionOf({ campo, schema }: Mostrar): CondicionForm | null {
  const [first, ...others] = Object.entries(schema)
  const read = first && others.length === 0 ? READ[first[0]]?.(first[1]) : null
  return read ? { campo, ...read } : null
}

export function mostrarOf({ campo, operador, valores }: CondicionForm, of: Question | undefined): Mostrar {
  const typed = valores.map((valor) => (of?.type === 'boolean' ? valor === 'true' : of?.type === 'integer' ? Number(valor) : valor))
  const one = { const: typed[0] ?? '' }
  const schemas: Record<Operador, Condition> = { es: one, no_es: { not: one }, es_una_de: { enum: typed }, contiene: { contains: one } }
  return { campo, schema: schemas[operador] }
}

/** Free key for a text: nothing else has it. */
export function claveFrom(titulo: string, taken: readonly string[]): string {
  const plain = titulo
    .normalize('NFD')
    .replace(/[̀-ͯ]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_$/g, '')
    .slice(0, 40)
  const base = plain === '' ? 'pregunta' : plain
  for (let n = 1; ; n += 1) {
    const clave = n === 1 ? base : `${base}_${n}`
    if (!taken.includes(clave)) return clave
  }
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function textOf(value: string | number | undefined): string {
  return value === undefined ? '' : String(value)
}

function set<K extends string>(key: K, value: string): Record<string, string> {
  return value.trim() === '' ? {} : { [key]: value }
}

function count(key: string, value: string): Record<string, number> {
  return /^-?\d{1,7}$/.test(value.trim()) ? { [key]: Number(value) } : {}
}
