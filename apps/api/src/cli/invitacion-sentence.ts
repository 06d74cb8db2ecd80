import { AppError, ERRORS } from '../shared/errors.ts'

/** Why the first account was not invited, for whoever runs the command. What nobody foresaw is not put into a sentence. */
export function invitacionSentence(error: unknown): string {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'acceso.correo_no_disponible') return 'La invitación no salió: revise SMTP_URL y repita el mandato.'
  if (error.code === 'acceso.correo_repetido')
    return 'Ya existe una cuenta con ese correo, y no se envió nada. Si quien administra ya no puede entrar con ella, repita el mandato con otro correo: desde esa cuenta se desactiva la que ya no abre y se le invita otra vez.'
  return `No se envió la invitación. ${ERRORS[error.code][1]}`
}
