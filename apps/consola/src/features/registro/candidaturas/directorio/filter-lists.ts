import type { SelectOption } from '@conoceles/ui'
import { ESTATUS_CAPTURA, type Acuerdo, type ConteosDirectorio, type Proceso } from '../../../../api-types.ts'
import { t, textOr, tn, type MessageKey } from '../../mensajes.ts'
import type { ListFilter } from '../../../../shared/lista/filtros.ts'
import type { FilterKey, Filters } from './filters.ts'

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
export function filterListsOf(sources: FilterSources): ListFilter<ListKey>[] {
  const { filters, conteos } = sources
  return LISTS.filter(({ key }) => key !== 'actor' || sources.withActor)
    .map(({ key, label, counts, optionsIn }) => {
      const options = optionsIn(sources)
      return {
        key,
        label: t(label),
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

export type ListKey = Exclude<FilterKey, 'q'>

interface ListRule {
  key: ListKey
  label: MessageKey
  /** Member of the counts for this filter; several filters have none. */
  counts?: Exclude<keyof ConteosDirectorio, 'total'>
  optionsIn: (sources: FilterSources) => SelectOption[]
}

const catalogue =
  (name: 'cargos' | 'actoresPoliticos' | 'municipios' | 'comunidades' | 'distritos' | 'grupos') => (sources: FilterSources) =>
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
  { key: 'comunidad', label: 'candidaturas.comunidad', optionsIn: catalogue('comunidades') },
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
