import type { AvisoPrivacidadPack, ReglasAvisoPack } from '@conoceles/domain'
import data from '../data/avisos-privacidad.json'

/** Names of authorities and laws stand apart from the text, because law and courts change them. */
export const reglasAviso = data.reglas as unknown as ReglasAvisoPack

export const avisosPrivacidad = data.avisos.map((aviso) => ({
  ...aviso,
  integral: aviso.integral.join('\n'),
  simplificado: aviso.simplificado.join('\n'),
})) as AvisoPrivacidadPack[]
