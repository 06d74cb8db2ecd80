import { COLUMNAS_IMPORTACION, valoresDeSexo, type Valores } from '@conoceles/domain'
import { dateOf } from './fechas.ts'
import type { Fila } from '../libros/tabla.ts'
import type { Plan } from './plan.ts'

/** Collects the rest of a list: rows that are no candidaturas, and texts that their own column explains. */
export interface Apartados {
  pie(fila: Fila): void
  fila(celdas: readonly string[]): void
  close(): { valores: Valores; avisos: string[] }
}

export function createApartados(): Apartados {
  const pies: string[] = []
  const sexos = new Set<string>()
  let left = 0
  return {
    pie({ numero, celdas }) {
      left += 1
      if (pies.length < NAMED) pies.push(`fila ${numero} («${(celdas.find((cell) => cell !== '') ?? '').slice(0, SHOWN)}»)`)
    },
    fila(celdas) {
      if (sexos.size < MANY) sexos.add(celdas[SEXO] ?? '')
    },
    close() {
      const valores = valoresDeSexo(sexos)
      return { valores, avisos: [...avisoDePies(pies, left), ...avisoDeSexo(valores)] }
    },
  }
}

const NAMED = 8
const SHOWN = 60
const MANY = 50
const SEXO = COLUMNAS_IMPORTACION.indexOf('sexo')
const FECHAS = [COLUMNAS_IMPORTACION.indexOf('fecha_nacimiento'), COLUMNAS_IMPORTACION.indexOf('acuerdo_fecha')]
/** A day that its workbook shows as a number: 1927 to 2119. */
const SERIAL = /^[1-7]\d{4}(\.\d{1,12})?$/

/** The cells of our columns, with the values that are the same in each row; a day that is a mere number is that day. */
export function toStaged(celdas: readonly string[], { places, fijos, epoca }: Pick<Plan, 'places' | 'fijos' | 'epoca'>): string[] {
  const some = celdas.some((cell) => cell !== '')
  return places.map((at, columna) => {
    const cell = at < 0 ? (some ? (fijos[columna] ?? '') : '') : (celdas[at] ?? '')
    return FECHAS.includes(columna) && SERIAL.test(cell) ? dateOf(Number(cell), epoca) : cell
  })
}

function avisoDePies(pies: readonly string[], left: number): string[] {
  if (left === 0) return []
  const named = new Intl.ListFormat('es-MX').format(pies)
  const rest = left > pies.length ? `, y ${left - pies.length} más` : ''
  return [
    `${left === 1 ? 'No se leyó 1 renglón que no es' : `No se leyeron ${left} renglones que no son`} de una candidatura: ${named}${rest}.`,
  ]
}

function avisoDeSexo({ sexo }: Valores): string[] {
  const meant = sexo?.m
  if (meant === undefined) return []
  return [`En la columna de sexo, «M» se leyó como ${meant}, porque también hay «${meant === 'mujer' ? 'H' : 'F'}».`]
}
