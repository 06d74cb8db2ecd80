import type { Rol } from '../acceso/permisos.ts'

/**
 * Why somebody of the institute opens the identity answers of a persona. Source: the consent is given for registering, verifying and
 * counting (Anexo 24.2, INE/CG616/2022); what is not for that has to be written out. Which reasons an institute admits is por confirmar.
 */
export const MOTIVOS_LECTURA = ['revision', 'correccion', 'queja', 'otro'] as const
export type MotivoLectura = (typeof MOTIVOS_LECTURA)[number]

/** Reasons of a reading in words; besides the chosen ones, those that the act itself gives. */
const MOTIVO: Record<MotivoLectura | 'captura' | 'acceso' | 'codificacion', string> = {
  captura: 'Capturarlas o revisarlas en su nombre',
  revision: 'Revisar lo que validó el actor político',
  correccion: 'Atender una observación o una corrección',
  queja: 'Atender una queja o un requerimiento',
  otro: 'Otro motivo',
  acceso: 'Entregarle sus datos porque lo pidió',
  codificacion: 'Codificar, sin saber de quién son, los textos de «Otra» de quienes autorizaron la estadística',
}

/** Reason of a reading in words; one that was written out, as it was written. */
export function motivoLecturaEnPalabras(motivo: string): string {
  return (MOTIVO as Readonly<Record<string, string>>)[motivo] ?? motivo
}

/** Characters of an explanation that says something. */
export const EXPLICACION_MINIMA = 10

/** Whether a reason has to be explained in words. */
export function pideExplicacion(motivo: MotivoLectura): boolean {
  return motivo === 'queja' || motivo === 'otro'
}

/** Reasons against a reason as it was given; none: it will do. */
export function razonesContraMotivo({ motivo, explicacion }: { motivo: MotivoLectura; explicacion: string }): string[] {
  if (!pideExplicacion(motivo) || explicacion.trim().length >= EXPLICACION_MINIMA) return []
  return [`Explique para qué abre las respuestas, en ${EXPLICACION_MINIMA} caracteres o más.`]
}

/**
 * Whether an account that reads identity answers has to say why each day. The persona reads her own; the account that captures for her reads what
 * she gave for that, and it is noted once a day without asking.
 */
export function pideMotivoDeLectura(rol: Rol): boolean {
  return rol === 'verificacion'
}
