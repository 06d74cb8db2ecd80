/** Failure as the mail library tells it. */
interface MailFault {
  code?: string
  /** Answer of the server, with its code first. */
  response?: string
}

const SENTENCES: Record<string, string> = {
  ECONNECTION: 'No se pudo abrir la conexión con el servidor de correo, o se cortó.',
  ESOCKET: 'No se pudo abrir la conexión con el servidor de correo, o se cortó.',
  EDNS: 'No se encontró el servidor de correo.',
  ETLS: 'El servidor de correo no ofreció una conexión segura.',
  ETIMEDOUT: 'El servidor de correo no respondió a tiempo.',
  EABORT: 'El servidor de correo no respondió a tiempo.',
}
const LONGEST = 200

/** Why a message did not leave, as a sentence without anybody's address. */
export function fallaOf(error: unknown): string {
  const { code = '', response } = error as MailFault
  if (!response) return SENTENCES[code] ?? 'El mensaje no se pudo entregar al correo.'
  const words = response.replaceAll(/[\s\p{Cc}]+/gu, ' ').split(/([ <>]+)/)
  const said = words
    .map((word) => (word.includes('@') ? '(dirección)' : word))
    .join('')
    .replaceAll('<(dirección)>', '(dirección)')
  return `El servidor de correo respondió: ${said.slice(0, LONGEST)}`
}
