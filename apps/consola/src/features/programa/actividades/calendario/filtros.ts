import { coincideFiltro, ESTATUS_PLAZO, MILESTONES, type FiltroPlazos } from '@conoceles/domain'
import type { SelectOption } from '@conoceles/ui'
import type { LocationQuery } from 'vue-router'
import { t, textOr, type MessageKey } from '../../mensajes.ts'
import { nombreOf, type Linea } from '../tablero.ts'

export type FiltroKey = keyof FiltroPlazos
export const FILTRO_KEYS: readonly FiltroKey[] = ['q', 'area', 'estatus', 'milestone', 'actividad', 'contradicciones']

/** The address is the state: filters read from it; a key or a value that is none is ignored. */
export function filtrosOf(query: LocationQuery): FiltroPlazos {
  return {
    ...textOf(query, 'q'),
    ...textOf(query, 'area'),
    ...textOf(query, 'actividad'),
    ...oneOf(query, 'estatus', ESTATUS_PLAZO),
    ...oneOf(query, 'milestone', MILESTONES),
    ...oneOf(query, 'contradicciones', ['si'] as const),
  }
}

function textOf(query: LocationQuery, key: FiltroKey): FiltroPlazos {
  const value = query[key]
  return typeof value === 'string' && value !== '' ? { [key]: value } : {}
}

function oneOf(query: LocationQuery, key: FiltroKey, values: readonly string[]): FiltroPlazos {
  const value = values.find((each) => each === query[key])
  return value === undefined ? {} : { [key]: value }
}

export function filtrar(lineas: readonly Linea[], filtros: FiltroPlazos): Linea[] {
  return lineas.filter((linea) => coincideFiltro(linea, filtros))
}

export type ListKey = Exclude<FiltroKey, 'q' | 'contradicciones'>

export interface FiltroList {
  key: ListKey
  label: MessageKey
  options: SelectOption[]
}

/** The filters as lists to choose from, with how many moments each choice would leave beside the other filters. */
export function listsOf(lineas: readonly Linea[], filtros: FiltroPlazos): FiltroList[] {
  return LISTS.map(({ key, label, choicesIn }) => {
    const rest = filtrar(lineas, { ...filtros, [key]: undefined })
    const options = choicesIn(lineas).map(({ value, label: name }) => {
      const n = filtrar(rest, { [key]: value }).length
      return { value, label: t('directorio.opcion', { nombre: name, n }), disabled: n === 0 && value !== filtros[key] }
    })
    return { key, label, options }
  })
}

/** The filters in force, as words. */
export function inForceOf(lists: readonly FiltroList[], filtros: FiltroPlazos): { key: FiltroKey; text: string }[] {
  return FILTRO_KEYS.flatMap((key) => {
    const value = filtros[key]
    return value === undefined ? [] : [{ key, text: wordsOf(lists, key, value) }]
  })
}

function wordsOf(lists: readonly FiltroList[], key: FiltroKey, value: string): string {
  if (key === 'q') return `«${value}»`
  if (key === 'contradicciones') return t('actividades.soloContradicciones')
  const list = lists.find((each) => each.key === key)
  const name = list?.options.find((option) => option.value === value)?.label.replace(/ \([\d,]+\)$/, '') ?? value
  return list === undefined ? name : `${t(list.label)}: ${name}`
}

interface ListRule {
  key: ListKey
  label: MessageKey
  choicesIn: (lineas: readonly Linea[]) => SelectOption[]
}

const fixed = (path: string, values: readonly string[]) => () =>
  values.map((value) => ({ value, label: textOr(`${path}.${value}`, value) }))

const LISTS: readonly ListRule[] = [
  {
    key: 'area',
    label: 'actividades.area',
    choicesIn: (lineas) =>
      distinct(lineas.flatMap(({ hito }) => hito.responsables.map(({ clave, nombre }) => ({ value: clave, label: nombre })))),
  },
  { key: 'estatus', label: 'actividades.como', choicesIn: fixed('actividades.estatus', ESTATUS_PLAZO) },
  { key: 'milestone', label: 'actividades.momento', choicesIn: fixed('actividades.hitos', MILESTONES) },
  {
    key: 'actividad',
    label: 'actividades.actividad',
    choicesIn: (lineas) =>
      distinct(
        lineas.map(({ entregable: { actividad, numero, nombre } }) => ({
          value: actividad,
          label: `${numero} ${nombreOf({ nombre, mes: null, evento: null })}`,
        })),
      ),
  },
]

function distinct(options: readonly SelectOption[]): SelectOption[] {
  return [...new Map(options.map((option) => [option.value, option])).values()]
}
