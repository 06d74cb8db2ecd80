import type { Calidad, Sexo } from '../../registro/estatus.ts'
import { COLUMNAS_IMPORTACION, type Celdas, type ColumnaImportacion } from './columnas.ts'
import { leerDia } from './fechas.ts'
import type { IndiceImportacion } from './indice.ts'
import { ordinalOf, readCargoEscrito } from './reconocer.ts'
import {
  SIN_TRATAR,
  tratarAcentos,
  tratarNombre,
  type CeldaTratada,
  type ErrorFila,
  type HallazgoFila,
  type Tratamiento,
} from './textos.ts'
import { razonContraApodo, razonContraNacimiento, razonContraNombre } from '../../registro/persona.ts'
import { cleanLine, plainKey } from '../../base/text.ts'
import { admitePrimeraEleccion } from '../../proceso/catalogo.ts'
import { recordOf } from '../../base/typed.ts'
import { CALIDADES_ESCRITAS, conValores, SEXOS_ESCRITOS, SI_O_NO, type Valores } from './valores.ts'

/** One row of the approved list, understood: catalogues by clave, dates in ISO 8601. */
export interface CandidaturaListada {
  clave: string
  /** Clave of the contienda: cargo and demarcación in one. */
  contienda: string
  actor: string
  /** The party itself or, for an alianza, one of its members; null for an independent. */
  partidoOrigen: string | null
  numero: number
  calidad: Calidad
  nombre: string
  /** Null when the source does not split names: then `nombre` is the whole. */
  primerApellido: string | null
  segundoApellido: string | null
  apodo: string | null
  sexo: Sexo
  /** Null when the source gives only the age. */
  fechaNacimiento: string | null
  /** Age as the source declares it; null when it gives the date. */
  edadDeclarada: number | null
  /** Identifier of the fórmula, when the source has one. */
  folioFormula: number | null
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  acuerdoNumero: string
  acuerdoFecha: string
}

/** Remark on a row that must be looked at and does not stop it. */
export interface AdvertenciaFila {
  /** Clave of the rule of the pack; null for what its own file has odd. */
  regla: string | null
  columna: string | null
  texto: string
}

/** Change that a row makes, as it is shown. */
export interface CambioFila {
  campo: string
  antes: string | null
  despues: string | null
}

/** A row of any format, understood by itself and not yet held against the register nor against its neighbours. */
export interface FilaLeida {
  /** Number of the row as the spreadsheet shows it. */
  fila: number
  /** As written; null when blank. */
  clave: string | null
  /** Whether its clave is that of its place: who holds the place already keeps her own. */
  claveDerivada?: boolean
  nombre: string | null
  candidatura: CandidaturaListada | null
  errores: ErrorFila[]
  advertencias: AdvertenciaFila[]
  /** Fields that its source does not tell: a candidatura that is there already keeps them. */
  silencios: readonly (keyof CandidaturaListada)[]
  /** Other changes that it would make, besides the candidatura itself. */
  otros: CambioFila[]
  /** Findings that a treatment is offered for. */
  hallazgos: HallazgoFila[]
}

interface Leer {
  /** Columns that its file does not have. */
  ausentes?: readonly ColumnaImportacion[]
  tratamiento?: Tratamiento
  valores?: Valores
}

/** One row of the approved list. */
export function leerFilaLista(
  { fila, celdas: escritas }: { fila: number; celdas: Celdas },
  indice: IndiceImportacion,
  { ausentes = [], tratamiento = SIN_TRATAR, valores = {} }: Leer = {},
): FilaLeida {
  const { celdas: tratadas, hallazgos, rotas } = tratarCeldas(escritas, tratamiento)
  const celdas = conValores(tratadas, valores)
  const { candidatura, errores } = readFila(celdas, indice, { rotas, ausentes })
  const escrita = cleanLine(celdas.clave)
  return {
    fila,
    clave: (candidatura?.clave ?? escrita) || null,
    claveDerivada: escrita === '',
    nombre: wholeName(celdas),
    candidatura,
    errores,
    advertencias: [],
    otros: [],
    hallazgos,
    // The folio of a fórmula is ours to give.
    silencios: ['folioFormula', ...ausentes.flatMap((columna) => CAMPO_DE[columna] ?? [])],
  }
}

