import type { Dependencia } from '../../../../api-types.ts'
import { monthLong } from '../../../../shared/formularios/dates.ts'
import { addDays, addMonths, daysBetween, lastDayOf, monthOf } from '../../../../shared/formularios/days.ts'
import { keyOf, nombreOf, type Linea } from '../tablero.ts'

/** Positions of everything on the timeline, in units of its drawing. */
export interface Dibujo {
  ancho: number
  alto: number
  /** Left end of the calendar, right of the names. */
  izquierda: number
  meses: { mes: string; x: number; ancho: number }[]
  hoyX: number
  renglones: Renglon[]
  enlaces: { key: string; trazo: string; rige: boolean }[]
}

export interface Renglon {
  clave: string
  nombre: string
  /** The same where there is little room: a month, or what opened it, stands below its actividad. */
  breve: string
  sangria: boolean
  y: number
  alto: number
  periodos: { key: string; x: number; y: number; ancho: number }[]
  marcas: Marca[]
}

export interface Marca {
  key: string
  /** `evento`: what opened the duty. */
  estatus: string
  milestone: string
  dia: string
  x: number
  y: number
}

const WIDTH = 1200
const NAMES = 300
const HEAD = 40
const LANE = 16
const PADDING = 5
/** A mark with its letters. */
const MARK = 30
const RADIUS = 7

export interface Entrada {
  lineas: readonly Linea[]
  dependencias: readonly Dependencia[]
  hoy: string
}

/** The timeline of some moments: a row for each duty, in the order of the programme. */
export function dibujoDe(entrada: Entrada): Dibujo {
  return drawWith(escalaDe(entrada), entrada)
}

/** The same in drawings that each fit on a page of paper, all to one scale; the first page holds less. */
export function porHojas(entrada: Entrada, altos: { primera: number; otras: number }): Dibujo[] {
  const escala = escalaDe(entrada)
  const hojas: { claves: Set<string>; alto: number }[] = []
  for (const { clave, alto } of drawWith(escala, entrada).renglones) {
    const last = hojas.at(-1)
    if (last !== undefined && last.alto + alto <= (hojas.length === 1 ? altos.primera : altos.otras)) {
      last.claves.add(clave)
      last.alto += alto
    } else hojas.push({ claves: new Set([clave]), alto: HEAD + alto })
  }
  return hojas.map(({ claves }) =>
    drawWith(escala, { ...entrada, lineas: entrada.lineas.filter(({ entregable }) => claves.has(entregable.clave)) }),
  )
}

function drawWith(escala: Escala, entrada: Entrada): Dibujo {
  const renglones = apilar(entrada, escala)
  const last = renglones.at(-1)
  return {
    ancho: WIDTH,
    alto: last === undefined ? HEAD : last.y + last.alto,
    izquierda: NAMES,
    meses: escala.meses,
    hoyX: escala.xOf(entrada.hoy) + escala.dia / 2,
    renglones,
    enlaces: enlacesDe(renglones, entrada.dependencias),
  }
}

interface Escala {
  /** Width of one day. */
  dia: number
  meses: Dibujo['meses']
  xOf(day: string): number
}

function escalaDe({ lineas, hoy }: Entrada): Escala {
  const days = [hoy, ...lineas.flatMap(({ hito, entregable }) => [hito.inicio, hito.vence, entregable.evento?.fecha ?? null])]
    .filter((day) => day !== null)
    .sort()
  const first = `${monthOf(days.at(0) ?? hoy)}-01`
  const last = lastDayOf(monthOf(days.at(-1) ?? hoy))
  const dia = (WIDTH - NAMES) / (daysBetween(first, last) + 1)
  const xOf = (day: string) => NAMES + daysBetween(first, day) * dia
  const meses: Escala['meses'] = []
  for (let mes = monthOf(first); mes <= monthOf(last); mes = addMonths(mes, 1)) {
    meses.push({ mes, x: xOf(`${mes}-01`), ancho: daysBetween(`${mes}-01`, addDays(lastDayOf(mes), 1)) * dia })
  }
  return { dia, meses, xOf }
}

