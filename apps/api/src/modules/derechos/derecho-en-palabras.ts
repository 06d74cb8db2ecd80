import {
  longDate,
  plazoEnPalabras,
  type ActoDerecho,
  type Derecho,
  type EstatusDerecho,
  type MedioDerecho,
  type PlazoDerecho,
  type SentidoDerecho,
} from '@conoceles/domain'

export const DERECHO: Record<Derecho, string> = {
  acceso: 'Acceso',
  rectificacion: 'Rectificación',
  cancelacion: 'Cancelación',
  oposicion: 'Oposición',
}

export const MEDIO: Record<MedioDerecho, string> = {
  escrito: 'Escrito en la Unidad de Transparencia',
  correo: 'Correo electrónico',
  correo_postal: 'Correo postal',
  plataforma: 'Plataforma Nacional de Transparencia',
  comparecencia: 'Comparecencia',
  sistema: 'Este sistema, con la cuenta de la persona',
}

export const SENTIDO: Record<SentidoDerecho, string> = {
  procedente: 'Procede',
  parcial: 'Procede en parte',
  improcedente: 'No procede',
}

const ESTATUS: Record<EstatusDerecho, string> = {
  en_tramite: 'En trámite',
  prevenida: 'Espera que la persona complete lo que falta',
  procedente: 'Procedió; falta hacerla efectiva',
  improcedente: 'No procedió',
  no_presentada: 'Se tuvo por no presentada',
  no_competente: 'El Instituto no es competente',
  desistida: 'La persona desistió',
  bloqueada: 'Los datos están bloqueados; después se suprimen',
  efectiva: 'Se hizo efectiva',
  anulada: 'Se registró por error',
}

export const FUERA = 'Se hizo fuera del sistema'

/** `fuera`: done outside the system. */
export function estatusEnPalabras({ estatus, fuera }: { estatus: EstatusDerecho; fuera: boolean }): string {
  return fuera && estatus === 'efectiva' ? FUERA : ESTATUS[estatus]
}

export const HECHO: Record<ActoDerecho, string> = {
  prevenir: 'Prevención',
  desahogar: 'Prevención atendida',
  no_presentar: 'Se tuvo por no presentada',
  declinar: 'El Instituto se declaró no competente',
  ampliar: 'Plazo ampliado',
  informar_costos: 'Costos informados',
  responder: 'Respuesta',
  corregir: 'Texto de la respuesta corregido',
  emitir: 'Oficio emitido',
  notificar: 'Notificación',
  proponer_efectivo: 'Propuesto a una segunda persona',
  no_confirmar: 'La segunda persona no lo confirmó',
  hacer_efectivo: 'Se hizo efectiva',
  suprimir: 'Supresión después del bloqueo',
  desistir: 'La persona desistió',
  proponer_anular: 'Propuesto cerrarla: se registró por error',
  anular: 'Cerrada: se registró por error',
  recurrir: 'Recurso de revisión',
  admitir_recurso: 'Recurso de revisión admitido',
  tramitar_recurso: 'Recurso de revisión en trámite',
  resolver_recurso: 'Recurso de revisión resuelto',
  cumplir_recurso: 'Resolución del recurso cumplida',
}

const PLAZO: Record<PlazoDerecho['clave'], string> = {
  prevenir: 'Prevenir, si le falta algo, en',
  desahogar: 'La persona atiende la prevención en',
  declinar: 'Decir que el Instituto no es competente en',
  responder: 'Responder en',
  ampliar: 'Responder, con la ampliación, en',
  notificar: 'Notificar la respuesta en',
  hacerEfectivo: 'Hacer efectivo en',
  recurrir: 'La persona puede recurrir en',
  suprimir: 'Suprimir después del',
}

/** The act for which a term runs. */
export const SIGUE: Record<PlazoDerecho['clave'], string> = {
  prevenir: 'Notificar la prevención',
  desahogar: 'La persona atiende la prevención',
  declinar: 'Decir que el Instituto no es competente',
  responder: 'Responder',
  ampliar: 'Responder, con la ampliación',
  notificar: 'Notificar la respuesta',
  hacerEfectivo: 'Hacer efectivo',
  recurrir: 'La persona puede recurrir',
  suprimir: 'Suprimir',
}

/** A term as a sentence. */
export function plazoDicho(plazo: PlazoDerecho): string {
  return `${PLAZO[plazo.clave]} ${plazo.clave === 'suprimir' ? longDate(plazo.vence) : plazoEnPalabras(plazo)}.`
}