function wholeName({ nombre, primer_apellido: primero, segundo_apellido: segundo }: Celdas): string | null {
  const names = [nombre, primero, segundo].map(cleanLine).filter((name) => name !== '')
  return names.join(' ') || null
}

/** The cells as they are read, and the columns that must be mended first. */
function tratarCeldas(escritas: Celdas, tratamiento: Tratamiento): { celdas: Celdas; hallazgos: HallazgoFila[]; rotas: ErrorFila[] } {
  const tratadas = COLUMNAS_IMPORTACION.map((columna) => tratarCelda(columna, escritas[columna], tratamiento))
  return {
    celdas: recordOf(COLUMNAS_IMPORTACION, (columna, at) => tratadas[at]?.texto ?? ''),
    hallazgos: tratadas.flatMap(({ hallazgos }) => hallazgos),
    rotas: tratadas.flatMap(({ errores }) => errores),
  }
}

/** An apodo is written as its bearer wants. */
const NOMBRES: readonly ColumnaImportacion[] = ['nombre', 'primer_apellido', 'segundo_apellido']

function tratarCelda(columna: ColumnaImportacion, escrita: string, tratamiento: Tratamiento): CeldaTratada {
  if (escrita === CELDA_CON_ERROR)
    return { texto: '', hallazgos: [], errores: [{ columna, razon: 'Su cálculo da error en el archivo: escriba el dato.' }] }
  const reparada = tratarAcentos({ columna, texto: NADA.test(escrita) ? '' : escrita }, tratamiento)
  if (!NOMBRES.includes(columna)) return reparada
  const nombre = tratarNombre({ columna, texto: cleanLine(reparada.texto), apellido: columna !== 'nombre' }, tratamiento)
  return { texto: nombre.texto, hallazgos: [...reparada.hallazgos, ...nombre.hallazgos], errores: reparada.errores }
}

/** Text of a cell whose formula fails. */
export const CELDA_CON_ERROR = '#ERROR!'

/** A stroke that stands for nothing. */
const NADA = /^\s*[-–—.]{1,3}\s*$/

const CAMPO_DE: Partial<Record<ColumnaImportacion, keyof CandidaturaListada>> = {
  partido_origen: 'partidoOrigen',
  segundo_apellido: 'segundoApellido',
  apodo: 'apodo',
  accion_afirmativa: 'accionAfirmativa',
  eleccion_consecutiva: 'eleccionConsecutiva',
}

/** Either the value or why the cell is refused, as a sentence for the operator; `escrito` where somebody may say what the text means. */
type Leido<T> = { valor: T } | { razon: string; escrito?: string }

/** Reads one row against the catalogues of the proceso; every fault of the row is told at once, and for a broken text only that. */
function readFila(
  celdas: Celdas,
  indice: IndiceImportacion,
  { rotas, ausentes }: { rotas: readonly ErrorFila[]; ausentes: readonly ColumnaImportacion[] },
): { candidatura: CandidaturaListada | null; errores: ErrorFila[] } {
  const errores = [...rotas]
  const read = <T>(columna: ColumnaImportacion, reader: (text: string) => Leido<T>): T | undefined => {
    const leido = reader(cleanLine(celdas[columna]))
    if ('valor' in leido) return leido.valor
    if (rotas.some((rota) => rota.columna === columna)) return undefined
    errores.push({ columna, ...leido })
    return undefined
  }
  const cargo = read('cargo', (text) => inCatalogue(indice.cargo(text), { text, what: 'el cargo' }))
  const contienda = read('demarcacion', (text) => readContienda(text, cargo, indice))
  const actor = read('actor_politico', (text) =>
    inCatalogue(indice.actor(text) ?? indice.alianza(contienda?.clave ?? '', text), { text, what: 'el actor político' }),
  )
  const enCargo = readCargoEscrito(celdas.cargo)
  const place = { contienda: contienda?.clave ?? '', actor, indice }
  const candidatura = {
    clave: read('clave', (text) => (text === '' ? { valor: '' } : readText(text, MAX_CLAVE))),
    contienda: contienda?.clave,
    actor: actor?.clave,
    partidoOrigen: read('partido_origen', (text) => readPartidoOrigen(text, place)),
    numero: read('numero', (text) => readNumero(text, { lugares: contienda?.lugares ?? null, enCargo: enCargo.numero })),
    calidad: read('calidad', (text) => readOption(text || (enCargo.calidad ?? ''), CALIDADES_ESCRITAS)),
    nombre: read('nombre', readName),
    primerApellido: ausentes.includes('primer_apellido') ? null : read('primer_apellido', readName),
    segundoApellido: read('segundo_apellido', (text) => optional(text, readName)),
    apodo: read('apodo', (text) => optional(text, readApodo)),
    sexo: read('sexo', (text) => readOption(text, SEXOS_ESCRITOS)),
    fechaNacimiento: read('fecha_nacimiento', (text) => readNacimiento(text, indice)),
    edadDeclarada: null,
    folioFormula: null,
    accionAfirmativa: read('accion_afirmativa', (text) => optional(text, () => readGrupo(text, indice))),
    eleccionConsecutiva: read('eleccion_consecutiva', (text) => readOption(text, SI_O_NO)),
    acuerdoNumero: read('acuerdo_numero', (text) => readText(text, MAX_NOMBRE)),
    acuerdoFecha: read('acuerdo_fecha', (text) => readPastDate(text, indice.hoy)),
  }
  if (errores.length > 0) return { candidatura: null, errores }
  const listada = candidatura as CandidaturaListada
  return { candidatura: { ...listada, clave: listada.clave || claveDeLugar(listada) }, errores }
}

