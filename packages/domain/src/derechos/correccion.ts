import { longDate } from '../base/fecha.ts'
import type { HechoDerecho } from './derechos.ts'
import { cartaDe } from './notificacion.ts'

type Hechos = readonly (HechoDerecho & { texto?: string })[]

/** The answer whose text may be corrected; null: there is none. */
export function respuestaPorCorregir<T extends HechoDerecho>(hechos: readonly T[]): T | null {
  return hechos.findLast(({ acto }) => cartaDe(acto) === 'respuesta') ?? null
}

/** Why the text of an answer cannot be corrected; none: it can. Whatever was sent to her stays as she got it. */
export function razonesContraCorregirTexto(hechos: readonly HechoDerecho[]): string[] {
  const respuesta = respuestaPorCorregir(hechos)
  if (respuesta === null) return ['Se corrige el texto de una respuesta que ya se registró.']
  const sent = hechos.slice(hechos.indexOf(respuesta)).some(({ acto, notificacion }) => acto === 'notificar' && (notificacion?.carta ?? 'respuesta') === 'respuesta') // prettier-ignore
  return sent ? ['La respuesta ya se envió: su texto no cambia.'] : []
}

/** Text of an act as it stands: its correction, or as it was recorded. */
export function textoVigente<T extends HechoDerecho & { texto: string }>(hechos: readonly T[], hecho: T): string {
  return correccionDe(hechos, hecho)?.texto ?? hecho.texto
}

function correccionDe<T extends HechoDerecho>(hechos: readonly T[], { folio }: T): T | undefined {
  return folio ? hechos.findLast(({ corrige }) => corrige === folio) : undefined
}

interface Expediente {
  hechos: Hechos
  acreditadaEn: string | null
  documentos: readonly { hecho: string | null }[]
}

/** Sentences of an expediente on an act besides its text: what it lacks, and its correction. */
export function notasDeHecho(hecho: Hechos[number], { hechos, acreditadaEn, documentos }: Expediente): string[] {
  const correccion = correccionDe(hechos, hecho)
  return [
    ...(correccion ? [`Este texto se corrigió el ${longDate(correccion.fecha)}; se conserva como se registró.`] : []),
    ...(sinComprobante(hecho, documentos) ? ['Sin comprobante de entrega: ningún documento la prueba.'] : []),
    ...(hecho.acto === 'desahogar' && (acreditadaEn === null || acreditadaEn > hecho.fecha)
      ? ['Ese día no se había acreditado la identidad de la persona.']
      : []),
  ]
}

/** The system proves by itself what it handed over; a posted letter whose acuse is missing says that already. */
function sinComprobante({ acto, folio, notificacion }: HechoDerecho, documentos: Expediente['documentos']): boolean {
  if (acto !== 'notificar' || notificacion?.medio === 'sistema') return false
  const received = notificacion === undefined || notificacion.recibida !== undefined
  return received && !documentos.some(({ hecho }) => hecho !== null && hecho === folio)
}
