import type { EstatusCandidatura } from './estatus.ts'
import { COLUMNAS_IMPORTACION, type ColumnaImportacion } from './importacion-columnas.ts'
import { readFila, type CandidaturaListada, type Celdas, type ErrorFila } from './importacion-fila.ts'
import { indexCatalogo, type CatalogoImportacion, type IndiceImportacion } from './importacion-indice.ts'
import { cleanLine } from './text.ts'

export const VEREDICTOS_IMPORTACION = ['crear', 'cambiar', 'igual', 'rechazar'] as const
export type VeredictoImportacion = (typeof VEREDICTOS_IMPORTACION)[number]

export interface FilaImportacion {
  /** Number of the row as the spreadsheet shows it. */
  fila: number
  celdas: Celdas
}

/** What the system holds under a clave. */
export interface CandidaturaActual extends CandidaturaListada {
  estatus: EstatusCandidatura
  /** Whether anybody captured anything yet. */
  conCaptura: boolean
}

export interface CambioFila {
  campo: ColumnaImportacion | 'postulacion'
  antes: string | null
  despues: string | null
}

export interface FilaPropuesta {
  fila: number
  veredicto: VeredictoImportacion
  clave: string | null
  nombre: string | null
  cambios: CambioFila[]
  errores: ErrorFila[]
  /** The row as understood; null when it is refused. */
  candidatura: CandidaturaListada | null
}

/**
 * What a list would do, row by row, before anything is written. The same rows on the same data give the same verdicts, so that a
 * confirmation can be held against what was shown. Nothing is ever removed: a candidatura that the list does not name stays.
 */
export function proponerImportacion(
  filas: FilaImportacion[],
  catalogo: CatalogoImportacion,
  actuales: CandidaturaActual[],
): FilaPropuesta[] {
  const indice = indexCatalogo(catalogo)
  const porClave = new Map(actuales.map((actual) => [actual.clave, actual]))
  const leidas = filas.map((fila): Leida => {
    const { candidatura, errores } = readFila(fila.celdas, indice)
    const actual = candidatura ? porClave.get(candidatura.clave) : undefined
    return { ...fila, candidatura, actual, errores: [...errores, ...razonesContraCambiar({ nueva: candidatura, actual, indice })] }
  })
  refuseRepeatedClaves(leidas)
  refuseOtherDates(leidas, indice)
  refuseTakenPlaces(leidas, actuales)
  return leidas.map((leida) => toPropuesta(leida, indice))
}

/** Actor político whose accounts capture and validate: the party of origin, or the independent. */
export function responsableDe({ partidoOrigen, actor }: Pick<CandidaturaListada, 'partidoOrigen' | 'actor'>): string {
  return partidoOrigen ?? actor
}

interface Leida extends FilaImportacion {
  candidatura: CandidaturaListada | null
  actual: CandidaturaActual | undefined
  errores: ErrorFila[]
}

interface Comparison {
  nueva: CandidaturaListada | null
  actual: CandidaturaActual | undefined
  indice: IndiceImportacion
}