/** Clave of a candidatura that its list gives none: that of its place. */
export function claveDeLugar({
  contienda,
  actor,
  numero,
  calidad,
}: Pick<CandidaturaListada, 'contienda' | 'actor' | 'numero' | 'calidad'>): string {
  return [contienda, actor, numero, calidad === 'suplente' ? 'S' : 'P'].join('-')
}

const MAX_CLAVE = 80
const MAX_NOMBRE = 120
const MAX_NUMERO = 999

function inCatalogue<T>(item: T | undefined, { text, what }: { text: string; what: string }): Leido<T> {
  if (item !== undefined) return { valor: item }
  return text === '' ? { razon: BLANK } : { razon: `No está en el catálogo ${what} «${text}».`, escrito: text }
}

type Contienda = NonNullable<ReturnType<IndiceImportacion['byContienda']>>

/** Looks in all cargos where the cargo is unknown: a demarcación of no catalogue is told at once. */
function readContienda(
  text: string,
  cargo: { clave: string; nombre: string } | undefined,
  indice: IndiceImportacion,
): Leido<Contienda | undefined> {
  const contienda = cargo && indice.contienda(cargo.clave, text)
  if (contienda) return { valor: contienda }
  if (text === '') return { razon: BLANK }
  if (!cargo && indice.hasDemarcacion(text)) return { valor: undefined }
  const razon = cargo ? `No hay una contienda de ${cargo.nombre} en «${text}».` : `No está en el catálogo la demarcación «${text}».`
  return { razon, escrito: text }
}

interface Place {
  contienda: string
  actor: { clave: string; nombre: string; tipo: string; figura?: string | null } | undefined
  indice: IndiceImportacion
}

/** A party is its own origin; an alianza names a member; an independent has none. */
function readPartidoOrigen(text: string, { contienda, actor, indice }: Place): Leido<string | null> {
  if (!actor) return { valor: null }
  if (text === '') return withoutPartido(actor)
  if (actor.tipo === 'independiente') return { razon: 'Una candidatura independiente no tiene partido de origen.' }
  const partido = indice.actor(text)
  if (partido?.tipo !== 'partido') return { razon: `No está en el catálogo el partido «${text}».`, escrito: text }
  if (!isMember(partido.clave, { contienda, actor, indice }))
    return { razon: `${partido.nombre} no es parte de ${actor.nombre} en esta contienda.` }
  return isVedado(partido.clave, { actor, indice }) ? { razon: vedado(partido.nombre) } : { valor: partido.clave }
}

function isVedado(partido: string, { actor, indice }: { actor: NonNullable<Place['actor']>; indice: IndiceImportacion }): boolean {
  return actor.tipo === 'alianza' && indice.enPrimeraEleccion(partido) && !admitePrimeraEleccion(actor)
}

