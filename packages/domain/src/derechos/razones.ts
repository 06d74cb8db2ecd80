import { longDate } from '../base/fecha.ts'
import { razonesContraBloqueo, razonesContraSuprimir } from './bloqueo.ts'
import { createDiasHabiles } from '../base/dias-habiles.ts'
import {
  anularTomaDos,
  diaDeRecepcion,
  diasHabiles,
  ESTATUS_DERECHO,
  estaCerrada,
  estatusDerecho,
  plazoDerecho,
  propuestaDeAnular,
  propuestaDerecho,
  SENTIDOS_DERECHO,
  tomaDosPersonas,
  type ActoDerecho,
  type Derecho,
  type EstatusDerecho,
  type HechoDerecho,
  type ReglasDerecho,
  type SentidoDerecho,
  type SolicitudDerecho,
} from './derechos.ts'
import { razonesContraCorregirTexto } from './correccion.ts'
import { cartaDe, cartasPorNotificar } from './notificacion.ts'
import { porEmitir } from './oficio.ts'
import { ACTOS_RECURSO, razonesContraRecurso } from './recurso-revision.ts'

/** Why an act cannot be done now; none: it can. */
export function razonesContraDerecho(acto: ActoDerecho, solicitud: SolicitudDerecho, reglas: ReglasDerecho): string[] {
  const estatus = estatusDerecho(solicitud)
  if (estaCerrada(estatus) && !TRAS_CERRAR.includes(acto)) return ['La solicitud ya está concluida.']
  const needed = DESDE[acto]
  if (!needed.estatus.includes(estatus)) return [needed.si]
  return RULES[acto]?.(solicitud, reglas) ?? []
}

/** Facts told of a request that is over: that its answer was delivered, and that somebody appealed. */
const TRAS_CERRAR: readonly ActoDerecho[] = ['corregir', 'emitir', 'notificar', ...ACTOS_RECURSO]

/** Possible answers to a request: one whose requester did not prove to be the persona is answered, and gives or changes nothing. */
export function sentidosPosibles(solicitud: Pick<SolicitudDerecho, 'acreditada' | 'sinPoder'>): readonly SentidoDerecho[] {
  return razonesSinAcreditar(solicitud).length === 0 ? SENTIDOS_DERECHO : ['improcedente']
}

/** Why it can only be answered that it does not proceed; none: it may be granted. */
export function razonesSinAcreditar({ acreditada, sinPoder }: Pick<SolicitudDerecho, 'acreditada' | 'sinPoder'>): string[] {
  return [
    ...(acreditada ? [] : ['Falta que la persona acredite su identidad: mientras tanto sólo se puede responder que no procede.']),
    ...(sinPoder ? ['Falta el poder o la carta de quien la representa: mientras tanto sólo se puede responder que no procede.'] : []),
  ]
}

/** Name under which the paper of a representative is kept among the documents of a request. */
export const NOMBRE_PODER = 'Poder o carta de representación'

export function esPoder({ nombre }: { nombre: string }): boolean {
  return nombre.startsWith(NOMBRE_PODER)
}

