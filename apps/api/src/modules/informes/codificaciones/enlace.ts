import { decrypt, encrypt } from '../../../shared/criptografia/cifrado.ts'
import type { Llavero } from '../../../shared/criptografia/llavero.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { TextoCodificacion } from './texto.entity.ts'

/** Candidatura of a pseudonymous text, and its hash: a text that changed since is another text. */
export interface Enlace {
  candidaturaId: string
  sha256: string
}

type Sellado = Pick<TextoCodificacion, 'id' | 'kid' | 'enlace'>

/** Bound to its pseudonym; all of them are of the same length. */
export function sealEnlace(llavero: Pick<Llavero, 'kid' | 'conId'>, id: string, { candidaturaId, sha256 }: Enlace): Sellado {
  const { kid, key } = llavero.conId(llavero.kid)
  return { id, kid, enlace: encrypt(key, Buffer.from(`${candidaturaId} ${sha256}`), contextOf(id, kid)) }
}

export function openEnlace(llavero: Pick<Llavero, 'conId'>, { id, kid, enlace }: Sellado): Enlace {
  try {
    const [candidaturaId = '', sha256 = ''] = decrypt(llavero.conId(kid).key, enlace, contextOf(id, kid)).toString('utf8').split(' ')
    return { candidaturaId, sha256 }
  } catch {
    throw new AppError('identidad.llave_ausente')
  }
}

function contextOf(id: string, kid: string): string {
  return `identidad.codificacion_texto|${id}|${kid}`
}
