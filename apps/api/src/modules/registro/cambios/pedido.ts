import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  razonContraApodo,
  razonContraNacimiento,
  razonContraNombre,
  type ActoCambio,
  type CausaPack,
  type Sexo,
} from '@conoceles/domain'
import type { ActorPolitico, Proceso } from '../../proceso/index.ts'
import { AppError, type FieldError } from '../../../shared/http/errors.ts'
import { Acuerdo } from '../acuerdos/acuerdo.entity.ts'
import type { DatosCorregidosDto, EntraDto, VistaPreviaDto } from './cambios.dto.ts'
import { readLugares, type LugarRow } from './cambios.queries.ts'
import { Documento } from '../documentos/documento.entity.ts'
import { FORMATOS } from '../documentos/formato-documento.ts'

/** Request of an act, as it came. */
export type Body = Omit<VistaPreviaDto, 'candidaturas'>

/** Persona who enters a place. */
export interface Entrante {
  personaId: string
  /** Nobody in the register is that persona yet. */
  nueva: boolean
  nombre: string
  primerApellido: string | null
  segundoApellido: string | null
  apodo: string | null
  sexo: Sexo
  fechaNacimiento: string | null
  edadDeclarada: number | null
  /** Undefined: the party of the candidate who leaves. */
  partidoOrigen: ActorPolitico | null | undefined
  accionAfirmativa: string | null
  eleccionConsecutiva: boolean
  /** The place that she holds already, as people call it. */
  conserva: string | null
  /** Actor that postulates her there: its parties are hers only where the same one postulates. */
  postulada: string | null
}

export type Datos = Omit<DatosCorregidosDto, 'partidoOrigen'> & { partidoOrigen?: ActorPolitico | null }

/** The same, with everything that it names found. */
export interface Pedido {
  acto: ActoCambio
  efectosDesde: string | null
  causa: CausaPack | null
  acuerdo: Acuerdo | null
  documentoId: string | null
  motivo: string | null
  entra: Entrante | null
  datos: Datos | null
}

export interface Catalogo {
  proceso: Proceso
  actores: readonly ActorPolitico[]
  hoy: string
}

/** Finds the objects that a request names, or tells field by field which do not exist. */
export async function resolvePedido(tx: EntityManager, catalogo: Catalogo, body: Body): Promise<Pedido> {
  const errors: FieldError[] = []
  const blame = (field: string, reason: string) => void errors.push({ field, reasons: [reason] })
  const found = {
    acto: body.acto,
    efectosDesde: body.efectosDesde ?? null,
    motivo: body.motivo ? body.motivo.normalize('NFC').trim() : null,
    causa: findCausa(catalogo, body.causa ?? null, blame),
    acuerdo: await findAcuerdo(tx, body.acuerdoId ?? null, blame),
    documentoId: await findDocumento(tx, body.documentoId ?? null, blame),
    entra: await findEntrante(tx, { catalogo, body }, blame),
    datos: body.datos ? readDatos(catalogo, body.datos, blame) : null,
  }
  if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
  return found
}

type Blame = (field: string, reason: string) => void

function findCausa({ proceso }: Catalogo, clave: string | null, blame: Blame): CausaPack | null {
  const causa = proceso.catalogos.causas.find((each) => each.clave === clave) ?? null
  if (clave !== null && causa === null) blame('causa', 'No está en la lista de causas.')
  return causa
}

async function findAcuerdo(tx: EntityManager, id: string | null, blame: Blame): Promise<Acuerdo | null> {
  const acuerdo = id === null ? null : await tx.findOneBy(Acuerdo, { id })
  if (id !== null && acuerdo === null) blame('acuerdoId', 'No existe ese acuerdo.')
  return acuerdo
}

async function findDocumento(tx: EntityManager, id: string | null, blame: Blame): Promise<string | null> {
  if (id !== null && !(await tx.existsBy(Documento, { id, medio: FORMATOS.pdf })))
    blame('documentoId', 'No existe ese documento, o no es un PDF.')
  return id
}

async function findEntrante(
  tx: EntityManager,
  { catalogo, body }: { catalogo: Catalogo; body: Body },
  blame: Blame,
): Promise<Entrante | null> {
  const { entra, entraDe } = body
  if (entra && entraDe) blame('entra', 'Se dice una persona nueva o una que ya está, no las dos.')
  if (entraDe) return findExisting(tx, { catalogo, id: entraDe }, blame)
  return entra ? readEntrante(catalogo, entra, blame) : null
}

