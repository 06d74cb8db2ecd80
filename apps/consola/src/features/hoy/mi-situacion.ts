import type { Step } from '@conoceles/ui'
import type { Candidatura, Captura } from '../../api-types.ts'
import { t } from './mensajes.ts'

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

/** The way from her to the public, in words. */
export function caminoDe(candidatura: Candidatura, siglas: string): Step[] {
  const now = PASOS.indexOf(pasoDe(candidatura))
  return PASOS.map((key, index) => {
    const done = index < now || key === 'publica' ? index <= now : false
    const state = done ? 'done' : index === now ? 'current' : 'todo'
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
}

/** Corrections that the institute asks of her. */
export function observadoDe({ secciones }: Captura): Observado[] {
  return secciones.flatMap(({ cuestionario, clave, titulo, observaciones }) =>
    observaciones
      .filter(({ cierre }) => cierre === null)
      .map(({ id, texto, venceEn }) => ({ id, seccion: `${cuestionario}/${clave}`, titulo, texto, venceEn })),
  )
}
