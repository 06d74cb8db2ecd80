import { plainKey } from '../../base/text.ts'
import type { EstatusCandidatura } from '../../registro/estatus.ts'
import { COLUMNAS_IMPORTACION, type ColumnaImportacion } from './columnas.ts'
import type { AdvertenciaFila, CambioFila, CandidaturaListada, FilaLeida } from './fila.ts'
import type { IndiceImportacion } from './indice.ts'
import type { ErrorFila, HallazgoFila } from './textos.ts'
import { createCruce } from './cruce.ts'

export const VEREDICTOS_IMPORTACION = ['crear', 'cambiar', 'igual', 'rechazar'] as const
export type VeredictoImportacion = (typeof VEREDICTOS_IMPORTACION)[number]

/** Candidatura that the system holds under a clave. */
export interface CandidaturaActual extends CandidaturaListada {
  estatus: EstatusCandidatura
  /** Whether anybody captured anything yet. */
  conCaptura: boolean
}

export interface FilaPropuesta {
  fila: number
  veredicto: VeredictoImportacion
  clave: string | null
  nombre: string | null
  cambios: CambioFila[]
  errores: ErrorFila[]
  advertencias: AdvertenciaFila[]
  hallazgos: HallazgoFila[]
  /** Whether it stands in the register with this list: not what ended before. */
  vigente: boolean
  /** The row as understood, with what its source leaves unsaid; null when it is refused. */
  candidatura: CandidaturaListada | null
}

/** Rows of the register that a batch names. */
export interface Existentes {
  actuales: ReadonlyMap<string, CandidaturaActual>
  /** Clave of the candidatura in force in each place (`lugarDe`) that the rows claim. */
  ocupantes: ReadonlyMap<string, string>
}

/**
 * Effects of a list, row by row, before anything is written. The same rows on the same data give the same verdicts, so that a
 * confirmation can be held against what was shown. Nothing is ever removed: a candidatura that the list does not name stays.
 */
export interface Revision {
  /** Judges the rows of a batch by themselves. Keeps only the clave, the place and the acuerdo of each. */
  juzgar(leidas: readonly FilaLeida[], existentes: Existentes): FilaPropuesta[]
  /** Rows to refuse after the last batch, by number, with the faults that only the whole list tells. */
  cerrar(): Map<number, ErrorFila[]>
}

export function createRevision(indice: IndiceImportacion): Revision {
  const cruce = createCruce((acuerdo) => indice.fechaAcuerdo(acuerdo))
  return {
    juzgar: (leidas, existentes) =>
      leidas.map((leida) => {
        const propuesta = proponer(conClave(leida, existentes), existentes, indice)
        const lugar = propuesta.candidatura ? lugarDe(propuesta.candidatura) : null
        cruce.add(propuesta, {
          lugar,
          ocupante: lugar === null ? undefined : existentes.ocupantes.get(lugar),
          claims: propuesta.vigente,
        })
        return propuesta
      }),
    cerrar: () => cruce.close(),
  }
}

/** A row without clave is the candidatura that holds its place. */
function conClave(leida: FilaLeida, { ocupantes }: Existentes): FilaLeida {
  const { candidatura } = leida
  const clave = candidatura && leida.claveDerivada ? ocupantes.get(lugarDe(candidatura)) : undefined
  return candidatura && clave !== undefined ? { ...leida, clave, candidatura: { ...candidatura, clave } } : leida
}

/** A row that was taken for good until the whole list was known. */
export function rechazarFila(propuesta: FilaPropuesta, errores: readonly ErrorFila[]): FilaPropuesta {
  return { ...propuesta, veredicto: 'rechazar', cambios: [], candidatura: null, errores: [...propuesta.errores, ...errores] }
}

/** A row with the fields that its source does not tell, taken from the candidatura that is there. */
export function completarFila(
  { candidatura, silencios }: Pick<FilaLeida, 'candidatura' | 'silencios'>,
  actual: CandidaturaListada | null | undefined,
): CandidaturaListada | null {
  if (!candidatura || !actual) return candidatura
  const nombres = isSameName(candidatura, actual) ? namesOf(actual) : {}
  return { ...candidatura, ...nombres, ...Object.fromEntries(silencios.map((campo) => [campo, actual[campo]])) }
}