interface Desde {
  estatus: readonly EstatusDerecho[]
  /** Reason given in every other estatus. */
  si: string
}
const TRAMITE: Desde = { estatus: ['en_tramite'], si: 'Sólo se puede mientras está en trámite y sin una prevención pendiente.' }
const PREVENIDA: Desde = { estatus: ['prevenida'], si: 'Sólo se puede mientras espera que la persona atienda una prevención.' }
const PROCEDENTE: Desde = { estatus: ['procedente'], si: 'Sólo se hace efectivo lo que se respondió como procedente.' }
const ABIERTA: Desde = { estatus: ['en_tramite', 'prevenida', 'procedente'], si: 'Ya se hizo efectiva.' }
const RESPONDIDA: readonly EstatusDerecho[] = ['procedente', 'improcedente', 'no_presentada', 'no_competente', 'bloqueada', 'efectiva']
/** Their rules look at the recurso, however the request stands. */
const RECURSO: Desde = { estatus: ESTATUS_DERECHO, si: '' }
const DESDE: Record<ActoDerecho, Desde> = {
  prevenir: TRAMITE,
  desahogar: PREVENIDA,
  no_presentar: PREVENIDA,
  declinar: TRAMITE,
  ampliar: TRAMITE,
  informar_costos: { estatus: ['en_tramite', 'procedente'], si: 'Los costos se informan antes de entregar.' },
  responder: TRAMITE,
  corregir: { estatus: ESTATUS_DERECHO, si: '' },
  emitir: { estatus: ESTATUS_DERECHO, si: '' },
  notificar: { estatus: ESTATUS_DERECHO, si: '' },
  proponer_efectivo: PROCEDENTE,
  no_confirmar: ABIERTA,
  hacer_efectivo: PROCEDENTE,
  suprimir: { estatus: ['bloqueada'], si: 'Sólo se suprime lo que está bloqueado por una cancelación.' },
  desistir: { estatus: ['en_tramite', 'prevenida', 'procedente'], si: 'Ya se hizo efectiva: no queda de qué desistir.' },
  proponer_anular: ABIERTA,
  anular: ABIERTA,
  recurrir: { estatus: [...RESPONDIDA, 'en_tramite'], si: 'Se recurre una respuesta, o que no la hubo.' },
  admitir_recurso: RECURSO,
  tramitar_recurso: RECURSO,
  resolver_recurso: RECURSO,
  cumplir_recurso: RECURSO,
}

type Rule = (solicitud: SolicitudDerecho, reglas: ReglasDerecho) => string[]

const done = (acto: ActoDerecho, { hechos }: SolicitudDerecho) => hechos.some((hecho) => hecho.acto === acto)

/** Conditions of a right, besides its term, before it is made effective. */
const EFECTIVO: Record<Derecho, Rule> = {
  acceso: ({ reunida }) => (reunida ? [] : ['Descargue antes los datos que se entregan: todavía no se han reunido.']),
  rectificacion: secondPerson,
  oposicion: secondPerson,
  cancelacion: (solicitud, reglas) => {
    const missing = secondPerson(solicitud, reglas)
    if (propuestaDerecho(solicitud) === null) return missing
    return [...missing, ...undelivered(solicitud), ...razonesContraBloqueo(solicitud, reglas)]
  },
}

function secondPerson(solicitud: SolicitudDerecho, { cuentaId }: ReglasDerecho): string[] {
  if (!tomaDosPersonas(solicitud)) return []
  const propuesta = propuestaDerecho(solicitud)
  if (propuesta === null) return ['Falta que una persona la proponga; otra la hace efectiva.']
  return propuesta.por === cuentaId ? ['La hace efectiva una persona distinta de quien la propuso.'] : []
}

/** Nobody goes alone from the block to what cannot be undone. */
function otraSuprime({ hechos }: SolicitudDerecho, { cuentaId }: ReglasDerecho): string[] {
  const blocked = hechos.findLast(({ acto }) => acto === 'hacer_efectivo')?.por
  return cuentaId !== undefined && blocked === cuentaId ? [NO_SUPRIME] : []
}

/** Said to the person who confirmed the block. */
export const NO_SUPRIME = 'La suprime una persona distinta de quien confirmó el bloqueo.'

/** A cancelación does not destroy what an acceso that was granted has to hand over. */
function undelivered({ accesos }: SolicitudDerecho): string[] {
  return accesos.map((folio) => `Antes entregue el acceso ${folio}, que ya procedió, o ciérrelo con su propio acto.`)
}

/** A second person decides on a proposal of somebody else. */
function deOtra(propuesta: HechoDerecho | null, { cuentaId }: ReglasDerecho, missing: string): string[] {
  if (propuesta === null) return [missing]
  return propuesta.por === cuentaId ? ['Lo decide una persona distinta de quien lo propuso.'] : []
}