/** A list corrects data. Another persona in the same place is a sustitución, and what was captured does not change hands. */
function razonesContraCambiar({ nueva, actual, indice }: Comparison): ErrorFila[] {
  if (!nueva || !actual) return []
  const otherName = nueva.nombre !== actual.nombre || nueva.primerApellido !== actual.primerApellido
  const faults: [boolean, ColumnaImportacion, string][] = [
    [
      otherName && nueva.fechaNacimiento !== actual.fechaNacimiento,
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

interface Accepted extends Leida {
  candidatura: CandidaturaListada
}

function acceptedOf(leidas: Leida[]): Accepted[] {
  return leidas.filter((leida): leida is Accepted => leida.candidatura !== null && leida.errores.length === 0)
}

/** Rows that claim the same are all refused: which of them is right, the file does not say. By the clave as written: an unreadable row counts. */
function refuseRepeatedClaves(leidas: Leida[]): void {
  for (const group of groupBy(leidas, ({ celdas }) => cleanLine(celdas.clave))) {
    const [{ celdas }] = group
    if (group.length > 1 && cleanLine(celdas.clave) !== '') refuseGroup(group, 'clave', 'La misma clave está')
  }
}

function refuseGroup(group: Leida[], columna: ColumnaImportacion, razon: string): void {
  for (const leida of group) {
    const others = group.filter((other) => other !== leida).map(({ fila }) => fila)
    leida.errores.push({ columna, razon: `${razon} en la fila ${others.join(', ')}.` })
  }
}

/** One acuerdo has one date, in the file and in the system. */
function refuseOtherDates(leidas: Leida[], indice: IndiceImportacion): void {
  for (const group of groupBy(acceptedOf(leidas), ({ candidatura }) => candidatura.acuerdoNumero)) {
    const fechas = new Set(group.map(({ candidatura }) => candidatura.acuerdoFecha))
    for (const leida of group) {
      const known = indice.fechaAcuerdo(leida.candidatura.acuerdoNumero)
      if (known !== undefined && known !== leida.candidatura.acuerdoFecha) {
        leida.errores.push({ columna: 'acuerdo_fecha', razon: `Ese acuerdo está registrado con la fecha ${known}.` })
      } else if (known === undefined && fechas.size > 1) {
        leida.errores.push({
          columna: 'acuerdo_fecha',
          razon: `El archivo da a ese acuerdo varias fechas: ${[...fechas].sort().join(', ')}.`,
        })
      }
    }
  }
}

/** One persona for each place. A refused row leaves its candidatura where it was, which may take the place of another: hence the turns. */
function refuseTakenPlaces(leidas: Leida[], actuales: CandidaturaActual[]): void {
  for (let before = -1, now = acceptedOf(leidas).length; before !== now; before = now, now = acceptedOf(leidas).length) {
    const accepted = acceptedOf(leidas)
    const listed = new Set(accepted.map(({ candidatura }) => candidatura.clave))
    const staying = actuales.filter(({ clave, estatus }) => estatus === 'aprobada' && !listed.has(clave))
    const taken = new Map(staying.map((actual) => [placeOf(actual), actual.clave]))
    const standing = accepted.filter(({ actual }) => actual === undefined || actual.estatus === 'aprobada')
    for (const group of groupBy(standing, ({ candidatura }) => placeOf(candidatura))) {
      const [{ candidatura }] = group
      const holder = taken.get(placeOf(candidatura))
      if (group.length > 1) refuseGroup(group, 'numero', 'El mismo lugar, con la misma calidad, está')
      else if (holder !== undefined)
        group[0].errores.push({ columna: 'numero', razon: `Ese lugar ya lo ocupa la candidatura «${holder}».` })
    }
  }
}

function placeOf({ contienda, actor, numero, calidad }: CandidaturaListada): string {
  return [contienda, actor, numero, calidad].join('|')
}

function toPropuesta({ fila, celdas, candidatura, actual, errores }: Leida, indice: IndiceImportacion): FilaPropuesta {
  const names = [celdas.nombre, celdas.primer_apellido, celdas.segundo_apellido].map(cleanLine).filter((name) => name !== '')
  const shown = { fila, clave: cleanLine(celdas.clave) || null, nombre: names.join(' ') || null }
  if (!candidatura || errores.length > 0) return { ...shown, veredicto: 'rechazar', cambios: [], errores, candidatura: null }
  const cambios = [...nuevaPostulacion(candidatura, indice), ...(actual ? compare(actual, candidatura, indice) : [])]
  if (!actual) return { ...shown, veredicto: 'crear', cambios, errores, candidatura }
  return { ...shown, veredicto: cambios.length > 0 ? 'cambiar' : 'igual', cambios, errores, candidatura }
}

/** Who was not standing in a contienda stands there by being on the approved list; it is shown, because it is more than a row. */
function nuevaPostulacion({ contienda, actor }: CandidaturaListada, indice: IndiceImportacion): CambioFila[] {
  if (indice.hasPostulacion(contienda, actor)) return []
  const place = indice.byContienda(contienda)
  const where = place ? `${indice.nombreCargo(place.cargo)}, ${place.demarcacion.nombre}` : contienda
  return [{ campo: 'postulacion', antes: null, despues: `${indice.nombreActor(actor)} en ${where}` }]
}

/** Compared by clave, shown by name. */
function compare(antes: CandidaturaListada, despues: CandidaturaListada, indice: IndiceImportacion): CambioFila[] {
  const [before, after] = [toCeldas(antes, indice), toCeldas(despues, indice)]
  return COLUMNAS_IMPORTACION.filter((campo) => before[campo] !== after[campo]).map((campo) => ({
    campo,
    antes: toShown(campo, before[campo], indice),
    despues: toShown(campo, after[campo], indice),
  }))
}

function toCeldas(row: CandidaturaListada, indice: IndiceImportacion): Record<ColumnaImportacion, string | null> {
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
  }
}

function toShown(campo: ColumnaImportacion, clave: string | null, indice: IndiceImportacion): string | null {
  if (clave === null) return null
  if (campo === 'cargo') return indice.nombreCargo(clave)
  if (campo === 'demarcacion') return indice.nombreDemarcacion(clave)
  return campo === 'actor_politico' || campo === 'partido_origen' ? indice.nombreActor(clave) : clave
}

/** Groups in the order of their first member, each with at least one. */
function groupBy<T>(items: T[], key: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return [...groups.values()]
}