/** A name in one piece, in any order of its words, is the one that is there in pieces. */
function isSameName(candidatura: CandidaturaListada, actual: CandidaturaListada): boolean {
  return candidatura.primerApellido === null && actual.primerApellido !== null && wordsOf(candidatura) === wordsOf(actual)
}

function namesOf({ nombre, primerApellido, segundoApellido }: CandidaturaListada) {
  return { nombre, primerApellido, segundoApellido }
}

function wordsOf(row: CandidaturaListada): string {
  const whole = Object.values(namesOf(row)).join(' ')
  return plainKey(whole).split(' ').sort().join(' ')
}

/** Key of a place: one candidatura in force for each. */
export function lugarDe({
  contienda,
  actor,
  numero,
  calidad,
}: Pick<CandidaturaListada, 'contienda' | 'actor' | 'numero' | 'calidad'>): string {
  return [contienda, actor, numero, calidad].join('|')
}

/** Actor político whose accounts capture and validate: the party of origin, or the independent. */
export function responsableDe({ partidoOrigen, actor }: Pick<CandidaturaListada, 'partidoOrigen' | 'actor'>): string {
  return partidoOrigen ?? actor
}

function proponer(leida: FilaLeida, { actuales }: Existentes, indice: IndiceImportacion): FilaPropuesta {
  const { fila, clave, nombre, hallazgos } = leida
  const actual = actuales.get(leida.candidatura?.clave ?? '')
  const vigente = !actual || actual.estatus === 'aprobada'
  const candidatura = completarFila(leida, actual)
  const advertencias = [...leida.advertencias, ...(vigente ? [] : [TERMINADA]), ...otroLugar(candidatura, indice)]
  const errores = [...leida.errores, ...razonesContraLista({ nueva: candidatura, actual, indice })]
  const shown = { fila, clave, nombre, advertencias, errores, hallazgos, vigente }
  if (!candidatura || errores.length > 0) return { ...shown, veredicto: 'rechazar', cambios: [], candidatura: null }
  const cambios = [...nuevaPostulacion(candidatura, indice), ...compareWith(actual, candidatura, indice), ...leida.otros]
  return { ...shown, veredicto: veredictoOf(actual, cambios), cambios, candidatura }
}

function veredictoOf(actual: CandidaturaActual | undefined, cambios: readonly CambioFila[]): VeredictoImportacion {
  if (!actual) return 'crear'
  return cambios.length > 0 ? 'cambiar' : 'igual'
}

function compareWith(actual: CandidaturaActual | undefined, candidatura: CandidaturaListada, indice: IndiceImportacion): CambioFila[] {
  return actual ? compare(actual, candidatura, indice) : []
}

const TERMINADA: AdvertenciaFila = {
  regla: null,
  columna: 'clave',
  texto: 'Ya no compite: se canceló o se sustituyó. La lista no la registra otra vez.',
}

/** An independent is registered for a place. The list may be right and the register lacking: it is told, and stops nothing. */
function otroLugar(candidatura: CandidaturaListada | null, indice: IndiceImportacion): AdvertenciaFila[] {
  const lugares = candidatura ? indice.lugaresDeIndependiente(candidatura.actor) : []
  const aqui = candidatura && indice.byContienda(candidatura.contienda)?.demarcacion
  if (!aqui || lugares.length === 0 || lugares.some(({ clave }) => clave === aqui.clave)) return []
  const nombres = lugares.map(({ nombre }) => nombre).join(', ')
  return [
    {
      regla: null,
      columna: 'demarcacion',
      texto: `En el registro, esta candidatura independiente es de ${nombres}, no de ${aqui.nombre}: revise el actor político o la demarcación.`,
    },
  ]
}

interface Comparison {
  nueva: CandidaturaListada | null
  actual: CandidaturaActual | undefined
  indice: IndiceImportacion
}

