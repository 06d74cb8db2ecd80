import { plainKey } from '@conoceles/domain'
import type { CandidaturaDto } from '../../registro/index.ts'
import type { Pieza } from './piezas.ts'

export type Persona = Pick<CandidaturaDto, 'id' | 'clave' | 'nombre' | 'apodo' | 'folio' | 'calidad' | 'numero' | 'cargoNombre' | 'lugar'>

/** A candidatura that the answers may be of. */
export interface Posible {
  persona: Persona
  /** Whether nobody has to be asked: her whole name, her clave or her place on the ballot, and no other one has it. */
  segura: boolean
}

/** Candidaturas that a piece may be of, the likeliest first; `archivo` is the name of the file, which may be hers. */
export function posiblesDe({ datos }: Pick<Pieza, 'datos'>, personas: readonly Persona[], archivo: string): Posible[] {
  const only = byClaveOrPlace(datos, personas)
  if (only) return [{ persona: only, segura: true }]
  const written = [datos.nombre, datos.primer_apellido, datos.segundo_apellido].filter((part) => part !== undefined).join(' ')
  const words = wordsOf(written === '' ? archivo.replace(/\.[^.]*$/, '') : written)
  const ranked = personas
    .map((persona) => ({ persona, likeness: likenessOf(words, wordsOf(persona.nombre)) + bonusOf(datos, persona) }))
    .filter(({ likeness }) => likeness >= LIKE)
    .sort((a, b) => b.likeness - a.likeness)
  const [best, second] = ranked
  const sure = written !== '' && best !== undefined && best.likeness >= SURE && best.likeness > (second?.likeness ?? 0)
  return ranked.slice(0, OFFERED).map(({ persona }, at) => ({ persona, segura: sure && at === 0 }))
}

function byClaveOrPlace(datos: Pieza['datos'], personas: readonly Persona[]): Persona | null {
  const byClave = personas.filter(({ clave }) => datos.clave !== undefined && plainKey(clave) === plainKey(datos.clave))
  const byPlace = datos.nombre === undefined ? personas.filter((persona) => isPlaceOf(datos, persona)) : []
  const [only, ...others] = byClave.length > 0 ? byClave : byPlace
  return others.length === 0 ? (only ?? null) : null
}

/** «Regidor 2 propietario» of «Temixco»: cargo, number, calidad and demarcación. */
function isPlaceOf({ cargo, lugar }: Pieza['datos'], persona: Persona): boolean {
  if (cargo === undefined || lugar === undefined || plainKey(persona.lugar) !== plainKey(lugar)) return false
  const words = plainKey(cargo).split(' ')
  const begins = (letters: string) => words.some((word) => word.startsWith(letters))
  const calidad = CALIDADES.find(({ letters }) => letters.some(begins))?.calidad
  const numero = words.map((word) => parseInt(word, 10)).find((number) => number > 0)
  return begins(plainKey(persona.cargoNombre).slice(0, STEM)) && numero === persona.numero && calidad === persona.calidad
}

const STEM = 5
const CALIDADES = [
  { calidad: 'propietaria', letters: ['prop', 'titular'] },
  { calidad: 'suplente', letters: ['sup'] },
]

/** Whole names of these personas, in either order of their words. */
export function nombresDe(personas: readonly Persona[]): (texto: string) => boolean {
  const known = new Set(personas.map(({ nombre }) => keyOf(nombre)))
  return (texto) => texto.length <= LONGEST_NAME && known.has(keyOf(texto))
}

const LONGEST_NAME = 120
const keyOf = (nombre: string) => wordsOf(nombre).sort().join(' ')

const LIKE = 0.6
const SURE = 0.99
const OFFERED = 5
const HINT = 0.05

/** The same folio or place tells two of one name apart. */
function bonusOf({ folio, lugar }: Pieza['datos'], persona: Persona): number {
  const sameFolio = folio !== undefined && folio.trim() === String(persona.folio)
  const sameLugar = lugar !== undefined && plainKey(persona.lugar).includes(plainKey(lugar))
  return HINT * (Number(sameFolio) + Number(sameLugar))
}

/** Names are written in either order: twice the words that both have, of all that they have. */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((word) => b.includes(word)).length
  return a.length + b.length === 0 ? 0 : (2 * both) / (a.length + b.length)
}

const PARTICULAS = new Set(['de', 'del', 'la', 'las', 'los', 'y'])

function wordsOf(text: string): string[] {
  return [...new Set(plainKey(text).split(' '))].filter((word) => word !== '' && !PARTICULAS.has(word))
}
