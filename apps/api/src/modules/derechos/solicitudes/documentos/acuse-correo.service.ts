import type { EntityManager } from 'typeorm'
import { longDate, plazoDerecho, plazoEnPalabras, plazoParaPrevenir, type Derecho } from '@conoceles/domain'
import type { AcusePorCorreo } from '../../../programa/recordatorios/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import type { Clock } from '../../../../shared/clock.ts'
import { DERECHO } from '../../derecho-en-palabras.ts'
import { readReglas } from '../reglas.ts'
import { readRows } from '../../../../database/rows.ts'

type Fila = Omit<AcusePorCorreo, 'derecho' | 'responde' | 'previene'> & { derecho: Derecho }

const SEPARATORS = /[\s<>,;:()]/

/** The address of mail in what she gave for notices; null: she gave none. */
export function correoOf(domicilio: string | null): string | null {
  const words = (domicilio ?? '').split(SEPARATORS).map((word) => (word.endsWith('.') ? word.slice(0, -1) : word))
  return words.find(isCorreo) ?? null
}

function isCorreo(word: string): boolean {
  const [user = '', host = '', ...more] = word.split('@')
  const labels = host.split('.')
  return user !== '' && more.length === 0 && labels.length > 1 && labels.every((label) => label !== '')
}

/** Tells the job of reminders which acuses wait to be sent; it has the reach of the Secretaría, and reads nothing else of a request. */
export class AcusesCorreoService {
  constructor(private readonly parts: { clock: Clock; procesos: ProcesosService }) {}

  async porEnviar(tx: EntityManager, una: string | null = null): Promise<AcusePorCorreo[]> {
    const rows = await readRows<Fila>(tx, 'select id, folio, derecho, recibida, correo, cuenta from captura.acuses_por_enviar($1)', [una])
    if (rows.length === 0) return []
    const reglas = await readReglas(tx, this.parts)
    return rows.map((row) => {
      const nueva = { derecho: row.derecho, recibida: row.recibida, acreditada: false, reunida: false, accesos: [], hechos: [] }
      const responde = plazoDerecho(nueva, reglas)
      const previene = plazoParaPrevenir(nueva, reglas)
      return {
        ...{ ...row, derecho: DERECHO[row.derecho].toLowerCase(), recibida: longDate(row.recibida) },
        ...{ responde: responde ? plazoEnPalabras(responde) : '', previene: previene && plazoEnPalabras(previene) },
      }
    })
  }
}
