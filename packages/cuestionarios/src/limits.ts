import type { Question, TextRules } from './document.ts'
import { isPattern } from './patterns.ts'
import { countCodePoints } from './text.ts'

/** Limits of a question, or of the lines of a list, that no answer could fulfil or that would judge nothing. */
export function limitFaults(campo: string, rules: TextRules | Question): string[] {
  return [...lengthFaults(campo, rules), ...numberFaults(campo, rules), ...catalogueFaults(campo, rules), ...formatFaults(campo, rules)]
}

function lengthFaults(campo: string, rules: TextRules | Question): string[] {
  if (rules.sinBlancos === undefined && rules.maxLength === undefined) return []
  const { minimo, most } = rangeOf(rules)
  return [
    ...(minimo > most ? [`«${campo}» pide más caracteres de los que admite`] : []),
    ...(most < 1 ? [`«${campo}» no admite ningún carácter`] : []),
    ...(rules.type === 'string' ? [] : [`«${campo}» cuenta caracteres y no es un texto`]),
  ]
}

function rangeOf({ sinBlancos = {}, maxLength = Infinity }: TextRules | Question): { minimo: number; most: number } {
  return { minimo: sinBlancos.minimo ?? 0, most: Math.min(sinBlancos.maximo ?? Infinity, maxLength) }
}

function numberFaults(campo: string, rules: TextRules | Question): string[] {
  const { maxItems, minimum, maximum, type } = rules as Question
  return [
    ...((minimum ?? -Infinity) > (maximum ?? Infinity) ? [`«${campo}» pide un número mayor que el que admite`] : []),
    ...(maxItems !== undefined && maxItems < 1 ? [`«${campo}» no admite ningún renglón`] : []),
    ...(maxItems !== undefined && type !== 'array' ? [`«${campo}» cuenta renglones y no es una lista`] : []),
  ]
}

function catalogueFaults(campo: string, { enum: options, maxLength, type }: TextRules | Question): string[] {
  if (options === undefined) return []
  return [
    ...(type === 'string' ? [] : [`«${campo}» tiene catálogo y no es un texto`]),
    ...(options.length === 0 ? [`el catálogo de «${campo}» está vacío`] : []),
    ...(new Set(options).size < options.length ? [`el catálogo de «${campo}» repite opciones`] : []),
    ...(options.some((option) => option.trim() === '') ? [`el catálogo de «${campo}» tiene una opción en blanco`] : []),
    ...(options.some((option) => countCodePoints(option) > (maxLength ?? Infinity))
      ? [`el catálogo de «${campo}» tiene una opción más larga que lo que se admite`]
      : []),
  ]
}

function formatFaults(campo: string, { format, hosts, pattern, 'x-mensaje': mensaje }: TextRules | Question): string[] {
  return [
    ...(hosts !== undefined && (hosts.length === 0 || format !== 'enlace')
      ? [`«${campo}» limita los sitios y no pide un enlace de ninguno`]
      : []),
    ...(pattern !== undefined && !isPattern(pattern) ? [`el formato de «${campo}» no se puede leer`] : []),
    ...(pattern !== undefined && !mensaje ? [`«${campo}» pide un formato y no dice cuál`] : []),
  ]
}
