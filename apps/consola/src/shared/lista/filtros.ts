import type { SelectOption } from '@conoceles/ui'

/** A filter of a list, as something to choose from. */
export interface ListFilter<K extends string = string> {
  key: K
  label: string
  options: readonly SelectOption[]
}

/** The filters in force as words, the text that is sought first: «lópez», "Cargo: Sindicatura". */
export function inForceOf<K extends string>(
  filters: readonly ListFilter<K>[],
  values: Readonly<Partial<Record<K | 'q', string>>>,
): { key: K | 'q'; text: string }[] {
  const words = filters.flatMap(({ key, label, options }) => {
    const value = values[key]
    return value === undefined ? [] : [{ key, text: `${label}: ${nameOf(options, value)}` }]
  })
  return values.q === undefined ? words : [{ key: 'q', text: `«${values.q}»` }, ...words]
}

/** Name of an option, its number left out. */
function nameOf(options: readonly SelectOption[], value: string): string {
  return (options.find((option) => option.value === value)?.label ?? value).replace(/ \([\d,]+\)$/, '')
}