/** One row below another, each as high as its marks need so that none covers another. */
function apilar({ lineas, dependencias }: Entrada, escala: Escala): Renglon[] {
  const counted = new Set(dependencias.filter(({ rige }) => rige).map(({ a }) => keyOf(a.entregable, a.milestone)))
  const groups = new Map<string, Linea[]>()
  for (const linea of lineas) groups.set(linea.entregable.clave, [...(groups.get(linea.entregable.clave) ?? []), linea])
  let y = HEAD
  return [...groups].map(([clave, own]) => {
    const renglon = renglonDe({ clave, own, y }, escala)
    y += renglon.alto
    // The days that count from another moment are the line from it.
    return { ...renglon, periodos: renglon.periodos.filter(({ key }) => !counted.has(key)) }
  })
}

function renglonDe({ clave, own, y }: { clave: string; own: Linea[]; y: number }, escala: Escala): Renglon {
  const { entregable } = own[0] as Linea
  const lanes: number[] = []
  const marcas = marcasDe(own)
    .sort((one, other) => one.dia.localeCompare(other.dia))
    .map((marca) => {
      const x = escala.xOf(marca.dia) + escala.dia / 2
      const free = lanes.findIndex((end) => end <= x - RADIUS)
      const lane = free === -1 ? lanes.length : free
      lanes[lane] = x - RADIUS + MARK
      return { ...marca, x, y: y + PADDING + lane * LANE + LANE / 2 }
    })
  const at = new Map(marcas.map((marca) => [marca.key, marca]))
  return {
    clave,
    nombre: `${entregable.numero} ${nombreOf(entregable)}`,
    breve: `${entregable.numero} ${entregable.evento?.titulo ?? (entregable.mes === null ? entregable.nombre : monthLong(entregable.mes))}`,
    sangria: entregable.mes !== null || entregable.evento !== null,
    y,
    alto: Math.max(1, lanes.length) * LANE + 2 * PADDING,
    periodos: own.flatMap((linea) => periodoOf(linea, at.get(linea.key), escala)),
    marcas,
  }
}

type Suelta = Omit<Marca, 'x' | 'y'>

function marcasDe(own: Linea[]): Suelta[] {
  const dated = own.flatMap(({ key, hito: { vence: dia, estatus, milestone } }): Suelta[] =>
    dia === null ? [] : [{ key, dia, estatus, milestone }],
  )
  const { clave, evento } = (own[0] as Linea).entregable
  return evento === null ? dated : [{ key: keyOf(clave, 'evento'), dia: evento.fecha, estatus: 'evento', milestone: 'evento' }, ...dated]
}

function periodoOf({ key, hito: { inicio, vence } }: Linea, marca: Marca | undefined, escala: Escala): Renglon['periodos'] {
  if (marca === undefined || inicio === null || vence === null || inicio === vence) return []
  const x = escala.xOf(inicio)
  return [{ key, x, y: marca.y, ancho: marca.x - x }]
}

/** From a mark to the one that counts from it; what opened a duty stands for the milestone that it was. */
function enlacesDe(renglones: readonly Renglon[], dependencias: readonly Dependencia[]): Dibujo['enlaces'] {
  const marcas = new Map(renglones.flatMap((renglon) => renglon.marcas.map((marca) => [marca.key, marca])))
  return dependencias.flatMap(({ de, a, rige }) => {
    const from = marcas.get(keyOf(de.entregable, de.milestone)) ?? marcas.get(keyOf(de.entregable, 'evento'))
    const to = marcas.get(keyOf(a.entregable, a.milestone))
    if (from === undefined || to === undefined || from === to) return []
    return [{ key: `${from.key} ${to.key}`, trazo: trazoDe(from, to), rige }]
  })
}

/** Along the row, in a curve to another, or around the left where the one stands right below the other. */
function trazoDe(from: Marca, to: Marca): string {
  const [x1, x2] = [from.x + RADIUS, to.x - RADIUS - 2]
  if (from.y === to.y) return `M${x1} ${from.y}H${x2}`
  if (x2 - x1 < 2 * RADIUS) return `M${from.x - RADIUS} ${from.y}H${Math.min(from.x, to.x) - 2 * RADIUS}V${to.y}H${x2}`
  const turn = (x2 - x1) / 2
  return `M${x1} ${from.y}C${x1 + turn} ${from.y} ${x2 - turn} ${to.y} ${x2} ${to.y}`
}
