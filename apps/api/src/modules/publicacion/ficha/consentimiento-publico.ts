import { consentimientoFirme, eleccionesVigentes, esperaFormato, type EleccionConsentimiento, type OrdenRevision } from '@conoceles/domain'
import type { CandidaturaSource } from './source.queries.ts'

/** By aviso: the choices given under it that the one in force asks for again. Until then nothing rests on them. */
export type PorRenovar = ReadonlyMap<string, readonly EleccionConsentimiento[]>

/** Whether identity answers may be opened at all to decide badges. */
export function consienteIdentidad(
  source: CandidaturaSource,
  { orden, porRenovar }: { orden: OrdenRevision; porRenovar: PorRenovar },
): boolean {
  const reached = orden === 'verificar_y_publicar' ? source.verificadaEn : source.validadaEn
  return reached !== null && autorizaPublicar(source) && !esperaRenovar(source, porRenovar)
}

/**
 * Whether a signed form waits for review that takes back an authorisation of hers. Meanwhile its data are hidden, and nothing is destroyed,
 * for others hand the form in and it may be rejected.
 */
function esperaRevision({ consentimientos }: Pick<CandidaturaSource, 'consentimientos'>): boolean {
  const firme = consentimientoFirme(consentimientos)
  return esperaFormato(consentimientos) && firme !== null && firme.tratamiento && firme.publicacion
}

function autorizaPublicar({ consentimientos }: Pick<CandidaturaSource, 'consentimientos'>): boolean {
  const { tratamiento, publicacion } = eleccionesVigentes(consentimientos)
  return tratamiento && publicacion
}

/** Whether a new aviso asks her to authorise again: meanwhile her data are hidden, and this is no withdrawal. */
function esperaRenovar(source: CandidaturaSource, porRenovar: PorRenovar): boolean {
  const firme = autorizaPublicar(source) ? consentimientoFirme(source.consentimientos) : null
  const asked = firme === null ? [] : (porRenovar.get(firme.aviso) ?? [])
  return asked.includes('tratamiento') || asked.includes('publicacion')
}

/**
 * Candidaturas with data hidden, but not taken back for good. An aviso asks again, a form waits for review, or the publication ended and
 * everything is blocked.
 */
export function dudasDe(
  sources: readonly CandidaturaSource[],
  { porRenovar, conclusion }: { porRenovar: PorRenovar; conclusion: { bloqueada: boolean } | null },
): { esperan: ReadonlySet<string>; enRevision: ReadonlySet<string> } {
  const idsOf = (which: readonly CandidaturaSource[]) => new Set(which.map(({ id }) => id))
  const esperan = sources.filter((source) => conclusion?.bloqueada === true || esperaRenovar(source, porRenovar))
  return { esperan: idsOf(esperan), enRevision: idsOf(sources.filter(esperaRevision)) }
}