const RULES: Partial<Record<ActoDerecho, Rule>> = {
  corregir: ({ hechos }) => razonesContraCorregirTexto(hechos),
  emitir: (solicitud) => (porEmitir(solicitud.hechos).length > 0 ? [] : ['No hay un oficio que falte emitir.']),
  no_confirmar: (solicitud, reglas) =>
    deOtra(propuestaDerecho(solicitud) ?? propuestaDeAnular(solicitud), reglas, 'No hay una propuesta que espere a una segunda persona.'),
  proponer_anular: (solicitud) => {
    if (!anularTomaDos(solicitud)) return ['Todavía no se hace nada sobre ella: la cierra una sola persona.']
    if (propuestaDerecho(solicitud)) return ['Antes se decide la propuesta de hacerla efectiva.']
    return propuestaDeAnular(solicitud) ? ['Ya está propuesto: falta la segunda persona.'] : []
  },
  anular: (solicitud, reglas) =>
    anularTomaDos(solicitud) ? deOtra(propuestaDeAnular(solicitud), reglas, 'Falta que una persona lo proponga; otra la cierra.') : [],
  notificar: ({ hechos }) => {
    if (cartasPorNotificar(hechos).length > 0) return []
    return [
      hechos.some(({ acto }) => cartaDe(acto))
        ? 'Ya se notificó: cada oficio se notifica una sola vez.'
        : 'Se notifica lo que ya se previno, se amplió o se respondió.',
    ]
  },
  hacer_efectivo: (solicitud, reglas) => EFECTIVO[solicitud.derecho](solicitud, reglas),
  proponer_efectivo: (solicitud) => {
    if (solicitud.derecho === 'acceso') return ['Un acceso lo hace efectivo una sola persona.']
    // Another proposal corrects the one before.
    if (solicitud.derecho !== 'cancelacion') return []
    return propuestaDerecho(solicitud) ? ['Ya está propuesta: falta la segunda persona.'] : undelivered(solicitud)
  },
  suprimir: (solicitud, reglas) => [...razonesContraSuprimir(solicitud, reglas), ...otraSuprime(solicitud, reglas)],
  recurrir: (solicitud, reglas) => {
    const runs = estatusDerecho(solicitud) === 'en_tramite' && (plazoDerecho(solicitud, reglas)?.quedan ?? -1) >= 0
    return runs
      ? ['Todavía corre el plazo para responder: se recurre la respuesta, o que no la hubo a tiempo.']
      : razonesContraRecurso('recurrir', solicitud.hechos)
  },
  admitir_recurso: ({ hechos }) => razonesContraRecurso('admitir_recurso', hechos),
  tramitar_recurso: ({ hechos }) => razonesContraRecurso('tramitar_recurso', hechos),
  resolver_recurso: ({ hechos }) => razonesContraRecurso('resolver_recurso', hechos),
  cumplir_recurso: ({ hechos }) => razonesContraRecurso('cumplir_recurso', hechos),
  declinar: (solicitud, reglas) => withinDays('declinar', 'en que se puede decir que no es competente', { solicitud, reglas }),
  prevenir: (solicitud, reglas) => {
    if (done('prevenir', solicitud)) return ['Se previene una sola vez.']
    return withinDays('prevenir', 'en que se puede prevenir', { solicitud, reglas })
  },
  no_presentar: (solicitud, reglas) => {
    const plazo = plazoDerecho(solicitud, reglas)
    if (plazo?.clave !== 'desahogar') return ['Falta notificar la prevención: el plazo para atenderla corre desde entonces.']
    return plazo.quedan < 0 ? [] : ['Todavía corre el plazo para atender la prevención.']
  },
  ampliar: (solicitud, reglas) => {
    if (done('ampliar', solicitud)) return ['El plazo se amplía una sola vez.']
    return (plazoDerecho(solicitud, reglas)?.quedan ?? 0) < 0 ? ['El plazo para responder ya terminó: no se amplía.'] : []
  },
}

/** Whether the days since it was received in which an act can be done are over. */
function withinDays(
  clave: 'prevenir' | 'declinar',
  para: string,
  { solicitud, reglas: { plazos, laborales, hoy } }: { solicitud: SolicitudDerecho; reglas: ReglasDerecho },
): string[] {
  const habiles = createDiasHabiles(laborales)
  const dias = plazos[clave]?.dias
  if (dias === undefined) return []
  const last = habiles.sumar(diaDeRecepcion(solicitud.recibida, habiles), { dias, tipoDias: 'habiles' })
  return hoy > last ? [`Pasaron los ${diasHabiles(dias)} ${para}, que terminaron el ${longDate(last)}.`] : []
}
