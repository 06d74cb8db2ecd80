import type { Proceso } from '../../api-types.ts'
import { t, textOr } from '../../messages/index.ts'
import { dateLong } from '../formularios/dates.ts'

type Catalogue = readonly { clave: string; nombre: string }[]

/** A datum of the registration as a person reads it: claves by their name, days in full, a blank as such. */
export function datoText(campo: string, value: string | boolean | null, proceso: Proceso | null): string {
  if (value === null || value === '') return t('cambios.enBlanco')
  if (typeof value === 'boolean') return t(value ? 'comun.si' : 'comun.no')
  return IN_WORDS[campo]?.(value, proceso) ?? value
}

/** The name of an entry of a catalogue; its clave while the catalogue is not there. */
export function nameIn(catalogue: Catalogue | undefined, clave: string): string {
  return catalogue?.find((entry) => entry.clave === clave)?.nombre ?? clave
}

const IN_WORDS: Partial<Record<string, (value: string, proceso: Proceso | null) => string>> = {
  sexo: (value) => textOr(`sexo.${value}`, value),
  fechaNacimiento: dateLong,
  partidoOrigen: (value, proceso) => nameIn(proceso?.actoresPoliticos, value),
  accionAfirmativa: (value, proceso) => nameIn(proceso?.grupos, value),
}
