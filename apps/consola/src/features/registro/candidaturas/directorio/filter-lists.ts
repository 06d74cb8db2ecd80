import type { SelectOption } from '@conoceles/ui'
import { ESTATUS_CAPTURA, type Acuerdo, type ConteosDirectorio, type Proceso } from '../../../../api-types.ts'
import { t, textOr, tn, type MessageKey } from '../../mensajes.ts'
import { FILTER_KEYS, type FilterKey, type Filters } from './filters.ts'

export interface FilterList {
  key: FilterKey
  label: MessageKey
  options: SelectOption[]
}

export interface FilterSources {
  filters: Filters
  proceso: Proceso | null
  conteos: ConteosDirectorio | null
  acuerdos: readonly Acuerdo[]
  /** Accounts of a party see one actor político only. */
  withActor: boolean
}

type Counts = readonly { clave: string; cuantas: number }[]

const number = new Intl.NumberFormat('es-MX')

/** The filters as lists to choose from, with how many candidaturas each choice would leave. */
export function filterListsOf(sources: FilterSources): FilterList[] {
  const { filters, conteos } = sources
  return LISTS.filter(({ key }) => key !== 'actor' || sources.withActor)
    .map(({ key, label, counts, optionsIn }) => {
      const options = optionsIn(sources)
      return {
        key,
        label,
        options: counts === undefined || conteos === null ? options : withCounts(options, conteos[counts], filters[key]),
      }
    })
    .filter(({ options }) => options.length > 0)
}

/** "4,163 vigentes, 1 sustituida": what a figure counts that nobody votes for any more; null: nothing of it. */
export function desgloseDe({ estatus }: Filters, conteos: ConteosDirectorio | null): string | null {
  const cuantas = (clave: string) => conteos?.estatus.find((each) => each.clave === clave)?.cuantas ?? 0
  const fuera = (['sustituida', 'cancelada'] as const).filter((clave) => cuantas(clave) > 0)
  if (estatus !== undefined || fuera.length === 0) return null
  return [tn('directorio.vigentes', cuantas('aprobada')), ...fuera.map((clave) => tn(`directorio.${clave}s`, cuantas(clave)))].join(', ')
}

/** The filters in force, as words. */
export function inForceOf(lists: readonly FilterList[], filters: Filters): { key: FilterKey; text: string }[] {
  return FILTER_KEYS.flatMap((key) => {
    const value = filters[key]
    return value === undefined ? [] : [{ key, text: key === 'q' ? `«${value}»` : labelOf(lists, key, value) }]
  })
}

interface ListRule {
  key: FilterKey
  label: MessageKey
  /** Member of the counts for this filter; several filters have none. */
  counts?: Exclude<keyof ConteosDirectorio, 'total'>
  optionsIn: (sources: FilterSources) => SelectOption[]
}

const catalogue = (name: 'cargos' | 'actoresPoliticos' | 'municipios' | 'distritos' | 'grupos') => (sources: FilterSources) =>
  optionsOf(sources.proceso?.[name])
const fixed = (path: string, values: readonly string[]) => () => textsOf(values, path)

const LISTS: readonly ListRule[] = [
  { key: 'estatusCaptura', label: 'candidaturas.estatus', counts: 'estatusCaptura', optionsIn: fixed('estatus', ESTATUS_CAPTURA) },
  { key: 'cargo', label: 'candidaturas.cargo', counts: 'cargos', optionsIn: catalogue('cargos') },
  { key: 'actor', label: 'candidaturas.actor', counts: 'actores', optionsIn: catalogue('actoresPoliticos') },
  {
    key: 'plazo',
    label: 'candidaturas.plazo',
    counts: 'plazos',
    optionsIn: fixed('directorio.plazos', ['vencida', 'corriendo', 'sin_entrega']),
  },
  {
    key: 'estatus',
    label: 'directorio.estatusLegal',
    counts: 'estatus',
    optionsIn: fixed('estatusCandidatura', ['aprobada', 'sustituida', 'cancelada']),
  },
  { key: 'calidad', label: 'directorio.calidad', counts: 'calidades', optionsIn: fixed('calidad', ['propietaria', 'suplente']) },
  { key: 'sexo', label: 'directorio.sexo', optionsIn: fixed('sexo', ['mujer', 'hombre', 'no_binario']) },
  { key: 'municipio', label: 'candidaturas.municipio', optionsIn: catalogue('municipios') },
  { key: 'distrito', label: 'candidaturas.distrito', optionsIn: catalogue('distritos') },
  { key: 'grupo', label: 'directorio.grupo', optionsIn: catalogue('grupos') },
  {
    key: 'acuerdo',
    label: 'directorio.acuerdo',
    optionsIn: ({ acuerdos }) => acuerdos.map(({ id, numero }) => ({ value: id, label: numero })),
  },
]

function textsOf(values: readonly string[], path: string): SelectOption[] {
  return values.map((value) => ({ value, label: textOr(`${path}.${value}`, value) }))
}

function optionsOf(entries: readonly { clave: string; nombre: string }[] | undefined): SelectOption[] {
  return (entries ?? []).map(({ clave, nombre }) => ({ value: clave, label: nombre }))
}

/** Options that would leave no rows cannot be chosen; a chosen one can always be seen. */
function withCounts(options: readonly SelectOption[], counts: Counts, current: string | undefined): SelectOption[] {
  const byClave = new Map(counts.map(({ clave, cuantas }) => [clave, cuantas]))
  return options.map(({ value, label }) => {
    const cuantas = byClave.get(value) ?? 0
    return {
      value,
      label: t('directorio.opcion', { nombre: label, n: number.format(cuantas) }),
      disabled: cuantas === 0 && value !== current,
    }
  })
}

function labelOf(lists: readonly FilterList[], key: FilterKey, value: string): string {
  const list = lists.find((each) => each.key === key)
  const label = list?.options.find((option) => option.value === value)?.label ?? value
  const name = list === undefined ? key : t(list.label)
  return `${name}: ${label.replace(/ \([\d,]+\)$/, '')}`
}
