import type { Tone } from '@conoceles/ui'
import type { Captura, EstatusSeccion, SeccionCaptura } from '../../../../api-types.ts'
import { t, textOr } from '../../mensajes.ts'
import type { CapturaView } from '../captura-view.ts'
import { asksIdentidad, DONE, isExenta } from './partes.ts'

/** One stop of the captura: a section of a cuestionario, the photograph, the consent, or the sending at the end. */
export interface Paso {
  key: string
  cuestionario: string
  seccion: string | undefined
  label: string
  stateText: string
  tone: Tone
  done: boolean
  /** Nobody has to do it. */
  optional: boolean
}

export const FOTOGRAFIA = 'fotografia'
export const CONSENTIMIENTO = 'consentimiento'
export const ENVIO = 'envio'

const TONES: Record<EstatusSeccion | 'sin_enviar', Tone> = {
  sin_enviar: 'error',
  vacia: 'neutral',
  en_captura: 'pending',
  completa: 'info',
  validada: 'info',
  observada: 'warning',
  en_correccion: 'warning',
  verificada: 'success',
}

/** The stops in the order in which they are walked: the consent comes before the identity questions that need it, and the persona gets them once she accepts. */
export function pasosOf(captura: Captura, view: Pick<CapturaView, 'estatusOf' | 'isHeld'>, { own = false } = {}): Paso[] {
  const sections = captura.secciones.map((seccion) => ({
    seccion,
    paso: sectionPaso(seccion, view.isHeld(seccion) ? 'sin_enviar' : view.estatusOf(seccion)),
  }))
  const identidad = sections.filter(({ seccion }) => seccion.cuestionario === 'identidad')
  const others = sections.filter(({ seccion }) => seccion.cuestionario !== 'identidad')
  return [
    ...others.map(({ paso }) => paso),
    fotografiaPaso(captura),
    consentimientoPaso(captura, { own }),
    ...((own ? asksIdentidad(captura) : !isExenta(captura)) ? identidad.map(({ paso }) => paso) : []),
    pasoOf({ cuestionario: ENVIO, label: t(own ? 'captura.envioPropio' : 'captura.envio'), stateText: '', tone: 'neutral', done: false }),
  ]
}

/** First stop to open: one with observaciones, else the first that is not done, else none. */
export function firstPaso(pasos: readonly Paso[]): Paso | undefined {
  return pasos.find((paso) => paso.tone === 'warning') ?? pasos.find((paso) => !paso.done && !paso.optional)
}

function sectionPaso(seccion: SeccionCaptura, estatus: EstatusSeccion | 'sin_enviar'): Paso {
  return pasoOf({
    cuestionario: seccion.cuestionario,
    seccion: seccion.clave,
    label: seccion.titulo,
    stateText: textOr(`estatus.${estatus}`, estatus),
    tone: TONES[estatus],
    done: DONE.includes(estatus),
  })
}

function fotografiaPaso({ fotografia }: Captura): Paso {
  return pasoOf({
    cuestionario: FOTOGRAFIA,
    label: t('fotografia.titulo'),
    stateText: t(fotografia === null ? 'fotografia.sin' : 'fotografia.con'),
    tone: fotografia === null ? 'neutral' : 'info',
    done: fotografia !== null,
    optional: true,
  })
}

const CONSENTIMIENTO_PASO = {
  falta: { stateText: t('consentimiento.falta'), tone: 'neutral', done: false },
  rechazado: { stateText: t('consentimiento.rechazado'), tone: 'warning', done: false },
  otraVez: { stateText: t('consentimiento.otraVez'), tone: 'warning', done: false },
  registrado: { stateText: t('consentimiento.registrado'), tone: 'info', done: true },
} as const

function consentimientoPaso({ consentimiento }: Captura, { own }: { own: boolean }): Paso {
  return pasoOf({
    cuestionario: CONSENTIMIENTO,
    label: t(own ? 'decisiones.titulo' : 'consentimiento.titulo'),
    ...CONSENTIMIENTO_PASO[consentimientoState(consentimiento)],
  })
}

function consentimientoState(consentimiento: Captura['consentimiento']): keyof typeof CONSENTIMIENTO_PASO {
  if (consentimiento === null) return 'falta'
  if (consentimiento.revision === 'rechazada') return 'rechazado'
  return consentimiento.porRenovar.length > 0 ? 'otraVez' : 'registrado'
}

function pasoOf(paso: Omit<Paso, 'key' | 'seccion' | 'optional'> & { seccion?: string; optional?: boolean }): Paso {
  return { seccion: undefined, optional: false, ...paso, key: [paso.cuestionario, paso.seccion].filter(Boolean).join('/') }
}
