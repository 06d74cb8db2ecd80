import type { AvisoPrivacidadPack } from '@conoceles/domain'
import data from '../data/avisos-privacidad.json'

/** Names of authorities stand apart from the text, because law and courts change them. */
export const avisosPrivacidad = data.avisos.map((aviso) => ({
  ...aviso,
  integral: markdownOf(aviso.integral),
  simplificado: markdownOf(aviso.simplificado),
})) as AvisoPrivacidadPack[]

function markdownOf(lines: string[]): string {
  return Object.entries(data.instituciones).reduce((text, [key, name]) => text.replaceAll(`{{${key}}}`, name), lines.join('\n'))
}
