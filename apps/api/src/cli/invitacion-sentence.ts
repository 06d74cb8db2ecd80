import { AppError, ERRORS } from '../shared/http/errors.ts'

const SIN_TLS =
  'La invitación no salió: el servidor de correo no ofrece una conexión cifrada. Use smtps:// en SMTP_URL; si el servidor está en la misma red y se acepta sin cifrar, dé SMTP_TLS=opcional. Repita el mandato.'

/** Tells the operator who runs the command why the first account was not invited. An unforeseen error is thrown on. */
export function invitacionSentence(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ETLS') return SIN_TLS
  if (!(error instanceof AppError)) throw error
  if (error.code === 'acceso.correo_no_disponible') return 'La invitación no salió: revise SMTP_URL y repita el mandato.'
  if (error.code === 'acceso.correo_repetido')
    return 'Ya existe una cuenta con ese correo, y no se envió nada. Si quien administra ya no puede entrar con ella, repita el mandato con otro correo: desde esa cuenta se desactiva la que ya no abre y se propone otra vez.'
  return `No se envió la invitación. ${ERRORS[error.code][1]}`
}

/** A sent invitation, and the code that is told apart. */
export function invitadaSentence(correo: string, codigo: string | null): string {
  return `Se envió una invitación a ${correo}. Dígale este código por teléfono o en persona, nunca por correo: ${codigo}`
}

/** For commands that invite one person only. */
export const OTRA =
  'Cada cuenta la propone una persona y la confirma otra: invite también a una segunda persona con --administracion=otro@correo.'
