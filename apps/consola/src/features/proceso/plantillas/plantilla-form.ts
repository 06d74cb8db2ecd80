import { declarada, faltasDePlantilla, type DocumentoPlantilla } from '@conoceles/domain'
import { keysOf } from '@conoceles/domain/typed'
import type { FieldError } from '@conoceles/ui'
import type { PartePlantilla, VersionPlantilla } from '../../../api-types.ts'
import { t } from '../mensajes.ts'

/** Sentences that somebody is writing, over a version. */
export interface PlantillaForm {
  version: number
  textos: Record<string, string>
  motivo: string
}

export const MOTIVO = 'motivo'
const MINIMUM = 10

export function blankPlantilla(): PlantillaForm {
  return { version: 0, textos: {}, motivo: '' }
}

export function formOf({ version, partes }: VersionPlantilla): PlantillaForm {
  return { version, textos: textosOf(partes), motivo: '' }
}

export function textosOf(partes: readonly PartePlantilla[]): Record<string, string> {
  return Object.fromEntries(partes.map(({ clave, texto }) => [clave, texto]))
}

/** In the order of the document; a part that an older version lacks is blank. */
export function partesOf(documento: DocumentoPlantilla, textos: Readonly<Record<string, string>>): PartePlantilla[] {
  return keysOf(declarada(documento).partes).map((clave) => ({ clave, texto: textos[clave] ?? '' }))
}

export function idOf(parte: string): string {
  return `parte-${parte}`
}

/** Ids of the fields by their name in the API. */
export function idsOf(documento: DocumentoPlantilla): Record<string, string> {
  const partes = keysOf(declarada(documento).partes)
  return { motivo: MOTIVO, ...Object.fromEntries(partes.map((parte) => [`partes.${parte}`, idOf(parte)])) }
}

/** Faults of the sentences, each with its part. */
export function textErrors(documento: DocumentoPlantilla, textos: Readonly<Record<string, string>>): FieldError[] {
  return faltasDePlantilla(documento, textos).map(({ parte, texto }) => ({ id: idOf(parte), text: texto }))
}

export function plantillaErrors(documento: DocumentoPlantilla, { textos, motivo }: PlantillaForm): FieldError[] {
  const short = motivo.trim().length < MINIMUM
  return [...textErrors(documento, textos), ...(short ? [{ id: MOTIVO, text: t('plantillas.faltaMotivo') }] : [])]
}
