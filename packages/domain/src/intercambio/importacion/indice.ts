import { groupBy } from '../../base/group.ts'
import { plainKey } from '../../base/text.ts'
import { distritoDe, keysOfNombre, readCargoEscrito } from './reconocer.ts'

export interface ClaveNombre {
  clave: string
  nombre: string
}

/** Catalogues of the proceso as they are now, against which a list is read. */
export interface CatalogoImportacion {
  cargos: ClaveNombre[]
  /** `lugares` null: a list whose length nobody fixed. */
  contiendas: { clave: string; cargo: string; demarcacion: ClaveNombre; lugares: number | null }[]
  /** `figura` null or absent: nobody said which legal type the alianza is. */
  actores: (ClaveNombre & { tipo: 'partido' | 'alianza' | 'independiente'; figura?: string | null })[]
  /** Claves of the parties in their first election. */
  primeraEleccion?: readonly string[]
  /** `integrantes` empty: a party alone, or an alianza whose members in that contienda are not known. */
  postulaciones: { contienda: string; actor: string; integrantes: string[] }[]
  grupos: ClaveNombre[]
  acuerdos: { numero: string; fecha: string }[]
  /** ISO 8601 dates. */
  jornada: string
  hoy: string
}

/** The same, ready to be asked by a written word: the clave or the name, or another way to write it that means one of them alone. */
export interface IndiceImportacion {
  cargo(text: string): ClaveNombre | undefined
  actor(text: string): CatalogoImportacion['actores'][number] | undefined
  /** Alianza that stands there with exactly the parties that a «PAN-PRI» names. */
  alianza(contienda: string, text: string): CatalogoImportacion['actores'][number] | undefined
  grupo(text: string): ClaveNombre | undefined
  contienda(cargo: string, demarcacion: string): CatalogoImportacion['contiendas'][number] | undefined
  /** Whether any cargo has a contienda there. */
  hasDemarcacion(text: string): boolean
  demarcacionesDe(cargo: string): readonly ClaveNombre[]
  cargos: readonly ClaveNombre[]
  demarcaciones: readonly ClaveNombre[]
  actores: readonly ClaveNombre[]
  partidos: readonly ClaveNombre[]
  grupos: readonly ClaveNombre[]
  byContienda(clave: string): CatalogoImportacion['contiendas'][number] | undefined
  nombreCargo(clave: string): string
  nombreDemarcacion(clave: string): string
  nombreActor(clave: string): string
  /** Member parties of an alianza there; empty when unknown. */
  integrantes(contienda: string, actor: string): string[]
  hasPostulacion(contienda: string, actor: string): boolean
  enPrimeraEleccion(partido: string): boolean
  /** Demarcaciones where the register has a candidatura independiente; of a party or an alianza, none is told. */
  lugaresDeIndependiente(actor: string): ClaveNombre[]
  fechaAcuerdo(numero: string): string | undefined
  jornada: string
  hoy: string
}

export function indexCatalogo(catalogo: CatalogoImportacion): IndiceImportacion {
  const cargo = finderOf(catalogo.cargos)
  const actor = finderOf(catalogo.actores)
  const demarcaciones = [...new Map(catalogo.contiendas.map(({ demarcacion }) => [demarcacion.clave, demarcacion])).values()]
  const contiendas = new Map([...groupBy(catalogo.contiendas, (each) => each.cargo)].map(([key, own]) => [key, contiendaFinder(own)]))
  const claves = new Map(catalogo.contiendas.map((contienda) => [contienda.clave, contienda]))
  const nombreOf = (items: ClaveNombre[]) => {
    const nombres = new Map(items.map(({ clave, nombre }) => [clave, nombre]))
    return (clave: string) => nombres.get(clave) ?? clave
  }
  const postulaciones = new Map(catalogo.postulaciones.map((row) => [join(row.contienda, row.actor), row]))
  const independientes = lugaresDeIndependientes(catalogo, claves)
  const acuerdos = new Map(catalogo.acuerdos.map(({ numero, fecha }) => [numero, fecha]))
  return {
    cargo: remembered((text) => cargo(text) ?? cargoEscrito(text, catalogo.cargos)),
    actor,
    alianza: (contienda, text) => alianzaDe(text, { actor, contienda, catalogo }),
    grupo: finderOf(catalogo.grupos),
    contienda: (clave, demarcacion) => contiendas.get(clave)?.(demarcacion),
    hasDemarcacion: (text) => [...contiendas.values()].some((find) => find(text) !== undefined),
    demarcacionesDe: (clave) => catalogo.contiendas.filter((each) => each.cargo === clave).map(({ demarcacion }) => demarcacion),
    cargos: catalogo.cargos,
    demarcaciones,
    actores: catalogo.actores,
    partidos: catalogo.actores.filter(({ tipo }) => tipo === 'partido'),
    grupos: catalogo.grupos,
    byContienda: (clave) => claves.get(clave),
    nombreCargo: nombreOf(catalogo.cargos),
    nombreDemarcacion: nombreOf(catalogo.contiendas.map(({ demarcacion }) => demarcacion)),
    nombreActor: nombreOf(catalogo.actores),
    integrantes: (contienda, actor) => postulaciones.get(join(contienda, actor))?.integrantes ?? [],
    hasPostulacion: (contienda, actor) => postulaciones.has(join(contienda, actor)),
    enPrimeraEleccion: (partido) => catalogo.primeraEleccion?.includes(partido) ?? false,
    lugaresDeIndependiente: (actor) => independientes.get(actor) ?? [],
    fechaAcuerdo: (numero) => acuerdos.get(numero),
    jornada: catalogo.jornada,
    hoy: catalogo.hoy,
  }
}

