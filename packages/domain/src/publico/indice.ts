import type { Calidad, EstatusCandidatura } from '../registro/estatus.ts'
import { escribirColumna, leerColumna } from './columna.ts'
import type { OrdenPresentacion } from './pack.ts'
import { recordOf } from '../base/typed.ts'

/** Row of the index for one public candidatura: part of what her page and her row of the list tell, and nothing else. */
export interface FilaIndice {
  /** Read from an index it is only the beginning of her id, without hyphens: enough to tell her from everybody else in it. */
  id: string
  nombre: string
  apodo: string | null
  contienda: ContiendaIndice
  actor: string
  /** Other actores políticos under which she is found: members of her alianza, her party of origin. */
  otros: string[]
  partidoOrigen: string | null
  calidad: Calidad
  numero: number
  estatus: EstatusCandidatura
  sexo: string | null
  /** Clave of a range of the pack. */
  edad: string | null
  escolaridad: string | null
  accionAfirmativa: string | null
  reserva: 'persona' | 'parcial' | null
  /** Topics that she chose for her proposals. */
  temas: readonly string[]
  conPropuestas: boolean
  conFotografia: boolean
  salida: { desde: string | null; entra: string | null } | null
}

export interface ContiendaIndice {
  clave: string
  cargo: string
  lugar: string
  distrito: string | null
  municipio: string | null
  comunidad: string | null
}

interface Nombrada {
  clave: string
  nombre: string
}

/** Names of the claves in the rows, in the order in which they are told. */
export interface CatalogosIndice {
  proceso: string
  orden: OrdenPresentacion
  /** Legal day whose draw gives the order; null where nothing is drawn. */
  sorteo: string | null
  edades: Nombrada[]
  escolaridades: string[]
  grupos: Nombrada[]
}

const CODED = ['partidoOrigen', 'calidad', 'estatus', 'sexo', 'edad', 'escolaridad', 'accionAfirmativa', 'reserva'] as const
type Coded = (typeof CODED)[number]

/** A whole proceso for searching on the device: columns of codes, so that thousands of rows travel in some tens of kilobytes. */
export interface IndicePublico extends CatalogosIndice {
  contiendas: ContiendaIndice[]
  actores: string[]
  /** Sets of other actores políticos, their claves with a blank in between. */
  otros: string[]
  /** For each postulación: its contienda, its actor, its set of others, and how many rows in turn are of it. */
  postulaciones: { contiendas: string; actores: string; otros: string; filas: string }
  ids: string
  /** Words of the names, the most frequent first. */
  palabras: string[]
  /** Number of words of each row's name, and all those words. */
  nombres: { largos: string; palabras: string }
  apodos: string[]
  numeros: string
  valores: Record<Coded, string[]>
  codigos: Record<Coded, string>
  /** 1: con propuestas; 2: con fotografía. */
  marcas: string
  /** Absent where nobody chose any, and in indexes that were written before there were. `filas`: for each row the sum of 2ⁿ over its topics. */
  temas?: { valores: string[]; filas: string }
  salidas: { fila: number; desde: string | null; entra: string | null }[]
}

export function escribirIndice(filas: readonly FilaIndice[], catalogos: CatalogosIndice): IndicePublico {
  const coded = recordOf(CODED, (field) => codedOf(filas, field))
  return {
    ...catalogos,
    ...postulacionesOf(filas),
    ids: idsOf(filas),
    ...nombresOf(filas),
    apodos: filas.map(({ apodo }) => apodo ?? ''),
    numeros: escribirColumna(filas.map(({ numero }) => numero)),
    valores: recordOf(CODED, (field) => coded[field].valores),
    codigos: recordOf(CODED, (field) => coded[field].codigos),
    marcas: escribirColumna(filas.map(({ conPropuestas, conFotografia }) => Number(conPropuestas) + 2 * Number(conFotografia))),
    ...temasOf(filas),
    salidas: filas.flatMap(({ salida }, fila) => (salida ? [{ fila, ...salida }] : [])),
  }
}

export function leerIndice(indice: IndicePublico): FilaIndice[] {
  const postulacionOf = readPostulaciones(indice)
  const nombres = readNombres(indice)
  const numeros = leerColumna(indice.numeros)
  const marcas = leerColumna(indice.marcas)
  const temas = readTemas(indice)
  const codes = recordOf(CODED, (field) => leerColumna(indice.codigos[field]))
  const salidas = new Map(indice.salidas.map(({ fila, desde, entra }) => [fila, { desde, entra }]))
  const coded = (field: Coded, row: number): string | null => indice.valores[field][(codes[field][row] ?? 0) - 1] ?? null
  const short = nombres.length === 0 ? 0 : indice.ids.length / nombres.length
  return nombres.map((nombre, row) => {
    const marca = marcas[row] ?? 0
    return {
      id: indice.ids.slice(row * short, (row + 1) * short),
      nombre,
      apodo: indice.apodos[row] || null,
      ...(postulacionOf[row] as Pick<FilaIndice, 'contienda' | 'actor' | 'otros'>),
      numero: numeros[row] ?? 0,
      // Written by codedOf from fields of these types.
      ...(recordOf(CODED, (field) => coded(field, row)) as Pick<FilaIndice, Coded>),
      temas: temas[row] ?? [],
      conPropuestas: (marca & 1) !== 0,
      conFotografia: (marca & 2) !== 0,
      salida: salidas.get(row) ?? null,
    }
  })
}

