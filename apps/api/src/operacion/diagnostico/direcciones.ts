import { codeOf } from '@conoceles/domain/typed'
import { connect } from 'node:tls'
import { aviso, bien, falla, type Hallazgo } from './hallazgo.ts'

const ASUNTO = 'Dirección'
const PATIENCE_MS = 5_000
const DAY_MS = 86_400_000
/** Three weeks: time for a certificate that somebody has to buy. */
const NEAR_DAYS = 21

/** Opens a page of the system as everybody does, and reads until when its certificate is valid. */
export async function reviewAddress(page: string, now: () => number): Promise<Hallazgo[]> {
  try {
    const { status } = await fetch(page, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) })
    if (status >= 400) return [falla(ASUNTO, `${page} contesta ${status}.`, 'Revise el proxy, y que el sistema esté en marcha.')]
    return [
      bien(ASUNTO, `${page} contesta.`),
      ...(page.startsWith('https:') ? [reviewCertificate(new URL(page), await certifiedUntil(new URL(page)), now())] : []),
    ]
  } catch (error) {
    const reason = codeOf((error as Error).cause) || (error as Error).name
    const remedio = 'Si el sistema está en marcha, revise el nombre, el puerto, el certificado y el proxy.'
    return [aviso(ASUNTO, `${page} no contesta desde esta máquina (${reason}).`, remedio)]
  }
}

/** @param until milliseconds, as `now`. */
export function reviewCertificate({ hostname }: URL, until: number, now: number): Hallazgo {
  const days = Math.floor((until - now) / DAY_MS)
  if (days >= NEAR_DAYS) return bien('Certificado', `El de ${hostname} vale ${days} días más.`)
  return aviso('Certificado', `El de ${hostname} vence en ${days} días.`, 'Renuévelo, o revise por qué no se renovó solo.')
}

function certifiedUntil({ hostname: host, port }: URL): Promise<number> {
  return new Promise((done, fail) => {
    const socket = connect({ host, port: Number(port || 443), servername: host, timeout: PATIENCE_MS }, () => {
      done(Date.parse(socket.getPeerCertificate().valid_to))
      socket.destroy()
    })
    socket.once('error', fail).once('timeout', () => socket.destroy(new Error('timeout')))
  })
}
