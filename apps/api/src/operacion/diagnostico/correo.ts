import { codeOf } from '@conoceles/domain/typed'
import type { Correo } from '../../shared/correo.ts'
import { bien, falla, type Hallazgo } from './hallazgo.ts'

const ASUNTO = 'Correo'
const REMEDIOS: ReadonlyMap<string, [string, string]> = new Map([
  [
    'EAUTH',
    ['El servidor no aceptó la cuenta o la contraseña de SMTP_URL.', 'Corríjalas; lo que no sea letra o cifra va codificado (%40 por @).'],
  ],
  ['EDNS', ['No existe el servidor que nombra SMTP_URL.', 'Corrija su nombre.']],
  ['ECONNECTION', ['El servidor de SMTP_URL no contesta.', 'Compruebe su nombre y su puerto, y que el cortafuegos deje salir.']],
  ['ETIMEDOUT', ['El servidor de SMTP_URL no contestó a tiempo.', 'Compruebe su puerto, y que el cortafuegos deje salir.']],
  [
    'ESOCKET',
    [
      'No se pudo abrir la conexión con el servidor de SMTP_URL.',
      'Compruebe su puerto; si su certificado es de una autoridad propia, dé SMTP_CA.',
    ],
  ],
  [
    'ETLS',
    [
      'El servidor de SMTP_URL no ofrece cifrado.',
      'Use un puerto que cifre (smtps://…:465), o SMTP_TLS=opcional si la red es de confianza.',
    ],
  ],
])

/** Greets the mail server and signs in, without sending anything. */
export async function reviewMail(correo: Pick<Correo, 'disponible' | 'greet'>): Promise<Hallazgo> {
  if (!correo.disponible) return falla(ASUNTO, 'No hay servidor de correo: no sale ninguna invitación.', 'Dé SMTP_URL y CORREO_REMITENTE.')
  try {
    return bien(ASUNTO, await correo.greet())
  } catch (error) {
    const [dice, remedio] = REMEDIOS.get(codeOf(error)) ?? [
      `No se pudo hablar con el servidor de SMTP_URL: ${(error as Error).message}.`,
      null,
    ]
    return falla(ASUNTO, dice, remedio)
  }
}