const SHORTEST = 7
const LONGEST = 32

/** Beginnings of the ids, without hyphens, all of the least length that tells them apart. */
function idsOf(filas: readonly FilaIndice[]): string {
  const ids = filas.map(({ id }) => id.replaceAll('-', ''))
  let length = SHORTEST
  while (length < LONGEST && new Set(ids.map((id) => id.slice(0, length))).size < ids.length) length += 1
  return ids.map((id) => id.slice(0, length)).join('')
}

/** One entry for each run of rows of one postulación. */
function postulacionesOf(filas: readonly FilaIndice[]): Pick<IndicePublico, 'contiendas' | 'actores' | 'otros' | 'postulaciones'> {
  const starts = filas.flatMap((fila, row) => {
    const before = filas[row - 1]
    return before && keyOf(before) === keyOf(fila) ? [] : [row]
  })
  const first = starts.flatMap((row) => filas[row] ?? [])
  const contiendas = new Map(first.map(({ contienda }) => [contienda.clave, contienda]))
  const actores = [...new Set(first.map(({ actor }) => actor))]
  const otros = [...new Set(first.map((fila) => fila.otros.join(' ')))]
  const column = (values: Iterable<string>, of: (fila: FilaIndice) => string): string => {
    const codes = codesOf([...values])
    return escribirColumna(first.map((fila) => codes.get(of(fila)) ?? 0))
  }
  return {
    contiendas: [...contiendas.values()],
    actores,
    otros,
    postulaciones: {
      contiendas: column(contiendas.keys(), ({ contienda }) => contienda.clave),
      actores: column(actores, ({ actor }) => actor),
      otros: column(otros, (fila) => fila.otros.join(' ')),
      filas: escribirColumna(starts.map((row, at) => (starts[at + 1] ?? filas.length) - row)),
    },
  }
}

function readPostulaciones({ contiendas, actores, otros, postulaciones }: IndicePublico) {
  const [contienda, actor, set] = [postulaciones.contiendas, postulaciones.actores, postulaciones.otros].map(leerColumna)
  return leerColumna(postulaciones.filas).flatMap((rows, at) => {
    const one = {
      contienda: contiendas[contienda?.[at] ?? 0],
      actor: actores[actor?.[at] ?? 0],
      otros: (otros[set?.[at] ?? 0] ?? '').split(' ').filter(Boolean),
    }
    return Array.from({ length: rows }, () => one)
  })
}

function nombresOf(filas: readonly FilaIndice[]): Pick<IndicePublico, 'palabras' | 'nombres'> {
  const times = new Map<string, number>()
  const largos: number[] = []
  const words: string[] = []
  for (const { nombre } of filas) {
    const own = nombre.split(' ')
    largos.push(own.length)
    for (const word of own) {
      words.push(word)
      times.set(word, (times.get(word) ?? 0) + 1)
    }
  }
  const palabras = [...times].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([word]) => word)
  const codes = codesOf(palabras)
  return {
    palabras,
    nombres: { largos: escribirColumna(largos), palabras: escribirColumna(words.map((word) => codes.get(word) ?? 0)) },
  }
}

function readNombres({ palabras, nombres }: IndicePublico): string[] {
  const words = leerColumna(nombres.palabras)
  let at = 0
  return leerColumna(nombres.largos).map((length) => {
    at += length
    return words
      .slice(at - length, at)
      .map((code) => palabras[code])
      .join(' ')
  })
}

function temasOf(filas: readonly FilaIndice[]): Pick<IndicePublico, 'temas'> {
  const valores = [...new Set(filas.flatMap(({ temas }) => temas))].sort()
  if (valores.length === 0) return {}
  const sum = ({ temas }: FilaIndice) => valores.reduce((all, tema, n) => all + (temas.includes(tema) ? 2 ** n : 0), 0)
  return { temas: { valores, filas: escribirColumna(filas.map(sum)) } }
}

/** Few sets are chosen by many: each of them is one list. */
function readTemas({ temas }: IndicePublico): (readonly string[])[] {
  if (!temas) return []
  const sets = new Map<number, readonly string[]>()
  return leerColumna(temas.filas).map((sum) => {
    const known = sets.get(sum) ?? temas.valores.filter((_, n) => Math.floor(sum / 2 ** n) % 2 === 1)
    sets.set(sum, known)
    return known
  })
}

function keyOf({ contienda, actor, otros }: FilaIndice): string {
  return [contienda.clave, actor, ...otros].join(' ')
}

function codesOf(values: readonly string[]): Map<string, number> {
  return new Map(values.map((value, code) => [value, code]))
}

/** The values of a column, and of each row which of them, counted from one; zero where it has none. */
function codedOf(filas: readonly FilaIndice[], field: Coded): { valores: string[]; codigos: string } {
  const given = filas.map((fila) => fila[field])
  const valores = [...new Set(given)].filter((value) => value !== null).sort()
  const codes = new Map<string | null, number>(valores.map((value, code) => [value, code + 1]))
  return { valores, codigos: escribirColumna(given.map((value) => codes.get(value) ?? 0)) }
}
