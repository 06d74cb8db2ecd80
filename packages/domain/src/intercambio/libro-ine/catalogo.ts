import type { Calidad, EstatusCandidatura, Sexo } from '../../registro/estatus.ts'
import { cargoEnLibro, leerDistrito, mayusculas, numeroDistrito, type LugarIne } from './celdas.ts'
import type { TipoDemarcacion } from '../../proceso/catalogo.ts'
import { plainKey } from '../../base/text.ts'

export interface CargoCatalogoIne {
  clave: string
  nombre: string
  singular: string
  principio: string
  /** Kind of place where it is elected, when a contienda of the proceso tells. */
  demarcacion: TipoDemarcacion | null
}

export interface DemarcacionIne extends LugarIne {
  /** Name of the entidad when it is not that of the proceso. */
  entidad: string | null
}

export interface ContiendaIne {
  clave: string
  cargo: string
  demarcacion: string
}

export interface ActorIne {
  clave: string
  nombre: string
  tipo: 'partido' | 'alianza' | 'independiente'
}

/** A candidatura that the system has. */
export interface ActualIne {
  clave: string
  contienda: string
  actor: string
  actorNombre: string
  folio: number
  numero: number
  calidad: Calidad
  nombre: string
  sexo: Sexo
  /** Declared, or on the day of the jornada. */
  edad: number | null
  conNacimiento: boolean
  estatus: EstatusCandidatura
  conCaptura: boolean
}

/** Catalogue against which a workbook is read. */
export interface CatalogoIne {
  /** Name of the entidad of the proceso. */
  entidad: string
  cargos: CargoCatalogoIne[]
  demarcaciones: DemarcacionIne[]
  contiendas: ContiendaIne[]
  actores: ActorIne[]
  actuales: ActualIne[]
  /** Whether candidaturas of other entidades are imported. */
  otrasEntidades: boolean
  /** Acuerdo for the candidaturas whose own the workbook does not tell. */
  acuerdo: { numero: string; fecha: string }
}

export interface IndiceIne {
  cargo(cell: string): CargoCatalogoIne | null
  /** Null for the entidad of the proceso. */
  entidadAjena(cell: string): string | null
  demarcacion(lugar: { tipo: TipoDemarcacion; entidad: string | null; cell: string }): DemarcacionIne | undefined
  contienda(cargo: string, demarcacion: string): ContiendaIne | undefined
  actores(nombre: string): ActorIne[]
  actual(formula: { entidad: string | null; cargo: string; folio: number; calidad: Calidad }): ActualIne | undefined
}

/** The catalogues by the words in which a workbook may name them. */
export function indexCatalogoIne(catalogo: CatalogoIne): IndiceIne {
  const cargos = indexBy(catalogo.cargos, (cargo) => namesOfCargo(cargo))
  const demarcaciones = indexBy(catalogo.demarcaciones, (demarcacion) => [placeKey({ ...demarcacion, lugar: ownName(demarcacion) })])
  const contiendas = indexBy(catalogo.contiendas, ({ cargo, demarcacion }) => [`${cargo}|${demarcacion}`])
  const actores = indexBy(catalogo.actores, ({ clave, nombre }) => [...new Set([plainKey(nombre), plainKey(clave)])])
  const actuales = indexActuales(catalogo)
  const own = plainKey(catalogo.entidad)
  return {
    cargo: (cell) => cargos.get(plainKey(cell))?.[0] ?? null,
    entidadAjena: (cell) => (cell === '' || plainKey(cell) === own ? null : mayusculas(cell)),
    demarcacion: ({ tipo, entidad, cell }) => demarcaciones.get(placeKey({ tipo, entidad, lugar: nameInCell(tipo, cell) }))?.[0],
    contienda: (cargo, demarcacion) => contiendas.get(`${cargo}|${demarcacion}`)?.[0],
    actores: (nombre) => actores.get(plainKey(nombre)) ?? [],
    actual: (formula) => actuales.get(formulaKey(formula)),
  }
}

/** The words of the source first: two cargos of the same name ("Regidurías") are told apart by their other names. */
function namesOfCargo(cargo: CargoCatalogoIne): string[] {
  return [...new Set([cargoEnLibro(cargo), cargo.nombre, cargo.singular, cargo.clave].map(plainKey))]
}

function ownName(demarcacion: DemarcacionIne): string {
  if (demarcacion.tipo !== 'distrito') return plainKey(demarcacion.nombre)
  return String(numeroDistrito(demarcacion) ?? plainKey(demarcacion.nombre))
}

/** A distrito goes by its number, with any name of its cabecera. */
function nameInCell(tipo: TipoDemarcacion, cell: string): string {
  return tipo === 'distrito' ? String(leerDistrito(cell).numero ?? plainKey(cell)) : plainKey(cell)
}

/** There is one demarcación of the kind entidad in each entidad. */
function placeKey({ tipo, entidad, lugar }: { tipo: TipoDemarcacion; entidad: string | null; lugar: string }): string {
  return [tipo, plainKey(entidad ?? ''), tipo === 'entidad' ? '' : lugar].join('|')
}

/** Puts the person in force first: a place that changed hands has its fórmula twice. */
function indexActuales({ actuales, contiendas, demarcaciones }: CatalogoIne): Map<string, ActualIne> {
  const places = new Map(demarcaciones.map((demarcacion) => [demarcacion.clave, demarcacion.entidad]))
  const byContienda = new Map(contiendas.map((contienda) => [contienda.clave, contienda]))
  const known = new Map<string, ActualIne>()
  for (const actual of actuales) {
    const contienda = byContienda.get(actual.contienda)
    if (!contienda) continue
    const key = formulaKey({ ...actual, cargo: contienda.cargo, entidad: places.get(contienda.demarcacion) ?? null })
    if (known.get(key)?.estatus !== 'aprobada') known.set(key, actual)
  }
  return known
}

function formulaKey({
  entidad,
  cargo,
  folio,
  calidad,
}: {
  entidad: string | null
  cargo: string
  folio: number
  calidad: Calidad
}): string {
  return [plainKey(entidad ?? ''), cargo, folio, calidad].join('|')
}

function indexBy<T>(items: readonly T[], keys: (item: T) => string[]): Map<string, T[]> {
  const index = new Map<string, T[]>()
  for (const item of items) for (const key of keys(item)) index.set(key, [...(index.get(key) ?? []), item])
  return index
}
