import { consentimientoQueRige, type EleccionConsentimiento, type OrdenRevision } from '@conoceles/domain'
import type { CandidaturaSource } from './source.queries.ts'

/** By aviso: the choices given under it that the one in force asks for again. Until then nothing rests on them. */
export type PorRenovar = ReadonlyMap<string, readonly EleccionConsentimiento[]>

/** Whether identity answers may be opened at all to decide badges. */
export function consienteIdentidad(
  source: CandidaturaSource,
  { orden, porRenovar }: { orden: OrdenRevision; porRenovar: PorRenovar },
): boolean {
  const rige = consentimientoQueRige(source.consentimientos)
  const good = rige !== null && (rige.revision === 'no_requiere' || rige.revision === 'aceptada')
  const reached = orden === 'verificar_y_publicar' ? source.verificadaEn : source.validadaEn
  return reached !== null && good && rige.tratamiento && rige.publicacion && !esperaRenovar(source, porRenovar)
}

/** What she authorised waits for her to say it again: it is not shown, and it is no withdrawal. */
export function esperaRenovar({ consentimientos }: CandidaturaSource, porRenovar: PorRenovar): boolean {
  const rige = consentimientoQueRige(consentimientos)
  const asked = rige?.tratamiento && rige.publicacion ? (porRenovar.get(rige.aviso) ?? []) : []
  return asked.includes('tratamiento') || asked.includes('publicacion')
}