function vedado(partido: string): string {
  return `Es la primera elección de ${partido}: no puede ir en coalición (Ley General de Partidos Políticos, artículo 85).`
}

function withoutPartido(actor: { clave: string; tipo: string }): Leido<string | null> {
  if (actor.tipo === 'alianza') return { razon: 'Falta: la alianza postula a alguien de uno de sus partidos.' }
  return { valor: actor.tipo === 'partido' ? actor.clave : null }
}

/** An alianza whose members there nobody recorded takes any party. */
function isMember(partido: string, { contienda, actor, indice }: Place & { actor: { clave: string; tipo: string } }): boolean {
  if (actor.tipo === 'partido') return partido === actor.clave
  const integrantes = indice.integrantes(contienda, actor.clave)
  return integrantes.length === 0 || integrantes.includes(partido)
}

/** `lugares` null: a list whose length nobody fixed. The only place needs no number, and «Regidora 1ª» says it in its cargo. */
function readNumero(text: string, { lugares, enCargo }: { lugares: number | null; enCargo: number | null }): Leido<number> {
  if (text === '') return readNumeroCallado({ lugares, enCargo })
  const numero = ordinalOf(plainKey(text)) ?? 0
  const other = lugares !== 1 && enCargo !== null && enCargo !== numero
  return other
    ? { razon: `El cargo dice ${enCargo} y esta columna dice ${numero}: si sólo cuenta los renglones, no es el número.` }
    : checkNumero(numero, lugares)
}

function readNumeroCallado({ lugares, enCargo }: { lugares: number | null; enCargo: number | null }): Leido<number> {
  if (lugares === 1) return { valor: 1 }
  return enCargo === null ? { razon: BLANK } : checkNumero(enCargo, lugares)
}

function checkNumero(numero: number, lugares: number | null): Leido<number> {
  if (numero < 1) return { razon: `Debe ser un número entero entre 1 y ${lugares ?? MAX_NUMERO}.` }
  if (lugares !== null && numero > lugares) return { razon: `La contienda tiene ${lugares === 1 ? 'un lugar' : `${lugares} lugares`}.` }
  return { valor: numero }
}

function readName(text: string): Leido<string> {
  return said(text, razonContraNombre)
}

function readApodo(text: string): Leido<string> {
  return said(text, razonContraApodo)
}

function said(text: string, razonContra: (text: string) => string | null): Leido<string> {
  const leido = readText(text, MAX_NOMBRE)
  const razon = 'valor' in leido ? razonContra(text) : null
  return razon === null ? leido : { razon }
}

function readText(text: string, max: number): Leido<string> {
  if (text === '') return { razon: BLANK }
  return text.length > max ? { razon: `Tiene más de ${max} caracteres.` } : { valor: text }
}

function optional<T>(text: string, reader: (text: string) => Leido<T>): Leido<T | null> {
  return text === '' ? { valor: null } : reader(text)
}

function readOption<T>(text: string, known: Map<string, T>): Leido<T> {
  const valor = known.get(plainKey(text))
  if (valor !== undefined) return { valor }
  return text === '' ? { razon: BLANK } : { razon: `«${text}» no es una de las opciones.`, escrito: text }
}

function readGrupo(text: string, indice: IndiceImportacion): Leido<string | null> {
  if (NINGUNA.includes(plainKey(text))) return { valor: null }
  const grupo = indice.grupo(text)
  return grupo ? { valor: grupo.clave } : { razon: `No está en el catálogo el grupo «${text}».`, escrito: text }
}

const NINGUNA = ['ninguna', 'ninguno', 'no', 'no aplica', 'n a', 'na', '']
const BLANK = 'Falta el dato.'

function readNacimiento(text: string, indice: IndiceImportacion): Leido<string> {
  const leido = readPastDate(text, indice.hoy)
  if ('razon' in leido) return leido
  const razon = razonContraNacimiento(leido.valor, indice)
  return razon === null ? leido : { razon }
}

function readPastDate(text: string, hoy: string): Leido<string> {
  if (text === '') return { razon: BLANK }
  const leido = leerDia(text, { hasta: hoy })
  if ('razon' in leido) return leido
  return leido.dia > hoy ? { razon: 'La fecha todavía no llega.' } : { valor: leido.dia }
}