/** The persona of another candidatura, such as the suplente who goes up. */
async function findExisting(
  tx: EntityManager,
  { catalogo, id }: { catalogo: Catalogo; id: string },
  blame: Blame,
): Promise<Entrante | null> {
  const row = (await readLugares(tx, [id])).find((each) => each.id === id)
  if (!row) {
    blame('entraDe', 'No existe esa candidatura.')
    return null
  }
  const { nombre, primerApellido, segundoApellido, apodo, sexo, fechaNacimiento, edadDeclarada, personaId } = row
  return {
    ...{ nombre, primerApellido, segundoApellido, apodo, sexo, fechaNacimiento, edadDeclarada, personaId },
    nueva: false,
    partidoOrigen: catalogo.actores.find(({ clave }) => clave === row.partidoOrigen),
    accionAfirmativa: row.accionAfirmativa,
    eleccionConsecutiva: row.eleccionConsecutiva,
    postulada: row.actor,
    conserva: row.estatus === 'aprobada' ? shortPlaceName(row) : null,
  }
}

/** A place as people call it, without its number. */
export function shortPlaceName({
  calidad,
  cargoSingular,
  demarcacion,
}: Pick<LugarRow, 'calidad' | 'cargoSingular' | 'demarcacion'>): string {
  return `${calidad}, ${cargoSingular} (${demarcacion})`
}

function readEntrante(catalogo: Catalogo, entra: EntraDto, blame: Blame): Entrante {
  for (const field of ['nombre', 'primerApellido'] as const)
    if (cleanLine(entra[field]) === '') blame(`entra.${field}`, 'No puede quedar vacío.')
  blamePersona(catalogo, entra, (field, reason) => blame(`entra.${field}`, reason))
  return {
    personaId: randomUUID(),
    nueva: true,
    nombre: cleanLine(entra.nombre),
    primerApellido: cleanLine(entra.primerApellido),
    segundoApellido: lineOrNull(entra.segundoApellido),
    apodo: lineOrNull(entra.apodo),
    sexo: entra.sexo,
    fechaNacimiento: entra.fechaNacimiento,
    edadDeclarada: null,
    partidoOrigen: findPartido(catalogo, { clave: entra.partidoOrigen, field: 'entra.partidoOrigen' }, blame),
    accionAfirmativa: findGrupo(catalogo, { clave: entra.accionAfirmativa, field: 'entra.accionAfirmativa' }, blame) ?? null,
    eleccionConsecutiva: entra.eleccionConsecutiva ?? false,
    conserva: null,
    postulada: null,
  }
}

/** Fields that no correction may empty. */
const NEEDED = ['nombre', 'primerApellido', 'sexo', 'fechaNacimiento', 'eleccionConsecutiva'] as const

function readDatos(catalogo: Catalogo, { partidoOrigen, ...datos }: DatosCorregidosDto, blame: Blame): Datos {
  for (const field of NEEDED) if (isEmpty(datos[field])) blame(`datos.${field}`, 'No puede quedar vacío.')
  blamePersona(catalogo, datos, (field, reason) => blame(`datos.${field}`, reason))
  findGrupo(catalogo, { clave: datos.accionAfirmativa, field: 'datos.accionAfirmativa' }, blame)
  const partido = findPartido(catalogo, { clave: partidoOrigen, field: 'datos.partidoOrigen' }, blame)
  return { ...datos, ...(partido === undefined ? {} : { partidoOrigen: partido }) }
}

const NOMBRES = ['nombre', 'primerApellido', 'segundoApellido', 'apodo'] as const

/** Judges a persona by the same rules as the row of a list. Absent and emptied fields are not judged. */
function blamePersona({ proceso, hoy }: Catalogo, said: Partial<EntraDto>, blame: Blame): void {
  for (const field of NOMBRES) {
    const text = cleanLine(said[field] ?? '')
    const razon = text === '' ? null : field === 'apodo' ? razonContraApodo(text) : razonContraNombre(text)
    if (razon !== null) blame(field, razon)
  }
  const razon = said.fechaNacimiento ? razonContraNacimiento(said.fechaNacimiento, { hoy, jornada: proceso.jornada }) : null
  if (razon !== null) blame('fechaNacimiento', razon)
}

function isEmpty(value: string | boolean | null | undefined): boolean {
  return value === null || (typeof value === 'string' && cleanLine(value) === '')
}

interface Named {
  clave: string | null | undefined
  field: string
}

function findPartido({ actores }: Catalogo, { clave, field }: Named, blame: Blame): ActorPolitico | null | undefined {
  if (clave == null) return clave
  const partido = actores.find((each) => each.clave === clave)
  if (!partido) blame(field, 'No está en el catálogo.')
  return partido
}

function findGrupo({ proceso }: Catalogo, { clave, field }: Named, blame: Blame): string | null | undefined {
  if (clave != null && !proceso.catalogos.grupos.some((each) => each.clave === clave)) blame(field, 'No está en el catálogo.')
  return clave
}

function lineOrNull(text: string | null | undefined): string | null {
  return text == null ? null : cleanLine(text) || null
}
