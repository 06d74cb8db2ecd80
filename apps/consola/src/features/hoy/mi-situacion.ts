import type { Step } from '@conoceles/ui'
import type { Candidatura, Captura } from '../../api-types.ts'
import { t, type MessageKey } from './mensajes.ts'

const PASOS = ['usted', 'actor', 'instituto', 'publica'] as const
type PasoMio = (typeof PASOS)[number]

const PASO: Record<Candidatura['estatusCaptura'], PasoMio> = {
  sin_captura: 'usted',
  en_captura: 'usted',
  observada: 'usted',
  en_correccion: 'usted',
  completa: 'actor',
  validada: 'instituto',
  verificada: 'publica',
}

/** Actor that has to do something now. */
export function pasoDe({ estatusCaptura }: Pick<Candidatura, 'estatusCaptura'>): PasoMio {
  return PASO[estatusCaptura]
}

/** Whether her page shows what the institute verified: its publication has begun. */
export function isPublica({ estatusCaptura, publicada }: Pick<Candidatura, 'estatusCaptura' | 'publicada'>): boolean {
  return publicada && estatusCaptura === 'verificada'
}

/** The way from her to the public, in words. */
export function caminoDe(candidatura: Candidatura, siglas: string): Step[] {
  const now = PASOS.indexOf(pasoDe(candidatura)) + (isPublica(candidatura) ? 1 : 0)
  return PASOS.map((key, index) => {
    const state = index < now ? 'done' : index === now ? 'current' : 'todo'
    return {
      key,
      label: t(`mia.pasos.${key}`, { actor: candidatura.actorPolitico.nombre, siglas }),
      state,
      stateText: t(`mia.estado.${state}`),
    }
  })
}

export interface Observado {
  id: string
  seccion: string
  titulo: string
  texto: string
  venceEn: string | null
  creadaEn: string
  /** Whether somebody corrected or answered it: now her actor político sends it again. */
  atendida: boolean
}

/** Corrections that the institute asks of her. */
export function observadoDe({ secciones }: Captura): Observado[] {
  return secciones.flatMap(({ cuestionario, clave, titulo, observaciones, estatus }) =>
    observaciones
      .filter(({ cierre }) => cierre === null)
      .map(({ id, texto, venceEn, creadaEn }) => {
        const atendida = estatus === 'completa' || estatus === 'validada'
        return { id, seccion: `${cuestionario}/${clave}`, titulo, texto, venceEn, creadaEn, atendida }
      }),
  )
}

/** Heading of her page. */
export function tituloDe(candidatura: Candidatura) {
  const { estatusCaptura } = candidatura
  return estatusCaptura === 'verificada' && !isPublica(candidatura) ? 'porPublicar' : estatusCaptura
}

/** Sentence below the heading of her page: the actor that acts now, and the next step. */
export function textoDe(candidatura: Candidatura, observado: readonly Observado[]): MessageKey {
  const { estatusCaptura, terminadaEn } = candidatura
  const pidio =
    observado
      .map(({ creadaEn }) => creadaEn)
      .toSorted()
      .at(-1) ?? ''
  if (estatusCaptura === 'completa' && terminadaEn !== null && pidio < terminadaEn) return 'mia.texto.terminada'
  const corregida = pidio === '' ? undefined : CORREGIDA[estatusCaptura]
  return corregida ?? `mia.texto.${tituloDe(candidatura)}`
}

const CORREGIDA: Partial<Record<Candidatura['estatusCaptura'], MessageKey>> = {
  completa: 'mia.texto.corregida',
  validada: 'mia.texto.corregidaEnviada',
}