/** A list corrects data. Another persona in the same place is a sustitución, and captured answers do not change hands. */
function razonesContraLista({ nueva, actual, indice }: Comparison): ErrorFila[] {
  if (!nueva || !actual) return []
  const faults: [boolean, ColumnaImportacion, string][] = [
    [
      isAnother(nueva, actual),
      'nombre',
      'Cambian el nombre y la fecha de nacimiento: otra persona entra por sustitución, no por la lista.',
    ],
    [
      actual.estatus !== 'aprobada' && compare(actual, nueva, indice).length > 0,
      'clave',
      'La candidatura ya no está vigente: la lista no la cambia.',
    ],
    [
      actual.conCaptura && responsableDe(nueva) !== responsableDe(actual),
      'partido_origen',
      'Ya tiene captura: no puede pasar a otro actor político.',
    ],
  ]
  return faults.filter(([applies]) => applies).map(([, columna, razon]) => ({ columna, razon }))
}

function isAnother(nueva: CandidaturaListada, actual: CandidaturaActual): boolean {
  const otherName = nueva.nombre !== actual.nombre || nueva.primerApellido !== actual.primerApellido
  const otherBirth = nueva.fechaNacimiento !== actual.fechaNacimiento || nueva.edadDeclarada !== actual.edadDeclarada
  return otherName && otherBirth
}

/** An actor that does not stand in a contienda yet comes to stand there by being on the approved list; it is shown, because it is more than a row. */
function nuevaPostulacion({ contienda, actor }: CandidaturaListada, indice: IndiceImportacion): CambioFila[] {
  if (indice.hasPostulacion(contienda, actor)) return []
  const place = indice.byContienda(contienda)
  const where = place ? `${indice.nombreCargo(place.cargo)}, ${place.demarcacion.nombre}` : contienda
  return [{ campo: 'postulacion', antes: null, despues: `${indice.nombreActor(actor)} en ${where}` }]
}

/** Compared by clave, shown by name. */
function compare(antes: CandidaturaListada, despues: CandidaturaListada, indice: IndiceImportacion): CambioFila[] {
  const [before, after] = [toCeldas(antes, indice), toCeldas(despues, indice)]
  return COMPARED.filter((campo) => before[campo] !== after[campo]).map((campo) => ({
    campo,
    antes: toShown(campo, before[campo], indice),
    despues: toShown(campo, after[campo], indice),
  }))
}

type Compared = ColumnaImportacion | 'edad' | 'folio'
const COMPARED: Compared[] = [...COLUMNAS_IMPORTACION, 'edad', 'folio']

function toCeldas(row: CandidaturaListada, indice: IndiceImportacion): Record<Compared, string | null> {
  const contienda = indice.byContienda(row.contienda)
  return {
    clave: row.clave,
    cargo: contienda?.cargo ?? row.contienda,
    demarcacion: contienda?.demarcacion.clave ?? row.contienda,
    actor_politico: row.actor,
    partido_origen: row.partidoOrigen,
    numero: String(row.numero),
    calidad: row.calidad,
    nombre: row.nombre,
    primer_apellido: row.primerApellido,
    segundo_apellido: row.segundoApellido,
    apodo: row.apodo,
    sexo: row.sexo,
    fecha_nacimiento: row.fechaNacimiento,
    accion_afirmativa: row.accionAfirmativa,
    eleccion_consecutiva: row.eleccionConsecutiva ? 'sí' : 'no',
    acuerdo_numero: row.acuerdoNumero,
    acuerdo_fecha: row.acuerdoFecha,
    ...numbersOf(row),
  }
}

function numbersOf({ edadDeclarada, folioFormula }: CandidaturaListada): Record<'edad' | 'folio', string | null> {
  return { edad: edadDeclarada?.toString() ?? null, folio: folioFormula?.toString() ?? null }
}

function toShown(campo: Compared, clave: string | null, indice: IndiceImportacion): string | null {
  if (clave === null) return null
  if (campo === 'cargo') return indice.nombreCargo(clave)
  if (campo === 'demarcacion') return indice.nombreDemarcacion(clave)
  return campo === 'actor_politico' || campo === 'partido_origen' ? indice.nombreActor(clave) : clave
}
