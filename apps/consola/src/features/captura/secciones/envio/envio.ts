import { esVisible } from '@conoceles/cuestionarios'
import { inReadingOrder } from '@conoceles/domain'
import type { Captura, Respuestas, SeccionCaptura } from '../../../../api-types.ts'
import { t } from '../../mensajes.ts'
import { aboutQuestion, respuestaText } from '../../../../shared/captura/respuestas.ts'
import { UNFINISHED, type CapturaView } from '../captura-view.ts'
import type { CuestionarioListo, Cuestionarios } from '../../../../shared/captura/cuestionarios.ts'
import type { FaltantesDePaso } from './FaltantesList.vue'
import { isExenta } from '../pasos/partes.ts'
import { CONSENTIMIENTO } from '../pasos/pasos.ts'
import type { SeccionPublica } from '../VistaPrevia.vue'

/** Name under which this machine keeps the answer to an observación. */
export function respuestaDraft(observacion: string): string {
  return `respuesta ${observacion}`
}

interface Sources {
  captura: Captura
  view: CapturaView
  cuestionarios: Cuestionarios
}

/** Missing answers, stop by stop. `own`: the persona is asked about her identity once she decided to be. */
export function faltantesDePasos({ captura, view, cuestionarios, own }: Sources & { own: boolean }): FaltantesDePaso[] {
  const decisiones = consentimientoFaltante(captura, { own })
  const unasked = isExenta(captura) || (own && decisiones.length > 0)
  const asked = captura.secciones.filter(({ cuestionario }) => !unasked || cuestionario !== 'identidad')
  const groups = asked.map((seccion) => {
    const compiled = cuestionarios.get(seccion.cuestionario)?.compiled
    const missing = view
      .faltantesOf(seccion)
      .map(({ campo, razones }) => aboutQuestion(compiled?.questions.get(campo)?.title ?? campo, razones.join(' ')))
    const lines = missing.length === 0 && UNFINISHED.includes(view.estatusOf(seccion)) ? [t('envio.porAbrir')] : missing
    const params = { id: captura.candidaturaId, cuestionario: seccion.cuestionario, seccion: seccion.clave }
    return {
      key: `${seccion.cuestionario}/${seccion.clave}`,
      label: seccion.titulo,
      lines,
      to: { name: 'captura', params, query: { revisar: '1' } },
    }
  })
  return [...decisiones, ...groups.filter((group) => group.lines.length > 0)]
}

/** The public questions of the captura, as text, in the order of the public page. `own`: each leads to where it is changed. */
export function publicSections({ captura, view, cuestionarios, own }: Sources & { own: boolean }): SeccionPublica[] {
  const secciones = inReadingOrder(captura.secciones).map((seccion) => {
    const listo = cuestionarios.get(seccion.cuestionario)
    const id = own ? captura.candidaturaId : null
    return publicSection({ seccion, id }, listo, view.todasOf(seccion.cuestionario))
  })
  return secciones.filter((seccion) => seccion.campos.length > 0)
}

interface Lugar {
  seccion: SeccionCaptura
  /** Candidatura whose answers can be changed from here. */
  id: string | null
}

function publicSection({ seccion, id }: Lugar, listo: CuestionarioListo | undefined, todas: Respuestas): SeccionPublica {
  const { cuestionario, clave } = seccion
  const campos = listo?.compiled.secciones.find((section) => section.clave === clave)?.campos ?? []
  const shown = campos.filter((campo) => listo !== undefined && isPublic(listo, campo) && esVisible(listo.compiled, campo, todas))
  const toOf = (pregunta: string) => ({ name: 'captura', params: { id, cuestionario, seccion: clave, pregunta }, query: { revisar: '1' } })
  return {
    key: `${cuestionario}/${clave}`,
    titulo: seccion.titulo,
    campos: shown.map((campo) => ({
      key: campo,
      titulo: listo?.compiled.questions.get(campo)?.title ?? campo,
      texto: respuestaText(todas[campo]),
      ...(id !== null && { to: toOf(campo) }),
    })),
  }
}

function isPublic(listo: CuestionarioListo, campo: string): boolean {
  return listo.compiled.questions.get(campo)?.['x-publico'] === true
}

function consentimientoFaltante({ candidaturaId, consentimiento }: Captura, { own }: { own: boolean }): FaltantesDePaso[] {
  const line = faltaDeConsentimiento(consentimiento)
  if (line === null) return []
  const to = { name: 'captura', params: { id: candidaturaId, cuestionario: CONSENTIMIENTO } }
  const text = own ? PROPIAS[line] : line
  return [{ key: CONSENTIMIENTO, label: t(own ? 'decisiones.titulo' : 'consentimiento.titulo'), lines: [t(text)], to }]
}

/** The same, said to the persona. */
const PROPIAS = {
  'envio.faltaConsentimiento': 'envio.faltaDecidir',
  'envio.consentimientoRechazado': 'envio.faltaDecidir',
  'envio.consentimientoOtraVez': 'envio.otraVezDecidir',
} as const

function faltaDeConsentimiento(consentimiento: Captura['consentimiento']): keyof typeof PROPIAS | null {
  if (consentimiento === null) return 'envio.faltaConsentimiento'
  if (consentimiento.porRenovar.length > 0) return 'envio.consentimientoOtraVez'
  return consentimiento.revision === 'rechazada' ? 'envio.consentimientoRechazado' : null
}