function lugaresDeIndependientes(
  { actores, postulaciones }: CatalogoImportacion,
  contiendas: ReadonlyMap<string, CatalogoImportacion['contiendas'][number]>,
): Map<string, ClaveNombre[]> {
  return new Map(
    actores
      .filter(({ tipo }) => tipo === 'independiente')
      .map(({ clave }) => {
        const own = postulaciones.filter(({ actor }) => actor === clave).flatMap(({ contienda }) => contiendas.get(contienda) ?? [])
        return [clave, [...new Map(own.map(({ demarcacion }) => [demarcacion.clave, demarcacion])).values()]] as const
      }),
  )
}

/** Lists repeat few words in many rows. */
function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (!known.has(text) && known.size < REMEMBERED) known.set(text, find(text))
    return known.get(text) ?? find(text)
  }
}

const REMEMBERED = 5_000

/** By the clave, then by the name, then by another way to write it that only one item has. */
function finderOf<T extends ClaveNombre>(items: readonly T[]): (text: string) => T | undefined {
  const exact = new Map([
    ...items.map((item) => [plainKey(item.nombre), item] as const),
    ...items.map((item) => [plainKey(item.clave), item] as const),
  ])
  const loose = new Map<string, T | null>()
  for (const item of items) {
    for (const key of new Set([...keysOfNombre(item.nombre), ...keysOfNombre(item.clave)])) loose.set(key, loose.has(key) ? null : item)
  }
  return remembered((text) => {
    const key = keysOfNombre(text).find((each) => loose.get(each))
    return exact.get(plainKey(text)) ?? loose.get(key ?? '') ?? undefined
  })
}

/** «Regidora» is the cargo of its family, and «Diputado MR» the one of its principio; of two that it may be, none. */
function cargoEscrito(text: string, cargos: readonly ClaveNombre[]): ClaveNombre | undefined {
  const { familia, principio } = readCargoEscrito(text)
  if (familia === null) return undefined
  const same = cargos.filter(({ nombre }) => {
    const known = readCargoEscrito(nombre)
    return known.familia === familia && (principio === null || known.principio === null || known.principio === principio)
  })
  return same.length === 1 ? same[0] : undefined
}

/** The contiendas of a cargo, by their demarcación or by the number of its district; the only one needs no words. */
function contiendaFinder<T extends { demarcacion: ClaveNombre }>(contiendas: readonly T[]): (text: string) => T | undefined {
  const find = finderOf(contiendas.map((contienda) => ({ ...contienda.demarcacion, contienda })))
  const [only, ...others] = contiendas
  return (text) => {
    if (text === '') return others.length === 0 ? only : undefined
    return find(text)?.contienda ?? byDistrito(text, contiendas)
  }
}

function byDistrito<T extends { demarcacion: ClaveNombre }>(text: string, contiendas: readonly T[]): T | undefined {
  const wanted = distritoDe(text)
  if (!wanted) return undefined
  const found = contiendas.filter(({ demarcacion }) => {
    const known = distritoDe(demarcacion.nombre)
    return known?.numero === wanted.numero && wanted.resto.every((word) => known.resto.includes(word))
  })
  return found.length === 1 ? found[0] : undefined
}

function alianzaDe(
  text: string,
  { actor, contienda, catalogo }: { actor: IndiceImportacion['actor']; contienda: string; catalogo: CatalogoImportacion },
): CatalogoImportacion['actores'][number] | undefined {
  const partidos = text.split(/[-–_/,;+&|]| y /).map((part) => actor(part.trim())?.clave)
  if (partidos.length < 2 || partidos.includes(undefined)) return undefined
  const same = catalogo.postulaciones.filter(
    ({ contienda: clave, integrantes }) =>
      clave === contienda && integrantes.length === partidos.length && integrantes.every((each) => partidos.includes(each)),
  )
  return same.length === 1 ? catalogo.actores.find(({ clave }) => clave === same[0]?.actor) : undefined
}

function join(...keys: string[]): string {
  return keys.join('|')
}
