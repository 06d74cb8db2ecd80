import { textOr } from '../mensajes.ts'

/** Sentence of an event of a candidatura; its clave where it has none. */
export const hechoText = (acto: string): string => textOr(`historial.${acto}`, acto)
